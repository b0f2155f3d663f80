-- Makes every single edit of an exercise's solution, and writes down which of them the
-- judge would accept: {made, refused, survivors = {{line, kind, shown}, …}}.
--
--   luajit tests/exercises/mutants.lua SLUG NAME RESULT.json
package.path = arg[0]:gsub('tests/[^/]*/[^/]*$', 'scripts/?.lua;') .. package.path
local json = require 'dkjson'
local ask = require 'judge.ask'
local known_mistakes = require 'judge.known_mistakes'
local child = require 'sandbox.child'
local declaration = require 'judge.declaration'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local judge = require 'judge.answer'
local mutants = require 'judge.mutants'
local slopes = require 'judge.slopes'
local trying = require 'judge.trying'

-- Every single edit of an exercise's solution, and which of them would be accepted:
-- {made, refused, survivors}, and of its known mistakes {mistakes, mistakes_accepted}. An
-- edit that does not compile is refused, and not counted.
local function mutated(e, scratch)
  local d, text = declaration.read(e), files.read(e.solution)
  local found = { made = 0, refused = 0, survivors = {} }
  local edits, texts = mutants.of(text), {}
  for i, edit in ipairs(edits) do texts[i] = edit.text end
  local list = judge.points(e, d, text, scratch)
  local place, count = ask.compile(texts, d, scratch .. '/edits', scratch)
  local ok, _, failed = trying.right_ones(d, scratch .. '/edits', scratch, list, 1, count)
  if failed then error(('%s: its edits do not answer: %s'):format(e.name, failed), 0) end
  for i, edit in ipairs(edits) do
    if place[i] then
      found.made = found.made + 1
      if ok[place[i]] then
        found.survivors[#found.survivors + 1] = { line = edit.line, kind = edit.kind, shown = edit.shown }
      else
        found.refused = found.refused + 1
      end
    end
  end
  found.proof = slopes.proof(d, list)
  found.mistakes, found.mistakes_accepted = #known_mistakes.of(e), {}
  local accepted = {}
  if found.mistakes > 0 then
    accepted, _, failed = trying.right_ones(d, ask.built(e, 'judge'), scratch, list, 2, found.mistakes + 1)
    if failed then error(('%s: its mistakes do not answer: %s'):format(e.name, failed), 0) end
  end
  for i, mistake in ipairs(known_mistakes.of(e)) do
    if accepted[i + 1] then table.insert(found.mistakes_accepted, mistake.path) end
  end
  return found
end

for _, e in ipairs(exercise.list(arg[1])) do
  if e.name == arg[2] then
    local found = child.with_scratch('mutants', function(scratch) return mutated(e, scratch) end)
    files.write(arg[3], json.encode(found, { indent = true }) .. '\n')
    os.exit(0)
  end
end
io.stderr:write(('mutants: there is no exercise %s/%s\n'):format(arg[1], arg[2]))
os.exit(2)
