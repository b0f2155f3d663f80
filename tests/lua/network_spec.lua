-- What chapter 9's checks would say of a network that is wrong.
local gw = require 'gw'
local algebra = require 'gw.algebra'
local check = require 'gw.check'
local network = require 'models.network'
local neuron = require 'models.neuron'
local rounding = require '09-network.rounding'
local units = require '09-network.units'

local function flower_network(o)
  local X, Y = gw.matrix.new(2, 40), gw.matrix.new(1, 40)
  o.rng = gw.random(3)
  gw.synthetic_flower(o.rng, X, Y)
  return network.new(X, Y, o)
end

describe('the bound on rounding', function()
  it('is small beside a mistake in the last bias', function()
    local net = flower_network { hidden = 3, scale = 1, biases = 1 }
    local J = net:cost()
    local bound = rounding.network_cost(net, J)
    assert.is_true(bound > 0 and bound < 1e-12)
    local function loops() return net:loops_cost() end
    assert.equal('pass', check.identity({ { J, loops(), bound } }).verdict)
    net.b2:set(1, 1, net.b2:get(1, 1) + 1e-9)
    assert.equal('fail', check.identity({ { J, loops(), bound } }).verdict)
  end)
end)

describe('a wrong gradient of one layer', function()
  for place, name in ipairs { 'W', 'b', 'A' } do
    it('is caught in ' .. name, function()
      local case = neuron.linear_case(gw.random(5), 3, 2, 4)
      assert.equal('pass', check.gradient(case).verdict)
      local gradient = case.blocks[place][3]
      gradient:set(1, 1, gradient:get(1, 1) * 1.0001)
      assert.equal('fail', check.gradient(case).verdict)
    end)
  end

  it("is caught where g' was forgotten", function()
    local case = neuron.activation_case(gw.random(5), gw.TANH, 3, 4)
    assert.equal('pass', check.gradient(case).verdict)
    case.blocks[1][3] = algebra.map(case.blocks[1][3], function(x, i, j)
      return x / gw.activation_slope(gw.TANH, case.blocks[1][2]:get(i, j))
    end)
    assert.equal('fail', check.gradient(case).verdict)
  end)
end)

describe('hidden units', function()
  it('are equal to the bit or not', function()
    local net = units.make_equal(flower_network { hidden = 4, scale = 1 })
    assert.is_true(units.are_equal(net))
    assert.equal(0, units.closest(net))
    for _ = 1, 20 do
      net:run()
      for _, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do gw.matrix_add_scaled(-0.5, net['d' .. name], net[name]) end
    end
    assert.is_true(units.are_equal(net))
    for _, name in ipairs { 'W1', 'b1', 'W2' } do
      local M = net[name]
      local row, col = name == 'W2' and 1 or 3, name == 'W2' and 3 or 1
      local kept = M:get(row, col)
      M:set(row, col, kept + 2 ^ -50 * math.abs(kept))
      assert.is_false(units.are_equal(net), name)
      M:set(row, col, kept)
    end
  end)

  it('have the same slopes by the loops as by the fast products', function()
    local loops, fast = flower_network { hidden = 3, scale = 1 }, flower_network { hidden = 3, scale = 1 }
    units.backward_by_loops(loops)
    fast:run()
    for _, name in ipairs { 'dW1', 'db1', 'dW2', 'db2' } do
      local other = fast[name]:values()
      for i, x in ipairs(loops[name]:values()) do assert.is_near(other[i], x, 1e-13) end
    end
  end)

  it('in the middle between all exchanges are one unit', function()
    local net = flower_network { hidden = 3, scale = 1 }
    local middle = units.middle(net)
    assert.is_near(0, units.closest(middle), 1e-15)
    for k = 1, 2 do
      assert.is_near((net.W1:get(1, k) + net.W1:get(2, k) + net.W1:get(3, k)) / 3, middle.W1:get(1, k), 1e-15)
    end
  end)
end)
