--- What each constant of the checker is for: csrc/gradcheck/constants.h with one of
-- them taken away, halved or doubled, and what the zoo says then.
--
--   luajit constants.lua list                  NAME/away NAME/half NAME/double …
--   luajit constants.lua header NAME/half      the header with that value
--   luajit constants.lua table FOLDER          FOLDER/NAME/half.txt … as one table
--
-- The table's status is 1 where a row that the header names is not worse without its
-- constant.
package.path = 'scripts/?.lua;' .. package.path
local files = require 'gw.files'
local program = require 'gw.program'

local HEADER = 'csrc/gradcheck/constants.h'
local TRIALS = { 'away', 'half', 'double' }

-- Every constant: {name, value, away, row, line}, in the order of the header.
local function read(text)
  local constants = {}
  for line in text:gmatch '[^\n]+' do
    local kind, name, value = line:match '^static const (%a+) ([%u_]+) = ([%w.-]+);'
    if not name then name, value = line:match '^enum { ([%u_]+) = ([%w.-]+) };' end
    if name then
      local away, row = line:match '/%* ([%w.-]+): ([%w ]+) %*/$'
      if not away then error(('%s: %s does not say what takes it away: /* VALUE: ROW */'):format(HEADER, name), 0) end
      constants[#constants + 1] = { name = name, value = value, away = away, row = row, line = line,
        whole = kind ~= 'double' }
    end
  end
  return constants
end

local function tried(constant, trial)
  if trial == 'away' then return constant.away end
  local value = tonumber(constant.value) * (trial == 'half' and 0.5 or 2)
  return ('%.17g'):format(constant.whole and math.floor(value) or value)
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

-- What the zoo printed, as rows that are worse when larger.
local function measure(text)
  local ours = sums(text, '^this one +[%d.]+%% +(%d+) +(%d+) +(%d+) +([%d.]+)%%')
  local right = sums(text, '^right gradients: ([%d.]+)%% undecided, ([%d.]+) evaluations')
  local bounds = sums(text, '^bounds: (%d+) of')
  local fine = sums(text, '^bounds at order%-1 points: ([%d.]+)%%')
  local named = sums(text, '^named rightly first: ([%d.]+)%%')
  local directions = sums(text, '^an error of %d+ bounds' .. NUMBERS .. NUMBERS .. NUMBERS .. NUMBERS)
  local of_mistakes = sums(text, '^the mistakes' .. NUMBERS .. NUMBERS .. NUMBERS .. NUMBERS)
  local off = sums(text, '^[%l-]+,? ?[%l]* +%d+ +[%d.]+%%' .. NUMBERS .. NUMBERS .. '$')
  local twins = sums(text, '^all +%d+ +(%d+) +([%d.]+)%% +([%d.]+)%%')
  local wild = sums(text, '^all generated' .. NUMBERS:rep(8) .. NUMBERS .. ' of' .. NUMBERS .. NUMBERS)
  local least = sums(text, '^one entry off by 1e%-11: %d+ of %d+ fail, (%d+) are undecided, (%d+) pass')
  return {
    { 'missed', ours[1] }, { 'undecided', ours[2] }, { 'hidden', ours[3] }, { 'accused', ours[4], '%' },
    { 'right undecided', right[1], '%' }, { 'evaluations', right[2] }, { 'not covered', bounds[1] },
    { 'wide bounds', fine[1] and 100 - fine[1], '%' }, { 'misnamed', named[1] and 100 - named[1], '%' },
    { 'directions missed', of_mistakes[2] and directions[2] + of_mistakes[2] },
    { 'directions undecided', of_mistakes[3] and directions[3] + of_mistakes[3] },
    { 'one off undecided', off[1] }, { 'one off passed', off[2] },
    { 'twins accused', twins[1] }, { 'twins undecided', twins[2], '%' },
    { 'twins blunt', twins[3] and 100 - twins[3], '%' }, { 'twins off undecided', least[1] },
    { 'twins off passed', least[2] },
    { 'generated accused', wild[3] }, { 'generated undecided', wild[2] }, { 'generated uncaught', wild[6] },
    { 'generated missed', wild[8] }, { 'generated not covered', wild[9] }, { 'generated evaluations', wild[11] },
  }
end

local function shown(value, unit) return value and ('%.7g%s'):format(value, unit or '') or 'no end' end

-- What differs from the zoo as it is, and whether a row of this name is worse.
local function compare(now, before, row)
  local words, worse = {}, false
  for i, m in ipairs(now) do
    local name, value, unit = unpack(m)
    local was = before[i][2]
    if value ~= was then words[#words + 1] = name .. ' ' .. shown(value, unit) end
    if name == row then worse = not value or value > was end
  end
  return #words > 0 and table.concat(words, ', ') or '–', worse
end

local function print_table(constants, folder)
  local before = measure(files.read(folder .. '/none.txt') or error('no zoo in ' .. folder, 0))
  local all, shows = {}, true
  for i, m in ipairs(before) do all[i] = m[1] .. ' ' .. shown(m[2], m[3]) end
  print('As they are: ' .. table.concat(all, ', ') .. '.\n')
  print '| constant | is | away | row that breaks | what else, and how much | half | double |'
  print '|---|---|---|---|---|---|---|'
  for _, c in ipairs(constants) do
    local cells, breaks = {}, false
    for t, trial in ipairs(TRIALS) do
      local text = files.read(('%s/%s/%s.txt'):format(folder, c.name, trial))
      local worse
      if text then cells[t], worse = compare(measure(text), before, c.row) else cells[t] = 'not run' end
      breaks = breaks or trial == 'away' and worse
    end
    if not breaks and c.row ~= 'nothing seen' then
      shows = false
      io.stderr:write(('%s: without %s the row «%s» is no worse\n'):format(HEADER, c.name, c.row))
    end
    print(('| %s | %s | %s | %s | %s |'):format(c.name, c.value, c.away, c.row, table.concat(cells, ' | ')))
  end
  return shows and 0 or 1
end

program.run('constants.lua', function()
  local text = files.read(HEADER) or error(HEADER .. ' cannot be read', 0)
  local constants = read(text)
  if arg[1] == 'list' then
    for _, trial in ipairs(TRIALS) do
      for _, c in ipairs(constants) do print(c.name .. '/' .. trial) end
    end
  elseif arg[1] == 'header' then
    local name, trial = arg[2]:match '^([%u_]+)/(%l+)$'
    for _, c in ipairs(constants) do
      if c.name == name then
        local value = tried(c, trial)
        local changed = c.line:gsub('= [%w.-]+', '= ' .. (value:gsub('%%', '%%%%')), 1)
        local from, to = text:find(c.line, 1, true)
        text = text:sub(1, from - 1) .. changed .. text:sub(to + 1)
      end
    end
    io.write(text)
  elseif arg[1] == 'table' then
    return print_table(constants, arg[2])
  end
end, 2)
