--- What a run says of its checks, in plain words and lines of at most 80 columns:
-- what was claimed, at how many points it was checked, and where least can be told,
-- or, if something fails, the entry that tells most.
--
-- A check is what gw.chapter records and what build/reports/SLUG.json holds:
-- {formula, verdict, cause, entries, failed, unit, digits, used, worst = {where, …}}.
local term = require 'gw.term'

local account = {}

local WIDTH, INDENT, FORMULA, FAILED = 80, 12, 38, 43
-- Fewer digits than these say less than how far the sides are apart, and may be.
local FEW = 3
local LISTED = 8

local function minus(text) return (text:gsub('^%-', '−'):gsub('([ (,%[])%-([%d.])', '%1−%2')) end

--- Two numbers with as few digits, but three, as tell them apart.
function account.apart(a, b)
  local x, y
  for digits = 3, 17 do
    x, y = ('%%.%dg'):format(digits):format(a), ('%%.%dg'):format(digits):format(b)
    if x ~= y then break end
  end
  return minus(x), minus(y)
end

local function thousands(n)
  local text, more = ('%d'):format(n), 1
  while more > 0 do text, more = text:gsub('^(%d+)(%d%d%d)', '%1,%2') end
  return text
end

local function counted(n, what) -- what: «cases», «entries», …
  return ('%s %s'):format(thousands(n), n == 1 and what:gsub('ies$', 'ys'):gsub('s$', '') or what)
end

