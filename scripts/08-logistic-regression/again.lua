--- The same fit by other luck: other outcomes for the same examples, and other
-- shuffles of the same data.
local gw = require 'gw'
local logistic = require 'models.logistic'
local own_data = require '08-logistic-regression.own_data'

local again = {}

--- Draws outcomes for the model's own examples from the model itself, fits them, and
-- records how often there is no fit, and how often the model's slope lies within two
-- standard errors of the fitted one where there is.
function again.outcomes(ch, model, mean, scale, seed, times)
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
  ch:fact('refits', times, 0)
  ch:fact('refits_without', none, 0)
  ch:fact('refits_within', within, 0)
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

--- Trains on a split. Calls each(i, model, test, cost) after every iteration, if given.
-- Returns the model, the same w and b on the test set, and the test costs.
function again.train(split, alpha, iterations, each)
  local model, test = logistic.new(split.X, split.Y), logistic.new(split.X_test, split.Y_test)
  local costs = {}
  test.w, test.b = model.w, model.b
  for i = 1, iterations do
    model:descend(alpha)
    costs[i] = test:cost()
    if each then each(i, model, test, costs[i]) end
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

--- Trains on the shuffles 1 … o.count, and records as facts how the test cost turned and
-- who was called wrongly. `rise` is that of the text's own shuffle. Returns a list of the
-- test costs of each.
function again.shuffles(ch, data, o, rise)
  local all, rises, wrong, turned, more, first = {}, {}, {}, 0, 0, math.huge
  local positive, missed, alarms = 0, 0, 0
  for seed = 1, o.count do
    local _, test, costs = again.train(again.split(data, seed, o.size), o.alpha, o.iterations)
    local lowest, at = again.lowest(costs)
    all[seed], rises[seed] = costs, costs[#costs] / lowest
    if at < #costs then turned = turned + 1 end
    if rises[seed] > rise then more = more + 1 end
    first = math.min(first, at)
    local p, m, a = again.confusion(test)
    positive, missed, alarms, wrong[seed] = positive + p, missed + m, alarms + a, m + a
  end
  table.sort(rises)
  ch:fact('shuffles', o.count, 0)
  ch:fact('shuffles_turned', turned, 0)
  ch:fact('shuffles_first', first, 1)
  ch:fact('shuffles_half_rise', rises[math.floor(o.count / 2)], 1e-9) -- at most
  ch:fact('shuffles_three_quarters_rise', rises[math.floor(3 * o.count / 4)], 1e-9)
  ch:fact('shuffles_rise_more', more, 0)
  ch:fact('shuffles_fewest_wrong', math.min(unpack(wrong)), 0)
  ch:fact('shuffles_most_wrong', math.max(unpack(wrong)), 0)
  ch:fact('shuffles_positive', positive, 0)
  ch:fact('shuffles_missed', missed, 0)
  ch:fact('shuffles_alarms', alarms, 0)
  return all
end

return again
