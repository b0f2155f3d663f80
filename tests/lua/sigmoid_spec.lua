-- Wrong slopes of the activations, as people write them: the checker that passes
-- the right ones in chapter 4 fails each of these.
local gw = require 'gw'
local check = require 'gw.check'

local POINTS = { -2.3, -0.7, 0.4, 1.9 }

local function value(g)
  return function(z) return gw.activation_value(g, z) end
end

describe('a planted slope', function()
  local PLANTED = {
    { 'σ without 1 − σ', gw.SIGMOID, gw.sigmoid_value },
    { 'σ with its sign turned', gw.SIGMOID, function(z) return -gw.sigmoid_slope(z) end },
    { 'σ(1 − σ) of a', gw.SIGMOID, function(z) return gw.sigmoid_slope(gw.sigmoid_value(z)) end },
    { 'tanh without its square', gw.TANH, function(z) return 1 - gw.activation_value(gw.TANH, z) end },
    { 'tanh with the slope of σ', gw.TANH, gw.sigmoid_slope },
    { 'ReLU that always lets through', gw.RELU, function() return 1 end },
    { 'leaky ReLU that does not leak', gw.LEAKY_RELU, function(z) return z > 0 and 1 or 0 end },
  }
  for _, planted in ipairs(PLANTED) do
    it(planted[1] .. ' fails', function()
      assert.equal('fail', check.derivative(value(planted[2]), planted[3], POINTS, 1).verdict)
    end)
  end

  it('is not what makes the right ones pass', function()
    for g = gw.SIGMOID, gw.IDENTITY do
      local right = function(z) return gw.activation_slope(g, z) end
      assert.equal('pass', check.derivative(value(g), right, POINTS, 1).verdict)
    end
  end)
end)
