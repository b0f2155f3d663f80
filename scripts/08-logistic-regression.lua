-- Chapter 8. Logistic regression on m examples: O-rings, tumours, and with
-- --data FILE.csv the reader's own.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local again = require '08-logistic-regression.again'
local chapter = require 'gw.chapter'
local dataset = require 'gw.dataset'
local logistic = require 'models.logistic'
local checks = require 'models.logistic_checks'
local own_data = require '08-logistic-regression.own_data'
local paths = require 'gw.paths'
local range = require 'gw.range'

-- The O-ring data by R's glm, to six digits; tests/lua/logistic_spec.lua has the command.
local ORING = { intercept = 15.0429, slope = -0.232163, deviance = 20.3152, intercept_error = 7.37864,
  slope_error = 0.108237 }
local ORING_ALPHA = 4
local CONVERGED = 5e-7 -- Newton's step as a part of each coefficient

-- The three examples that the text works out by hand; the first is chapter 7's.
local function three_examples(ch)
  local model = logistic.new(gw.matrix.from { { 2, 1, -1 }, { 3, 0, 2 } }, gw.matrix.from { { 1, 0, 1 } })
  model.w:set(1, 1, 0.3)
  model.w:set(2, 1, -0.4)
  model.b:set(1, 1, 0.2)
  model:gradient()
  for i = 1, 3 do
    ch:fact('three_z' .. i, model.Z:get(1, i), 1e-14)
    ch:fact('three_dz' .. i, model.dZ:get(1, i), 1e-14)
  end
  ch:fact('three_dw1', model.dw:get(1, 1), 1e-14)
  ch:fact('three_dw2', model.dw:get(2, 1), 1e-14)
  ch:fact('three_db', model.db:get(1, 1), 1e-14)
end

