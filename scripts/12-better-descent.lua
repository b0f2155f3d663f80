-- Chapter 12. What is wrong with plain descent, and mini-batches, momentum, RMSProp and Adam.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local algebra = require 'gw.algebra'
local chapter = require 'gw.chapter'
local dataset = require 'gw.dataset'
local four = require '12-better-descent.four'
local landscape = require '12-better-descent.landscape'
local logistic = require 'models.logistic'
local minibatch = require '12-better-descent.minibatch'
local noise = require '12-better-descent.batch_noise'
local optimiser = require 'models.optimiser'
local race = require '12-better-descent.race'
local rates = require '12-better-descent.bowl_rates'
local recall = require '12-better-descent.recall'
local saddle = require '12-better-descent.saddle'

local BATCH, DRAWN = 32, 500
optimiser.set(require '12-better-descent.betas')

-- Learns in mini-batches, in a new order every epoch. Returns the costs on all, from step `from` on.
local function learn(model, name, alpha, iterations, size, rng, from)
  local m, costs = model.X.cols, { (model:cost()) }
  local step_w, step_b = optimiser[name](model.w, alpha), optimiser[name](model.b, alpha)
  local order, at = gw.matrix.new(1, m), m
  for i = 1, iterations do
    if at == m then
      gw.random_permutation(rng, order)
      at = 0
    end
    local last = math.min(at + size, m)
    minibatch.gradient(model, order:columns(at + 1, last)) -- dw, db of the batch
    step_w(model.dw)                                       -- plain: w := w − α dw
    step_b(model.db)
    at, costs[i + 1] = last, i >= (from or 0) and model:cost() or nil
  end
  return costs
end

