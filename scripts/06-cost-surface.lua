-- Chapter 6. The cost of logistic regression as a surface over w and b.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local dataset = require 'gw.dataset'
local paths = require 'gw.paths'
local range = require 'gw.range'
local surface = require '06-cost-surface.surface'

local EPSILON = 2 ^ -52
local START = { 3, 2.5 }
local STEEPEST = 1 / 4 -- the greatest curvature there can be: x has mean square 1, and σ' ≤ 1/4
local ALPHA, SETTLED = 1 / STEEPEST, 200 -- steps

-- Temperature of 23 flights, and whether any O-ring of them showed distress: the
-- temperature in °F, and standardised.
local data = dataset.load { data = paths.root .. '/data/oring.csv', label = 'distress',
  features = { 'temperature_f' } }
local m, Y, fahrenheit = data.X.cols, data.Y, data.X
local mean, scale, X = gw.matrix.new(1, 1), gw.matrix.new(1, 1), gw.matrix.new(1, m)
gw.scaling_fit(fahrenheit, mean, scale)
gw.scaling_apply(fahrenheit, mean, scale, X)
local LOSSES = { log = gw.LOG_LOSS, squared = gw.SQUARED_ERROR }
local bowl, squared = surface.new(LOSSES.log, X, Y), surface.new(LOSSES.squared, X, Y)
local original = surface.new(LOSSES.log, fahrenheit, Y)

