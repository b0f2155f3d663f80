-- What the figures of appendix A show.
local range = require 'gw.range'

local function curve(c, from, to, y)
  return range.map(range.linear(from, to, 201), function(x) return { x, y(c, x), 0 } end)
end

return function(ch, r)
  local f, F = r.f, r.F

  -- Left sums closing on the area, and how fast.
  local blocks = { { name = 'curve', rows = curve(r.reciprocal, 0, 2, f) } }
  for i, panel in ipairs(r.panels) do
    local cuts, rectangles = panel.pieces, {}
    for k = 1, #cuts - 1 do
      rectangles[k] = { (cuts[k] + cuts[k + 1]) / 2, f(r.reciprocal, cuts[k]), cuts[k + 1] - cuts[k] }
    end
    blocks[#blocks + 1] = { name = 'pieces_' .. i, rows = rectangles }
    blocks[#blocks + 1] = { name = 'sum_' .. i, rows = { { #rectangles, panel.sums.left, panel.sums.area } } }
  end
  blocks[#blocks + 1] = { name = 'rates', rows = range.map(r.rates, function(s)
    return { s.widest, math.abs(s.left - s.area), math.abs(s.middle - s.area) }
  end) }
  ch:data('riemann', { columns = { 'x', 'y', 'w' }, blocks = blocks })

  -- Other constants: the curve moves, the tangents stay parallel.
  local family, touches = {}, {}
  for _, C in ipairs { -0.5, 0, 0.5 } do
    family[#family + 1] = { name = ('sin_%d'):format(#family + 1),
      rows = curve(r.sin, -1, 1.5, function(c, x) return F(c, x) + C end) }
    touches[#touches + 1] = { 0.2, F(r.sin, 0.2) + C, f(r.sin, 0.2) }
  end
  family[#family + 1] = { name = 'touch', rows = touches }
  local function two(name, left, right)
    local rows = curve(r.reciprocal, 0, 2.495, function(c, x) return F(c, x) + left end)
    rows[#rows + 1] = false -- a gap at 5/2
    for _, row in ipairs(curve(r.reciprocal, 2.505, 5, function(c, x) return F(c, x) + right end)) do
      rows[#rows + 1] = row
    end
    family[#family + 1] = { name = name, rows = rows }
  end
  two('same', 0, 0)
  two('other', 0.7, -0.8)
  local function shift(x, C) return { x, F(r.reciprocal, x), C } end
  family[#family + 1] = { name = 'shifts', rows = { shift(1, 0.7), shift(4, -0.8) } }
  ch:data('constants', { columns = { 'x', 'y', 'slope_or_shift' }, blocks = family })
end
