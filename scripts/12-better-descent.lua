-- Chapter 12. What is wrong with plain descent, and mini-batches, momentum,
-- RMSProp and Adam.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local algebra = require 'gw.algebra'
local chapter = require 'gw.chapter'
local dataset = require 'gw.dataset'
local landscape = require '12-better-descent.landscape'
local logistic = require 'models.logistic'
local minibatch = require '12-better-descent.minibatch'
local noise = require '12-better-descent.batch_noise'
local optimiser = require 'models.optimiser'
local paths = require 'gw.paths'
local race = require '12-better-descent.race'
local range = require 'gw.range'
local rates = require '12-better-descent.bowl_rates'
local recall = require '12-better-descent.recall'

local EPSILON = 2 ^ -52
local NAMES = optimiser.names
local walk, first, bowl, highest = landscape.walk, landscape.first, landscape.bowl, landscape.highest
local BATCH, DRAWN = 32, 500

-- A count is a fact where there is one.
local function count_fact(ch, key, count)
  if count then ch:fact(key, count, 0) end
end

-- Every gradient, at random points; and that a batch's gradient is that of the
-- batch's own cost.
local function check_gradients(ch, rng)
  local bowls, saddles = {}, {}
  for i = 1, 12 do
    local P = algebra.normal(rng, 2, 1, i % 3 + 1)
    bowls[i] = landscape.gradient_case(bowl(10 ^ (3 * gw.random_uniform(rng)), 3 * gw.random_normal(rng)), P)
    saddles[i] = landscape.gradient_case(gw.better_descent_saddle, P:copy())
  end
  local batches = range.times(6, function(i)
    local order = gw.matrix.new(1, 6 * i)
    gw.random_permutation(rng, order)
    return minibatch.case(minibatch.random(rng, i, 6 * i), order:columns(2 * i + 1, 4 * i))
  end)
  ch:gradient { id = 'bowl', formula = 'dP of the stretched bowl ½(u² + κ v²)', cases = bowls }
  ch:gradient { id = 'saddle', formula = 'dP of the saddle ½x² − ½y² + ¼y⁴', cases = saddles }
  ch:gradient { id = 'batch', formula = "dw, db of a mini-batch's cost", cases = batches }
end

-- What each optimiser does in a step, beside what it does by recalling all gradients.
local function check_steps(ch, rng)
  local formula = { plain = 'P := P − α dP', momentum = 'V := β V + dP, P := P − α V',
    rmsprop = 'S := β S + (1 − β) dP², P := P − α dP/(√S + ε)', adam = 'P := P − α V̂/(√Ŝ + ε)' }
  for _, name in ipairs(NAMES) do
    ch:identity { id = 'step-' .. name, formula = formula[name], cases = recall.cases(name, rng) }
  end
end

-- How fast plain descent and momentum go down a bowl, against theory.
local function check_rates(ch, rng)
  local limits, hops = true, {}
  local bowls = range.map({ 2, 10, 50, 1000 }, function(kappa)
    return { kappa = kappa, tilt = gw.random_uniform(rng), u = 1 + gw.random_uniform(rng),
      v = 1 + gw.random_uniform(rng) }
  end)
  for _, b in ipairs(bowls) do
    limits = limits and rates.plain_remainder(b, 0.99) < 1e-2 and rates.plain_remainder(b, 1.01) > 1e10
  end
  ch:identity { id = 'plain-rate', formula = 'at α = 2/(1 + κ), |P| shrinks by (κ − 1)/(κ + 1)',
    cases = rates.plain(bowls) }
  ch:holds { id = 'plain-limit', formula = 'plain descent: α below 2/κ arrives, above it diverges', holds = limits }
  ch:identity { id = 'momentum-path', formula = 'at its best α and β, P_t = (a + ct) (±√β)ᵗ',
    cases = rates.momentum(bowls) }
  local no_better, met = rates.guarantees(gw.random(ch.options.seed), 20000)
  ch:holds { id = 'momentum-best', formula = 'no α and β guarantee more than (√κ − 1)/(√κ + 1)', holds = no_better }
  ch:holds { id = 'momentum-within', formula = 'both |r| ≤ ρ if and only if β ≤ ρ² and q(±ρ) ≥ 0', holds = met }
  ch:identity { id = 'tilt', formula = 'momentum does not feel a tilt of the bowl', cases = rates.tilt(bowls) }

  -- RMSProp's step is about α however small the gradient: with the same α for
  -- ever it ends in hops across the floor. On an upright bowl, where each axis is
  -- on its own, a hop from −h to h has h = ½α dP/(dP + ε), dP = λh: h = ½α − ε/λ.
  for _, alpha in ipairs { 0.5, 0.25, 0.1 } do
    local points = walk(bowl(50, 0), { -9, 1.5 }, 3000, 'rmsprop', alpha)
    for axis, lambda in ipairs { 1, 50 } do
      hops[#hops + 1] = { math.abs(points[#points][axis]), alpha / 2 - optimiser.epsilon / lambda,
        16 * EPSILON * alpha, ('α = %g, axis %d'):format(alpha, axis) }
    end
  end
  ch:identity { id = 'rmsprop-hops', formula = 'RMSProp with a fixed α ends in hops of α', cases = hops }
