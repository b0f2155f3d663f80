-- A network that learns, and the checker beside it.
local gw = require 'gw'
local examples = require 'gw.examples'
local network = require 'models.network'
local compare = require 'tests.book.live.compare'
local apart, accepted, facts_of = compare.apart, compare.accepted, compare.facts


return {
  states = {
    ['10-backprop/four'] = { { k = 100 }, { k = 60 }, { hidden = 7, seed = 3, alpha = 0.5, g = 'sigmoid', k = 100 },
      { k = 3000, alpha = 1e5 } },
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

    it('the checker passes every gradient, and its buffers are its own', function()
      local figure = shown['10-backprop/four']
      for _, state in ipairs { figure.opens, figure.states[1], figure.states[3] } do
        assert.equal(state.at, state.checkedFor)
        for _, block in ipairs(state.verdicts) do
          assert.equal(gw.PASS, block.verdict, block.name)
          assert.is_true(block.digits > 2)
        end
      end
      local own = {}
      for _, address in ipairs(figure.opens.buffers.steps) do own[address] = true end
      assert.is_true(#figure.opens.buffers.steps >= 5 and #figure.opens.buffers.full >= 4)
      for _, address in ipairs(figure.opens.buffers.full) do assert.is_nil(own[address]) end
    end)
  end,
}
