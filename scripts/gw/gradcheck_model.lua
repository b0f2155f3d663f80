--- gradcheck FILE.c and FILE.lua: builds what must be built, runs the model in a
-- child process under limits, and reads what it found.
local stdlib = require 'posix.stdlib'
local unistd = require 'posix.unistd'
local wait = require 'posix.sys.wait'
local files = require 'gw.files'
local paths = require 'gw.paths'

local model = {}

-- Runs a command with its output in a file; returns its status.
local function run(command, output)
  local process = assert(unistd.fork())
  if process == 0 then
    local fcntl = require 'posix.fcntl'
    local file = fcntl.open(output, fcntl.O_WRONLY + fcntl.O_CREAT + fcntl.O_TRUNC, 384)
    unistd.dup2(file, 1)
    unistd.dup2(file, 2)
    unistd.execp(command[1], { unpack(command, 2) })
    unistd._exit(127)
  end
  local _, how, status = wait.wait(process)
  return how == 'exited' and status or 128 + status
end

local SIGNAL = {
  [4] = 'it executed no instruction', [6] = 'it aborted', [8] = 'it divided a whole number by zero',
  [9] = 'it was killed, for memory perhaps', [11] = 'it read or wrote memory that it does not own',
}

-- The reader's own line in what a sanitizer or a compiler said.
local function blamed_line(text, name)
  local escaped = name:gsub('%p', '%%%0')
  return text:match(escaped .. ':(%d+)')
end

local SANITIZER = {
  { 'heap%-buffer%-overflow', 'memory outside of an array is read or written' },
  { 'stack%-buffer%-overflow', 'memory outside of a local array is read or written' },
  { 'global%-buffer%-overflow', 'memory outside of a global array is read or written' },
  { 'heap%-use%-after%-free', 'memory is used after it was freed' },
  { 'stack%-overflow', 'functions call each other without end' },
  { 'SEGV', 'memory that it does not own is read or written' },
  { 'FPE', 'a whole number is divided by zero' },
  { 'division by zero', 'a whole number is divided by zero' },
  { 'hard rss limit exhausted', 'it takes more memory than the limit' },
  { 'allocation%-size%-too%-big', 'it asks for more memory than there is' },
  { 'runtime error: ([^\n]+)', nil },
}

local function crash_sentence(status, said, name, seconds)
  if status == 124 then
    return ('%s did not return within %d seconds: an endless loop? (--seconds sets the limit)'):format(name, seconds)
  end
  local line = blamed_line(said, name)
  local where = line and (' in line %s'):format(line) or ''
  for _, rule in ipairs(SANITIZER) do
    local found = said:match(rule[1])
    if found then
      -- A write past the end of the gradient is the gradient's fault, not the tool's.
      local is_gradient = said:match 'gradcheck_gradient' ~= nil
      return ('%s%s: %s'):format(name, where, rule[2] or found), is_gradient and rule[1]:match 'overflow'
    end
  end
  if status > 128 then
    return ('%s%s: %s (signal %d)'):format(name, where, SIGNAL[status - 128] or 'it was ended', status - 128)
  end
  return ('%s ended before the check did, with status %d'):format(name, status)
end

-- The compiler's first complaint, in a sentence.
local function compile_sentence(said, name)
  if said:match 'multiple definition of .main' then
    return ('%s must not have a main: gradcheck brings its own'):format(name)
  end
  local symbol = said:match "undefined reference to [`']([%w_]+)'"
  if symbol and symbol:match '^gradcheck_' then return ('%s has no function %s'):format(name, symbol) end
  if symbol then return ('%s calls %s, which is nowhere defined'):format(name, symbol) end
  local line, message = said:match ':(%d+):%d+: %a*%s*error: ([^\n]+)'
  if line then return ('%s does not compile; line %s: %s'):format(name, line, message) end
  return ('%s does not compile: %s'):format(name, said:match '[^\n]+' or 'the compiler said nothing')
end

local function compile(path, name, scratch)
  local program = scratch .. '/model'
  local said = scratch .. '/compiler.txt'
  local status = run({ os.getenv 'CC' or 'cc', '-std=gnu11', '-g', '-O1', '-fno-omit-frame-pointer',
    '-fsanitize=address,undefined', '-fno-sanitize-recover=undefined', '-ffp-contract=off', '-w',
    '-I' .. paths.include, path, paths.harness, paths.archive, '-lm', '-o', program }, said)
  if status == 127 then error('there is no C compiler; on Debian: apt-get install gcc libc6-dev', 0) end
  if status ~= 0 then error(compile_sentence(files.read(said), name), 0) end
  return { program }
