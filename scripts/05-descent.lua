-- Chapter 5. Gradient descent in one dimension.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local range = require 'gw.range'
local theory = require '05-descent.theory'

local EPSILON = 0.01 -- of the stop rule

-- The bowl w² + 12 and the hills w²/5 + 2 sin 2w + 3, each with its slope.
local function L(w) return gw.descent_value(gw.BOWL, w) end
local function J(w) return gw.descent_value(gw.HILLS, w) end
local function dL(w) return gw.descent_slope(gw.BOWL, w) end
local function dJ(w) return gw.descent_slope(gw.HILLS, w) end

-- The descent: find the slope, step against it, stop when the cost has settled.
-- Returns the path, a list of {w, cost} with the start first, and how it ended.
local function descend(cost_of, slope_of, w, alpha, epsilon, iterations)
  local cost, rises = cost_of(w), 0
  local path = { { w, cost } }
  for i = 1, iterations do
    local dw, before = slope_of(w), cost
    w = gw.descent_update(w, dw, alpha)
    cost = cost_of(w)
    if cost == math.huge then return path, gw.DIVERGED end
    path[i + 1] = { w, cost }
    rises = cost > before and rises + 1 or 0
    if gw.descent_settled(before, cost, epsilon) == 1 then return path, gw.SETTLED end
    if rises == gw.RISES then return path, gw.DIVERGED end
  end
  return path, gw.OUT_OF_STEPS
end

