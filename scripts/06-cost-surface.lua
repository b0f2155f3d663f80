-- Chapter 6. The cost of logistic regression as a surface over w and b.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local dataset = require 'gw.dataset'
local paths = require 'gw.paths'
local range = require 'gw.range'
local scaled = require '06-cost-surface.scaled'
local surface = require '06-cost-surface.surface'

local EPSILON = 2 ^ -52
local START = { 3, 2.5 }
local STEEPEST = 1 / 4 -- the greatest curvature there can be: x has mean square 1, and σ' ≤ 1/4
local ALPHA, SETTLED = 1 / STEEPEST, 200 -- steps

-- Temperature of 23 flights in °F, and whether any O-ring of them showed distress.
local data = dataset.load { data = paths.root .. '/data/oring.csv', label = 'distress',
  features = { 'temperature_f' } }
local m, Y, fahrenheit = data.X.cols, data.Y, data.X
-- Standardised: mean 0, deviation 1.
local mean, scale, X = gw.matrix.new(1, 1), gw.matrix.new(1, 1), gw.matrix.new(1, m)
gw.scaling_fit(fahrenheit, mean, scale)
gw.scaling_apply(fahrenheit, mean, scale, X)
local bowl, squared = surface.new(gw.LOG_LOSS, X, Y), surface.new(gw.SQUARED_ERROR, X, Y)

