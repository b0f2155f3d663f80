--- Turns a CSV file into X (n_x, m) and Y (1, m), examples as columns.
local csv = require 'gw.csv'
local matrix = require 'gw.matrix'

local dataset = {}

local function index_of(t, name, role)
  for i, column in ipairs(t.columns) do
    if column == name then return i end
  end
  error(('%s has no column «%s» for the %s; it has %s'):format(t.path, name, role, table.concat(t.columns, ', ')), 0)
end

local MISSING = { [''] = true, ['NA'] = true, ['?'] = true }

local function is_missing(cell)
  return MISSING[cell:match '^%s*(.-)%s*$'] ~= nil
end

local function to_number(t, r, c)
  local cell = t.rows[r][c]
  local x = tonumber(cell)
  local where = ('%s:%d: column %s'):format(t.path, t.line[r], t.columns[c])
  if not x or cell:match '^%s*0[xX]' then error(('%s: «%s» is not a number'):format(where, cell), 0) end
  if x ~= x or math.abs(x) == math.huge then error(('%s: %s is not finite'):format(where, cell), 0) end
  return x
end

-- Rows without a missing cell in the columns used. A missing cell is an error
-- unless its row may be left out.
local function complete_rows(t, used, drop)
  local kept = {}
  for r, row in ipairs(t.rows) do
    local missing
    for _, c in ipairs(used) do
      if is_missing(row[c]) then missing = missing or c end
    end
    if not missing then
      kept[#kept + 1] = r
    elseif not drop then
      error(('%s:%d: column %s is missing (--drop-missing leaves such rows out)'):format(t.path, t.line[r],
        t.columns[missing]), 0)
    end
  end
  if #kept == 0 then error(t.path .. ' has no complete row', 0) end
  return kept
end

-- Which label counts as 1: the one asked for, else 1 of {0, 1}, else the last
-- of two in alphabetical order.
local function positive_label(t, column, classes, asked)
  if #classes < 2 then
    error(('%s: every label in column %s is «%s»: there is nothing to tell apart'):format(t.path, t.columns[column],
      classes[1]), 0)
  end
  if asked then
    for _, label in ipairs(classes) do
      if label == asked then return asked end
    end
    error(('%s: no label in column %s is «%s»; they are %s'):format(t.path, t.columns[column], asked,
      table.concat(classes, ', ')), 0)
  end
  if #classes > 2 then
    error(('%s: column %s has %d labels (%s …): say which counts as 1 with --positive'):format(t.path,
      t.columns[column], #classes, table.concat(classes, ', ', 1, 3)), 0)
  end
  return classes[2]
end

--- Loads a data set.
-- @param o.data, o.label, o.positive, o.features (a list or nil for all other
--   columns), o.drop_missing
-- @param o.is_positive function(label) in place of o.positive
-- @return {X, Y, features = names, label, positive, dropped, labels}
function dataset.load(o)
  local t = csv.read(o.data)
  local label = index_of(t, o.label and o.label ~= '' and o.label or t.columns[#t.columns], 'label')
  local chosen = {}
  if o.features and #o.features > 0 then
    for i, name in ipairs(o.features) do chosen[i] = index_of(t, name, 'features') end
  else
    for c = 1, #t.columns do
      if c ~= label then chosen[#chosen + 1] = c end
    end
  end
  if #chosen == 0 then error(t.path .. ' has no column to learn from', 0) end
  local used = { label, unpack(chosen) }
  local rows = complete_rows(t, used, o.drop_missing)

  local classes, seen = {}, {}
  for _, r in ipairs(rows) do
    local text = t.rows[r][label]
    if not seen[text] then seen[text], classes[#classes + 1] = true, text end
  end
  table.sort(classes)
  local positive = o.positive ~= '' and o.positive or nil
  local is_positive = o.is_positive
  if not is_positive then
    positive = positive_label(t, label, classes, positive)
    is_positive = function(text) return text == positive end
  end

  local X, Y, labels, features = matrix.new(#chosen, #rows), matrix.new(1, #rows), {}, {}
  for i, c in ipairs(chosen) do features[i] = t.columns[c] end
  for j, r in ipairs(rows) do
    labels[j] = t.rows[r][label]
    Y:set(1, j, is_positive(labels[j]) and 1 or 0)
    for i, c in ipairs(chosen) do X:set(i, j, to_number(t, r, c)) end
  end
  return { X = X, Y = Y, features = features, label = t.columns[label], positive = positive,
    dropped = #t.rows - #rows, labels = labels }
end

return dataset
