--- Universal approximation, by hand: steep units whose output weights build a staircase
-- along a curve.
local gw = require 'gw'
local network = require 'models.network'
local range = require 'gw.range'

local stairs = {}

local WIDTH, STEEP, POINTS = 2 * math.pi, 1e6, 2001

-- The greatest distance between sin x, from 0 to 2π, and what a network with n hidden
-- sigmoids hands to its output unit: level over each of n + 1 pieces, at the height of sin in
-- the middle of it.
function stairs.distance(n)
  local X, piece, worst = gw.matrix.new(1, POINTS), WIDTH / (n + 1), 0
  for i, x in ipairs(range.linear(0, WIDTH, POINTS)) do X:set(1, i, x) end
  local net = network.new(X, gw.matrix.new(1, POINTS), { hidden = n, activation = gw.SIGMOID, rng = gw.random(1) })
  local function height(j) return math.sin((j + 0.5) * piece) end
  for j = 1, n do
    net.W1:set(j, 1, STEEP)
    net.b1:set(j, 1, -STEEP * j * piece)
    net.W2:set(1, j, height(j) - height(j - 1))
  end
  net.b2:set(1, 1, height(0))
  net:forward()
  for i = 1, POINTS do worst = math.max(worst, math.abs(net.Z2:get(1, i) - math.sin(X:get(1, i)))) end
  return worst
end

--- The slope of sin is never above 1, so half a piece's width bounds the distance.
function stairs.check(ch)
  ch:everywhere { id = 'stairs', formula = 'n steep units come within π/(n + 1) of sin', points = { 5, 20, 50, 200 },
    holds = function(n) return stairs.distance(n) <= WIDTH / (n + 1) / 2 + 1e-12 end }
  ch:facts(1e-9, { stairs_20 = stairs.distance(20), stairs_200 = stairs.distance(200) })
end

return stairs
