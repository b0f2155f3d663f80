-- Chapter 9. A network with one hidden layer: its shapes, its forward pass, and
-- why it must not start from zeros.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local algebra = require 'gw.algebra'
local chapter = require 'gw.chapter'
local examples = require 'gw.examples'
local logistic = require 'models.logistic'
local network = require 'models.network'
local neuron = require 'models.neuron'
local petals = require '09-network.petals'
local range = require 'gw.range'
local rounding = require '09-network.rounding'
local units = require '09-network.units'

local G1 = { { 'sigmoid', gw.SIGMOID }, { 'tanh', gw.TANH }, { 'relu', gw.RELU }, { 'leaky-relu', gw.LEAKY_RELU },
  { 'identity', gw.IDENTITY } }
-- The nine matrices of a forward pass, and what the library calls them.
local MATRICES = { X = 'pass.A[0]', Z1 = 'pass.Z[1]', A1 = 'pass.A[1]', Z2 = 'pass.Z[2]', A2 = 'pass.A[2]',
  W1 = 'net.W[1]', b1 = 'net.b[1]', W2 = 'net.W[2]', b2 = 'net.b[2]' }

-- Does the forward pass refuse this matrix with a row or a column too many, and
-- say what it is and what it must be?
local function refuses(net, name, more_rows, more_cols)
  local good = net[name]
  net[name] = gw.matrix.new(good.rows + more_rows, good.cols + more_cols)
  local ok, message = pcall(net.forward, net)
  local said = ('%s is %s'):format(MATRICES[name], net[name]:shape())
  local named = not ok and message:find(said, 1, true) and message:match 'must be %d+x%d+'
  net[name] = good
  return named
end

-- The network in the middle between all exchanges of its hidden units: each unit
-- is their mean.
local function middle_of(net)
  local n1, mean = net.W1.rows, net:copy()
  local function over_units(M)
    return algebra.product(algebra.map(gw.matrix.new(n1, n1), function() return 1 / n1 end), M)
  end
  mean.W1, mean.b1 = over_units(net.W1), over_units(net.b1)
  mean.W2 = algebra.transposed(over_units(algebra.transposed(net.W2)))
  return mean
end

local function mean_square(M)
  return algebra.sum(algebra.map(M, function(x) return x * x end)) / (M.rows * M.cols)
end

