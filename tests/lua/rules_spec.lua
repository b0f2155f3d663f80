local gw = require 'gw'
local check = require 'gw.check'

-- f = sin and g = e^x at a few places; what a mistaken rule says of them.
local function verdict(combine, slope)
  return check.derivative(function(x) return combine(math.sin(x), math.exp(x)) end,
    function(x) return slope(math.sin(x), math.cos(x), math.exp(x), math.exp(x)) end, { -1, 0.3, 2 }, 1).verdict
end

describe('a mistaken rule is caught', function()
  local function product(f, g) return f * g end
  local function quotient(f, g) return f / g end

  it('while the right ones pass', function()
    assert.equal('pass', verdict(product, gw.rules_product))
    assert.equal('pass', verdict(quotient, gw.rules_quotient))
  end)

  it("when (fg)' is taken for f'g'", function()
    assert.equal('fail', verdict(product, function(_, df, _, dg) return df * dg end))
  end)

  it('when the quotient has its terms the wrong way round', function()
    assert.equal('fail', verdict(quotient, function(f, df, g, dg) return -gw.rules_quotient(f, df, g, dg) end))
  end)

  it('when the quotient forgets to square g', function()
    assert.equal('fail', verdict(quotient, function(f, df, g, dg) return gw.rules_quotient(f, df, g, dg) * g end))
  end)

  it("when (a^x)' forgets ln a", function()
    assert.equal('fail', check.derivative(function(x) return gw.rules_value(gw.FN_EXPONENTIAL, 2, x) end,
      function(x) return gw.rules_value(gw.FN_EXPONENTIAL, 2, x) end, { 0, 1 }, 1).verdict)
  end)
end)