end

-- The lines that the child printed, as a result.
local function gather(text)
  local by_name, result = {}, { blocks = {}, purity = {}, curve = {}, points = 0 }
  local block, whole
  local RANK = { pass = 0, undecided = 1, fail = 2 }
  for line in text:gmatch '[^\n]+' do
    local f = {}
    for word in (line .. '\t'):gmatch '(.-)\t' do f[#f + 1] = word end
    if f[1] == 'problem' then
      result.problem = f[3]
    elseif f[1] == 'point' then
      result.points = result.points + 1
    elseif f[1] == 'purity' then
      local known = false
      for _, p in ipairs(result.purity) do known = known or p.key == f[2] end
      if not known then result.purity[#result.purity + 1] = { key = f[2], text = f[3] .. '.' } end
    elseif f[1] == 'block' then
      local seen = { name = f[2], verdict = f[3], cause = f[4], digits = tonumber(f[5]), entries = tonumber(f[6]),
        zeros = tonumber(f[7]), diagnosis = {} }
      local kept = by_name[seen.name]
      block = seen
      if not kept then
        by_name[seen.name] = seen
        result.blocks[#result.blocks + 1] = seen
      elseif RANK[seen.verdict] > RANK[kept.verdict] or
        (seen.verdict == kept.verdict and seen.verdict == 'pass' and seen.digits < kept.digits) then
        for key, value in pairs(seen) do kept[key] = value end
        block = kept
      end
    elseif f[1] == 'worst' then
      block.worst = { where = f[2], analytic = tonumber(f[3]) or 0 / 0, numeric = tonumber(f[4]) or 0 / 0,
        bound = tonumber(f[5]) or math.huge }
    elseif f[1] == 'diagnosis' then
      block.diagnosis[#block.diagnosis + 1] = { key = f[2], text = f[3] }
    elseif f[1] == 'whole' then
      whole = true
      if not result.verdict or RANK[f[2]] > RANK[result.verdict] then result.verdict, result.cause = f[2], f[3] end
      result.evaluations = (result.evaluations or 0) + tonumber(f[5])
      result.noise = tonumber(f[6])
    elseif f[1] == 'curve' then
      result.curve[#result.curve + 1] = { tonumber(f[2]), tonumber(f[3]) }
    end
  end
  return result, whole
end

--- Checks the model in a file.
function model.run(path, options)
  local name = path:match '[^/]+$'
  local scratch = os.tmpname()
  os.remove(scratch)
  files.make_folder(scratch)
  local function main()
    local is_c = path:match '%.c$'
    local command = is_c and compile(path, name, scratch) or { 'luajit', paths.lua_harness, path }
    local found, said = scratch .. '/result.txt', scratch .. '/output.txt'
    local memory = is_c and '0' or '4096'
    local full = { paths.runner, tostring(options.seconds), memory }
    for _, word in ipairs(command) do full[#full + 1] = word end
    for _, word in ipairs { found, tostring(options.seed), tostring(options.points), options.explain and '1' or '0' } do
      full[#full + 1] = word
    end
    stdlib.setenv('ASAN_OPTIONS', 'detect_leaks=0:hard_rss_limit_mb=2048:allocator_may_return_null=0')
    local status = run(full, said)
    local result, whole = gather(files.read(found) or '')
    if result.problem then error(('%s: %s'):format(name, result.problem), 0) end
    if status ~= 0 or not whole then
      local sentence, is_gradient = crash_sentence(status, files.read(said) or '', name, options.seconds)
      if not is_gradient then error(sentence, 0) end
      result = { blocks = {}, points = 1, evaluations = 0, verdict = 'fail',
        purity = { { key = 'out-of-bounds', text = sentence .. '.' } } }
    end
    if #result.purity > 0 then result.verdict = 'fail' end
    result.title = path
    result.digits = math.huge
    for _, block in ipairs(result.blocks) do
      if block.verdict == 'pass' and block.entries > block.zeros then
        result.digits = math.min(result.digits, block.digits)
      end
    end
    if result.digits == math.huge or result.verdict ~= 'pass' then result.digits = 0 end
    return result
  end
  local ok, result = pcall(main)
  for _, leftover in ipairs(require('posix.glob').glob(scratch .. '/*') or {}) do os.remove(leftover) end
  os.remove(scratch)
  if not ok then error(result, 0) end
  return result
end

return model
