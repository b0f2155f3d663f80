-- Chapter 3. The chain rule, on tan(x²), arctan²(x³) and ln cos²(sin √x).
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local defined = require 'gw.defined'
local range = require 'gw.range'

local EPSILON = 2 ^ -52
local value, slope = gw.chain_rule_value, gw.chain_rule_slope
local or_nan, refused = defined.or_nan, defined.refused
-- The composites, and the x between which each is checked and drawn.
local COMPOSITES = {
  { name = 'tan', y = gw.COMPOSITE_TAN, formula = 'tan(x²)', from = -2, to = 2 },
  { name = 'arctan', y = gw.COMPOSITE_ARCTAN, formula = 'arctan²(x³)', from = -2, to = 2 },
  { name = 'logcos', y = gw.COMPOSITE_LOGCOS, formula = 'ln cos²(sin √x)', from = 0, to = 42 },
}
local LINKS = { [gw.LINK_SQUARE] = 'u²', [gw.LINK_CUBE] = 'u³', [gw.LINK_SQRT] = '√u', [gw.LINK_SIN] = 'sin u',
  [gw.LINK_COS] = 'cos u', [gw.LINK_TAN] = 'tan u', [gw.LINK_ARCTAN] = 'arctan u', [gw.LINK_LN] = 'ln u' }

chapter.run({ title = 'The chain rule', claim = 'random-chains', options = { seed = 3 } }, function(ch)
  local rng = gw.random(ch.options.seed)

  for _, c in ipairs(COMPOSITES) do
    local points = range.times(100, function() return c.from + (c.to - c.from) * gw.random_uniform(rng) end)

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
      f = or_nan(function(x) return value(c.y, x) end),
      slope = function(x) return slope(c.y, x) end, points = points }
    -- Both sides compute the same u, √x and so on, bit for bit. What follows
    -- rounds less than 16 times on either side, by at most ε each.
    ch:identity { id = c.name .. '-by-hand', formula = ("(%s)' = the formula by hand"):format(c.formula),
      cases = range.map(points, function(x)
        local dy = slope(c.y, x)
        return { dy, gw.chain_rule_slope_by_hand(c.y, x), 32 * EPSILON * math.abs(dy), ('x = %.6g'):format(x) }
      end) }
  end

  -- Any chain will do: 2 to 6 links drawn at random. Kept are those whose
  -- every u and every factor is of ordinary size: of the sine of a million, or of
  -- a slope of nearly nothing, differences see too few digits.
  local function through(chain, x)
    local product, ordinary = 1, true
    for _, link in ipairs(chain) do
      local factor = gw.chain_rule_link_slope(link, x)
      ordinary = ordinary and math.abs(x) < 8 and math.abs(factor) > 1 / 8 and math.abs(factor) < 8
      product = product * factor                -- f'(u)
      x = gw.chain_rule_link_value(link, x)     -- u := f(u)
    end
    return x, product, ordinary
  end
  local cases = {}
  while #cases < 200 do
    local chain = {}
    for k = 1, 2 + gw.random_below(rng, 5) do chain[k] = gw.random_below(rng, gw.LINKS) end
    local X, dX = gw.matrix.from { { 2 * gw.random_normal(rng) } }, gw.matrix.new(1, 1)
    local ok, _, product, ordinary = pcall(through, chain, X:get(1, 1))
    if ok and ordinary then
      dX:set(1, 1, product)
      local y = or_nan(function(x) return (through(chain, x)) end)
      cases[#cases + 1] = { blocks = { { 'x', X, dX } }, cost = function() return y(X:get(1, 1)) end }
    end
  end
  ch:gradient { id = 'random-chains', formula = 'the chain rule on 200 random chains', cases = cases }

  -- Where there is no value, a status says so, and no number comes back.
  local pole = math.sqrt(math.pi / 2)
  ch:holds { id = 'pole', formula = 'tan(x²) has no value at a pole, x² = π/2',
    holds = refused(value, gw.COMPOSITE_TAN, pole) and refused(slope, gw.COMPOSITE_TAN, pole) }
  ch:holds { id = 'left-of-zero', formula = 'ln cos²(sin √x) has no value left of 0',
    holds = refused(value, gw.COMPOSITE_LOGCOS, -1e-300) }

  -- At 0, √x has a value and no slope, so the rule has a factor too few. Yet the
  -- slope from the right exists: near 0 it is −1 + x/3 + x²/15 + …
  ch:holds { id = 'no-rule-at-zero', formula = 'the rule says nothing at x = 0, where √x is upright',
    holds = value(gw.COMPOSITE_LOGCOS, 0) == 0 and refused(slope, gw.COMPOSITE_LOGCOS, 0) }
  ch:identity { id = 'right-of-zero', formula = "(ln cos²(sin √x))' = −1 + x/3 + O(x²)",
    cases = range.map(range.logarithmic(1e-12, 0.1, 12), function(x)
      return { slope(gw.COMPOSITE_LOGCOS, x), -1 + x / 3, x ^ 2 / 10 + 16 * EPSILON, ('x = %.6g'):format(x) }
    end) }

  -- At x = 0.8: what each link takes in, and its factor.
  local x = 0.8
  for _, c in ipairs(COMPOSITES) do
    local links = gw.chain_rule_length(c.y)
    ch:fact_list(c.name .. '_factor_%d', range.times(links, function(k)
      return (select(3, gw.chain_rule_factor(c.y, k, x)))
    end), 1e-9)
    ch:facts(1e-9, { [c.name .. '_value'] = value(c.y, x), [c.name .. '_slope'] = slope(c.y, x) })
    ch:fact(c.name .. '_links', links, 0)
  end
  ch:facts(0, { x = x, random_chains = #cases })
  ch:facts(1e-9, { tan_u = (select(2, gw.chain_rule_factor(gw.COMPOSITE_TAN, 2, x))), first_pole = pole,
    tan_wrong_place = 2 * x * gw.chain_rule_link_slope(gw.LINK_TAN, x),
    arctan_slope_at_1 = slope(gw.COMPOSITE_ARCTAN, 1), logcos_slope_near_0 = slope(gw.COMPOSITE_LOGCOS, 1e-12),
    logcos_lowest = value(gw.COMPOSITE_LOGCOS, (math.pi / 2) ^ 2) })
  require('models.learner').line(ch)
  return { x = x }
end)
