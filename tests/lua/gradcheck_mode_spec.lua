-- gradcheck --mode: directions are cheap and find the entry, the complex step sees
-- more digits, equations tell which of them is wrong first.
local files = require 'gw.files'
local gradcheck = require 'tests.lua.gradcheck'

local on = gradcheck.within 'mode'

local MODEL = [[
#include <math.h>
int gradcheck_size(void) { return 500; }
double gradcheck_cost(const double *t) {
    double sum = 0;
    for (int i = 0; i < 500; i++) sum += sin(t[i]) * (1 + i * 0.01);
    return sum;
}
void gradcheck_gradient(const double *t, double *g) {
    for (int i = 0; i < 500; i++) g[i] = cos(t[i]) * (1 + i * 0.01) * (i == %d ? 1.01 : 1);
}
]]

local function check(wrong)
  return on.run('--mode directions --points 1 ' .. on.write('directions.c', MODEL:format(wrong)))
end

describe('random directions', function()
  it('pass a right gradient of 500 entries for fewer than 60 evaluations', function()
    local status, said = check(-1)
    assert.equal(0, status)
    assert.is_true(tonumber(said:match '(%d+)%s+evaluations') < 60)
  end)

  it('lead to the one entry that is wrong', function()
    local status, said = check(77)
    assert.equal(1, status)
    assert.matches('theta[78]', said, 1, true)
    assert.is_true(tonumber(said:match '(%d+)%s+evaluations') < 1000)
  end)

  it('are a mode by name', function()
    local status, said = on.run '--mode sideways x 1'
    assert.equal(2, status)
    assert.matches('mode', said)
  end)
end)

-- tests/gradcheck/models/network.c, or with one part replaced, exactly once.
local function network(mode, from, to)
  return on.run(('--mode %s %s'):format(mode,
    from and on.planted('network.c', from, to) or 'tests/gradcheck/models/network.c'))
end

-- The keys that are told of each block.
local function keys(said)
  local found, block = {}, nil
  for line in said:gmatch '[^\n]+' do
    block = line:match '^  (%w+) +%a+ +[%d.-]+ +%d+ ' or block
    local key = line:match '^ +%[([%w-]+)%]'
    if key then found[block] = (found[block] and found[block] .. ' ' or '') .. key end
  end
  return found
end

local function one_line(status, said, part)
  assert.equal(2, status, said)
  gradcheck.one_line(said)
  assert.is_truthy(said:find(part, 1, true), said)
end

describe('the complex step', function()
  it('confirms a right gradient to ten digits and more', function()
    local status, said = network 'complex'
    assert.equal(0, status, said)
    assert.is_true(tonumber(said:match 'at least ([%d.]+) digits') > 10, said)
  end)

  it('sees a mistake that differences do not', function()
    local from, to = 'g[b1 + r] += dZ1[r * M + i];', 'g[b1 + r] += dZ1[r * M + i]; g[b1 + 2] += 1e-13;'
    assert.equal(0, (network('entries', from, to)))
    local status, said = network('complex', from, to)
    assert.equal(1, status, said)
    assert.same({ b1 = 'single-entry few-digits' }, keys(said))
    assert.is_truthy(said:find('db1[3]', 1, true), said)
  end)

  it('does not believe a twin whose slope is another', function()
    local status, said = network('complex', 'return twin(theta);', 'return creal(twin(theta));')
    assert.equal(3, status, said)
    assert.is_truthy(said:find('may not be', 1, true), said)
  end)

  it('says what it lacks', function()
    local status, said = network('complex', 'return twin(theta);', 'return 2 * twin(theta);')
    one_line(status, said, 'they must be the same function')
    status, said = network('complex', 'return twin(theta);', 'return 0.0 / 0.0;')
    one_line(status, said, 'gradcheck_cost_complex is NaN')
    status, said = on.run '--mode complex tests/gradcheck/models/rosenbrock.c'
    one_line(status, said, 'needs a function gradcheck_cost_complex')
    status, said = on.run '--mode complex tests/gradcheck/models/softmax.lua'
    one_line(status, said, 'Lua has no complex numbers')
    status, said = on.run "--mode complex 'x^2' '2*x'"
    one_line(status, said, 'is for models')
  end)
end)

