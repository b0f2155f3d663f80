-- Appendix A. Antiderivatives, and the area as a limit of sums over uneven pieces.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local cuts = require 'a-antiderivative.cuts'
local defined = require 'gw.defined'
local range = require 'gw.range'

-- Each integral: where it is looked at, and the largest |f'| and |f''| on [a, b].
local function nearest(a, b) return math.min(math.abs(5 - 2 * a), math.abs(5 - 2 * b)) end
local SIN = { name = 'sin', which = gw.INTEGRAL_SIN, f = 'sin(3x + 1)', F = '−cos(3x + 1)/3', u = '3x + 1',
  spans = { { -2, 2 } }, constants = { { 0, 0 }, { 0.7, 0.7 } },
  steepest = function() return 3 end, most_bent = function() return 9 end }
local RECIPROCAL = { name = 'reciprocal', which = gw.INTEGRAL_RECIPROCAL, f = '1/(5 − 2x)', F = '−ln|5 − 2x|/2',
  u = '5 − 2x', spans = { { -2, 2.4 }, { 2.6, 7 } }, constants = { { 0, 0 }, { 0.7, 0.7 }, { 3, -1 } },
  steepest = function(a, b) return 2 / nearest(a, b) ^ 2 end,
  most_bent = function(a, b) return 8 / nearest(a, b) ^ 3 end }

local function f(c, x) return gw.antiderivative_integrand(c.which, x) end
local function F(c, x) return gw.antiderivative_value(c.which, x) end

