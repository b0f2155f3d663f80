--- How far rounding may part two ways to compute the same network.
--
-- The rule behind all of it: a sum of k products is off by at most k ε/2 times
-- the sum of their sizes, in whatever order it is added (Higham, Accuracy and
-- Stability of Numerical Algorithms, 2002, chapter 3). Two ways: twice that. One
-- product more than there are covers what is of second order in ε.
local gw = require 'gw'
local algebra = require 'gw.algebra'

local EPSILON = 2 ^ -52
local rounding = {}

--- The sizes of the terms behind W A + b: the same with every number made positive.
function rounding.sizes(W, A, b)
  return algebra.linear(algebra.absolute(W), algebra.absolute(A), algebra.absolute(b))
end

--- A bound on |J − J'|, if J' is the same mean of losses of outputs that differ
-- from Z by up to off (a matrix), added in another order. A loss has the slope
-- a − y, which changes by no more than e^off over that way, and is right to 4 ε; a
-- sum of m losses is off by m ε/2 of itself.
function rounding.mean_loss(Z, Y, off, J)
  local carried = algebra.map(off, function(d, i, j)
    return d * math.exp(d) * math.abs(gw.loss_slope_z(Z:get(i, j), Y:get(i, j)))
  end)
  return algebra.sum(carried) / Z.cols + EPSILON * (Z.rows * Z.cols + 12) * J
end

--- A bound on |J − J'| for two ways to compute a network's cost, after a forward
-- pass. No g1 has a slope above 1, and each is right to 4 ε.
function rounding.network_cost(net, J)
  local layer1, layer2 = rounding.sizes(net.W1, net.X, net.b1), rounding.sizes(net.W2, net.A1, net.b2)
  local off1 = algebra.map(layer1, function(s, i, j)
    return EPSILON * ((net.X.rows + 2) * s + 8 * math.abs(net.A1:get(i, j)))
  end)
  local carried = algebra.product(algebra.absolute(net.W2), off1)
  return rounding.mean_loss(net.Z2, net.Y, algebra.map(layer2, function(s, i, j)
    return carried:get(i, j) + EPSILON * (net.W2.cols + 2) * s
  end), J)
end

--- Two ways to compute a network without activation, W2 (W1 X + b1) + b2: a
-- matrix of bounds on their outputs' difference.
function rounding.linear_network(net)
  local inner = rounding.sizes(net.W1, net.X, net.b1)
  local terms = net.X.rows + net.W2.cols + 4
  return algebra.map(rounding.sizes(net.W2, inner, net.b2), function(s) return EPSILON * terms * s end)
end

return rounding