-- The same for tests/gradcheck/models/chain.lua, with several parts replaced.
local function chain(mistakes)
  local text = files.read 'tests/gradcheck/models/chain.lua'
  for from, to in pairs(mistakes) do
    local at, last = text:find(from, 1, true)
    assert(at, from)
    text = text:sub(1, at - 1) .. to .. text:sub(last + 1)
  end
  return on.run('--mode equations ' .. on.write('chain.lua', text))
end

describe('equation by equation', function()
  it('a right gradient passes, intermediates and all', function()
    local status, said = network 'equations'
    assert.equal(0, status, said)
    for _, name in ipairs { 'Z2', 'Z1', 'W1', 'b1', 'W2', 'b2' } do
      assert.matches('\n  ' .. name .. ' +pass', said)
    end
    status, said = chain {}
    assert.equal(0, status, said)
  end)

  it('the first that is wrong is named, and what follows from it', function()
    local status, said = network('equations', '- Y[i]) / M;\n    for', '- Y[i]);\n    for')
    assert.equal(1, status, said)
    local of = keys(said)
    assert.equal('first-wrong missing-mean', of.Z2)
    assert.equal('follows missing-mean', of.Z1)
    for _, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do assert.matches('^follows', of[name]) end
    status, said = network('equations', '* (1 - a * a);', '* (1 - a);')
    assert.equal(1, status, said)
    assert.same({ Z1 = 'first-wrong unknown', W1 = 'follows', b1 = 'follows' }, keys(said))
  end)

  it('a parameter is to blame where its intermediates are right', function()
    local status, said = network('equations', 'g[W2 + r] += dZ2[i]', 'g[W2 + r] += 2 * dZ2[i]')
    assert.equal(1, status, said)
    assert.matches('^first%-wrong', keys(said).W2)
    assert.is_nil(keys(said).W1)
  end)

  it('two mistakes are both first where neither follows from the other', function()
    local status, said = chain { [' * (1 - a * a)'] = '', ['g[2] = g[2] +'] = 'g[2] = g[2] -' }
    assert.equal(1, status, said)
    local of = keys(said)
    assert.matches('^first%-wrong', of.z1)
    assert.matches('^first%-wrong', of.v)
    assert.matches('^follows', of.w)
    assert.is_nil(of.z2)
    assert.matches('^first%-wrong', keys(select(2, chain { ['dz2[i] = z2[i]'] = 'dz2[i] = 2 * z2[i]' })).z2)
  end)

  it('says what it lacks', function()
    local status, said = on.run '--mode equations tests/gradcheck/models/rosenbrock.c'
    one_line(status, said, 'needs a function gradcheck_equations')
    status, said = on.run '--mode equations tests/gradcheck/models/softmax.lua'
    one_line(status, said, '--mode equations needs')
    status, said = on.run "--mode equations 'x^2' '2*x'"
    one_line(status, said, 'is for models')
    status, said = network('equations', '"Z1 4x6, Z2 1x6"', '"Z1 4x6, W2 1x6"')
    one_line(status, said, 'W2 is both a parameter and an intermediate')
    status, said = network('equations', 'return real_J(theta, intermediate);', 'return 3;')
    one_line(status, said, 'gradcheck_cost_from gives 3 for Z2')
    status, said = network('equations', '"Z1 4x6,', '"Z1 99999x99999,')
    one_line(status, said, 'not enough memory')
    status, said = chain { ['return cost_of(name'] = 'return 1 + cost_of(name' }
    one_line(status, said, 'cost_from gives')
  end)

  it('an equation that writes past its end is to blame itself', function()
    local from = '    memcpy(gradient, equation'
    local status, said = network('equations', from, '    gradient[24] = 1;\n' .. from)
    assert.equal(1, status, said)
    assert.is_truthy(said:find('out-of-bounds', 1, true), said)
  end)
end)
