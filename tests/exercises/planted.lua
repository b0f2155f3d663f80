-- Plants mistakes whose place is known: of right answers it makes others in another style (other
-- names, a while for a for, a result of its own), and in each one slip or two, by the edits of
-- mutants.lua. It writes FOLDER/SLUG/NAME/KEY.c, and FOLDER/planted.tsv with the lines; or, where
-- count.lua has judged the folder, it says how many of the sentences name another line, and ends
-- with status 1 where these are more than 1 in 100, or fewer than 70 in 100 name the line. How a
-- program ended is no such sentence: where it does is a fact, wherever the slip may be.
--
--   luajit tests/exercises/planted.lua FOLDER COUNT [SEED]
--   luajit tests/exercises/planted.lua FOLDER RESULT.tsv
package.path = arg[0]:gsub('tests/[^/]*/[^/]*$', 'scripts/?.lua;') .. package.path
local glob = require 'posix.glob'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local grammar = require 'judge.grammar'
local mutants = require 'judge.mutants'
local program = require 'gw.program'
local source = require 'judge.source'

-- The same in every run.
local state = 1
local function random(n)
  state = state * 16807 % 2147483647
  return 1 + state % n
end

local NAMES = { 'p', 'q', 'aux', 'value', 'tmp', 'part', 'g', 'll', 'acc', 'res', 'v1', 'v2', 'mm', 'dd' }

-- Other names for what a function declares of its own.
local function renamed(text)
  local t = source.tokens(text)
  local known, new, by, taken = grammar.names(t), {}, {}, {}
  for _, x in ipairs(t) do taken[x.text] = true end
  local next_ = random(#NAMES)
  for _, n in ipairs(known) do
    if n.depth >= 1 and n.kind == 'double' and not by[n.name] then
      for _ = 1, #NAMES do
        next_ = next_ % #NAMES + 1
        if not taken[NAMES[next_]] then
          by[n.name], taken[NAMES[next_]] = NAMES[next_], true
          break
        end
      end
    end
  end
  for i, x in ipairs(t) do
    local is_member = grammar.is_sign(t[i - 1], '->', '.') or grammar.is_sign(t[i + 1], '(')
    if x.kind == 'name' and by[x.text] and not is_member then new[i] = by[x.text] end
  end
  return source.replaced(text, t, new)
end

-- A while for the first for whose rounds all come to their end.
local function with_while(text)
  local t = source.tokens(text)
  for i, x in ipairs(t) do
    local close = x.text == 'for' and grammar.partner(t, i + 1)
    local first = close and grammar.expression_end(t, i + 2)
    local second = first and grammar.expression_end(t, first + 2)
    local stop = close and t[close + 1].text == '{' and grammar.partner(t, close + 1)
    if stop and second and second + 2 < close and not text:sub(x.from, t[stop].to):match '%f[%w]continue%f[%W]' then
      local function words(a, b) return text:sub(t[a].from, t[b].to) end
      return ('%s{ %s;\nwhile (%s) {%s%s;\n} }%s'):format(text:sub(1, x.from - 1), words(i + 2, first),
        words(first + 2, second), text:sub(t[close + 1].to + 1, t[stop].from - 1), words(second + 2, close - 1),
        text:sub(t[stop].to + 1))
    end
  end
  return text
end

-- What is returned gets a name before.
local function with_result(text)
  local head, expression, rest = text:match '^(.*[;{}]%s*)return%s+([^;]+);(%s*}%s*)$'
  if not head or not text:match '\ndouble [%w_]+%([^)]*%)%s*{[^{]*return' then return text end
  return ('%sdouble result_here = %s;\n    return result_here;%s'):format(head, expression, rest)
end

local STYLES = { function(text) return text end, renamed, with_while, with_result,
  function(text) return renamed(with_while(text)) end, function(text) return with_result(renamed(text)) end }

local function write(folder, count)
  local list, labels = exercise.list(), {}
  for n = 1, count do
    local e = list[1 + (n - 1) % #list]
    local rights = glob.glob(('tests/exercises/%s/%s/right-*.c'):format(e.slug, e.name)) or {}
    rights[#rights + 1] = e.solution
    local text = STYLES[random(#STYLES)](files.read(rights[random(#rights)]))
    local lines, what = {}, {}
    for _ = 1, random(3) == 1 and 2 or 1 do
      local all = {}
      for _, edit in ipairs(mutants.of(text)) do
        -- One that moves lines would make the place of the other another one.
        if select(2, edit.old:gsub('\n', '')) == select(2, edit.new:gsub('\n', '')) and
          not lines[tostring(edit.line)] then all[#all + 1] = edit end
      end
      local edit = all[random(math.max(1, #all))]
      if edit then
        text = edit.text
        lines[tostring(edit.line)] = true
        what[#what + 1] = ('%d %s: %s'):format(edit.line, edit.kind, edit.shown:gsub('%s+', ' '))
      end
    end
    local key = ('p%04d'):format(n)
    files.make_folder(('%s/%s/%s'):format(folder, e.slug, e.name))
    files.write(('%s/%s/%s/%s.c'):format(folder, e.slug, e.name, key), text)
    labels[n] = ('%s/%s/%s\t%s'):format(e.slug, e.name, key, table.concat(what, '; '))
  end
  files.write(folder .. '/planted.tsv', table.concat(labels, '\n') .. '\n')
  return 0
end

-- The lines that a text names.
local function named(text)
  local list = {}
  for rest in text:gmatch '[Ll]ines? ([%d, orand]+)' do
    for n in rest:gmatch '%d+' do list[#list + 1] = n end
  end
  return list
end

local MOST_ELSEWHERE, LEAST_NAMED = 0.01, 0.7

local function compare(folder, result)
  local planted, count, elsewhere, wrong = {}, {}, {}, 0
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
      for _, n in ipairs(lines) do is_there = is_there or (' ; ' .. planted[path]):find('; ' .. n .. ' ', 1, true) end
      if is_there then how = 'its line' elseif #lines > 0 and kind ~= 'conduct' then
        how = 'another line'
        elsewhere[#elsewhere + 1] = ('%s\n  planted %s\n  said    %s'):format(path, planted[path], text)
      end
    end
    count[how] = (count[how] or 0) + 1
  end
  print(table.concat(elsewhere, '\n'))
  local kinds = {}
  for how, n in pairs(count) do kinds[#kinds + 1] = ('%d %s'):format(n, how) end
  table.sort(kinds)
  print(table.concat(kinds, ', '))
  local is_good = #elsewhere <= MOST_ELSEWHERE * wrong and (count['its line'] or 0) >= LEAST_NAMED * wrong
  return is_good and 0 or 1
end

program.run('planted', function()
  state = tonumber(arg[3] or 2026)
  if tonumber(arg[2]) then return write(arg[1], tonumber(arg[2])) end
  return compare(arg[1], arg[2])
end, 2)
