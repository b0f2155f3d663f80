-- Chapter 3. The chain rule, on tan(x²), arctan²(x³) and ln cos²(sin √x).
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local range = require 'gw.range'

local EPSILON = 2 ^ -52
-- The composites, and the x between which each is checked and drawn.
local COMPOSITES = {
  { name = 'tan', y = gw.COMPOSITE_TAN, formula = 'tan(x²)', from = -2, to = 2 },
  { name = 'arctan', y = gw.COMPOSITE_ARCTAN, formula = 'arctan²(x³)', from = -2, to = 2 },
  { name = 'logcos', y = gw.COMPOSITE_LOGCOS, formula = 'ln cos²(sin √x)', from = 0, to = 42 },
}
local LINKS = { [gw.LINK_SQUARE] = 'u²', [gw.LINK_CUBE] = 'u³', [gw.LINK_SQRT] = '√u', [gw.LINK_SIN] = 'sin u',
  [gw.LINK_COS] = 'cos u', [gw.LINK_TAN] = 'tan u', [gw.LINK_ARCTAN] = 'arctan u', [gw.LINK_LN] = 'ln u' }

-- f where it has a value, else NaN: a step of the checker may leave the domain.
local function or_nan(f)
  return function(x)
    local defined, y = pcall(f, x)
    return defined and y or 0 / 0
  end
end

local function refused(f, ...)
  local defined, message = pcall(f, ...)
  return not defined and message:match 'no value there' ~= nil
end

