-- Chapter 5. Gradient descent in one dimension.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local range = require 'gw.range'

local MACHINE_EPSILON = 2 ^ -52
local EPSILON = 0.01 -- of the stop rule
local LOW, HIGH = -5.5, 7 -- where the hills are looked at

local function L(w) return gw.descent_value(gw.BOWL, w) end
local function J(w) return gw.descent_value(gw.HILLS, w) end
local function bowl_slope(w) return gw.descent_slope(gw.BOWL, w) end
local function hills_slope(w) return gw.descent_slope(gw.HILLS, w) end

-- The path of a descent as a list of {w, cost}, the start first, and its ending.
local function descend(terrain, start, alpha, epsilon, iterations)
  local path = gw.matrix.new(2, iterations + 1)
  local steps, ending = gw.descent_run(terrain, start, alpha, epsilon, path)
  local rows = {}
  for i = 1, steps + 1 do rows[i] = { path:get(1, i), path:get(2, i) } end
  return rows, ending
end

-- The block of a figure's data that holds a curve.
local function curve(f, low, high)
  return { name = 'curve', rows = range.map(range.linear(low, high, 151), function(w) return { w, f(w) } end) }
end

local function last(rows) return rows[#rows][1], rows[#rows][2] end

local OPTIONS = { seed = 5, alpha = 0.2, start = 5, iterations = 50 }

chapter.run({ title = 'Gradient descent', claim = 'falls', options = OPTIONS }, function(ch)
  local o = ch.options
  if math.abs(o.start) > 1e100 or o.start ~= o.start then
    error(('--start must lie between −1e100 and 1e100, not %g'):format(o.start), 0)
  end
  local rng = gw.random(o.seed)
  local function between(low, high) return low + (high - low) * gw.random_uniform(rng) end
  local anywhere = range.map(range.linear(1, 200, 200), function() return between(-10, 10) end)

  -- The slopes that descent follows.
  ch:derivative { id = 'bowl', formula = 'dL/dw = 2w', f = L, slope = bowl_slope, points = anywhere }
  ch:derivative { id = 'hills', formula = 'dJ/dw = 2w/5 + 4 cos 2w', f = J, slope = hills_slope, points = anywhere }

  -- Right of the minimum the slope is positive and w moves left, left of it the
  -- other way; below α = 1 the cost falls at every step.
  local right, left, falls = true, true, true
  for _, w in ipairs(anywhere) do
    local dw, alpha = bowl_slope(w), between(0.01, 0.99)
    local moved = gw.descent_update(w, dw, alpha)
    if w > 0 then right = right and dw > 0 and moved < w end
    if w < 0 then left = left and dw < 0 and moved > w end
    falls = falls and L(moved) < L(w)
  end
  ch:holds { id = 'right', formula = 'right of the minimum dw > 0 and w moves left', holds = right }
  ch:holds { id = 'left', formula = 'left of the minimum dw < 0 and w moves right', holds = left }
  ch:holds { id = 'falls', formula = '0 < α < 1: every step lowers L', holds = falls }

  -- On any curve a small step falls by at least half of what the tangent predicts.
  -- How small: the curvature of J is at most 8.4, so α = 0.1 is small enough.
  local half = true
  for _, w in ipairs(anywhere) do
    for _, alpha in ipairs { 0.1, 0.01, 0.001 } do
      local dw = hills_slope(w)
      local fall = J(w) - J(gw.descent_update(w, dw, alpha))
      half = half and fall > alpha / 2 * dw * dw - 4 * MACHINE_EPSILON * J(w)
    end
  end
  ch:holds { id = 'half', formula = 'α ≤ 0.1: every step lowers J by at least α dw²/2', holds = half }

  -- w − α·2w = (1 − 2α)w: each step multiplies the error by 1 − 2α. One step
  -- rounds by at most ε/2 (2α + |1 − 2α|)|w|, the factor and its power likewise.
  local factor_cases, stop_cases, ending_cases = {}, {}, {}
  for _ = 1, 40 do
    local start, alpha = between(1, 8), between(0.01, 1.2)
    local r = 1 - 2 * alpha
    local rows, ending = descend(gw.BOWL, start, alpha, EPSILON, 2000)
    for i = 1, #rows - 1 do
      local bound = i * MACHINE_EPSILON * (2 * alpha + 2 * math.abs(r)) * math.abs(r) ^ (i - 1) * start
      factor_cases[#factor_cases + 1] = { rows[i + 1][1], r ^ i * start, bound, ('α = %.4g, step %d'):format(alpha, i) }
    end
    -- So L changes by |1 − r²| r^(2i − 2) w₀² in step i, and when the rule stops
    -- it is known beforehand.
    local change, steps = math.abs(1 - r * r) * start ^ 2, 1
    while change >= EPSILON and (math.abs(r) < 1 or steps < gw.RISES) do
      change, steps = change * r * r, steps + 1
    end
    stop_cases[#stop_cases + 1] = { #rows - 1, steps, 0, ('α = %.4g'):format(alpha) }
    ending_cases[#ending_cases + 1] = { ending, change < EPSILON and gw.SETTLED or gw.DIVERGED, 0,
      ('α = %.4g'):format(alpha) }
  end
  ch:identity { id = 'factor', formula = 'w after i steps = (1 − 2α)^i w at the start', cases = factor_cases }
  ch:identity { id = 'stop-step', formula = 'it stops at the step that |1 − 2α| foretells', cases = stop_cases }
  ch:identity { id = 'ending', formula = 'below α = 1 it settles, above it diverges', cases = ending_cases }

  -- The stop rule itself, looked at from outside; and what it does not promise.
  local rows = descend(gw.BOWL, 5, 0.2, EPSILON, 50)
  local kept = true
  for i = 2, #rows do
    kept = kept and (math.abs(rows[i][2] - rows[i - 1][2]) < EPSILON) == (i == #rows)
  end
  ch:holds { id = 'stop-rule', formula = 'only the last change of L is below ε', holds = kept }
  local tiny = descend(gw.BOWL, 5, 0.00009, EPSILON, 50)
  ch:holds { id = 'stop-early', formula = 'α = 0.00009 stops after one step, nowhere near', holds =
    #tiny == 2 and last(tiny) > 4.9 }
  local mirror, fooled = descend(gw.BOWL, 5, 1, EPSILON, 50)
  ch:holds { id = 'stop-fooled', formula = 'α = 1 jumps from 5 to −5: L the same, so it stops', holds =
    fooled == gw.SETTLED and last(mirror) == -5 }
  ch:holds { id = 'one-step', formula = 'α = 1/2 is at the minimum in one step', holds =
    descend(gw.BOWL, 5, 0.5, EPSILON, 50)[2][1] == 0 }

  -- Rates: too small, as chosen, large, too large.
  local RATES = { { 'small', 0.02 }, { 'chosen', o.alpha }, { 'large', 0.9 }, { 'too_large', 1.1 } }
  local rate_blocks = {}
  for i, rate in ipairs(RATES) do
    local name, alpha = unpack(rate)
    local path = descend(gw.BOWL, o.start, alpha, EPSILON, 30)
    local block = { name = name, rows = {} }
    for k, row in ipairs(path) do block.rows[k] = { k - 1, row[1], alpha } end
    rate_blocks[i] = block
    if name ~= 'chosen' then
      ch:fact('alpha_' .. name, alpha, 0)
      ch:fact('steps_' .. name, #descend(gw.BOWL, 5, alpha, EPSILON, 2000) - 1, 0)
    end
  end
  ch:data('rates', { columns = { 'step', 'w', 'alpha' }, blocks = rate_blocks })

  -- The reader's own descent.
  local path, ending = descend(gw.BOWL, o.start, o.alpha, EPSILON, o.iterations)
  local w, cost = last(path)
  ch:say('  α = %g, from w = %g to %.4g, L = %.6g in step %d: %s.', o.alpha, o.start, w, cost, #path - 1,
    gw.ending_text(ending))
  if ending == gw.DIVERGED then
    ch:say('  It diverges: each step multiplies the distance to the minimum by |1 − 2α| = %g. Take α below 1.',
      math.abs(1 - 2 * o.alpha))
  elseif ending == gw.SETTLED and math.abs(bowl_slope(w)) > 1 then
    ch:say('  The rule stopped it where dw is still %.6g, so not at the minimum: try an α nearer 1/2.',
      bowl_slope(w))
  end
  for _, fact in ipairs { { 'alpha', o.alpha }, { 'start', o.start }, { 'epsilon', EPSILON }, { 'steps', #path - 1 },
    { 'ending', ending }, { 'rises', gw.RISES }, { 'factor', 1 - 2 * o.alpha, 1e-14 }, { 'last_w', w, 1e-12 },
    { 'last_cost', cost, 1e-12 }, { 'tiny_alpha_w', tiny[2][1], 1e-12 } } do
    ch:fact(fact[1], fact[2], fact[3] or 0)
  end

  -- Several starts among the hills: every minimum that a scan of the slope's sign
  -- finds is reached from somewhere, the lowest from few.
  local minima = 0
  local scan = range.linear(LOW, HIGH, 2001)
  for i = 2, #scan do
    if hills_slope(scan[i - 1]) < 0 and hills_slope(scan[i]) > 0 then minima = minima + 1 end
  end
  local found, flat = {}, true
  local starts = range.linear(LOW, HIGH, 51)
  for _, start in ipairs(starts) do
    local at, height = last(descend(gw.HILLS, start, 0.05, 1e-13, 1000))
    flat = flat and J(at - 1e-3) > height and J(at + 1e-3) > height
    local place
    for _, other in ipairs(found) do place = math.abs(other.w - at) < 1e-3 and other or place end
    if place then place.starts = place.starts + 1 else found[#found + 1] = { w = at, cost = height, starts = 1 } end
  end
  table.sort(found, function(a, b) return a.w < b.w end)
  ch:holds { id = 'hills-minimum', formula = 'each of 51 starts ends where J is lower than beside it', holds = flat }
  ch:identity { id = 'hills-all', formula = 'together they reach every minimum there is',
    cases = { { #found, minima, 0, 'minima' } } }
  ch:fact('minima', minima, 0)
  for i, place in ipairs(found) do
    ch:fact(('minimum_%d_w'):format(i), place.w, 1e-5)
    ch:fact(('minimum_%d_cost'):format(i), place.cost, 1e-9)
    ch:fact(('minimum_%d_starts'):format(i), place.starts, 0)
  end

  -- Figures.
  local side_blocks = { curve(L, -4.6, 4.6) }
  for _, side in ipairs { { 'right', 2.8 }, { 'left', -3.4 } } do
    local name, at = unpack(side)
    local height, dw = L(at), bowl_slope(at)
    side_blocks[#side_blocks + 1] = { name = name .. '_tangent', rows = { { at - 1.3, height - 1.3 * dw },
      { at + 1.3, height + 1.3 * dw } } }
    local out = at > 0 and 1 or -1
    side_blocks[#side_blocks + 1] = { name = name .. '_triangle', rows = { { at, height }, { at + out, height },
      { at + out, height + out * dw } } }
    side_blocks[#side_blocks + 1] = { name = name .. '_step', rows = { { at, height },
      { gw.descent_update(at, dw, 0.2), height } } }
  end
  ch:data('sides', { columns = { 'w', 'L' }, blocks = side_blocks })

  local reach = 1.15 * math.max(math.abs(o.start), 1)
  ch:data('steps', { columns = { 'w', 'L' }, blocks = { curve(L, -reach, reach), { name = 'path', rows = path } } })

  local changes = {}
  for i, row in ipairs(path) do
    changes[i] = { i - 1, row[2], i > 1 and math.abs(row[2] - path[i - 1][2]) or 0 / 0, EPSILON }
  end
  ch:data('stop', { columns = { 'step', 'L', 'change', 'epsilon' }, rows = changes })

  local blocks = { curve(J, LOW, HIGH) }
  for i, start in ipairs { -5.3, -2.3, 0.7, 0.9, 6.8 } do
    blocks[i + 1] = { name = 'path' .. i, rows = (descend(gw.HILLS, start, 0.05, 1e-3, 100)) }
    ch:fact(('hills_start_%d'):format(i), start, 0)
    ch:fact(('hills_end_%d'):format(i), (last(blocks[i + 1].rows)), 1e-9)
  end
  ch:data('nonconvex', { columns = { 'w', 'J' }, blocks = blocks })
end)
