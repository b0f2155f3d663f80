-- Chapter 8. Logistic regression on m examples: O-rings, tumours, or your own (--data FILE.csv).
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local again = require '08-logistic-regression.again'
local chapter = require 'gw.chapter'
local checks = require 'models.logistic_checks'
local dataset = require 'gw.dataset'
local glm = require '08-logistic-regression.glm'
local logistic = require 'models.logistic'
local own_data = require '08-logistic-regression.own_data'
local paths = require 'gw.paths'
local ridge = require '08-logistic-regression.ridge'

local ORINGS = { data = paths.root .. '/data/oring.csv', label = 'distress', features = { 'temperature_f' } }
local TUMOURS = { data = paths.root .. '/data/breast_cancer.csv', label = 'diagnosis', positive = 'malignant' }
local CONVERGED = 5e-7 -- Newton's step as a part of each coefficient

chapter.run({ title = 'Logistic regression', claim = 'gradient-random', same_bits = true, options = {
  seed = 8, alpha = 0.5, iterations = 1000, data = '', label = '', positive = '', features = {} } }, function(ch)
  if ch.options.data ~= '' then return own_data.run(ch) end
  local seed, alpha, iterations = ch.options.seed, ch.options.alpha, ch.options.iterations
  local same, gradients = {}, { random = {}, before = {}, during = {}, after = {} }
  local function look(when, model)
    table.insert(gradients[when], checks.gradient(model))
    checks.add_same(same, model)
  end

  -- Products, Newton's equations, and the gradient: on random shapes.
  local rng = gw.random(seed)
  checks.products(ch, rng)
  for k = 1, 20 do look('random', checks.random_model(rng, k)) end
  checks.newton(ch, rng)
  checks.constant(ch)
  ch:gradient { id = 'ridge', formula = 'dw = (1/m) X dZᵀ + (λ/m) w', cases = checks.priced(rng, 20) }

  -- The three examples that the text works out by hand; the first is chapter 7's.
  local three = logistic.new(gw.matrix.from { { 2, 1, -1 }, { 3, 0, 2 } }, gw.matrix.from { { 1, 0, 1 } })
  three.w, three.b = gw.matrix.from { { 0.3 }, { -0.4 } }, gw.matrix.from { { 0.2 } }
  three:gradient()
  ch:fact_list('three_z%d', three.Z:values(), 1e-14)
  ch:fact_list('three_dz%d', three.dZ:values(), 1e-14)
  ch:facts(1e-14, { three_dw1 = three.dw:get(1, 1), three_dw2 = three.dw:get(2, 1), three_db = three.db:get(1, 1) })

  -- O-rings: gradient descent until it stands, then Newton's steps to the very bottom.
  local flights, oring_alpha, steps, newton = dataset.load(ORINGS), 4, 0, 0
  local oring, mean, scale = logistic.new(flights.X, flights.Y), logistic.standardise(flights.X)
  look('before', oring)
  ch:facts(1e-12, { oring_first_dw = oring.dw:get(1, 1), oring_first_db = oring.db:get(1, 1) })
  while oring:distance(mean, scale) > CONVERGED and steps < 1000 do
    oring:descend(oring_alpha)
    steps = steps + 1
    if steps == 5 then look('during', oring) end
  end
  look('after', oring)
  local descended, J = oring:coefficients(mean, scale), oring:cost()
  while oring:distance(mean, scale) > 1e-13 and oring:descend_newton() do newton = newton + 1 end
  local maximum, errors = oring:coefficients(mean, scale), oring:standard_errors(mean, scale)
  local z, z_errors, chances = oring:predictions(mean, scale, { 31, 66 })
  ch:say('  O-rings: descent took %d steps, Newton needs %d more to the very bottom.', steps, newton)
  glm.check(ch, { descended = descended, converged = CONVERGED, maximum = maximum, errors = errors, cost = J })

  -- Tumours: forwards, backwards, a step down; and what that does to both costs.
  local tumours = dataset.load(TUMOURS)
  local size = math.floor(0.8 * tumours.X.cols)
  local split = again.split(tumours, seed, size)
  local model, test = logistic.new(split.X, split.Y), logistic.new(split.X_test, split.Y_test)
  local train_costs, test_costs, best = {}, {}, { cost = math.huge }
  test.w, test.b = model.w, model.b
  look('before', model)
  for i = 1, iterations do
    model:gradient()
    gw.matrix_add_scaled(-alpha, model.dw, model.w) -- w := w − α dw
    gw.matrix_add_scaled(-alpha, model.db, model.b)
    train_costs[i], test_costs[i] = model:cost(), (test:cost())
    if test_costs[i] < best.cost then best = { cost = test_costs[i], iteration = i, Z = test.Z:copy() } end
    if i == 10 then look('during', model) end
  end
  look('after', model)
  ch:everywhere { id = 'falls', formula = 'the training cost falls with every step', points = train_costs,
    holds = function(cost, i) return i == 1 or cost < train_costs[i - 1] end }

  -- The same by other shuffles, by two of the features alone, and with a price on weights.
  local train_cost, wrong = model:cost()
  local test_cost, wrong_test = test:cost()
  local others, turns = again.shuffles(tumours, 100, size, alpha, iterations, test_cost / best.cost)
  local two = again.only(split, tumours.features, { 'mean_radius', 'mean_texture' })
  local flat, flat_test = again.train(two, 1, 1000)
  local priced = ridge.chosen(ch, tumours, seed, size)

  -- If the data are separable, so is every training set, and J falls towards 0 for ever.
  local left = again.separate(tumours)
  ch:holds { id = 'separable', formula = 'a plane separates all tumours', holds = left == 0 }
  for _, when in ipairs { 'random', 'before', 'during', 'after' } do
    ch:gradient { id = 'gradient-' .. when, cases = gradients[when], formula = when == 'random' and
      'dw = (1/m) X dZᵀ, db: random shapes' or ('dw, db on the data %s training'):format(when) }
  end
  ch:identity { id = 'loops', formula = 'loops and vectorised form agree', cases = same }

  -- What the text quotes.
  local malignant, missed = again.confusion(test)
  ch:facts(0, { oring_iterations = steps, oring_alpha = oring_alpha, oring_distress = (again.confusion(oring)),
    train_size = size, test_size = test.X.cols, iterations = iterations, alpha = alpha, train_mistakes = wrong,
    test_mistakes = wrong_test, test_malignant = malignant, test_missed = missed, separable_mistakes = left,
    two_features_mistakes = select(2, flat:cost()), two_features_test_mistakes = select(2, flat_test:cost()) })
  ch:facts(0, again.outcomes(oring, mean, scale, seed, 2000))
  ch:facts(1e-9, { oring_intercept = descended[1], oring_even_chance_at = -maximum[1] / maximum[2],
    train_cost = train_cost, test_cost = test_cost, best_test_cost = best.cost,
    rise_by_wrong = again.rise_by_wrong(test, best.Z) })
  ch:fact_list('oring_turned_%d', { again.lowest_turned(oring, mean, scale, 31) }, 1e-9)
  ch:facts(1e-10, { oring_intercept_error = errors[1], oring_z_31 = z[1], oring_z_31_error = z_errors[1],
    oring_z_66 = z[2], oring_z_66_error = z_errors[2] })
  ch:facts(1e-12, { oring_slope_error = errors[2], oring_cost = J, oring_chance_31 = chances[1],
    oring_chance_66 = chances[2], oring_odds_per_degree = gw.exp(maximum[2]),
    test_accuracy = 1 - wrong_test / test.X.cols })
  ch:fact('oring_slope', descended[2], 1e-11)
  ch:fact('best_test_iteration', best.iteration, 1)
  for tolerance, facts in pairs(turns) do ch:facts(tolerance, facts) end
  return { oring = oring, mean = mean, scale = scale, seed = seed, train = train_costs, test = test_costs, best = best,
    others = others, flat = flat, two = two, priced = priced, learner = require('models.learner').matrix(ch, maximum) }
end)