end

-- How soon each leaves a saddle, from a millionth beside the ridge.
local function leave_saddle(ch)
  local alpha, y0, left, theory = 0.1, 1e-6, {}, {}
  ch:data('saddle', { columns = { 'iteration', 'y' }, blocks = range.map(NAMES, function(name)
    local points = walk(gw.better_descent_saddle, { 1, y0 }, 160, name, alpha)
    local gone = first(points, function(p) return math.abs(p[2]) > 0.5 end)
    count_fact(ch, 'saddle_iterations_' .. name, gone)
    left[name] = gone or math.huge
    -- While y is small, dJ/dy = −y + y³ is −y: plain descent multiplies y by 1 + α
    -- a step. What y³ takes away is, over all steps together, below ½y² of y.
    for t = 0, name == 'plain' and 100 or -1 do
      local y = y0 * (1 + alpha) ^ t
      theory[#theory + 1] = { points[t + 1][2], y, y ^ 3 + 4 * (t + 1) * EPSILON * y, ('step %d'):format(t) }
    end
    if name == 'plain' then
      local quiet = 0 -- points where the gradient is shorter than 0.01
      for _, p in ipairs(points) do
        local x, y = p[1], p[2]
        quiet = quiet + (x ^ 2 + (y ^ 3 - y) ^ 2 < 1e-4 and math.abs(y) < 0.5 and 1 or 0)
      end
      ch:fact('saddle_quiet', quiet, 0)
      local stopped = 1 -- by chapter 5's rule
      while math.abs(points[stopped + 1][3] - points[stopped][3]) >= 0.01 do stopped = stopped + 1 end
      ch:fact('saddle_stopped', stopped, 0)
    end
    return { name = name, rows = range.map(points, function(p, i) return { i - 1, math.abs(p[2]) } end) }
  end) })
  ch:identity { id = 'saddle-plain', formula = 'plain descent leaves a ridge as y_t = y_0 (1 + α)ᵗ', cases = theory }
  ch:holds { id = 'saddle-others', formula = 'momentum, RMSProp and Adam leave it in less than half the steps',
    holds = 2 * math.max(left.momentum, left.rmsprop, left.adam) < left.plain }
end

-- The four on one bowl, upright and turned by 45°, as the figures draw them: plain
-- descent with the α of the best guarantee. Momentum's α and β of the best guarantee
-- first swing far out of the bowl; with α = 1/κ and β = (1 − 1/√κ)² it stays in, and
-- both axes shrink by √β. RMSProp and Adam have the usual β and an α of no merit.
local KAPPA, TURN, START = 50, math.pi / 4, { -9, 1.5 }
local HEIGHT = (START[1] ^ 2 + KAPPA * START[2] ^ 2) / 2
local TARGET = 1e-4 * HEIGHT

local function draw_paths(ch)
  local alpha = 0.25
  local chosen = { plain = { landscape.best_plain(KAPPA) }, rmsprop = { alpha }, adam = { alpha },
    momentum = { 1 / KAPPA, (1 - 1 / math.sqrt(KAPPA)) ^ 2 } }
  local function arrived(p) return p[3] <= TARGET end
  local function path(name, tilt, ...)
    return walk(bowl(KAPPA, tilt), landscape.turned(START[1], START[2], tilt), 600, name, ...)
  end
  local contours, soon, late = landscape.contours(KAPPA, 5, 2.8), {}, {}
  local floor, tilted_floor
  for _, name in ipairs(NAMES) do
    local upright, tilted = path(name, 0, unpack(chosen[name])), path(name, TURN, unpack(chosen[name]))
    soon[name], late[name] = first(upright, arrived), first(tilted, arrived)
    count_fact(ch, 'upright_iterations_' .. name, soon[name])
    if name == 'rmsprop' then -- whether it ever passes by, turned, is a matter of rounding; where it ends is not
      floor, tilted_floor = upright[#upright][3], tilted[#tilted][3]
      ch:fact('upright_floor_rmsprop', floor, 1e-6)
      ch:fact('tilted_floor_rmsprop', tilted_floor, 1e-6)
    else
      count_fact(ch, 'tilted_iterations_' .. name, late[name])
    end
    if name == 'momentum' then ch:fact('momentum_highest_cost', highest(upright), 1e-6) end
    ch:data(name == 'plain' and 'zigzag' or name, { columns = { 'x', 'y' }, blocks = {
      { name = 'contours', rows = contours },
      { name = 'path', rows = range.map({ unpack(upright, 1, 121) }, function(p) return { p[1], p[2] } end) } } })
  end
  -- Momentum with the α and β of the best guarantee, with a pair that happens to pass
  -- close by the lowest point, and with the usual β added to plain descent's best α.
  local best, beta = landscape.best_momentum(KAPPA)
  for _, pair in ipairs { { 'best', best, beta }, { 'lucky', 0.055, 0.78 },
    { 'added', landscape.best_plain(KAPPA), optimiser.beta } } do
    local key, points = pair[1] .. '_momentum', path('momentum', 0, pair[2], pair[3])
    local steps = first(points, arrived)
    count_fact(ch, 'upright_iterations_' .. key, steps)
    ch:fact(key .. '_alpha', pair[2], 1e-15)
    ch:fact(key .. '_beta', pair[3], 1e-15)
    ch:fact(key .. '_highest_cost', highest(points), 1e-6)
    ch:fact(key .. '_rebound', highest { unpack(points, steps + 1) } / HEIGHT, 1e-9)
  end
  ch:fact('drawn_alpha', alpha, 0)
  ch:fact('start_u', START[1], 0)
  ch:fact('start_v', START[2], 0)
  ch:fact('start_cost', HEIGHT, 0)
  ch:fact('kappa', KAPPA, 0)
  ch:holds { id = 'tilt-felt', formula = 'RMSProp and Adam feel a tilt: one ends higher, one arrives later',
    holds = tilted_floor > 1.9 * floor and (late.adam or math.huge) > (soon.adam or math.huge) }
end

-- The four on data, in mini-batches: all with the same α, then each with every α.
-- Returns the model that plain descent ended with.
local function race_on_data(ch, X, Y)
  local o, learners, costs, lines = ch.options, {}, {}, {}
  local size = math.min(BATCH, X.cols)
  for _, name in ipairs(NAMES) do
    local learner = minibatch.new(X, Y)
    local ok, result = pcall(minibatch.learn, learner, name, o.alpha, o.iterations, size, gw.random(o.seed))
    if not ok then
      error(result:match 'not finite' and ('with α = %g, %s diverges'):format(o.alpha, name) or result, 0)
    end
    learners[name], costs[name] = learner, result
  end
  -- How soon each has the cost that plain descent ends with.
  local target = costs.plain[#costs.plain]
  for i, name in ipairs(NAMES) do
    local reached = first(costs[name], function(J) return J <= target end)
    ch:fact('data_cost_' .. name, costs[name][#costs[name]], 1e-7)
    count_fact(ch, 'data_iterations_' .. name, reached)
    lines[i] = ('%s %s'):format(name, reached or 'never')
  end
  ch:fact('alpha', o.alpha, 0)
  ch:fact('batch', size, 0)
  ch:say('  iterations to cost %.4g, α = %g, batches of %d: %s', target, o.alpha, size, table.concat(lines, ', '))
  local fresh = {}
  local blocks = range.map(NAMES, function(name)
    local rows, best, each = race.on_data(X, Y, name, o.iterations, size, o.seed)
    fresh[name] = each
    ch:fact('data_best_alpha_' .. name, best[1], 1e-12)
    ch:fact('data_best_cost_' .. name, best[2], 1e-7)
    if name == 'adam' then ch:fact('data_cost_adam_usual', rows[1][2], 1e-7) end
    local mean = 0
    for _, J in ipairs(each) do mean = mean + J / #each end
    ch:fact('data_fresh_cost_' .. name, mean, 1e-7)
    ch:fact('data_lowest_' .. name, math.min(unpack(each)), 1e-7)
    ch:fact('data_highest_' .. name, math.max(unpack(each)), 1e-7)
    return { name = name, rows = rows }
  end)
  for _, name in ipairs { 'plain', 'rmsprop', 'adam' } do -- order by order
    local below = 0
    for k, J in ipairs(fresh.momentum) do below = below + (J < fresh[name][k] and 1 or 0) end
    ch:fact('data_momentum_below_' .. name, below, 0)
  end
  ch:fact('orders', race.orders, 0)
  ch:fact('fresh_orders', race.fresh, 0)
  ch:fact('alphas', race.alphas, 0)
  ch:data('tuning', { columns = { 'alpha', 'cost' }, blocks = blocks })
  return learners.plain
end

-- A mini-batch's gradient: right on average, and how far off each time.
local function check_batches(ch, rng, model)
  local unbiased, exact = {}, {}
  for _ = 1, 8 do
    local m = 2 + gw.random_below(rng, 60)
    noise.add_epoch(unbiased, minibatch.random(rng, 1 + gw.random_below(rng, 5), m), 1 + gw.random_below(rng, m), rng)
  end
  noise.add_epoch(unbiased, model, math.min(BATCH, model.X.cols), rng)
  for n = 1, 4 do noise.add_every_batch(exact, minibatch.random(rng, n, 7)) end
  ch:identity { id = 'unbiased', formula = "the mean of an epoch's batches = the full gradient", cases = unbiased }
  ch:identity { id = 'noise-exact', formula = 'E|g_B − g|² = σ²/B · (m − B)/(m − 1), over every batch', cases = exact }
end

-- The same by the size of the batch, where plain descent ended on the data.
local function measure_noise(ch, rng, model)
  local m, g, sigma2 = model.X.cols, minibatch.spread(model)
  local start_g, start_sigma2 = minibatch.spread(minibatch.new(model.X, model.Y))
  local full, cases = math.sqrt(minibatch.distance2(g)), noise.drawn(model, DRAWN, rng)
  ch:identity { id = 'noise-data', formula = 'E|g_B − g|² on the data, batches drawn at random', cases = cases }
  ch:fact('examples', m, 0)
  ch:fact('drawn_batches', DRAWN, 0)
  ch:fact('full_gradient', full, 1e-7)
  ch:fact('noise_one_example', math.sqrt(sigma2), 1e-6)
  ch:fact('noise_batch', math.sqrt(noise.theory(sigma2, math.min(BATCH, m), m)), 1e-7)
  ch:fact('start_gradient', math.sqrt(minibatch.distance2(start_g)), 1e-7)
  ch:fact('start_noise_batch', math.sqrt(noise.theory(start_sigma2, math.min(BATCH, m), m)), 1e-7)
  ch:fact('largest_correlation', logistic.largest_correlation(model.X), 1e-10)
  -- B at which the noise is as large as the gradient: σ²/B (m − B)/(m − 1) = |g|².
  ch:fact('batch_noise_equals_gradient', sigma2 * m / (full ^ 2 * (m - 1) + sigma2), 1e-3)
  ch:data('minibatch', { columns = { 'batch', 'noise' }, blocks = {
    { name = 'measured', rows = range.map(cases, function(case, i) return { 2 ^ (i - 1), math.sqrt(case[1]) } end) },
    { name = 'theory', rows = range.map(range.logarithmic(1, 0.97 * m, 100), function(B)
      return { B, math.sqrt(noise.theory(sigma2, B, m)) }
    end) },
    { name = 'gradient', rows = { { 1, full }, { m, full } } } } })
end

chapter.run({ title = 'Better descent', claim = 'plain-rate', options = { seed = 12, alpha = 0.05, iterations = 600,
  data = paths.root .. '/data/breast_cancer.csv', label = '', positive = '', features = {} } }, function(ch)
  local rng = gw.random(ch.options.seed)
  local set = dataset.load(ch.options)
  logistic.standardise(set.X)
  check_gradients(ch, rng)
  check_steps(ch, rng)
  check_rates(ch, rng)
  leave_saddle(ch)
  draw_paths(ch)
  race.run(ch, KAPPA, TURN, START)
  local model = race_on_data(ch, set.X, set.Y)
  check_batches(ch, rng, model)
  measure_noise(ch, rng, model)
end)