chapter.run({ title = 'Gradient descent', claim = 'falls',
  options = { seed = 5, alpha = 0.2, start = 5, iterations = 50 } }, function(ch)
  local start, alpha, rng = ch.options.start, ch.options.alpha, gw.random(ch.options.seed)

  -- Your own descent, on the bowl.
  local path, ending = descend(L, dL, start, alpha, EPSILON, ch.options.iterations)
  local w, cost = unpack(path[#path])
  ch:say('  α = %g, from w = %g to %.4g, L = %.6g in step %d: %s.', alpha, start, w, cost, #path - 1,
    gw.ending_text(ending))
  ch:say('  Here dw is %.6g, and each step multiplies w by 1 − 2α = %g.', dL(w), 1 - 2 * alpha)

  -- The slopes that it follows, and what the text says of one step.
  local function between(low, high) return low + (high - low) * gw.random_uniform(rng) end
  local anywhere = range.times(200, function() return between(-10, 10) end)
  local function moved(at) return gw.descent_update(at, dL(at), between(0.01, 0.99)) end
  ch:derivative { id = 'bowl', formula = 'dL/dw = 2w', f = L, slope = dL, points = anywhere }
  ch:derivative { id = 'hills', formula = 'dJ/dw = 2w/5 + 4 cos 2w', f = J, slope = dJ, points = anywhere }
  ch:everywhere { id = 'right', formula = 'right of the minimum dw > 0 and w moves left', points = anywhere,
    holds = function(at) return at < 0 or dL(at) > 0 and moved(at) < at end }
  ch:everywhere { id = 'left', formula = 'left of the minimum dw < 0 and w moves right', points = anywhere,
    holds = function(at) return at > 0 or dL(at) < 0 and moved(at) > at end }
  ch:everywhere { id = 'falls', formula = '0 < α < 1: every step lowers L', points = anywhere,
    holds = function(at) return L(moved(at)) < L(at) end }
  ch:everywhere { id = 'half', formula = 'α ≤ 0.1: every step lowers J by at least α dw²/2', points = anywhere,
    holds = function(at)
      local dw, rate = dJ(at), 10 ^ between(-3, -1) -- the curvature of J is at most 8.4
      return J(at) - J(gw.descent_update(at, dw, rate)) > rate / 2 * dw * dw - 2 ^ -50 * J(at)
    end }

  -- Where a descent is after i steps, when it stops and why: all known beforehand. And
  -- the loop in C goes the same way.
  local factor, stop_step, endings, in_C = {}, {}, {}, {}
  for k = 1, 40 do
    local w0, rate = between(1, 8), between(0.01, 1.2)
    local walk, ended = descend(L, dL, w0, rate, EPSILON, 2000)
    local known, where = theory.on_the_bowl(w0, rate, EPSILON), ('α = %.4g'):format(rate)
    for i = 1, #walk - 1 do factor[#factor + 1] = { walk[i + 1][1], known.w(i), known.bound(i), where } end
    stop_step[k] = { #walk - 1, known.steps, 0, where }
    endings[k] = { ended, known.ending, 0, where }
    local walk_in_C = gw.matrix.new(2, #walk)
    gw.descent_run(gw.BOWL, w0, rate, EPSILON, walk_in_C)
    in_C[k] = { walk_in_C:get(1, #walk), walk[#walk][1], 0, where }
  end
  ch:identity { id = 'factor', formula = 'w after i steps = (1 − 2α)^i w at the start', cases = factor }
  ch:identity { id = 'stop-step', formula = 'it stops at the step that |1 − 2α| foretells', cases = stop_step }
  ch:identity { id = 'ending', formula = 'below α = 1 it settles, above it diverges', cases = endings }
  ch:identity { id = 'in-C', formula = 'the loop in C ends at the same w', cases = in_C }

  -- What the stop rule keeps, and what it does not promise.
  local function from_5(rate) return descend(L, dL, 5, rate, EPSILON, 2000) end
  local usual, tiny, mirror, quick = from_5(0.2), from_5(0.00009), from_5(1), from_5(0.5)
  ch:everywhere { id = 'stop-rule', formula = 'only the last change of L is below ε', points = usual,
    holds = function(at, i) return i == 1 or (usual[i - 1][2] - at[2] < EPSILON) == (i == #usual) end }
  ch:holds { id = 'stop-early', formula = 'α = 0.00009 stops after one step, nowhere near',
    holds = #tiny == 2 and tiny[2][1] > 4.9 }
  ch:holds { id = 'stop-fooled', formula = 'α = 1 jumps from 5 to −5: L the same, so it stops',
    holds = #mirror == 2 and mirror[2][1] == -5 }
  ch:holds { id = 'one-step', formula = 'α = 1/2 is at the minimum in one step', holds = quick[2][1] == 0 }

  -- The hills: each start ends in a valley, and together they reach every one there is.
  local function roll(from, epsilon, iterations) return descend(J, dJ, from, 0.05, epsilon, iterations) end
  local ends = range.map(range.linear(-5.5, 7, 51), function(from)
    local walk = roll(from, 1e-13, 1000)
    return walk[#walk]
  end)
  local valleys, minima = theory.valleys(ends), theory.minima(dJ, range.linear(-5.5, 7, 2001))
  ch:everywhere { id = 'hills-minimum', formula = 'each of 51 starts ends where J is lower than beside it',
    points = ends, holds = function(at) return J(at[1] - 1e-3) > at[2] and J(at[1] + 1e-3) > at[2] end }
  ch:identity { id = 'hills-all', formula = 'together they reach every minimum there is',
    cases = { { #valleys, minima, 0, 'minima' } } }
  local rolls = range.map({ -5.3, -2.3, 0.7, 0.9, 6.8 }, function(from) return (roll(from, 1e-3, 100)) end)

  -- What the text quotes.
  ch:facts(0, { start = start, alpha = alpha, epsilon = EPSILON, steps = #path - 1, ending = ending, rises = gw.RISES,
    minima = minima })
  ch:facts(1e-12, { factor = 1 - 2 * alpha, last_w = w, last_cost = cost, tiny_alpha_w = tiny[2][1] })
  require('models.learner').rates(ch)
  for name, rate in pairs { small = 0.02, large = 0.9, too_large = 1.1 } do
    ch:facts(0, { ['alpha_' .. name] = rate, ['steps_' .. name] = #from_5(rate) - 1 })
  end
  ch:fact_list('minimum_%d_w', range.map(valleys, function(valley) return valley[1] end), 1e-5)
  ch:fact_list('minimum_%d_cost', range.map(valleys, function(valley) return valley[2] end), 1e-9)
  ch:fact_list('minimum_%d_starts', range.map(valleys, function(valley) return valley.starts end), 0)
  ch:fact_list('hills_start_%d', range.map(rolls, function(walk) return walk[1][1] end), 0)
  ch:fact_list('hills_end_%d', range.map(rolls, function(walk) return walk[#walk][1] end), 1e-9)
  return { L = L, J = J, dL = dL, epsilon = EPSILON, alpha = alpha, path = path, rolls = rolls, descend = descend }
end)
