--- What ended a model, or the compiler, before its time: a sentence, with the
-- line where it is known.
local signal = require 'posix.signal'
local child = require 'sandbox.child'
local files = require 'gw.files'
local paths = require 'gw.paths'
local term = require 'gw.term'

local crash = {}

local SIGNAL = {
  [4] = 'it ran an instruction that there is not', [6] = 'it aborts', [7] = 'it read memory that is not there',
  [8] = 'it divides a whole number by zero', [11] = 'it reads or writes memory that is not its own',
  [13] = 'it writes where nobody reads any more (SIGPIPE)', [14] = 'its own alarm ended it (SIGALRM)',
  [25] = 'it wrote more than 64 MB',
}

local function signal_name(number)
  for name, value in pairs(signal) do
    if value == number and name:match '^SIG%u+%d?$' and not name:match '^SIG_' then
      return ('signal %d (%s)'):format(number, name)
    end
  end
  return ('signal %d'):format(number)
end

-- What a signal means that ended it; `killed`: how many processes the system has killed for
-- memory meanwhile.
local function of_signal(number, killed)
  if number ~= signal.SIGKILL then return SIGNAL[number] or signal_name(number) .. ' ended it' end
  if not killed or killed ~= 0 then
    return killed and killed > 0 and 'it was killed for its memory' or 'it was killed, for memory perhaps'
  end
  return signal_name(number) .. ' ended it, but not for its memory: it, or what it started, sent it'
end

-- Of what a sanitizer says. The last is its own words.
local SANITIZER = {
  { 'heap%-buffer%-overflow', 'it reads or writes outside of an array' },
  { 'stack%-buffer%-overflow', 'it reads or writes outside of a local array' },
  { 'stack%-buffer%-underflow', 'it reads or writes outside of a local array' },
  { 'global%-buffer%-overflow', 'it reads or writes outside of a global array' },
  { 'heap%-use%-after%-free', 'it uses memory after it was freed' },
  { 'stack%-use%-after', 'it uses a local variable after its end' },
  { 'attempting double%-free', 'it frees memory twice' },
  { 'attempting free on address', 'it frees memory that malloc did not give' },
  { 'stack%-overflow', 'its functions call each other without end' },
  { 'ABRT', 'it aborts' },
  { 'SEGV', 'it reads or writes memory that is not its own' },
  { 'FPE', 'it divides a whole number by zero' },
  { 'division by zero', 'it divides a whole number by zero' },
  { 'hard rss limit exhausted', 'it takes more memory than the 2048 MB it may' },
  { 'out of memory', 'it asks for more memory than there is' },
  { 'allocation%-size%-too%-big', 'it asks for more memory than there is' },
  { 'exceeds maximum supported size', 'it asks for more memory than there is' },
  { "runtime error: index (%-?%d+ out of bounds for type '[^'%[]*%[%d+%]')",
    function(found)
      local index, size = found:match '^(%-?%d+).-%[(%d+)%]'
      return ('it uses index %s of an array whose indices go from 0 to %d'):format(index, size - 1)
    end },
  { 'runtime error: ([^\n]+)' },
}

-- The reader's own line in what a sanitizer or a compiler said.
local function blamed_line(text, name)
  return ('\n' .. text):match('[/%s]' .. name:gsub('%p', '%%%0') .. ':(%d+)')
end

