-- The same fit by other luck: what is trained on, what is kept apart, and who counts.
local again = require '08-logistic-regression.again'
local gw = require 'gw'
local logistic = require 'models.logistic'

-- Ten examples whose second feature names them.
local function ten()
  local X, Y = gw.matrix.new(2, 10), gw.matrix.new(1, 10)
  for i = 1, 10 do
    X:set(1, i, i * i)
    X:set(2, i, i)
    Y:set(1, i, i % 2)
  end
  return { X = X, Y = Y }
end

describe('a split', function()
  it('has every example once, with its label, and is standardised by the training set alone', function()
    local s, seen = again.split(ten(), 3, 7), {}
    for _, part in ipairs { { s.X, s.Y, 7 }, { s.X_test, s.Y_test, 3 } } do
      local X, Y, count = unpack(part)
      assert.equal(count, X.cols)
      for i = 1, count do
        local name = math.floor(X:get(2, i) * s.scale:get(2, 1) + s.mean:get(2, 1) + 0.5)
        assert.near(name * name, X:get(1, i) * s.scale:get(1, 1) + s.mean:get(1, 1), 1e-12)
        assert.equal(name % 2, Y:get(1, i))
        assert.is_nil(seen[name])
        seen[name] = true
      end
    end
    local sum = 0
    for i = 1, 7 do sum = sum + s.X:get(2, i) end
    assert.near(0, sum, 1e-13)
  end)

  it('is another by another seed', function()
    assert.not_same(again.split(ten(), 3, 7).X:values(), again.split(ten(), 4, 7).X:values())
  end)
end)

describe('training on a split', function()
  it('learns from the training set only, and gives the test cost after each step', function()
    local s = again.split(ten(), 3, 7)
    local model, test, costs = again.train(s, 0.5, 20)
    local alone = logistic.new(s.X, s.Y)
    for _ = 1, 20 do alone:descend(0.5) end
    assert.same(alone.w:values(), model.w:values())
    assert.equal(20, #costs)
    assert.equal((alone:cost(s.X_test, s.Y_test)), costs[20])
    assert.equal(costs[20], (test:cost()))
  end)
end)

it('the lowest of costs is the first of the lowest', function()
  assert.same({ 1, 2 }, { again.lowest { 3, 1, 2, 1 } })
end)

it('who is missed and who is called 1 wrongly are counted apart', function()
  local model = logistic.new(gw.matrix.from { { 1, 2, -1, -2, 3, -3 } }, gw.matrix.from { { 1, 0, 1, 1, 0, 0 } })
  model.w:set(1, 1, 1)
  model:cost()
  assert.same({ 3, 2, 2 }, { again.confusion(model) })
end)
