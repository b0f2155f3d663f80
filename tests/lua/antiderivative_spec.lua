local gw = require 'gw'
local check = require 'gw.check'

-- Wrong antiderivatives, as people write them, do not differentiate back.
describe('the check of an antiderivative', function()
  local function verdict(which, F)
    local function f(x) return gw.antiderivative_integrand(which, x) end
    return check.derivative(F, f, { 0.3, 1.2, 1.9 }, 1).verdict
  end
  local RIGHT = {
    sin = { gw.INTEGRAL_SIN, function(x) return -math.cos(3 * x + 1) / 3 end },
    reciprocal = { gw.INTEGRAL_RECIPROCAL, function(x) return -math.log(math.abs(5 - 2 * x)) / 2 end },
  }
  local WRONG = {
    { 'the inner slope 3 forgotten', gw.INTEGRAL_SIN, function(x) return -math.cos(3 * x + 1) end },
    { 'multiplied by it', gw.INTEGRAL_SIN, function(x) return -3 * math.cos(3 * x + 1) end },
    { 'the sign of the table', gw.INTEGRAL_SIN, function(x) return math.cos(3 * x + 1) / 3 end },
    { 'the sign of −2', gw.INTEGRAL_RECIPROCAL, function(x) return math.log(math.abs(5 - 2 * x)) / 2 end },
    { 'a constant that is none', gw.INTEGRAL_RECIPROCAL, function(x)
      return -math.log(math.abs(5 - 2 * x)) / 2 + 1e-4 * x
    end },
  }
  for name, case in pairs(RIGHT) do
    it('passes ' .. name, function() assert.equal('pass', verdict(case[1], case[2])) end)
  end
  for _, case in ipairs(WRONG) do
    it('fails ' .. case[1], function() assert.equal('fail', verdict(case[2], case[3])) end)
  end
end)
