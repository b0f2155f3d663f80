-- What the figures of chapter 3 show.
local gw = require 'gw'
local range = require 'gw.range'

-- A composite at x: its value and slope, what each link takes in, and its factor.
local function at(y, x)
  local point = { value = gw.chain_rule_value(y, x), slope = gw.chain_rule_slope(y, x), u = {}, factor = {} }
  for k = 1, gw.chain_rule_length(y) do
    point.u[k], point.factor[k] = select(2, gw.chain_rule_factor(y, k, x))
  end
  return point
end

return function(ch, r)
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
  local p = at(gw.COMPOSITE_TAN, r.x)
  ch:data('composite', { columns = { 'in', 'out', 'slope' }, blocks = {
    { name = 'inner', rows = curve(-2, 2, link(gw.LINK_SQUARE)) },
    { name = 'outer', rows = curve(0, 1.4, link(gw.LINK_TAN)) },
    { name = 'whole', rows = curve(-2, 2, function(t) local q = at(gw.COMPOSITE_TAN, t) return q.value, q.slope end) },
    { name = 'factor', rows = curve(-2, 2, function(t) return t * t, at(gw.COMPOSITE_TAN, t).factor[2] end) },
    { name = 'touch', rows = { { r.x, p.u[2], p.factor[1] }, { p.u[2], p.value, p.factor[2] },
      { r.x, p.value, p.slope } } },
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
end
