--- Hidden units of a network (gw.network) beside each other: are they the same?
local gw = require 'gw'
local algebra = require 'gw.algebra'

local units = {}

--- Makes every hidden unit a copy of the first; returns the network.
function units.make_equal(net)
  net.W1 = algebra.map(net.W1, function(_, _, k) return net.W1:get(1, k) end)
  net.b1 = algebra.map(net.b1, function() return net.b1:get(1, 1) end)
  net.W2 = algebra.map(net.W2, function(_, r) return net.W2:get(r, 1) end)
  return net
end

--- Whether all hidden units are the same to the bit.
function units.are_equal(net)
  local same = true
  for i = 2, net.W1.rows do
    for k = 1, net.W1.cols do same = same and net.W1:get(i, k) == net.W1:get(1, k) end
    for r = 1, net.W2.rows do same = same and net.W2:get(r, i) == net.W2:get(r, 1) end
    same = same and net.b1:get(i, 1) == net.b1:get(1, 1)
  end
  return same
end

--- The distance, in W1, of the two units closest to each other; 0 for only one.
function units.closest(net)
  local least = math.huge
  for i = 2, net.W1.rows do
    for j = 1, i - 1 do
      local square = 0
      for k = 1, net.W1.cols do square = square + (net.W1:get(i, k) - net.W1:get(j, k)) ^ 2 end
      least = math.min(least, math.sqrt(square))
    end
  end
  return net.W1.rows > 1 and least or 0
end

--- One iteration of descent by plain loops. They add every unit's numbers in the
-- same order, so equal units get equal bits. A fast product may round one row of
-- a matrix otherwise than the next, and then equal units part by rounding.
function units.step_by_loops(net, alpha)
  gw.backprop_loops(net.network, net.X, net.Y, net.gradient)
  for _, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do gw.matrix_add_scaled(-alpha, net['d' .. name], net[name]) end
end

--- Trains a network by step(net, alpha) and returns the path that each unit's
-- first two weights take: rows of {unit, weight 1, weight 2}, a gap between units.
function units.paths(net, step, alpha, iterations)
  local stations, rows = {}, {}
  for i = 0, iterations do
    if i % 10 == 0 then stations[#stations + 1] = net.W1:copy() end
    if i < iterations then step(net, alpha) end
  end
  for unit = 1, net.W1.rows do
    for _, W1 in ipairs(stations) do rows[#rows + 1] = { unit, W1:get(unit, 1), W1:get(unit, 2) } end
    if unit < net.W1.rows then rows[#rows + 1] = false end
  end
  return rows
end

return units
