--- Which lines and branches of a reader's function the points did not reach, by gcov.
-- Nothing depends on it: without gcov, or if nothing was written, it says nothing.
local json = require 'dkjson'
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local flags = require 'judge.flags'
local source = require 'judge.source'

local coverage = {}

local function run(scratch, seconds, ...)
  local words = {}
  for _, list in ipairs { ... } do for _, word in ipairs(list) do words[#words + 1] = word end end
  return child.run(words, scratch .. '/covered.said', seconds, 0, scratch .. '/covered.out') == 0
end

local BRANCHES = { ['if'] = true, ['?'] = true, ['for'] = true, ['while'] = true, ['switch'] = true, ['&&'] = true,
  ['||'] = true }

--- May some of a text not be reached? Without a branch there is nothing to ask gcov.
function coverage.has_branch(text)
  for _, t in ipairs(source.tokens(text)) do if BRANCHES[t.text] then return true end end
  return text:find('#%s*define') ~= nil
end

--- Asks the answer at `path` with the questions in a file. Returns {lines, branches}: the
-- numbers of the lines that were never reached, and of those with a branch never taken.
function coverage.of(e, path, scratch, asked)
  local object, program = scratch .. '/covered.o', scratch .. '/covered'
  local gcc = child.compiler('CC', 'gcc')
  os.remove(scratch .. '/covered.gcda')
  local ok = run(scratch, 20, gcc, flags.PLAIN, { '-O0', '--coverage', '-include', ask.built(e, 'given.h'), '-c', path,
      '-o', object })
    and run(scratch, 20, gcc, { ask.built(e, 'plain.o'), object, '--coverage', '-lm', '-o', program })
    and run(scratch, 5, { program, asked, scratch .. '/covered.replies' })
    and run(scratch, 20, { 'gcov', '--json-format', '--stdout', '-b', scratch .. '/covered.gcda' })
  local file = ok and io.open(scratch .. '/covered.out', 'rb')
  if not file then return nil end
  local found = json.decode((file:read '*a'))
  file:close()
  local lines, branches = {}, {}
  for _, each in ipairs(found and found.files or {}) do
    for _, line in ipairs(each.file:match '%.c$' and each.lines or {}) do
      if line.count == 0 then lines[#lines + 1] = line.line_number end
      for _, branch in ipairs(line.branches) do
        if branch.count == 0 then
          branches[#branches + 1] = line.line_number
          break
        end
      end
    end
  end
  return { lines = lines, branches = branches }
end

return coverage
