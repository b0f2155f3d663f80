-- What the figures of chapter 2 show.
local gw = require 'gw'
local range = require 'gw.range'
local rules = require '02-rules.table'

-- The small multiples: a panel's name, the function, its parameter.
local PANELS = {
  { 'constant', gw.FN_CONSTANT, 1 }, { 'power', gw.FN_POWER, 3 }, { 'sqrt', gw.FN_SQRT, 0 },
  { 'to-the-x', gw.FN_EXPONENTIAL, 0.5 }, { 'exp', gw.FN_EXP, 0 }, { 'ln', gw.FN_LN, 0 },
  { 'log', gw.FN_LOG, 10 }, { 'sin', gw.FN_SIN, 0 }, { 'cos', gw.FN_COS, 0 },
  { 'tan', gw.FN_TAN, 0 }, { 'arctan', gw.FN_ARCTAN, 0 }, { 'arcsin', gw.FN_ARCSIN, 0 },
  { 'sinh', gw.FN_SINH, 0 }, { 'cosh', gw.FN_COSH, 0 }, { 'tanh', gw.FN_TANH, 0 },
}

return function(ch)
  -- On the circle of radius 1: a point and its triangle; a slice between two
  -- triangles; and the way to the angle x + h, turned by h.
  local function arc(from, to)
    return range.map(range.linear(from, to, 121), function(t) return { math.cos(t), math.sin(t) } end)
  end
  local function point(x, y) return { x, y } end
  local t, angle, x0, turn = 0.9, 0.8, 0.6, 0.5
  local slice = arc(0, angle)
  table.insert(slice, point(0, 0)) -- its tip
  local quarters = range.map({ 0, 1, 2, 3 }, function(k)
    return point(math.cos(k * math.pi / 2), math.sin(k * math.pi / 2))
  end)
  ch:data('circle', { columns = { 'x', 'y' }, blocks = { { name = 'edge', rows = arc(0, 2 * math.pi) },
    { name = 'walk', rows = arc(0, t) }, { name = 'quarters', rows = quarters },
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
      local y, dy = rules.value(panel[2], panel[3], x), rules.slope(panel[2], panel[3], x)
      return { x, math.abs(y) < 12 and y or 0 / 0, math.abs(dy) < 12 and dy or 0 / 0 }
    end) }
  end
  ch:data('elementary', { columns = { 'x', 'f', 'slope' }, blocks = panels })

  -- The rectangle f by g at x = 1 and its growth for h = ¼.
  local f, g, h = 1, math.exp(1), 0.25
  ch:data('product', { columns = { 'f', 'g', 'growth_f', 'growth_g' },
    rows = { { f, g, (1 + h) ^ 2 - f, math.exp(1 + h) - g } } })
end
