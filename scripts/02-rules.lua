-- Chapter 2. The table of derivatives, and the five rules that do the rest.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local check = require 'gw.check'
local defined = require 'gw.defined'
local range = require 'gw.range'
local table_of = require '02-rules.table'

local EPSILON = 2 ^ -52
local PAIRS = 300
local value, slope = table_of.value, table_of.slope

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

chapter.run({ title = 'The table and the rules', claim = 'product', options = { seed = 2 } }, function(ch)
  local rng = gw.random(ch.options.seed)

  -- Every line of the table, over its whole domain, for every parameter; each
  -- grid point is moved a little, so that no seed sees the same ones.
  local count = 0
  for _, line in ipairs(table_of.LINES) do
    local id, formula, fn, parameters, points = unpack(line)
    local results = {}
    for i, p in ipairs(parameters) do
      local moved = range.map(points, function(x) return x * (1 - 1e-4 * gw.random_uniform(rng)) end)
      results[i] = check.derivative(function(x) return value(fn, p, x) end,
        function(x) return slope(fn, p, x) end, moved, ch.options.seed)
      count = count + #moved
    end
    ch:record({ id = id, formula = formula }, check.merge(results), 'points')
  end
  ch:holds { id = 'constant', formula = "c' = 0: no nudge moves a constant, nor x⁰",
    holds = slope(gw.FN_CONSTANT, 3.5, 1) == 0 and slope(gw.FN_POWER, 0, 0) == 0 and
      value(gw.FN_POWER, 0, 0) == value(gw.FN_POWER, 0, 0.001) and
      value(gw.FN_CONSTANT, 3.5, 1) == value(gw.FN_CONSTANT, 3.5, 1.001) }

  -- Each rule on random pairs of the table at random points, wherever both have
  -- values and g is not near 0. Not on pairs of one kind: f − f, or one logarithm
  -- over another, is a constant, and all that is left of it to see is noise.
  local LOGARITHM = { [gw.FN_LN] = true, [gw.FN_LOG] = true }
  local function alike(f, g) return f[3] == g[3] or LOGARITHM[f[3]] and LOGARITHM[g[3]] end
  local function pick()
    local entry = table_of.LINES[1 + gw.random_below(rng, #table_of.LINES)]
    return entry, entry[4][1 + gw.random_below(rng, #entry[4])]
  end
  for _, rule in ipairs(RULES) do
    local id, formula, combine, slope_of = unpack(rule)
    local results = {}
    while #results < PAIRS do
      local f, p = pick()
      local g, q = pick()
      local x, C = 3 * gw.random_normal(rng), 2 * gw.random_normal(rng)
      local fx, dfx, gx, dgx = value(f[3], p, x), slope(f[3], p, x), value(g[3], q, x), slope(g[3], q, x)
      local sum = fx + dfx + gx + dgx -- NaN if one is
      if not alike(f, g) and sum == sum and math.abs(gx) > 1e-3 then
        local result = check.derivative(function(t) return combine(value(f[3], p, t), value(g[3], q, t), C) end,
          function() return slope_of(fx, dfx, gx, dgx, C) end, { x }, ch.options.seed + #results)
        results[#results + 1] = result
        result.worst.where = ('%s and %s, %s'):format(f[1], g[1], result.worst.where)
      end
    end
    ch:record({ id = id, formula = formula }, check.merge(results), 'points')
  end

  -- How much a product grows: two strips and a corner. The corner is the
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
  ch:holds { id = 'corner', formula = 'the corner Δf·Δg/h halves with h',
    holds = math.abs(corner[21] / corner[20] - 0.5) < 1e-5, because = 'it does not vanish as h does' }

  -- Where there is no value, C says so; it never answers NaN.
  ch:everywhere { id = 'domain', formula = 'outside its domain a function is refused', points = table_of.OUTSIDE,
    holds = function(case) return defined.refused(unpack(case, 2)) end }

  -- Why sin h / h settles on 1: it has no room between cos h and 1. And why
  -- (e^h − 1)/h does: at h = 1/n it lies between 1 and n/(n − 1).
  local halved = range.times(20, function(k) return 2 ^ -k end)
  local function sine(h) return math.sin(h) / h end
  local function growth(h) return (math.exp(h) - 1) / h end
  ch:everywhere { id = 'sine-squeeze', formula = 'cos h < sin h/h < 1', points = halved,
    holds = function(h) return math.cos(h) < sine(h) and sine(h) < 1 end }
  ch:everywhere { id = 'growth-squeeze', formula = '1 < (e^h − 1)/h < n/(n − 1), h = 1/n', points = halved,
    holds = function(h) return 1 < growth(h) and growth(h) < 1 / h / (1 / h - 1) end }

  ch:facts(0, { table_points = count, pairs = PAIRS, refused_cases = #table_of.OUTSIDE,
    slope_of_ln_at_a_tenth = slope(gw.FN_LN, 0, 0.1), slope_of_arctan_at_1 = slope(gw.FN_ARCTAN, 0, 1) })
  ch:facts(1e-12, { corner_share_1 = corner[1], corner_share_1024th = corner[11] })
  ch:fact('slope_of_2_to_the_x_at_0', slope(gw.FN_EXPONENTIAL, 2, 0), 1e-15)
  ch:facts(1e-14, { slope_of_tan_at_1 = slope(gw.FN_TAN, 0, 1), sine_quotient_1024th = sine(2 ^ -10) })
  ch:fact('growth_quotient_1024th', growth(2 ^ -10), 1e-11)
  require('models.learner').rule(ch)
  return {}
end)
