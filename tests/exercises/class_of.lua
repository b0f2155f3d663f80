-- Makes a class: COUNT students, each with an answer to every exercise. Four in ten are right, some of
-- them in another style, see styles.lua; three are mistakes that are known, two have a slip, by the
-- edits of mutants.lua; the rest has not begun.
--
--   luajit tests/exercises/class_of.lua FOLDER COUNT [SEED]
package.path = arg[0]:gsub('tests/[^/]*/[^/]*$', 'scripts/?.lua;') .. arg[0]:gsub('tests/[^/]*/[^/]*$', '?.lua;') ..
  package.path
local glob = require 'posix.glob'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local known_mistakes = require 'judge.known_mistakes'
local mutants = require 'judge.mutants'
local program = require 'gw.program'
local random = require 'judge.random'
local styles = require 'tests.exercises.styles'

local any = random.whole(tonumber(arg[3] or 2026))

local function one_of(list) return list[any(#list)] end

-- What a student hands in.
local function handed_in(e, rights, mistakes)
  local kind = any(10)
  if kind <= 2 then return one_of(rights) elseif kind <= 4 then return styles(one_of(rights), any) end
  if kind <= 7 and #mistakes > 0 then return one_of(mistakes).code end
  if kind == 10 then return files.read(e.stub) end
  local edits = mutants.of(styles(one_of(rights), any))
  return edits[any(#edits)].text
end

program.run('class_of', function()
  for _, e in ipairs(exercise.list()) do
    local rights = glob.glob(('tests/exercises/%s/%s/right-*.c'):format(e.slug, e.name)) or {}
    rights[#rights + 1] = e.solution
    for i, path in ipairs(rights) do rights[i] = files.read(path) end
    local mistakes = known_mistakes.of(e)
    for n = 1, tonumber(arg[2]) do
      local folder = ('%s/student-%03d/%s'):format(arg[1], n, e.slug)
      files.make_folder(folder)
      files.write(('%s/%s.c'):format(folder, e.name), handed_in(e, rights, mistakes))
    end
  end
  return 0
end, 2)
