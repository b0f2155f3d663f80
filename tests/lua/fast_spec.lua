-- csrc/fast: the same bits with each instruction set and number of threads, our functions
-- beside SLEEF's, and strange words in the environment.
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'
local gw = require 'gw'
local fast = require 'models.fast'
local network = require 'models.network'

local HASH = paths.build .. '/fast/hash'

describe('the fast forms', function()
  it('give the bits of tests/fast/hashes.tsv with any instructions and threads', function()
    local status, said = shell.run('luajit tests/fast/hashes.lua %s', HASH)
    assert.equal(0, status, said)
    assert.matches('^%d+ runs have the hashes', said)
  end)

  it('behave whatever OMP_NUM_THREADS says', function()
    local kept
    for _, word in ipairs { '1', '0', '-3', '1000', '2', 'many', '' } do
      local status, said = shell.run('OMP_NUM_THREADS=%s %s 0 0 2', word, HASH)
      assert.equal(0, status, said)
      local hashes = said:gsub('libgomp:[^\n]*\n', ''):gsub('^%s+', '') -- it says what it cannot read
      kept = kept or hashes
      assert.equal(kept, hashes)
    end
  end)

  -- By a program whose malloc counts: tests/fast/memory.c.
  it('ask for memory before they train and not while they do, and for no more threads than pay', function()
    local processors = tonumber((select(2, shell.run 'nproc')))
    for _, words in ipairs { '1', '0', '2', '8', '0 OMP_NUM_THREADS=1000', '0 OMP_NUM_THREADS=0' } do
      local threads, environment = words:match '(%d+) ?(.*)'
      local status, said = shell.run('%s OPENBLAS_NUM_THREADS=1 %s/fast/memory %s', environment, paths.build, threads)
      assert.equal(0, status, said)
      local shapes, pays = 0, false
      for n0, n1, m, bytes, calls, tasks in said:gmatch '(%d+) (%d+) (%d+) (%d+) (%-?%d+) (%d+)' do
        local what = ('%s-%s, m %s, threads %s: %s bytes, %s calls, %s tasks'):format(n0, n1, m, words, bytes, calls,
          tasks)
        assert.equal('0', calls, what)
        if tonumber(m) == 1000000 then assert.is_true(bytes / (8 * n0 * m) <= 0.01, what) end
        pays = pays or n0 * n1 * m > 1e6 or n0 * m > 1e6
        local most = threads == '0' and (pays and processors or 1) or tonumber(threads)
        assert.is_true(tonumber(tasks) <= most, what)
        shapes = shapes + 1
      end
      assert.equal(8, shapes, said)
    end
  end)

  -- The same steps by the plain forms; the bound of one is in tests/c/test_fast.c, and few
  -- steps multiply it by little.
  local function near(a, b) assert.is_true(math.abs(a - b) <= 1e-13 * (1 + math.abs(b)), a .. ' is not ' .. b) end

  it('train a network of models.network, whatever the instructions', function()
    local X, Y = gw.matrix.new(2, 40), gw.matrix.new(1, 40)
    gw.synthetic_flower(gw.random(1), X, Y)
    local function made() return network.new(X, Y, { hidden = 5, rng = gw.random(2), scale = 0.5 }) end
    local plain, kept = made(), nil
    local costs = {}
    for i = 1, 6 do
      costs[i] = plain:cost()
      plain:step(0.5)
    end
    for _, set in ipairs { gw.PLAIN_INSTRUCTIONS, gw.BEST_INSTRUCTIONS } do
      fast.use(set)
      local net = made()
      local J = fast.network(net, { alpha = 0.5, iterations = 6 })
      for i, cost in ipairs(costs) do near(J:get(1, i), cost) end
      for _, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do
        for i, value in ipairs(net[name]:values()) do near(value, plain[name]:values()[i]) end
      end
      near(fast.network_gradient(net), plain:cost())
      kept = kept or net.W1:get(3, 2)
      assert.equal(kept, net.W1:get(3, 2))
    end
  end)

  it('train logistic regression', function()
    local X, Y = gw.matrix.from { { 1, 2, -1, 0.5 } }, gw.matrix.from { { 1, 0, 0, 1 } }
    local w, b, dw, db = gw.matrix.new(1, 1), gw.matrix.new(1, 1), gw.matrix.new(1, 1), gw.matrix.new(1, 1)
    near(fast.logistic_gradient(X, Y, w, b, dw, db), math.log(2))
    near(dw:get(1, 1), (-0.5 + 1 - 0.5 - 0.25) / 4)
    near(db:get(1, 1), 0)
    local J = fast.logistic(X, Y, w, b, { alpha = 0.1, iterations = 2 })
    assert.is_true(J:get(1, 2) < J:get(1, 1))
    near(fast.values(gw.FAST_TANH, gw.matrix.from { { 0.5 } }):get(1, 1), 0.46211715726000975)
  end)

  it('are near SLEEF', function()
    if shell.run('test -e %s/fast/sleef', paths.build) ~= 0 then
      assert(not os.getenv 'GW_NO_SKIP', 'libsleef-dev is missing: scripts/setup --tests installs it')
      return pending 'libsleef-dev is not installed'
    end
    local status, said = shell.run('%s/fast/sleef', paths.build)
    assert.equal(0, status, said)
    assert.equal(7, select(2, said:gsub('\n', '')))
  end)
end)
