-- Chapter 10. Back propagation: six equations, each checked alone, and all together.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local by_hand = require '10-backprop.by_hand'
local chapter = require 'gw.chapter'
local check = require 'gw.check'
local equations = require 'models.equations'
local examples = require 'gw.examples'
local logistic = require 'models.logistic'
local network = require 'models.network'
local range = require 'gw.range'

-- How a network learns: forward, the cost, back by the six equations, and a step.
local function train(net, alpha, iterations)
  for _ = 1, iterations do
    net:forward()                                             -- Z1, A1, Z2, A2
    net.J = gw.loss_cost(net.Z2, net.Y)
    gw.backprop_dZ2(net.A2, net.Y, net.dZ2)                   -- dZ2 = A2 − Y
    gw.backprop_dW(net.dZ2, net.A1, net.dW2)                  -- dW2 = (1/m) dZ2 A1ᵀ
    gw.backprop_db(net.dZ2, net.db2)                          -- db2 = (1/m) Σ dZ2
    gw.backprop_dZ1(net.g1, net.W2, net.dZ2, net.Z1, net.dZ1) -- dZ1 = W2ᵀ dZ2 ∘ g1'(Z1)
    gw.backprop_dW(net.dZ1, net.X, net.dW1)                   -- dW1 = (1/m) dZ1 Xᵀ
    gw.backprop_db(net.dZ1, net.db1)                          -- db1 = (1/m) Σ dZ1
    for _, P in ipairs { 'W1', 'b1', 'W2', 'b2' } do
      gw.matrix_add_scaled(-alpha, net['d' .. P], net[P])     -- P := P − α dP
    end
  end
  return net
end

-- The same; returns copies from before, after a tenth and after all of it, on the first `count` examples.
local function watch(net, alpha, iterations, count)
  local early, last = math.ceil(iterations / 10), math.min(count, net.X.cols)
  return range.map({ 0, early, iterations - early }, function(steps)
    return train(net, alpha, steps):copy():on(net.X:columns(1, last), net.Y:columns(1, last)):run()
  end)
end

