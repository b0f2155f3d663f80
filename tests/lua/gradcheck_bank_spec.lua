-- gradcheck's bank: every mistake of chapter 10's network, planted in a model that says
-- that it is one, is named in its wrong gradient; and so are a model's own.
local gradcheck = require 'tests.lua.gradcheck'
local gw = require 'gw'

local contains = gradcheck.contains

-- Another process: the whole library, the command's bank is the one under test.
local NETWORK = [[
package.path = package.path .. ';scripts/?.lua'
local bank, gw, network = require 'models.bank', require 'gw', require 'models.network'
local rng = gw.random(3)
local X, Y = gw.matrix.new(2, 9), gw.matrix.new(1, 9)
gw.random_fill_normal(rng, 1, X)
for i = 1, 9 do Y:set(1, i, i %% 2) end
local net = network.new(X, Y, { hidden = 4, activation = gw.%s, rng = rng, scale = 1, biases = 1 })
local model = bank.network(net, { lambda = 0.5, alpha = 0.1 })
local function load_theta(t)
  local at = 0
  for _, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do
    local M = net[name]
    for i = 1, M.rows do for j = 1, M.cols do at = at + 1; M:set(i, j, t[at]) end end
  end
end
return { size = 17, blocks = 'W1 4x2, b1 4x1, W2 1x4, b2 1x1', examples = 9, alpha = 0.1,
  network = '2-4-1 %s lambda 0.5',
  data = function(x, y) for i, v in ipairs(X:values()) do x[i] = v end for i, v in ipairs(Y:values()) do y[i] = v end end,
  cost = function(t) load_theta(t) return model:cost() end,
  gradient = function(t, g) load_theta(t) for i, v in ipairs(model:gradient(%d)) do g[i] = v end end,
}]]

describe('gradcheck of a network that says that it is one', function()
  local on = gradcheck.within 'bank'

  for k = 1, gw.MISTAKES - 1 do
    local key = gw.mistake_key(k)
    it(('names %s (%d)'):format(key, k), function()
      local path = on.write('network.lua', NETWORK:format('TANH', 'tanh', k))
      local result = on.result_of('--points 1 ' .. path)
      assert.equal('fail', result.verdict)
      local said = gradcheck.keys_of(result)
      assert(said[key], key .. ' is not among ' .. require('dkjson').encode(said))
    end)
  end

  it('accuses no right one', function()
    local result = on.result_of('--points 1 ' .. on.write('network.lua', NETWORK:format('TANH', 'tanh', 0)))
    assert.equal('pass', result.verdict)
  end)

  it('says what is wrong with what it says', function()
    for text, sentence in pairs {
      ['2-4-1'] = 'network is «2-4-1», not like', ['2-4-1 swish'] = 'network is «2-4-1 swish», not like',
      ['2-5-1 tanh'] = 'which has 21 parameters, and size is 17',
      ['2-4-1 tanh lambda -1'] = 'not like «2-4-1 tanh»',
    } do
      local model = NETWORK:format('TANH', 'tanh', 0):gsub('2%-4%-1 tanh lambda 0%.5', text)
      local status, said = on.run(on.write('network.lua', model))
      assert.equal(2, status, said)
      contains(said, sentence)
    end
  end)
end)

describe("a model's own mistakes", function()
  local on = gradcheck.within 'bank'
  local C = [[
int gradcheck_size(void) { return 3; }
double gradcheck_cost(const double *t) { return t[0] * t[0] * t[1] + t[2] * t[2] * t[2]; }
static void slope(int wrong, const double *t, double *g) {
    g[0] = wrong == 0 ? t[0] * t[1] : 2 * t[0] * t[1];
    g[1] = t[0] * t[0];
    g[2] = wrong == 1 ? t[2] * t[2] : 3 * t[2] * t[2];
}
void gradcheck_gradient(const double *t, double *g) { slope(%d, t, g); }
const char *gradcheck_mistakes(void) { return "no-two, no-three"; }
void gradcheck_mistake(int mistake, const double *t, double *g) { slope(mistake, t, g); }
]]

  it('are named', function()
    for k, key in ipairs { 'no-two', 'no-three' } do
      local result = on.result_of(on.write('own.c', C:format(k - 1)))
      assert.equal('fail', result.verdict)
      contains(gradcheck.keys_of(result)[key], 'the mistake «' .. key .. '»')
    end
    assert.equal('pass', on.result_of(on.write('own.c', C:format(2))).verdict)
  end)
end)
