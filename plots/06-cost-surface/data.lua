-- What the figures of chapter 6 show.
local gw = require 'gw'
local range = require 'gw.range'

-- J over a grid.
local function heights(name, surface, ws, bs)
  local rows = {}
  for _, b in ipairs(bs) do
    for _, w in ipairs(ws) do rows[#rows + 1] = { w, b, surface:cost(w, b) } end
    rows[#rows + 1] = false
  end
  return { name = name, rows = rows }
end

return function(ch, r)
  local bowl, squared, original = r.bowl, r.squared, r.original
  local columns, minimum = { 'w', 'b', 'J' }, { name = 'minimum', rows = { r.lowest } }

  ch:data('loss', { columns = { 'a', 'y1', 'y0' }, rows = range.map(range.linear(0.005, 0.995, 199), function(a)
    return { a, gw.loss(a, 1), gw.loss(a, 0) }
  end) })

  -- The bowl around its lowest point, with your descent; from above with another one beside it.
  local low_w, low_b = r.lowest[1], r.lowest[2]
  local around = heights('surface', bowl, range.linear(low_w - 5, low_w + 5, 25),
    range.linear(low_b - 4, low_b + 4, 25))
  local whole = heights('surface', bowl, range.linear(-5, 3.5, 49), range.linear(-4.5, 3.5, 49))
  local own = { name = 'path', rows = r.path }
  local other = { name = 'other', rows = (bowl:descend({ -3.5, 2.8 }, r.alpha, r.iterations)) }
  ch:data('bowl', { columns = columns, blocks = { around, own, minimum } })
  ch:data('contours', { columns = columns, blocks = { whole, own, other, minimum } })

  local wide = range.linear(-8, 8, 57)
  ch:data('convex', { columns = columns,
    blocks = { heights('log', bowl, wide, wide), heights('squared', squared, wide, wide) } })

  -- The first steps in °F and standardised.
  ch:data('scaling', { columns = columns, blocks = {
    heights('original', original.surface, range.linear(-0.55, 0.15, 71), range.linear(-10, 35, 71)),
    { name = 'original_path', rows = r.slow },
    { name = 'original_minimum', rows = { { original.w, original.b, r.lowest[3] } } },
    heights('standardised', bowl, range.linear(-3.5, 1, 37), range.linear(-3, 1, 37)),
    { name = 'standardised_path', rows = { unpack(r.quick, 1, 40) } },
    { name = 'standardised_minimum', rows = minimum.rows },
  } })

  -- Slices through the lowest b, and a chord of each.
  local slices = {}
  for _, slice in ipairs { { 'log', bowl }, { 'squared', squared } } do
    local name, J = unpack(slice)
    local function line(at) return range.map(at, function(w) return { w, J:cost(w, r.lowest[2]) } end) end
    slices[#slices + 1] = { name = name, rows = line(range.linear(-8, 8, 161)) }
    slices[#slices + 1] = { name = name .. '_chord', rows = line { -1, 7 } }
  end
  ch:data('chords', { columns = { 'w', 'J' }, blocks = slices })
end
