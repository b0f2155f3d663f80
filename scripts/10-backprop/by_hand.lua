--- Networks that nobody trained: the one that the text works out, one that needs three
-- lines and no more, and one with a mistake planted.
local gw = require 'gw'
local algebra = require 'gw.algebra'
local network = require 'models.network'

local by_hand = {}

--- Records the hand-worked example: the first of two examples alone, then both; and the cost
-- with one weight nudged, and after a step of descent by train(net, alpha, 1). Returns the
-- network with that first example, before nudge and step.
function by_hand.example(ch, train)
  local two = network.by_hand()
  local one = two:on(two.X:columns(1, 1), two.Y:columns(1, 1)):run()
  two:run()
  local before = one:copy():run()
  local facts = { one_cost = one:cost() }
  for _, name in ipairs { 'A1', 'Z2', 'A2', 'dZ2', 'dW2', 'dZ1', 'dW1' } do
    for k, value in ipairs(one[name]:values()) do facts[('one_%s_%d'):format(name, k)] = value end
  end
  for _, name in ipairs { 'dZ2', 'dW2', 'db2', 'dZ1', 'dW1', 'db1' } do
    for k, value in ipairs(two[name]:values()) do facts[('two_%s_%d'):format(name, k)] = value end
  end
  one.W1:set(1, 1, 0.501)
  facts.one_cost_nudged = one:cost()
  one.W1:set(1, 1, 0.5)
  facts.one_cost_after = train(one, 0.1, 1):cost()
  ch:facts(1e-9, facts)
  return before
end

--- The flower's six regions: three lines through the middle, x2 = 0 and both diagonals,
-- each one hidden unit. Around the middle 1, 1 and −1 times their signs add up to −1 and
-- 1 by turns.
local function three_units(set, rng)
  local net = network.new(set.X, set.Y, { hidden = 3, rng = rng })
  net.W1 = gw.matrix.from { { 0, 1e6 }, { -1e6, -1e6 }, { -1e6, 1e6 } } -- tanh is as good as a sign
  net.W2 = gw.matrix.from { { 1, 1, -1 } }
  return net
end

-- How far the lines of three trained units are from those three, one from each:
-- the largest angle, in degrees, and the largest distance from the middle.
local function off_three_lines(net)
  local degrees, tilt, distance = {}, 0, 0
  for unit = 1, 3 do
    local w1, w2 = net.W1:get(unit, 1), net.W1:get(unit, 2)
    degrees[unit] = math.deg(gw.atan2(w2, w1)) % 180 -- of what is upright on the line
    distance = math.max(distance, math.abs(net.b1:get(unit, 1)) / math.sqrt(w1 * w1 + w2 * w2))
  end
  table.sort(degrees)
  for i, wanted in ipairs { 45, 90, 135 } do tilt = math.max(tilt, math.abs(degrees[i] - wanted)) end
  return tilt, distance
end

--- Why three units: facts of three lines by hand on the flower, of those that the three
-- units of `trained` have found, and of two units, which from ten starts do not do it.
function by_hand.three_lines(ch, set, trained, train)
  local rng, starts, most = gw.random(ch.options.seed + 1), 10, 0
  local net = three_units(set, rng)
  local tilt, distance = off_three_lines(trained)
  -- Two units that are not steep might do more than their lines.
  for _ = 1, starts do
    local pair = network.new(set.X, set.Y, { hidden = 2, rng = rng, scale = 1, biases = 1 })
    most = math.max(most, train(pair, ch.options.alpha, ch.options.iterations):accuracy())
  end
  ch:facts(0, { three_lines_accuracy = net:accuracy(), two_units_starts = starts, two_units_most = most,
    three_lines_test_accuracy = net:on(set.test_X, set.test_Y):accuracy() })
  ch:fact('three_tilt', tilt, 1e-5)
  ch:fact('three_distance', distance, 1e-7)
end

--- A network with as many hidden units as examples, the only kind in which a sum over
-- the wrong axis fits; after both passes. The second result is its blocks for
-- check.gradient, in which db1 is the mean over units.
function by_hand.wrong_axis(rng)
  local net = network.new(gw.matrix.new(3, 5), gw.matrix.new(1, 5), { hidden = 5, rng = rng, scale = 1, biases = 1 })
  gw.random_fill_normal(rng, 1, net.X)
  gw.random_fill_uniform(rng, 0, 1, net.Y)
  local blocks = net:run():blocks()
  blocks[2][3] = gw.matrix.new(5, 1)
  gw.backprop_db(algebra.transposed(net.dZ1), blocks[2][3])
  return net, blocks
end

--- In how many entries of these networks' dW1 the pixel is blank wherever it was used.
function by_hand.blank(nets)
  local blank = 0
  for _, net in ipairs(nets) do
    for pixel = 1, net.X.rows do
      blank = blank + (algebra.sum(net.X:row(pixel)) == 0 and net.W1.rows or 0)
    end
  end
  return blank
end

return by_hand
