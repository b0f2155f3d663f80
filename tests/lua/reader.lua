-- A reader with a folder of answers of its own, who runs scripts/exercises.
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local known_mistakes = require 'judge.known_mistakes'
local paths = require 'gw.paths'

local reader = { STUB = paths.root .. '/chapters/04-sigmoid/exercises/swish_slope/stub.c' }

--- A new folder for the next test; cleared away by reader.leave.
function reader.enter()
  reader.folder = io.popen 'mktemp -d':read '*l'
  return reader.folder
end

function reader.leave() os.execute(("rm -rf '%s'"):format(reader.folder)) end

-- Runs scripts/exercises on the folder; returns what it says, and its status.
function reader.exercises(arguments, input)
  local pipe = io.popen(("cd '%s' && GW_WORK='%s' NO_COLOR=1 scripts/exercises %s 2>&1 < '%s'; echo \"=$?\""):format(
    paths.root, reader.folder, arguments, input or '/dev/null'))
  local text = pipe:read '*a'
  pipe:close()
  local said, status = text:match '^(.*)=(%d+)\n$'
  return said, tonumber(status)
end

function reader.work(name) return ('%s/04-sigmoid/%s.c'):format(reader.folder, name) end

function reader.write(name, text)
  os.execute(("mkdir -p '%s/04-sigmoid'"):format(reader.folder))
  local file = assert(io.open(reader.work(name), 'wb'))
  file:write(text)
  file:close()
end

--- What a known mistake of an exercise of chapter 4 looks like as an answer.
function reader.mistake(name, key)
  for _, e in ipairs(exercise.list '04-sigmoid') do
    for _, mistake in ipairs(e.name == name and known_mistakes.of(e) or {}) do
      if mistake.path:match '([^/]+)%.%w+$' == key then return mistake.code end
    end
  end
end

function reader.answer(name, from)
  local path = from == 'solution' and 'scripts/judge/solutions/04-sigmoid/%s.c' or 'tests/exercises/04-sigmoid/%s/%s.c'
  reader.write(name, files.read(paths.root .. '/' .. path:format(name, from))
    or reader.mistake(name, (from:gsub('^wrong%-', ''))))
end

function reader.stub(body) return '#include "exercise.h"\n\ndouble swish_slope(double z) {\n' .. body .. '}\n' end

return reader
