-- λ by a validation set: who is learned from, who chooses, and who is asked last.
local gw = require 'gw'
local logistic = require 'models.logistic'
local ridge = require '08-logistic-regression.ridge'

-- Forty examples whose second feature names them; the first tells the label, with some noise.
local function forty()
  local rng, X, Y = gw.random(3), gw.matrix.new(2, 40), gw.matrix.new(1, 40)
  for i = 1, 40 do
    X:set(1, i, gw.random_normal(rng))
    X:set(2, i, i)
    Y:set(1, i, X:get(1, i) + gw.random_normal(rng) > 0 and 1 or 0)
  end
  return { X = X, Y = Y }
end

it('a shuffle in three has every example once', function()
  local data, seen = forty(), {}
  local s = ridge.split(data, 5, 20, 30)
  assert.same({ 20, 10, 10 }, { s.X.cols, s.validation[1].cols, s.test[1].cols })
  for _, part in ipairs { { s.X, s.Y }, s.validation, s.test } do
    for i = 1, part[1].cols do
      local key = ('%.12f'):format(part[1]:get(2, i))
      assert.is_nil(seen[key])
      seen[key] = true
    end
  end
  local sum = 0
  for i = 1, 20 do sum = sum + s.X:get(1, i) end
  assert.near(0, sum, 1e-12)
end)

it('the minimum has no slope left, and without the price another', function()
  local data = forty()
  logistic.standardise(data.X)
  local model = logistic.new(data.X, data.Y)
  model.lambda = 3
  ridge.descend(model)
  model:gradient()
  for k = 1, 2 do assert.near(0, model.dw:get(k, 1), 1e-12) end
  assert.near(0, model.db:get(1, 1), 1e-12)
  model.lambda = nil
  assert.is_true(math.abs(model:gradient().dw:get(1, 1)) > 1e-3)
end)

it('the λ is the one with the lowest validation cost, and the test set has no say', function()
  local s = ridge.split(forty(), 5, 20, 30)
  local before = ridge.choose(s)
  for i = 1, s.test[1].cols do s.test[2]:set(1, i, 1 - s.test[2]:get(1, i)) end
  local after, lowest = ridge.choose(s), math.huge
  for _, row in ipairs(after.rows) do lowest = math.min(lowest, row[3]) end
  assert.equal(before.lambda, after.lambda)
  assert.equal(lowest, after.validation)
  assert.equal(lowest, (after.model:cost(unpack(s.validation))))
end)
