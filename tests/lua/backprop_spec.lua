-- What chapter 10's checks say of right equations and of wrong ones.
local check = require 'gw.check'
local equations = require 'models.equations'
local examples = require 'gw.examples'
local gw = require 'gw'
local network = require 'models.network'

local function small(g1)
  local rng = gw.random(7)
  local X, Y = gw.matrix.new(3, 6), gw.matrix.new(2, 6)
  gw.random_fill_normal(rng, 1, X)
  gw.random_fill_uniform(rng, 0, 1, Y)
  return network.new(X, Y, { hidden = 4, activation = g1 or gw.TANH, rng = rng, scale = 0.7, biases = 0.5 }):run()
end

local function verdict(case)
  return check.gradient { blocks = case.blocks, cost = case.cost }.verdict
end

describe('the equations of a network', function()
  it('are right for every activation', function()
    for _, g1 in ipairs { gw.SIGMOID, gw.TANH, gw.RELU, gw.LEAKY_RELU, gw.IDENTITY } do
      for _, id in ipairs(equations.ids) do assert.equal('pass', verdict(equations.case(small(g1), id)), id) end
      assert.equal('pass', verdict(equations.case(small(g1), 'dA1')))
      assert.equal('pass', verdict(equations.together(small(g1))))
      assert.equal('pass', check.identity(equations.loops(small(g1))).verdict)
      assert.equal('pass', check.identity(equations.complex(small(g1))).verdict)
    end
  end)

  -- A mistake in one entry of one equation is that equation's and no other's.
  it('fail one by one', function()
    for _, wrong in ipairs(equations.ids) do
      local net = small()
      net[wrong]:set(1, 1, net[wrong]:get(1, 1) * 1.001)
      for _, id in ipairs(equations.ids) do
        assert.equal(id == wrong and 'fail' or 'pass', verdict(equations.case(net, id)), wrong .. ' and ' .. id)
      end
      assert.equal('fail', check.identity(equations.loops(net)).verdict)
    end
  end)

  it('have a dA1 of their own, which is neither dZ1 nor right with one wrong entry', function()
    local net = small()
    local wrong = equations.case(net, 'dA1').blocks[1][3]
    wrong:set(4, 6, wrong:get(4, 6) * 1.001)
    assert.equal('fail', verdict(equations.case(net, 'dA1', wrong)))
    assert.equal('fail', verdict(equations.case(net, 'dA1', net.dZ1)))
  end)

  it('hold dZ to the sum of losses and dW to their mean', function()
    local net = small()
    local function mean() return gw.loss_cost(net.Z2, net.Y) end
    local function sum()
      net:onward 'W2'
      return gw.loss_sum(net.Z2, net.Y)
    end
    assert.equal('fail', verdict { blocks = { { 'Z2', net.Z2, net.dZ2 } }, cost = mean })
    assert.equal('fail', verdict { blocks = { { 'W2', net.W2, net.dW2 } }, cost = sum })
  end)
end)

describe('a network', function()
  it('shares its parameters with itself on other examples, and not with its copy', function()
    local net = small()
    local other, copy = net:on(net.X:columns(1, 2), net.Y:columns(1, 2)), net:copy()
    local before = net:cost()
    net:step(0.1)
    assert.equal(net.W1:get(1, 1), other.W1:get(1, 1))
    assert.equal(before, copy:cost())
    assert.is_true(net:cost() < before)
  end)

  it('gives C the matrices that it is set to, and no other network', function()
    local net = small()
    local other, before = net:copy(), net:cost()
    net.b2 = gw.matrix.from { { 3 }, { -3 } }
    assert.is_true(net:cost() ~= before)
    assert.equal(net:cost(), net:on(net.X, net.Y):cost())
    assert.equal(before, other:cost())
    net.b2 = other.b2
    assert.equal(before, net:cost())
    net.b2 = gw.matrix.new(3, 1)
    assert.has_error(function() net:cost() end)
  end)

  it('takes up its forward pass from any matrix', function()
    local net = small()
    for _, from in ipairs { 'X', 'W1', 'b1', 'Z1', 'A1', 'W2', 'b2' } do
      net:forward()
      local expected = net.Z2:values()
      gw.matrix_fill(net.Z2, 9)
      net:onward(from)
      assert.same(expected, net.Z2:values())
    end
  end)
end)

describe('examples', function()
  it('are split without loss, and the same way for a seed', function()
    local X, Y = gw.matrix.new(1, 10), gw.matrix.new(1, 10)
    for j = 1, 10 do
      X:set(1, j, j)
      Y:set(1, j, j % 2)
    end
    local a, b = examples.split(X, Y, gw.random(3)), examples.split(X, Y, gw.random(3))
    assert.same(a.X:values(), b.X:values())
    assert.equal(8, a.X.cols)
    local all = a.X:values()
    for j = 1, a.test_X.cols do
      all[#all + 1] = a.test_X:get(1, j)
      assert.equal(a.test_X:get(1, j) % 2, a.test_Y:get(1, j))
    end
    table.sort(all)
    assert.same(X:values(), all)
    assert.has_error(function() examples.split(X:columns(1, 1), Y:columns(1, 1), gw.random(3)) end,
      '1 examples are too few to keep some for a test')
  end)
end)