chapter.run({ title = 'Back propagation: six equations', claim = 'dZ1', same_bits = true, options = { seed = 10,
  alpha = 1.2, iterations = 2000, hidden = 4, data = '', label = '', positive = '', features = {} } }, function(ch)
  local o, rng = ch.options, gw.random(ch.options.seed)

  -- The flower, or your own data: networks of several sizes.
  local set = o.data == '' and examples.flower(400, rng) or examples.csv(o, rng)
  local nets = {}
  for _, n in ipairs { 1, 2, 3, 4, 5, 20, 50 } do
    nets[n] = network.new(set.X, set.Y, { hidden = n, rng = rng })
    if n ~= o.hidden then train(nets[n], o.alpha, o.iterations) end
  end
  local chosen = nets[o.hidden] or network.new(set.X, set.Y, { hidden = o.hidden, rng = rng })
  local learning = watch(chosen, o.alpha, o.iterations, 400)

  -- Handwritten digits, 64–32–1: is it 5 or more? And logistic regression.
  local digits = examples.digits(rng)
  local reader = network.new(digits.X, digits.Y, { hidden = 32, rng = rng, scale = 0.1 })
  local reading = watch(reader, 0.2, 600, 60)
  local longer = train(reader:copy(), 1, 1000)
  local line, plane = logistic.new(set.X, set.Y), logistic.new(digits.X, digits.Y)
  for _ = 1, o.iterations do line:descend(o.alpha) end
  for _ = 1, 10000 do plane:descend(0.4) end

  -- The checks: on small networks as they learn, on random ones, and on the two above.
  local small, random, results = {}, {}, {}
  for i, g1 in ipairs { gw.SIGMOID, gw.TANH, gw.RELU, gw.LEAKY_RELU } do
    local few = examples.flower(100, rng)
    local learner = network.new(few.X, few.Y, { hidden = 4, activation = g1, rng = rng, scale = 0.5 })
    small[i], random[i] = watch(learner, 0.3, 300, 100), equations.random_networks(g1, rng)
  end
  local all = range.chain { range.chain(small), range.chain(random), learning, reading }
  for _, id in ipairs { 'dZ2', 'dW2', 'db2', 'dZ1', 'dW1', 'db1', 'dA1' } do
    results[id] = ch:gradient { id = id, formula = equations.formula[id],
      cases = range.map(all, function(net) return equations.case(net, id) end) }
  end
  ch:gradient { id = 'all', formula = 'W1, b1, W2, b2 together, from J', cases = range.map(all, equations.together) }
  ch:identity { id = 'loops', formula = 'all six = the plain loops, to rounding',
    cases = range.chain(all, equations.loops) }
  ch:identity { id = 'complex', formula = 'dW, db = the complex step, to rounding',
    cases = range.chain(all, equations.complex) }

  -- [mean]
  -- dZ2 belongs to the sum of the losses. J is their mean: against it, dZ2 is m times too large.
  local net = random[1][1]
  local against_J = check.gradient { blocks = { { 'Z2', net.Z2, net.dZ2 } },
    cost = function() return gw.loss_cost(net.Z2, net.Y) end }
  local factor = against_J.worst.analytic / against_J.worst.numeric
  ch:holds { id = 'dZ2-not-of-J', formula = 'dZ2 against J fails, by the factor m',
    holds = against_J.verdict == 'fail' and math.abs(factor - net.X.cols) < 1e-6 }
  -- [/mean]

  -- A flat db1 is refused. Where n1 = m a sum over units would fit: the checker sees it, in b1 alone.
  local square, blocks = by_hand.wrong_axis(rng)
  local refused, why = pcall(gw.backprop_db, square.dZ1, gw.matrix.new(1, 5))
  ch:holds { id = 'flat-refused', formula = 'a flat db1 is refused for its shape',
    holds = not refused and why:match 'dZ is 5x5 but db is 1x5' ~= nil, because = tostring(why) }
  local caught = check.gradient { blocks = blocks, cost = function() return square:cost() end }
  local said = table.concat(range.map(caught.blocks, function(b) return b.name .. ' ' .. b.verdict end), ', ')
  ch:holds { id = 'wrong-axis', formula = 'db1 over the wrong axis fails, and only db1',
    holds = said == 'W1 pass, b1 fail, W2 pass, b2 pass', because = said }

  -- What the text quotes.
  local new, digits_new = chosen:on(set.test_X, set.test_Y), reader:on(digits.test_X, digits.test_Y)
  ch:say('  right on new examples: %.1f%%, on new digits: %.1f%%', new:accuracy(), digits_new:accuracy())
  for n, sized in pairs(nets) do
    local tested = sized:on(set.test_X, set.test_Y)
    ch:facts(1e-8, { ['cost_' .. n] = sized:cost(), ['test_cost_' .. n] = tested:cost() })
    ch:facts(0, { ['accuracy_' .. n] = sized:accuracy(), ['test_accuracy_' .. n] = tested:accuracy() })
  end
  ch:facts(0, { alpha = o.alpha, iterations = o.iterations, learned = set.X.cols, tested = new.X.cols, networks = #all,
    entries_dW1 = results.dW1.entries, zeros_dW1 = results.dW1.zeros, blank_dW1 = by_hand.blank(reading),
    logistic_accuracy = line:accuracy(), logistic_test_accuracy = line:accuracy(set.test_X, set.test_Y),
    digits_parameters = 32 * 64 + 32 + 32 + 1, digits_learned = digits.X.cols, digits_tested = digits_new.X.cols,
    digits_iterations = 600, digits_accuracy = reader:accuracy(), digits_test_accuracy = digits_new:accuracy(),
    digits_longer_iterations = 1000, digits_longer_test_accuracy = longer:on(digits.test_X, digits.test_Y):accuracy(),
    digits_logistic_iterations = 10000, digits_logistic_accuracy = plane:accuracy(),
    digits_logistic_test_accuracy = plane:accuracy(digits.test_X, digits.test_Y) })
  if o.data == '' then by_hand.three_lines(ch, set, nets[3], train) end
  return { set = set, nets = nets, chosen = chosen, line = line, plane = plane, reader = reader, start = reading[1],
    longer = longer, square = square, example = by_hand.example(ch, train),
    beyond = require '10-backprop.beyond'(ch, rng), learner = require('models.learner').network(ch) }
end)
