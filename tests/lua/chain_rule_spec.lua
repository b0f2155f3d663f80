local gw = require 'gw'
local check = require 'gw.check'

-- Each composite beside the mistakes that people make with it.
describe('the check of a composite', function()
  local points = { 0.3, 0.7, 1.1 }
  local function verdict(y, slope)
    local function value(x)
      local defined, result = pcall(gw.chain_rule_value, y, x)
      return defined and result or 0 / 0
    end
    return check.derivative(value, slope, points, 1).verdict
  end
  local function factor(y, k, x) return (select(3, gw.chain_rule_factor(y, k, x))) end

  for name, y in pairs { tan = gw.COMPOSITE_TAN, arctan = gw.COMPOSITE_ARCTAN, logcos = gw.COMPOSITE_LOGCOS } do
    it(('passes the slope of %s'):format(name), function()
      assert.equal('pass', verdict(y, function(x) return gw.chain_rule_slope(y, x) end))
    end)

    for k = 1, gw.chain_rule_length(y) do
      it(('fails %s without factor %d'):format(name, k), function()
        assert.equal('fail', verdict(y, function(x) return gw.chain_rule_slope(y, x) / factor(y, k, x) end))
      end)
    end

    it(('fails %s with a factor too many'):format(name), function()
      assert.equal('fail', verdict(y, function(x) return gw.chain_rule_slope(y, x) * factor(y, 1, x) end))
    end)
  end

  it('fails the outer slope taken at x instead of at u', function()
    assert.equal('fail', verdict(gw.COMPOSITE_TAN, function(x) return 2 * x / math.cos(x) ^ 2 end))
  end)

  it('fails a lost minus sign', function()
    assert.equal('fail', verdict(gw.COMPOSITE_LOGCOS, function(x)
      return -gw.chain_rule_slope(gw.COMPOSITE_LOGCOS, x)
    end))
  end)
end)