chapter.run({ title = 'Better descent', claim = 'plain-rate', same_bits = true, options = { seed = 12, alpha = 0.05,
  iterations = 600, data = require('gw.paths').root .. '/data/breast_cancer.csv', label = '', positive = '',
  features = {} } }, function(ch)
  local o, rng, set = ch.options, gw.random(ch.options.seed), dataset.load(ch.options)
  logistic.standardise(set.X)
  local X, Y, m = set.X, set.Y, set.X.cols

  -- Every gradient, at random points; and that a batch's is that of the batch's own cost.
  local bowls, saddles = {}, {}
  for i = 1, 12 do
    local P = algebra.normal(rng, 2, 1, i % 3 + 1)
    local bowl = landscape.bowl(gw.exp(7 * gw.random_uniform(rng)), 3 * gw.random_normal(rng))
    bowls[i] = landscape.gradient_case(bowl, P)
    saddles[i] = landscape.gradient_case(gw.better_descent_saddle, P:copy())
  end
  ch:gradient { id = 'bowl', formula = 'dP of the stretched bowl ½(u² + κ v²)', cases = bowls }
  ch:gradient { id = 'saddle', formula = 'dP of the saddle ½x² − ½y² + ¼y⁴', cases = saddles }
  ch:gradient { id = 'batch', formula = "dw, db of a mini-batch's cost", cases = minibatch.cases(rng) }

  -- What each optimiser does in a step, beside what it does by recalling all gradients.
  for i, formula in ipairs { 'P := P − α dP', 'V := β V + dP, P := P − α V',
    'S := β S + (1 − β) dP², P := P − α dP/(√S + ε)', 'P := P − α V̂/(√Ŝ + ε)' } do
    local name = optimiser.names[i]
    ch:identity { id = 'step-' .. name, formula = formula, cases = recall.cases(name, rng) }
  end

  -- How fast plain descent and momentum go down a bowl, against theory.
  bowls = rates.bowls(rng)
  local no_better, met = rates.guarantees(gw.random(o.seed), 20000)
  ch:identity { id = 'plain-rate', formula = 'at α = 2/(1 + κ), |P| shrinks by (κ − 1)/(κ + 1)',
    cases = rates.plain(bowls) }
  ch:holds { id = 'plain-limit', formula = 'plain descent: α below 2/κ arrives, above it diverges',
    holds = rates.plain_limit(bowls) }
  ch:identity { id = 'momentum-path', formula = 'at its best α and β, P_t = (a + ct) (±√β)ᵗ',
    cases = rates.momentum(bowls) }
  ch:holds { id = 'momentum-best', formula = 'no α and β guarantee more than (√κ − 1)/(√κ + 1)', holds = no_better }
  ch:holds { id = 'momentum-within', formula = 'both |r| ≤ ρ if and only if β ≤ ρ² and q(±ρ) ≥ 0', holds = met }
  ch:identity { id = 'tilt', formula = 'momentum does not feel a tilt of the bowl', cases = rates.tilt(bowls) }
  ch:identity { id = 'rmsprop-hops', formula = 'RMSProp with a fixed α ends in hops of α', cases = rates.hops() }

  -- Off a saddle, down one bowl upright and turned, and a race in which each is tuned.
  local off, left, theory, saddle_facts = saddle.leave()
  local walks, soon, late, floors, bowl_facts = four.paths()
  local race_blocks, race_facts = race.run()
  ch:identity { id = 'saddle-plain', formula = 'plain descent leaves a ridge as y_t = y_0 (1 + α)ᵗ', cases = theory }
  ch:holds { id = 'saddle-others', formula = 'momentum, RMSProp and Adam leave it in less than half the steps',
    holds = 2 * math.max(left.momentum, left.rmsprop, left.adam) < left.plain }
  ch:holds { id = 'tilt-felt', formula = 'RMSProp and Adam feel a tilt: one ends higher, one arrives later',
    holds = floors[2] > 1.9 * floors[1] and (late.adam or math.huge) > (soon.adam or math.huge) }

  -- The four on data: how soon each has the cost that plain descent ends with. Then each with every α.
  local size, plain, target, lines = math.min(BATCH, m), minibatch.new(X, Y), nil, {}
  for i, name in ipairs(optimiser.names) do
    local model = i == 1 and plain or minibatch.new(X, Y)
    local ok, costs = pcall(learn, model, name, o.alpha, o.iterations, size, gw.random(o.seed))
    local diverges = ('with α = %g, %s diverges'):format(o.alpha, name)
    if not ok then error(costs:match 'not finite' and diverges or costs, 0) end
    target = target or costs[#costs]
    local reached = landscape.first(costs, function(J) return J <= target end)
    lines[i] = ('%s %s'):format(name, reached or 'never')
    ch:facts(0, { ['data_iterations_' .. name] = reached })
    ch:facts(1e-7, { ['data_cost_' .. name] = costs[#costs] })
  end
  ch:say('  iterations to cost %.4g, α = %g, batches of %d: %s', target, o.alpha, size, table.concat(lines, ', '))
  local tuning, tuned_facts = race.on_data(learn, X, Y, o.iterations, size, o.seed)

  -- A mini-batch's gradient: right on average, and how far off each time; here and on the data.
  local unbiased, exact = noise.random_cases(rng, plain, size)
  local drawn, sigma2, full, noise_facts = noise.drawn(plain, DRAWN, rng), noise.measure(plain, size)
  ch:identity { id = 'unbiased', formula = "the mean of an epoch's batches = the full gradient", cases = unbiased }
  ch:identity { id = 'noise-exact', formula = 'E|g_M − g|² = σ²/B · (m − B)/(m − 1), over every batch', cases = exact }
  ch:identity { id = 'noise-data', formula = 'E|g_M − g|² on the data, batches drawn at random', cases = drawn }

  -- What the text quotes.
  ch:facts(0, { alpha = o.alpha, batch = size, drawn_batches = DRAWN })
  for _, facts in ipairs { saddle_facts, bowl_facts, race_facts, tuned_facts, noise_facts } do
    for tolerance, values in pairs(facts) do ch:facts(tolerance, values) end
  end
  return { kappa = four.kappa, saddle = off, walks = walks, race = race_blocks, tuning = tuning, drawn = drawn,
    examples = m, sigma2 = sigma2, full = full, schedule = require '12-better-descent.schedule'(ch, rng) }
end)
