-- What scripts/gradcheck prints: sentences, JSON, a sketch, its list of mistakes.
local files = require 'gw.files'
local formula = require 'checker.formula'
local gradcheck = require 'tests.lua.gradcheck'
local shell = require 'tests.lua.shell'
local term = require 'gw.term'

local contains = gradcheck.contains
local on = gradcheck.within 'output'

describe('gradcheck', function()
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
      for _, text in pairs(gradcheck.keys_of(on.result_of(on.parabola(case[1])))) do texts[#texts + 1] = text end
      contains(table.concat(texts, '\n'), case[2])
    end
  end)

  it('is undecided, and says why, where nothing moves', function()
    local flat = on.parabola { cost = 'double gradcheck_cost(const double *t) { (void)t; return 4; }',
      gradient = 'void gradcheck_gradient(const double *t, double *g) { (void)t; g[0] = g[1] = g[2] = 0; }' }
    local status, said = on.run(flat)
    assert.equal(3, status)
    contains(said, 'Why: the cost does not move with it and its gradient is 0.')
    local result = on.result_of(flat)
    assert.equal('undecided', result.verdict)
    assert.is_not_nil(gradcheck.keys_of(result).undecided)
    flat = on.write('model.lua',
      'return {size = 1, cost = function() return 4 end, gradient = function(_, g) g[1] = 0 end}')
    status, said = on.run(flat)
    assert.equal(3, status)
    contains(said, 'Why: the cost does not move with it and its gradient is 0.')
    -- and a slope that is claimed there is none
    assert.equal('fail', on.result_of(on.write('model.lua',
      'return {size = 1, cost = function() return 4 end, gradient = function(_, g) g[1] = 1 end}')).verdict)
  end)

  it('writes JSON with its keys in the order of the manual', function()
    local _, said = on.run('--json ' .. on.planted('rosenbrock.c', '200 * (y', '-200 * (y'))
    local keys = {}
    for key in said:gmatch '"(%a+)":' do keys[#keys + 1] = key end
    assert.equal('verdict digits evaluations points which blocks name verdict digits worst where analytic numeric '
      .. 'bound diagnosis key text', table.concat(keys, ' '))
  end)

  it('colours nothing that is no terminal, nor where NO_COLOR is set', function()
    local _, said = on.run 'tests/gradcheck/models/rosenbrock.c'
    assert.is_nil(said:find '\27')
    local function on_a_terminal(set)
      return select(2, shell.run("TERM=xterm %s script -qec 'scripts/gradcheck x 1' /dev/null", set))
    end
    if shell.run 'command -v script' == 0 then
      contains(on_a_terminal 'NO_COLOR=', '\27[')
      assert.is_nil(on_a_terminal('NO_COLOR=1'):find('\27[', 1, true))
    end
  end)

  describe('--explain', function()
    it('draws, in 80 columns, and says who is lying', function()
      local TELLS = {
        { "x^4 4*x^3", 0, 'there truncation lies', 'The gradient does not lie.' },
        { "'x^4' '4*x^3+x'", 1, 'It is the gradient that is wrong, by' },
        { on.planted('rosenbrock.c', '200 * (y', '201 * (y'), 1, 'It is the gradient that is wrong, by' },
        { 'tests/gradcheck/models/softmax.lua', 0, 'there noise lies', 'The gradient does not lie.' },
        { 'x 1', 0, 'there is no error to draw' },
      }
      for _, case in ipairs(TELLS) do
        local status, said = on.run('--explain ' .. case[1])
        assert.equal(case[2], status, said)
        for k = 3, #case do contains((said:gsub('\n', ' ')), case[k]) end
        for line in said:gmatch '[^\n]+' do assert.is_true(term.width(line) <= 80, line) end
      end
    end)

    it('says that the gradient is no number', function()
      local _, said = on.run('--explain ' .. on.parabola { gradient =
        'void gradcheck_gradient(const double *t, double *g) { g[0] = t[0]; g[1] = t[1]; g[2] = NAN; }' })
      contains((said:gsub('\n', ' ')), 'it is the gradient that is wrong')
    end)

    it('says that noise hides a slope', function()
      local status, said = on.run('--explain ' .. on.parabola {
        cost = 'double gradcheck_cost(const double *t) { return 1e9 + 1e-9 * (t[0] + t[1] + t[2]); }',
        gradient = 'void gradcheck_gradient(const double *t, double *g) { (void)t; g[0] = g[1] = g[2] = 1e-9; }' })
      assert.equal(3, status, said)
      contains((said:gsub('\n', ' ')), 'It is noise that hides it; the gradient may be right.')
    end)

    it('does without gnuplot', function()
      local bin = on.folder .. '/bin'
      shell.run('mkdir -p %s && ln -sf $(command -v luajit) $(command -v sh) $(command -v env) %s/', bin, bin)
      local status, said = shell.run('PATH=%s scripts/gradcheck --explain x^4 4*x^3', bin)
      assert.equal(0, status, said)
      contains(said, '####')
      contains(said, 'there truncation lies')
    end)
  end)

  it('leaves nothing behind', function()
    local here = on.folder .. '/tmp'
    on.write('empty.c', '')
    shell.run('rm -rf %s && mkdir %s', here, here)
    for _, words in ipairs { 'tests/gradcheck/models/rosenbrock.c', '--explain tests/gradcheck/models/softmax.lua',
      '$HERE/empty.c', '--explain x^2 2*x' } do
      shell.run('export TMPDIR=%s; HERE=%s; scripts/gradcheck %s', here, on.folder, words)
    end
    assert.same({}, shell.lines('ls -A %s', here))
  end)

  it('names every mistake that it can recognise', function()
    local status, said = on.run '--list-mistakes'
    assert.equal(0, status)
    for key in ('sign scale missing-mean double-mean mean-over-m-minus-1 zero unwritten transposed shifted '
      .. 'regulariser-missing regulariser-on-bias accumulated single-entry stale-parameters first-example-only '
      .. 'last-example-missing sum-over-wrong-axis missing-activation-derivative activation-derivative-of-a '
      .. 'wrong-activation-derivative sigmoid-derivative-twice missing-weights-transpose labels-flipped '
      .. 'single-precision few-digits regulariser-twice first-wrong follows undecided unfinished '
      .. 'not-a-function theta-modified out-of-bounds nan unknown'):gmatch '%S+' do
      contains(said, '\n  ' .. key .. ' ')
    end
    -- What the library says is in its own table; what the command adds:
    for _, path in ipairs(shell.lines 'ls scripts/checker/*.lua') do
      local text = files.read(path)
      for _, pattern in ipairs { 'diagnosis\\t(%l[%l-]+)', "key = '(%l[%l-]+)'" } do
        for key in text:gmatch(pattern) do contains(said, '\n  ' .. key .. ' ') end
      end
    end
    for _, rule in ipairs(formula.mistakes()) do contains(said, '  ' .. rule[1] .. ' ') end
    for line in said:gmatch '[^\n]+' do assert.is_true(#line <= 80, line) end
    assert.is_nil(said:find '\t')
  end)
end)
