--- Logistic regression that learns from any columns of its data: mini-batches.
local gw = require 'gw'
local algebra = require 'gw.algebra'
local optimiser = require 'models.optimiser'

local Model = {}
Model.__index = Model

--- The model of the examples X, Y, with w and b at 0.
function Model.new(X, Y)
  local n, m, new = X.rows, X.cols, gw.matrix.new
  return setmetatable({ X = X, Y = Y, w = new(n, 1), dw = new(n, 1), b = new(1, 1), db = new(1, 1),
    X_batch = new(n, m), Y_batch = new(1, m), Z = new(1, m), dZ = new(1, m) }, Model)
end

--- A model of m random examples with n features, somewhere.
function Model.random(rng, n, m)
  local X = algebra.normal(rng, n, m)
  local model = Model.new(X, algebra.map(gw.matrix.new(1, m), function() return gw.random_below(rng, 2) end))
  model.w, model.b = algebra.normal(rng, n, 1), algebra.normal(rng, 1, 1)
  return model
end

--- The cost of a mini-batch, and its gradient in dw and db. `order` holds the
-- batch's columns, counted from 0.
-- [batch]
function Model:gradient(order)
  local k = order.cols
  local X, Y = self.X_batch:columns(1, k), self.Y_batch:columns(1, k)
  gw.better_descent_batch(self.X, order, X)
  gw.better_descent_batch(self.Y, order, Y)
  local db, J = gw.logistic_regression_gradient(X, Y, self.w, self.b:get(1, 1),
    self.Z:columns(1, k), self.dZ:columns(1, k), self.dw)
  self.db:set(1, 1, db)
  return J
end
-- [/batch]

--- Blocks and cost for ch:gradient: the gradient of one mini-batch.
function Model:gradient_case(order)
  local function cost() return self:gradient(order) end
  cost()
  return { blocks = { { 'w', self.w, self.dw:copy() }, { 'b', self.b, self.db:copy() } }, cost = cost }
end

--- The gradient as one list of numbers.
function Model:gradient_values(order)
  self:gradient(order)
  local g = self.dw:values()
  g[#g + 1] = self.db:get(1, 1)
  return g
end

--- The cost on all examples.
function Model:cost()
  gw.logistic_regression_forward(self.X, self.w, self.b:get(1, 1), self.Z)
  return gw.loss_cost(self.Z, self.Y)
end

--- Learns in mini-batches, a new random order every epoch. Returns the cost on
-- all examples after 0, 1, … steps, or only from step `from` on.
function Model:learn(name, alpha, iterations, size, rng, from)
  local m = self.X.cols
  local order, at, costs = gw.matrix.new(1, m), m, { self:cost() }
  local step_w, step_b = optimiser[name](self.w, alpha), optimiser[name](self.b, alpha)
  for i = 1, iterations do
    if at == m then
      gw.random_permutation(rng, order)
      at = 0
    end
    local last = math.min(at + size, m)
    self:gradient(order:columns(at + 1, last))
    step_w(self.dw)
    step_b(self.db)
    at, costs[i + 1] = last, i >= (from or 0) and self:cost() or nil
  end
  return costs
end

--- The squared distance between two gradients, or of one from 0.
function Model.distance2(g, h)
  local sum = 0
  for i, x in ipairs(g) do sum = sum + (x - (h and h[i] or 0)) ^ 2 end
  return sum
end

--- Columns 0 … m − 1 in order.
function Model.everything(m)
  local order = gw.matrix.new(1, m)
  for j = 1, m do order:set(1, j, j - 1) end
  return order
end

--- The full gradient g, and of the examples' own, with d_i = g_i − g: σ² = the mean
-- of |d_i|², and the mean of |d_i|⁴.
function Model:spread()
  local m, all, second, fourth = self.X.cols, Model.everything(self.X.cols), 0, 0
  local g = self:gradient_values(all)
  for i = 1, m do
    local d2 = Model.distance2(self:gradient_values(all:columns(i, i)), g)
    second, fourth = second + d2 / m, fourth + d2 ^ 2 / m
  end
  return g, second, fourth
end

return Model
