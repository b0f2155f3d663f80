--- Data sets as {X, Y, test_X, test_Y}: examples to learn from, and others to be
-- tested on. Examples are columns.
local gw = require 'gw'
local dataset = require 'gw.dataset'
local logistic = require 'models.logistic'
local paths = require 'gw.paths'

local examples = {}

--- Shuffles the examples and keeps a quarter of them for the test.
function examples.split(X, Y, rng)
  local m = X.cols
  local learned = m - math.max(1, math.floor(m / 4))
  if learned < 1 then error(('%d examples are too few to keep some for a test'):format(m), 0) end
  local order = gw.matrix.new(1, m)
  gw.random_permutation(rng, order)
  local data, e = { X = X, Y = Y }, {}
  e.X, e.Y = logistic.pick(data, order, 1, learned)
  e.test_X, e.test_Y = logistic.pick(data, order, learned + 1, m)
  return e
end

--- The flower of two classes: m examples, and m others.
function examples.flower(m, rng)
  local X, Y, test_X, test_Y = gw.matrix.new(2, m), gw.matrix.new(1, m), gw.matrix.new(2, m), gw.matrix.new(1, m)
  gw.synthetic_flower(rng, X, Y)
  gw.synthetic_flower(rng, test_X, test_Y)
  return { X = X, Y = Y, test_X = test_X, test_Y = test_Y }
end

local DIGITS = { '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' }

--- All handwritten digits as X, Y: is the digit 5 or more? Or, for `ten`, which of the ten
-- it is, a row each. Pixels from 0 to 1.
function examples.all_digits(ten)
  local d = dataset.load { data = paths.root .. '/data/digits.csv', label = 'digit', classes = ten and DIGITS,
    is_positive = not ten and function(label) return tonumber(label) >= 5 end or nil }
  for i = 1, d.X.rows do
    for j = 1, d.X.cols do d.X:set(i, j, d.X:get(i, j) / 16) end
  end
  return d.X, d.Y
end

--- The handwritten digits, some of them for the test.
function examples.digits(rng, ten)
  local X, Y = examples.all_digits(ten)
  return examples.split(X, Y, rng)
end

--- A reader's CSV file, from the options of a driver. Features are standardised
-- by the examples to learn from.
function examples.csv(options, rng)
  local d = dataset.load(options)
  local e = examples.split(d.X, d.Y, rng)
  local mean, scale = logistic.standardise(e.X)
  gw.scaling_apply(e.test_X, mean, scale, e.test_X)
  return e
end

return examples
