-- What the bank of mistakes says of points that hide mistakes, and of equations.
local bank = require 'models.bank'
local check = require 'gw.check'
local equations = require 'models.equations'
local files = require 'gw.files'
local gw = require 'gw'
local network = require 'models.network'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local function model(o)
  local rng = gw.random(o.seed or 5)
  local X, Y = gw.matrix.new(3, 12), gw.matrix.new(1, 12)
  gw.random_fill_normal(rng, 1, X)
  for i = 1, 12 do Y:set(1, i, i % 3 == 0 and 1 or 0) end
  local net = network.new(X, Y, { hidden = 4, activation = o.g1 or gw.TANH, rng = rng, scale = o.scale or 1,
    biases = o.biases or 0.5 })
  return bank.network(net, { lambda = 0.5, alpha = 0.1 })
end

local function set(m, mistakes)
  local keys = {}
  for _, key in ipairs(m.keys(mistakes)) do keys[key] = true end
  return keys
end

describe('a gradient of your own', function()
  it('is named by the mistake that gives it, as a tie, as none, or not at all', function()
    local m = model {}
    assert.same({}, m:diagnose(m.right, 1))
    for mistake = 1, gw.MISTAKES - 1 do
      local key, ties = gw.mistake_key(mistake), m:names(mistake)
      if next(ties) then
        local keys, sentence = m:diagnose(m:gradient(mistake), 1)
        local found = {}
        for _, k in ipairs(keys) do found[k] = true end
        assert.same(ties, found)
        assert.is_true(found[key])
        if #keys > 1 then assert.matches('^here these give the same gradient: ', sentence) end
      end
    end
    local keys, sentence = m:diagnose(m:gradient(gw.MISTAKE_MISSING_ACTIVATION_DERIVATIVE), 1)
    assert.same({ 'missing-activation-derivative' }, keys)
    assert.equal(gw.mistake_text(gw.MISTAKE_MISSING_ACTIVATION_DERIVATIVE), sentence)
    local other = m:gradient(gw.MISTAKE_NONE)
    other[3] = other[3] + 0.1234
    keys, sentence = m:diagnose(other, 1)
    assert.same({}, keys)
    assert.matches('^none of the known mistakes$', sentence)
    other[3] = 0 / 0
    assert.matches('^none of the', select(2, m:diagnose(other, 1)))
  end)

  it('that two mistakes give is told as a tie', function()
    local m = model { scale = 0, biases = 0 }
    local one, two
    for mistake = 1, gw.MISTAKES - 1 do
      local ties = 0
      for _ in pairs(m:names(mistake)) do ties = ties + 1 end
      if ties > 1 then one, two = mistake, ties end
    end
    local keys, sentence = m:diagnose(m:gradient(one), 1)
    assert.equal(two, #keys)
    assert.equal('here these give the same gradient: ' .. table.concat(keys, ', '), sentence)
  end)
end)

describe('a point', function()
  it('at the start hides what needs biases, and a second one shows it', function()
    local m = model { scale = 0.01, biases = 0 }
    assert.is_true(set(m, m:hidden(1))['regulariser-on-bias'])
    assert.is_true(set(m, m:hidden(1))['bias-forgotten'])
    local r = m:check(gw.MISTAKE_REGULARISER_ON_BIAS, 1)
    assert.not_equal('fail', r.here.verdict)
    assert.equal('fail', r.there.verdict)
    assert.equal('fail', r.verdict)
    local keys = {}
    for _, key in ipairs(r.hidden) do keys[key] = true end
    assert.is_true(keys['regulariser-on-bias'])
    assert.not_equal('fail', m:check(gw.MISTAKE_NONE, 1).verdict)
  end)

  it('at zeros hides more', function()
    local zeros, start = model { scale = 0, biases = 0 }, model { scale = 0.01, biases = 0 }
    assert.is_true(#zeros:hidden(1) > #start:hidden(1))
    assert.is_true(set(zeros, zeros:hidden(1))['missing-activation-derivative'])
  end)

  it('of order 1 hides none that can be seen anywhere', function()
    for _, g1 in ipairs { gw.SIGMOID, gw.TANH, gw.RELU, gw.LEAKY_RELU } do
      for seed = 1, 3 do
        local m = model { g1 = g1, scale = 0.01, biases = 0, seed = seed }
        local telling = m:telling_point(gw.random(seed))
        local kinked = g1 == gw.RELU or g1 == gw.LEAKY_RELU -- there g' of a is g' of z
        assert.same(kinked and { 'activation-derivative-of-a' } or {}, m.keys(telling:hidden(seed)))
        assert.equal(0.5, telling.lambda)
        assert.equal(m.net.X, telling.net.X)
      end
    end
  end)

  it('stays as it was', function()
    local m = model { scale = 0.01, biases = 0 }
    local before = m.net.W1:values()
    m:check(gw.MISTAKE_SIGN, 1)
    assert.same(before, m.net.W1:values())
  end)

  it('where a mistake is none has nothing to check', function()
    assert.is_nil(model { g1 = gw.RELU }:check(gw.MISTAKE_ACTIVATION_DERIVATIVE_OF_A, 1))
  end)
end)

-- The first of the six equations that is wrong, checked one by one against the cost in
-- the order in which they are computed, so that all before it are right; of a mistake of
-- the bank, or of a table of matrices dZ2, dW2, db2, dZ1, dW1, db1, some left out.
local function blame(m, mistake)
  local planted = mistake
  if type(mistake) ~= 'table' then
    m:gradient(mistake)
    planted = m
  end
  m.net:run()
  for _, id in ipairs(equations.ids) do
    local case = planted[id] and equations.case(m.net, id, planted[id])
    local result = case and check.gradient { blocks = case.blocks, seed = 1, cost = function(...)
      local J, pattern = case.cost(...)
      return J + m:regulariser(), pattern
    end }
    if result and result.verdict == 'fail' then return id, result end
  end
end

describe('the blame', function()
  local FIRST = {
    dZ2 = { 'SIGN', 'LABELS_FLIPPED', 'SIGMOID_DERIVATIVE_TWICE', 'FIRST_EXAMPLE_ONLY', 'LAST_EXAMPLE_ONLY',
      'LAST_EXAMPLE_MISSING', 'STALE_PARAMETERS', 'BIAS_FORGOTTEN' },
    dW2 = { 'MISSING_MEAN', 'DOUBLE_MEAN', 'MEAN_OVER_M_MINUS_1', 'SCALE', 'ACCUMULATED', 'PREACTIVATION',
      'REGULARISER_MISSING', 'REGULARISER_WITHOUT_MEAN' },
    db2 = { 'MISSING_MEAN_BIAS', 'REGULARISER_ON_BIAS' },
    dZ1 = { 'MISSING_ACTIVATION_DERIVATIVE', 'ACTIVATION_DERIVATIVE_OF_A', 'WRONG_ACTIVATION_DERIVATIVE',
      'MISSING_WEIGHTS_TRANSPOSE', 'ZERO', 'UPDATED_WEIGHTS' },
    dW1 = { 'TRANSPOSED', 'SHIFTED', 'SINGLE_ENTRY' },
    db1 = { 'SUM_OVER_WRONG_AXIS' },
  }

  it('falls on the earliest wrong equation, for every mistake', function()
    local count = 0
    for _, g1 in ipairs { gw.SIGMOID, gw.TANH } do
      local m = model { g1 = g1 }
      for id, mistakes in pairs(FIRST) do
        for _, name in ipairs(mistakes) do
          local found = blame(m, gw['MISTAKE_' .. name])
          assert.equal(name .. ' ' .. id, name .. ' ' .. tostring(found))
          count = count + 1
        end
      end
    end
    assert.equal(2 * (gw.MISTAKES - 1), count)
  end)

  it('falls on none where all are right', function()
    for _, g1 in ipairs { gw.SIGMOID, gw.TANH, gw.RELU, gw.LEAKY_RELU } do
      assert.is_nil((blame(model { g1 = g1 }, gw.MISTAKE_NONE)))
    end
  end)

  it('takes a gradient of your own, even in part', function()
    local m = model {}
    m:gradient(gw.MISTAKE_NONE)
    local own = { dW2 = m.dW2:copy(), dW1 = m.dW1:copy() }
    assert.is_nil((blame(m, own)))
    own.dW1:set(2, 1, own.dW1:get(2, 1) + 1e-3)
    local id, result = blame(m, own)
    assert.equal('dW1', id)
    assert.equal('W1[2,1]', result.worst.where)
  end)

  it('has a twin for every activation, or does not compile', function()
    local folder = paths.build .. '/tests/bank'
    files.write(folder .. '/sigmoid.h', (files.read('csrc/sigmoid.h'):gsub('GW_IDENTITY,', 'GW_NEW, %0', 1)))
    files.write(folder .. '/network.h', files.read 'csrc/network.h') -- which includes the one beside it
    local status, said = shell.run('gcc -std=c11 -fsyntax-only -I%s -Icsrc -Icsrc/base csrc/bank/twin.c', folder)
    assert.not_equal(0, status)
    assert.is_truthy(said:find('GW_NEW', 1, true), said)
    assert.equal(0, (shell.run 'gcc -std=c11 -fsyntax-only -Icsrc -Icsrc/base csrc/bank/twin.c'))
  end)
end)
