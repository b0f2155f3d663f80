--- Hidden units of a network (gw.network) beside each other: are they the same?
local gw = require 'gw'
local algebra = require 'gw.algebra'
local network = require 'models.network'

local units = { ACTIVATIONS = { gw.SIGMOID, gw.TANH, gw.RELU, gw.LEAKY_RELU, gw.IDENTITY } }

--- The slopes by plain loops. They add every unit's numbers in the same order, so equal
-- units get equal bits. A fast product may round one row of a matrix otherwise than the
-- next, and then equal units part by rounding.
function units.backward_by_loops(net)
  gw.backprop_loops(net.network, net.X, net.Y, net.gradient)
end

--- Makes every hidden unit a copy of the first, and lets the network's slopes come from
-- the loops; returns the network.
function units.make_equal(net)
  net.W1 = algebra.map(net.W1, function(_, _, k) return net.W1:get(1, k) end)
  net.b1 = algebra.map(net.b1, function() return net.b1:get(1, 1) end)
  net.W2 = algebra.map(net.W2, function(_, r) return net.W2:get(r, 1) end)
  net.backward = units.backward_by_loops
  return net
end

--- Whether all hidden units are the same to the bit.
function units.are_equal(net)
  local same = true
  for i = 2, net.W1.rows do
    for k = 1, net.W1.cols do same = same and net.W1:get(i, k) == net.W1:get(1, k) end
    for r = 1, net.W2.rows do same = same and net.W2:get(r, i) == net.W2:get(r, 1) end
    same = same and net.b1:get(i, 1) == net.b1:get(1, 1)
  end
  return same
end

--- The distance, in W1, of the two units closest to each other; 0 for only one.
function units.closest(net)
  local least = math.huge
  for i = 2, net.W1.rows do
    for j = 1, i - 1 do
      local square = 0
      for k = 1, net.W1.cols do square = square + (net.W1:get(i, k) - net.W1:get(j, k)) ^ 2 end
      least = math.min(least, math.sqrt(square))
    end
  end
  return net.W1.rows > 1 and least or 0
end

--- A network of any shape with one hidden layer, on random examples; of n2 outputs, if given.
function units.random_network(rng, g1, n2)
  local function size(most) return 1 + gw.random_below(rng, most) end
  local X = algebra.normal(rng, size(8), size(12))
  local Y = algebra.map(gw.matrix.new(n2 or size(3), X.cols), function() return gw.random_below(rng, 2) end)
  local scale = 10 ^ (0.5 * gw.random_normal(rng))
  return network.new(X, Y, { hidden = size(8), activation = g1, rng = rng, scale = scale, biases = 1 })
end

--- A kind of network for units.networks: on these examples, with so many hidden units,
-- weights and biases of this scale.
function units.on(X, Y, hidden, scale)
  return function(rng, g1)
    return network.new(X, Y, { hidden = hidden, activation = g1, rng = rng, scale = scale, biases = scale })
  end
end

--- A network of each kind with each activation.
function units.networks(rng, kinds)
  local nets = {}
  for _, g1 in ipairs(units.ACTIVATIONS) do
    for _, kind in ipairs(kinds) do nets[#nets + 1] = kind(rng, g1) end
  end
  return nets
end

--- The same network from zeros, from equal units, and from small random ones.
function units.starts(rng, X, Y, hidden)
  local function equal(scale) return units.make_equal(units.on(X, Y, hidden, scale)(rng, gw.TANH)) end
  local zeros, same = equal(0), equal(0.5)
  return { zeros = zeros, equal = same, random = network.new(X, Y, { hidden = hidden, rng = rng }) }
end

--- The network whose every hidden unit is the mean of this one's: it is in the middle
-- between all exchanges of them.
function units.middle(net)
  local n1, mean = net.W1.rows, net:copy()
  local function over_units(M)
    return algebra.product(algebra.map(gw.matrix.new(n1, n1), function() return 1 / n1 end), M)
  end
  mean.W1, mean.b1 = over_units(net.W1), over_units(net.b1)
  mean.W2 = algebra.transposed(over_units(algebra.transposed(net.W2)))
  return mean
end

--- Facts of a trained network on the flower: how close its closest units are, and the
-- first unit in numbers, on the first example away from the middle that puts it on
-- tanh's bend.
function units.in_numbers(net)
  local X, i = net.X, 0
  net:forward()
  repeat
    i = i + 1
    local z = math.abs(net.Z1:get(1, i))
  until i == X.cols or z > 0.5 and z < 1.5 and math.abs(X:get(1, i)) > 0.5
  return { closest_units_after = units.closest(net), neuron_x1 = X:get(1, i), neuron_x2 = X:get(2, i),
    neuron_w1 = net.W1:get(1, 1), neuron_w2 = net.W1:get(1, 2), neuron_b = net.b1:get(1, 1),
    neuron_z = net.Z1:get(1, i), neuron_a = net.A1:get(1, i) }
end

return units
