--- gradcheck FILE.c and FILE.lua: builds what must be built, runs the model in a
-- child process under limits, and asks it what the session wants to know.
local glob = require 'posix.glob'
local child = require 'sandbox.child'
local crash = require 'checker.crash'
local files = require 'gw.files'
local paths = require 'gw.paths'
local protocol = require 'checker.protocol'
local session = require 'checker.session'

local model = {}

local function compile(path, name, scratch)
  local program, said = scratch .. '/model', scratch .. '/compiler.txt'
  local command = child.compiler 'cc'
  local compiler = table.concat(command, ' ')
  for _, word in ipairs { '-std=gnu11', '-g', '-O1', '-fno-omit-frame-pointer', '-fsanitize=address,undefined',
    '-fno-sanitize-recover=undefined', '-ffp-contract=off', '-w' } do
    command[#command + 1] = word
  end
  command[#command + 1] = path:match '^-' and './' .. path or path
  for _, source in ipairs(glob.glob(paths.checker .. '/*.c')) do command[#command + 1] = source end
  for _, word in ipairs { '-lm', '-o', program } do command[#command + 1] = word end
  local status = child.run(command, said, 60, child.COMPILER_MEGABYTES)
  local words = files.read(said) or ''
  if status == 125 and words:match '^cannot run' then
    error(('there is no C compiler «%s»; on Debian: apt-get install gcc libc6-dev'):format(compiler), 0)
  end
  if status ~= 0 then error(crash.compile_sentence(words, name, status), 0) end
  return { program }
end

local function entry(f)
  return { where = f[2], analytic = tonumber(f[3]) or 0 / 0, numeric = tonumber(f[4]) or 0 / 0,
    bound = tonumber(f[5]) or math.huge }
end

-- What the session says, line by line, as a result.
local function gathering()
  local result = { blocks = {}, purity = {} }
  local block
  return result, function(line)
    local f = child.words(line)
    local word = f[1]
    if word == 'problem' then
      error(f[3], 0)
    elseif word == 'purity' then
      result.purity[#result.purity + 1] = { key = f[2], name = f[3], text = f[4] .. '.' }
    elseif word == 'block' then
      block = { name = f[2], verdict = f[3], cause = f[4], digits = tonumber(f[5]), entries = tonumber(f[6]),
        zeros = tonumber(f[7]), diagnosis = {} }
      result.blocks[#result.blocks + 1] = block
    elseif word == 'worst' then
      block.worst = entry(f)
    elseif word == 'diagnosis' then
      block.diagnosis[#block.diagnosis + 1] = { key = f[2], text = f[3] }
    elseif word == 'whole' then
      result.verdict, result.cause, result.digits = f[2], f[3], tonumber(f[4])
      result.evaluations, result.points = tonumber(f[5]), tonumber(f[6])
    elseif word == 'explain' then
      result.explain = entry(f)
      result.explain.curve = {}
    elseif word == 'curve' then
      table.insert(result.explain.curve, { tonumber(f[2]), tonumber(f[3]) })
    end
  end
end

-- The model's result; what makes that impossible is an error.
local function checked(command, path, name, scratch, options)
  local said = scratch .. '/said.txt'
  local result, add = gathering()
  child.set_sanitizers()
  local talk = child.talk(command.words, said, options.seconds, command.megabytes)
  local ok, problem = pcall(session.run, talk, command.prefix, options, add)
  -- One that has no more to answer may leave by itself; one that ends says why.
  local status = talk:close((ok or problem == protocol.ENDED) and 1 or 0)
  if not ok and problem ~= protocol.ENDED then error(('%s: %s'):format(name, problem), 0) end
  if not ok then
    if not status then error(('%s: it closes its standard output before the check ends'):format(name), 0) end
    local sentence, is_gradient = crash.sentence(status, files.read(said) or '', name, options.seconds)
    if not is_gradient then error(sentence, 0) end
    return { title = path, blocks = {}, points = 1, evaluations = 0, verdict = 'fail', digits = 0,
      purity = { { key = 'out-of-bounds', name = 'gradient', text = sentence .. '.' } } }
  end
  result.title = path
  return result
end

--- Checks the model in a file.
function model.run(path, options)
  local name = path:match '[^/]+$'
  return child.with_scratch('gradcheck', function(scratch)
    local command = path:match '%.c$'
      and { words = compile(path, name, scratch), megabytes = 0, prefix = 'gradcheck_' }
      or { words = { 'luajit', paths.checker .. '/thunk.lua', path }, megabytes = 4096, prefix = '' }
    return checked(command, path, name, scratch, options)
  end)
end

--- Checks what answers as a program: a list of words.
function model.run_program(words, options)
  return child.with_scratch('gradcheck', function(scratch)
    local name = table.concat(words, ' ')
    return checked({ words = words, megabytes = 0, prefix = '' }, name, name, scratch, options)
  end)
end

return model
