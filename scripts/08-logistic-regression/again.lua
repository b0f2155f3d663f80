--- The same fit by other luck: other outcomes for the same examples, and other
-- shuffles of the same data.
local gw = require 'gw'
local logistic = require 'models.logistic'
local own_data = require '08-logistic-regression.own_data'

local again = {}

again.SHOWN = 20 -- other shuffles in the figure

--- Draws outcomes for the model's own examples from the model itself, and fits them.
-- Returns facts: how often there is no fit, and how often the model's slope lies within
-- two standard errors of the fitted one where there is.
function again.outcomes(model, mean, scale, seed, times)
  local rng, m, none, within = gw.random(seed), model.X.cols, 0, 0
  local slope = model:coefficients(mean, scale)[2]
  model:gradient()
  for _ = 1, times do
    local Y = gw.matrix.new(1, m)
    for i = 1, m do Y:set(1, i, gw.random_uniform(rng) < gw.sigmoid_value(model.Z:get(1, i)) and 1 or 0) end
    local other = logistic.new(model.X, Y)
    if own_data.finish(other, mean, scale) ~= 'converged' then
      none = none + 1
    elseif math.abs(other:coefficients(mean, scale)[2] - slope) <= 2 * other:standard_errors(mean, scale)[2] then
      within = within + 1
    end
  end
  return { refits = times, refits_without = none, refits_within = within }
end

--- The chance at this value of the one feature, had the example with the lowest value of
-- it had the other outcome, and the least that two standard errors of z leave of it.
function again.lowest_turned(model, mean, scale, value)
  local Y, lowest = model.Y:copy(), 1
  for i = 2, Y.cols do if model.X:get(1, i) < model.X:get(1, lowest) then lowest = i end end
  Y:set(1, lowest, 1 - Y:get(1, lowest))
  local other = logistic.new(model.X, Y)
  assert(own_data.finish(other, mean, scale) == 'converged')
  local z, errors, chances = other:predictions(mean, scale, { value })
  return chances[1], gw.sigmoid_value(z[1] - 2 * errors[1])
end

--- The first `size` examples of a shuffle to train on, the others to test on, all
-- standardised by what the training set says and nothing else.
function again.split(data, seed, size)
  local order, s = gw.matrix.new(1, data.X.cols), {}
  gw.random_permutation(gw.random(seed), order)
  s.X, s.Y = logistic.pick(data, order, 1, size)
  s.X_test, s.Y_test = logistic.pick(data, order, size + 1, data.X.cols)
  s.mean, s.scale = logistic.standardise(s.X)
  gw.scaling_apply(s.X_test, s.mean, s.scale, s.X_test)
  return s
end

--- A split with some of its features only, by their names.
function again.only(split, features, names)
  local s = { Y = split.Y, Y_test = split.Y_test }
  for _, key in ipairs { 'X', 'X_test', 'mean', 'scale' } do
    s[key] = gw.matrix.new(#names, split[key].cols)
    for k, feature in ipairs(features) do
      for row, name in ipairs(names) do
        if name == feature then gw.matrix_copy(split[key]:row(k), s[key]:row(row)) end
      end
    end
  end
  return s
end

--- Trains on a split. Returns the model, the same w and b on the test set, and the cost
-- there after each iteration.
function again.train(split, alpha, iterations)
  local model, test = logistic.new(split.X, split.Y), logistic.new(split.X_test, split.Y_test)
  local costs = {}
  test.w, test.b = model.w, model.b
  for i = 1, iterations do
    model:descend(alpha)
    costs[i] = test:cost()
  end
  return model, test, costs
end

--- The lowest of some costs, and its number.
function again.lowest(costs)
  local at = 1
  for i, cost in ipairs(costs) do if cost < costs[at] then at = i end end
  return costs[at], at
end

--- How many of a model's examples are 1, how many of these it calls 0, and how many of
-- the others it calls 1.
function again.confusion(model)
  local positive, missed = 0, 0
  for i = 1, model.X.cols do
    positive = positive + model.Y:get(1, i)
    if model.Y:get(1, i) == 1 and model.Z:get(1, i) <= 0 then missed = missed + 1 end
  end
  return positive, missed, gw.loss_mistakes(model.Z, model.Y) - missed
end

--- How much of what the cost has risen by since the Z of a lowest cost is owed to the
-- examples that are now called wrongly.
function again.rise_by_wrong(test, Z)
  local sum = 0
  for i = 1, test.X.cols do
    local z, y = test.Z:get(1, i), test.Y:get(1, i)
    if (z > 0) ~= (y == 1) then sum = sum + gw.loss_from_z(z, y) - gw.loss_from_z(Z:get(1, i), y) end
  end
  return sum / test.X.cols
end

--- Trains on the shuffles 1 … count. Returns the test costs of each, and facts by their
-- tolerance: how the costs turned and who was called wrongly. `rise` is that of the text's
-- own shuffle.
function again.shuffles(data, count, size, alpha, iterations, rise)
  local all, rises, wrong, turned, more, first = {}, {}, {}, 0, 0, math.huge
  local positive, missed, alarms = 0, 0, 0
  for seed = 1, count do
    local _, test, costs = again.train(again.split(data, seed, size), alpha, iterations)
    local lowest, at = again.lowest(costs)
    all[seed], rises[seed] = costs, costs[#costs] / lowest
    if at < #costs then turned = turned + 1 end
    if rises[seed] > rise then more = more + 1 end
    first = math.min(first, at)
    local p, m, a = again.confusion(test)
    positive, missed, alarms, wrong[seed] = positive + p, missed + m, alarms + a, m + a
  end
  table.sort(rises)
  return all, {
    [0] = { shuffles = count, shuffles_shown = again.SHOWN, shuffles_turned = turned, shuffles_rise_more = more,
      shuffles_positive = positive, shuffles_missed = missed, shuffles_alarms = alarms,
      shuffles_fewest_wrong = math.min(unpack(wrong)), shuffles_most_wrong = math.max(unpack(wrong)) },
    [1] = { shuffles_first = first },
    [1e-9] = { shuffles_half_rise = rises[math.floor(count / 2)] }, -- at most
  }
end

--- Newton's steps until no example is on the wrong side, or they end. Returns how many are.
function again.separate(data)
  local X, steps = data.X:copy(), 0
  logistic.standardise(X)
  local model = logistic.new(X, data.Y)
  while select(2, model:cost()) > 0 and steps < 50 and model:descend_newton() do steps = steps + 1 end
  return select(2, model:cost())
end

return again