chapter.run({ title = 'The cost surface', claim = 'two-starts',
  options = { seed = 6, alpha = 1, iterations = 60 } }, function(ch)
  local alpha, iterations, rng = ch.options.alpha, ch.options.iterations, gw.random(ch.options.seed)

  -- Both losses of one example, their slope and curvature along z; then the partial
  -- derivatives of both costs, on the flights and on random data, and their own.
  for _, kind in ipairs { { 'log', 'log loss', bowl }, { 'squared', 'squared error', squared } } do
    local name, words, J = unpack(kind)
    for y = 0, 1 do
      local loss, slope, curvature = J:loss(y)
      ch:derivative { id = ('%s-slope-%d'):format(name, y), formula = ('%s, y = %d: dL/dz'):format(words, y),
        f = loss, slope = slope, points = range.linear(-8, 8, 60) }
      ch:derivative { id = ('%s-bend-%d'):format(name, y), formula = ('%s, y = %d: d²L/dz²'):format(words, y),
        f = slope, slope = curvature, points = range.linear(-8, 8, 60) }
    end
    local partials, curvatures = J:random_cases(rng, 30)
    ch:gradient { id = name .. '-partials', formula = words .. ': ∂J/∂w and ∂J/∂b', cases = partials }
    ch:gradient { id = name .. '-hessian', formula = words .. ': the Hessian', cases = curvatures }
  end

  -- Your own descent: both slopes, then a step against both. C takes the same steps.
  local w, b = unpack(START)
  local path, rises, along = { { w, b, bowl:cost(w, b) } }, 0, {}
  for i = 1, iterations do
    local dw, db = bowl:gradient(w, b)
    w, b = w - alpha * dw, b - alpha * db
    path[i + 1] = { w, b, bowl:cost(w, b) }
    if path[i + 1][3] > path[i][3] then rises = rises + 1 end
  end
  for i = 1, #path, math.ceil(#path / 12) do along[#along + 1] = bowl:partials(path[i][1], path[i][2]) end
  local _, in_C = bowl:descend(START, alpha, iterations)
  ch:gradient { id = 'path', formula = '∂J/∂w and ∂J/∂b along a descent', cases = along }
  ch:identity { id = 'in-C', formula = 'the loop in C ends at the same J', cases = { { in_C[3], path[#path][3], 0 } } }
  ch:say('  α = %g, from w = %g, b = %g: w = %.4g, b = %.4g, J = %.6g in step %d.', alpha, START[1], START[2], w, b,
    path[#path][3], iterations)
  if rises > 0 and alpha > 2 / STEEPEST then
    ch:say('  J rose in %d of %d steps: α is too large. Up to %g it cannot rise.', rises, iterations, 2 / STEEPEST)
  end

  -- Two starts, one minimum. Where the least curvature is low, a point of gradient g lies
  -- at most |g|/low from it; twice that leaves room for the curvature to change on the way.
  local quick, lowest = bowl:descend({ 0, 0 }, ALPHA, SETTLED)
  local _, other = bowl:descend({ 4, -3 }, ALPHA, SETTLED)
  local far, low, high = bowl:steepness(lowest) + bowl:steepness(other), bowl:eigenvalues(lowest[1], lowest[2])
  local near = 2 * far / low + 4 * EPSILON
  ch:holds { id = 'settled', formula = 'both ends have gradient 0 to rounding', holds = far < 2 * m * EPSILON }
  ch:identity { id = 'two-starts', formula = 'two starts reach the same minimum',
    cases = { { lowest[1], other[1], near, 'w' }, { lowest[2], other[2], near, 'b' } } }

  -- A bowl: no chord of J passes below it, and in no direction does it bend down.
  local chords, excess, bent = surface.random_chords(rng, 2000), 0, 0
  for _, chord in ipairs(chords) do excess = math.max(excess, (squared:above_chord(unpack(chord)))) end
  ch:everywhere { id = 'chords', formula = 'log loss: none of 2000 chords passes below', points = chords,
    holds = function(chord) return select(2, bowl:above_chord(unpack(chord))) <= 2 * m * EPSILON end }
  ch:holds { id = 'squared-chord', formula = 'squared error: some chord passes below', holds = excess > 0.01 }
  local grid = surface.grid(range.linear(-6, 6, 49), range.linear(-6, 6, 49))
  ch:everywhere { id = 'semidefinite', formula = 'log loss: nowhere on a grid it bends down', points = grid,
    holds = function(at)
      local least, most = bowl:eigenvalues(at[1], at[2])
      return bowl:determinants(at[1], at[2])[2] > 0 and least >= -m * EPSILON * most
    end }
  ch:identity { id = 'determinant', formula = 'det H = Σ_{i<j} c_i c_j (x_i − x_j)²/m²',
    cases = range.map(grid, function(at) return bowl:determinants(at[1], at[2]) end) }
  for _, at in ipairs(grid) do bent = math.min(bent, (squared:eigenvalues(at[1], at[2]))) end
  ch:holds { id = 'squared-bend', formula = 'squared error: somewhere it bends down', holds = bent < -0.01 }

  -- What scaling does: the same model in °F, and how long descent takes there.
  local unscaled = scaled.undo(data, mean, scale, lowest[1], lowest[2])
  ch:identity { id = 'undo', formula = 'the same z in °F and standardised', cases = unscaled.same_z }
  ch:identity { id = 'maximum-likelihood', formula = 'w and b in °F: the published maximum', cases = {
    { unscaled.b, 15.0429, 5e-5, 'b' }, { unscaled.w, -0.23216, 5e-6, 'w' } } }
  local slow, after_100000 = unscaled.surface:descend({ 0, 0 }, unscaled.alpha, 100000, 40)
  local arrived = 0 -- steps until the cost is the lowest there is, to nine decimals
  while quick[arrived + 1][3] - lowest[3] >= 1e-9 do arrived = arrived + 1 end
  ch:holds { id = 'scaling', formula = ('scaled, %d steps do what 100,000 in °F do not'):format(arrived),
    holds = after_100000[3] - lowest[3] > 1e-3 }

  local start_dw, start_db = bowl:gradient(START[1], START[2])
  ch:facts(0, { flights = m, alpha = alpha, steps = iterations, rises = rises, start_w = START[1], start_b = START[2],
    settled_steps = SETTLED, steps_scaled = arrived })
  ch:facts(1e-12, { mean_f = mean:get(1, 1), scale_f = scale:get(1, 1), start_dw = start_dw, start_db = start_db,
    start_cost = path[1][3], last_cost = path[#path][3], w = lowest[1], b = lowest[2], w_original = unscaled.w,
    curvature_low = low, curvature_high = high, alpha_scaled = ALPHA, squared_least_curvature = bent,
    squared_chord_excess = excess, loss_confident_mistake = gw.loss(0.99, 0), loss_confident_right = gw.loss(0.99, 1) })
  ch:facts(1e-14, { cost = lowest[3], cost_at_zero = bowl:cost(0, 0), curvature_low_original = unscaled.low,
    alpha_original = unscaled.alpha })
  ch:fact('b_original', unscaled.b, 1e-11)
  ch:fact('condition', high / low, 1e-10)
  ch:fact('condition_original', unscaled.condition, 0.01)
  ch:facts(1e-9, { condition_centred = unscaled.centred, cost_100000_original = after_100000[3] })
  ch:fact('condition_stretched', unscaled.stretched, 1e-5)
  require('models.learner').bowl(ch)
  return { bowl = bowl, squared = squared, path = path, lowest = lowest, alpha = alpha, iterations = iterations,
    quick = quick, slow = slow, original = unscaled }
end)
