-- Chapter 9. A network with one hidden layer, and why it must not start from zeros.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local checks = require '09-network.checks'
local examples = require 'gw.examples'
local logistic = require 'models.logistic'
local network = require 'models.network'
local petals = require '09-network.petals'
local rounding = require '09-network.rounding'
local units = require '09-network.units'

-- Gradient descent. Where net.backward has the slopes from, chapter 10 will say.
local function train(net, alpha, iterations, after)
  for i = 1, iterations do
    net:forward()                                         -- Z1, A1, Z2, A2
    net.J = gw.loss_cost(net.Z2, net.Y)
    net:backward()                                        -- dW1, db1, dW2, db2
    for _, P in ipairs { 'W1', 'b1', 'W2', 'b2' } do
      gw.matrix_add_scaled(-alpha, net['d' .. P], net[P]) -- P := P − α dP
    end
    if after then after(i) end
  end
  return net
end

chapter.run({ title = 'A network with one hidden layer', claim = 'symmetry-zeros', same_bits = true,
  options = { seed = 9, hidden = 4, alpha = 1.2, iterations = 2000 } }, function(ch)
  local hidden, alpha, iterations = ch.options.hidden, ch.options.alpha, ch.options.iterations
  local rng, others = gw.random(ch.options.seed), gw.random(ch.options.seed + 1)

  -- The flower, with six regions of a class, and the digits, 64 pixels: is it 5 or more?
  local X, Y = gw.matrix.new(2, 400), gw.matrix.new(1, 400)
  gw.synthetic_flower(rng, X, Y)
  local digits_X, digits_Y = examples.all_digits()
  local few_X, few_Y = digits_X:columns(1, 300), digits_Y:columns(1, 300)
  local classes, changes, purest = petals.classes(X, Y)
  ch:holds { id = 'petals', formula = 'eight petals, and six changes of class around',
    holds = changes == 6 and classes[8] == classes[1] and classes[4] == classes[5] and purest > 0.8,
    because = ('the classes are %s'):format(table.concat(classes, ' ')) }

  -- [shapes] Each of the nine matrices, one row or column too many.
  local refused = 0
  for _ = 1, 20 do
    local net = units.random_network(rng, gw.TANH)
    for name in pairs(checks.MATRICES) do
      refused = refused + checks.refuses(net, name, 1, 0) + checks.refuses(net, name, 0, 1)
    end
  end
  -- [/shapes]
  ch:holds { id = 'shapes', formula = 'a wrong shape is refused, and both are named', holds = refused == 20 * 9 * 2,
    because = ('%d of %d were refused so'):format(refused, 20 * 9 * 2) }

  checks.neuron(ch, rng) -- z = w·x + b, then a = g(z)
  checks.forward(ch, rng, { units.on(X, Y, hidden, 1), units.on(few_X, few_Y, 32, 0.1) })

  -- Symmetry: units that start equal stay equal, to the bit, at every iteration.
  for _, kind in ipairs { { 'zeros', 0 }, { 'equal', 0.5 } } do
    local name, scale, equal, steps = kind[1], kind[2], 0, 0
    for _, some in ipairs(units.networks(rng, { units.on(X, Y, hidden, scale), units.on(few_X, few_Y, 5, scale) })) do
      -- [symmetry]
      local net = units.make_equal(some)
      train(net, 0.1, net.X == X and 300 or 20, function()
        steps, equal = steps + 1, equal + (units.are_equal(net) and 1 or 0)
      end)
      -- [/symmetry]
    end
    ch:holds { id = 'symmetry-' .. name, formula = 'units that start equal stay equal, to the bit: ' .. name,
      holds = equal == steps, because = ('they were equal after %d of %d iterations'):format(equal, steps) }
    ch:fact('iterations_equal_from_' .. name, equal, 0)
  end
  checks.one_unit(ch, rng) -- so n1 equal units are one unit whose output counts n1 times

  -- Three starts: the same network from zeros, from equal units, from small random ones.
  local starts, paths, begins = units.starts(rng, X, Y, hidden), { zeros = {}, equal = {}, random = {} }, {}
  local random, closest = starts.random, units.closest(starts.random)
  for name, net in pairs(starts) do
    begins[name], paths[name][1] = net:copy(), net.W1:copy()
    train(net, alpha, iterations, function(i)
      if i % 10 == 0 then table.insert(paths[name], net.W1:copy()) end
    end)
    ch:fact('cost_from_' .. name, net:cost(), 1e-6)
    ch:fact('accuracy_from_' .. name, net:accuracy(), 0.5)
  end
  ch:holds { id = 'random-part', formula = 'from random starts no two are the same',
    holds = hidden == 1 or units.closest(random) > 0, because = 'two units are the same' }

  -- Is the cost one big bowl? All exchanges of units cost the same, so in a bowl the network
  -- in their middle would cost no more; and all random starts would end at the same cost.
  local middle, low, ends = units.middle(random):cost(), random:cost(), {}
  ch:holds { id = 'no-bowl', formula = 'J in the middle of all exchanges is higher',
    holds = hidden == 1 or middle > low, because = ('it is %.6g, and %.6g at each'):format(middle, low) }
  for i = 1, 10 do ends[i] = train(network.new(X, Y, { hidden = hidden, rng = others }), alpha, iterations):cost() end

  -- Without activation two layers are one, and no training takes J below logistic regression's.
  checks.collapse(ch, rng)
  local flat = network.new(X, Y, { hidden = hidden, activation = gw.IDENTITY, rng = rng })
  local J, model = train(flat, 0.1, iterations):cost(), logistic.new(X, Y)
  for _ = 1, 500 do model:descend(0.5) end
  local lowest = model:cost()
  ch:holds { id = 'collapse-trained', formula = "trained, its J is not below logistic regression's",
    holds = J >= lowest - rounding.network_cost(flat, J),
    because = ('it reached %.12g, logistic regression %.12g'):format(J, lowest) }
  checks.scale(ch, rng, digits_X:columns(1, 100)) -- why small
  require('09-network.stairs').check(ch) -- what enough units can do

  -- What the text quotes.
  ch:facts(0, { flower_examples = X.cols, petals = petals.count, class_changes = changes,
    least_of_its_class = 100 * purest, iterations = iterations, digits_examples = digits_X.cols,
    parameters_2_4_1 = 4 * 2 + 4 + 4 + 1, other_starts = #ends, parameters_64_32_1 = 32 * 64 + 32 + 32 + 1,
    wrong_shapes_refused = refused, logistic_accuracy = model:accuracy() })
  ch:facts(1e-6, { cost_in_the_middle = middle, lowest_of_starts = math.min(unpack(ends)),
    highest_of_starts = math.max(unpack(ends)), linear_cost = J })
  ch:facts(1e-5, units.in_numbers(random))
  ch:facts(1e-8, { logistic_cost = lowest, closest_units_at_start = closest })
  ch:facts(0.5, { linear_accuracy = flat:accuracy() })
  require('models.learner').layer(ch)
  return { X = X, Y = Y, random = random, flat = flat, paths = paths, begins = begins, digits_Y = digits_Y }
end)
