--- The stretched bowl, and walks over it or any landscape of the plane.
local gw = require 'gw'
local optimiser = require 'models.optimiser'
local range = require 'gw.range'

local landscape = {}

--- Walks over a landscape of the plane: the points {x, y, J}, the start first.
function landscape.walk(surface, start, iterations, name, ...)
  local P, dP, points = gw.matrix.column(start), gw.matrix.new(2, 1), {}
  local step = optimiser[name](P, ...)
  for i = 1, iterations + 1 do
    local J = surface(P, dP)
    points[i] = { P:get(1, 1), P:get(2, 1), J }
    if i <= iterations then step(dP) end
  end
  return points
end

--- Iterations until a point of the walk passes the test; nil if none does.
function landscape.first(points, passes)
  for i, p in ipairs(points) do
    if passes(p) then return i - 1 end
  end
end

--- The highest cost on a walk.
function landscape.highest(points)
  return math.max(unpack(range.map(points, function(p) return p[3] end)))
end

--- The bowl of condition number κ, turned by a tilt.
function landscape.bowl(kappa, tilt)
  return function(P, dP) return gw.better_descent_bowl(kappa, tilt, P, dP) end
end

--- Blocks and cost for ch:gradient: a landscape's gradient at P.
function landscape.gradient_case(surface, P)
  local dP, scratch = gw.matrix.new(2, 1), gw.matrix.new(2, 1)
  surface(P, dP)
  return { blocks = { { 'P', P, dP } }, cost = function() return surface(P, scratch) end }
end

--- Contours of the upright bowl as rows for a figure: `count` ellipses, each
-- `apart` wider than the one before, with gaps between them.
function landscape.contours(kappa, count, apart)
  local rows = {}
  for k = 1, count do
    for _, angle in ipairs(range.linear(0, 2 * math.pi, 121)) do
      rows[#rows + 1] = { apart * k * gw.cos(angle), apart * k * gw.sin(angle) / math.sqrt(kappa) }
    end
    rows[#rows + 1] = false
  end
  return rows
end

--- The point (u, v) of the upright bowl, in the one turned by a tilt.
function landscape.turned(u, v, tilt)
  local c, s = gw.cos(tilt), gw.sin(tilt)
  return { c * u - s * v, s * u + c * v }
end

--- α, and β of momentum, whose guarantee is best on a bowl of condition number κ.
function landscape.best_plain(kappa) return 2 / (1 + kappa) end

function landscape.best_momentum(kappa)
  local r = (math.sqrt(kappa) - 1) / (math.sqrt(kappa) + 1)
  return (1 - r) ^ 2, r ^ 2
end

return landscape
