--- Beyond the course: networks of any depth, and ten classes.
local gw = require 'gw'
local deep = require 'models.deep'
local examples = require 'gw.examples'
local range = require 'gw.range'

local ALPHA, ITERATIONS = 0.5, 150

local SIZES = { { 3 }, { 4, 2 }, { 4, 3, 2 }, { 3, 4, 3, 2 }, { 3, 3, 3, 3, 3, 2 }, { 2, 3, 2, 3, 2, 3, 2, 3 } }

-- Small networks of every depth with random labels, after both passes: chances for a
-- sigmoid, one class of several for a softmax.
local function networks(output, rng)
  return range.map(SIZES, function(units, k)
    local X, Y = gw.matrix.new(3, 6), gw.matrix.new(units[#units], 6)
    gw.random_fill_normal(rng, 1, X)
    if output == gw.OUTPUT_SIGMOID then
      gw.random_fill_uniform(rng, 0, 1, Y)
    else
      for i = 1, 6 do Y:set(1 + math.floor(gw.random_uniform(rng) * Y.rows), i, 1) end
    end
    return deep.new(X, Y, { units = units, output = output, rng = rng,
      activation = k % 2 == 0 and gw.SIGMOID or gw.TANH }):run()
  end)
end

local function case(net) return { blocks = net:blocks(), cost = function() return net:cost() end } end

-- The root of the mean square of a matrix.
local function size(M)
  local sum = 0
  for _, x in ipairs(M:values()) do sum = sum + x * x end
  return math.sqrt(sum / (M.rows * M.cols))
end

-- How large dZ[l] is in each layer of a network that has not learned yet: seven hidden
-- layers of 20 units between 64 pixels and ten classes.
local STARTS = {
  { 'small', gw.TANH, function() return 0.01 end },
  { 'sigmoid', gw.SIGMOID, function(n) return 1 / math.sqrt(n) end },
  { 'relu', gw.RELU, function(n) return 1 / math.sqrt(n) end },
  { 'he', gw.RELU, function(n) return math.sqrt(2 / n) end },
  { 'tanh', gw.TANH, function(n) return 1 / math.sqrt(n) end },
}
local function flow(digits, rng)
  local X, Y = digits.X:columns(1, 200), digits.Y:columns(1, 200)
  return range.map(STARTS, function(start)
    local net = deep.new(X, Y, { units = { 20, 20, 20, 20, 20, 20, 20, 10 }, activation = start[2], scale = start[3],
      output = gw.OUTPUT_SOFTMAX, rng = rng }):run()
    return { name = start[1], rows = range.times(net.layers, function(l)
      return { l, size(net:get('gradient', 'dZ', l)) }
    end) }
  end)
end

--- Checks, measures and trains; returns what the figures show.
return function(ch, rng)
  for _, output in ipairs { 'sigmoid', 'softmax' } do
    ch:gradient { id = 'deep-' .. output, formula = ('dW[l], db[l] of 1 to 8 layers, output %s'):format(output),
      cases = range.map(networks(gw['OUTPUT_' .. output:upper()], rng), case) }
  end

  local digits = examples.digits(rng, true)
  local flows = flow(digits, rng)
  for _, line in ipairs(flows) do ch:fact('flow_' .. line.name, line.rows[1][2] / line.rows[8][2], 1e-9) end

  -- Which digit is it? One hidden layer, and three.
  local trained = {}
  for i, units in ipairs { { 32, 10 }, { 32, 32, 32, 10 } } do
    local net = deep.new(digits.X, digits.Y, { units = units, output = gw.OUTPUT_SOFTMAX, rng = rng })
    for _ = 1, ITERATIONS do net.J = net:step(ALPHA) end
    local new, name = net:on(digits.test_X, digits.test_Y), i == 1 and 'shallow' or 'deep'
    ch:facts(1e-8, { ['ten_cost_' .. name] = net.J })
    ch:facts(0, { ['ten_accuracy_' .. name] = net:accuracy(), ['ten_test_accuracy_' .. name] = new:accuracy() })
    trained[i] = new
  end
  ch:facts(0, { ten_iterations = ITERATIONS, ten_alpha = ALPHA, ten_tested = digits.test_X.cols })
  return { flows = flows, confusion = trained[1]:confusion() }
end
