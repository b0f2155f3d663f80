--- Trainings in whole iterations, fast and with the same bits everywhere (csrc/fast).
--
--   local J = fast.logistic(X, Y, w, b, { alpha = 0.1, iterations = 100 })
--   local J = fast.network(net, { alpha = 1.2, iterations = 100 })   -- a models.network
--   fast.logistic_gradient(X, Y, w, b, dw, db), fast.network_gradient(net) return J
--
-- w is (n, 1), b (1, 1); J holds the cost before each update. options.threads is left out
-- for as many as pay. An error says what was wrong, or that the descent diverged.
local gw = require 'gw'

local fast = {}

local function row(count) return gw.matrix.new(1, count) end

--- Gradient descent by logistic regression: changes w and b.
function fast.logistic(X, Y, w, b, options)
  local J, threads = row(options.iterations), options.threads or 0
  local room = row(gw.fast_logistic_regression_room(X.rows, X.cols, threads))
  gw.fast_logistic_regression(X, Y, options.alpha, w, b, J, room, threads)
  return J
end

--- dw and db := the gradient; returns the cost.
function fast.logistic_gradient(X, Y, w, b, dw, db, threads)
  local J, room = row(1), row(gw.fast_logistic_regression_room(X.rows, X.cols, threads or 0))
  gw.fast_logistic_regression_gradient(X, Y, w, b, dw, db, J, room, threads or 0)
  return J:get(1, 1)
end

--- Gradient descent by a network: changes its parameters.
function fast.network(net, options)
  local J, threads = row(options.iterations), options.threads or 0
  local room = row(gw.fast_network_room(net.network, net.X.cols, threads))
  gw.fast_network(net.network, net.X, net.Y, options.alpha, J, room, threads)
  return J
end

--- net.dW1 … net.db2 := the gradient; returns the cost.
function fast.network_gradient(net, threads)
  local J, room = row(1), row(gw.fast_network_room(net.network, net.X.cols, threads or 0))
  gw.fast_network_gradient(net.network, net.X, net.Y, net.gradient, J, room, threads or 0)
  return J:get(1, 1)
end

--- f of each number of a row, one of gw.FAST_EXP, gw.FAST_TANH, …, as a new row.
function fast.values(f, x)
  local y = row(x.cols)
  gw.fast_elementwise(f, x.cols, x, y)
  return y
end

--- From now on with these instructions, gw.AVX2 for one: no number depends on it.
function fast.use(instructions) gw.fast_use(instructions) end

return fast
