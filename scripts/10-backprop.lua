-- Chapter 10. Back propagation: six equations, each checked alone, and all together.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local algebra = require 'gw.algebra'
local chapter = require 'gw.chapter'
local check = require 'gw.check'
local equations = require 'models.equations'
local examples = require 'gw.examples'
local logistic = require 'models.logistic'
local network = require 'models.network'
local plane = require '10-backprop.plane'
local range = require 'gw.range'

local SIZES = { 1, 2, 3, 4, 5, 20, 50 }

local function append(list, others)
  for _, x in ipairs(others) do list[#list + 1] = x end
end

-- The flower's six regions by hand: three lines through the middle, x2 = 0 and
-- both diagonals, each one hidden unit. Around the middle 1, 1 and −1 times their
-- signs add up to −1 and 1 by turns.
local function three_lines(set, rng)
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
    degrees[unit] = math.deg(math.atan2(w2, w1)) % 180 -- of what is upright on the line
    distance = math.max(distance, math.abs(net.b1:get(unit, 1)) / math.sqrt(w1 * w1 + w2 * w2))
  end
  table.sort(degrees)
  for i, wanted in ipairs { 45, 90, 135 } do tilt = math.max(tilt, math.abs(degrees[i] - wanted)) end
  return tilt, distance
end

-- Logistic regression, for contrast.
local function regression(set, alpha, iterations)
  local model = logistic.new(set.X, set.Y)
  for _ = 1, iterations do model:descend(alpha) end
  return model
end

local function accuracy(model, X, Y)
  local _, mistakes = model:cost(X, Y)
  return 100 * (1 - mistakes / X.cols)
end

chapter.run({
  title = 'Back propagation: six equations', claim = 'dZ1',
  options = { seed = 10, alpha = 1.2, iterations = 2000, hidden = 4,
    data = '', label = '', positive = '', features = {} },
}, function(ch)
  local o, rng = ch.options, gw.random(ch.options.seed)

  -- What the text works out by hand: the first of two examples alone, then both.
  local two = network.new(gw.matrix.from { { 2, 1 }, { 1, 3 } }, gw.matrix.from { { 1, 0 } },
    { hidden = 2, rng = gw.random(1) })
  two.W1, two.b1 = gw.matrix.from { { 0.5, -0.5 }, { -0.25, 1 } }, gw.matrix.from { { 0.5 }, { -1 } }
  two.W2, two.b2 = gw.matrix.from { { -1, 2 } }, gw.matrix.from { { 0.5 } }
  local one = two:on(two.X:columns(1, 1), two.Y:columns(1, 1)):run()
  two:run()
  for _, name in ipairs { 'A1', 'Z2', 'A2', 'dZ2', 'dW2', 'dZ1', 'dW1' } do
    for k, value in ipairs(one[name]:values()) do ch:fact(('one_%s_%d'):format(name, k), value, 1e-9) end
  end
  for _, name in ipairs { 'dZ2', 'dW2', 'db2', 'dZ1', 'dW1', 'db1' } do
    for k, value in ipairs(two[name]:values()) do ch:fact(('two_%s_%d'):format(name, k), value, 1e-9) end
  end
  ch:fact('one_cost', one:cost(), 1e-9)
  one.W1:set(1, 1, 0.501)
  ch:fact('one_cost_nudged', one:cost(), 1e-9)
  one.W1:set(1, 1, 0.5)
  one:step(0.1)
  ch:fact('one_cost_after', one:cost(), 1e-9)

  -- The flower, or a reader's own data: networks of seven sizes, one of them
  -- watched as it learns, and logistic regression beside them.
  local set = o.data == '' and examples.flower(400, rng) or examples.csv(o, rng)
  local nets, watched = {}, nil
  for _, n in ipairs(SIZES) do
    nets[n] = network.new(set.X, set.Y, { hidden = n, rng = rng })
    if n == o.hidden then
      watched = nets[n]:moments(o.alpha, o.iterations, 400)
    else
      nets[n]:train(o.alpha, o.iterations)
    end
  end
  local chosen = nets[o.hidden]
  if not chosen then
    chosen = network.new(set.X, set.Y, { hidden = o.hidden, rng = rng })
    watched = chosen:moments(o.alpha, o.iterations, 400)
  end
  local line = regression(set, o.alpha, o.iterations)

  -- Handwritten digits, 64–32–1: is it 5 or more?
  local digits = examples.digits(rng)
  local reader = network.new(digits.X, digits.Y, { hidden = 32, rng = rng, scale = 0.1 })
  local start = reader:copy()
  local reading = reader:moments(0.2, 600, 60)
  -- Both again until their costs hardly fall.
  local longer = reader:copy():train(1, 1000)
  local digits_line = regression(digits, 0.4, 10000)

  -- What is checked: random networks with every activation, small ones as they
  -- learn a flower, and those above; before, during and after training. ReLUs
  -- start far enough from their corner for steps that stay on one side of it.
  local random, all = {}, {}
  for _, g1 in ipairs { gw.SIGMOID, gw.TANH, gw.RELU, gw.LEAKY_RELU } do
    local small = examples.flower(100, rng)
    local learner = network.new(small.X, small.Y, { hidden = 4, activation = g1, rng = rng, scale = 0.5 })
    append(random, equations.random_networks(g1, rng))
    append(all, learner:moments(0.3, 300, 100))
  end
  append(all, random)
  append(all, watched)
  append(all, reading)

  local results = {}
  for _, id in ipairs(equations.ids) do
    results[id] = ch:gradient { id = id, formula = equations.formula[id],
      cases = range.map(all, function(net) return equations.case(net, id) end) }
  end
  ch:gradient { id = 'dA1', formula = equations.formula.dA1, cases = range.map(all, function(net)
    return equations.dA1(net)
  end) }
  ch:gradient { id = 'all', formula = 'W1, b1, W2, b2 together, from J', cases = range.map(all, equations.together) }

  -- The same by plain loops, and by a complex step.
  local by_loops, by_complex = {}, {}
  for _, net in ipairs(all) do
    append(by_loops, equations.loops(net))
    append(by_complex, equations.complex(net, net.X.rows > 10 and 50 or 1))
  end
  ch:identity { id = 'loops', formula = 'all six = the plain loops, to rounding', cases = by_loops }
  ch:identity { id = 'complex', formula = 'dW, db = the complex step, to rounding', cases = by_complex }

  -- [mean]
  -- dZ2 belongs to the sum of the losses. J is their mean: against it, dZ2 is m
  -- times too large.
  local net = random[1]
  local against_J = check.gradient { blocks = { { 'Z2', net.Z2, net.dZ2 } },
    cost = function() return gw.loss_cost(net.Z2, net.Y) end }
  local factor = against_J.worst.analytic / against_J.worst.numeric
  ch:holds { id = 'dZ2-not-of-J', formula = 'dZ2 against J fails, by the factor m',
    holds = against_J.verdict == 'fail' and math.abs(factor - net.X.cols) < 1e-6 }
  -- [/mean]

  -- [flat] db1 must stay a column: C refuses a flat one. Only where n1 = m has a
  -- sum over the wrong axis, over units, a shape that fits. The checker sees it,
  -- in b1 and nowhere else.
  local square = network.new(gw.matrix.new(3, 5), gw.matrix.new(1, 5), { hidden = 5, rng = rng, scale = 1, biases = 1 })
  gw.random_fill_normal(rng, 1, square.X)
  gw.random_fill_uniform(rng, 0, 1, square.Y)
  square:run()
  local flat, over_units = gw.matrix.new(1, 5), gw.matrix.new(5, 1)
  local refused, why = pcall(gw.backprop_db, square.dZ1, flat)
  ch:holds { id = 'flat-refused', formula = 'a flat db1 is refused for its shape',
    holds = not refused and why:match 'dZ is 5x5 but db is 1x5' ~= nil, because = tostring(why) }
  for unit = 1, 5 do
    for i = 1, 5 do over_units:set(i, 1, over_units:get(i, 1) + square.dZ1:get(unit, i) / 5) end
  end
  local blocks, verdicts = square:blocks(), {}
  blocks[2][3] = over_units
  local caught = check.gradient { blocks = blocks, cost = function() return square:cost() end }
  for i, block in ipairs(caught.blocks) do verdicts[i] = block.name .. ' ' .. block.verdict end
  local said = table.concat(verdicts, ', ')
  ch:holds { id = 'wrong-axis', formula = 'db1 over the wrong axis fails, and only db1',
    holds = said == 'W1 pass, b1 fail, W2 pass, b2 pass', because = said }
  -- [/flat]

  local line_accuracy = accuracy(line, set.X, set.Y)
  local line_test = accuracy(line, set.test_X, set.test_Y)
  local tested, digits_tested = chosen:on(set.test_X, set.test_Y), reader:on(digits.test_X, digits.test_Y)
  local digits_line_test = accuracy(digits_line, digits.test_X, digits.test_Y)
  ch:say('  right on new examples: %.1f%% with %d hidden unit%s, %.1f%% by logistic regression',
    tested:accuracy(), o.hidden, o.hidden == 1 and '' or 's', line_test)
  ch:say('  right on new digits: %.1f%% with 32 hidden units, %.1f%% by logistic regression',
    digits_tested:accuracy(), digits_line_test)
  ch:fact('logistic_accuracy', line_accuracy, 0)
  ch:fact('logistic_test_accuracy', line_test, 0)
  local sizes = range.map(SIZES, function(n)
    return { n, nets[n]:accuracy(), nets[n]:on(set.test_X, set.test_Y):accuracy() }
  end)
  for i, n in ipairs(SIZES) do
    ch:fact('cost_' .. n, nets[n]:cost(), 1e-8)
    ch:fact('accuracy_' .. n, sizes[i][2], 0)
    ch:fact('test_accuracy_' .. n, sizes[i][3], 0)
    ch:fact('test_cost_' .. n, nets[n]:on(set.test_X, set.test_Y):cost(), 1e-8)
  end

  -- Why three units: the flower has six regions, and three lines make six.
  local others = gw.random(o.seed + 1)
  local flower = o.data == '' and set or examples.flower(400, others)
  local by_hand = three_lines(flower, others)
  ch:fact('three_lines_accuracy', by_hand:accuracy(), 0)
  ch:fact('three_lines_test_accuracy', by_hand:on(flower.test_X, flower.test_Y):accuracy(), 0)
  if o.data == '' then
    local tilt, distance = off_three_lines(nets[3])
    ch:fact('three_tilt', tilt, 1e-5)
    ch:fact('three_distance', distance, 1e-7)
    -- Two units that are not steep might do more than their lines. From ten starts they do not.
    local most = 0
    for _ = 1, 10 do
      local pair = network.new(set.X, set.Y, { hidden = 2, rng = others, scale = 1, biases = 1 })
      most = math.max(most, pair:train(o.alpha, o.iterations):accuracy())
    end
    ch:fact('two_units_starts', 10, 0)
    ch:fact('two_units_most', most, 0)
  end
  ch:fact('learned', set.X.cols, 0)
  ch:fact('tested', set.test_X.cols, 0)
  ch:fact('alpha', o.alpha, 0)
  ch:fact('iterations', o.iterations, 0)
  ch:fact('networks', #all, 0)
  ch:fact('digits_learned', digits.X.cols, 0)
  ch:fact('digits_tested', digits.test_X.cols, 0)
  ch:fact('digits_parameters', 32 * 64 + 32 + 32 + 1, 0)
  ch:fact('digits_cost', reader:cost(), 1e-8)
  ch:fact('digits_accuracy', reader:accuracy(), 0)
  ch:fact('digits_test_accuracy', digits_tested:accuracy(), 0)
  ch:fact('digits_logistic_accuracy', accuracy(digits_line, digits.X, digits.Y), 0)
  ch:fact('digits_logistic_test_accuracy', digits_line_test, 0)
  ch:fact('digits_logistic_cost', digits_line:cost(), 1e-8)
  ch:fact('digits_logistic_iterations', 10000, 0)
  ch:fact('digits_longer_iterations', 1000, 0)
  ch:fact('digits_longer_cost', longer:cost(), 1e-8)
  ch:fact('digits_longer_test_accuracy', longer:on(digits.test_X, digits.test_Y):accuracy(), 0)
  ch:fact('digits_iterations', 600, 0)
  ch:fact('zeros_dW1', results.dW1.zeros, 0)
  ch:fact('entries_dW1', results.dW1.entries, 0)
  local blank = 0 -- entries that are 0 because their pixel is blank wherever it was used
  for _, net_of_digits in ipairs(reading) do
    for k = 1, net_of_digits.X.rows do
      local ink = algebra.sum(algebra.absolute(net_of_digits.X:row(k)))
      blank = blank + (ink == 0 and net_of_digits.W1.rows or 0)
    end
  end
  ch:fact('blank_dW1', blank, 0)

  -- Figures.
  ch:data('flow', { columns = { 'matrix', 'rows', 'cols' }, rows = range.map(
    { 'X', 'Z1', 'A1', 'Z2', 'A2', 'Y', 'dZ2', 'dW2', 'db2', 'dZ1', 'dW1', 'db1' }, function(name)
      return { name, chosen[name].rows, chosen[name].cols }
    end) })

  -- Maps of Z2 over the first two features, with every example as a point.
  ch:data('flower', { columns = { 'x1', 'x2', 'z' }, blocks = plane.blocks(set, 1) })
  local points = plane.points(set.X, 61)
  local function answer(n)
    local there = n:on(points, gw.matrix.new(1, points.cols))
    there:forward()
    return there.Z2
  end
  local straight = gw.matrix.new(1, points.cols)
  gw.logistic_regression_forward(points, line.w, line.b:get(1, 1), straight)
  ch:data('logistic', plane.map(set, points, { straight }, { { line_accuracy, 0, 0 } }))
  ch:data('four', plane.map(set, points, { answer(chosen) }, { { chosen:accuracy(), o.hidden, 0 } }))
  ch:data('sizes', plane.map(set, points, range.map(SIZES, function(n) return answer(nets[n]) end), sizes))

  ch:data('digits', { columns = { 'column', 'row', 'change' }, blocks = reader:pictures(start) })
  local shift = {}
  for unit = 1, 5 do
    for i = 1, 5 do
      shift[#shift + 1] = { i, unit, -o.alpha * square.db1:get(unit, 1), -o.alpha * square.db1:get(i, 1) }
    end
    if unit < 5 then shift[#shift + 1] = false end
  end
  ch:data('column', { columns = { 'example', 'unit', 'column', 'flat' }, rows = shift })
end)