-- Words after `line`, wrapped; \1 is a space at which no line ends.
local function wrap(lines, line, text, indent)
  local empty = true
  for word in text:gmatch '%S+' do
    if not empty and term.width(line) + 1 + term.width(word) > WIDTH then
      lines[#lines + 1] = line
      line, empty = (' '):rep(indent), true
    end
    line, empty = line .. (empty and '' or ' ') .. word:gsub('\1', ' '), false
  end
  lines[#lines + 1] = line
  return lines
end

local function add(lines, label, text) wrap(lines, '  ' .. term.pad(label, INDENT - 2), text, INDENT) end

--- A line of a report, in several if it is too long.
function account.wrap(text)
  if term.width(text) <= WIDTH then return text end
  local indent = #text:match '^ *'
  return table.concat(wrap({}, (' '):rep(indent), text, indent), '\n')
end

--- Words after a label, wrapped.
function account.labelled(label, text)
  local lines = {}
  add(lines, label, text)
  return table.concat(lines, '\n')
end

local function finite(x) return type(x) == 'number' and math.abs(x) < math.huge end -- false for NaN

-- How far the two sides of a formula are apart, and may be.
local function distance(worst)
  local off = math.abs(worst.analytic - worst.numeric)
  local size = math.max(math.abs(worst.analytic), math.abs(worst.numeric))
  local in_percent = worst.analytic ~= 0 and worst.numeric ~= 0 and worst.bound <= size
  local unit, by = in_percent and '%' or '', in_percent and 100 / size or 1
  if off == 0 then return ('the two sides are equal where %.3g%s apart is allowed'):format(worst.bound * by, unit) end
  local is, may = account.apart(off * by, worst.bound * by)
  return ('the two sides are %s%s apart where %s%s is allowed'):format(is, unit, may, unit)
end

--- What is the matter with a check, or how far it can be told that nothing is.
function account.sentence(c)
  local worst, measured = c.worst, c.unit ~= 'cases'
  local known = worst and finite(worst.numeric)
  if c.verdict == 'undecided' then return c.cause end
  if c.verdict == 'fail' then
    if not known then
      local no_number = worst and worst.analytic and not finite(worst.analytic)
      return no_number and ('the formula gives %s, which is no slope'):format(worst.analytic) or c.cause
    end
    local one, other = account.apart(worst.analytic or 0 / 0, worst.numeric)
    return (measured and 'the formula gives %s, the measured slope is %s' or 'the two sides are %s and %s')
      :format(one, other)
  end
  if c.digits < FEW and known and not measured then return distance(worst) end
  return ('%s agree to %s'):format(measured and 'formula and measured slope' or 'the two sides',
    counted(math.floor(c.digits), 'digits'))
end

-- Where it is, if that has a name.
local function where(c)
  local text = c.worst and c.worst.where or ''
  if text == '' or text:match '^case %d+$' then return '' end
  if not text:match '^at ' then text = (text:match '^[^ ]+ = ' and 'at ' or 'for ') .. text end
  return ', ' .. minus(text):gsub(' = ', '\1=\1'):gsub('%b[]', function(interval) return (interval:gsub(' ', '\1')) end)
end

-- The first check that fails, else the first undecided, else that of the fewest
-- digits; of those with none, the nearest to its bound.
local function worst_of(checks)
  local found
  for _, verdict in ipairs { 'fail', 'undecided' } do
    for _, c in ipairs(checks) do
      if c.verdict == verdict then return c end
    end
  end
  for _, c in ipairs(checks) do
    if c.worst and (not found or c.digits < found.digits or
      (c.digits == found.digits and (c.used or 0) > (found.used or 0))) then found = c end
  end
  return found or checks[1]
end

-- One that fails, and how much of it; in two lines if its formula is long.
local function add_failed(lines, c)
  local line = ('  %s %s'):format(term.verdict 'fail', c.formula)
  if c.unit == 'claims' then
    lines[#lines + 1] = line
    return
  end
  local count = ('%s of %s'):format(thousands(c.failed), counted(c.entries, c.unit))
  if term.width(c.formula) > FAILED then line, lines[#lines + 1] = '', line end
  lines[#lines + 1] = ('%s %s'):format(term.pad(line, INDENT + FAILED), count)
end

--- The lines for a newcomer. `main` is the id of the claim that the chapter is about;
-- what fails is listed, unless that has been said already.
function account.lines(checks, main, said)
  local lines, first, points, failed, undecided = {}, checks[1], 0, {}, 0
  if not first then return lines end
  for _, c in ipairs(checks) do
    if c.id == main then first = c end
    points = points + c.entries
    if c.verdict == 'fail' then failed[#failed + 1] = c end
    if c.verdict == 'undecided' then undecided = undecided + 1 end
  end
  local others = #checks - 1
  add(lines, 'claimed', first.formula .. (others > 0 and (', and %s more'):format(thousands(others)) or ''))
  local outcome = {}
  if #failed > 0 then outcome[1] = ('%d of %s FAIL'):format(#failed, counted(#checks, 'statements')) end
  if undecided > 0 then outcome[#outcome + 1] = ('%d undecided'):format(undecided) end
  add(lines, 'checked', ('at %s: %s'):format(counted(points, 'points'),
    outcome[1] and table.concat(outcome, ', ') or 'all hold'))
  local c = worst_of(checks)
  local what, sentence = c.formula .. where(c) .. ':', account.sentence(c)
  local short = INDENT + term.width(what) + 1 + term.width(sentence) <= WIDTH
  add(lines, c.verdict == 'pass' and 'worst' or 'look at', short and what .. ' ' .. sentence or what)
  if not short then add(lines, '', sentence) end
  for i, f in ipairs(said and {} or failed) do
    if i > LISTED then
      add(lines, '', ('and %d more (ARGS=--verbose lists them)'):format(#failed - LISTED))
      break
    end
    add_failed(lines, f)
  end
  return lines
end

--- One check in one line, or in two if it is not passed or its formula is long.
function account.detail(c)
  local measure = ''
  if c.unit ~= 'claims' then
    local result
    if c.verdict == 'fail' then result = ('%d fail'):format(c.failed)
    elseif c.verdict == 'undecided' then result = 'undecided'
    elseif c.digits < FEW and c.used then result = ('%.0f%% of bound'):format(100 * c.used)
    else result = counted(math.floor(c.digits), 'digits') end
    measure = ('%14s, %s'):format(counted(c.entries, c.unit), result)
  end
  local long = measure ~= '' and term.width(c.formula) > FORMULA
  local lines = { (('  %s %s%s'):format(term.verdict(c.verdict), term.pad(c.formula, FORMULA),
    long and '' or ' ' .. measure):gsub(' +$', '')) }
  if long then lines[2] = (' '):rep(INDENT + FORMULA + 1) .. measure end
  if c.verdict ~= 'pass' then
    local known = c.verdict == 'fail' and c.worst and finite(c.worst.numeric) and finite(c.worst.bound)
    add(lines, '', where(c):gsub('^, (.*)$', '%1: ') .. account.sentence(c) ..
      (known and (', %.2g apart is allowed'):format(c.worst.bound) or ''))
  end
  return lines
end

return account
