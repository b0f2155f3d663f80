-- What the figures of chapter 5 show.
local gw = require 'gw'
local range = require 'gw.range'

local function curve(f, low, high)
  return { name = 'curve', rows = range.map(range.linear(low, high, 151), function(w) return { w, f(w) } end) }
end

return function(ch, r)
  -- A point on either side: its tangent, the triangle that shows the slope, and its step.
  local sides = { curve(r.L, -4.6, 4.6) }
  for _, side in ipairs { { 'right', 2.8 }, { 'left', -3.4 } } do
    local name, at = unpack(side)
    local height, dw, out = r.L(at), r.dL(at), at > 0 and 1 or -1
    sides[#sides + 1] = { name = name .. '_tangent', rows = { { at - 1.3, height - 1.3 * dw },
      { at + 1.3, height + 1.3 * dw } } }
    sides[#sides + 1] = { name = name .. '_triangle', rows = { { at, height }, { at + out, height },
      { at + out, height + out * dw } } }
    sides[#sides + 1] = { name = name .. '_step', rows = { { at, height },
      { gw.descent_update(at, dw, 0.2), height } } }
  end
  ch:data('sides', { columns = { 'w', 'L' }, blocks = sides })

  local start = r.path[1][1]
  local reach = 1.15 * math.max(math.abs(start), 1)
  ch:data('steps', { columns = { 'w', 'L' }, blocks = { curve(r.L, -reach, reach), { name = 'path', rows = r.path } } })

  ch:data('stop', { columns = { 'step', 'L', 'change', 'epsilon' }, rows = range.map(r.path, function(row, i)
    return { i - 1, row[2], i > 1 and math.abs(row[2] - r.path[i - 1][2]) or 0 / 0, r.epsilon }
  end) })

  ch:data('rates', { columns = { 'step', 'w', 'alpha' }, blocks = range.map({ { 'small', 0.02 }, { 'chosen', r.alpha },
    { 'large', 0.9 }, { 'too_large', 1.1 } }, function(rate)
    local name, alpha = unpack(rate)
    local path = r.descend(r.L, r.dL, start, alpha, r.epsilon, 30)
    return { name = name, rows = range.map(path, function(row, i) return { i - 1, row[1], alpha } end) }
  end) })

  local hills = { curve(r.J, -5.5, 7) }
  for i, walk in ipairs(r.rolls) do hills[i + 1] = { name = 'path' .. i, rows = walk } end
  ch:data('nonconvex', { columns = { 'w', 'J' }, blocks = hills })
end
