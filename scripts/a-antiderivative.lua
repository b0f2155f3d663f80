-- Appendix A. Antiderivatives, and the area as a limit of sums over uneven pieces.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
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

chapter.run({ title = 'Antiderivatives and areas', claim = 'sin-1', options = { seed = 1 } }, function(ch)
  local rng = gw.random(ch.options.seed)
  local function uniform(low, high) return low + (high - low) * gw.random_uniform(rng) end
  local function f(c, x) return gw.antiderivative_integrand(c.which, x) end
  local function F(c, x) return gw.antiderivative_value(c.which, x) end

  for _, c in ipairs { SIN, RECIPROCAL } do
    local points = {}
    for i = 1, 100 do points[i] = uniform(unpack(c.spans[i % #c.spans + 1])) end
    -- What the substitution gives: u, du/dx, g(u), G(u). NaN where there is no value.
    local function part(k)
      return function(x)
        local parts = { pcall(gw.antiderivative_substitution, c.which, x) }
        return parts[1] and parts[k + 1] or 0 / 0
      end
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

  -- [sums] Σ y_i Δx_i over uneven pieces, y_i at the left end, the right end, the middle.
  local function sums(c, cuts)
    local x, t, s = gw.matrix.from { cuts }, gw.matrix.new(1, #cuts - 1), {}
    for name, place in pairs { left = gw.RIEMANN_LEFT, right = gw.RIEMANN_RIGHT, middle = gw.RIEMANN_MIDDLE } do
      gw.antiderivative_places(place, x, t)
      local y = gw.matrix.from { range.map(t:values(), function(at) return f(c, at) end) }
      s[name], s.widest = gw.antiderivative_sum(x, y)
    end
    s.trapezoid = (s.left + s.right) / 2
    s.area = gw.antiderivative_definite(c.which, cuts[1], cuts[#cuts])
    return s
  end
  -- [/sums]
  local function uneven(a, b, pieces)
    local cuts = { a }
    for i = 2, pieces do cuts[i] = a + (b - a) * (i - 1 + uniform(-0.4, 0.4)) / pieces end
    cuts[pieces + 1] = b
    return cuts
  end
  -- Every piece cut in two, between two parts of its width.
  local function cut_again(cuts, low, high)
    local finer = {}
    for i = 1, #cuts - 1 do
      finer[#finer + 1] = cuts[i]
      finer[#finer + 1] = cuts[i] + (cuts[i + 1] - cuts[i]) * uniform(low, high)
    end
    finer[#finer + 1] = cuts[#cuts]
    return finer
  end

  -- The sums are as near to F(b) − F(a) as theory promises; rounding is far below.
  local cases = { left = {}, right = {}, middle = {}, trapezoid = {} }
  for _, c in ipairs { SIN, RECIPROCAL } do
    for i = 1, 60 do
      local a, b = uniform(unpack(c.spans[i % #c.spans + 1])), uniform(unpack(c.spans[i % #c.spans + 1]))
      a, b = math.min(a, b), math.max(a, b) + 0.01
      local s = sums(c, uneven(a, b, 20 + gw.random_below(rng, 200)))
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
  local cuts, rates = uneven(0, 2, 4), {}
  for k = 1, 11 do
    rates[k] = sums(RECIPROCAL, cuts)
    cuts = cut_again(cuts, 0.5, 0.5)
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
  local function refused(a, b)
    local defined, message = pcall(gw.antiderivative_definite, gw.INTEGRAL_RECIPROCAL, a, b)
    return not defined and message:match 'no value there' ~= nil
  end
  ch:holds { id = 'across', formula = '∫ dx/(5 − 2x) has no value across x = 5/2',
    holds = refused(2, 3) and refused(3, 2) and refused(2, 2.5) and F(RECIPROCAL, 3) - F(RECIPROCAL, 2) == 0 }

  ch:fact('area', last.area, 1e-9)
  ch:fact('area_sin', gw.antiderivative_definite(gw.INTEGRAL_SIN, 0, 1), 1e-9)
  ch:fact('across', F(RECIPROCAL, 3) - F(RECIPROCAL, 2), 0)
  for _, k in ipairs { 1, 2, 4 } do
    local s, pieces = rates[k], 4 * 2 ^ (k - 1)
    for _, name in ipairs { 'left', 'right', 'middle', 'trapezoid', 'widest' } do
      ch:fact(('%s_%d'):format(name, pieces), s[name], 1e-9)
    end
  end

  -- Left sums closing on the area, and how fast.
  local function curve(c, from, to, y)
    return range.map(range.linear(from, to, 201), function(x) return { x, y(c, x), 0 } end)
  end
  local blocks = { { name = 'curve', rows = curve(RECIPROCAL, 0, 2, f) } }
  local pieces = uneven(0, 2, 4)
  for panel, n in ipairs { 4, 8, 32 } do
    while #pieces - 1 < n do pieces = cut_again(pieces, 0.35, 0.65) end
    local rectangles = {}
    for i = 1, n do
      rectangles[i] = { (pieces[i] + pieces[i + 1]) / 2, f(RECIPROCAL, pieces[i]), pieces[i + 1] - pieces[i] }
    end
    local s = sums(RECIPROCAL, pieces)
    ch:fact('figure_left_' .. n, s.left, 1e-9)
    blocks[#blocks + 1] = { name = 'pieces_' .. panel, rows = rectangles }
    blocks[#blocks + 1] = { name = 'sum_' .. panel, rows = { { n, s.left, s.area } } }
  end
  blocks[#blocks + 1] = { name = 'rates', rows = range.map(rates, function(s)
    return { s.widest, math.abs(s.left - s.area), math.abs(s.middle - s.area) }
  end) }
  ch:data('riemann', { columns = { 'x', 'y', 'w' }, blocks = blocks })

  -- Other constants: the curve moves, the tangents stay parallel.
  local family, touches = {}, {}
  for _, C in ipairs { -0.5, 0, 0.5 } do
    family[#family + 1] = { name = ('sin_%d'):format(#family + 1),
      rows = curve(SIN, -1, 1.5, function(c, x) return F(c, x) + C end) }
    touches[#touches + 1] = { 0.2, F(SIN, 0.2) + C, f(SIN, 0.2) }
  end
  family[#family + 1] = { name = 'touch', rows = touches }
  local function two(name, left, right)
    local rows = curve(RECIPROCAL, 0, 2.495, function(c, x) return F(c, x) + left end)
    rows[#rows + 1] = false -- a gap at 5/2
    for _, row in ipairs(curve(RECIPROCAL, 2.505, 5, function(c, x) return F(c, x) + right end)) do
      rows[#rows + 1] = row
    end
    family[#family + 1] = { name = name, rows = rows }
  end
  two('same', 0, 0)
  two('other', 0.7, -0.8)
  local function shift(x, C) return { x, F(RECIPROCAL, x), C } end
  family[#family + 1] = { name = 'shifts', rows = { shift(1, 0.7), shift(4, -0.8) } }
  ch:data('constants', { columns = { 'x', 'y', 'slope_or_shift' }, blocks = family })
end)
