-- Chapter 8 on a reader's data: what it says of the four ways a fit can end.
local gw = require 'gw'
local check = require 'gw.check'
local checks = require 'gw.logistic_checks'
local logistic = require 'gw.logistic'
local own_data = require 'gw.own_data'

-- A model of these features and labels, standardised, and where that came from.
local function model_of(X, y)
  X = gw.matrix.from(X)
  local mean, scale = logistic.standardise(X)
  return logistic.new(X, gw.matrix.from { y }), mean, scale
end

describe('a fit to the end', function()
  it('converges to the log odds: ln 3 at x = 0, and ln 1/3 at x = 1', function()
    local model, mean, scale = model_of({ { 0, 0, 0, 0, 1, 1, 1, 1 } }, { 1, 1, 1, 0, 1, 0, 0, 0 })
    local outcome, _, digits = own_data.finish(model, mean, scale)
    local c = model:coefficients(mean, scale)
    assert.equal('converged', outcome)
    assert.near(math.log(3), c[1], 1e-13)
    assert.near(-2 * math.log(3), c[2], 1e-13)
    assert.same({ 6, 6 }, digits)
  end)

  it('converges where a coefficient is 0', function()
    local model, mean, scale = model_of({ { 0, 0, 1, 1 } }, { 0, 1, 0, 1 })
    model.b = 0.3
    assert.equal('converged', (own_data.finish(model, mean, scale)))
    assert.near(0, model:coefficients(mean, scale)[2], 1e-12)
  end)

  it('says separable only when every example is on its side', function()
    assert.equal('separable', (own_data.finish(model_of({ { 1, 2, 3, 4 } }, { 0, 0, 1, 1 }))))
  end)

  it('claims no digit where one example stands on the border', function()
    local outcome, _, digits = own_data.finish(model_of({ { 1, 2, 3, 3, 4, 5 } }, { 0, 0, 0, 1, 1, 1 }))
    assert.equal('not converged', outcome)
    assert.same({ 0, 0 }, digits)
  end)

  it('sees that one feature is made of another', function()
    assert.equal('undetermined',
      (own_data.finish(model_of({ { 1, 2, 3, 4 }, { 2, 4, 6, 8 } }, { 0, 1, 0, 1 }))))
  end)

  it('gets there from far away', function()
    local model, mean, scale = model_of({ { 1, 2, 3, 4, 5, 6 } }, { 0, 1, 0, 1, 0, 1 })
    model.b = 25
    model.w:set(1, 1, -20)
    assert.equal('converged', (own_data.finish(model, mean, scale)))
  end)
end)

describe('the cases for the checker', function()
  local function verdict(spoil)
    local model = checks.random_model(gw.random(3), 2)
    local case = checks.gradient(model)
    spoil(case.blocks[1][3], case.blocks[2][3])
    return check.gradient { blocks = case.blocks, cost = case.cost, seed = 1 }.verdict
  end

  it('pass a right gradient and fail a wrong one', function()
    assert.equal('pass', verdict(function() end))
    assert.equal('fail', verdict(function(dw) dw:set(1, 1, -dw:get(1, 1)) end))
    assert.equal('fail', verdict(function(_, db) db:set(1, 1, 1.001 * db:get(1, 1)) end))
  end)
end)
