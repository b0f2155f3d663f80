-- Chapter 9. A network with one hidden layer: its shapes, its forward pass, and
-- why it must not start from zeros.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local algebra = require 'gw.algebra'
local chapter = require 'gw.chapter'
local dataset = require 'gw.dataset'
local network = require 'gw.network'
local paths = require 'gw.paths'
local range = require 'gw.range'
local rounding = require 'gw.rounding'
local units = require 'gw.units'

local EPSILON = rounding.EPSILON
local G1 = { sigmoid = gw.SIGMOID, tanh = gw.TANH, relu = gw.RELU, ['leaky-relu'] = gw.LEAKY_RELU,
  identity = gw.IDENTITY }
local NAMES = { 'sigmoid', 'tanh', 'relu', 'leaky-relu', 'identity' }
local MATRICES = { 'X', 'W1', 'b1', 'W2', 'b2', 'Z1', 'A1', 'Z2', 'A2' }

local function flower(rng)
  local X, Y = gw.matrix.new(2, 400), gw.matrix.new(1, 400)
  gw.synthetic_flower(rng, X, Y)
  return X, Y
end

-- Is the digit 5 or more? 64 pixels from 0 to 1.
local function digits()
  local d = dataset.load { data = paths.root .. '/data/digits.csv', label = 'digit',
    is_positive = function(label) return tonumber(label) >= 5 end }
  return algebra.map(d.X, function(pixel) return pixel / 16 end), d.Y
end

-- What the forward pass says of one matrix that has a row or a column too many.
local function refusal(net, name, more_rows, more_cols)
  local good = net[name]
  net[name] = gw.matrix.new(good.rows + more_rows, good.cols + more_cols)
  local wrong = net[name]:shape()
  local ok, message = pcall(net.forward, net)
  net[name] = good
  local is, must = tostring(message):match(name .. ' is (%d+x%d+)'), tostring(message):match 'must be (%d+x%d+)'
  return not ok and is == wrong and must ~= nil
end

-- A check for W A + b and for g(Z): the sum of its entries, each weighted by a
-- random C, so that every entry's slope shows. C · 1 is what the chain rule has.
local function neuron_cases(rng, n, k, m, linear_cases, activation_cases)
  local W, A, b = algebra.normal(rng, n, k), algebra.normal(rng, k, m), algebra.normal(rng, n, 1)
  local C, Z = algebra.normal(rng, n, m), algebra.normal(rng, n, m, 2)
  local function weighted(M) return algebra.sum(algebra.map(M, function(x, i, j) return C:get(i, j) * x end)) end
  local ones = algebra.map(gw.matrix.new(m, 1), function() return 1 end)
  linear_cases[#linear_cases + 1] = {
    blocks = { { 'W', W, algebra.product(C, algebra.transposed(A)) }, { 'b', b, algebra.product(C, ones) },
      { 'A', A, algebra.product(algebra.transposed(W), C) } },
    cost = function() return weighted(algebra.linear(W, A, b)) end,
  }
  for _, name in ipairs(NAMES) do
    local D, g, place = gw.matrix.new(n, m), gw.matrix.new(n, m), algebra.map(Z, function(z) return z end)
    gw.activation_derivative(G1[name], place, D)
    activation_cases[name][#activation_cases[name] + 1] = {
      blocks = { { 'Z', place, algebra.map(D, function(d, i, j) return C:get(i, j) * d end) } },
      cost = function()
        gw.activation_forward(G1[name], place, g)
        -- Which side of ReLU's kink each entry is on.
        local pattern = 0
        for i, z in ipairs(place:values()) do pattern = pattern + (z > 0 and 2 ^ i or 0) end
        return weighted(g), pattern
      end,
    }
  end
end

