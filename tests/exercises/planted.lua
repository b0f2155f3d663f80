-- Plants mistakes whose place is known: of right answers it makes others in another style, see
-- styles.lua, and in each one slip or two, by the edits of mutants.lua. It writes
-- FOLDER/SLUG/NAME/KEY.c, and FOLDER/planted.tsv with the lines; or, where count.lua has judged the
-- folder, it says how many of the sentences name another line, and how many of the ranges said are
-- untrue, see ranges.lua. It ends with status 1 where more than 1 in 100 name another line, fewer than
-- 70 in 100 name the line, or more than 2 in 100 of the ranges are untrue. How a
-- program ended, and where a number is none, is no such sentence: that is a fact, wherever the slip may be.
--
--   luajit tests/exercises/planted.lua FOLDER COUNT [SEED]
--   luajit tests/exercises/planted.lua FOLDER RESULT.tsv
package.path = arg[0]:gsub('tests/[^/]*/[^/]*$', 'scripts/?.lua;') .. arg[0]:gsub('tests/[^/]*/[^/]*$', '?.lua;') ..
  package.path
local glob = require 'posix.glob'
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local declaration = require 'judge.declaration'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local judge = require 'judge.answer'
local mutants = require 'judge.mutants'
local program = require 'gw.program'
local random = require 'judge.random'
local ranges = require 'tests.exercises.ranges'
local styles = require 'tests.exercises.styles'
local trying = require 'judge.trying'

local any = random.whole(tonumber(arg[3] or 2026))

local function write(folder, count)
  local list, labels = exercise.list(), {}
  for n = 1, count do
    local e = list[1 + (n - 1) % #list]
    local rights = glob.glob(('tests/exercises/%s/%s/right-*.c'):format(e.slug, e.name)) or {}
    rights[#rights + 1] = e.solution
    local text = styles(files.read(rights[any(#rights)]), any)
    local right = text
    local lines, what = {}, {}
    for _ = 1, any(3) == 1 and 2 or 1 do
      local all = {}
      for _, edit in ipairs(mutants.of(text)) do
        -- One that moves lines would make the place of the other another one.
        if select(2, edit.old:gsub('\n', '')) == select(2, edit.new:gsub('\n', '')) and
          not lines[tostring(edit.line)] then all[#all + 1] = edit end
      end
      local edit = all[any(math.max(1, #all))]
      if edit then
        text = edit.text
        lines[tostring(edit.line)] = true
        what[#what + 1] = ('%d %s: %s'):format(edit.line, edit.kind, edit.shown:gsub('%s+', ' '))
      end
    end
    local key = ('p%04d'):format(n)
    files.make_folder(('%s/%s/%s'):format(folder, e.slug, e.name))
    files.write(('%s/%s/%s/%s.c'):format(folder, e.slug, e.name, key), text)
    files.write(('%s/%s/%s/%s.right'):format(folder, e.slug, e.name, key), right)
    labels[n] = ('%s/%s/%s\t%s'):format(e.slug, e.name, key, table.concat(what, '; '))
  end
  files.write(folder .. '/planted.tsv', table.concat(labels, '\n') .. '\n')
  return 0
end

-- The lines that a text names. A compiler's warning, «Line 5: …», is true wherever the slip may be.
local function named(text)
  local list = {}
  for rest in text:gmatch '%f[%a]lines? ([%d, orand]+)' do
    for n in rest:gmatch '%d+' do list[#list + 1] = n end
  end
  return list
end

local MOST_ELSEWHERE, LEAST_NAMED, MOST_UNTRUE = 0.01, 0.7, 0.02

-- A right answer in another style is right, or what is said of its slips says nothing.
local function check_style(e, path)
  child.with_scratch('planted', function(scratch)
    local d, text = declaration.read(e), files.read(path)
    local list = judge.points(e, d, text, scratch)
    if not ask.compile({ text }, d, scratch .. '/one', scratch) or
      not trying.right_ones(d, scratch .. '/one', scratch, list, 1, 1, 4000)[1] then
      error(path .. ' is not right', 0)
    end
    return true
  end)
end

local function compare(folder, result)
  local planted, count, elsewhere, wrong, by, told, untrue = {}, {}, {}, 0, {}, 0, {}
  for _, e in ipairs(exercise.list()) do by[e.slug .. '/' .. e.name] = e end
  for line in files.read(folder .. '/planted.tsv'):gmatch '[^\n]+' do
    local path, what = line:match '^([^\t]*)\t(.*)$'
    planted[path] = what
  end
  for row in files.read(result):gmatch '[^\n]+' do
    local path, status, kind, text = row:match '^([^\t]*)\t([^\t]*)\t([^\t]*)\t[^\t]*\t[^\t]*\t(.*)$'
    local lines, how = named(text), kind
    if status == 'wrong' then
      wrong = wrong + 1
      local is_there = false
      for _, n in ipairs(lines) do
        local label = ' ; ' .. planted[path]
        -- A line that was taken away is missing behind the one before it.
        local before = text:match 'a line is missing' and ('; %d line:'):format(n + 1)
        is_there = is_there or label:find('; ' .. n .. ' ', 1, true) or before and label:find(before, 1, true)
      end
      if is_there then how = 'its line' elseif #lines > 0 and kind ~= 'conduct' and kind ~= 'no number' then
        how = 'another line'
        check_style(by[path:match '^(.*)/'], ('%s/%s.right'):format(folder, path))
        elsewhere[#elsewhere + 1] = ('%s\n  planted %s\n  said    %s'):format(path, planted[path], text)
      end
    end
    count[how] = (count[how] or 0) + 1
    local holds, why = ranges(by[path:match '^(.*)/'], files.read(('%s/%s.c'):format(folder, path)), text)
    if holds ~= nil then told = told + 1 end
    if holds == false then untrue[#untrue + 1] = ('%s\n  said    %s\n  but it is %s'):format(path, text, why) end
  end
  print(table.concat(elsewhere, '\n'))
  print(table.concat(untrue, '\n'))
  local kinds = {}
  for how, n in pairs(count) do kinds[#kinds + 1] = ('%d %s'):format(n, how) end
  table.sort(kinds)
  print(('%s; %d of %d ranges untrue'):format(table.concat(kinds, ', '), #untrue, told))
  local is_good = #untrue <= MOST_UNTRUE * told and
    #elsewhere <= MOST_ELSEWHERE * wrong and (count['its line'] or 0) >= LEAST_NAMED * wrong
  return is_good and 0 or 1
end

program.run('planted', function()
  if tonumber(arg[2]) then return write(arg[1], tonumber(arg[2])) end
  return compare(arg[1], arg[2])
end, 2)
