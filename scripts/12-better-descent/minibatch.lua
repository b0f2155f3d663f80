--- Logistic regression that learns from any columns of its data: mini-batches.
local gw = require 'gw'
local algebra = require 'gw.algebra'
local logistic = require 'models.logistic'
local range = require 'gw.range'

local minibatch = {}

--- The model of the examples X, Y, with w and b at 0, and room for a batch.
function minibatch.new(X, Y)
  local model = logistic.new(X, Y)
  model.X_batch, model.Y_batch = gw.matrix.new(X.rows, X.cols), gw.matrix.new(1, X.cols)
  return model
end

--- A model of m random examples with n features, somewhere.
function minibatch.random(rng, n, m)
  local X = algebra.normal(rng, n, m)
  local model = minibatch.new(X, algebra.map(gw.matrix.new(1, m), function() return gw.random_below(rng, 2) end))
  model.w, model.b = algebra.normal(rng, n, 1), algebra.normal(rng, 1, 1)
  return model
end

--- The gradient of a mini-batch in dw and db, its cost in J. `order` holds the batch's
-- columns, counted from 0.
-- [batch]
function minibatch.gradient(model, order)
  local X, Y = model.X_batch:columns(1, order.cols), model.Y_batch:columns(1, order.cols)
  gw.better_descent_batch(model.X, order, X)
  gw.better_descent_batch(model.Y, order, Y)
  return model:gradient(X, Y)
end
-- [/batch]

--- Cases for ch:gradient: the gradients of a few random mini-batches.
function minibatch.cases(rng)
  return range.times(6, function(i)
    local order = gw.matrix.new(1, 6 * i)
    gw.random_permutation(rng, order)
    local model, batch = minibatch.random(rng, i, 6 * i), order:columns(2 * i + 1, 4 * i)
    local function cost() return minibatch.gradient(model, batch).J end
    cost()
    return { blocks = { { 'w', model.w, model.dw:copy() }, { 'b', model.b, model.db:copy() } }, cost = cost }
  end)
end

--- The gradient as one list of numbers.
function minibatch.values(model, order)
  minibatch.gradient(model, order)
  local g = model.dw:values()
  g[#g + 1] = model.db:get(1, 1)
  return g
end

--- The squared distance between two gradients, or of one from 0.
function minibatch.distance2(g, h)
  local sum = 0
  for i, x in ipairs(g) do sum = sum + (x - (h and h[i] or 0)) ^ 2 end
  return sum
end

--- Columns 0 … m − 1 in order.
function minibatch.everything(m)
  local order = gw.matrix.new(1, m)
  for j = 1, m do order:set(1, j, j - 1) end
  return order
end

--- The full gradient g, and of the examples' own, with d_i = g_i − g: σ² = the mean
-- of |d_i|², and the mean of |d_i|⁴.
function minibatch.spread(model)
  local m, all, second, fourth = model.X.cols, minibatch.everything(model.X.cols), 0, 0
  local g = minibatch.values(model, all)
  for i = 1, m do
    local d2 = minibatch.distance2(minibatch.values(model, all:columns(i, i)), g)
    second, fourth = second + d2 / m, fourth + d2 ^ 2 / m
  end
  return g, second, fourth
end

return minibatch
