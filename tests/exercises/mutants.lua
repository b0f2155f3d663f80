-- Makes every single edit of an exercise's solution, and writes down which of them the
-- judge would accept: {made, refused, survivors = {{line, kind, shown}, …}}.
--
--   luajit tests/exercises/mutants.lua SLUG NAME RESULT.json
package.path = arg[0]:gsub('tests/[^/]*/[^/]*$', 'scripts/?.lua;') .. package.path
local json = require 'dkjson'
local child = require 'sandbox.child'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local judge = require 'judge.answer'

for _, e in ipairs(exercise.list(arg[1])) do
  if e.name == arg[2] then
    local found = child.with_scratch('mutants', function(scratch) return judge.mutants(e, scratch) end)
    files.write(arg[3], json.encode(found, { indent = true }) .. '\n')
    os.exit(0)
  end
end
io.stderr:write(('mutants: there is no exercise %s/%s\n'):format(arg[1], arg[2]))
os.exit(2)
