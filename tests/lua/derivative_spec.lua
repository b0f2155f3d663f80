local gw = require 'gw'
local check = require 'gw.check'

-- What someone may write for a derivative, judged on e^x at a few places.
local function verdict(slope)
  return check.derivative(math.exp, slope, { -1, 0.3, 2 }, 1).verdict
end

describe('a difference quotient given as the slope of e^x', function()
  it('passes where it is good to the last digits', function()
    assert.equal('pass', verdict(function(x)
      local h = 2 ^ -9
      return gw.derivative_extrapolated(math.exp(x - h), math.exp(x - h / 2), math.exp(x + h / 2), math.exp(x + h), h)
    end))
  end)

  it('is caught when it looks to one side with a long step', function()
    assert.equal('fail', verdict(function(x)
      return gw.derivative_forward(math.exp(x), math.exp(x + 1e-3), 1e-3)
    end))
  end)

  it('is caught when it forgets the 2 of 2h', function()
    assert.equal('fail', verdict(function(x)
      return gw.derivative_forward(math.exp(x - 1e-5), math.exp(x + 1e-5), 1e-5)
    end))
  end)

  it('is caught when two differences are extrapolated with the wrong weights', function()
    assert.equal('fail', verdict(function(x)
      local h = 0.1
      local wide = gw.derivative_central(math.exp(x - h), math.exp(x + h), h)
      local near = gw.derivative_central(math.exp(x - h / 2), math.exp(x + h / 2), h / 2)
      return 2 * near - wide
    end))
  end)
end)

describe('a step of 0', function()
  it('is refused with a sentence', function()
    assert.has_error(function() gw.derivative_forward(1, 2, 0) end,
      'gw.derivative_forward: the function has no value there')
  end)
end)
