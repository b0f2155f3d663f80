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

  -- Four rates on one bowl, which shows where the steps that leave it go.
  local rates, far = {}, 1.15 * math.max(math.abs(start), 1)
  for i, rate in ipairs { { 'small', 0.02 }, { 'chosen', r.alpha }, { 'large', 0.9 }, { 'too_large', 1.1 } } do
    local path = r.descend(r.L, r.dL, start, rate[2], r.epsilon, 30)
    rates[i] = { name = rate[1], rows = range.map(path, function(row, k)
      return { k - 1, row[1], rate[2], row[2] }
    end) }
    if rate[1] == 'too_large' then far = math.max(far, 1.1 * math.abs(path[math.min(4, #path)][1])) end
  end
  rates[5] = { name = 'bowl', rows = range.map(range.linear(-far, far, 151), function(w)
    return { 0, w, 0, r.L(w) }
  end) }
  ch:data('rates', { columns = { 'step', 'w', 'alpha', 'L' }, blocks = rates })

  local hills = { curve(r.J, -5.5, 7) }
  for i, walk in ipairs(r.rolls) do hills[i + 1] = { name = 'path' .. i, rows = walk } end
  ch:data('nonconvex', { columns = { 'w', 'J' }, blocks = hills })
end