chapter.run({ title = 'The chain rule', claim = 'random-chains', options = { seed = 3 } }, function(ch)
  local rng = gw.random(ch.options.seed)

  for _, c in ipairs(COMPOSITES) do
    local points = {}
    for i = 1, 100 do points[i] = c.from + (c.to - c.from) * gw.random_uniform(rng) end

    -- Each factor alone: the slope of one link, at the u that it takes in.
    for k = 1, gw.chain_rule_length(c.y) do
      local link = gw.chain_rule_factor(c.y, k, 1)
      ch:derivative { id = ('%s-%d'):format(c.name, k),
        formula = ('%s: factor %d, the slope of %s'):format(c.formula, k, LINKS[link]),
        f = or_nan(function(u) return gw.chain_rule_link_value(link, u) end),
        slope = function(u) return gw.chain_rule_link_slope(link, u) end,
        points = range.map(points, function(x) return (select(2, gw.chain_rule_factor(c.y, k, x))) end) }
    end

    -- Their product, against the composite as a whole.
    ch:derivative { id = c.name, formula = ("(%s)' = the product of its factors"):format(c.formula),
      f = or_nan(function(x) return gw.chain_rule_value(c.y, x) end),
      slope = function(x) return gw.chain_rule_slope(c.y, x) end, points = points }
    -- Both sides compute the same u, √x and so on, bit for bit. What follows
    -- rounds less than 16 times on either side, by at most ε each.
    ch:identity { id = c.name .. '-by-hand', formula = ("(%s)' = the formula by hand"):format(c.formula),
      cases = range.map(points, function(x)
        local product = gw.chain_rule_slope(c.y, x)
        return { product, gw.chain_rule_slope_by_hand(c.y, x), 32 * EPSILON * math.abs(product),
          ('x = %.6g'):format(x) }
      end) }
  end

  -- [random] Any chain will do: 2 to 6 links drawn at random. Kept are those whose
  -- every u and every factor is of ordinary size: of the sine of a million, or of
  -- a slope of nearly nothing, differences see too few digits.
  local function through(chain, x)
    local slope, ordinary = 1, true
    for _, link in ipairs(chain) do
      local factor = gw.chain_rule_link_slope(link, x)
      ordinary = ordinary and math.abs(x) < 8 and math.abs(factor) > 1 / 8 and math.abs(factor) < 8
      slope = slope * factor                    -- f'(u)
      x = gw.chain_rule_link_value(link, x)     -- u := f(u)
    end
    return x, slope, ordinary
  end
  local cases = {}
  while #cases < 200 do
    local chain = {}
    for k = 1, 2 + gw.random_below(rng, 5) do chain[k] = gw.random_below(rng, gw.LINKS) end
    local X, dX = gw.matrix.from { { 2 * gw.random_normal(rng) } }, gw.matrix.new(1, 1)
    local defined, _, slope, ordinary = pcall(through, chain, X:get(1, 1))
    if defined and ordinary then
      dX:set(1, 1, slope)
      local y = or_nan(function(x) return (through(chain, x)) end)
      cases[#cases + 1] = { blocks = { { 'x', X, dX } }, cost = function() return y(X:get(1, 1)) end }
    end
  end
  ch:gradient { id = 'random-chains', formula = 'the chain rule on 200 random chains', cases = cases }
  -- [/random]

  -- Where there is no value, a status says so, and no number comes back.
  local pole = math.sqrt(math.pi / 2)
  ch:holds { id = 'pole', formula = 'tan(x²) has no value at a pole, x² = π/2',
    holds = refused(gw.chain_rule_value, gw.COMPOSITE_TAN, pole) and
      refused(gw.chain_rule_slope, gw.COMPOSITE_TAN, pole) }
  ch:holds { id = 'left-of-zero', formula = 'ln cos²(sin √x) has no value left of 0',
    holds = refused(gw.chain_rule_value, gw.COMPOSITE_LOGCOS, -1e-300) }

  -- At 0, √x has a value and no slope, so the rule has a factor too few. Yet the
  -- slope from the right exists: near 0 it is −1 + x/3 + x²/15 + …
  ch:holds { id = 'no-rule-at-zero', formula = 'the rule says nothing at x = 0, where √x is upright',
    holds = gw.chain_rule_value(gw.COMPOSITE_LOGCOS, 0) == 0 and
      refused(gw.chain_rule_slope, gw.COMPOSITE_LOGCOS, 0) }
  ch:identity { id = 'right-of-zero', formula = "(ln cos²(sin √x))' = −1 + x/3 + O(x²)",
    cases = range.map(range.logarithmic(1e-12, 0.1, 12), function(x)
      return { gw.chain_rule_slope(gw.COMPOSITE_LOGCOS, x), -1 + x / 3, x ^ 2 / 10 + 16 * EPSILON,
        ('x = %.6g'):format(x) }
    end) }

  -- At x = 0.8: what each link takes in, and its factor.
  local function at(y, x)
    local point = { value = gw.chain_rule_value(y, x), slope = gw.chain_rule_slope(y, x), u = {}, factor = {} }
    for k = 1, gw.chain_rule_length(y) do
      point.u[k], point.factor[k] = select(2, gw.chain_rule_factor(y, k, x))
    end
    return point
  end
  local x = 0.8
  for _, c in ipairs(COMPOSITES) do
    local point = at(c.y, x)
    for k, factor in ipairs(point.factor) do ch:fact(('%s_factor_%d'):format(c.name, k), factor, 1e-9) end
    ch:fact(c.name .. '_value', point.value, 1e-9)
    ch:fact(c.name .. '_slope', point.slope, 1e-9)
    ch:fact(c.name .. '_links', #point.factor, 0)
  end
  ch:fact('x', x, 0)
  ch:fact('tan_u', at(gw.COMPOSITE_TAN, x).u[2], 1e-9)
  ch:fact('tan_wrong_place', 2 * x * gw.chain_rule_link_slope(gw.LINK_TAN, x), 1e-9)
  ch:fact('first_pole', pole, 1e-9)
  ch:fact('arctan_slope_at_1', gw.chain_rule_slope(gw.COMPOSITE_ARCTAN, 1), 1e-9)
  ch:fact('logcos_lowest', gw.chain_rule_value(gw.COMPOSITE_LOGCOS, (math.pi / 2) ^ 2), 1e-9)
  ch:fact('logcos_slope_near_0', gw.chain_rule_slope(gw.COMPOSITE_LOGCOS, 1e-12), 1e-9)
  ch:fact('random_chains', #cases, 0)

  -- tan(x²) by its parts, and where the tangent of each touches it.
  local function curve(from, to, f)
    return range.map(range.linear(from, to, 401), function(t)
      local defined, out, slope = pcall(f, t)
      -- A gap at a pole: without it the figure would join both sides.
      return defined and math.abs(slope) < 4000 and { t, out, slope } or false
    end)
  end
  local function link(f)
    return function(u) return gw.chain_rule_link_value(f, u), gw.chain_rule_link_slope(f, u) end
  end
  local p = at(gw.COMPOSITE_TAN, x)
  ch:data('composite', { columns = { 'in', 'out', 'slope' }, blocks = {
    { name = 'inner', rows = curve(-2, 2, link(gw.LINK_SQUARE)) },
    { name = 'outer', rows = curve(0, 1.4, link(gw.LINK_TAN)) },
    { name = 'whole', rows = curve(-2, 2, function(t) local q = at(gw.COMPOSITE_TAN, t) return q.value, q.slope end) },
    { name = 'factor', rows = curve(-2, 2, function(t) return t * t, at(gw.COMPOSITE_TAN, t).factor[2] end) },
    { name = 'touch', rows = { { x, p.u[2], p.factor[1] }, { p.u[2], p.value, p.factor[2] },
      { x, p.value, p.slope } } },
  } })

  -- The two that the chapter leaves to its reader: value, slope, factors.
  ch:data('arctan', { columns = { 'x', 'y', 'slope', 'cube', 'arctan', 'square' },
    rows = range.map(range.linear(-2, 2, 401), function(t)
      local q = at(gw.COMPOSITE_ARCTAN, t)
      return { t, q.value, q.slope, unpack(q.factor) }
    end) })
  -- ln, u² and cos make one curve here: −2 tan. Its 2 cancels that of 1/(2√x).
  ch:data('logcos', { columns = { 'x', 'y', 'slope', 'one_over_root', 'cos', 'minus_tan' },
    rows = range.map(range.linear(0.01, 6.5, 401), function(root)
      local q = at(gw.COMPOSITE_LOGCOS, root * root)
      local f = q.factor
      return { root * root, q.value, q.slope, 2 * f[1], f[2], f[3] * f[4] * f[5] / 2 }
    end) })
end)
