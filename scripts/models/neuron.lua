--- Questions for the checker about one layer of neurons: Z = W A + b, then
-- A = g(Z). The cost is the sum of all entries, each weighted by a random C, so
-- that the slope of every entry shows; C is what comes down the chain rule.
local gw = require 'gw'
local algebra = require 'gw.algebra'

local neuron = {}

local function weighted(C, M)
  return algebra.sum(algebra.map(M, function(x, i, j) return C:get(i, j) * x end))
end

--- The linear half, n neurons with k inputs on m examples: the slope of z by a
-- weight is its input, by the bias 1, by an input its weight.
function neuron.linear_case(rng, n, k, m)
  local W, A, b = algebra.normal(rng, n, k), algebra.normal(rng, k, m), algebra.normal(rng, n, 1)
  local C, ones = algebra.normal(rng, n, m), gw.matrix.new(m, 1)
  gw.matrix_fill(ones, 1)
  return {
    blocks = { { 'W', W, algebra.product(C, algebra.transposed(A)) }, { 'b', b, algebra.product(C, ones) },
      { 'A', A, algebra.product(algebra.transposed(W), C) } },
    cost = function() return weighted(C, algebra.linear(W, A, b)) end,
  }
end

--- The other half, elementwise: the slope of a by its own z is g'(z).
function neuron.activation_case(rng, g, n, m)
  local Z, C = algebra.normal(rng, n, m, 2), algebra.normal(rng, n, m)
  local A, D = gw.matrix.new(n, m), gw.matrix.new(n, m)
  Z:set(1, 1, 1 + math.abs(Z:get(1, 1))) -- one ReLU at least is on: zeros alone prove nothing
  gw.activation_derivative(g, Z, D)
  return {
    blocks = { { 'Z', Z, algebra.map(D, function(d, i, j) return C:get(i, j) * d end) } },
    cost = function()
      gw.activation_forward(g, Z, A)
      local sides = 0 -- of ReLU's kink, one bit for each z
      for i, z in ipairs(Z:values()) do sides = sides + (z > 0 and 2 ^ i or 0) end
      return weighted(C, A), sides
    end,
  }
end

return neuron
