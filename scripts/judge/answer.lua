--- Judges a reader's file: compiles it with the exercise's judge under sanitizers,
-- runs it in a child process within limits, and says what was found.
local child = require 'sandbox.child'
local compiler_words = require 'judge.compiler_words'
local crash = require 'checker.crash'
local files = require 'gw.files'
local paths = require 'gw.paths'

local judge = {}

local SECONDS = 5
local FLAGS = { '-std=c11', '-g', '-O1', '-fno-omit-frame-pointer', '-fsanitize=address,undefined',
  '-fno-sanitize-recover=undefined', '-ffp-contract=off', '-fno-diagnostics-color', '-Wall', '-Wextra',
  '-Wno-unused-parameter', '-Wfloat-conversion', '-Werror=implicit-function-declaration', '-Werror=return-type',
  '-Werror=int-conversion', '-Werror=incompatible-pointer-types' }

-- A file that is wrong before it is judged.
local function stopped(key, text, more)
  local result = { state = 'wrong', key = key, text = text, mistakes = {} }
  for k, v in pairs(more or {}) do result[k] = v end
  return result
end

local function compile_error(e, said, path)
  local name = path:match '[^/]+$'
  local first = compiler_words.parse(said, name)[1]
  if first and first.kind == 'error' then
    return stopped('compile-error', ('it does not compile. Line %d: %s'):format(first.line,
      first.plain or first.message), { line = first.line, compiler = first.message })
  end
  local symbol = said:match "undefined reference to [`']([%w_]+)'"
  if symbol == e.name then
    return stopped('compile-error', ('there is no function %s in it: its first line must stay as it was given'):format(
      e.name))
  elseif symbol then
    return stopped('compile-error', ('it calls %s, which is nowhere defined: an exercise is done with what it is given')
      :format(symbol))
  elseif said:match "multiple definition of [`']main'" then
    return stopped('compile-error', 'it must not have a main: the judge brings its own')
  end
  return stopped('compile-error', 'it does not compile: ' .. (said:match '[^\n]+' or 'the compiler said nothing'))
end

