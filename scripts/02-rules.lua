-- Chapter 2. The table of derivatives, and the five rules that do the rest.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local check = require 'gw.check'
local range = require 'gw.range'

local EPSILON, PI = 2 ^ -52, math.pi
local NAN = 0 / 0

-- Points over a whole domain: a grid and its mirror image, or a grid of sizes.
local function line(reach) return range.linear(-reach, reach, 122) end
local function sizes(smallest, largest) return range.logarithmic(smallest, largest, 61) end
local function both(list)
  local out = {}
  for _, x in ipairs(list) do out[#out + 1], out[#out + 2] = -x, x end
  return out
end

-- The table: a name, the formula, the parameters to try, and the points.
-- Beyond ±650, e^x and its steps come near the smallest and largest numbers.
local TABLE = {
  { 'power', "(x^n)' = n x^(n−1)", gw.FN_POWER, { -2, -1, 1, 2, 3, 7 }, both(sizes(0.01, 100)) },
  { 'power-any', "(x^n)' = n x^(n−1), any n, x > 0", gw.FN_POWER, { -1.5, 0.25, 1 / 3, PI }, sizes(0.01, 100) },
  { 'exponential', "(a^x)' = a^x ln a", gw.FN_EXPONENTIAL, { 0.1, 0.5, 2, 10 }, line(100) },
  { 'exp', "(e^x)' = e^x", gw.FN_EXP, { 0 }, line(650) },
  { 'ln', "(ln x)' = 1/x", gw.FN_LN, { 0 }, sizes(1e-6, 1e6) },
  { 'log', "(log_a x)' = 1/(x ln a)", gw.FN_LOG, { 0.5, 2, 10 }, sizes(1e-6, 1e6) },
  { 'sin', "(sin x)' = cos x", gw.FN_SIN, { 0 }, line(50) },
  { 'cos', "(cos x)' = −sin x", gw.FN_COS, { 0 }, line(50) },
  { 'tan', "(tan x)' = 1/cos² x", gw.FN_TAN, { 0 }, line(20) },
  { 'sqrt', "(√x)' = 1/(2√x)", gw.FN_SQRT, { 0 }, sizes(1e-6, 1e6) },
  { 'arctan', "(arctan x)' = 1/(1 + x²)", gw.FN_ARCTAN, { 0 }, both(sizes(0.01, 100)) },
  { 'arcsin', "(arcsin x)' = 1/√(1 − x²)", gw.FN_ARCSIN, { 0 }, line(0.9999) },
  { 'sinh', "(sinh x)' = cosh x", gw.FN_SINH, { 0 }, line(50) },
  { 'cosh', "(cosh x)' = sinh x", gw.FN_COSH, { 0 }, line(50) },
  { 'tanh', "(tanh x)' = 1/cosh² x", gw.FN_TANH, { 0 }, line(3) },
}

-- f(x) and f'(x), or NaN where there is none: a step of the checker may leave
-- the domain, and it knows what NaN means.
local function value(fn, parameter, x)
  local ok, y = pcall(gw.rules_value, fn, parameter, x)
  return ok and y or NAN
end
local function slope(fn, parameter, x)
  local ok, y = pcall(gw.rules_slope, fn, parameter, x)
  return ok and y or NAN
end
-- Does C refuse with «the function has no value there»?
local function refused(f, ...)
  local ok, message = pcall(f, ...)
  return not ok and message:match 'the function has no value there$' ~= nil
end

-- The rules: of f and g at x, with a number C, the function and its slope.
local RULES = {
  { 'sum', "(f + g)' = f' + g'", function(f, g) return f + g end,
    function(_, df, _, dg) return gw.rules_sum(df, dg) end },
  { 'difference', "(f − g)' = f' − g'", function(f, g) return f - g end,
    function(_, df, _, dg) return gw.rules_difference(df, dg) end },
  { 'product', "(fg)' = f'g + fg'", function(f, g) return f * g end, gw.rules_product },
  { 'multiple', "(Cf)' = Cf'", function(f, _, C) return C * f end,
    function(_, df, _, _, C) return gw.rules_multiple(C, df) end },
  { 'quotient', "(f/g)' = (f'g − fg')/g²", function(f, g) return f / g end, gw.rules_quotient },
}

-- What must be refused: a function, its parameter, and x.
local OUTSIDE = {
  { 'ln at −1', gw.rules_value, gw.FN_LN, 0, -1 }, { 'ln at 0', gw.rules_value, gw.FN_LN, 0, 0 },
  { 'ln’s slope at −1', gw.rules_slope, gw.FN_LN, 0, -1 },
  { 'log with base 1', gw.rules_value, gw.FN_LOG, 1, 2 }, { 'log with base −2', gw.rules_slope, gw.FN_LOG, -2, 2 },
  { '(−2)^x', gw.rules_value, gw.FN_EXPONENTIAL, -2, 0.5 }, { '0^x', gw.rules_slope, gw.FN_EXPONENTIAL, 0, 1 },
  { 'tan at π/2', gw.rules_value, gw.FN_TAN, 0, PI / 2 },
  { 'tan’s slope at −3π/2', gw.rules_slope, gw.FN_TAN, 0, -1.5 * PI },
  { '√ of −1', gw.rules_value, gw.FN_SQRT, 0, -1 }, { '√’s slope at 0', gw.rules_slope, gw.FN_SQRT, 0, 0 },
  { 'arcsin of 1.5', gw.rules_value, gw.FN_ARCSIN, 0, 1.5 },
  { 'arcsin’s slope at 1', gw.rules_slope, gw.FN_ARCSIN, 0, 1 },
  { '1/x at 0', gw.rules_value, gw.FN_POWER, -1, 0 }, { 'the slope of x^½ at 0', gw.rules_slope, gw.FN_POWER, 0.5, 0 },
  { '(−8)^⅓', gw.rules_value, gw.FN_POWER, 1 / 3, -8 }, { 'f/g where g = 0', gw.rules_quotient, 1, 1, 0, 1 },
}

-- What the figure shows: a panel's name, the function, its parameter.
local PANELS = {
  { 'constant', gw.FN_CONSTANT, 1 }, { 'power', gw.FN_POWER, 3 }, { 'sqrt', gw.FN_SQRT, 0 },
  { 'to-the-x', gw.FN_EXPONENTIAL, 0.5 }, { 'exp', gw.FN_EXP, 0 }, { 'ln', gw.FN_LN, 0 },
  { 'log', gw.FN_LOG, 10 }, { 'sin', gw.FN_SIN, 0 }, { 'cos', gw.FN_COS, 0 },
  { 'tan', gw.FN_TAN, 0 }, { 'arctan', gw.FN_ARCTAN, 0 }, { 'arcsin', gw.FN_ARCSIN, 0 },
  { 'sinh', gw.FN_SINH, 0 }, { 'cosh', gw.FN_COSH, 0 }, { 'tanh', gw.FN_TANH, 0 },
}

chapter.run({ title = 'The table and the rules', claim = 'product', options = { seed = 2 } }, function(ch)
  local rng = gw.random(ch.options.seed)

  -- Every line of the table, over its whole domain, for every parameter; each
  -- grid point is moved a little, so that no seed sees the same ones.
  local count = 0
  for _, entry in ipairs(TABLE) do
    local id, formula, fn, parameters, points = unpack(entry)
    local results = {}
    for _, p in ipairs(parameters) do
      local moved = range.map(points, function(x) return x * (1 - 1e-4 * gw.random_uniform(rng)) end)
      results[#results + 1] = check.derivative(function(x) return value(fn, p, x) end,
        function(x) return slope(fn, p, x) end, moved, ch.options.seed)
      count = count + #moved
    end
    ch:record({ id = id, formula = formula }, check.merge(results), 'points')
  end
  ch:fact('table_points', count, 0)
  ch:holds { id = 'constant', formula = "c' = 0: no nudge moves a constant, nor x⁰",
    holds = gw.rules_slope(gw.FN_CONSTANT, 3.5, 1) == 0 and gw.rules_slope(gw.FN_POWER, 0, 0) == 0 and
      gw.rules_value(gw.FN_POWER, 0, 0) == gw.rules_value(gw.FN_POWER, 0, 0.001) and
      gw.rules_value(gw.FN_CONSTANT, 3.5, 1) == gw.rules_value(gw.FN_CONSTANT, 3.5, 1.001) }

  -- Each rule on random pairs of the table at random points, wherever both have
  -- values and g is not near 0. Not on pairs of one kind: f − f, or one logarithm
  -- over another, is a constant, and all that is left of it to see is noise.
  local LOGARITHM = { [gw.FN_LN] = true, [gw.FN_LOG] = true }
  local function alike(f, g) return f[3] == g[3] or LOGARITHM[f[3]] and LOGARITHM[g[3]] end
  local function pick()
    local entry = TABLE[1 + gw.random_below(rng, #TABLE)]
    return entry, entry[4][1 + gw.random_below(rng, #entry[4])]
  end
  local PAIRS = 300
  for _, rule in ipairs(RULES) do
    local id, formula, combine, slope_of = unpack(rule)
    local results = {}
    while #results < PAIRS do
      local f, p = pick()
      local g, q = pick()
      local x, C = 3 * gw.random_normal(rng), 2 * gw.random_normal(rng)
      local fx, dfx, gx, dgx = value(f[3], p, x), slope(f[3], p, x), value(g[3], q, x), slope(g[3], q, x)
      local defined = fx + dfx + gx + dgx
      if not alike(f, g) and defined == defined and math.abs(gx) > 1e-3 then
        local result = check.derivative(function(t) return combine(value(f[3], p, t), value(g[3], q, t), C) end,
          function() return slope_of(fx, dfx, gx, dgx, C) end, { x }, ch.options.seed + #results)
        results[#results + 1] = result
        result.worst.where = ('%s and %s, %s'):format(f[1], g[1], result.worst.where)
      end
    end
    ch:record({ id = id, formula = formula }, check.merge(results), 'points')
  end

  -- [areas] How much a product grows: two strips and a corner. The corner is the
  -- part that vanishes, and the reason why (fg)' has two terms and not three.
  local cases, corner = {}, {}
  for k = 0, 20 do
    local h = 2 ^ -k
    local f, g = gw.rules_value(gw.FN_POWER, 2, 1), gw.rules_value(gw.FN_EXP, 0, 1)
    local Df, Dg = gw.rules_value(gw.FN_POWER, 2, 1 + h) - f, gw.rules_value(gw.FN_EXP, 0, 1 + h) - g
    cases[k + 1] = { (f + Df) * (g + Dg) - f * g, gw.rules_product(f, Df, g, Dg) + Df * Dg,
      8 * EPSILON * (f + Df) * (g + Dg), ('h = 2^−%d'):format(k) }
    corner[k + 1] = Df * Dg / h
  end
  ch:identity { id = 'areas', formula = 'Δ(fg) = Δf·g + f·Δg + Δf·Δg', cases = cases }
  -- [/areas]
  ch:holds { id = 'corner', formula = 'the corner Δf·Δg/h halves with h',
    holds = math.abs(corner[21] / corner[20] - 0.5) < 1e-5, because = 'it does not vanish as h does' }
  ch:fact('pairs', PAIRS, 0)
  ch:fact('corner_share_1', corner[1], 1e-12)
  ch:fact('corner_share_1024th', corner[11], 1e-12)

  -- [outside] Where there is no value, C says so; it never answers NaN.
  local quiet = {}
  for _, case in ipairs(OUTSIDE) do
    if not refused(unpack(case, 2)) then quiet[#quiet + 1] = case[1] end
  end
  ch:holds { id = 'domain', formula = 'outside its domain a function is refused', holds = #quiet == 0,
    because = table.concat(quiet, ', ') .. ' is not refused' }
  -- [/outside]
  ch:fact('refused_cases', #OUTSIDE, 0)
  ch:fact('slope_of_2_to_the_x_at_0', gw.rules_slope(gw.FN_EXPONENTIAL, 2, 0), 1e-15)
  ch:fact('slope_of_tan_at_1', gw.rules_slope(gw.FN_TAN, 0, 1), 1e-14)
  ch:fact('slope_of_ln_at_a_tenth', gw.rules_slope(gw.FN_LN, 0, 0.1), 0)
  ch:fact('slope_of_arctan_at_1', gw.rules_slope(gw.FN_ARCTAN, 0, 1), 0)

  -- [squeeze] Why sin h / h settles on 1: it has no room between cos h and 1. And why
  -- (e^h − 1)/h does: at h = 1/n it lies between 1 and n/(n − 1).
  local sine, growth, near_one = {}, {}, {}
  for k = 1, 20 do
    local t, n = 2 ^ -k, 2 ^ k
    local quotient, secant = math.sin(t) / t, (math.exp(t) - 1) / t
    if not (math.cos(t) < quotient and quotient < 1) then sine[#sine + 1] = ('h = 2^−%d'):format(k) end
    if not (1 < secant and secant < n / (n - 1)) then growth[#growth + 1] = ('h = 2^−%d'):format(k) end
    near_one[k] = { quotient, secant }
  end
  ch:holds { id = 'sine-squeeze', formula = 'cos h < sin h/h < 1', holds = #sine == 0,
    because = 'not at ' .. table.concat(sine, ', ') }
  ch:holds { id = 'growth-squeeze', formula = '1 < (e^h − 1)/h < n/(n − 1), h = 1/n', holds = #growth == 0,
    because = 'not at ' .. table.concat(growth, ', ') }
  -- [/squeeze]
  ch:fact('sine_quotient_1024th', near_one[10][1], 1e-14)
  ch:fact('growth_quotient_1024th', near_one[10][2], 1e-11)

  -- On the circle of radius 1: a point and its triangle; a slice between two
  -- triangles; and the way to the angle x + h, turned by h.
  local function arc(from, to)
    return range.map(range.linear(from, to, 121), function(t) return { math.cos(t), math.sin(t) } end)
  end
  local function point(x, y) return { x, y } end
  local t, angle, x0, turn = 0.9, 0.8, 0.6, 0.5
  local slice = arc(0, angle)
  table.insert(slice, point(0, 0)) -- its tip
  ch:data('circle', { columns = { 'x', 'y' }, blocks = { { name = 'edge', rows = arc(0, 2 * PI) },
    { name = 'point', rows = { point(math.cos(t), math.sin(t)) } } } })
  ch:data('areas', { columns = { 'x', 'y' }, blocks = { { name = 'edge', rows = arc(0, angle) },
    { name = 'slice', rows = slice },
    { name = 'inside', rows = { point(0, 0), point(1, 0), point(math.cos(angle), math.sin(angle)) } },
    { name = 'around', rows = { point(0, 0), point(1, 0), point(1, math.tan(angle)) } } } })
  ch:data('turned', { columns = { 'x', 'y' }, blocks = { { name = 'edge', rows = arc(0.8, 1.4) },
    { name = 'points', rows = { point(math.cos(x0) * math.cos(turn), math.cos(x0) * math.sin(turn)),
      point(math.cos(x0 + turn), math.sin(x0 + turn)) } } } })

  -- Each function beside its slope, for the small multiples; a gap where there
  -- is none, and where it leaves the panel.
  local panels = {}
  for i, panel in ipairs(PANELS) do
    panels[i] = { name = panel[1], rows = range.map(range.linear(-3, 3, 241), function(x)
      local y, dy = value(panel[2], panel[3], x), slope(panel[2], panel[3], x)
      return { x, math.abs(y) < 12 and y or NAN, math.abs(dy) < 12 and dy or NAN }
    end) }
  end
  ch:data('elementary', { columns = { 'x', 'f', 'slope' }, blocks = panels })

  -- The rectangle f by g at x = 1 and its growth for h = ¼.
  local f, g, h = 1, math.exp(1), 0.25
  ch:data('product', { columns = { 'f', 'g', 'growth_f', 'growth_g' },
    rows = { { f, g, (1 + h) ^ 2 - f, math.exp(1 + h) - g } } })
end)
