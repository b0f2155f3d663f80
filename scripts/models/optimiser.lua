--- Makes the optimisers of csrc/better_descent.h: each a function that takes one
-- step on one parameter P, with a memory of its own that starts at 0.
--
--   local step = optimiser.adam(P, 0.01)
--   step(dP)   -- changes P
local gw = require 'gw'

local optimiser = { names = { 'plain', 'momentum', 'rmsprop', 'adam' } }

--- Sets beta of momentum and RMSProp, beta1 and beta2 of Adam, and epsilon of RMSProp and
-- Adam; an optimiser may be given another β when it is made.
function optimiser.set(hyperparameters)
  for name, value in pairs(hyperparameters) do optimiser[name] = value end
end

function optimiser.plain(P, alpha)
  return function(dP) gw.better_descent_plain(alpha, dP, P) end
end

function optimiser.momentum(P, alpha, beta)
  local V = gw.matrix.new(P.rows, P.cols)
  return function(dP) gw.better_descent_momentum(alpha, beta or optimiser.beta, dP, V, P) end
end

function optimiser.rmsprop(P, alpha, beta)
  local S = gw.matrix.new(P.rows, P.cols)
  return function(dP) gw.better_descent_rmsprop(alpha, beta or optimiser.beta, optimiser.epsilon, dP, S, P) end
end

function optimiser.adam(P, alpha, beta1, beta2)
  local V, S, t = gw.matrix.new(P.rows, P.cols), gw.matrix.new(P.rows, P.cols), 0
  return function(dP)
    t = t + 1
    gw.better_descent_adam(alpha, beta1 or optimiser.beta1, beta2 or optimiser.beta2, optimiser.epsilon, t, dP, V, S, P)
  end
end

return optimiser
