--- Matrix algebra that makes its results: for checks and bounds, where room for
-- the result does not matter but reading does.
local gw = require 'gw'

local algebra = {}

--- A new matrix of f(entry, row, column).
function algebra.map(M, f)
  local out = gw.matrix.new(M.rows, M.cols)
  for i = 1, M.rows do
    for j = 1, M.cols do out:set(i, j, f(M:get(i, j), i, j)) end
  end
  return out
end

function algebra.absolute(M)
  return algebra.map(M, math.abs)
end

--- The sum of all entries.
function algebra.sum(M)
  local total = 0
  for _, x in ipairs(M:values()) do total = total + x end
  return total
end

function algebra.transposed(A)
  local B = gw.matrix.new(A.cols, A.rows)
  gw.matrix_transpose(A, B)
  return B
end

--- A B.
function algebra.product(A, B)
  local C = gw.matrix.new(A.rows, B.cols)
  gw.fast_multiply(A, B, C)
  return C
end

--- W A + b.
function algebra.linear(W, A, b)
  local Z = gw.matrix.new(W.rows, A.cols)
  gw.network_linear(W, A, b, Z)
  return Z
end

--- (rows, cols) of scale · N(0, 1).
function algebra.normal(rng, rows, cols, scale)
  local M = gw.matrix.new(rows, cols)
  gw.random_fill_normal(rng, scale or 1, M)
  return M
end

return algebra