-- What a sanitizer said of it, without what the model itself did.
local function of_sanitizer(said)
  local lines = {}
  for text in said:gmatch '[^\n]+' do
    if text:find('Sanitizer', 1, true) or text:find('runtime error: ', 1, true) then lines[#lines + 1] = text end
  end
  return table.concat(lines, '\n')
end

--- The sentence, and the function of the model that is to blame for it where it wrote what
-- it should not have. `ended` says how it ended, as child.run does.
function crash.sentence(ended, status, said, name, seconds)
  local how, limit = ended.how, ('%g second%s'):format(seconds, seconds == 1 and '' or 's')
  if how == 'time' then
    return ('%s did not end within %s: an endless loop? --seconds sets the limit'):format(name, limit)
  end
  if how == 'stopped' then
    return ('%s stops itself, or what it started, with SIGSTOP or the like, and nobody woke it within %s'):format(name,
      limit)
  end
  if how == 'group' then
    return ('%s sends %s to its whole process group, and ends with it'):format(name, signal_name(ended.number))
  end
  if how == 'keeper' then
    return ('%s sends %s to the process that started it'):format(name, signal_name(ended.number))
  end
  local cannot = how == 'cannot' and said:match '^cannot run ([^\n]+)'
  if cannot then return ('cannot run %s'):format(cannot) end
  if how == 'many' then return ('%s starts processes without end'):format(name) end
  local line = blamed_line(said, name)
  local where = line and (' in line %s'):format(line) or ''
  local of_it = of_sanitizer(said)
  for _, rule in ipairs(SANITIZER) do
    local found = of_it:match(rule[1])
    if found then
      -- A write outside of the gradient is the gradient's fault, not the tool's.
      local is_outside = rule[1]:match 'buffer' ~= nil
      local words = type(rule[2]) == 'function' and rule[2](found) or rule[2] or found
      return ('%s%s: %s'):format(name, where, words),
        is_outside and said:match 'in gradcheck_(%l+) ' or false
    end
  end
  if how == 'signal' then return ('%s%s: %s'):format(name, where, of_signal(ended.number, ended.killed)), false end
  local last
  for text in said:gmatch '[^\n]+' do last = text end -- a pattern from the end would take the square of its length
  last = last and term.safe(last, 300)
  return ('%s ended before the check did, with status %d%s'):format(name, status, last and ': ' .. last or ''), false
end

-- How model.h declares a function, if it does.
local function prototype(name)
  local header = files.read(paths.checker .. '/model.h') or ''
  return name and header:match('\n([%a_][%a_ ]+ %*?' .. name .. '%b());')
end

-- The model's own function that the compiler complains of since it is declared otherwise:
-- line, prototype. C++ takes it for another function, and only warns.
local OTHERWISE = { 'conflicting', 'ambiguating', 'cannot be overloaded', 'no previous', 'static declaration',
  'different kind', 'was declared' }
local function otherwise_declared(said)
  for line, message, source in said:gmatch ':(%d+):%d+: %a*%s*%a+: ([^\n]+)\n([^\n]*)' do
    local name = message:match '[^%w_](gradcheck_[%a_]+)' or source:match '%f[%w_](gradcheck_[%a_]+)'
    local declared = name ~= 'gradcheck_cost_complex' and prototype(name)
    for _, words in ipairs(OTHERWISE) do
      if declared and message:find(words, 1, true) then return line, declared end
    end
  end
end

--- The compiler's first complaint, in a sentence; nothing where it only warns of what is
-- not the checker's.
function crash.compile_sentence(said, name, status)
  local line, declared = otherwise_declared(said)
  if line then return ('%s, line %s: this function must be %s'):format(name, line, declared) end
  if status == 0 then return nil end
  if status == 124 then return ('%s: the compiler does not come to an end'):format(name) end
  if status > 128 or said:match 'out of memory' or said:match 'virtual memory exhausted' then
    return ('%s: the compiler needs more memory than the %d MB it may have'):format(name, child.COMPILER_MEGABYTES)
  end
  if said:match 'File size limit exceeded' then
    return ('%s: what it compiles to is larger than 64 MB'):format(name)
  end
  if said:match 'multiple definition of .main' then
    return ('%s must not have a main: gradcheck brings its own'):format(name)
  end
  local symbol = said:match "undefined reference to [`']([%w_]+)'"
  if symbol and symbol:match '^gradcheck_' then
    return ('%s has no function %s'):format(name, prototype(symbol) or symbol)
  end
  if symbol then return ('%s calls %s, which is nowhere defined'):format(name, symbol) end
  local message
  line, message = said:match ':(%d+):%d+: %a*%s*error: ([^\n]+)'
  if line then return ('%s does not compile; line %s: %s'):format(name, line, message) end
  return ('%s does not compile: %s'):format(name, said:match '[^\n]+' or 'the compiler said nothing')
end

return crash