-- O-rings to convergence, by gradient descent alone.
local function oring(ch, gradients, same)
  local data = dataset.load { data = paths.root .. '/data/oring.csv', label = 'distress',
    features = { 'temperature_f' } }
  local mean, scale = logistic.standardise(data.X)
  local model, iterations = logistic.new(data.X, data.Y), 0
  gradients.before[1] = checks.gradient(model)
  ch:fact('oring_first_dw', model.dw:get(1, 1), 1e-12)
  ch:fact('oring_first_db', model.db:get(1, 1), 1e-12)
  checks.add_same(same, model)
  while model:distance(mean, scale) > CONVERGED and iterations < 1000 do
    model:descend(ORING_ALPHA)
    iterations = iterations + 1
    if iterations == 5 then gradients.during[1] = checks.gradient(model) end
  end
  gradients.after[1] = checks.gradient(model)
  checks.add_same(same, model)
  local descended, reached = model:coefficients(mean, scale), model:cost()
  local newton = 0
  while model:distance(mean, scale) > 1e-13 and model:descend_newton() do newton = newton + 1 end
  ch:say('  O-rings: descent took %d steps, Newton needs %d more to the very bottom.', iterations, newton)
  local maximum = model:coefficients(mean, scale)
  -- Half a unit of R's last digit, and for the descent where it stops.
  ch:identity { id = 'oring', formula = "O-rings by descent: R's maximum", cases = {
    { descended[1], ORING.intercept, 5e-5 + CONVERGED * 15.1, 'intercept' },
    { descended[2], ORING.slope, 5e-7 + CONVERGED * 0.24, 'slope' },
  } }
  ch:identity { id = 'oring-newton', formula = "O-rings by Newton's steps: the same, closer", cases = {
    { maximum[1], ORING.intercept, 5e-5, 'intercept' }, { maximum[2], ORING.slope, 5e-7, 'slope' },
  } }
  ch:identity { id = 'deviance', formula = 'J at the minimum = deviance/(2m)', cases = {
    { reached, ORING.deviance / (2 * data.X.cols), 5e-5 / (2 * data.X.cols) + 1e-10, 'J' },
  } }
  local degrees = range.linear(28, 84, 113)
  local asked = gw.matrix.new(1, #degrees)
  for i, t in ipairs(degrees) do asked:set(1, i, (t - mean:get(1, 1)) / scale:get(1, 1)) end
  local errors, of_z = model:standard_errors(mean, scale, asked)
  ch:identity { id = 'oring-errors', formula = "O-rings: R's standard errors", cases = {
    { errors[1], ORING.intercept_error, 5e-6, 'intercept' }, { errors[2], ORING.slope_error, 5e-7, 'slope' },
  } }
  ch:fact('oring_intercept_error', errors[1], 1e-10)
  ch:fact('oring_slope_error', errors[2], 1e-12)
  local function chance(t) return gw.sigmoid_value(maximum[1] + maximum[2] * t) end
  ch:fact('oring_iterations', iterations, 0)
  ch:fact('oring_alpha', ORING_ALPHA, 0)
  ch:fact('oring_intercept', descended[1], 1e-9)
  ch:fact('oring_slope', descended[2], 1e-11)
  ch:fact('oring_cost', reached, 1e-12)
  ch:fact('oring_chance_31', chance(31), 1e-12)
  ch:fact('oring_chance_66', chance(66), 1e-12)
  ch:fact('oring_even_chance_at', -maximum[1] / maximum[2], 1e-9)
  ch:fact('oring_odds_per_degree', math.exp(maximum[2]), 1e-12)
  ch:fact('oring_mean', mean:get(1, 1), 1e-12)
  ch:fact('oring_scale', scale:get(1, 1), 1e-12)

  -- Flights at the same temperature with the same outcome stand side by side.
  local flights, before, distress = {}, {}, 0
  for i = 1, data.X.cols do
    local t, y = math.floor(data.X:get(1, i) * scale:get(1, 1) + mean:get(1, 1) + 0.5), data.Y:get(1, i)
    distress = distress + y
    before[t + 1000 * y] = (before[t + 1000 * y] or 0) + 1
    flights[i] = { t, y, before[t + 1000 * y] - 1 }
  end
  ch:fact('oring_distress', distress, 0)
  local curve, band = {}, {}
  for i, t in ipairs(degrees) do
    local z = maximum[1] + maximum[2] * t
    curve[i], band[i] = { t, chance(t), 0 }, { t, gw.sigmoid_value(z - 2 * of_z[i]), gw.sigmoid_value(z + 2 * of_z[i]) }
    if t == 31 or t == 66 then
      ch:fact(('oring_z_%d'):format(t), z, 1e-10)
      ch:fact(('oring_z_%d_error'):format(t), of_z[i], 1e-10)
    end
  end
  ch:data('oring', { columns = { 'temperature', 'chance', 'among' }, blocks = {
    { name = 'curve', rows = curve }, { name = 'band', rows = band }, { name = 'flights', rows = flights },
    { name = 'night', rows = { { 31, chance(31), 0 } } },
  } })
  again.outcomes(ch, model, mean, scale, ch.options.seed, 2000)
end

-- Breast cancer: 30 standardised features, trained on four fifths.
local function tumours(ch, gradients, same)
  local alpha, last = ch.options.alpha, ch.options.iterations
  local data = dataset.load { data = paths.root .. '/data/breast_cancer.csv', label = 'diagnosis',
    positive = 'malignant' }
  local size = math.floor(0.8 * data.X.cols)
  local split = again.split(data, ch.options.seed, size)
  gradients.before[2] = checks.gradient(logistic.new(split.X, split.Y))
  local train, falls, best = {}, true, { cost = math.huge }
  local model, test, costs = again.train(split, alpha, last, function(i, model, test, cost)
    train[i] = model:cost()
    falls = falls and (i == 1 or train[i] < train[i - 1])
    if cost < best.cost then best = { cost = cost, iteration = i, Z = test.Z:copy() } end
    if i == 10 then
      gradients.during[2] = checks.gradient(model)
      checks.add_same(same, model)
    end
  end)
  gradients.after[2] = checks.gradient(model)
  checks.add_same(same, model)
  ch:holds { id = 'falls', formula = 'the training cost falls with every step', holds = falls }
  local J, wrong = model:cost()
  local J_test, wrong_test = test:cost()
  local malignant, missed = again.confusion(test)
  ch:fact('train_size', size, 0)
  ch:fact('test_size', test.X.cols, 0)
  ch:fact('iterations', last, 0)
  ch:fact('alpha', alpha, 0)
  ch:fact('train_cost', J, 1e-9)
  ch:fact('test_cost', J_test, 1e-9)
  ch:fact('train_mistakes', wrong, 0)
  ch:fact('test_mistakes', wrong_test, 0)
  ch:fact('test_accuracy', 1 - wrong_test / test.X.cols, 1e-12)
  ch:fact('test_malignant', malignant, 0)
  ch:fact('test_missed', missed, 0)
  ch:fact('best_test_cost', best.cost, 1e-9)
  ch:fact('best_test_iteration', best.iteration, 1)
  -- How much of the rise since is owed to those that are now called wrongly.
  local by_wrong = 0
  for i = 1, test.X.cols do
    local z, y = test.Z:get(1, i), test.Y:get(1, i)
    if (z > 0) ~= (y == 1) then by_wrong = by_wrong + gw.loss_from_z(z, y) - gw.loss_from_z(best.Z:get(1, i), y) end
  end
  ch:fact('rise_by_wrong', by_wrong / test.X.cols, 1e-9)

  local marks = {}
  for _, x in ipairs(range.logarithmic(1, last, 50)) do
    local i = math.floor(x + 0.5)
    if i ~= marks[#marks] then marks[#marks + 1] = i end
  end
  local function curve(name, of)
    return { name = name, rows = range.map(marks, function(i) return { i, of[i] } end) }
  end
  local blocks = { curve('train', train), curve('test', costs),
    { name = 'best', rows = { { best.iteration, best.cost } } } }
  local others = again.shuffles(ch, data, { count = 100, size = size, alpha = alpha, iterations = last },
    J_test / best.cost)
  for seed = 1, 21 do
    if seed ~= ch.options.seed then blocks[#blocks + 1] = curve('shuffle' .. #blocks - 2, others[seed]) end
  end
  ch:fact('shuffles_shown', #blocks - 3, 0)
  ch:data('cost', { columns = { 'iteration', 'cost' }, blocks = blocks })

  -- Are the data separable, and with them every training set? Newton's steps go on
  -- until no example is on the wrong side: then w and b would grow for ever, and J
  -- towards 0.
  local everyone, steps = data.X:copy(), 0
  logistic.standardise(everyone)
  local whole = logistic.new(everyone, data.Y)
  while select(2, whole:cost()) > 0 and steps < 50 and whole:descend_newton() do steps = steps + 1 end
  local _, left = whole:cost()
  ch:holds { id = 'separable', formula = 'a plane separates all tumours', holds = left == 0,
    because = ('%d examples are on the wrong side after %d Newton steps'):format(left, steps) }
  ch:fact('separable_mistakes', left, 0)
  return data, split
end

-- Two features of the training set, with the line where a = ½.
local function boundary(ch, data, split)
  local index = {}
  for k, name in ipairs(data.features) do index[name] = k end
  local function two(M)
    local pair = gw.matrix.new(2, M.cols)
    gw.matrix_copy(M:row(index.mean_radius), pair:row(1))
    gw.matrix_copy(M:row(index.mean_texture), pair:row(2))
    return pair
  end
  local X, mean, scale = two(split.X), two(split.mean), two(split.scale)
  local model, points = logistic.new(X, split.Y), { { name = 'benign', rows = {} }, { name = 'malignant', rows = {} } }
  for i = 1, X.cols do
    local rows = points[split.Y:get(1, i) + 1].rows
    rows[#rows + 1] = range.times(2, function(k) return X:get(k, i) * scale:get(k, 1) + mean:get(k, 1) end)
  end
  for _ = 1, 1000 do model:descend(1) end
  local c = model:coefficients(mean, scale)
  ch:fact('two_features_mistakes', select(2, model:cost()), 0)
  ch:fact('two_features_test_mistakes', select(2, model:cost(two(split.X_test), split.Y_test)), 0)
  ch:fact('two_features_distance', math.log10(model:distance(mean, scale)), 1)
  points[3] = { name = 'line', rows = range.map({ 8, 42 }, function(texture)
    return { -(c[1] + c[3] * texture) / c[2], texture }
  end) }
  ch:data('boundary', { columns = { 'mean_radius', 'mean_texture' }, blocks = points })
end

chapter.run({ title = 'Logistic regression', claim = 'gradient-random', options = {
  seed = 8, alpha = 0.5, iterations = 1000, data = '', label = '', positive = '', features = {},
} }, function(ch)
  if ch.options.data ~= '' then return own_data.run(ch) end
  local rng = gw.random(ch.options.seed)
  checks.products(ch, rng)

  local same, random, gradients = {}, {}, { before = {}, during = {}, after = {} }
  for k = 1, 20 do
    local model = checks.random_model(rng, k)
    random[k] = checks.gradient(model)
    checks.add_same(same, model)
  end
  checks.newton(ch, rng)
  three_examples(ch)
  oring(ch, gradients, same)
  local data, split = tumours(ch, gradients, same)
  boundary(ch, data, split)

  ch:gradient { id = 'gradient-random', formula = 'dw = (1/m) X dZᵀ, db: random shapes', cases = random }
  for _, when in ipairs { 'before', 'during', 'after' } do
    ch:gradient { id = 'gradient-' .. when, formula = ('dw, db on the data %s training'):format(when),
      cases = gradients[when] }
  end
  ch:identity { id = 'loops', formula = 'loops and vectorised form agree', cases = same }

  -- A feature that never changes stays harmless.
  local X = gw.matrix.from { { 7, 7, 7 }, { 1, 2, 6 } }
  local mean, scale = logistic.standardise(X)
  ch:holds { id = 'constant', formula = 'a constant feature gets scale 1, and becomes 0',
    holds = scale:get(1, 1) == 1 and mean:get(1, 1) == 7 and X:get(1, 1) == 0 and X:get(1, 3) == 0 }
end)
