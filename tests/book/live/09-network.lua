-- Units that part or stay equal, and the shapes of a network.
local gw = require 'gw'
local network = require 'models.network'
local units = require '09-network.units'
local compare = require 'tests.book.live.compare'
local apart, flat, accepted, facts_of = compare.apart, compare.flat, compare.accepted, compare.facts

local NAME = '09-network/symmetry'

-- The whole of a state: what a state leaves out would stay as it was.
local function at(changes)
  local state = { start = 'random', units = 4, seed = 0, alpha = 1.2, k = 2000, a = {}, b = {} }
  for key, value in pairs(changes) do state[key] = value end
  return state
end

local STATES = { at { start = 'zeros' }, at { start = 'equal' }, at { k = 100 },
  at { start = 'equal', seed = 5, units = 3, alpha = 0.4, k = 100 },
  at { start = 'zeros', a = { 0.5, 0, 0, 0 }, b = { 0.3, 0, 0, 0 } },
  at { start = 'equal', a = { 0.5, -0.135098, -0.135098, -0.135098 }, b = { 0.1, 0.762691, 0.762691, 0.762691 } },
  at { k = 70 } }

-- What training makes of a network: the costs and the parameters.
local function trained(net, alpha, steps)
  local costs, theta = {}, {}
  for i = 1, steps do costs[i] = net:step(alpha) end
  for _, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do
    for _, x in ipairs(net[name]:values()) do theta[#theta + 1] = x end
  end
  return costs, theta
end

local function flower()
  local X, Y = gw.matrix.new(2, 400), gw.matrix.new(1, 400)
  gw.synthetic_flower(gw.random(9), X, Y)
  return X, Y
end

-- The picture's random start, of which the accepted data has six digits.
local function pictured()
  local X, Y = flower()
  local net, rows = network.new(X, Y, { hidden = 4, rng = gw.random(1) }), accepted(NAME, 'random_start')
  for i = 1, 4 do
    net.W1:set(i, 1, rows[i][2])
    net.W1:set(i, 2, rows[i][3])
    net.b1:set(i, 1, rows[4 + i][2])
    net.W2:set(1, i, rows[4 + i][3])
  end
  net.b2:set(1, 1, rows[9][2])
  return net
end

-- The rows of a path as the accepted data has them: unit by unit.
local function by_unit(path)
  local rows = {}
  for unit = 1, #path[1] / 2 do
    for _, W1 in ipairs(path) do rows[#rows + 1] = { unit, W1[2 * unit - 1], W1[2 * unit] } end
  end
  return rows
end

return {
  states = {
    [NAME] = STATES,
    ['09-network/shapes'] = { { n0 = 64, n1 = 32, n2 = 3, m = 30, spoilt = 'none' }, { spoilt = 'W1' },
      { spoilt = 'X' }, { spoilt = 'b1' }, { spoilt = 'Z1' }, { spoilt = 'A1' }, { spoilt = 'W2' }, { spoilt = 'b2' },
      { spoilt = 'Z2' }, { spoilt = 'A2' } },
  },
  links = {
    { 'symmetry?a=1,2', 'The link cannot be shown: Each unit has one weight of x₁ and one of x₂ at the start.' },
    { 'shapes?m=0', 'The link asks for what cannot be: examples m must be a whole number from 1 to 2000.' },
  },
  test = function(shown)
    it('symmetry: open with the paths of the picture, from each start', function()
      local figure, facts = shown[NAME], facts_of '09-network'
      for name, seen in pairs { random = figure.opens, equal = figure.states[2], zeros = figure.states[1] } do
        assert.is_true(apart(flat(by_unit(seen.path)), flat(accepted(NAME, name))) < 1e-3, name)
        assert.is_true(math.abs(seen.cost - facts['cost_from_' .. name][1]) < 1e-4, name)
        assert.equal(facts['accuracy_from_' .. name][1], seen.right, name)
      end
      assert.equal(0, figure.opens.same)
      assert.equal(4, figure.states[1].same)
      assert.equal(4, figure.states[2].same)
    end)

    it('symmetry: learn as the library does, a hundred iterations, and go back', function()
      local figure = shown[NAME]
      local costs, theta = trained(pictured(), 1.2, 100)
      assert.is_true(apart(figure.states[3].costs, costs) < 1e-11)
      assert.is_true(apart(figure.states[3].theta, theta) < 1e-11)
      local X, Y = flower()
      local rng = gw.random(5)
      costs, theta = trained(units.make_equal(units.on(X, Y, 3, 0.5)(rng, gw.TANH)), 0.4, 100)
      assert.is_true(apart(figure.states[4].costs, costs) < 1e-11)
      assert.is_true(apart(figure.states[4].theta, theta) < 1e-11)
      local _, before = trained(pictured(), 1.2, 70)
      assert.equal(70, figure.states[7].at)
      assert.is_true(apart(figure.states[7].theta, before) < 1e-11)
    end)

    it('symmetry: a unit that is dragged away learns alone, as the text says', function()
      local zeros, equal = shown[NAME].states[5], shown[NAME].states[6]
      assert.equal(3, zeros.same)
      for i = 3, 8 do assert.equal(0, zeros.theta[i]) end    -- W1 of the others
      for i = 10, 12 do assert.equal(0, zeros.theta[i]) end  -- b1
      for i = 14, 16 do assert.equal(0, zeros.theta[i]) end  -- W2
      assert.is_true(math.abs(zeros.theta[1]) > 0.6 or math.abs(zeros.theta[2]) > 0.4)
      assert.equal(3, equal.same)
      assert.is_true(math.abs(equal.theta[1] - equal.theta[3]) > 0.1)
    end)

    it('shapes: are those of the picture, and the library refuses each that is spoilt', function()
      local figure, wanted = shown['09-network/shapes'], {}
      for line in require('gw.files').read 'plots/09-network/shapes.tsv':gmatch '[^\n]+' do
        local name, numbers = line:match '^(%w+)\t(.*)$'
        if name then wanted[#wanted + 1] = name .. '\t' .. numbers end
      end
      local found = {}
      for i, box in ipairs(figure.opens.boxes) do found[i] = table.concat(box, '\t') end
      assert.same(wanted, found)
      assert.is_true(figure.opens.fits and figure.states[1].fits)
      assert.same({ 'W1', 1, 1, 32, 64 }, figure.states[1].boxes[1])
      for i, name in ipairs { 'W1', 'X', 'b1', 'Z1', 'A1', 'W2', 'b2', 'Z2', 'A2' } do
        local state = figure.states[i + 1]
        assert.is_false(state.fits)
        assert.matches('^Refused: gw%.network_forward: .* ' .. name .. ' is ', state.says)
      end
    end)
  end,
}
