-- scripts/gradcheck: its options, its formulas, and what is no model.
local formula = require 'checker.formula'
local json = require 'dkjson'
local gradcheck = require 'tests.lua.gradcheck'
local shell = require 'tests.lua.shell'

local contains, one_line = gradcheck.contains, gradcheck.one_line
local on = gradcheck.within 'options'

describe('gradcheck', function()
  it('is undecided at a kink, and decides near one, whether or not the model tells its smooth piece', function()
    local function untold(name) return on.planted(name, 'gradcheck_pattern', 'not_the_pattern') end
    local result = on.result_of('--points 1 ' .. on.planted('relu.c', '1e-8, 0.4', '0, 0.4'))
    assert.equal('undecided', result.verdict)
    contains(gradcheck.keys_of(result).undecided, 'a kink')
    assert.equal('pass', on.result_of('--points 1 ' .. untold 'relu.c').verdict)
    result = on.result_of '--points 1 tests/gradcheck/models/relu.c'
    assert.equal('pass', result.verdict)
    assert.is_true(result.digits > 5)
    result = on.result_of('--points 1 ' .. on.planted('relu.c', 't[W2 + r] * dz2 : 0', 't[W2 + r] * dz2 * 1.01 : 0'))
    assert.equal('fail', result.verdict)
    contains(gradcheck.keys_of(result).scale, '1 is 1.01 times what it should be')
    local MODEL = 'return { size = 2, cost = function(t) return 2 * math.max(0, t[1]) + t[1]^2 + t[2] end, '
      .. 'gradient = function(t, g) g[1] = (t[1] > 0 and %s or 0) + 2 * t[1] g[2] = 1 end, '
      .. 'point = function() return { 1e-8, 1 } end, %s = function(t) return t[1] > 0 and 0.25 or -1 end }'
    for _, case in ipairs { { '2', 'unknown', 'pass' }, { '1', 'unknown', 'fail' }, { '2', 'pattern', 'pass' },
      { '2.001', 'pattern', 'fail' } } do
      result = on.result_of('--points 1 ' .. on.write('model.lua', MODEL:format(case[1], case[2])))
      assert.equal(case[3], result.verdict)
    end
  end)

  it('is undecided where a cost trembles at any distance, unless --noise says that this is noise', function()
    local MODEL = [[
      #include <math.h>
      int gradcheck_size(void) { return 2; }
      double gradcheck_cost(const double *t) { return exp(t[0]) + 1e-6 * sin(1e16 * t[0]) + t[1] * t[1]; }
      void gradcheck_gradient(const double *t, double *g) { g[0] = exp(t[0]); g[1] = %s * t[1]; }
      void gradcheck_point(double *t) { t[0] = 0.4; t[1] = 0.5; }
    ]]
    local path = on.write('trembles.c', MODEL:format '2')
    local result = on.result_of('--points 1 ' .. path)
    assert.equal('undecided', result.verdict)
    local said = gradcheck.keys_of(result).undecided
    contains(said, 'the cost trembles by ')
    contains(said, 'a ripple finer than any spacing tried')
    local enough = said:match '%-%-noise (%S+) accepts'
    assert.equal('pass', on.result_of(('--points 1 --noise %s %s'):format(enough, path)).verdict)
    assert.equal('undecided', on.result_of('--points 1 --noise 1e-9 ' .. path).verdict)
    path = on.write('trembles.c', MODEL:format '3')
    assert.equal('fail', on.result_of(('--points 1 --noise %s %s'):format(enough, path)).verdict)
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
      local results = { on.result_of(options .. ' ' .. on.write('step.c', C:format(gradient, own and C_OWN or ''))),
        on.result_of(options .. ' ' .. on.write('step.lua', LUA:format(gradient, own and LUA_OWN or ''))) }
      for i, result in ipairs(results) do
        results[i] = { result, gradcheck.keys_of(result), result.blocks[1].diagnosis[1] }
      end
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
      local paths_of = { on.write('step.c', C:format('0 * t[i] + s(0.8)', point[1])),
        on.write('step.lua', LUA:format('0 * t[i] + s(0.8)', point[2])) }
      for _, path in ipairs(paths_of) do
        local result = on.result_of('--points 1 --alpha 0.1 ' .. path)
        contains(gradcheck.keys_of(result)['stale-parameters'], 'before an update')
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
        on.write('step.c', C:format('s(t[i])', 'double gradcheck_alpha(void) { return -0.1; }')),
        on.write('step.lua', LUA:format('s(t[i])', 'alpha = "much"')) } do
        local status, said = on.run(words)
        assert.equal(2, status, said)
        one_line(said)
        contains(said, 'alpha')
      end
    end)
  end)

  it('checks along random directions', function()
    for _, name in ipairs { 'softmax.lua', 'convolution.c', 'rosenbrock.c' } do
      assert.equal('pass', on.result_of('--mode directions tests/gradcheck/models/' .. name).verdict)
    end
    local result = on.result_of('--mode directions ' .. on.planted('softmax.lua', 'dz * x[j]', '-dz * x[j]'))
    assert.equal('fail', result.verdict)
    assert.equal('fail', result.blocks[1].verdict)
    assert.equal('pass', result.blocks[2].verdict)
    assert.equal(2, (on.run '--mode some x 1'))
  end)

  it('gives the same answer for the same seed, and another point for another', function()
    local one, same, other = on.result_of 'tests/gradcheck/models/rosenbrock.c',
      on.result_of 'tests/gradcheck/models/rosenbrock.c',
      on.result_of '--seed 2 tests/gradcheck/models/rosenbrock.c'
    assert.same(one, same)
    assert.not_same(one.blocks[1].worst, other.blocks[1].worst)
    assert.is_true(on.result_of('--points 9 tests/gradcheck/models/rosenbrock.c').evaluations > 2 * one.evaluations)
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
        local status, said = on.run(("'%s' '%s'"):format(case[1], case[2]))
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
      { 'quotient-squared-by-terms', 'x/(1+x^2)', '(1-x^2)/(1+x^4)' },
      { 'outer-slope-at-x', 'tan(x^2)', '2*x/cos(x)^2' },
      { 'outer-slope-at-x', 'sin(x^2)', '2*x*cos(x)' },
      { 'outer-slope-at-x', 'atan(x^3)^2', '6*x^2*atan(x^3)/(1+x^2)' },
      { 'outer-slope-at-x', '(1+x^2)^3', '3*x^2*2*x' },
      { 'inner-slope-inside', 'sin(x^2)', 'cos(2*x)' },
      { 'inner-slope-inside', '(1+x^2)^3', '3*(2*x)^2' },
      { 'missing-inner-derivative', 'sin(x^2)+cos(x^3)', 'cos(x^2)-sin(x^3)' },
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
        local result = on.result_of(("'%s' '%s'"):format(case[2], case[3]))
        assert.equal('fail', result.verdict)
        local keys = gradcheck.keys_of(result)
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
          local status, said = on.run(words)
          assert.equal(2, status, said)
          contains(said, 'gradcheck: ' .. case[2])
          assert.is_nil(said:find '%.lua:%d', said)
        end
      end
      local status, said = on.run(("'%sx%s' 1"):format(('('):rep(5000), (')'):rep(5000)))
      assert.is_true(status == 2 or status == 0, said:sub(1, 500))
      assert.is_nil(said:find '%.lua:%d', said)
    end)

    it('that have no value anywhere', function()
      for _, text in ipairs { 'sqrt(-1-x^2)', 'ln(-x^2)', '1/0', '1e400*x' } do
        local status, said = on.run(("'%s' 1"):format(text))
        assert.equal(2, status)
        one_line(said)
        contains(said, text .. ' has a value at none of the points tried')
      end
    end)
  end)

  it('says what is no model', function()
    local CASES = {
      ['$HERE/nowhere.c'] = 'there is no file', ['$HERE/nowhere.lua'] = 'there is no file',
      ['$HERE'] = 'is a folder, not a file', ['$HERE/folder.c'] = 'is a folder, not a file',
      ['README.md'] = 'is not a file in .c, .cpp, .cc, .lua or .so', [''] = 'nothing to check: name a FILE.c',
      ['$HERE/pipe.c'] = 'is not a plain file', ['$HERE/empty.c'] = 'empty.c has no function int gradcheck_size(void)',
      ['$HERE/empty.lua'] = 'it returns no table', ['a b c'] = 'too many arguments',
      ['--bogus'] = "unknown option '--bogus'", ['--seed x x 1'] = '--seed must be a whole number',
      ['--seed -1 x 1'] = '--seed must be a whole number', ['--points 0 x 1'] = '--points must be a whole number',
      ['--points 1.5 x 1'] = '--points must be', ['--seconds nan x 1'] = '--seconds must be a whole number',
      ['--seconds 0 x 1'] = '--seconds must be', ['--seconds'] = "option '--seconds' requires an argument",
    }
    shell.run('cd %s && mkdir -p folder.c && rm -f pipe.c && mkfifo pipe.c && : >empty.c && : >empty.lua', on.folder)
    for words, sentence in pairs(CASES) do
      local status, said = on.run(words)
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
      on.folder, somebody, '$OLDPWD/scripts/gradcheck locked.c')
    assert.equal(2, status, said)
    contains(said, 'locked.c may not be read')
    shell.run('rm -f %s/locked.c', on.folder)
    status, said = shell.run('CC=no-such-compiler scripts/gradcheck tests/gradcheck/models/rosenbrock.c')
    assert.equal(2, status)
    contains(said, 'there is no compiler «no-such-compiler»')
  end)

  it('works with names that have spaces and quotes, from any folder', function()
    local status, said = shell.run([[cd %s && cp "$OLDPWD/tests/gradcheck/models/rosenbrock.c" "it's a model.c" &&
      cp "$OLDPWD/tests/gradcheck/models/softmax.lua" ./-x.lua &&
      "$OLDPWD/scripts/gradcheck" "it's a model.c" && "$OLDPWD/scripts/gradcheck" ./-x.lua]], on.folder)
    assert(status == 0, said)
  end)
end)
