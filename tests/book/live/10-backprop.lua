-- A network that learns, and the checker beside it.
local gw = require 'gw'
local examples = require 'gw.examples'
local network = require 'models.network'
local compare = require 'tests.book.live.compare'
local apart, accepted, facts_of = compare.apart, compare.accepted, compare.facts

-- A state of the flower's figure says all: what it leaves out would stay as it was.
local function FLOWER(changes)
  local state = { data = 'flower', noise = 0.2, hidden = 4, g = 'tanh', alpha = 1.2, seed = 10, k = 2000, size = 0.01 }
  for key, value in pairs(changes) do state[key] = value end
  return state
end

local SETS = { flower = gw.SET_FLOWER, moons = gw.SET_MOONS, circles = gw.SET_CIRCLES, xor = gw.SET_XOR,
  spirals = gw.SET_SPIRALS }
local ACTIVATIONS = { tanh = gw.TANH, sigmoid = gw.SIGMOID, relu = gw.RELU }

-- A state's training by the library: the costs, the parameters, and the network.
local function trained(s)
  local rng, X, Y = gw.random(s.seed), gw.matrix.new(2, 400), gw.matrix.new(1, 400)
  gw.synthetic_set(SETS[s.data], rng, s.noise, X, Y)
  gw.synthetic_set(SETS[s.data], rng, s.noise, gw.matrix.new(2, 400), gw.matrix.new(1, 400))
  local net
  for _, n in ipairs { 1, 2, 3, 4, 5, 20, 50 } do
    net = network.new(X, Y, { hidden = n, rng = rng, activation = ACTIVATIONS[s.g], scale = s.size })
    if n == s.hidden then break end
  end
  if net.W1.rows ~= s.hidden then
    net = network.new(X, Y, { hidden = s.hidden, rng = rng, activation = ACTIVATIONS[s.g] })
  end
  local costs, theta = {}, {}
  for i = 1, s.k do costs[i] = net:step(s.alpha) end
  for _, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do
    for _, x in ipairs(net[name]:values()) do theta[#theta + 1] = x end
  end
  return costs, theta, net
end

return {
  states = {
    ['10-backprop/four'] = { { k = 100 }, { k = 60 }, { hidden = 7, seed = 3, alpha = 0.5, g = 'sigmoid', k = 100 },
      { k = 3000, alpha = 1e5 }, FLOWER { alpha = 30, k = 2000 }, FLOWER { data = 'moons', hidden = 2 },
      FLOWER { data = 'moons', hidden = 3 }, FLOWER { data = 'spirals', noise = 0.1, hidden = 8, k = 100, g = 'relu' },
      FLOWER { data = 'own', k = 100 }, FLOWER { size = 0.5, k = 100 } },
    ['10-backprop/sizes'] = { { units = { 2, 16 }, data = 'xor', noise = 0.5, g = 'sigmoid', k = 100 } },
    ['10-backprop/flow'] = { { y = 0 }, { x = { -1, 0.5 }, y = 0.25, W2 = { 3, -0.5 }, g = 'sigmoid' } },
  },
  links = {
    { 'four?data=own&x1=1,2', 'The link cannot be shown: Each point has an x₁, an x₂ and a class.' },
    { 'four?noise=-1', 'The link asks for what cannot be: noise must be a number from 0 to 5.' },
    { 'sizes?units=1,2,3,4,5,6,7,8',
      'The link asks for what cannot be: hidden units: 1 to 7 numbers, with commas between them.' },
    { 'flow?W1=1,2', 'The link cannot be shown: W1 has 4 numbers.' },
  },
  test = function(shown)
    it('learn as the library does, a hundred iterations, and come to the accepted end', function()
      local SIZES = { 1, 2, 3, 4, 5, 20, 50 }
      local function native(seed, hidden, alpha, g, steps)
        local rng = gw.random(seed)
        local set, net = examples.flower(400, rng), nil
        for _, n in ipairs(SIZES) do
          net = network.new(set.X, set.Y, { hidden = n, rng = rng, activation = g })
          if n == hidden then break end
        end
        if net.W1.rows ~= hidden then
          net = network.new(set.X, set.Y, { hidden = hidden, rng = rng, activation = g })
        end
        local costs, theta = {}, {}
        for i = 1, steps do costs[i] = net:step(alpha) end
        for _, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do
          for _, x in ipairs(net[name]:values()) do theta[#theta + 1] = x end
        end
        return set, costs, theta
      end
      local figure = shown['10-backprop/four']
      local set, costs, theta = native(10, 4, 1.2, gw.TANH, 100)
      assert.is_true(apart(figure.states[1].costs, costs) < 1e-11)
      assert.is_true(apart(figure.states[1].theta, theta) < 1e-11)
      assert.is_true(apart(figure.opens.points, set.X:values()) < 1e-11)
      assert.same(set.Y:values(), figure.opens.labels)
      -- Step back: the very same numbers as on the way there.
      local _, _, before = native(10, 4, 1.2, gw.TANH, 60)
      assert.equal(60, figure.states[2].at)
      assert.is_true(apart(figure.states[2].theta, before) < 1e-11)
      _, costs, theta = native(3, 7, 0.5, gw.SIGMOID, 100)
      assert.is_true(apart(figure.states[3].costs, costs) < 1e-11)
      assert.is_true(apart(figure.states[3].theta, theta) < 1e-11)

      local facts = facts_of '10-backprop'
      assert.is_true(math.abs(figure.opens.learned.cost / facts.cost_4[1] - 1) < 1e-6)
      assert.equal(facts.accuracy_4[1], figure.opens.learned.right)
      assert.equal(facts.test_accuracy_4[1], figure.opens.tested.right)
      local map, z = accepted('10-backprop/four', 'map'), {}
      for i, row in ipairs(map) do z[i] = row[3] end
      local page = {}
      for i, x in ipairs(figure.opens.map) do page[i] = math.max(-10, math.min(10, x)) end
      assert.is_true(apart(page, z) < 2e-3)
    end)

    it('the checker passes every gradient', function()
      local figure = shown['10-backprop/four']
      for _, state in ipairs { figure.opens, figure.states[1], figure.states[3] } do
        assert.equal(state.at, state.checkedFor)
        for _, block in ipairs(state.verdicts) do
          assert.equal(gw.PASS, block.verdict, block.name)
          assert.is_true(block.digits > 2)
        end
      end
    end)

    it('a step of the checker costs the same after a whole point', function()
      assert.same({ count = 17, wrong = {} }, shown['10-backprop/four'].steps)
    end)

    it('learn other data as the library does, and as the text says of them', function()
      local states = shown['10-backprop/four'].states
      local costs, theta, net = trained(FLOWER { data = 'spirals', noise = 0.1, hidden = 8, k = 100, g = 'relu' })
      assert.is_true(apart(states[8].costs, costs) < 1e-11)
      assert.is_true(apart(states[8].theta, theta) < 1e-11)
      assert.is_true(apart(states[8].points, net.X:values()) < 1e-11)
      assert.is_true(states[5].highest > 3 * states[5].costs[1])
      assert.is_true(states[6].tested.right < 95)
      assert.is_true(states[7].tested.right > 99)
      -- Points of one's own: four of them, and no new ones.
      assert.same({ -3, 3, -3, 3, -3, 3, 3, -3 }, states[9].points)
      assert.same({ 1, 1, 0, 0 }, states[9].labels)
      assert.is_nil(states[9].tested)
      -- Larger weights at the start.
      assert.is_true(apart(states[10].costs, (trained(FLOWER { size = 0.5, k = 100 }))) < 1e-11)
    end)

    it('sizes: open with the accepted numbers, and learn as the library does', function()
      local figure = shown['10-backprop/sizes']
      local wanted = accepted('10-backprop/sizes', 'labels')
      assert.equal(7, #wanted)
      for i, row in ipairs(figure.opens.rows) do
        for k = 1, 3 do assert.is_true(math.abs(row[k] - wanted[i][k]) < 1e-4 * wanted[i][k]) end
      end
      for i, n in ipairs { 2, 16 } do
        local costs = trained { data = 'xor', noise = 0.5, g = 'sigmoid', k = 100, alpha = 1.2, seed = 10, hidden = n }
        local found = figure.states[1].costs[i]
        assert.equal(n, table.remove(found, 1))
        assert.is_true(apart(found, costs) < 1e-11)
      end
    end)

    it('flow: have the twelve matrices, and the example worked by hand', function()
      local figure, facts = shown['10-backprop/flow'], facts_of '10-backprop'
      local names = {}
      for line in require('gw.files').read 'plots/10-backprop/flow.tsv':gmatch '[^\n]+' do
        if not line:match '^#' then names[#names + 1] = line:match '^%S+' end
      end
      for i, shape in ipairs(figure.opens.shapes) do assert.equal(names[i], shape[1]) end
      assert.equal(#names, #figure.opens.shapes)
      local compared = 0
      for name, values in pairs(figure.opens.M) do
        for k, value in ipairs(values) do
          local fact = facts[('one_%s_%d'):format(name, k)]
          if fact then
            compared = compared + 1
            assert.is_true(math.abs(value - fact[1]) < 1e-8, name)
          end
        end
      end
      assert.is_true(compared >= 13)
      for _, state in ipairs { figure.opens, figure.states[1], figure.states[2] } do
        for _, block in ipairs(state.blocks) do assert.equal(gw.PASS, block.verdict) end
      end
      -- What the text answers: forward nothing changes, back everything by one factor.
      local before, after = figure.opens.M, figure.states[1].M
      for _, name in ipairs { 'X', 'Z1', 'A1', 'Z2', 'A2' } do assert.same(before[name], after[name]) end
      local factor = after.dZ2[1] / before.dZ2[1]
      assert.is_true(factor < 0 and factor > -1 / 3)
      for _, name in ipairs { 'dZ1', 'dW1', 'db1', 'dW2', 'db2' } do
        for k, value in ipairs(after[name]) do assert.is_true(math.abs(value - factor * before[name][k]) < 1e-14) end
      end
    end)
  end,
}