local options = { seed = 9, hidden = 4, alpha = 1.2, iterations = 2000 }
chapter.run({ title = 'A network with one hidden layer', claim = 'symmetry-zeros', options = options }, function(ch)
  local rng, hidden, alpha, iterations = gw.random(ch.options.seed), ch.options.hidden, ch.options.alpha,
    ch.options.iterations
  local function below(n) return gw.random_below(rng, n) end

  -- The flower, and the digits: 64 pixels from 0 to 1; is the digit 5 or more?
  local flower_X, flower_Y = gw.matrix.new(2, 400), gw.matrix.new(1, 400)
  gw.synthetic_flower(rng, flower_X, flower_Y)
  local digits_X, digits_Y = examples.all_digits()
  local few_X, few_Y = digits_X:columns(1, 300), digits_Y:columns(1, 300)
  ch:fact('flower_examples', flower_X.cols, 0)
  -- Two petals at the top share a class, and two at the bottom: six regions, not eight.
  local classes, share = petals.classes(flower_X, flower_Y)
  local changes, purest = petals.changes(classes), math.min(unpack(share))
  ch:holds { id = 'petals', formula = 'eight petals, and six changes of class around',
    holds = changes == 6 and classes[8] == classes[1] and classes[4] == classes[5] and purest > 0.8,
    because = ('the classes are %s'):format(table.concat(classes, ' ')) }
  ch:fact('petals', petals.count, 0)
  ch:fact('class_changes', changes, 0)
  ch:fact('least_of_its_class', 100 * purest, 0)
  ch:fact('digits_examples', digits_X.cols, 0)
  ch:fact('digits_of_five_or_more', algebra.sum(digits_Y), 0)
  ch:fact('parameters_2_4_1', 4 * 2 + 4 + 1 * 4 + 1, 0)
  ch:fact('parameters_64_32_1', 32 * 64 + 32 + 1 * 32 + 1, 0)

  -- Networks to try things on: of any shape, and for given examples.
  local function any_network(g1, n2)
    local X = algebra.normal(rng, 1 + below(8), 1 + below(12))
    local Y = algebra.map(gw.matrix.new(n2 or 1 + below(3), X.cols), function() return below(2) end)
    local scale = 10 ^ (0.5 * gw.random_normal(rng))
    return network.new(X, Y, { hidden = 1 + below(8), activation = g1, rng = rng, scale = scale, biases = 1 })
  end
  local function network_for(X, Y, g1, n1, scale)
    return network.new(X, Y, { hidden = n1, activation = g1, rng = rng, scale = scale, biases = scale })
  end

  -- [shapes] Each of the nine matrices, one row or column too many.
  local refused, asked = 0, 0
  for _ = 1, 20 do
    local net = any_network(gw.TANH)
    net:forward() -- as they are, they fit
    for name in pairs(MATRICES) do
      refused = refused + (refuses(net, name, 1, 0) and 1 or 0)
      refused = refused + (refuses(net, name, 0, 1) and 1 or 0)
      asked = asked + 2
    end
  end
  -- [/shapes]
  ch:holds { id = 'shapes', formula = 'a wrong shape is refused, and both are named', holds = refused == asked,
    because = ('%d of %d were refused so'):format(refused, asked) }
  ch:fact('wrong_shapes_refused', refused, 0)

  -- One neuron in its two halves: z = w·x + b, then a = g(z).
  local shapes = range.map({ 1, 2, 3, 4 }, function(n) return { n, 1 + below(4), 1 + below(5) } end)
  ch:gradient { id = 'linear-half', formula = 'Z = W A + b: ∂/∂W, ∂/∂b, ∂/∂A',
    cases = range.map(shapes, function(s) return neuron.linear_case(rng, s[1], s[2], s[3]) end) }
  for _, g in ipairs(G1) do
    ch:gradient { id = 'activation-half-' .. g[1], formula = "A = g(Z): ∂/∂Z = g'(Z), " .. g[1],
      cases = range.map(shapes, function(s) return neuron.activation_case(rng, g[2], s[1], s[3]) end) }
  end

  -- The four vectorised equations cost what the plain loops cost.
  for _, g in ipairs(G1) do
    local nets = { network_for(flower_X, flower_Y, g[2], hidden, 1), network_for(few_X, few_Y, g[2], 32, 0.1) }
    for i = 1, 20 do nets[2 + i] = any_network(g[2]) end
    ch:identity { id = 'forward-' .. g[1], formula = 'vectorised = plain loops, ' .. g[1],
      cases = range.map(nets, function(net)
        local J = net:cost()
        return { J, net:loops_cost(), rounding.network_cost(net, J),
          ('%s, %d hidden'):format(net.X:shape(), net.W1.rows) }
      end) }
  end

  -- Symmetry: units that start equal stay equal, to the bit, at every iteration.
  for _, kind in ipairs { { 'zeros', 0 }, { 'equal', 0.5 } } do
    local equal, steps = 0, 0
    for _, g in ipairs(G1) do
      for _, case in ipairs { { network_for(flower_X, flower_Y, g[2], hidden, kind[2]), 300, 0.3 },
        { network_for(few_X, few_Y, g[2], 5, kind[2]), 20, 0.1 } } do
        -- [symmetry]
        local net = units.make_equal(case[1])
        for _ = 1, case[2] do
          units.step_by_loops(net, case[3])
          steps, equal = steps + 1, equal + (units.are_equal(net) and 1 or 0)
        end
        -- [/symmetry]
      end
    end
    ch:holds { id = 'symmetry-' .. kind[1],
      formula = ('units that start equal stay equal, to the bit: %s'):format(kind[1]),
      holds = equal == steps, because = ('they were equal after %d of %d iterations'):format(equal, steps) }
    ch:fact('iterations_equal_from_' .. kind[1], equal, 0)
  end

  -- So n1 equal units are one unit whose output counts n1 times.
  local equal_nets = {}
  for i = 1, 20 do equal_nets[i] = units.make_equal(any_network(G1[i % #G1 + 1][2])) end
  ch:identity { id = 'one-unit', formula = 'n1 equal units = one with n1 times the weight',
    cases = range.map(equal_nets, function(net)
      local J, n1, one = net:cost(), net.W1.rows, net:copy()
      one.W1, one.b1 = net.W1:row(1), net.b1:row(1)
      one.W2 = algebra.map(net.W2:columns(1, 1), function(w) return n1 * w end)
      return { J, one:loops_cost(), rounding.network_cost(net, J) }
    end) }

  -- Three starts: the same network from zeros, from equal units, from small random ones.
  local starts = {
    zeros = units.make_equal(network_for(flower_X, flower_Y, gw.TANH, hidden, 0)),
    equal = units.make_equal(network_for(flower_X, flower_Y, gw.TANH, hidden, 0.5)),
    random = network.new(flower_X, flower_Y, { hidden = hidden, rng = rng }),
  }
  local random = starts.random
  ch:fact('closest_units_at_start', units.closest(random), 1e-8)
  ch:data('symmetry', { columns = { 'unit', 'weight_x1', 'weight_x2' }, blocks = {
    { name = 'zeros', rows = units.paths(starts.zeros, units.step_by_loops, alpha, iterations) },
    { name = 'equal', rows = units.paths(starts.equal, units.step_by_loops, alpha, iterations) },
    { name = 'random', rows = units.paths(random, random.step, alpha, iterations) },
  } })
  ch:fact('closest_units_after', units.closest(random), 1e-5)
  ch:holds { id = 'random-part', formula = 'from random starts no two are the same',
    holds = hidden == 1 or units.closest(random) > 0, because = 'two units are the same' }
  ch:fact('iterations', iterations, 0)
  for _, name in ipairs { 'zeros', 'equal', 'random' } do
    ch:fact('cost_from_' .. name, starts[name]:cost(), 1e-6)
    ch:fact('accuracy_from_' .. name, starts[name]:accuracy(), 0.5)
  end

  -- Is the cost one big bowl? All exchanges of units cost the same, so in a bowl
  -- the network in their middle would cost no more.
  local middle, low = middle_of(random):cost(), random:cost()
  ch:holds { id = 'no-bowl', formula = 'J in the middle of all exchanges is higher',
    holds = hidden == 1 or middle > low,
    because = ('it is %.6g, and %.6g at each'):format(middle, low) }
  ch:fact('cost_in_the_middle', middle, 1e-6)
  -- Nor do all random starts end at the same cost.
  local ends, others = {}, gw.random(ch.options.seed + 1)
  for i = 1, 10 do
    ends[i] = network.new(flower_X, flower_Y, { hidden = hidden, rng = others }):train(alpha, iterations):cost()
  end
  table.sort(ends)
  ch:fact('other_starts', #ends, 0)
  ch:fact('lowest_of_starts', ends[1], 1e-6)
  ch:fact('highest_of_starts', ends[#ends], 1e-6)

  -- Without activation two layers are one: W = W2 W1, b = W2 b1 + b2.
  local outputs, costs = {}, {}
  for i = 1, 20 do
    local net = any_network(gw.IDENTITY, i % 2 == 0 and 1 or nil)
    local J, off = net:cost(), rounding.linear_network(net)
    local W, b = algebra.product(net.W2, net.W1), algebra.linear(net.W2, net.b1, net.b2)
    local z, bound = algebra.linear(W, net.X, b):values(), off:values()
    for k, z2 in ipairs(net.Z2:values()) do outputs[#outputs + 1] = { z2, z[k], bound[k] } end
    if net.Y.rows == 1 then
      costs[#costs + 1] = { J, gw.twin_logistic_cost(net.X, net.Y, algebra.transposed(W), b:get(1, 1)),
        rounding.mean_loss(net.Z2, net.Y, off, J) }
    end
  end
  ch:identity { id = 'collapse', formula = 'g1 = identity: W2(W1 X + b1) + b2 = W X + b', cases = outputs }
  ch:identity { id = 'collapse-cost', formula = 'and J is that of logistic regression', cases = costs }

  -- So no training takes it below logistic regression's lowest cost.
  local flat = network.new(flower_X, flower_Y, { hidden = hidden, activation = gw.IDENTITY, rng = rng })
  for _ = 1, iterations do flat:step(0.1) end
  local model = logistic.new(flower_X, flower_Y)
  for _ = 1, 500 do model:descend(0.5) end
  local lowest = model:cost()
  local J = flat:cost()
  ch:holds { id = 'collapse-trained', formula = "trained, its J is not below logistic regression's",
    holds = J >= lowest - rounding.network_cost(flat, J),
    because = ('it reached %.12g, logistic regression %.12g'):format(J, lowest) }
  ch:fact('linear_cost', J, 1e-6)
  ch:fact('logistic_cost', lowest, 1e-9)
  ch:fact('logistic_accuracy', 100 * (1 - select(2, model:cost()) / flower_X.cols), 0)
  ch:fact('linear_accuracy', flat:accuracy(), 0.5)
  local point, label, shown, prediction = gw.matrix.new(2, 1), gw.matrix.new(1, 1), {}, {}
  local flat_there, random_there = flat:on(point, label), random:on(point, label)
  for i = 1, flower_X.cols do shown[i] = { flower_X:get(1, i), flower_X:get(2, i), flower_Y:get(1, i), 0 } end
  for _, x2 in ipairs(range.linear(-5, 5, 81)) do
    for _, x1 in ipairs(range.linear(-5, 5, 81)) do
      point:set(1, 1, x1)
      point:set(2, 1, x2)
      flat_there:forward()
      random_there:forward()
      prediction[#prediction + 1] = { x1, x2, flat_there.A2:get(1, 1), random_there.A2:get(1, 1) }
    end
    prediction[#prediction + 1] = false
  end
  ch:data('linear', { columns = { 'x1', 'x2', 'linear', 'tanh' },
    blocks = { { name = 'prediction', rows = prediction }, { name = 'examples', rows = shown } } })

  -- Why small: z1 grows with the scale of W1, and the slope of tanh there dies.
  -- The mean of z1² is n0 scale² times that of x², but for chance: at most √(2/n1)
  -- of it is one standard deviation, and the bound is six.
  local n1, as_expected, doubled = 400, true, {}
  local few, W, none = digits_X:columns(1, 100), algebra.normal(rng, n1, 64), gw.matrix.new(n1, 1)
  for _, start in ipairs { { 'hundredth', 0.01 }, { 'tenth', 0.1 }, { 'one', 1 }, { 'ten', 10 } } do
    local name, scale = unpack(start)
    local Z1 = algebra.linear(algebra.map(W, function(x) return scale * x end), few, none)
    local twice = algebra.linear(algebra.map(W, function(x) return 2 * scale * x end), few, none)
    for k = 1, 100 do doubled[#doubled + 1] = { twice:get(k, k), 2 * Z1:get(k, k), 0 } end
    local expected = few.rows * scale ^ 2 * mean_square(few)
    as_expected = as_expected and math.abs(mean_square(Z1) - expected) <= 6 * math.sqrt(2 / n1) * expected
    local D = gw.matrix.new(n1, few.cols)
    gw.activation_derivative(gw.TANH, Z1, D)
    ch:fact('z1_size_at_scale_' .. name, math.sqrt(mean_square(Z1)), 1e-9 * scale)
    ch:fact('tanh_slope_at_scale_' .. name, algebra.sum(D) / (D.rows * D.cols), 1e-9)
  end
  ch:identity { id = 'scale-doubled', formula = 'twice the W1: twice the Z1', cases = doubled }
  ch:holds { id = 'scale-size', formula = 'mean z1² = n0 scale² mean x², but for chance', holds = as_expected }

  -- What the drawings show: the units, one neuron in numbers, the shapes.
  local nodes, boxes = {}, {}
  for layer, count in ipairs { 2, hidden, 1 } do
    for unit = 1, count do nodes[#nodes + 1] = { layer - 1, unit, count } end
  end
  for equation, names in ipairs { { 'W1', 'X', 'b1', 'Z1' }, { 'Z1', 'A1' }, { 'W2', 'A1', 'b2', 'Z2' },
    { 'Z2', 'A2' } } do
    for place, name in ipairs(names) do
      boxes[#boxes + 1] = { name, equation, place, random[name].rows, random[name].cols }
    end
  end
  random:forward()
  local W1, b1, i = random.W1, random.b1, 0
  repeat -- until an example, away from the middle, that puts the first unit on tanh's bend
    i = i + 1
    local z = math.abs(random.Z1:get(1, i))
  until i == flower_X.cols or z > 0.5 and z < 1.5 and math.abs(flower_X:get(1, i)) > 0.5
  for _, of in ipairs { { 'x1', flower_X:get(1, i) }, { 'x2', flower_X:get(2, i) }, { 'w1', W1:get(1, 1) },
    { 'w2', W1:get(1, 2) }, { 'b', b1:get(1, 1) }, { 'z', random.Z1:get(1, i) }, { 'a', random.A1:get(1, i) } } do
    ch:fact('neuron_' .. of[1], of[2], 1e-5)
  end
  ch:data('network', { columns = { 'layer', 'unit', 'units' }, rows = nodes })
  ch:data('shapes', { columns = { 'matrix', 'equation', 'place', 'rows', 'cols' }, rows = boxes })
  ch:data('neuron', { columns = { 'z', 'a' }, blocks = {
    { name = 'numbers', rows = { { flower_X:get(1, i), flower_X:get(2, i) }, { W1:get(1, 1), W1:get(1, 2) },
      { b1:get(1, 1), 0 }, { random.Z1:get(1, i), random.A1:get(1, i) } } },
    { name = 'curve', rows = range.map(range.linear(-4, 4, 121), function(z)
      return { z, gw.activation_value(gw.TANH, z) }
    end) },
  } })
end)