chapter.run({ title = 'The cost surface', claim = 'two-starts',
  options = { seed = 6, alpha = 1, iterations = 60 } }, function(ch)
  local o = ch.options
  local rng = gw.random(o.seed)
  local function normal(size) return size * gw.random_normal(rng) end

  for _, name in ipairs { 'log', 'squared' } do
    local loss, J = LOSSES[name], name == 'log' and bowl or squared
    local words = name == 'log' and 'log loss' or 'squared error'
    -- The loss of one example, its slope and its curvature along z.
    for y = 0, 1 do
      local function slope(z) return gw.cost_surface_loss_slope(loss, z, y) end
      ch:derivative { id = ('%s-slope-%d'):format(name, y), formula = ('%s, y = %d: dL/dz'):format(words, y),
        f = function(z) return gw.cost_surface_loss(loss, z, y) end, slope = slope, points = range.linear(-8, 8, 60) }
      ch:derivative { id = ('%s-bend-%d'):format(name, y), formula = ('%s, y = %d: d²L/dz²'):format(words, y),
        f = slope, slope = function(z) return gw.cost_surface_loss_curvature(loss, z, y) end,
        points = range.linear(-8, 8, 60) }
    end
    -- Both partial derivatives, on the flights and on data of every number and
    -- scale; then the second derivatives.
    local partials, bends = {}, {}
    for i = 1, 30 do
      local count, size = 1 + gw.random_below(rng, 40), 10 ^ (2 * gw.random_uniform(rng) - 1)
      local x, y = gw.matrix.new(1, count), gw.matrix.new(1, count)
      gw.random_fill_normal(rng, size, x)
      for k = 1, count do y:set(1, k, gw.random_below(rng, 2)) end
      partials[2 * i - 1] = J:partials(normal(2), normal(2))
      partials[2 * i] = surface.new(loss, x, y):partials(normal(1 / size), normal(1))
      bends[2 * i - 1], bends[2 * i] = J:curvatures(normal(2), normal(2))
    end
    ch:gradient { id = name .. '-partials', formula = words .. ': ∂J/∂w and ∂J/∂b', cases = partials }
    ch:gradient { id = name .. '-hessian', formula = words .. ': the Hessian', cases = bends }
  end

  -- The reader's own descent, and both partials all along it.
  local found, path = pcall(bowl.descend, bowl, START, o.alpha, o.iterations)
  if not found then
    error(path:match 'not finite' and ('--alpha %g leads w and b out of the numbers'):format(o.alpha) or path, 0)
  end
  local along, rises, final = {}, 0, path[#path]
  local start_dw, start_db = bowl:gradient(START[1], START[2])
  for i = 1, #path, math.ceil(#path / 12) do along[#along + 1] = bowl:partials(path[i][1], path[i][2]) end
  for i = 2, #path do rises = rises + (path[i][3] > path[i - 1][3] and 1 or 0) end
  ch:gradient { id = 'path', formula = '∂J/∂w and ∂J/∂b along a descent', cases = along }
  ch:say('  α = %g, from w = %g, b = %g: w = %.4g, b = %.4g, J = %.6g in step %d.', o.alpha, START[1], START[2],
    final[1], final[2], final[3], o.iterations)
  if rises > 0 and o.alpha > 2 / STEEPEST then
    ch:say('  J rose in %d of %d steps: α is too large. Up to %g it cannot rise.', rises, o.iterations, 2 / STEEPEST)
  end

  -- Two starts, one minimum. Where the least curvature is low, a point whose
  -- gradient is g lies at most |g|/low from the minimum; twice that leaves room
  -- for the curvature to change on the way.
  local ends, far = {}, 0
  for i, from in ipairs { { 0, 0 }, { 4, -3 } } do
    ends[i] = bowl:descend(from, ALPHA, SETTLED)[SETTLED + 1]
    local dw, db = bowl:gradient(ends[i][1], ends[i][2])
    far = far + math.sqrt(dw * dw + db * db)
  end
  local w, b, lowest = unpack(ends[1])
  local low, high = bowl:eigenvalues(w, b)
  local near = 2 * far / low + 4 * EPSILON
  ch:holds { id = 'settled', formula = 'both ends have gradient 0 to rounding', holds = far < 2 * m * EPSILON }
  ch:identity { id = 'two-starts', formula = 'two starts reach the same minimum',
    cases = { { w, ends[2][1], near, 'w' }, { b, ends[2][2], near, 'b' } } }

  -- A bowl: no chord of J passes below it, and in no direction does it bend down.
  local above, excess = true, 0
  for _ = 1, 2000 do
    local w1, b1, w2, b2, t = normal(4), normal(4), normal(4), normal(4), gw.random_uniform(rng)
    local function over(J)
      local chord = t * J:cost(w1, b1) + (1 - t) * J:cost(w2, b2)
      return J:cost(t * w1 + (1 - t) * w2, t * b1 + (1 - t) * b2) - chord, chord
    end
    local height, chord = over(bowl)
    above = above and height <= 2 * m * EPSILON * chord -- each side a sum of m terms
    excess = math.max(excess, (over(squared)))
  end
  ch:holds { id = 'chords', formula = 'log loss: none of 2000 chords passes below', holds = above }
  ch:holds { id = 'squared-chord', formula = 'squared error: some chord passes below', holds = excess > 0.01 }

  local semidefinite, pairs_agree, bent = true, {}, { 0 }
  for _, p in ipairs(range.linear(-6, 6, 49)) do
    for _, q in ipairs(range.linear(-6, 6, 49)) do
      local ww, wb, bb = bowl:hessian(p, q)
      local least, most = bowl:eigenvalues(p, q)
      local determinant = gw.cost_surface_determinant(LOSSES.log, X, Y, p, q)
      semidefinite = semidefinite and determinant > 0 and least >= -m * EPSILON * most
      -- Sums of m and of m²/2 terms, each rounded as often; wb² ≤ ww·bb.
      pairs_agree[#pairs_agree + 1] = { ww * bb - wb * wb, determinant,
        EPSILON * ((2 * m + 4) * ww * bb + (m * m / 4 + 4) * determinant), ('w = %g, b = %g'):format(p, q) }
      least = squared:eigenvalues(p, q)
      if least < bent[1] then bent = { least, p, q } end
    end
  end
  ch:holds { id = 'semidefinite', formula = 'log loss: nowhere on a grid it bends down', holds = semidefinite }
  ch:identity { id = 'determinant', formula = 'det H = Σ_{i<j} c_i c_j (x_i − x_j)²/m²', cases = pairs_agree }
  ch:holds { id = 'squared-bend', formula = 'squared error: somewhere it bends down', holds = bent[1] < -0.01 }

  -- What scaling does to the bowl: the same model in °F, and how round each is.
  local in_fahrenheit = gw.matrix.new(1, 1)
  local b_original = gw.scaling_undo(gw.matrix.from { { w } }, b, mean, scale, in_fahrenheit)
  local w_original = in_fahrenheit:get(1, 1)
  ch:identity { id = 'undo', formula = 'the same z in °F and standardised', cases = range.map(fahrenheit:values(),
    function(f)
      return { w_original * f + b_original, w * ((f - mean:get(1, 1)) / scale:get(1, 1)) + b,
        8 * EPSILON * (math.abs(w_original * f) + math.abs(b_original)), ('%g °F'):format(f) }
    end) }
  ch:identity { id = 'maximum-likelihood', formula = 'w and b in °F: the published maximum', cases = {
    { b_original, 15.0429, 5e-5, 'b' }, { w_original, -0.23216, 5e-6, 'w' } } }
  local original_low, original_high = original:eigenvalues(w_original, b_original)
  -- Only shifted to mean 0, and only stretched to deviation 1. At the lowest point z
  -- is the same: what is w per degree is w·s per deviation, and b follows.
  local mu, s, shifted, stretched = mean:get(1, 1), scale:get(1, 1), gw.matrix.new(1, m), gw.matrix.new(1, m)
  gw.scaling_apply(fahrenheit, mean, gw.matrix.from { { 1 } }, shifted)
  gw.scaling_apply(fahrenheit, gw.matrix.from { { 0 } }, scale, stretched)
  local centred_low, centred_high = surface.new(LOSSES.log, shifted, Y):eigenvalues(w / s, b)
  local stretched_low, stretched_high = surface.new(LOSSES.log, stretched, Y):eigenvalues(w, b - w * mu / s)
  -- No c = a(1 − a) is above 1/4, and all are 1/4 at w = b = 0: nothing is steeper.
  local _, steepest = original:eigenvalues(0, 0)
  local original_alpha = 1 / steepest
  local slow, quick = original:descend({ 0, 0 }, original_alpha, 100000), bowl:descend({ 0, 0 }, ALPHA, SETTLED)
  local arrived = 0 -- steps until the cost is the lowest there is, to nine decimals
  while quick[arrived + 1][3] - lowest >= 1e-9 do arrived = arrived + 1 end
  ch:holds { id = 'scaling', formula = ('scaled, %d steps do what 100,000 in °F do not'):format(arrived),
    holds = slow[100001][3] - lowest > 1e-3 }

  for _, fact in ipairs {
    { 'flights', m, 0 }, { 'mean_f', mean:get(1, 1), 1e-12 }, { 'scale_f', scale:get(1, 1), 1e-12 },
    { 'alpha', o.alpha, 0 }, { 'steps', o.iterations, 0 }, { 'rises', rises, 0 }, { 'last_cost', final[3], 1e-12 },
    { 'start_w', START[1], 0 }, { 'start_b', START[2], 0 }, { 'start_cost', path[1][3], 1e-12 },
    { 'start_dw', start_dw, 1e-12 }, { 'start_db', start_db, 1e-12 },
    { 'w', w, 1e-12 }, { 'b', b, 1e-12 }, { 'cost', lowest, 1e-14 }, { 'cost_at_zero', bowl:cost(0, 0), 1e-14 },
    { 'w_original', w_original, 1e-12 }, { 'b_original', b_original, 1e-11 },
    { 'curvature_low', low, 1e-12 }, { 'curvature_high', high, 1e-12 }, { 'condition', high / low, 1e-10 },
    { 'condition_original', original_high / original_low, 0.01 },
    { 'condition_centred', centred_high / centred_low, 1e-9 },
    { 'condition_stretched', stretched_high / stretched_low, 1e-5 },
    { 'curvature_low_original', original_low, 1e-14 }, { 'alpha_original', original_alpha, 1e-14 },
    { 'alpha_scaled', ALPHA, 1e-12 }, { 'settled_steps', SETTLED, 0 },
    { 'steps_scaled', arrived, 0 }, { 'cost_100000_original', slow[100001][3], 1e-9 },
    { 'squared_least_curvature', bent[1], 1e-12 }, { 'squared_chord_excess', excess, 1e-12 },
    { 'loss_confident_mistake', gw.loss(0.99, 0), 1e-12 }, { 'loss_confident_right', gw.loss(0.99, 1), 1e-12 },
  } do ch:fact(unpack(fact)) end

  -- Figures.
  ch:data('loss', { columns = { 'a', 'y1', 'y0' }, rows = range.map(range.linear(0.005, 0.995, 199), function(a)
    return { a, gw.loss(a, 1), gw.loss(a, 0) }
  end) })
  local columns, minimum = { 'w', 'b', 'J' }, { name = 'minimum', rows = { { w, b, lowest } } }
  local heights = bowl:grid('surface', range.linear(-5, 3.5, 25), range.linear(-4.5, 3.5, 25))
  local own, other = { name = 'path', rows = path }, bowl:descend({ -3.5, 2.8 }, o.alpha, o.iterations)
  ch:data('bowl', { columns = columns, blocks = { heights, own, minimum } })
  ch:data('contours', { columns = columns, blocks = { heights, own, { name = 'other', rows = other }, minimum } })
  local wide = range.linear(-8, 8, 41)
  ch:data('convex', { columns = columns,
    blocks = { bowl:grid('log', wide, wide), squared:grid('squared', wide, wide) } })
  ch:data('scaling', { columns = columns, blocks = {
    original:grid('original', range.linear(-0.55, 0.15, 71), range.linear(-10, 35, 71)),
    { name = 'original_path', rows = { unpack(slow, 1, 40) } },
    { name = 'original_minimum', rows = { { w_original, b_original, lowest } } },
    bowl:grid('standardised', range.linear(-3.5, 1, 37), range.linear(-3, 1, 37)),
    { name = 'standardised_path', rows = { unpack(quick, 1, 40) } },
    { name = 'standardised_minimum', rows = minimum.rows },
  } })
  local slices = {}
  for _, slice in ipairs { { 'log', bowl }, { 'squared', squared } } do
    local function line(at) return range.map(at, function(p) return { p, slice[2]:cost(p, b) } end) end
    slices[#slices + 1] = { name = slice[1], rows = line(range.linear(-8, 8, 161)) }
    slices[#slices + 1] = { name = slice[1] .. '_chord', rows = line { -1, 7 } }
  end
  ch:data('chords', { columns = { 'w', 'J' }, blocks = slices })
end)