-- The sum Σ y_i Δx_i over the pieces between some cuts, y_i at the left end of piece i, the
-- right end, the middle; the mean of the first two; and the area that they are near to.
local function sums(c, at)
  local x, t, s = gw.matrix.from { at }, gw.matrix.new(1, #at - 1), {}
  for name, place in pairs { left = gw.RIEMANN_LEFT, right = gw.RIEMANN_RIGHT, middle = gw.RIEMANN_MIDDLE } do
    gw.antiderivative_places(place, x, t)
    local y = gw.matrix.from { range.map(t:values(), function(u) return f(c, u) end) }
    s[name], s.widest = gw.antiderivative_sum(x, y)
  end
  s.trapezoid, s.area = (s.left + s.right) / 2, gw.antiderivative_definite(c.which, at[1], at[#at])
  return s
end

chapter.run({ title = 'Antiderivatives and areas', claim = 'sin-1', options = { seed = 1 } }, function(ch)
  local rng = gw.random(ch.options.seed)
  local function uniform(low, high) return low + (high - low) * gw.random_uniform(rng) end

  for _, c in ipairs { SIN, RECIPROCAL } do
    local points = range.times(100, function(i) return uniform(unpack(c.spans[i % #c.spans + 1])) end)
    -- What the substitution gives: u, du/dx, g(u), G(u). NaN where there is no value.
    local function part(k)
      return defined.or_nan(function(x) return (select(k, gw.antiderivative_substitution(c.which, x))) end)
    end
    ch:derivative { id = c.name .. '-u', formula = ("(%s)' = %g"):format(c.u, part(2)(0)),
      f = part(1), slope = part(2), points = points }
    ch:derivative { id = c.name .. '-substitution', formula = ("(G(u))' = g(u) u', u = %s"):format(c.u),
      f = part(4), slope = function(x) return part(3)(x) * part(2)(x) end, points = points }

    -- An antiderivative is checked by differentiating it, whatever the constant:
    -- one on each side of 5/2, where ln|5 − 2x| has its gap.
    for i, C in ipairs(c.constants) do
      ch:derivative { id = ('%s-%d'):format(c.name, i), points = points,
        formula = ("(%s + C)' = %s, C = %s"):format(c.F, c.f, C[1] == C[2] and C[1] or '3 left, −1 right of 5/2'),
        f = function(x) return part(4)(x) / part(2)(x) + (x < 2.5 and C[1] or C[2]) end,
        slope = function(x) return f(c, x) end }
    end
  end

  -- Over uneven pieces it is as near to F(b) − F(a) as theory promises; rounding is far below.
  local cases = { left = {}, right = {}, middle = {}, trapezoid = {} }
  for _, c in ipairs { SIN, RECIPROCAL } do
    for i = 1, 60 do
      local a, b = uniform(unpack(c.spans[i % #c.spans + 1])), uniform(unpack(c.spans[i % #c.spans + 1]))
      a, b = math.min(a, b), math.max(a, b) + 0.01
      local s = sums(c, cuts.uneven(rng, a, b, 20 + gw.random_below(rng, 200)))
      local first = (b - a) * s.widest * c.steepest(a, b)
      local second = (b - a) * s.widest ^ 2 * c.most_bent(a, b)
      for name, bound in pairs { left = first / 2, right = first / 2, middle = second / 24, trapezoid = second / 12 } do
        table.insert(cases[name], { s[name], s.area, bound, ('%s on [%.4g, %.4g]'):format(c.f, a, b) })
      end
    end
  end
  for _, name in ipairs { 'left', 'right', 'middle', 'trapezoid' } do
    local order = (name == 'left' or name == 'right') and 'w' or 'w²'
    ch:identity { id = name, formula = ('Σ y Δx, %s = F(b) − F(a) within O(%s)'):format(name, order),
      cases = cases[name] }
  end

  -- Halving every piece halves the error of left and right and quarters the others',
  -- here within 1 %: the next term of the error is w times smaller, and w = 0.0006.
  local pieces, rates = cuts.uneven(rng, 0, 2, 4), {}
  for k = 1, 11 do
    rates[k] = sums(RECIPROCAL, pieces)
    pieces = cuts.again(rng, pieces, 0.5, 0.5)
  end
  local last, before = rates[#rates], rates[#rates - 1]
  for _, known in ipairs { { 'left', 1 }, { 'right', 1 }, { 'middle', 2 }, { 'trapezoid', 2 } } do
    local name, order = unpack(known)
    local ratio = (before[name] - before.area) / (last[name] - last.area)
    ch:fact('order_' .. name, math.log(ratio) / math.log(2), 1e-5)
    ch:holds { id = 'order-' .. name, holds = math.abs(ratio / 2 ^ order - 1) < 0.01,
      formula = ('%s: half the width, error / %d'):format(name, 2 ^ order) }
  end

  -- Across 5/2, F(b) − F(a) is a number, here 0, and no area.
  local across = F(RECIPROCAL, 3) - F(RECIPROCAL, 2)
  local function refused(a, b) return defined.refused(gw.antiderivative_definite, RECIPROCAL.which, a, b) end
  ch:holds { id = 'across', formula = '∫ dx/(5 − 2x) has no value across x = 5/2',
    holds = refused(2, 3) and refused(3, 2) and refused(2, 2.5) and across == 0 }

  -- The sums of the text, and those of the figure: 4, 8 and 32 pieces.
  for _, k in ipairs { 1, 2, 4 } do
    for _, name in ipairs { 'left', 'right', 'middle', 'trapezoid', 'widest' } do
      ch:fact(('%s_%d'):format(name, 4 * 2 ^ (k - 1)), rates[k][name], 1e-9)
    end
  end
  local panels = {}
  pieces = cuts.uneven(rng, 0, 2, 4)
  for i, n in ipairs { 4, 8, 32 } do
    while #pieces - 1 < n do pieces = cuts.again(rng, pieces, 0.35, 0.65) end
    panels[i] = { pieces = pieces, sums = sums(RECIPROCAL, pieces) }
    ch:fact('figure_left_' .. n, panels[i].sums.left, 1e-9)
  end
  ch:facts(1e-9, { area = last.area, area_sin = gw.antiderivative_definite(SIN.which, 0, 1) })
  ch:fact('across', across, 0)
  return { sin = SIN, reciprocal = RECIPROCAL, f = f, F = F, rates = rates, panels = panels }
end)
