--- A rank's part of a CSV file: one example a line, numbers between commas, the first line
-- names the columns. A rank reads its share of the bytes to count the lines in it, and
-- then its own examples; nobody reads all.
local csv = require 'gw.csv'
local dataset = require 'gw.dataset'
local gw = require 'gw'
local term = require 'gw.term'

local part = {}

local BLOCK = 2 ^ 16

local function cells_of(line)
  local cells = {}
  for cell in (line:gsub('\r$', '') .. ','):gmatch '([^,]*),' do cells[#cells + 1] = cell end
  return cells
end

--- The file with its columns: {path, columns, label, chosen, features = names}.
function part.open(o)
  local t = { path = o.data, positive = o.positive ~= '' and o.positive or nil, features = {} }
  t.file = csv.file(o.data)
  local header = t.file:read()
  if not header then error(o.data .. ' is empty', 0) end
  t.columns, t.start = cells_of(header), t.file:seek()
  t.size = t.file:seek 'end'
  t.label, t.chosen = dataset.columns(t, o)
  for k, c in ipairs(t.chosen) do t.features[k] = term.safe(t.columns[c]) end
  return t
end

-- Where the share of a rank begins, in bytes.
local function share(t, rank, ranks) return t.start + math.floor((t.size - t.start) * rank / ranks) end

--- How many lines begin in the share of this rank: at the start of the rows, and behind
-- every line break that is not the last byte.
function part.count(t, rank, ranks)
  local from, to, count = share(t, rank, ranks) - 1, math.min(share(t, rank + 1, ranks), t.size) - 1, 0
  t.file:seek('set', from)
  while from < to do
    local block = t.file:read(math.min(BLOCK, to - from))
    if not block then error(t.path .. ' has become shorter', 0) end
    count = count + select(2, block:gsub('\n', '\n'))
    from = from + #block
  end
  return count
end

--- The examples from `first` to before `last`, counted from 0; counts[r + 1] is what rank
-- r has counted. X is (n, last − first).
function part.read(t, counts, first, last)
  local rank, before, line = 0, 0, first + 1
  while before + counts[rank + 1] <= first do
    before, rank = before + counts[rank + 1], rank + 1
  end
  t.file:seek('set', share(t, rank, #counts) - 1)
  for _ = before, first do t.file:read() end -- the end of the line before, and those before ours
  local column
  local function where() return ('%s:%d: column %s'):format(t.path, line, term.safe(t.columns[column])) end
  local X, Y = gw.matrix.new(#t.chosen, last - first), gw.matrix.new(1, last - first)
  for j = 1, last - first do
    line = first + j + 1
    local cells = cells_of(t.file:read() or '')
    if #cells ~= #t.columns then
      error(('%s:%d: %d cells, but the header names %d columns'):format(t.path, line, #cells, #t.columns), 0)
    end
    for k, c in ipairs(t.chosen) do
      column = c
      X:set(k, j, dataset.number(cells[c], where))
    end
    column = t.label
    local y = cells[t.label]
    if t.positive then
      Y:set(1, j, y == t.positive and 1 or 0)
    elseif tonumber(y) == 0 or tonumber(y) == 1 then
      Y:set(1, j, tonumber(y))
    else
      error(('%s: the label «%s» is neither 0 nor 1: say which counts as 1 with --positive'):format(where(),
        term.safe(y)), 0)
    end
  end
  return X, Y
end

return part