local options = { seed = 9, hidden = 4, alpha = 1.2, iterations = 2000 }
chapter.run({ title = 'A network with one hidden layer', options = options }, function(ch)
  local rng, hidden, alpha = gw.random(ch.options.seed), ch.options.hidden, ch.options.alpha
  local function below(n) return gw.random_below(rng, n) end
  local flower_X, flower_Y = flower(rng)
  local digits_X, digits_Y = digits()
  ch:fact('flower_examples', flower_X.cols, 0)
  ch:fact('digits_examples', digits_X.cols, 0)
  ch:fact('digits_of_five_or_more', algebra.sum(digits_Y), 0)
  ch:fact('digits_parameters_32_hidden', 32 * 64 + 32 + 32 + 1, 0)

  -- A network of random shape, with everything random.
  local function any_network(g1)
    local n0, n1, n2, m = 1 + below(8), 1 + below(8), 1 + below(3), 1 + below(12)
    local Y = algebra.map(gw.matrix.new(n2, m), function() return below(2) end)
    return network.new(algebra.normal(rng, n0, m), Y,
      { hidden = n1, activation = g1, rng = rng, scale = 10 ^ (0.5 * gw.random_normal(rng)), biases = 1 })
  end

  -- Shapes: each of the nine matrices, one row or column too many, is refused by name.
  local refused, asked = 0, 0
  for _ = 1, 20 do
    local net = any_network(gw.TANH)
    net:forward()
    for _, name in ipairs(MATRICES) do
      for _, more in ipairs { { 1, 0 }, { 0, 1 } } do
        asked = asked + 1
        refused = refused + (refusal(net, name, more[1], more[2]) and 1 or 0)
      end
    end
  end
  ch:holds { id = 'shapes', formula = 'a wrong shape is refused with both shapes named', holds = refused == asked,
    because = ('%d of %d were refused so'):format(refused, asked) }
  ch:fact('wrong_shapes_refused', refused, 0)

  -- One neuron in its two halves: z = w·x + b, then a = g(z).
  local linear_cases, activation_cases = {}, {}
  for _, name in ipairs(NAMES) do activation_cases[name] = {} end
  for _ = 1, 4 do neuron_cases(rng, 1 + below(4), 1 + below(4), 1 + below(5), linear_cases, activation_cases) end
  ch:gradient { id = 'linear-half', formula = 'Z = W A + b: ∂/∂W, ∂/∂b, ∂/∂A', cases = linear_cases }
  for _, name in ipairs(NAMES) do
    ch:gradient { id = 'activation-half-' .. name, formula = "A = g(Z): ∂/∂Z = g'(Z), " .. name,
      cases = activation_cases[name] }
  end

  -- The four vectorised equations cost what the plain loops cost.
  for _, name in ipairs(NAMES) do
    local nets, cases = {}, {}
    for i = 1, 20 do nets[i] = any_network(G1[name]) end
    nets[21] = network.new(flower_X, flower_Y, { hidden = hidden, activation = G1[name], rng = rng, scale = 1 })
    nets[22] = network.new(digits_X:columns(1, 200), digits_Y:columns(1, 200),
      { hidden = 32, activation = G1[name], rng = rng, scale = 0.1, biases = 0.1 })
    for i, net in ipairs(nets) do
      local J = net:cost()
      cases[i] = { J, gw.twin_network_cost(net.g1, net.X, net.Y, net.W1, net.b1, net.W2, net.b2),
        rounding.network_cost(net, J), ('%dx%d, %d hidden'):format(net.X.rows, net.X.cols, net.W1.rows) }
    end
    ch:identity { id = 'forward-' .. name, formula = 'vectorised = plain loops, g1 = ' .. name, cases = cases }
  end

  -- Symmetry: units that start equal stay equal, to the bit, at every iteration.
  local function start(X, Y, g1, n1, scale)
    return network.new(X, Y, { hidden = n1, activation = g1, rng = rng, scale = scale, biases = scale })
  end
  local few_X, few_Y = digits_X:columns(1, 300), digits_Y:columns(1, 300)
  for _, kind in ipairs { { 'zeros', 0 }, { 'equal', 0.5 } } do
    local equal, steps = 0, 0
    for _, name in ipairs(NAMES) do
      for _, case in ipairs { { start(flower_X, flower_Y, G1[name], hidden, kind[2]), 300, 0.3 },
        { start(few_X, few_Y, G1[name], 5, kind[2]), 10, 0.1 } } do
        local net = units.make_equal(case[1])
        for _ = 1, case[2] do
          units.step_by_loops(net, case[3])
          steps, equal = steps + 1, equal + (units.are_equal(net) and 1 or 0)
        end
      end
    end
    ch:holds { id = 'symmetry-' .. kind[1], formula = ('units from %s starts stay equal to the bit'):format(kind[1]),
      holds = equal == steps, because = ('they were equal after %d of %d iterations'):format(equal, steps) }
    ch:fact('iterations_equal_from_' .. kind[1], equal, 0)
  end

  -- So many equal units are one unit whose output counts n1 times.
  local cases = {}
  for i = 1, 20 do
    local net = units.make_equal(any_network(G1[NAMES[i % #NAMES + 1]]))
    local J, n1 = net:cost(), net.W1.rows
    local function first_row(M) return M:row(1) end
    cases[i] = { J, gw.twin_network_cost(net.g1, net.X, net.Y, first_row(net.W1), first_row(net.b1),
      algebra.map(net.W2:columns(1, 1), function(w) return n1 * w end), net.b2), rounding.network_cost(net, J) }
  end
  ch:identity { id = 'one-unit', formula = 'n1 equal units = one unit with weight n1 w', cases = cases }

  -- The three starts of the figure: the weight of x1 in each unit, by iteration.
  local function watch(net, step)
    local rows = {}
    for i = 0, ch.options.iterations do
      if i % 5 == 0 then rows[#rows + 1] = { i, unpack(net.W1:columns(1, 1):values()) } end
      step(net, alpha)
    end
    return rows
  end
  local zeros = units.make_equal(start(flower_X, flower_Y, gw.TANH, hidden, 0))
  local equal = units.make_equal(start(flower_X, flower_Y, gw.TANH, hidden, 0.5))
  local random = network.new(flower_X, flower_Y, { hidden = hidden, rng = rng })
  local columns = { 'iteration' }
  for j = 1, hidden do columns[j + 1] = 'unit' .. j end
  ch:fact('closest_units_at_start', units.closest(random), 1e-8)
  ch:data('symmetry', { columns = columns, blocks = {
    { name = 'zeros', rows = watch(zeros, units.step_by_loops) },
    { name = 'equal', rows = watch(equal, units.step_by_loops) },
    { name = 'random', rows = watch(random, random.step) },
  } })
  ch:holds { id = 'random-part', formula = 'units from random starts part',
    holds = hidden == 1 or units.closest(random) > 0.01, because = 'two units are still nearly the same' }
  ch:fact('closest_units_after', hidden > 1 and units.closest(random) or 0, 1e-5)
  ch:fact('cost_from_zeros', zeros:cost(), 1e-12)
  ch:fact('accuracy_from_zeros', zeros:accuracy(), 0)
  ch:fact('cost_from_equal', equal:cost(), 1e-6)
  ch:fact('accuracy_from_equal', equal:accuracy(), 0.5)
  ch:fact('cost_from_random', random:cost(), 1e-6)
  ch:fact('accuracy_from_random', random:accuracy(), 0.5)
end)