-- What the judge wrote, and whether it came to its end.
local function gather(text)
  local result, ended, trial = { state = 'undecided', mistakes = {}, example = {} }, false, nil
  for line in text:gmatch '[^\n]+' do
    local f = child.words(line)
    local word = f[1]
    if word == 'trial' then trial = f[2]
    elseif word == 'example' then for i = 2, #f do result.example[i - 1] = tonumber(f[i]) end
    elseif word == 'done' then result.state = 'done'
    elseif word == 'undecided' then result.text = f[2]
    elseif word == 'index' then result = stopped('out-of-bounds', ('line %s: %s'):format(f[2], f[3]))
    elseif word == 'wrong' and result.state ~= 'wrong' then
      result.state, result.key, result.text = 'wrong', f[2], f[3]
    elseif word == 'evidence' then result.evidence = result.evidence or f[2]
    elseif word == 'mistake' then result.mistakes[#result.mistakes + 1] = { key = f[2], text = f[3] }
    end
    ended = word == 'end'
  end
  if #result.mistakes > 0 and result.key == 'wrong' then result.key = result.mistakes[1].key end
  return result, ended, trial
end

-- A source without its comments, each place where it was.
local function bare(source)
  local function blank(comment) return (comment:gsub('[^\n]', ' ')) end
  return (source:gsub('/%*.-%*/', blank):gsub('//[^\n]*', blank))
end

local function line_of(code, at)
  local _, lines = code:sub(1, at - 1):gsub('\n', '')
  return lines + 1
end

-- Divisions of whole numbers in a source: {{line=, text=}, …}, and the source with
-- each made a division of doubles.
local function whole_divisions(code)
  local whole, list = {}, {}
  for names in code:gmatch '%f[%w_]int%s+([^;(){}]*)' do -- int m = X->cols, i
    for name in (',' .. names:gsub('%f[%w_]int%s+', '')):gmatch ',%s*([%a_][%w_]*)' do whole[name] = true end
  end
  -- A matrix's sizes are words too; \1 stands for their arrow meanwhile.
  code = code:gsub('(%f[%w_][%w_]+)%->(%a+)', function(name, field)
    if field == 'rows' or field == 'cols' then return name .. '\1' .. field end
  end)
  local function is_whole(word) return word:match '^%d+$' or word:match '^[%w_]+\1' or whole[word] end
  local mended = code:gsub('()(%f[%w_.\1][%w_.\1]+)(%s*/%s*)(%f[%w_.\1][%w_.\1]+)', function(at, left, slash, right)
    if not (is_whole(left) and is_whole(right)) then return nil end
    local a, b = tonumber(left), tonumber(right)
    local what = a and b and b ~= 0 and ('and answers %d'):format(math.floor(a / b)) or
      'so that 1 / 2 is 0'
    local way = a and left .. '.0' .. slash .. right or b and left .. slash .. right .. '.0' or '1.0 * ' .. left ..
      slash .. right
    list[#list + 1] = { line = line_of(code, at), exact = a and b and b ~= 0 and a % b == 0,
      text = ('%s%s%s divides two whole numbers: C drops what comes after the point, %s. Write %s'):format(left, slash,
        right, what, way):gsub('\1', '->') }
    return ('(double)%s%s%s'):format(left, slash, right)
  end)
  return list, (mended:gsub('\1', '->'))
end

-- From a place in an expression to where it ends, forwards (step 1) or backwards: at
-- the bracket around it, at a comma, a semicolon or an =, or, if `term`, at a + or −.
local function reach(code, at, step, term)
  local depth, opens, closes = 0, step > 0 and '[(%[]' or '[)%]]', step > 0 and '[)%]]' or '[(%[]'
  local last = at
  while true do
    local c = code:sub(at, at)
    if c == '' or depth == 0 and (c:match(closes) or c:match '[,;={}<>?:!&|]') then return last end
    if step < 0 and depth == 0 and code:sub(1, at):match '%f[%w_]return$' then return last end
    if term and depth == 0 and c:match '[+-]' and at ~= last and not code:sub(1, at - 1):match '[*/(]%s*$' then
      return last
    end
    if c:match(opens) then depth = depth + 1 elseif c:match(closes) then depth = depth - 1 end
    if c:match '%S' then last = at end
    at = at + step
  end
end

-- Ways to put the brackets that a fraction may lack: {{line, source, below}, …}.
local function bracketed(code)
  local list, seen = {}, { [code] = true }
  local function add(at, from, to, words)
    local inner = code:sub(from, to)
    if not inner:match '%S%s*[-+*/]' then return end
    local mended = code:sub(1, from - 1) .. '(' .. inner .. ')' .. code:sub(to + 1)
    if seen[mended] then return end
    seen[mended] = true
    list[#list + 1] = { line = line_of(code, at), source = mended, shown = words:format((inner:gsub('%s+', ' '))) }
  end
  for at in code:gmatch '()/' do
    local right, left = code:match('^%s*()', at + 1), at - #code:sub(1, at - 1):match '%s*$' - 1
    add(at, right, reach(code, right, 1), '/ (%s)')
    add(at, right, reach(code, right, 1, true), '/ (%s)')
    add(at, reach(code, left, -1), left, '(%s) /')
  end
  return list
end

-- A variable that is given no value holds 0 by accident, and a sum without = 0 is
-- right by accident; with this it holds what no right answer is. (gcc from 12, clang.)
local NEVER_SET = '-ftrivial-auto-var-init=pattern'

local function build(e, path, scratch)
  local program, said = scratch .. '/program', scratch .. '/compiler.txt'
  local function compile(flag)
    local command = child.compiler('CC', 'gcc')
    for _, list in ipairs { flag, FLAGS, { '-I' .. paths.root .. '/scripts/judge/frame', path, e.judge,
      paths.build .. '/judges/judge.o', paths.archive, '-lm', '-o', program } } do
      for _, word in ipairs(list) do command[#command + 1] = word end
    end
    return child.compile(command, said), files.read(said) or '', command[1]
  end
  local status, words, compiler = compile { NEVER_SET }
  if status ~= 0 and words:match 'unrecognized.-ftrivial%-auto' then status, words = compile {} end
  if status == 125 and words:match '^cannot run' then
    error(('there is no C compiler «%s»; scripts/setup installs one'):format(compiler), 0)
  end
  if status ~= 0 then return nil, compile_error(e, words, path) end
  return program, words
end

local function judged(e, path, scratch)
  local program, words = build(e, path, scratch)
  if not program then return words end
  local found, said, printed = scratch .. '/result.txt', scratch .. '/said.txt', scratch .. '/printed.txt'
  child.set_sanitizers()
  local status = child.run({ program, found }, said, SECONDS, 0, printed)
  local result, ended, trial = gather(files.read(found) or '')
  if not ended then
    local called = trial and 'it is called with ' .. trial or nil
    local name = path:match '[^/]+$'
    if status == 124 then
      result = stopped('endless-loop', ('it does not come to an end (%d seconds): is there a loop whose condition ' ..
        'stays true?'):format(SECONDS), { evidence = called })
    else
      local said_text = files.read(said) or ''
      local sentence = crash.sentence(status, said_text, name, SECONDS)
      local outside = said_text:match 'buffer' or said_text:match 'out of bounds' or said_text:match 'SEGV'
      result = stopped(outside and 'out-of-bounds' or 'crash', sentence, { evidence = called,
        line = tonumber(sentence:match 'in line (%d+)') })
    end
  end
  result.warnings = compiler_words.parse(words, path:match '[^/]+$')
  result.printed = files.read(printed)
  return result
end

-- Would the answer be right if its source read so?
local function would_do(e, path, scratch, source)
  local copy = scratch .. '/' .. path:match '[^/]+$'
  local file = assert(io.open(copy, 'wb'))
  file:write(source)
  file:close()
  return judged(e, copy, scratch).state == 'done'
end

-- Is a division of whole numbers the mistake? It is, if the file is right once
-- each is made a division of doubles. If not, it is said beside.
local function look_for_whole_divisions(e, path, scratch, result)
  local list, mended = whole_divisions(bare(files.read(path)))
  if #list == 0 then return end
  local first = list[1]
  if would_do(e, path, scratch, mended) then
    result.key = 'integer-division'
    result.mistakes = { { key = 'integer-division', text = ('line %d: %s'):format(first.line, first.text) } }
    return
  end
  for _, division in ipairs(list) do
    if not division.exact then
      table.insert(result.warnings, 1, { line = division.line, kind = 'warning', plain = division.text })
      return
    end
  end
end

-- «sum =+ x» is C, and sets sum to +x.
local function look_for_turned_operators(path, result)
  local code = bare(files.read(path))
  local at, name, sign = code:match '()([%w_]+)[%]%)]?%s*=([+-])%s'
  if not at then return end
  table.insert(result.warnings, 1, { line = line_of(code, at), kind = 'warning', plain =
    ('=%s sets %s, where %s= changes it'):format(sign, name, sign) })
end

local TRIES = 6

-- Is it the brackets of a fraction, or a rounded e or π? It is, if the file is right
-- once they are put, or once the number has all its digits.
local function look_for_slips(e, path, scratch, result)
  local code = bare(files.read(path))
  for i, way in ipairs(bracketed(code)) do
    if i > TRIES then break end
    if would_do(e, path, scratch, way.source) then
      result.key = 'fraction-brackets'
      result.mistakes = { { key = result.key, text = ('line %d: C divides before it adds, and from left to right: ' ..
        'brackets are missing, «%s»'):format(way.line, way.shown) } }
      return
    end
  end
  for _, constant in ipairs { { '%f[%w_.]2%.71?8?2?8?1?8?%d*', '2.718281828459045', 'e', 'exp(x)' },
    { '%f[%w_.]3%.14?1?5?9?2?6?%d*', '3.141592653589793', 'π', '3.14159265358979' } } do
    local mended, count = code:gsub(constant[1], constant[2])
    if count > 0 and mended ~= code and would_do(e, path, scratch, mended) then
      result.key = 'rounded-constant'
      result.mistakes = { { key = result.key, text = ('%s is rounded, and so is your answer: write %s'):format(
        constant[3], constant[4]) } }
      return
    end
  end
end

--- Judges the file at `path` as an answer to an exercise: {state = 'done', 'wrong' or
-- 'undecided', key, text, evidence, mistakes = {{key, text}, …}, warnings, printed}.
function judge.run(e, path)
  return child.with_scratch('exercise', function(scratch)
    local first = judged(e, path, scratch)
    if first.state == 'wrong' and first.key ~= 'compile-error' then
      look_for_whole_divisions(e, path, scratch, first)
      look_for_turned_operators(path, first)
      if #first.mistakes == 0 and first.key == 'wrong' then look_for_slips(e, path, scratch, first) end
    end
    return first
  end)
end

return judge
