-- Chapter 1. The derivative: nudge, divide, and shrink the nudge.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local check = require 'gw.check'
local range = require 'gw.range'

local EPSILON = 2 ^ -52
-- Each function with its k-th derivative, k = 1, 2, …, the points to look at,
-- and the length over which it bends there. The points have few binary digits
-- and every h is a power of 2, so x + h is exact.
local FUNCTIONS = {
  { name = 'square', formula = 'x²', f = function(x) return x * x end, points = { -1.5, 2, 5 },
    d = function(k, x) return ({ 2 * x, 2 })[k] or 0 end },
  { name = 'sin', formula = 'sin x', f = math.sin, points = { -0.5, 1, 2.5 },
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

-- The three differences. The error is led by a term with the derivative number
-- `bend`, times h^order; the next term, with number `after`, is
-- next·h^step·(derivative after)/(derivative bend) times as large. `longest`: log₂ of the longest h
-- at which the first rules.
local DIFFERENCES = {
  { name = 'forward', kind = gw.FORWARD, order = 1, bend = 2, longest = -10, step = 1, after = 3, next = 1 / 3,
    at = function(f, x, h) return gw.derivative_forward(f(x), f(x + h), h) end },
  { name = 'central', kind = gw.CENTRAL, order = 2, bend = 3, longest = -6, step = 2, after = 5, next = 1 / 20,
    at = function(f, x, h) return gw.derivative_central(f(x - h), f(x + h), h) end },
  { name = 'extrapolated', kind = gw.EXTRAPOLATED, order = 4, bend = 5, longest = -3, step = 2, after = 7,
    next = 5 / 168, at = function(f, x, h)
      return gw.derivative_extrapolated(f(x - h), f(x - h / 2), f(x + h / 2), f(x + h), h)
    end },
}

chapter.run({ title = 'The derivative as a limit', claim = 'secants-square', options = { seed = 1 } }, function(ch)
  local rng = gw.random(ch.options.seed)
  local SQUARE, SIN, EXP, LN = unpack(FUNCTIONS)

  -- A straight line has one slope, whatever the nudge and the place.
  local cases = {}
  for k = 0, 40 do
    local x, h = gw.random_below(rng, 4096) / 1024 - 2, 2 ^ -k
    cases[#cases + 1] = { gw.derivative_forward(3 * x, 3 * (x + h), h), 3, 4 * EPSILON * 6 / h }
  end
  ch:identity { id = 'line', formula = 'the slope of 3x is 3, for every nudge', cases = cases }
  ch:fact('square_nudged', 2.001 ^ 2, 1e-15)
  ch:fact('square_nudged_slope', gw.derivative_forward(2 ^ 2, 2.001 ^ 2, 0.001), 1e-11)
  ch:fact('square_slope_at_2', SQUARE.d(1, 2), 0)
  ch:fact('square_slope_at_5', SQUARE.d(1, 5), 0)

  -- The derivative of each function, where it was said to be.
  for _, F in ipairs(FUNCTIONS) do
    ch:derivative { id = F.name, formula = ("(%s)'"):format(F.formula), f = F.f,
      slope = function(x) return F.d(1, x) end, points = F.points }
  end

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
  ch:fact('verdict_pass_digits', pass.digits, 1)
  ch:fact('verdict_fail_numeric', fail.worst.numeric, 1e-8)

  -- Secants close on the tangent: their slope is at most max |f''|·|Δx|/2 off.
  -- Each |f''| is monotone or at most 1 between x and x + Δx.
  for _, F in ipairs(FUNCTIONS) do
    cases = {}
    for _, x in ipairs(F.points) do
      for k = 2, 24 do
        for side = -1, 1, 2 do
          local dx = side * 2 ^ -k
          local bend = F == SIN and 1 or math.max(math.abs(F.d(2, x)), math.abs(F.d(2, x + dx)))
          cases[#cases + 1] = { gw.derivative_secant(x, F.f(x), x + dx, F.f(x + dx)), F.d(1, x),
            bend * math.abs(dx) / 2 + 2 * EPSILON * (math.abs(F.f(x)) + math.abs(F.f(x + dx))) / math.abs(dx),
            ('x = %g, Δx = %g'):format(x, dx) }
        end
      end
    end
    ch:identity { id = 'secants-' .. F.name, formula = ('secants of %s close on its tangent'):format(F.formula),
      cases = cases }
  end

  -- The tangent touches: f leaves it by at most max |f''|·(x − x0)²/2, and its
  -- slope is the tangent (tan) of its angle.
  cases = {}
  for _, x in ipairs(range.linear(1.5, 2.5, 101)) do
    cases[#cases + 1] = { gw.derivative_tangent(2, math.log(2), 0.5, x), math.log(x),
      (x - 2) ^ 2 / (2 * math.min(x, 2) ^ 2) + 2 * EPSILON, ('x = %g'):format(x) }
  end
  ch:identity { id = 'tangent', formula = 'ln x = its tangent at 2, to O((x − 2)²)', cases = cases }
  ch:identity { id = 'angle', formula = "tan of the tangent's angle is f'",
    cases = range.map(range.linear(-8, 8, 65), function(slope)
      return { math.tan(gw.derivative_angle(slope)), slope, 4 * EPSILON * (1 + slope * slope) }
    end) }
  ch:fact('ln_angle_at_2_degrees', math.deg(gw.derivative_angle(0.5)), 1e-12)

  -- Central differences have no error on x²: the h² in (x + h)² and (x − h)²
  -- is the same and goes away. Only rounding is left.
  cases = {}
  for _, x in ipairs(SQUARE.points) do
    for k = 0, 40 do
      local h = 2 ^ -k
      cases[#cases + 1] = { DIFFERENCES[2].at(SQUARE.f, x, h), 2 * x, EPSILON * (math.abs(x) + h) ^ 2 / h }
    end
  end
  ch:identity { id = 'square-exact', formula = 'on x² the central difference is exact', cases = cases }

  -- The order p of error ≈ c·h^p, fitted over four powers of 2. It may miss p by
  -- what the next term of the series adds, at the longest h, twice for all the
  -- terms after it; and by the noise of the values beside the error.
  for _, D in ipairs(DIFFERENCES) do
    cases = {}
    for _, F in ipairs(FUNCTIONS) do
      for _, x in ipairs(F.d(D.bend, 1) ~= 0 and F.points or {}) do
        local length = F.length and F.length(x) or 1
        local h, error, noise = {}, {}, 0
        for i = 0, 3 do
          h[i + 1] = 2 ^ (D.longest - i + math.floor(math.log(length) / math.log(2)))
          error[i + 1] = math.abs(D.at(F.f, x, h[i + 1]) - F.d(1, x))
          noise = math.max(noise, 4 * EPSILON * math.max(1, math.abs(F.f(x))) / h[i + 1] / error[i + 1])
        end
        local order = gw.derivative_order(gw.matrix.from { h }, gw.matrix.from { error })
        local series = D.next * math.abs(F.d(D.after, x) / F.d(D.bend, x)) * h[1] ^ D.step
        cases[#cases + 1] = { order, D.order, 2 * D.step * series + 2 * noise + 8 * EPSILON,
          ('%s at %g'):format(F.formula, x) }
        if F == SIN and x == 1 then ch:fact('order_' .. D.name, order, 1e-4) end
      end
    end
    ch:identity { id = 'order-' .. D.name, formula = ('the %s error is O(h%s)'):format(D.name,
      ({ '', '²', nil, '⁴' })[D.order]), cases = cases }
  end

  -- Truncation against rounding: sin near 1, at 64 points, for every h. No
  -- derivative of sin exceeds 1, and its values err by less than ε.
  local points, curves, bounds = {}, {}, {}
  for i = 1, 64 do points[i] = 0.5 + gw.random_below(rng, 1024) / 1024 end
  for i, D in ipairs(DIFFERENCES) do
    local best_error, best_k = math.huge
    curves[i], cases = { name = D.name, rows = {} }, {}
    for k = 0, 50 do
      local h, sum = 2 ^ -k, 0
      for _, x in ipairs(points) do
        local error = D.at(math.sin, x, h) - math.cos(x)
        sum = sum + error ^ 2
        cases[#cases + 1] = { error, 0, gw.derivative_bound(D.kind, h, EPSILON, 1) + 4 * EPSILON,
          ('x = %g, h = 2^−%d'):format(x, k) }
      end
      local rms = math.sqrt(sum / #points)
      curves[i].rows[k + 1] = { math.log10(h), math.log10(rms) }
      if rms < best_error then best_error, best_k = rms, k end
    end
    ch:identity { id = 'bound-' .. D.name, formula = ('truncation + rounding bound the %s error'):format(D.name),
      cases = cases }

    -- The measured best h is a power of 2, thus up to √2 off. And typical noise
    -- is a third of its bound or less, which moves the best h by less than 2:
    -- both together, and chance, stay within a factor 4.
    local theory = gw.derivative_best_h(D.kind, EPSILON / 2, math.abs(SIN.d(D.bend, 1)))
    ch:identity { id = 'best-' .. D.name, formula = ('the best h of the %s difference'):format(D.name),
      cases = { { -best_k, math.log(theory) / math.log(2), 2 } } }
    bounds[i] = { math.log10(theory), curves[i].rows[math.floor(0.5 - math.log(theory) / math.log(2)) + 1][2] }
    ch:fact('best_h_' .. D.name, theory, 1e-12)
    ch:fact('best_log2_h_measured_' .. D.name, -best_k, 1)
    ch:fact('best_log10_error_' .. D.name, math.log10(best_error), 0.5)
  end
  curves[#curves + 1] = { name = 'best', rows = bounds }
  ch:data('error', { columns = { 'log10_h', 'log10_error' }, tolerance = { log10_error = 0.05 }, blocks = curves })

  -- What the other figures show.
  ch:data('slope', { columns = { 'x', 'y', 'width', 'height' }, blocks = {
    { name = 'line', rows = range.map({ 0, 4 }, function(x) return { x, 3 * x, 0, 0 } end) },
    { name = 'triangle', rows = range.map({ 0.5, 2 }, function(x) return { x, 3 * x, 1, 3 * (x + 1) - 3 * x } end) },
  } })
  ch:data('square', { columns = { 'x', 'y', 'slope' }, blocks = {
    { name = 'curve', rows = range.map(range.linear(0, 7, 141), function(x) return { x, x * x, 2 * x } end) },
    { name = 'points', rows = range.map({ 2, 5 }, function(x) return { x, SQUARE.f(x), SQUARE.d(1, x) } end) },
  } })
  ch:data('tangent', { columns = { 'x', 'y', 'tangent' }, blocks = {
    { name = 'curve', rows = range.map(range.linear(0.3, 5, 189), function(x)
      return { x, LN.f(x), gw.derivative_tangent(2, LN.f(2), LN.d(1, 2), x) }
    end) },
    -- Where the tangent meets the x axis, its angle in degrees and its slope.
    { name = 'point', rows = { { 2, LN.f(2), LN.d(1, 2) },
      { 2 - 2 * LN.f(2), math.deg(gw.derivative_angle(LN.d(1, 2))), LN.d(1, 2) } } },
  } })
  local secants = {}
  for i, dx in ipairs { 2, 1, 0.5, 0 } do
    local slope = dx > 0 and gw.derivative_secant(0, EXP.f(0), dx, EXP.f(dx)) or EXP.d(1, 0)
    secants[i] = { 0, EXP.f(0), dx, EXP.f(dx), slope }
    ch:fact(('secant_slope_%d'):format(i), slope, 1e-14)
  end
  ch:data('secants', { columns = { 'x0', 'y0', 'dx', 'y1', 'slope' }, blocks = {
    { name = 'curve', rows = range.map(range.linear(-1, 2.4, 137), function(x) return { x, EXP.f(x), 0, 0, 0 } end) },
    { name = 'secants', rows = secants },
  } })
end)
