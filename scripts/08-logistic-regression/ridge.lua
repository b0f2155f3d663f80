--- Logistic regression with a price on large weights (L2, ridge): its minimum, and λ
-- chosen by a validation set.
local gw = require 'gw'
local logistic = require 'models.logistic'
local range = require 'gw.range'

local ridge = {}

-- From 100 down to 1/1000, two to a power of ten.
ridge.LAMBDAS = range.map(range.linear(2, -3, 11), range.power_of_ten)

local MOST_STEPS, ARRIVED = 50, 1e-10

--- Newton's steps from where the model stands to the minimum of its cost with its price.
-- The Hessian of the price is λ/m on the diagonal, but for b.
function ridge.descend(model)
  local n, m, new = model.X.rows, model.X.cols, gw.matrix.new
  local Xa, H, L, d = new(n + 1, m), new(n + 1, n + 1), new(n + 1, n + 1), new(n + 1, 1)
  gw.matrix_fill(Xa, 1)
  for k = 1, n do gw.matrix_copy(model.X:row(k), Xa:row(k)) end
  for _ = 1, MOST_STEPS do
    model:gradient()
    gw.logistic_regression_hessian(Xa, model.Z, H)
    for k = 1, n do
      H:set(k, k, H:get(k, k) + model.lambda / m)
      d:set(k, 1, model.dw:get(k, 1))
    end
    d:set(n + 1, 1, model.db:get(1, 1))
    gw.cholesky_factor(H, L)
    gw.cholesky_solve(L, d, d)
    local longest = 0
    for k = 1, n do
      longest = math.max(longest, math.abs(d:get(k, 1)))
      model.w:set(k, 1, model.w:get(k, 1) - d:get(k, 1))
    end
    model.b:set(1, 1, model.b:get(1, 1) - d:get(n + 1, 1))
    if longest < ARRIVED then return end
  end
  error(('ridge: no minimum after %d of Newton\'s steps, λ = %g'):format(MOST_STEPS, model.lambda), 0)
end

--- A shuffle in three: `learn` examples to learn from, those up to `size` to choose λ by,
-- the rest to test on; all standardised by what the first say.
function ridge.split(data, seed, learn, size)
  local order, s = gw.matrix.new(1, data.X.cols), {}
  gw.random_permutation(gw.random(seed), order)
  s.X, s.Y = logistic.pick(data, order, 1, learn)
  local mean, scale = logistic.standardise(s.X)
  for name, part in pairs { validation = { learn + 1, size }, test = { size + 1, data.X.cols } } do
    local X, Y = logistic.pick(data, order, part[1], part[2])
    gw.scaling_apply(X, mean, scale, X)
    s[name] = { X, Y }
  end
  return s
end

--- Fits a split with each λ. Returns rows of λ, training cost and validation cost; of the λ
-- whose validation cost is lowest that cost and the model; and the model of the least λ. The
-- test set is not looked at.
function ridge.choose(split)
  local c = { rows = {}, validation = math.huge, model = logistic.new(split.X, split.Y) }
  local model = logistic.new(split.X, split.Y)
  for i, lambda in ipairs(ridge.LAMBDAS) do
    model.lambda = lambda
    ridge.descend(model) -- from the minimum of the λ before
    c.rows[i] = { lambda, (model:cost()), (model:cost(unpack(split.validation))) }
    if c.rows[i][3] < c.validation then
      c.lambda, c.validation = lambda, c.rows[i][3]
      gw.matrix_copy(model.w, c.model.w)
      gw.matrix_copy(model.b, c.model.b)
    end
  end
  c.model.lambda, c.least = c.lambda, model
  return c
end

-- What the validation sets of the shuffles 1 … count promised of the λ that they chose, what
-- the test sets found, and what these say of the least λ, each on average.
local function shuffles(data, count, learn, size)
  local promised, found, free, least, most = 0, 0, 0, math.huge, 0
  for seed = 1, count do
    local split = ridge.split(data, seed, learn, size)
    local c = ridge.choose(split)
    promised, found = promised + c.validation, found + (c.model:cost(unpack(split.test)))
    free = free + (c.least:cost(unpack(split.test)))
    least, most = math.min(least, c.lambda), math.max(most, c.lambda)
  end
  return { ridge_promised = promised / count, ridge_found = found / count, ridge_free = free / count,
    ridge_least = least, ridge_most = most }
end

--- Takes the last quarter of a training set of this size for validation, which chooses λ,
-- and then asks the test set, once. Records facts; returns what ridge.choose does, with the
-- cost on the test set as found.
function ridge.chosen(ch, data, seed, size)
  local learn = math.floor(0.75 * size)
  local split = ridge.split(data, seed, learn, size)
  local c = ridge.choose(split)
  c.found = c.model:cost(unpack(split.test))
  ch:fact('learn_size', learn, 0)
  ch:facts(1e-9, { ridge_lambda = c.lambda, ridge_validation = c.validation, ridge_test = c.found })
  ch:facts(1e-9, shuffles(data, 100, learn, size))
  return c
end

return ridge
