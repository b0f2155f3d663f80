--- gradcheck of a model in a file, or behind a pipe: builds what must be built, runs the
-- model in a child process under limits, and asks it what the session wants to know.
local unistd = require 'posix.unistd'
local child = require 'sandbox.child'
local compile = require 'checker.compile'
local crash = require 'checker.crash'
local files = require 'gw.files'
local outputs = require 'checker.outputs'
local paths = require 'gw.paths'
local protocol = require 'checker.protocol'
local session = require 'checker.session'

local model = {}

local function entry(f)
  return { where = f[2], analytic = tonumber(f[3]) or 0 / 0, numeric = tonumber(f[4]) or 0 / 0,
    bound = tonumber(f[5]) or math.huge }
end

-- What the session says, line by line, as a result.
local function gathering(result, prefix)
  local block
  return function(line)
    local f = child.words(line)
    local word = f[1]
    if word == 'problem' and result.what:find '%-mixed$' then
      result.verdict, result.evaluations, result.points = 'undecided', 0, 0 -- which tells nothing
    elseif word == 'problem' then
      error(outputs.renamed(f[3], result.what, result.number, prefix), 0)
    elseif word == 'purity' then
      result.purity[#result.purity + 1] = { key = f[2], name = outputs.renamed(f[3], result.what, nil, ''),
        text = outputs.renamed(f[4], result.what, nil, prefix) .. '.' }
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
      result.evaluations, result.points, result.which = tonumber(f[5]), tonumber(f[6]), f[7]
    elseif word == 'explain' then
      result.explain = entry(f)
      result.explain.curve = {}
    elseif word == 'curve' then
      table.insert(result.explain.curve, { tonumber(f[2]), tonumber(f[3]) })
    end
  end
end

-- Says on a terminal, from the second second on, how far a check is: a function that is
-- called with each question, and one for the end.
local function progress_on_terminal(seconds)
  local function nothing() end
  if unistd.isatty(2) ~= 1 or os.getenv 'TERM' == 'dumb' then return nothing, nothing end
  local began, last, questions = os.time(), os.time(), 0
  return function(point, points)
    questions = questions + 1
    local now = os.time()
    if now == last then return end
    last = now
    io.stderr:write(('\r\27[Kpoint %d of %d, %d questions, %d of %d seconds'):format(point, points, questions,
      now - began, seconds))
  end, function()
    if last > began then io.stderr:write '\r\27[K' end
  end
end

-- What was found before the time was over; nothing where no entry was finished.
local function finished_of(results)
  if not results[#results].verdict then results[#results] = nil end
  if #results == 0 then return nil end
  local finished = outputs.merged(results)
  if finished.verdict ~= 'fail' then finished.verdict = 'undecided' end
  finished.is_cut_short = true
  return finished
end

-- The end of what a model said, which may have filled its file.
local function last_words(said)
  local file = io.open(said)
  if not file then return '' end
  file:seek('set', math.max(0, file:seek 'end' - 2 ^ 18))
  local text = file:read '*a'
  file:close()
  return text
end

-- The model's result; what makes that impossible is an error.
local function checked(command, path, name, scratch, options)
  local said = scratch .. '/said.txt'
  local results = {}
  local function start(what, number)
    results[#results + 1] = { blocks = {}, purity = {}, what = what, number = number }
    return gathering(results[#results], command.prefix)
  end
  child.set_sanitizers()
  local talk = child.talk(command.words, said, options.seconds, command.megabytes)
  local progress, ends = progress_on_terminal(options.seconds)
  local ok, problem = pcall(session.run, talk, command.prefix, options, start, progress)
  ends()
  -- One that has no more to answer may leave by itself; one that ends says why.
  local status, ended = talk:close((ok or problem == protocol.ENDED) and 1 or 0)
  if not ok and problem ~= protocol.ENDED then error(('%s: %s'):format(name, problem), 0) end
  if not ok then
    if not status then error(('%s: it closes its standard output before the check ends'):format(name), 0) end
    if ended.how == 'time' then
      local finished = #results > 0 and finished_of(results)
      if finished then
        finished.title = path
        return finished
      end
    end
    local sentence, blamed = crash.sentence(ended, status, last_words(said), name, options.seconds)
    if not blamed or blamed == 'cost' then error(sentence, 0) end
    return { title = path, blocks = {}, points = 1, evaluations = 0, verdict = 'fail', digits = 0,
      purity = { { key = 'out-of-bounds', name = blamed, text = sentence .. '.' } } }
  end
  local result = outputs.merged(results)
  result.title = path
  return result
end

local ENDINGS = { c = 'c', cc = 'c++', cpp = 'c++', lua = 'lua', so = 'so' }

--- The language of a file by its name; nothing where that says none.
function model.language_of(path) return ENDINGS[path:match '%.(%a+)$'] end

--- Checks the model in a file, in this language; `words` are for compiler and linker.
function model.run(path, language, words, options)
  local name = path:match '[^/]+$'
  return child.with_scratch('gradcheck', function(scratch)
    local command = language == 'lua'
      and { words = { 'luajit', paths.checker .. '/thunk.lua', path }, megabytes = 4096, prefix = '' }
      or { words = compile(path, language, name, scratch, words, not options.no_sanitize), megabytes = 0,
        prefix = 'gradcheck_' }
    return checked(command, path, name, scratch, options)
  end)
end

--- Checks a model that is given as text.
function model.run_text(text, language, words, options)
  return child.with_scratch('gradcheck', function(scratch)
    local path = scratch .. '/stdin.' .. (language == 'c++' and 'cpp' or language)
    files.write(path, text)
    local result = model.run(path, language, words, options)
    result.title = 'standard input'
    return result
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
