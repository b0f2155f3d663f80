--- A matrix that keeps its memory alive. Rows and columns count from 1 here, as
-- in the text; the C side counts from 0.
local ffi = require 'ffi'
require 'gw.ffi'
local struct = ffi.typeof 'gw_matrix'
local doubles = ffi.typeof 'double[?]'

local Matrix = {}
Matrix.__index = Matrix

local function is(x)
  return getmetatable(x) == Matrix
end

local function whole(x)
  return type(x) == 'number' and x >= 1 and x == math.floor(x) and x < 2 ^ 31
end

local function view(buffer, offset, rows, cols, stride)
  local c = struct(rows, cols, stride, buffer + offset)
  return setmetatable({ c = c, rows = rows, cols = cols, buffer = buffer, offset = offset }, Matrix)
end

--- A matrix of zeros.
local function new(rows, cols, level)
  if not (whole(rows) and whole(cols)) then
    error(('matrix: %s x %s is no shape'):format(rows, cols), (level or 1) + 1)
  end
  return view(doubles(rows * cols), 0, rows, cols, cols)
end

--- A matrix from rows of numbers: from {{1, 2}, {3, 4}}.
local function from(rows)
  local m = new(#rows, #rows[1], 2)
  for i, row in ipairs(rows) do
    if #row ~= m.cols then
      error(('matrix: row %d has %d numbers, row 1 has %d'):format(i, #row, m.cols), 2)
    end
    for j, x in ipairs(row) do m:set(i, j, x) end
  end
  return m
end

--- A column of numbers: column {1, 2, 3} is 3 x 1.
local function column(values)
  local rows = {}
  for i, x in ipairs(values) do rows[i] = { x } end
  return from(rows)
end

function Matrix:place(i, j, level)
  if not (whole(i) and whole(j)) or i > self.rows or j > self.cols then
    error(('matrix: (%s, %s) is outside of %dx%d'):format(i, j, self.rows, self.cols), level + 1)
  end
  return self.offset + (i - 1) * self.c.stride + j - 1
end

function Matrix:get(i, j)
  return self.buffer[self:place(i, j, 2)]
end

function Matrix:set(i, j, x)
  self.buffer[self:place(i, j, 2)] = x
end

--- Columns first … last as a view on the same numbers: a mini-batch.
function Matrix:columns(first, last)
  self:place(1, first, 2)
  self:place(1, last, 2)
  if last < first then error(('matrix: no columns from %d to %d'):format(first, last), 2) end
  return view(self.buffer, self.offset + first - 1, self.rows, last - first + 1, self.c.stride)
end

--- Row i as a view.
function Matrix:row(i)
  return view(self.buffer, self:place(i, 1, 2), 1, self.cols, self.c.stride)
end

--- A copy with memory of its own.
function Matrix:copy()
  local m = new(self.rows, self.cols)
  for i = 0, self.rows - 1 do
    ffi.copy(m.buffer + i * m.cols, self.c.data + i * self.c.stride, self.cols * 8)
  end
  return m
end

--- The numbers, row by row, as a Lua list.
function Matrix:values()
  local list = {}
  for i = 1, self.rows do
    for j = 1, self.cols do list[#list + 1] = self:get(i, j) end
  end
  return list
end

function Matrix:shape()
  return ('%dx%d'):format(self.rows, self.cols)
end

function Matrix:__tostring()
  local lines = {}
  for i = 1, self.rows do
    local cells = {}
    for j = 1, self.cols do cells[j] = ('%.6g'):format(self:get(i, j)) end
    lines[i] = table.concat(cells, '  ')
  end
  return table.concat(lines, '\n')
end

return { new = new, from = from, column = column, is = is }
