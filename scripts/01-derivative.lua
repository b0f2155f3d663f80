-- Chapter 1. The derivative: nudge, divide, and shrink the nudge.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local check = require 'gw.check'
local range = require 'gw.range'
local theory = require '01-derivative.theory'

local EPSILON = 2 ^ -52
-- Each function with its k-th derivative, k = 1, 2, …, the points to look at,
-- the length over which it bends there, and the most it bends. The points have few digits
-- and every h is a power of 2, so x + h is exact.
local FUNCTIONS = {
  { name = 'square', formula = 'x²', f = function(x) return x * x end, points = { -1.5, 2, 5 },
    d = function(k, x) return ({ 2 * x, 2 })[k] or 0 end },
  { name = 'sin', formula = 'sin x', f = math.sin, points = { -0.5, 1, 2.5 }, most_bent = 1,
    d = function(k, x) return ({ math.cos(x), -math.sin(x), -math.cos(x), math.sin(x) })[(k - 1) % 4 + 1] end },
  { name = 'exp', formula = 'e^x', f = math.exp, points = { -2, 0, 1 },
    d = function(_, x) return math.exp(x) end },
  { name = 'ln', formula = 'ln x', f = math.log, points = { 0.5, 1, 3 }, length = function(x) return x end,
    d = function(k, x)
      local factorial = 1
      for i = 2, k - 1 do factorial = factorial * i end
      return (-1) ^ (k - 1) * factorial / x ^ k
    end },
}
local SQUARE, SIN, EXP, LN = unpack(FUNCTIONS)

chapter.run({ title = 'The derivative as a limit', claim = 'secants-square', options = { seed = 1 } }, function(ch)
  local rng = gw.random(ch.options.seed)

  -- A straight line has one slope, whatever the nudge and the place.
  local nudges = range.times(41, function(k) return 2 ^ (1 - k) end)
  ch:identity { id = 'line', formula = 'the slope of 3x is 3, for every nudge', cases = range.map(nudges, function(h)
    local x = gw.random_below(rng, 4096) / 1024 - 2
    return { gw.derivative_forward(3 * x, 3 * (x + h), h), 3, 4 * EPSILON * 6 / h }
  end) }

  -- The derivative of each function, where it was said to be; and its secants close on it.
  for _, F in ipairs(FUNCTIONS) do
    ch:derivative { id = F.name, formula = ("(%s)'"):format(F.formula), f = F.f,
      slope = function(x) return F.d(1, x) end, points = F.points }
    ch:identity { id = 'secants-' .. F.name, formula = ('secants of %s close on its tangent'):format(F.formula),
      cases = theory.secants(F) }
  end
  local secants = range.map({ 2, 1, 0.5 }, function(dx) return gw.derivative_secant(0, 1, dx, EXP.f(dx)) end)
  secants[4] = EXP.d(1, 0) -- the tangent's slope

  -- [verdicts] Three answers of the checker: right, wrong, and cannot tell.
  local pass = check.derivative(SQUARE.f, function(x) return 2 * x end, { 3 }, 1)
  local fail = check.derivative(SQUARE.f, function(x) return 2.001 * x end, { 3 }, 1)
  local undecided = check.derivative(math.abs, function() return 0 end, { 0 }, 1)
  ch:holds { id = 'verdict-pass', formula = "(x²)' = 2x at 3 is a pass",
    holds = pass.verdict == 'pass' }
  ch:holds { id = 'verdict-fail', formula = "(x²)' = 2.001x at 3 is a fail",
    holds = fail.verdict == 'fail' }
  ch:holds { id = 'verdict-undecided', formula = "|x|' = 0 at 0 is undecided: a kink",
    holds = undecided.verdict == 'undecided' and undecided.cause:match 'left and right' ~= nil }
  -- [/verdicts]

  -- The tangent touches: f leaves it by at most max |f''|·(x − x0)²/2, and its
  -- slope is the tangent (tan) of its angle.
  ch:identity { id = 'tangent', formula = 'ln x = its tangent at 2, to O((x − 2)²)',
    cases = range.map(range.linear(1.5, 2.5, 101), function(x)
      return { gw.derivative_tangent(2, math.log(2), 0.5, x), math.log(x),
        (x - 2) ^ 2 / (2 * math.min(x, 2) ^ 2) + 2 * EPSILON, ('x = %g'):format(x) }
    end) }
  ch:identity { id = 'angle', formula = "tan of the tangent's angle is f'",
    cases = range.map(range.linear(-8, 8, 65), function(slope)
      return { math.tan(gw.derivative_angle(slope)), slope, 4 * EPSILON * (1 + slope * slope) }
    end) }

  -- Central differences have no error on x²: the h² in (x + h)² and (x − h)²
  -- is the same and goes away. Only rounding is left.
  local exact = {}
  for _, x in ipairs(SQUARE.points) do
    for _, h in ipairs(nudges) do
      local slope = gw.derivative_central(SQUARE.f(x - h), SQUARE.f(x + h), h)
      exact[#exact + 1] = { slope, 2 * x, EPSILON * (math.abs(x) + h) ^ 2 / h }
    end
  end
  ch:identity { id = 'square-exact', formula = 'on x² the central difference is exact', cases = exact }

  -- Shrinking the nudge: an error of O(h^p), until rounding takes over. The measured best
  -- h is a power of 2, thus up to √2 off. And typical noise is a third of its bound or
  -- less, which moves the best h by less than 2: both, and chance, stay within a factor 4.
  local points = range.times(64, function() return 0.5 + gw.random_below(rng, 1024) / 1024 end)
  local rms = {}
  for i, D in ipairs(theory.DIFFERENCES) do
    local cases, best
    cases, rms[i], best = theory.errors(D, points)
    local best_h = gw.derivative_best_h(D.kind, EPSILON / 2, math.abs(SIN.d(D.bend, 1)))
    ch:identity { id = 'order-' .. D.name, formula = ('the %s error is O(h%s)'):format(D.name,
      ({ '', '²', nil, '⁴' })[D.order]), cases = theory.orders(D, FUNCTIONS) }
    ch:identity { id = 'bound-' .. D.name, formula = ('truncation + rounding bound the %s error'):format(D.name),
      cases = cases }
    ch:identity { id = 'best-' .. D.name, formula = ('the best h of the %s difference'):format(D.name),
      cases = { { -best, math.log(best_h) / math.log(2), 2 } } }
    ch:fact('order_' .. D.name, (theory.order(D, SIN, 1)), 1e-4)
    ch:fact('best_h_' .. D.name, best_h, 1e-12)
    ch:fact('best_log2_h_measured_' .. D.name, -best, 1)
    ch:fact('best_log10_error_' .. D.name, math.log10(rms[i][best]), 0.5)
  end

  ch:facts(0, { square_slope_at_2 = SQUARE.d(1, 2), square_slope_at_5 = SQUARE.d(1, 5) })
  ch:fact('square_nudged', 2.001 ^ 2, 1e-15)
  ch:fact('square_nudged_slope', gw.derivative_forward(2 ^ 2, 2.001 ^ 2, 0.001), 1e-11)
  ch:fact('verdict_pass_digits', pass.digits, 1)
  ch:fact('verdict_fail_numeric', fail.worst.numeric, 1e-8)
  ch:fact('ln_angle_at_2_degrees', math.deg(gw.derivative_angle(LN.d(1, 2))), 1e-12)
  ch:fact_list('secant_slope_%d', secants, 1e-14)
  return { square = SQUARE, sin = SIN, exp = EXP, ln = LN, secants = secants, rms = rms,
    learner = require('models.learner').share(ch) }
end)
