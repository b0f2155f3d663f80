-- What the figures of chapter 9 show.
local gw = require 'gw'
local algebra = require 'gw.algebra'
local range = require 'gw.range'
local units = require '09-network.units'

-- The path that each unit's first two weights take: {unit, weight 1, weight 2}.
local function by_unit(path)
  local rows = {}
  for unit = 1, path[1].rows do
    if unit > 1 then rows[#rows + 1] = false end
    for _, W1 in ipairs(path) do rows[#rows + 1] = { unit, W1:get(unit, 1), W1:get(unit, 2) } end
  end
  return rows
end

return function(ch, r)
  local X, random = r.X, r.random
  ch:fact('digits_of_five_or_more', algebra.sum(r.digits_Y), 0)

  -- The units, the shapes, and one neuron in numbers.
  local nodes, boxes = {}, {}
  for layer, count in ipairs { 2, random.W1.rows, 1 } do
    for unit = 1, count do nodes[#nodes + 1] = { layer - 1, unit, count } end
  end
  for equation, names in ipairs { { 'W1', 'X', 'b1', 'Z1' }, { 'Z1', 'A1' }, { 'W2', 'A1', 'b2', 'Z2' },
    { 'Z2', 'A2' } } do
    for place, name in ipairs(names) do
      boxes[#boxes + 1] = { name, equation, place, random[name].rows, random[name].cols }
    end
  end
  local n = units.in_numbers(random)
  ch:data('network', { columns = { 'layer', 'unit', 'units' }, rows = nodes })
  ch:data('shapes', { columns = { 'matrix', 'equation', 'place', 'rows', 'cols' }, rows = boxes })
  ch:data('neuron', { columns = { 'z', 'a' }, blocks = {
    { name = 'numbers', rows = { { n.neuron_x1, n.neuron_x2 }, { n.neuron_w1, n.neuron_w2 }, { n.neuron_b, 0 },
      { n.neuron_z, n.neuron_a } } },
    { name = 'curve', rows = range.map(range.linear(-4, 4, 121), function(z)
      return { z, gw.activation_value(gw.TANH, z) }
    end) },
  } })

  -- Each unit's way, and what it starts with: its weights, then its bias and its output
  -- weight; unit 0 is the output.
  local symmetry = range.map({ 'zeros', 'equal', 'random' }, function(name)
    return { name = name, rows = by_unit(r.paths[name]) }
  end)
  for _, name in ipairs { 'equal', 'random' } do
    local start, rows, count = r.begins[name], {}, r.begins[name].W1.rows
    for unit = 1, count do
      rows[unit] = { unit, start.W1:get(unit, 1), start.W1:get(unit, 2) }
      rows[count + unit] = { unit, start.b1:get(unit, 1), start.W2:get(1, unit) }
    end
    rows[2 * count + 1] = { 0, start.b2:get(1, 1), 0 }
    symmetry[#symmetry + 1] = { name = name .. '_start', rows = rows }
  end
  ch:data('symmetry', { columns = { 'unit', 'weight_x1', 'weight_x2' }, blocks = symmetry })

  -- What a network without activation and one with tanh answer over the plane.
  local axis, shown, prediction = range.linear(-5, 5, 81), {}, {}
  local points = gw.matrix.new(2, #axis * #axis)
  for j = 1, points.cols do
    points:set(1, j, axis[(j - 1) % #axis + 1])
    points:set(2, j, axis[math.floor((j - 1) / #axis) + 1])
  end
  local labels = gw.matrix.new(1, points.cols)
  local flat_there, random_there = r.flat:on(points, labels), random:on(points, labels)
  flat_there:forward()
  random_there:forward()
  for j = 1, points.cols do
    prediction[#prediction + 1] = { points:get(1, j), points:get(2, j), flat_there.A2:get(1, j),
      random_there.A2:get(1, j) }
    if j % #axis == 0 then prediction[#prediction + 1] = false end
  end
  for i = 1, X.cols do shown[i] = { X:get(1, i), X:get(2, i), r.Y:get(1, i), 0 } end
  ch:data('linear', { columns = { 'x1', 'x2', 'linear', 'tanh' },
    blocks = { { name = 'prediction', rows = prediction }, { name = 'examples', rows = shown } } })
end
