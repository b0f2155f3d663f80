--- Turns a CSV file into X (n_x, m) and Y (1, m), examples as columns. The file is read
-- once, row by row, and of each row only the numbers of the columns that are used and
-- the label's class are kept.
local ffi = require 'ffi'
local csv = require 'gw.csv'
local matrix = require 'gw.matrix'
local term = require 'gw.term'

local dataset = {}

local MOST_FEATURES = 1000 -- Newton's step takes memory with the square of it
local MOST_NUMBERS = 2 ^ 25 -- 256 MB
local MOST_CLASSES = 1000
local CHUNK = 4096 -- examples

-- Some names, for a sentence.
local function listed(names)
  local shown = {}
  for i = 1, math.min(#names, 12) do shown[i] = term.safe(names[i]) end
  return table.concat(shown, ', ') .. (#names > 12 and (' … (%d in all)'):format(#names) or '')
end

local function index_of(t, name, role)
  for i, column in ipairs(t.columns) do
    if column == name then return i end
  end
  error(('%s has no column «%s» for the %s; it has %s'):format(t.path, term.safe(name), role, listed(t.columns)), 0)
end

-- The columns to learn from.
local function chosen_columns(t, label, features)
  local chosen, is_chosen = {}, {}
  if features and #features > 0 then
    for i, name in ipairs(features) do
      local c = index_of(t, name, 'features')
      if c == label then error(('%s: column %s is the label, and no feature'):format(t.path, term.safe(name)), 0) end
      if is_chosen[c] then error(('%s: column %s is asked for twice'):format(t.path, term.safe(name)), 0) end
      chosen[i], is_chosen[c] = c, true
    end
  else
    for c = 1, #t.columns do
      if c ~= label then chosen[#chosen + 1] = c end
    end
  end
  if #chosen == 0 then error(t.path .. ' has no column to learn from', 0) end
  if #chosen > MOST_FEATURES then
    error(('%s has %d columns to learn from; at most %d can be: name them with --features'):format(t.path, #chosen,
      MOST_FEATURES), 0)
  end
  return chosen
end

local MISSING = { [''] = true, ['NA'] = true, ['?'] = true }

local function is_missing(cell) return MISSING[cell:match '^%s*(.-)%s*$'] ~= nil end

--- The number in a cell; an error names where(), «FILE:LINE: column NAME».
function dataset.number(cell, where)
  local x = tonumber(cell)
  if not x or cell:match '^%s*0[xX]' then error(('%s: «%s» is not a number'):format(where(), term.safe(cell)), 0) end
  if x ~= x or math.abs(x) == math.huge then error(('%s: %s is not finite'):format(where(), term.safe(cell)), 0) end
  return x
end

-- Which label counts as 1: the one asked for, else 1 of {0, 1}, else the last
-- of two in alphabetical order.
local function positive_label(t, column, classes, asked)
  local name = term.safe(t.columns[column])
  if #classes < 2 then
    error(('%s: every label in column %s is «%s»: there is nothing to tell apart'):format(t.path, name,
      term.safe(classes[1])), 0)
  end
  if asked then
    for _, label in ipairs(classes) do
      if label == asked then return asked end
    end
    error(('%s: no label in column %s is «%s»; they are %s'):format(t.path, name, term.safe(asked), listed(classes)), 0)
  end
  if #classes > 2 then
    error(('%s: column %s has %d labels (%s …): say which counts as 1 with --positive'):format(t.path, name,
      #classes, listed { unpack(classes, 1, 3) }), 0)
  end
  return classes[2]
end

-- Reads every row: chunks of examples, each its class and then its numbers; how many
-- there are; the classes by first appearance; and how many rows were left out.
local function read_rows(t, label, chosen, drop)
  local width, chunks, count, dropped = #chosen + 1, {}, 0, 0
  local classes, class_of = {}, {}
  local column, line
  local function where() return ('%s:%d: column %s'):format(t.path, line, term.safe(t.columns[column])) end
  for cells, at in t.next do
    line, column = at, is_missing(cells[label]) and label or nil
    for _, c in ipairs(chosen) do
      if not column and is_missing(cells[c]) then column = c end
    end
    if column and not drop then
      error(where() .. ' is missing (--drop-missing leaves such rows out)', 0)
    elseif column then
      dropped = dropped + 1
    else
      if (count + 1) * width > MOST_NUMBERS then
        error(('%s holds more than %d numbers: name fewer columns with --features, or take fewer rows'):format(t.path,
          MOST_NUMBERS), 0)
      end
      local place = count % CHUNK * width
      if place == 0 then chunks[#chunks + 1] = ffi.new('double[?]', CHUNK * width) end
      local chunk, text = chunks[#chunks], cells[label]
      if not class_of[text] then
        classes[#classes + 1] = text
        class_of[text] = #classes
        if #classes > MOST_CLASSES then
          error(('%s: column %s has more than %d labels: is it the label?'):format(t.path,
            term.safe(t.columns[label]), MOST_CLASSES), 0)
        end
      end
      chunk[place] = class_of[text]
      for i, c in ipairs(chosen) do
        column = c
        chunk[place + i] = dataset.number(cells[c], where)
      end
      count = count + 1
    end
  end
  if count + dropped == 0 then error(t.path .. ' has a header but no rows', 0) end
  if count == 0 then error(t.path .. ' has no complete row', 0) end
  return chunks, count, classes, dropped
end

--- The places of the label's column and of those to learn from in t.columns, of a file
-- t.path; `o` as below.
function dataset.columns(t, o)
  local label = index_of(t, o.label and o.label ~= '' and o.label or t.columns[#t.columns], 'label')
  return label, chosen_columns(t, label, o.features)
end

--- Loads a data set.
-- @param o.data, o.label, o.positive, o.features (a list or nil for all other
--   columns), o.drop_missing
-- @param o.is_positive function(label) in place of o.positive
-- @param o.classes labels, in place of both: Y has a row for each, 1 where it is the label
-- @return {X, Y, features = names, label, positive, dropped}; the names as they may be
--   shown on a terminal
function dataset.load(o)
  local t = csv.open(o.data)
  local label, chosen = dataset.columns(t, o)
  local chunks, count, classes, dropped = read_rows(t, label, chosen, o.drop_missing)

  local positive, is_positive = nil, o.is_positive
  if not is_positive and not o.classes then
    local sorted = { unpack(classes) }
    table.sort(sorted)
    positive = positive_label(t, label, sorted, o.positive ~= '' and o.positive or nil)
    is_positive = function(text) return text == positive end
  end

  local X, Y, features = matrix.new(#chosen, count), matrix.new(o.classes and #o.classes or 1, count), {}
  for i, c in ipairs(chosen) do features[i] = term.safe(t.columns[c]) end
  for j = 1, count do
    local chunk, place = chunks[math.ceil(j / CHUNK)], (j - 1) % CHUNK * (#chosen + 1)
    local text = classes[chunk[place]]
    for k = 1, Y.rows do
      local is_one = o.classes and text == o.classes[k] or is_positive and is_positive(text)
      Y:set(k, j, is_one and 1 or 0)
    end
    for i = 1, #chosen do X:set(i, j, chunk[place + i]) end
  end
  return { X = X, Y = Y, features = features, label = term.safe(t.columns[label]),
    positive = positive and term.safe(positive), dropped = dropped }
end

return dataset
