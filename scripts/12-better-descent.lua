-- Chapter 12. What is wrong with plain descent, and mini-batches, momentum,
-- RMSProp and Adam.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local dataset = require 'gw.dataset'
local landscape = require 'gw.landscape'
local minibatch = require 'gw.minibatch'
local optimiser = require 'gw.optimiser'
local paths = require 'gw.paths'
local range = require 'gw.range'

local EPSILON = 2 ^ -52
local TINY = optimiser.epsilon
local NAMES = optimiser.names
local walk, first, bowl, turned = landscape.walk, landscape.first, landscape.bowl, landscape.turned
local best_plain, best_momentum = landscape.best_plain, landscape.best_momentum
local BATCH = 32

-- The steps that the formulas say, worked out another way: not from a running
-- memory but from all gradients so far, g[1] … g[t], the older the lighter. Also
-- the size of what rounding acts on.
local function remembered(g, beta, power)
  local sum, size, weight = 0, 0, 0
  for s, x in ipairs(g) do
    local w = beta ^ (#g - s)
    sum, size, weight = sum + w * x ^ power, size + w * math.abs(x) ^ power, weight + w
  end
  return sum, size, weight
end
local STEP = {
  plain = function(g) return g[#g], math.abs(g[#g]) end,
  momentum = function(g, beta) return remembered(g, beta, 1) end,
  rmsprop = function(g, beta)
    local root = math.sqrt((1 - beta) * remembered(g, beta, 2)) + TINY
    return g[#g] / root, math.abs(g[#g]) / root
  end,
  adam = function(g, beta1, beta2)
    local v, size, v_weight = remembered(g, beta1, 1)
    local s, _, s_weight = remembered(g, beta2, 2)
    local root = math.sqrt(s / s_weight) + TINY
    -- 1 − βᵗ is known to ε of 1, so to ε/(1 − βᵗ) of itself.
    local lost = 1 / (1 - beta1 ^ #g) + 1 / (1 - beta2 ^ #g)
    return v / v_weight / root, size / v_weight / root * (1 + lost)
  end,
}

local function random_model(rng, n, m)
  local X, Y = gw.matrix.new(n, m), gw.matrix.new(1, m)
  gw.random_fill_normal(rng, 1, X)
  for j = 1, m do Y:set(1, j, gw.random_below(rng, 2)) end
  local model = minibatch.new(X, Y)
  gw.random_fill_normal(rng, 1, model.w)
  gw.random_fill_normal(rng, 1, model.b)
  return model
end

-- A count is a fact where there is one.
local function count_fact(ch, key, count)
  if count then ch:fact(key, count, 0) end
end

local function check_steps(ch, rng)
  for _, name in ipairs(NAMES) do
    local cases = {}
    for _ = 1, 12 do
      local n, m = 1 + gw.random_below(rng, 3), 1 + gw.random_below(rng, 4)
      local alpha = 10 ^ (4 * gw.random_uniform(rng) - 3)
      local beta1, beta2 = gw.random_uniform(rng), 1 - 10 ^ (-3 * gw.random_uniform(rng))
      local P, dP, scale = gw.matrix.new(n, m), gw.matrix.new(n, m), 10 ^ (2 * gw.random_normal(rng))
      gw.random_fill_normal(rng, 1, P)
      local step, history = optimiser[name](P, alpha, beta1, beta2), {}
      for t = 1, 8 do
        local before = P:values()
        gw.random_fill_normal(rng, scale, dP)
        step(dP)
        for i, p in ipairs(P:values()) do
          history[i] = history[i] or {}
          history[i][t] = dP:values()[i]
          local expected, size = STEP[name](history[i], beta1, beta2)
          -- Two sums of t products, each side its own roundings.
          local bound = EPSILON * ((6 * t + 16) * alpha * size + math.abs(before[i]) + math.abs(p))
          cases[#cases + 1] = { p, before[i] - alpha * expected, bound, ('step %d'):format(t) }
        end
      end
    end
    local formula = { plain = 'P := P − α dP', momentum = 'V := β V + dP, P := P − α V',
      rmsprop = 'S := β S + (1 − β) dP², P := P − α dP/(√S + ε)', adam = 'P := P − α V̂/(√Ŝ + ε)' }
    ch:identity { id = 'step-' .. name, formula = formula[name], cases = cases }
  end
end

-- Every gradient, at random points; and that a batch's gradient is that of the
-- batch's own cost.
local function check_gradients(ch, rng)
  local bowls, saddles, batches = {}, {}, {}
  for i = 1, 12 do
    local P, dP, scratch = gw.matrix.new(2, 1), gw.matrix.new(2, 1), gw.matrix.new(2, 1)
    gw.random_fill_normal(rng, i % 3 + 1, P)
    local surface = bowl(10 ^ (3 * gw.random_uniform(rng)), 3 * gw.random_normal(rng))
    surface(P, dP)
    bowls[i] = { blocks = { { 'P', P, dP } }, cost = function() return surface(P, scratch) end }
    local Q, dQ = P:copy(), gw.matrix.new(2, 1)
    gw.better_descent_saddle(Q, dQ)
    saddles[i] = { blocks = { { 'P', Q, dQ } }, cost = function() return gw.better_descent_saddle(Q, scratch) end }
  end
  for i = 1, 6 do
    local k, order = 2 * i, gw.matrix.new(1, 6 * i)
    gw.random_permutation(rng, order)
    local model = random_model(rng, i, 3 * k)
    local cost = function() return model:gradient(order:columns(k + 1, 2 * k)) end
    cost()
    batches[i] = { blocks = { { 'w', model.w, model.dw:copy() }, { 'b', model.b, model.db:copy() } }, cost = cost }
  end
  ch:gradient { id = 'bowl', formula = 'dP of the stretched bowl ½(u² + κ v²)', cases = bowls }
  ch:gradient { id = 'saddle', formula = 'dP of the saddle ½x² − ½y² + ¼y⁴', cases = saddles }
  ch:gradient { id = 'batch', formula = "dw, db of a mini-batch's cost", cases = batches }
end

-- How fast plain descent and momentum go down a bowl, against theory.
local function check_rates(ch, rng)
  local rates, limits, closed, turns = {}, true, {}, {}
  for _, kappa in ipairs { 2, 10, 50, 1000 } do
    local tilt, u, v = gw.random_uniform(rng), 1 + gw.random_uniform(rng), 1 + gw.random_uniform(rng)
    local surface, start = bowl(kappa, tilt), turned(u, v, tilt)

    -- Both eigenvalues, 1 and κ, shrink by the same factor, so every step does.
    -- A step rounds terms of up to α κ|P| < 2|P| a dozen times: 40 ε in all.
    local points = walk(surface, start, 40, 'plain', best_plain(kappa))
    for t = 2, #points do
      local function size(p) return math.sqrt(p[1] ^ 2 + p[2] ^ 2) end
      rates[#rates + 1] = { size(points[t]) / size(points[t - 1]), (kappa - 1) / (kappa + 1), 40 * EPSILON,
        ('κ = %g, step %d'):format(kappa, t - 1) }
    end
    local function ends(factor)
      local w = walk(surface, start, 2000, 'plain', factor * 2 / kappa)
      return w[#w][3] / w[1][3]
    end
    limits = limits and ends(0.99) < 1e-2 and ends(1.01) > 1e10

    -- Momentum: along each axis P_t = (a + ct) rᵗ with r = √β on the first and
    -- −√β on the second. A double root: what rounding adds in step s grows as
    -- (t − s), hence t². Each step rounds 5 terms of at most 4|P|.
    local alpha, beta = best_momentum(kappa)
    local upright = walk(bowl(kappa, 0), { u, v }, 60, 'momentum', alpha, beta)
    for axis, lambda in ipairs { 1, kappa } do
      local a, r = axis == 1 and u or v, axis == 1 and math.sqrt(beta) or -math.sqrt(beta)
      local c = a * (1 - alpha * lambda) / r - a
      for t = 0, 60 do
        local envelope = (math.abs(a) + math.abs(c) * t) * math.abs(r) ^ math.max(t - 1, 0)
        closed[#closed + 1] = { upright[t + 1][axis], (a + c * t) * r ^ t, 20 * EPSILON * (t + 1) ^ 2 * envelope,
          ('κ = %g, axis %d, step %d'):format(kappa, axis, t) }
      end
    end

    -- No tilt is felt: the cost of every point is that of the upright bowl, with
    -- |c| < 2|a| above, and the rounding of two walks.
    local tilted = walk(surface, start, 60, 'momentum', alpha, beta)
    for t = 0, 60 do
      local envelope = (1 + 2 * t) ^ 2 * beta ^ math.max(t - 1, 0) * upright[1][3]
      turns[#turns + 1] = { tilted[t + 1][3], upright[t + 1][3], 200 * EPSILON * (t + 1) ^ 2 * envelope,
        ('κ = %g, step %d'):format(kappa, t) }
    end
  end
  ch:identity { id = 'plain-rate', formula = 'at α = 2/(1 + κ), |P| shrinks by (κ − 1)/(κ + 1)', cases = rates }
  ch:holds { id = 'plain-limit', formula = 'plain descent: α below 2/κ arrives, above it diverges', holds = limits }
  ch:identity { id = 'momentum-path', formula = 'at its best α and β, P_t = (a + ct) (±√β)ᵗ', cases = closed }
  ch:identity { id = 'tilt', formula = 'momentum does not feel a tilt of the bowl', cases = turns }

  -- RMSProp's step is about α however small the gradient: with the same α for
  -- ever it ends in hops across the floor. On an upright bowl, where each axis is
  -- on its own, a hop from −h to h has h = ½α dP/(dP + ε), dP = λh: h = ½α − ε/λ.
  local hops = {}
  for _, alpha in ipairs { 0.5, 0.25, 0.1 } do
    local kappa = 50
    local points = walk(bowl(kappa, 0), { -9, 1.5 }, 3000, 'rmsprop', alpha)
    for axis, lambda in ipairs { 1, kappa } do
      hops[#hops + 1] = { math.abs(points[#points][axis]), alpha / 2 - TINY / lambda, 16 * EPSILON * alpha,
        ('α = %g, axis %d'):format(alpha, axis) }
    end
  end
  ch:identity { id = 'rmsprop-hops', formula = 'RMSProp with a fixed α ends in hops of α', cases = hops }
end

-- How soon each leaves a saddle, from a millionth beside the ridge.
local function leave_saddle(ch)
  local alpha, y0, blocks, left, theory = 0.1, 1e-6, {}, {}, {}
  for i, name in ipairs(NAMES) do
    local points = walk(gw.better_descent_saddle, { 1, y0 }, 160, name, alpha)
    local gone = first(points, function(p) return math.abs(p[2]) > 0.5 end)
    count_fact(ch, 'saddle_iterations_' .. name, gone)
    left[name] = gone or math.huge
    blocks[i] = { name = name, rows = range.map(points, function(p) return { 0, math.abs(p[2]) } end) }
    for t, row in ipairs(blocks[i].rows) do row[1] = t - 1 end
    -- While y is small, dJ/dy = −y + y³ is −y: plain descent multiplies y by 1 + α
    -- a step. What y³ takes away is, over all steps together, below ½y² of y.
    for t = 0, name == 'plain' and 100 or -1 do
      local y = y0 * (1 + alpha) ^ t
      theory[#theory + 1] = { points[t + 1][2], y, y ^ 3 + 4 * (t + 1) * EPSILON * y, ('step %d'):format(t) }
    end
  end
  ch:identity { id = 'saddle-plain', formula = 'plain descent leaves a ridge as y_t = y_0 (1 + α)ᵗ', cases = theory }
  ch:holds { id = 'saddle-others', formula = 'momentum, RMSProp and Adam leave it in less than half the steps',
    holds = 2 * math.max(left.momentum, left.rmsprop, left.adam) < left.plain }
  ch:data('saddle', { columns = { 'iteration', 'y' }, blocks = blocks })
end

-- What theory says of E|g_B − g|²: batches are drawn without putting back, so the
-- noise of a batch of all m examples is 0.
local function noise2(sigma2, size, m) return sigma2 / size * (m - size) / (m - 1) end

-- At most the standard deviation of |g_B − g|². With putting back E|g_B − g|⁴ is at
-- most (E|d|⁴ + 3(B − 1)σ⁴)/B³, without it is less (Hoeffding, JASA 58, 1963). A
-- batch and the examples left out of it differ from g by B d_B = −(m − B) d_rest,
-- so the smaller of the two is looked at.
local function noise2_deviation(sigma2, fourth, size, m)
  local k = math.min(size, m - size)
  local bound = (fourth + 3 * (k - 1) * sigma2 ^ 2) / k ^ 3 * (k == size and 1 or k / size) ^ 4
  return math.sqrt(math.max(0, bound - noise2(sigma2, size, m) ^ 2))
end

-- The mean of the gradients of an epoch's batches, each counted by its size, is
-- the full gradient. Rounding: sums of m and n terms of |x| and |w||x|.
local function unbiased_cases(model, size, rng, cases)
  local X, n, m = model.X, model.X.rows, model.X.cols
  local order, mean, size_of = gw.matrix.new(1, m), {}, {}
  gw.random_permutation(rng, order)
  for k = 1, n + 1 do mean[k], size_of[k] = 0, 0 end
  for at = 1, m, size do
    local last = math.min(at + size - 1, m)
    for k, x in ipairs(model:gradient_values(order:columns(at, last))) do
      mean[k] = mean[k] + (last - at + 1) / m * x
    end
  end
  for i = 1, m do
    local z = 1 + math.abs(model.b:get(1, 1))
    for k = 1, n do z = z + math.abs(model.w:get(k, 1) * X:get(k, i)) end
    for k = 1, n + 1 do size_of[k] = size_of[k] + z / m * (k > n and 1 or math.abs(X:get(k, i))) end
  end
  for k, x in ipairs(model:gradient_values(minibatch.everything(m))) do
    cases[#cases + 1] = { mean[k], x, 2 * (m + n + 4) * EPSILON * size_of[k],
      ('entry %d, %d examples in batches of %d'):format(k, m, size) }
  end
end

-- A mini-batch's gradient: right on average, and how far off each time.
local function check_batches(ch, rng, model)
  local unbiased, exact = {}, {}
  for _ = 1, 8 do
    local m = 2 + gw.random_below(rng, 60)
    unbiased_cases(random_model(rng, 1 + gw.random_below(rng, 5), m), 1 + gw.random_below(rng, m), rng, unbiased)
  end
  unbiased_cases(model, math.min(BATCH, model.X.cols), rng, unbiased)
  ch:identity { id = 'unbiased', formula = "the mean of an epoch's batches = the full gradient", cases = unbiased }

  -- Of 7 examples, every possible batch.
  for trial = 1, 4 do
    local m, tiny = 7, random_model(rng, trial, 7)
    local g, sigma2 = tiny:spread()
    local sum, count, largest = {}, {}, 0
    for i = 0, m - 1 do
      largest = math.max(largest, minibatch.distance2(tiny:gradient_values(gw.matrix.from { { i } })))
    end
    for set = 1, 2 ^ m - 1 do
      local chosen = {}
      for i = 0, m - 1 do
        if math.floor(set / 2 ^ i) % 2 == 1 then chosen[#chosen + 1] = i end
      end
      local k = #chosen
      sum[k] = (sum[k] or 0) + minibatch.distance2(tiny:gradient_values(gw.matrix.from { chosen }), g)
      count[k] = (count[k] or 0) + 1
    end
    for k = 1, m do
      exact[#exact + 1] = { sum[k] / count[k], noise2(sigma2, k, m), 300 * EPSILON * largest,
        ('%d of %d examples'):format(k, m) }
    end
  end
  ch:identity { id = 'noise-exact', formula = 'E|g_B − g|² = σ²/B · (m − B)/(m − 1), over every batch', cases = exact }
end

-- The four on one bowl, upright and turned by 45°. Plain descent has the best α
-- there is for it. Momentum at its best first swings far out of the bowl; with
-- α = 1/κ and β = (1 − 1/√κ)² it stays in, and both axes shrink by √β. RMSProp and
-- Adam have the usual β.
local function race_on_bowl(ch)
  local kappa, alpha, start = 50, 0.25, { -9, 1.5 }
  local tuned = { plain = { best_plain(kappa) }, momentum = { 1 / kappa, (1 - 1 / math.sqrt(kappa)) ^ 2 },
    rmsprop = { alpha }, adam = { alpha } }
  local contours, race, soon, late = {}, {}, {}, {}
  for k = 1, 5 do
    for _, angle in ipairs(range.linear(0, 2 * math.pi, 121)) do
      contours[#contours + 1] = { 2.8 * k * math.cos(angle), 2.8 * k * math.sin(angle) / math.sqrt(kappa) }
    end
    contours[#contours + 1] = false
  end
  local function arrived(p) return p[3] <= 1e-4 * 96.75 end -- of the cost at the start
  for i, name in ipairs(NAMES) do
    local upright = walk(bowl(kappa, 0), start, 600, name, unpack(tuned[name]))
    local tilted = walk(bowl(kappa, math.pi / 4), turned(start[1], start[2], math.pi / 4), 600, name,
      unpack(tuned[name]))
    soon[name], late[name] = first(upright, arrived), first(tilted, arrived)
    count_fact(ch, 'upright_iterations_' .. name, soon[name])
    count_fact(ch, 'tilted_iterations_' .. name, late[name])
    if name == 'rmsprop' then ch:fact('tilted_floor_rmsprop', tilted[#tilted][3], 1e-6) end
    local path, costs = {}, {}
    for t = 1, 121 do path[t], costs[t] = { upright[t][1], upright[t][2] }, { t - 1, upright[t][3] } end
    race[i] = { name = name .. '_bowl', rows = costs }
    ch:data(name == 'plain' and 'zigzag' or name, { columns = { 'x', 'y' }, blocks = {
      { name = 'contours', rows = contours }, { name = 'path', rows = path } } })
  end
  local best = walk(bowl(kappa, 0), start, 600, 'momentum', best_momentum(kappa))
  count_fact(ch, 'upright_iterations_best_momentum', first(best, arrived))
  ch:fact('best_momentum_highest_cost', math.max(unpack(range.map(best, function(p) return p[3] end))), 1e-6)
  ch:fact('start_cost', best[1][3], 0)
  ch:holds { id = 'tilt-felt', formula = 'RMSProp and Adam feel a tilt: one never arrives, one arrives later',
    holds = soon.rmsprop ~= nil and late.rmsprop == nil and (late.adam or math.huge) > (soon.adam or math.huge) }
  return race
end

-- The four on data, in mini-batches, all with the same α.
local function race_on_data(ch, model, race)
  local o, costs, lines = ch.options, {}, {}
  for _, name in ipairs(NAMES) do
    local learner = minibatch.new(model.X, model.Y)
    local ok, result = pcall(learner.learn, learner, name, o.alpha, o.iterations, math.min(BATCH, model.X.cols),
      gw.random(o.seed))
    if not ok then
      error(result:match 'not finite' and ('with α = %g, %s diverges'):format(o.alpha, name) or result, 0)
    end
    costs[name] = result
    if name == 'plain' then model.w, model.b = learner.w, learner.b end
    local rows, every = {}, math.max(1, math.floor(o.iterations / 300))
    for t = 0, o.iterations, every do rows[#rows + 1] = { t, costs[name][t + 1] } end
    race[#race + 1] = { name = name .. '_data', rows = rows }
  end
  -- How soon each has the cost that plain descent ends with.
  local target = costs.plain[#costs.plain]
  for _, name in ipairs(NAMES) do
    local list = costs[name]
    local reached = first(list, function(J) return J <= target end)
    ch:fact('data_cost_' .. name, list[#list], 1e-7)
    count_fact(ch, 'data_iterations_' .. name, reached)
    lines[#lines + 1] = ('%s %s'):format(name, reached or 'never')
  end
  ch:say('  iterations to cost %.4g, α = %g, batches of %d: %s', target, o.alpha, BATCH, table.concat(lines, ', '))
  ch:data('race', { columns = { 'iteration', 'cost' }, blocks = race })
end

-- How far a batch's gradient is from the full one, by the size of the batch,
-- where plain descent ended.
local function measure_noise(ch, rng, model)
  local m, draws, size = model.X.cols, 500, 1
  local g, sigma2, fourth = model:spread()
  local full, order = math.sqrt(minibatch.distance2(g)), gw.matrix.new(1, m)
  local cases, measured, theory = {}, {}, {}
  while size < m do
    local mean = 0
    for _ = 1, draws do
      gw.random_permutation(rng, order)
      mean = mean + minibatch.distance2(model:gradient_values(order:columns(1, size)), g) / draws
    end
    -- Six standard deviations of a mean of so many draws.
    local bound = 6 * noise2_deviation(sigma2, fourth, size, m) / math.sqrt(draws)
    cases[#cases + 1] = { mean, noise2(sigma2, size, m), bound, ('batches of %d'):format(size) }
    measured[#measured + 1] = { size, math.sqrt(mean) }
    size = 2 * size
  end
  for _, k in ipairs(range.logarithmic(1, 0.97 * m, 100)) do
    theory[#theory + 1] = { k, math.sqrt(noise2(sigma2, k, m)) }
  end
  ch:identity { id = 'noise-data', formula = 'the same on the data, drawn at random', cases = cases }
  ch:fact('examples', m, 0)
  ch:fact('full_gradient', full, 1e-7)
  ch:fact('noise_one_example', math.sqrt(sigma2), 1e-6)
  ch:fact('noise_batch', math.sqrt(noise2(sigma2, math.min(BATCH, m), m)), 1e-7)
  -- B at which the noise is as large as the gradient: σ²/B (m − B)/(m − 1) = |g|².
  ch:fact('batch_noise_equals_gradient', sigma2 * m / (full ^ 2 * (m - 1) + sigma2), 1e-3)
  ch:data('minibatch', { columns = { 'batch', 'noise' }, blocks = {
    { name = 'measured', rows = measured }, { name = 'theory', rows = theory },
    { name = 'gradient', rows = { { 1, full }, { m, full } } } } })
end

chapter.run({ title = 'Better descent', options = { seed = 12, alpha = 0.05, iterations = 600,
  data = paths.root .. '/data/breast_cancer.csv', label = '', positive = '', features = {} } }, function(ch)
  local rng = gw.random(ch.options.seed)
  local set = dataset.load(ch.options)
  local mean, scale = gw.matrix.new(set.X.rows, 1), gw.matrix.new(set.X.rows, 1)
  gw.scaling_fit(set.X, mean, scale)
  gw.scaling_apply(set.X, mean, scale, set.X)
  local model = minibatch.new(set.X, set.Y)

  check_gradients(ch, rng)
  check_steps(ch, rng)
  check_rates(ch, rng)
  leave_saddle(ch)
  race_on_data(ch, model, race_on_bowl(ch))
  check_batches(ch, rng, model)
  measure_noise(ch, rng, model)
end)
