-- The command scripts/gradcheck: models right and wrong, formulas, and whatever
-- else people give it.
local json = require 'dkjson'
local files = require 'gw.files'
local formula = require 'checker.formula'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local FOLDER = paths.build .. '/tests/gradcheck'

-- Status and words of the command; $HERE is the folder of scratch files.
local function gradcheck(words)
  return shell.run('HERE=%s; timeout 60 scripts/gradcheck %s', FOLDER, words)
end

local function write(name, text)
  files.write(FOLDER .. '/' .. name, text)
  return FOLDER .. '/' .. name
end

-- Lines may be broken anywhere.
local function contains(text, part)
  local function joined(t) return (t:gsub('\n +', ' ')) end
  assert.is_truthy(text:find(part, 1, true) or joined(text):find(joined(part), 1, true),
    ('«%s» in:\n%s'):format(part, text))
end

-- The result for machines, and whether it has the shape that was promised.
local function result_of(words)
  local status, said = gradcheck('--json ' .. words)
  local result, _, why = json.decode(said)
  assert(result, ('%s\n%s'):format(why, said))
  local function has_just(t, keys)
    local wanted = {}
    for key in keys:gmatch '%a+' do wanted[key] = true end
    for key in pairs(t) do assert.is_true(wanted[key], 'there is a key ' .. tostring(key)) end
    return wanted
  end
  local function has_all(t, keys)
    for key in pairs(has_just(t, keys)) do assert.is_not_nil(t[key], key .. ' is missing') end
  end
  has_all(result, 'verdict digits evaluations blocks')
  assert.is_true(#result.blocks > 0)
  for _, block in ipairs(result.blocks) do
    has_all(block, 'name verdict digits worst diagnosis')
    has_just(block.worst, 'where analytic numeric bound') -- null is nil here
    assert.is_string(block.worst.where)
    contains(said, '"where"')
    for _, key in ipairs { 'analytic', 'numeric', 'bound' } do
      assert.is_true(block.worst[key] == nil or type(block.worst[key]) == 'number')
      contains(said, ('"%s"'):format(key))
    end
    for _, d in ipairs(block.diagnosis) do has_all(d, 'key text') end
    assert.equal('array', getmetatable(block.diagnosis).__jsontype)
    assert.is_true(block.verdict == 'pass' or #block.diagnosis > 0)
  end
  assert.equal(({ pass = 0, fail = 1, undecided = 3 })[result.verdict], status)
  return result
end

local function keys_of(result)
  local keys = {}
  for _, block in ipairs(result.blocks) do
    for _, d in ipairs(block.diagnosis) do keys[d.key] = d.text end
  end
  return keys
end

-- A text with one part replaced, exactly once.
local function planted(name, from, to)
  local text = files.read('tests/gradcheck/models/' .. name)
  local at, last = text:find(from, 1, true)
  assert(at, ('%s has no «%s»'):format(name, from))
  return write('planted_' .. name, text:sub(1, at - 1) .. to .. text:sub(last + 1))
end

local function one_line(said)
  assert.matches('^gradcheck: [^\n]+\n$', said)
  assert.is_nil(said:find 'traceback', said)
  assert.is_nil(said:find '%.lua:%d', said)
end

-- A parabola in C with parts of its own: J = (t1² + … + tn²)/2.
local function parabola(parts)
  local text = '#include <math.h>\n#include <stdio.h>\n#include <stdlib.h>\n'
  local SAYS = {
    size = 'int gradcheck_size(void) { return 3; }',
    cost = [[double gradcheck_cost(const double *t) {
      double J = 0;
      for (int i = 0; i < 3; i++) J += t[i] * t[i] / 2;
      return J;
    }]],
    gradient = [[void gradcheck_gradient(const double *t, double *g) {
      for (int i = 0; i < 3; i++) g[i] = t[i];
    }]],
  }
  for _, key in ipairs { 'size', 'cost', 'gradient', 'more' } do
    local part = parts[key] or SAYS[key]
    if part then text = text .. part .. '\n' end
  end
  return write('model.c', text)
end

describe('gradcheck', function()
  setup(function() files.make_folder(FOLDER) end)

  -- {model, what is replaced, by what, the key}
  local MISTAKES = {
    { 'rosenbrock.c', '-2 * (1 - x)', '2 * (1 - x)', 'single-entry' },
    { 'rosenbrock.c', '200 * (y', '-200 * (y', 'single-entry' },
    { 'rosenbrock.c', '    gradient[1] = 200 * (y - x * x);\n', '', 'unwritten' },
    { 'rosenbrock.c', 'gradient[1] = 200', 'gradient[2] = 200', 'out-of-bounds' },
    { 'rosenbrock.c', 'gradient[1] = 200', 'gradient[1] = 0.0 / 0.0 * 200', 'nan' },
    { 'rosenbrock.c', 'gradient[0] = -2', '((double *)theta)[0] += 1; gradient[0] = -2', 'theta-modified' },
    { 'rosenbrock.c', 'return (1 - x)', 'static int calls; return calls++ * 1e-3 + (1 - x)', 'not-a-function' },
    { 'rosenbrock.c', 'gradient[0] =', 'static int calls; calls++; gradient[0] = calls * 1e-3', 'not-a-function' },
    { 'softmax.lua', '(Y[i] == k and 1 or 0)) / M', '(Y[i] == k and 1 or 0))', 'missing-mean' },
    { 'softmax.lua', 'do gradient[i] = 0 end', 'do gradient[i] = gradient[i] end', 'accumulated' },
    { 'softmax.lua', 'dz * x[j]', '-dz * x[j]', 'sign' },
    { 'softmax.lua', '1 or 0)) / M', '1 or 0)) / (M - 1)', 'mean-over-m-minus-1' },
    { 'softmax.lua', '1 or 0)) / M', '1 or 0)) / M / M', 'double-mean' },
    { 'softmax.lua', 'local at = (k - 1) * FEATURES + j\n', 'local at = (j - 1) * CLASSES + k\n', 'transposed' },
    { 'softmax.lua', 'local p = prob', 'theta[1] = theta[1] + 1 local p = prob', 'theta-modified' },
    { 'softmax.lua', 'local J = 0', 'local J = math.random() * 1e-3', 'not-a-function' },
    { 'softmax.lua', 'CLASSES do gradient[i] = 0', 'CLASSES do gradient[i + 1] = 0', 'out-of-bounds' },
    { 'softmax.lua', 'dz * x[j]', 'dz * x[j] * (0 / 0)', 'nan' },
    { 'convolution.c', ' * (1 - a * a)', '', 'unknown' },
    { 'convolution.c', 'dz * signal[i + k]', '-dz * signal[i + k]', 'sign' },
    { 'convolution.c', ' / OUT;\n        for', ';\n        for', 'missing-mean' },
    { 'convolution.c', 'gradient[KERNEL] += dz', 'gradient[KERNEL] -= dz', 'sign' },
    { 'convolution.c', 'k <= KERNEL; k++)\n        gradient[k] = 0', 'k < KERNEL; k++)\n        gradient[k] = 0',
      'accumulated' },
    { 'convolution.c', 'gradient[KERNEL] += dz', 'gradient[KERNEL + 1] += dz', 'out-of-bounds' },
    { 'convolution.c', 'gradient[k] += dz * signal[i + k]', 'gradient[(k + 1) % KERNEL] += dz * signal[i + k]',
      'shifted' },
  }
  for _, name in ipairs { 'rosenbrock.c', 'softmax.lua', 'convolution.c' } do
    it('passes ' .. name, function()
      local result = result_of('tests/gradcheck/models/' .. name)
      assert.equal('pass', result.verdict)
      assert.is_true(result.digits >= 6, 'only ' .. result.digits .. ' digits')
      assert.is_true(result.evaluations >= 20)
    end)
  end
  for i, case in ipairs(MISTAKES) do
    it(('fails %s: %d, %s'):format(case[1], i, case[4]), function()
      local path = planted(case[1], case[2], case[3])
      local result = result_of(path)
      assert.equal('fail', result.verdict)
      assert.equal(0, result.digits)
      assert.is_not_nil(keys_of(result)[case[4]], json.encode(keys_of(result)))
      if path:match '%.c$' and i > 1 then return end -- to save the time of a compiler
      local status, said = gradcheck(path)
      assert.equal(1, status)
      contains(said, '[' .. case[4] .. ']')
      contains(said, 'fail: ')
    end)
  end

  it('is undecided near a kink, and decides where the model tells its smooth piece', function()
    local function untold(name) return planted(name, 'gradcheck_pattern', 'not_the_pattern') end
    local result = result_of('--points 1 ' .. untold 'relu.c')
    assert.equal('undecided', result.verdict)
    contains(keys_of(result).undecided, 'a kink')
    result = result_of '--points 1 tests/gradcheck/models/relu.c'
    assert.equal('pass', result.verdict)
    assert.is_true(result.digits > 5)
    result = result_of('--points 1 ' .. planted('relu.c', 't[W2 + r] * dz2 : 0', 't[W2 + r] * dz2 * 1.01 : 0'))
    assert.equal('fail', result.verdict)
    contains(keys_of(result).scale, '1 is 1.01 times what it should be')
    local MODEL = 'return { size = 2, cost = function(t) return 2 * math.max(0, t[1]) + t[1]^2 + t[2] end, '
      .. 'gradient = function(t, g) g[1] = (t[1] > 0 and %s or 0) + 2 * t[1] g[2] = 1 end, '
      .. 'point = function() return { 1e-8, 1 } end, %s = function(t) return t[1] > 0 and 0.25 or -1 end }'
    for _, case in ipairs { { '2', 'unknown', 'undecided' }, { '2', 'pattern', 'pass' },
      { '2.001', 'pattern', 'fail' } } do
      result = result_of('--points 1 ' .. write('model.lua', MODEL:format(case[1], case[2])))
      assert.equal(case[3], result.verdict)
    end
  end)

  describe('with a step size', function()
    -- J = sum of t^4/4 + t^2/2; the gradient is what is asked for, with s its slope at u.
    local C = [[
      int gradcheck_size(void) { return 3; }
      double gradcheck_cost(const double *t) {
        double J = 0;
        for (int i = 0; i < 3; i++) J += t[i] * t[i] * t[i] * t[i] / 4 + t[i] * t[i] / 2;
        return J;
      }
      static double s(double u) { return u * u * u + u; }
      void gradcheck_gradient(const double *t, double *g) { for (int i = 0; i < 3; i++) g[i] = %s; }
      %s]]
    local LUA = [[
      local function s(u) return u^3 + u end
      return { size = 3,
        cost = function(t)
          local J = 0
          for i = 1, 3 do J = J + t[i]^4 / 4 + t[i]^2 / 2 end
          return J
        end,
        gradient = function(t, g) for i = 1, 3 do g[i] = %s end end,
        %s }]]
    local C_OWN, LUA_OWN = 'double gradcheck_alpha(void) { return 0.1; }', 'alpha = 0.1'
    local function check(gradient, own, options)
      local results = { result_of(options .. ' ' .. write('step.c', C:format(gradient, own and C_OWN or ''))),
        result_of(options .. ' ' .. write('step.lua', LUA:format(gradient, own and LUA_OWN or ''))) }
      for i, result in ipairs(results) do results[i] = { result, keys_of(result), result.blocks[1].diagnosis[1] } end
      return results
    end

    it('reads a factor as it', function()
      for _, found in ipairs(check('0.1 * s(t[i])', true, '')) do
        assert.equal('Every entry of dtheta is 0.1 times what it should be; α is 0.1: the gradient is already '
          .. 'multiplied by the learning rate.', found[2].scale)
      end
      for _, found in ipairs(check('0.1 * s(t[i])', true, '--alpha 0.2')) do
        assert.is_nil(found[2].scale:find('learning rate', 1, true))
      end
    end)

    it('knows the gradient after an update, and before one', function()
      for gradient, word in pairs { ['s(t[i] - 0.1 * s(t[i]))'] = 'after', ['s(t[i] + 0.1 * s(t[i]))'] = 'before' } do
        for _, options in ipairs { '', '--mode directions' } do
          for _, found in ipairs(check(gradient, true, options)) do
            if options == '' then
              assert.equal('stale-parameters', found[3].key)
              contains(found[3].text, ('this is the gradient %s an update by α = 0.1.'):format(word))
              assert.is_nil(found[2].unknown)
            else
              assert.equal('fail', found[1].verdict) -- entries are not looked at alone
              assert.is_nil(found[2]['stale-parameters'])
            end
          end
        end
        for _, found in ipairs(check(gradient, false, '--alpha 0.1')) do
          assert.equal('stale-parameters', found[3].key)
        end
        for _, found in ipairs(check(gradient, false, '--alpha 0.11')) do
          assert.is_nil(found[2]['stale-parameters'])
        end
        for _, found in ipairs(check(gradient, false, '')) do assert.is_nil(found[2]['stale-parameters']) end
      end
    end)

    it('knows it at the parameters after an update, where a gradient of before was kept', function()
      -- from 0.8, 0.8, 0.8 one update by 0.1
      local point = { 'void gradcheck_point(double *t) { for (int i = 0; i < 3; i++) t[i] = 0.8 - 0.1 * s(0.8); }',
        'point = function(t) for i = 1, 3 do t[i] = 0.8 - 0.1 * s(0.8) end end' }
      local paths_of = { write('step.c', C:format('0 * t[i] + s(0.8)', point[1])),
        write('step.lua', LUA:format('0 * t[i] + s(0.8)', point[2])) }
      for _, path in ipairs(paths_of) do
        local result = result_of('--points 1 --alpha 0.1 ' .. path)
        contains(keys_of(result)['stale-parameters'], 'before an update')
      end
    end)

    it('asks no more of a right gradient', function()
      local plain, with = check('s(t[i])', false, ''), check('s(t[i])', true, '')
      for i = 1, 2 do
        assert.equal('pass', with[i][1].verdict)
        assert.equal(plain[i][1].evaluations, with[i][1].evaluations)
      end
      local wrong = check('2 * t[i]', true, '')
      assert.is_true(wrong[1][1].evaluations > check('2 * t[i]', false, '')[1][1].evaluations)
    end)

    it('that is none, does not run', function()
      for _, words in ipairs { '--alpha 0 tests/gradcheck/models/rosenbrock.c',
        '--alpha=-1 tests/gradcheck/models/rosenbrock.c',
        '--alpha x tests/gradcheck/models/rosenbrock.c', '--alpha nan tests/gradcheck/models/rosenbrock.c',
        '--alpha inf tests/gradcheck/models/rosenbrock.c', '--alpha 0.1 x 1',
        write('step.c', C:format('s(t[i])', 'double gradcheck_alpha(void) { return -0.1; }')),
        write('step.lua', LUA:format('s(t[i])', 'alpha = "much"')) } do
        local status, said = gradcheck(words)
        assert.equal(2, status, said)
        one_line(said)
        contains(said, 'alpha')
      end
    end)
  end)

  it('checks along random directions', function()
    for _, name in ipairs { 'softmax.lua', 'convolution.c', 'rosenbrock.c' } do
      assert.equal('pass', result_of('--mode directions tests/gradcheck/models/' .. name).verdict)
    end
    local result = result_of('--mode directions ' .. planted('softmax.lua', 'dz * x[j]', '-dz * x[j]'))
    assert.equal('fail', result.verdict)
    assert.equal('fail', result.blocks[1].verdict)
    assert.equal('pass', result.blocks[2].verdict)
    assert.equal(2, (gradcheck '--mode some x 1'))
  end)

  it('writes sentences that can be read', function()
    local TEXT = {
      { { size = 'int gradcheck_size(void) { return 2; }', cost =
        'double gradcheck_cost(const double *t) { return t[0] * t[0] / 2 + t[1] * t[1]; }', gradient =
        'void gradcheck_gradient(const double *t, double *g) { g[0] = t[0]; g[1] = -2 * t[1]; }' },
        'Only dtheta[2] is wrong: its sign is turned. The other entry is right.' },
      { { gradient = 'void gradcheck_gradient(const double *t, double *g) { for (int i = 0; i < 3; i++) '
        .. 'g[i] = i == 1 ? 3 * t[i] : t[i]; }' },
        'Only dtheta[2] is wrong: it is 3 times what it should be. The other 2 entries are right.' },
      { { gradient = 'void gradcheck_gradient(const double *t, double *g) { for (int i = 0; i < 3; i++) '
        .. 'g[i] = i == 1 ? 0 : t[i]; }' },
        'Only dtheta[2] is wrong: it is 0, but J has a slope there. The other 2 entries are right.' },
      { { gradient = 'void gradcheck_gradient(const double *t, double *g) { for (int i = 0; i < 3; i++) '
        .. 'g[i] = -t[i]; }' }, 'Every entry of dtheta has the right size and the wrong sign.' },
      { { gradient = 'void gradcheck_gradient(const double *t, double *g) { for (int i = 0; i < 3; i++) '
        .. 'g[i] = i == 2 ? NAN : t[i]; }' }, '1 of the 3 entries of dtheta is NaN or infinite.' },
      { { gradient = 'void gradcheck_gradient(const double *t, double *g) { for (int i = 0; i < 3; i++) '
        .. 'g[i] = t[i]; }', more = 'const char *gradcheck_blocks(void) { return "a 2x1, b 1x1"; }',
        cost = 'double gradcheck_cost(const double *t) {'
          .. ' return t[0] * t[0] / 2 + t[1] * t[1] / 2 - t[2] * t[2] / 2; }' },
        'db has the right size and the wrong sign.' },
    }
    for _, case in ipairs(TEXT) do
      local texts = {}
      for _, text in pairs(keys_of(result_of(parabola(case[1])))) do texts[#texts + 1] = text end
      contains(table.concat(texts, '\n'), case[2])
    end
  end)

  it('is undecided, and says why, where nothing moves', function()
    local flat = parabola { cost = 'double gradcheck_cost(const double *t) { (void)t; return 4; }',
      gradient = 'void gradcheck_gradient(const double *t, double *g) { (void)t; g[0] = g[1] = g[2] = 0; }' }
    local status, said = gradcheck(flat)
    assert.equal(3, status)
    contains(said, 'Why: the cost does not move with it and its gradient is 0.')
    local result = result_of(flat)
    assert.equal('undecided', result.verdict)
    assert.is_not_nil(keys_of(result).undecided)
    flat = write('model.lua',
      'return {size = 1, cost = function() return 4 end, gradient = function(_, g) g[1] = 0 end}')
    status, said = gradcheck(flat)
    assert.equal(3, status)
    contains(said, 'Why: the cost does not move with it and its gradient is 0.')
    -- and a slope that is claimed there is none
    assert.equal('fail', result_of(write('model.lua',
      'return {size = 1, cost = function() return 4 end, gradient = function(_, g) g[1] = 1 end}')).verdict)
  end)

  it('writes JSON with its keys in the order of the manual', function()
    local _, said = gradcheck('--json ' .. planted('rosenbrock.c', '200 * (y', '-200 * (y'))
    local keys = {}
    for key in said:gmatch '"(%a+)":' do keys[#keys + 1] = key end
    assert.equal('verdict digits evaluations blocks name verdict digits worst where analytic numeric bound diagnosis '
      .. 'key text', table.concat(keys, ' '))
  end)

  it('gives the same answer for the same seed, and another point for another', function()
    local one, same, other = result_of 'tests/gradcheck/models/rosenbrock.c',
      result_of 'tests/gradcheck/models/rosenbrock.c',
      result_of '--seed 2 tests/gradcheck/models/rosenbrock.c'
    assert.same(one, same)
    assert.not_same(one.blocks[1].worst, other.blocks[1].worst)
    assert.is_true(result_of('--points 9 tests/gradcheck/models/rosenbrock.c').evaluations > 2 * one.evaluations)
  end)

  it('colours nothing that is no terminal, nor where NO_COLOR is set', function()
    local _, said = gradcheck 'tests/gradcheck/models/rosenbrock.c'
    assert.is_nil(said:find '\27')
    local function on_a_terminal(set)
      return select(2, shell.run("TERM=xterm %s script -qec 'scripts/gradcheck x 1' /dev/null", set))
    end
    if shell.run 'command -v script' == 0 then
      contains(on_a_terminal 'NO_COLOR=', '\27[')
      assert.is_nil(on_a_terminal('NO_COLOR=1'):find('\27[', 1, true))
    end
  end)

  describe('of formulas', function()
    local RIGHT = {
      { 'atan(x^3)^2', '6*x^2*atan(x^3)/(1+x^6)' }, { 'cos(x)', '-sin(x)' }, { 'x^x', 'x^x*(ln(x)+1)' },
      { '1/x', '-1/x^2' }, { 'sqrt(x-50)', '1/(2*sqrt(x-50))' }, { 'asin(1000*x)', '1000/sqrt(1-10^6*x^2)' },
      { 'sigmoid(x)', 'sigmoid(x)*(1-sigmoid(x))' }, { ' 2 ^ x ', 'ln(2)*2^x' }, { '1.5e2*x - pi·x', '150−pi' },
      { 'arctan(x)+log(x)', '1/(1+x^2)+1/x' }, { '-x^2', '-2*x' }, { 'abs(x)', 'x/abs(x)' }, { 'e^-x', '-e^(-x)' },
      { 'tan(x)', '1+tan(x)^2' }, { 'sinh(x)*cosh(x)', 'cosh(2*x)' }, { '2-x-3', '-1' }, { '8/x/2', '-4/x^2' },
      { '2^3^x', '2^3^x*ln(2)*3^x*ln(3)' },
    }
    it('that are right', function()
      for _, case in ipairs(RIGHT) do
        local status, said = gradcheck(("'%s' '%s'"):format(case[1], case[2]))
        assert(status == 0, said)
      end
    end)

    local BROKEN = {
      { 'missing-inner-derivative', 'sin(x^2)', 'cos(x^2)' },
      { 'missing-inner-derivative', '(x^2+1)^3', '3*(x^2+1)^2' },
      { 'missing-outer-derivative', 'sin(x^2)', '2*x' },
      { 'sign-of-function', 'cos(3*x)', '3*sin(3*x)' },
      { 'function-not-differentiated', 'sin(x)', 'sin(x)' },
      { 'product-first-half', 'x^2*exp(x)', '2*x*exp(x)' },
      { 'product-second-half', 'x^2*sin(x)', 'x^2*cos(x)' },
      { 'product-of-slopes', 'x^2*sin(x)', '2*x*cos(x)' },
      { 'quotient-sign', 'x/(1+x^2)', '(1+x^2+2*x^2)/(1+x^2)^2' },
      { 'quotient-turned', 'x/(1+x^2)', '(x^2-1)/(1+x^2)^2' },
      { 'quotient-not-squared', 'x/(1+x^2)', '(1-x^2)/(1+x^2)' },
      { 'quotient-of-slopes', 'x/(1+x^2)', '1/(2*x)' },
      { 'power-off-by-one', 'x^3', '3*x^3' },
      { 'power-not-brought-down', 'x^3', 'x^2' },
      { 'missing-logarithm', '2^x', '2^x' },
      { 'power-rule-on-exponential', '2^x', 'x*2^(x-1)' },
      { 'sign-lost', '3-(-x^2)', '-2*x' },
      { 'sign', 'x^2+x', '-2*x-1' },
      { 'scale', 'x^2+x', '6*x+3' },
      { 'zero', 'x^2', '0' },
      { 'nan', 'x^2', '2*x*ln(x)/ln(x)' },
      { 'unknown', 'x^2', 'exp(x)' },
    }
    local tried = {}
    for _, case in ipairs(BROKEN) do
      tried[case[1]] = true
      it(('with a broken rule, %s: %s and %s'):format(unpack(case)), function()
        local result = result_of(("'%s' '%s'"):format(case[2], case[3]))
        assert.equal('fail', result.verdict)
        local keys = keys_of(result)
        assert.is_not_nil(keys[case[1]], json.encode(keys))
      end)
    end
    it('with every rule that it names', function()
      for _, rule in ipairs(formula.mistakes()) do assert.is_true(tried[rule[1]], rule[1]) end
    end)

    local UNREADABLE = {
      { 'sin x', 'sin needs its argument in parentheses, as sin(x):\n  sin x\n      ^' },
      { 'sin', 'sin needs its argument in parentheses, as sin(x):\n  sin\n     ^' },
      { '2*x+', 'the formula ends too early:\n  2*x+\n      ^' },
      { '(x', 'the formula ends too early:\n  (x\n    ^' },
      { 'x)', 'this parenthesis was never opened:\n  x)\n   ^' },
      { '2x', 'a product needs its *, as 2*x:\n  2x\n   ^' },
      { 'x**2', 'a power is written with ^:\n  x**2\n    ^' },
      { 'x @ 2', 'this cannot be read from here on:\n  x @ 2\n    ^' },
      { 'y^2', '«y» is no name known here; the variable is x:\n  y^2\n  ^' },
      { 'x+foo(x)', '«foo» is no function known here; there are abs, acos,' },
      { '', 'a formula is empty' },
      { '  ', 'a formula is empty' },
      { 'é', 'this cannot be read from here on:\n  é\n  ^' },
    }
    it('that cannot be read, with a caret', function()
      for _, case in ipairs(UNREADABLE) do
        for _, words in ipairs { ("'%s' '1'"):format(case[1]), ("'x' '%s'"):format(case[1]) } do
          local status, said = gradcheck(words)
          assert.equal(2, status, said)
          contains(said, 'gradcheck: ' .. case[2])
          assert.is_nil(said:find '%.lua:%d', said)
        end
      end
      local status, said = gradcheck(("'%sx%s' 1"):format(('('):rep(5000), (')'):rep(5000)))
      assert.is_true(status == 2 or status == 0, said:sub(1, 500))
      assert.is_nil(said:find '%.lua:%d', said)
    end)

    it('that have no value anywhere', function()
      for _, text in ipairs { 'sqrt(-1-x^2)', 'ln(-x^2)', '1/0', '1e400*x' } do
        local status, said = gradcheck(("'%s' 1"):format(text))
        assert.equal(2, status)
        one_line(said)
        contains(said, text .. ' has a value at none of the points tried')
      end
    end)
  end)

  describe('--explain', function()
    it('draws, in 80 columns, and says who is lying', function()
      local TELLS = {
        { "x^4 4*x^3", 0, 'there truncation lies', 'The gradient does not lie.' },
        { "'x^4' '4*x^3+x'", 1, 'It is the gradient that is wrong, by' },
        { planted('rosenbrock.c', '200 * (y', '201 * (y'), 1, 'It is the gradient that is wrong, by' },
        { 'tests/gradcheck/models/softmax.lua', 0, 'there noise lies', 'The gradient does not lie.' },
        { 'x 1', 0, 'there is no error to draw' },
      }
      for _, case in ipairs(TELLS) do
        local status, said = gradcheck('--explain ' .. case[1])
        assert.equal(case[2], status, said)
        for k = 3, #case do contains((said:gsub('\n', ' ')), case[k]) end
        for line in said:gmatch '[^\n]+' do assert.is_true(require('gw.term').width(line) <= 80, line) end
      end
    end)

    it('says that the gradient is no number', function()
      local _, said = gradcheck('--explain ' .. parabola { gradient =
        'void gradcheck_gradient(const double *t, double *g) { g[0] = t[0]; g[1] = t[1]; g[2] = NAN; }' })
      contains((said:gsub('\n', ' ')), 'it is the gradient that is wrong')
    end)

    it('says that noise hides a slope', function()
      local status, said = gradcheck('--explain ' .. parabola {
        cost = 'double gradcheck_cost(const double *t) { return 1e9 + 1e-9 * (t[0] + t[1] + t[2]); }',
        gradient = 'void gradcheck_gradient(const double *t, double *g) { (void)t; g[0] = g[1] = g[2] = 1e-9; }' })
      assert.equal(3, status, said)
      contains((said:gsub('\n', ' ')), 'It is noise that hides it; the gradient may be right.')
    end)

    it('does without gnuplot', function()
      local bin = FOLDER .. '/bin'
      shell.run('mkdir -p %s && ln -sf $(command -v luajit) $(command -v sh) $(command -v env) %s/', bin, bin)
      local status, said = shell.run('PATH=%s scripts/gradcheck --explain x^4 4*x^3', bin)
      assert.equal(0, status, said)
      contains(said, '####')
      contains(said, 'there truncation lies')
    end)
  end)

  -- What a model may do, the status, and a part of the sentence.
  local BAD = {
    ['has no size'] = { { size = '' }, 2, 'model.c has no function gradcheck_size' },
    ['has no cost'] = { { cost = '' }, 2, 'model.c has no function gradcheck_cost' },
    ['has no gradient'] = { { gradient = '' }, 2, 'model.c has no function gradcheck_gradient' },
    ['has size 0'] = { { size = 'int gradcheck_size(void) { return 0; }' }, 2, 'gradcheck_size is 0: there must be' },
    ['has a negative size'] = { { size = 'int gradcheck_size(void) { return -3; }' }, 2, 'gradcheck_size is -3' },
    ['has a huge size'] = { { size = 'int gradcheck_size(void) { return 2147483647; }' }, 2, 'memory' },
    ['has blocks that are too few'] = { { more = 'const char *gradcheck_blocks(void) { return "W 1x2"; }' }, 2,
      'gradcheck_blocks covers fewer than the 3 parameters of gradcheck_size' },
    ['has blocks that are too many'] = { { more = 'const char *gradcheck_blocks(void) { return "W 100000x100000"; }' },
      2, 'gradcheck_blocks covers more than the 3 parameters' },
    ['has blocks that cannot be read'] = { { more = 'const char *gradcheck_blocks(void) { return "W 1x1, b zwei"; }' },
      2, 'gradcheck_blocks: cannot read «b zwei»: write name rowsxcols' },
    ['has blocks of nothing'] = { { more = 'const char *gradcheck_blocks(void) { return "W 0x3"; }' }, 2,
      'cannot read' },
    ['has two blocks of one name'] = { { more = 'const char *gradcheck_blocks(void) { return "W 1x1, W 2x1"; }' }, 2,
      'names two blocks W' },
    ['has a cost that is NaN'] = { { cost = 'double gradcheck_cost(const double *t) { (void)t; return NAN; }' }, 2,
      'gradcheck_cost is NaN at each of 100 random points: give one with gradcheck_point' },
    ['has a cost that is infinite'] =
      { { cost = 'double gradcheck_cost(const double *t) { (void)t; return -INFINITY; }' },
      2, 'gradcheck_cost is -inf at each' },
    ['has a cost that is NaN at its point'] = { { cost = 'double gradcheck_cost(const double *t) { return log(t[0]); }',
      more = 'void gradcheck_point(double *t) { t[0] = -1; }' }, 2,
        'gradcheck_cost is NaN at the point of gradcheck_point' },
    ['has a point that is NaN'] = { { more = 'void gradcheck_point(double *t) { t[0] = NAN; }' }, 2,
      'gradcheck_point gives no finite number for theta[1]' },
    ['has a cost that overflows at 1e300'] = { { more =
      'void gradcheck_point(double *t) { t[0] = t[1] = t[2] = 1e300; }' }, 2, 'gradcheck_cost is inf at the point' },
    ['does not compile'] = { { more = 'int f(void) {\n  return 1 +;\n}' }, 2,
      'model.c does not compile; line 14: expected' },
    ['includes what is not there'] = { { more = '#include "nowhere.h"' }, 2,
      'model.c does not compile; line 13: nowhere.h' },
    ['calls what is not there'] = { { more = 'int nowhere(void);\nint f(void) { return nowhere(); }' }, 2,
      'model.c calls nowhere, which is nowhere defined' },
    ['has a main'] = { { more = 'int main(void) { return 0; }' }, 2, 'model.c must not have a main' },
    ['never returns'] = { { cost = 'double gradcheck_cost(const double *t) { for (volatile int i = 0;; i = !i); }' }, 2,
      'model.c did not end within 1 second: an endless loop?', '--seconds 1' },
    ['sleeps'] =
      { { cost = '#include <unistd.h>\ndouble gradcheck_cost(const double *t) { sleep(100); return t[0]; }' },
      2, 'model.c did not end within 1 second', '--seconds 1' },
    ['waits for input'] = { { cost = 'double gradcheck_cost(const double *t) { if (getchar() != EOF) abort(); '
      .. 'return (t[0] * t[0] + t[1] * t[1] + t[2] * t[2]) / 2; }' }, 0, 'pass' },
    ['aborts'] = { { cost = 'double gradcheck_cost(const double *t) {\n  if (t) abort();\n  return 0;\n}' }, 2,
      'model.c in line 6: it aborts' },
    ['asserts'] =
      { { cost = '#include <assert.h>\ndouble gradcheck_cost(const double *t) {\n  assert(!t);\n  return 0;\n}' },
      2, 'model.c in line 7: it aborts' },
    ['reads what is not its own'] = { { cost = 'double gradcheck_cost(const double *t) {\n  (void)t;\n'
      .. '  return *(volatile double *)(size_t)64;\n}' }, 2,
        'model.c in line 7: it reads or writes memory that is not its own' },
    ['follows no pointer'] = { { cost = 'double gradcheck_cost(const double *t) {\n  double *volatile p = NULL;\n'
      .. '  return t[0] + *p;\n}' }, 2, 'model.c in line 7: ' },
    ['reads past the parameters'] = { { cost = 'double gradcheck_cost(const double *t) {\n  return t[3];\n}' }, 2,
      'model.c in line 6: it reads or writes outside of an array' },
    ['calls itself without end'] = { { cost = 'double gradcheck_cost(const double *t) {\n  volatile double x[100];\n'
      .. '  x[0] = t[0] + 1;\n  return gradcheck_cost((const double *)x) + x[0];\n}' }, 2,
      'functions call each other without end' },
    ['asks for too much memory'] = { { cost = 'double gradcheck_cost(const double *t) {\n'
      .. '  char *volatile p = malloc((size_t)1 << 50);\n  return p[0] + t[0];\n}' }, 2,
      'model.c in line 6: it asks for more memory than there is' },
    ['takes too much memory'] = { { cost = 'double gradcheck_cost(const double *t) {\n  double sum = 0;\n'
      .. '  for (;;) {\n    char *p = malloc(1 << 24);\n    for (int i = 0; i < 1 << 24; i += 4096) p[i] = 1;\n'
      .. '    sum += p[0] + t[0];\n  }\n  return sum;\n}' }, 2, 'memory' },
    ['divides by zero'] = { { cost = 'double gradcheck_cost(const double *t) {\n  volatile int m = 0;\n'
      .. '  return t[0] / (1 / m);\n}' }, 2, 'model.c in line 7: it divides a whole number by zero' },
    ['overflows an int'] = { { cost = 'double gradcheck_cost(const double *t) {\n  volatile int m = 2147483647;\n'
      .. '  return t[0] * (m + 1);\n}' }, 2, 'model.c in line 7: signed integer overflow' },
    ['frees twice'] =
      { { cost = 'double gradcheck_cost(const double *t) {\n  char *volatile p = malloc(3);\n  free(p);\n'
      .. '  free(p);\n  return t[0];\n}' }, 2, 'it frees memory twice' },
    ['ends the program'] = { { cost = 'double gradcheck_cost(const double *t) { exit(0); return t[0]; }' }, 2,
      'model.c ended before the check did, with status 0' },
    ['ends the program at the second point'] = { { cost = 'static int calls;\ndouble gradcheck_cost(const double *t) { '
      .. 'if (calls++ > 60) exit(0); return (t[0] * t[0] + t[1] * t[1] + t[2] * t[2]) / 2; }' }, 2,
      'model.c ended before the check did, with status 0', '--points 9' },
    ['ends the program in its gradient'] = { { gradient = 'void gradcheck_gradient(const double *t, double *g) '
      .. '{ (void)t; (void)g; exit(0); }' }, 2, 'ended before the check did' },
    ['prints'] = { { more = '__attribute__((constructor)) static void f(void) { puts("block\\tpass\\nend"); }',
      gradient =
      'void gradcheck_gradient(const double *t, double *g)'
        .. ' { for (int i = 0; i < 3; i++) printf("%g\\n", g[i] = t[i]); }' },
      0, 'pass: right to at least' },
    ['writes one past its end'] = { { gradient =
      'void gradcheck_gradient(const double *t, double *g)'
        .. ' { for (int i = 0; i <= 3; i++) g[i] = i < 3 ? t[i] : 0; }' }, 1,
      '[out-of-bounds] gradcheck_gradient writes outside of its buffer.' },
    ['writes far past its end'] = { { gradient =
      'void gradcheck_gradient(const double *t, double *g) {\n  g[0] = t[0];\n  g[80] = 1;\n}' }, 1,
      '[out-of-bounds] model.c in line 12: it reads or writes outside of an array.' },
    ['writes before its start'] = { { gradient =
      'void gradcheck_gradient(const double *t, double *g)'
        .. ' { for (int i = -1; i < 3; i++) g[i] = t[i < 0 ? 0 : i]; }' }, 1,
      '[out-of-bounds]' },
    ['writes nothing'] =
      { { gradient = 'void gradcheck_gradient(const double *t, double *g) { (void)t; (void)g; }' }, 1,
      '[unwritten] gradcheck_gradient writes nothing.' },
    ['never clears its sums'] =
      { { gradient = 'static double s[3];\nvoid gradcheck_gradient(const double *t, double *g) '
      .. '{ for (int i = 0; i < 3; i++) g[i] = s[i] += t[i]; }' }, 1,
      '[accumulated] gradcheck_gradient adds to what an earlier call left: clear its sums first.' },
    ['changes theta in its cost'] = { { cost = 'double gradcheck_cost(const double *t) { ((double *)t)[1] = 0; '
      .. 'return (t[0] * t[0] + t[1] * t[1] + t[2] * t[2]) / 2; }' }, 1,
        '[theta-modified] gradcheck_cost changes theta.' },
    ['changes theta in its pattern'] = { { more = 'unsigned long gradcheck_pattern(const double *t) '
      .. '{ ((double *)t)[1] = 0; return 0; }' }, 1, '[theta-modified] gradcheck_pattern changes theta.' },
    ['has another pattern each time'] = { { more = 'unsigned long gradcheck_pattern(const double *t) '
      .. '{ static int calls; (void)t; return calls++; }' }, 1,
        '[not-a-function] gradcheck_pattern answers differently when asked again.' },
    -- These are not bad, only hard.
    ['has no value near its point'] = { { cost = 'double gradcheck_cost(const double *t) '
      .. '{ return t[1] + t[2] - log(t[0]) + t[0] * sqrt(t[0]); }', gradient =
      'void gradcheck_gradient(const double *t, double *g) { g[0] = 1.5 * sqrt(t[0]) - 1 / t[0]; g[1] = g[2] = 1; }',
      more = 'void gradcheck_point(double *t) { t[0] = 1e-3; }' }, 0, 'pass' },
    ['has parameters of 1e-300'] =
      { { more = 'void gradcheck_point(double *t) { t[0] = t[1] = t[2] = 1e-300; }' }, nil, '',
      '--points 1' },
    ['has parameters of 1e300'] = { { cost = 'double gradcheck_cost(const double *t) '
      .. '{ return (t[0] + t[1] + t[2]) / 2; }', gradient =
      'void gradcheck_gradient(const double *t, double *g) { (void)t; g[0] = g[1] = g[2] = 0.5; }',
      more = 'void gradcheck_point(double *t) { t[0] = t[1] = 1e300; t[2] = -1e300; }' }, 0, 'pass' },
    ['has parameters of 1e300 and a wrong gradient'] = { { cost = 'double gradcheck_cost(const double *t) '
      .. '{ return (t[0] + t[1] + t[2]) / 2; }', gradient =
      'void gradcheck_gradient(const double *t, double *g) { (void)t; g[0] = g[1] = g[2] = 1; }',
      more = 'void gradcheck_point(double *t) { t[0] = t[1] = 1e300; t[2] = -1e300; }' }, 1, '[scale]', '--points 1' },
  }
  for what, case in pairs(BAD) do
    it('takes a model that ' .. what, function()
      local began = os.time()
      local status, said = gradcheck(('%s %s'):format(case[4] or '', parabola(case[1])))
      assert.is_true(os.time() - began < 30)
      if case[2] then
        assert(status == case[2], ('status %d: %s'):format(status, said))
      else
        assert(status == 0 or status == 3, said)
      end
      contains(said, case[3])
      if status == 2 then one_line(said) end
    end)
  end

  -- The same in Lua.
  local GOOD = { size = '2', cost = 'function(t) return t[1]^2 + t[1] * t[2] end',
    gradient = 'function(t, g) g[1] = 2 * t[1] + t[2] g[2] = t[1] end' }
  local function lua(parts)
    if type(parts) == 'string' then return write('model.lua', parts) end
    local lines = {}
    for _, key in ipairs { 'size', 'cost', 'gradient', 'point', 'blocks', 'examples', 'pattern' } do
      local part = parts[key] or GOOD[key]
      if part then lines[#lines + 1] = ('  %s = %s,'):format(key, part) end
    end
    return write('model.lua', 'return {\n' .. table.concat(lines, '\n') .. '\n}\n')
  end
  local BAD_LUA = {
    ['is right'] = { {}, 0, 'pass' },
    ['is no Lua'] = { 'return {\n  size = = 2\n}', 2, "model.lua: it is no Lua; line 2: unexpected symbol near '='" },
    ['fails while it is read'] = { 'local x = nil\nreturn x.y', 2, 'model.lua: line 2: attempt to index' },
    ['fails with a table'] = { 'error({})', 2, 'model.lua: ' },
    ['fails with nothing'] = { 'error()', 2, 'model.lua: ' },
    ['returns nothing'] = { 'local x = 1', 2, 'model.lua: it returns no table {size=, cost=, gradient=}' },
    ['returns a number'] = { 'return 7', 2, 'it returns no table' },
    ['has no size'] = { { size = 'nil' }, 2, 'size is nil: there must be at least one parameter' },
    ['has size 0'] = { { size = '0' }, 2, 'size is 0: there must be' },
    ['has half a size'] = { { size = '1.5' }, 2, 'size is 1.5' },
    ['has size NaN'] = { { size = '0/0' }, 2, 'size is' },
    ['has a huge size'] = { { size = '2^40' }, 2, 'memory' },
    ['has no cost'] = { { cost = 'nil' }, 2, 'its table has no function «cost»' },
    ['has no gradient'] = { { gradient = '3' }, 2, 'its table has no function «gradient»' },
    ['has a cost that returns nothing'] = { { cost = 'function() end' }, 2, 'cost returns a nil, not a number' },
    ['has a cost that fails'] = { { cost = 'function(t)\n return t.x.y end' }, 2, 'cost: line 4: attempt to index' },
    ['has a gradient that fails'] = { { gradient = 'function()\n error "no" end' }, 2, 'gradient: line 5: no' },
    ['has a cost that is NaN'] = { { cost = 'function() return 0/0 end' }, 2,
      'cost is NaN at each of 100 random points' },
    ['has a point that is NaN'] = { { point = 'function() return {0/0, 1} end' }, 2,
      'point gives no finite number for theta[1]' },
    ['has a point of the wrong kind'] = { { point = '{1, 2}' }, 2, 'point is a table, not a function' },
    ['has a pattern of the wrong kind'] = { { pattern = '{}' }, 2, 'pattern is a table, not a function' },
    ['has a pattern that is NaN'] = { { pattern = 'function() return 0/0 end' }, 2,
      'pattern returns NaN, not a number' },
    ['has a pattern that is no number'] = { { pattern = 'function() return "on" end' }, 2,
      'pattern returns a string, not a number' },
    ['has a pattern that changes theta'] = { { pattern = 'function(t) t[1] = 0 return 0 end' }, 1,
      '[theta-modified] pattern changes theta.' },
    ['has blocks that disagree'] = { { blocks = '"W 2x2"' }, 2, 'blocks covers more than the 2 parameters of size' },
    ['has blocks that cannot be read'] = { { blocks = '"W 2"' }, 2, 'blocks: cannot read «W 2»' },
    ['has blocks of the wrong kind'] = { { blocks = '{}' }, 2, 'blocks is a table, not a string' },
    ['has two blocks of one name'] = { { blocks = '"W 1x1, W 1x1"' }, 2, 'names two blocks W' },
    ['writes past its end'] = { { gradient = 'function(t, g) g[1] = 2 * t[1] + t[2] g[2] = t[1] g[3] = 0 end' }, 1,
      '[out-of-bounds] gradient writes gradient[3], outside of 1 to 2.' },
    ['counts from 0'] = { { gradient = 'function(t, g) g[0] = 2 * t[1] + t[2] g[1] = t[1] end' }, 1,
      '[out-of-bounds]' },
    ['returns its gradient'] = { { gradient = 'function(t) return {2 * t[1] + t[2], t[1]} end' }, 1,
      '[unwritten] gradient writes nothing' },
    ['writes words'] = { { gradient = 'function(t, g) g[1] = "a" end' }, 2, 'gradient[1] is a string, not a number' },
    ['never returns'] = { { cost = 'function() while true do end end' }, 2, 'model.lua did not end within 1 second',
      '--seconds 1' },
    ['never ends being read'] = { 'while true do end', 2, 'model.lua did not end within 1 second', '--seconds 1' },
    ['ends the program'] = { { cost = 'function() os.exit(0) end' }, 2,
      'model.lua ended before the check did, with status 0' },
    ['prints'] = { { cost = 'function(t) print "end" io.write "x" return t[1]^2 + t[1] * t[2] end' }, 0,
      'pass: right to at least' },
    ['calls itself without end'] =
      { { cost = 'function(t) local function f(x) return 1 + f(x) end return f(1) end' }, 2, 'stack overflow' },
    ['takes too much memory'] =
      { { cost = 'function(t) local all = {} while true do all[#all + 1] = ("x"):rep(2^20) .. #all end end' },
      2, 'memory' },
    ['crashes'] = { { cost = 'function(t) return require("ffi").cast("double *", 64)[0] end' }, 2,
      'model.lua: it reads or writes memory that is not its own' },
    ['is flat nowhere and kinked at its point'] = { { cost = 'function(t) return math.abs(t[1]) + t[2] end',
      gradient = 'function(t, g) g[1] = 0 g[2] = 1 end', point = 'function() return {0, 1} end' }, nil, '',
        '--points 1' },
    ['requires what lies beside it'] = { 'return require "beside"', 0, 'pass' },
  }
  for what, case in pairs(BAD_LUA) do
    it('takes a Lua model that ' .. what, function()
      write('beside.lua', files.read(lua {}))
      local status, said = gradcheck(('%s %s'):format(case[4] or '', lua(case[1])))
      if case[2] then
        assert(status == case[2], ('status %d: %s'):format(status, said))
      else
        assert(status == 0 or status == 3, said)
      end
      contains(said, case[3])
      if status == 2 then one_line(said) end
    end)
  end

  it('says what is no model', function()
    local CASES = {
      ['$HERE/nowhere.c'] = 'there is no file', ['$HERE/nowhere.lua'] = 'there is no file',
      ['$HERE'] = 'is a folder, not a file', ['$HERE/folder.c'] = 'is a folder, not a file',
      ['README.md'] = 'is neither a .c nor a .lua file', [''] = 'nothing to check: name a FILE.c',
      ['$HERE/pipe.c'] = 'is not a plain file', ['$HERE/empty.c'] = 'empty.c has no function gradcheck_',
      ['$HERE/empty.lua'] = 'it returns no table', ['a b c'] = 'too many arguments',
      ['--bogus'] = "unknown option '--bogus'", ['--seed x x 1'] = '--seed must be a whole number',
      ['--seed -1 x 1'] = '--seed must be a whole number', ['--points 0 x 1'] = '--points must be a whole number',
      ['--points 1.5 x 1'] = '--points must be', ['--seconds nan x 1'] = '--seconds must be a whole number',
      ['--seconds 0 x 1'] = '--seconds must be', ['--seconds'] = "option '--seconds' requires an argument",
    }
    shell.run('cd %s && mkdir -p folder.c && rm -f pipe.c && mkfifo pipe.c && : >empty.c && : >empty.lua', FOLDER)
    for words, sentence in pairs(CASES) do
      local status, said = gradcheck(words)
      assert(status == 2, ('%s: status %d: %s'):format(words, status, said))
      contains(said, sentence)
      one_line(said)
    end
    -- root may read anything, so this needs somebody else, who may enter this folder
    local somebody = '$(test $(id -u) = 0 && echo setpriv --reuid 65534 --regid 65534 --clear-groups)'
    if shell.run('%s test -r "$PWD/scripts/gradcheck"', somebody) ~= 0 then
      return pending 'nobody but root may enter this folder'
    end
    local status, said = shell.run('cd %s && cp empty.c locked.c && chmod 000 locked.c && chmod 755 . && %s %s',
      FOLDER, somebody, '$OLDPWD/scripts/gradcheck locked.c')
    assert.equal(2, status, said)
    contains(said, 'locked.c may not be read')
    shell.run('rm -f %s/locked.c', FOLDER)
    status, said = shell.run('CC=no-such-compiler scripts/gradcheck tests/gradcheck/models/rosenbrock.c')
    assert.equal(2, status)
    contains(said, 'there is no C compiler «no-such-compiler»')
  end)

  it('works with names that have spaces and quotes, from any folder', function()
    local status, said = shell.run([[cd %s && cp "$OLDPWD/tests/gradcheck/models/rosenbrock.c" "it's a model.c" &&
      cp "$OLDPWD/tests/gradcheck/models/softmax.lua" ./-x.lua &&
      "$OLDPWD/scripts/gradcheck" "it's a model.c" && "$OLDPWD/scripts/gradcheck" ./-x.lua]], FOLDER)
    assert(status == 0, said)
  end)

  it('leaves nothing behind', function()
    local here = FOLDER .. '/tmp'
    shell.run('rm -rf %s && mkdir %s', here, here)
    for _, words in ipairs { 'tests/gradcheck/models/rosenbrock.c', '--explain tests/gradcheck/models/softmax.lua',
      '$HERE/empty.c', '--explain x^2 2*x' } do
      shell.run('export TMPDIR=%s; HERE=%s; scripts/gradcheck %s', here, FOLDER, words)
    end
    assert.same({}, shell.lines('ls -A %s', here))
  end)

  it('names every mistake that it can recognise', function()
    local status, said = gradcheck '--list-mistakes'
    assert.equal(0, status)
    for _, case in ipairs(MISTAKES) do contains(said, '  ' .. case[4] .. ' ') end
    for key in ('sign scale missing-mean double-mean mean-over-m-minus-1 zero unwritten transposed shifted '
      .. 'regulariser-missing regulariser-on-bias accumulated single-entry stale-parameters first-example-only '
      .. 'last-example-missing sum-over-wrong-axis missing-activation-derivative activation-derivative-of-a '
      .. 'wrong-activation-derivative sigmoid-derivative-twice missing-weights-transpose labels-flipped '
      .. 'not-a-function theta-modified out-of-bounds nan unknown'):gmatch '%S+' do
      contains(said, '\n  ' .. key .. ' ')
    end
    for _, rule in ipairs(formula.mistakes()) do contains(said, '  ' .. rule[1] .. ' ') end
    for line in said:gmatch '[^\n]+' do assert.is_true(#line <= 80, line) end
    assert.is_nil(said:find '\t')
  end)
end)
