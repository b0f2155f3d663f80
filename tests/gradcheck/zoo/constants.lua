--- What each constant of the checker is for: csrc/gradcheck/constants.h with one of
-- them taken away, halved or doubled, and what the zoo says then.
--
--   luajit constants.lua tried                 a header in which $GW_TRIED sets each of them
--   luajit constants.lua values                and the file that reads it
--   luajit constants.lua prove FOLDER [NAME …] is each row worse without its constant?
--   luajit constants.lua table FOLDER [NAME …] the same, with half and double of each, as a table
--
-- FOLDER has the zoo's programs, built with that header. The status is 1 where a row that
-- the header names is not worse without its constant.
package.path = 'scripts/?.lua;' .. package.path
local files = require 'gw.files'
local program = require 'gw.program'

local HEADER = 'csrc/gradcheck/constants.h'

-- The zoo's programs, and how much of each is a run. Of generated costs and of names a row
-- may ask for one class alone.
local TABLES = {
  zoo = { words = 'tests/gradcheck/zoo/mistakes.tsv %s %s', prove = { 1, 2000 } },
  ['zoo-twins'] = { words = '%s', prove = { 1100 } },
  ['zoo-wild'] = { words = '%s', prove = { 60 }, class = 1500 },
  ['zoo-names'] = { words = '%s', prove = { 10 } },
  ['zoo-session'] = { words = '%s', prove = { 100 } },
}
local ORDER = { 'zoo', 'zoo-twins', 'zoo-wild', 'zoo-names', 'zoo-session' }

local CLASSES = { 'scales 1e-12 to 1e12', 'rounded to a quantum', 'rounded to digits', 'with an offset', 'a kink near',
  'kinks at the point', 'a fine ripple', 'fast', 'single precision', 'an iteration', 'saturated', 'powers',
  'cost 1e-300 to 1e300', 'a table', 'a rounded argument', 'a table of few digits', 'a fine table', 'the finest ripple' }

-- Every constant: {name, value, away, row, line}, in the order of the header.
local function read(text)
  local constants = {}
  for line in text:gmatch '[^\n]+' do
    local kind, name, value = line:match '^static const (%a+) ([%u_]+) = ([%w.-]+);'
    if name then
      local away, row = line:match '/%* ([%w.-]+): ([%w%s-]+) %*/$'
      if not away then error(('%s: %s does not say what takes it away: /* VALUE: ROW */'):format(HEADER, name), 0) end
      constants[#constants + 1] = { name = name, value = value, away = away, row = row, line = line,
        whole = kind ~= 'double' }
    end
  end
  return constants
end

-- So many times a constant.
local function tried(c, times)
  local value = tonumber(c.value) * times
  return ('%.17g'):format(c.whole and math.floor(value) or value)
end

