-- What the figures of chapter 10 show.
local dataset = require 'gw.dataset'
local gw = require 'gw'
local paths = require 'gw.paths'
local plane = require '10-backprop.plane'
local range = require 'gw.range'

local UNITS = 8 -- that are shown of those that read digits

-- Blocks of pixels: column, row, ink.
local function picture(name, side, ink)
  local rows = {}
  for k = 0, side * side - 1 do rows[k + 1] = { k % side, math.floor(k / side), ink(k + 1) or 0 } end
  return { name = name, rows = rows }
end

-- One digit of each kind, the first in the file.
local function digits()
  local labels, blocks = {}, {}
  local d = dataset.load { data = paths.root .. '/data/digits.csv', label = 'digit', is_positive = function(label)
    labels[#labels + 1] = tonumber(label)
    return true
  end }
  for i, label in ipairs(labels) do
    blocks[label + 1] = blocks[label + 1] or picture(('digit %d'):format(label), 8, function(k)
      return d.X:get(k, i) / 16
    end)
  end
  return blocks
end

-- What training added to the weights into hidden units, the units with the largest |W2|
-- first. Each is scaled to its largest change, and turned so that what is positive speaks
-- for y = 1.
local function units(net, start)
  local order, blocks = {}, {}
  for i = 1, net.W1.rows do order[i] = i end
  table.sort(order, function(a, b) return math.abs(net.W2:get(1, a)) > math.abs(net.W2:get(1, b)) end)
  for place = 1, UNITS do
    local i, change, most = order[place], {}, 0
    local turn = net.W2:get(1, i) < 0 and -1 or 1
    for k = 1, net.W1.cols do
      change[k] = turn * (net.W1:get(i, k) - start.W1:get(i, k))
      most = math.max(most, math.abs(change[k]))
    end
    blocks[place] = picture(('unit %d'):format(i), math.sqrt(net.W1.cols), function(k) return change[k] / most end)
  end
  return blocks
end

-- The example by hand: a row for each number that is drawn, {layer, from, to, value, slope}. Edges are
-- {layer, from, to}; a unit's b, z and a have 0, −1 and −2 for the unit that they come from; x has layer 0.
local function by_hand(net)
  local rows = {}
  for k = 1, net.X.rows do rows[#rows + 1] = { 0, -2, k, net.X:get(k, 1), 0 } end
  for layer = 1, 2 do
    local W, dW, b = net['W' .. layer], net['dW' .. layer], net['b' .. layer]
    local Z, A = net['Z' .. layer], net['A' .. layer]
    for unit = 1, W.rows do
      local dz = net['dZ' .. layer]:get(unit, 1)
      for from = 1, W.cols do rows[#rows + 1] = { layer, from, unit, W:get(unit, from), dW:get(unit, from) } end
      rows[#rows + 1] = { layer, 0, unit, b:get(unit, 1), dz }
      rows[#rows + 1] = { layer, -1, unit, Z:get(unit, 1), dz }
      rows[#rows + 1] = { layer, -2, unit, A:get(unit, 1), 0 }
    end
  end
  rows[#rows + 1] = { 3, -2, 1, net:cost(), 0 }
  return rows
end

return function(ch, r)
  ch:data('flow', { columns = { 'matrix', 'rows', 'cols' }, rows = range.map(
    { 'X', 'Z1', 'A1', 'Z2', 'A2', 'Y', 'dZ2', 'dW2', 'db2', 'dZ1', 'dW1', 'db1' }, function(name)
      return { name, r.chosen[name].rows, r.chosen[name].cols }
    end) })

  ch:data('example', { columns = { 'layer', 'from', 'to', 'value', 'slope' }, rows = by_hand(r.example) })

  -- Maps of Z2 over the first two features, with every example as a point.
  ch:data('flower', { columns = { 'x1', 'x2', 'z' }, blocks = plane.blocks(r.set, 1) })
  local points = plane.points(r.set.X, 61)
  local function answer(net)
    local there = net:on(points, gw.matrix.new(1, points.cols))
    there:forward()
    return there.Z2
  end
  local straight, answers, sizes = gw.matrix.new(1, points.cols), {}, {}
  gw.logistic_regression_forward(points, r.line.w, r.line.b:get(1, 1), straight)
  for n, net in pairs(r.nets) do
    sizes[#sizes + 1] = { n, net:accuracy(), net:on(r.set.test_X, r.set.test_Y):accuracy() }
  end
  table.sort(sizes, function(a, b) return a[1] < b[1] end)
  for i, size in ipairs(sizes) do answers[i] = answer(r.nets[size[1]]) end
  ch:data('logistic', plane.map(r.set, points, { straight }, { { r.line:accuracy(), 0, 0 } }))
  ch:data('four', plane.map(r.set, points, { answer(r.chosen) }, { { r.chosen:accuracy(), r.chosen.W1.rows, 0 } }))
  ch:data('sizes', plane.map(r.set, points, answers, sizes))

  ch:data('digits', { columns = { 'column', 'row', 'change' },
    blocks = range.chain { digits(), units(r.reader, r.start) } })
  ch:facts(1e-8, { digits_cost = r.reader:cost(), digits_longer_cost = r.longer:cost(),
    digits_logistic_cost = r.plane:cost() })

  -- A step of b1 with its column, and with a flat row that is added along the wrong axis.
  local shift, db1 = {}, r.square.db1
  for unit = 1, 5 do
    for i = 1, 5 do
      shift[#shift + 1] = { i, unit, -ch.options.alpha * db1:get(unit, 1), -ch.options.alpha * db1:get(i, 1) }
    end
    if unit < 5 then shift[#shift + 1] = false end
  end
  ch:data('column', { columns = { 'example', 'unit', 'column', 'flat' }, rows = shift })

  -- Beyond the course: the size of dZ in each layer, and which digit is taken for which.
  ch:data('vanishing', { columns = { 'layer', 'size' }, blocks = r.beyond.flows })
  local counts = {}
  for k, row in ipairs(r.beyond.confusion) do
    for c, count in ipairs(row) do counts[#counts + 1] = { c - 1, k - 1, count } end
  end
  ch:data('confusion', { columns = { 'said', 'digit', 'count' }, rows = counts })
end