-- The first numbers of the line that starts so.
local function line_of(text, start)
  local numbers = {}
  for line in text:gmatch '[^\n]+' do
    if line:sub(1, #start + 1) == start .. ' ' then
      for number in line:sub(#start + 1):gmatch '[%d.]+' do numbers[#numbers + 1] = tonumber(number) end
      return numbers
    end
  end
  return numbers
end

-- Of the lines that match, the sums of what is captured.
local function sums(text, pattern)
  local found = {}
  for line in text:gmatch '[^\n]+' do
    for i, number in ipairs { line:match(pattern) } do found[i] = (found[i] or 0) + tonumber(number) end
  end
  return found
end

local NUMBERS = ' +([%d.]+)'

-- What a program of the zoo printed, as rows that are worse when larger.
local READ = {}

function READ.zoo(text)
  local ours = sums(text, '^this one +[%d.]+%% +(%d+) +(%d+) +(%d+) +([%d.]+)%%')
  local right = sums(text, '^right gradients: ([%d.]+)%% undecided; ([%d.]+) evaluations')
  local bounds = sums(text, '^bounds: (%d+) of')
  local fine = sums(text, '^bounds at order%-1 points: ([%d.]+)%%')
  local named = sums(text, '^named rightly first: ([%d.]+)%%')
  local directions = sums(text, '^an error of %d+ bounds' .. NUMBERS .. NUMBERS .. NUMBERS .. NUMBERS)
  local of_mistakes = sums(text, '^the mistakes' .. NUMBERS .. NUMBERS .. NUMBERS .. NUMBERS)
  local off = sums(text, '^[%l-]+,? ?[%l]* +%d+ +[%d.]+%%' .. NUMBERS .. NUMBERS .. '$')
  return {
    { 'missed', ours[1] }, { 'undecided', ours[2] }, { 'hidden', ours[3] }, { 'accused', ours[4], '%' },
    { 'right undecided', right[1], '%' }, { 'evaluations', right[2] }, { 'not covered', bounds[1] },
    { 'wide bounds', fine[1] and 100 - fine[1], '%' }, { 'misnamed', named[1] and 100 - named[1], '%' },
    { 'directions missed', of_mistakes[2] and directions[2] + of_mistakes[2] },
    { 'directions undecided', of_mistakes[3] and directions[3] + of_mistakes[3] },
    { 'one off undecided', off[1] }, { 'one off passed', off[2] },
  }
end

READ['zoo-twins'] = function(text)
  local twins = sums(text, '^all +%d+ +(%d+) +([%d.]+)%% +([%d.]+)%%')
  local least = sums(text, '^one entry off by 1e%-11: %d+ of %d+ fail, (%d+) are undecided, (%d+) pass')
  return { { 'twins accused', twins[1] }, { 'twins undecided', twins[2], '%' },
    { 'twins blunt', twins[3] and 100 - twins[3], '%' }, { 'twins off undecided', least[1] },
    { 'twins off passed', least[2] } }
end

-- «fast accused» is a row of one class, «generated accused» of all.
READ['zoo-wild'] = function(text)
  local rows = {}
  for k = 0, #CLASSES do
    local class = CLASSES[k] or 'generated'
    local n = line_of(text, CLASSES[k] or 'all generated')
    for _, m in ipairs { { 'accused', 3 }, { 'undecided', 2 }, { 'uncaught', 6 }, { 'passed', 7 }, { 'missed', 8 },
      { 'not covered', 9 }, { 'named', 4 }, { 'unnamed', 4, -1 }, { 'evaluations', 11 } } do
      rows[#rows + 1] = { class .. ' ' .. m[1], n[m[2]] and (m[3] or 1) * n[m[2]], nil, k > 0 }
    end
  end
  return rows
end

READ['zoo-names'] = function(text)
  local rows = {}
  for _, all in ipairs { 'all names', 'along directions' } do
    local n = line_of(text, all)
    rows[#rows + 1] = { (all == 'all names' and 'names' or 'names along') .. ' unknown', n[5] }
    rows[#rows + 1] = { (all == 'all names' and 'names' or 'names along') .. ' misleading', n[6] }
  end
  return rows
end

READ['zoo-session'] = function(text)
  local rows = {}
  for line in text:gmatch '[^\n]+' do
    local name, number = line:match '^(%l[%l%s-]-) +(%d+)$'
    if name then rows[#rows + 1] = { name, tonumber(number) } end
  end
  return rows
end

local function quoted(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

-- Runs a program with a constant tried, and keeps what was said.
local said = {}
local function run(folder, which, size, class, setting)
  local words = TABLES[which].words:format(unpack(size)) .. (class and ' ' .. class or '')
  local command = ('GW_TRIED=%s timeout 300 %s/%s %s 2>/dev/null'):format(quoted(setting or ''), folder, which, words)
  if not said[command] then
    local pipe = assert(io.popen(command))
    said[command] = READ[which](pipe:read '*a')
    pipe:close()
  end
  return said[command]
end

local function row_of(rows, name)
  for _, row in ipairs(rows) do
    if row[1] == name then return row[2], row[3] end
  end
end

-- The program that has a row, and the class of it.
local function place_of(name)
  local longest, at = 0, nil
  for k, class in ipairs(CLASSES) do
    if name:sub(1, #class + 1) == class .. ' ' and #class > longest then longest, at = #class, k - 1 end
  end
  if at then return 'zoo-wild', at end
  for _, which in ipairs(ORDER) do
    for _, row in ipairs(READ[which] '') do
      if row[1] == name then return which end
    end
  end
  return 'zoo-session'
end

local function shown(value, unit) return value and ('%.7g%s'):format(value, unit or '') or 'no end' end

-- What a constant's row is with a value of it, or as it is.
local function seen(folder, c, value)
  local which, class = place_of(c.row)
  local size = class and { TABLES[which].class } or TABLES[which].prove
  return row_of(run(folder, which, size, class, value and c.name .. '=' .. value), c.row)
end

-- A line for each constant: its row as it is, and without it; of a table also with half and
-- double of it. The status is 1 where a row is no worse without.
local function prove(constants, folder, names, is_table)
  local status = 0
  if is_table then
    print '| constant | is | away | row that breaks | as it is | without | half | double |'
    print '|---|---|---|---|---|---|---|---|'
  end
  for _, c in ipairs(constants) do
    if not next(names) or names[c.name] then
      local was, unit = seen(folder, c)
      if not was then error(('%s: %s names a row that there is not: %s'):format(HEADER, c.name, c.row), 0) end
      local now = seen(folder, c, c.away)
      local is_worse = not now or now > was
      if is_table then
        print(('| %s | %s | %s | %s | %s | %s | %s | %s |'):format(c.name, c.value, c.away, c.row, shown(was, unit),
          shown(now, unit), shown(seen(folder, c, tried(c, 0.5)), unit), shown(seen(folder, c, tried(c, 2)), unit)))
      else
        print(('%-8s %-17s %s %s, without it %s'):format(is_worse and 'proved' or 'NOT', c.name, c.row,
          shown(was, unit), shown(now, unit)))
      end
      io.stdout:flush()
      if not is_worse then
        status = 1
        if is_table then
          io.stderr:write(('%s: without %s the row «%s» is no worse\n'):format(HEADER, c.name, c.row))
        end
      end
    end
  end
  return status
end

program.run('constants.lua', function()
  local text = files.read(HEADER) or error(HEADER .. ' cannot be read', 0)
  local constants = read(text)
  local what, folder = arg[1], arg[2]
  if what == 'tried' then
    for k, c in ipairs(constants) do
      local from, to = text:find(c.line, 1, true)
      local value = ('gw_tried[%d]'):format(k - 1)
      text = text:sub(1, from - 1) .. ('#define %s (%s)'):format(c.name, c.whole and '(int)' .. value or value)
        .. text:sub(to + 1)
    end
    io.write('extern double gw_tried[];\n', text)
  elseif what == 'values' then
    print '#include <math.h>\n#include <stdlib.h>\n#include <string.h>\n'
    print 'double gw_tried[] = {'
    for _, c in ipairs(constants) do print(('    %s, /* %s */'):format(c.value, c.name)) end
    print '};\nstatic const char *const NAME[] = {'
    for _, c in ipairs(constants) do print(('    "%s",'):format(c.name)) end
    print [[
};
__attribute__((constructor)) static void set(void) {
    const char *text = getenv("GW_TRIED"), *is = text ? strchr(text, '=') : NULL;
    for (size_t k = 0; is && k < sizeof NAME / sizeof *NAME; k++)
        if (strlen(NAME[k]) == (size_t)(is - text) && !strncmp(NAME[k], text, (size_t)(is - text)))
            gw_tried[k] = strtod(is + 1, NULL);
}]]
  else
    local names = {}
    for k = 3, #arg do names[arg[k]] = true end
    return prove(constants, folder, names, what == 'table')
  end
end, 2)
