--- The cost J(w, b) of logistic regression with one feature: what chapter 6
-- asks of csrc/cost_surface.c for one data set.
local gw = require 'gw'
local matrix = gw.matrix

local EPSILON = 2 ^ -52

local Surface = {}
Surface.__index = Surface

local surface = {}

--- The surface of the examples X (1, m), Y (1, m) under a criterion.
function surface.new(criterion, X, Y)
  return setmetatable({ criterion = criterion, X = X, Y = Y }, Surface)
end

--- That of random examples, of every number and scale, and their scale.
function surface.random(criterion, rng)
  local m, size = 1 + gw.random_below(rng, 40), 10 ^ (2 * gw.random_uniform(rng) - 1)
  local X, Y = matrix.new(1, m), matrix.new(1, m)
  gw.random_fill_normal(rng, size, X)
  for i = 1, m do Y:set(1, i, gw.random_below(rng, 2)) end
  return surface.new(criterion, X, Y), size
end

function Surface:cost(w, b)
  return gw.cost_surface_value(self.criterion, self.X, self.Y, w, b)
end

--- The loss of one example of label y as a function of z; its slope; its curvature.
function Surface:loss(y)
  local loss = self.criterion
  return function(z) return gw.cost_surface_loss(loss, z, y) end,
    function(z) return gw.cost_surface_loss_slope(loss, z, y) end,
    function(z) return gw.cost_surface_loss_curvature(loss, z, y) end
end

--- ∂J/∂w, ∂J/∂b.
function Surface:gradient(w, b)
  return gw.cost_surface_gradient(self.criterion, self.X, self.Y, w, b)
end

--- The length of the gradient at a point {w, b}.
function Surface:steepness(at)
  local dw, db = self:gradient(at[1], at[2])
  return math.sqrt(dw * dw + db * db)
end

--- ∂²J/∂w², ∂²J/∂w∂b, ∂²J/∂b².
function Surface:hessian(w, b)
  return gw.cost_surface_hessian(self.criterion, self.X, self.Y, w, b)
end

--- The least and the greatest curvature.
function Surface:eigenvalues(w, b)
  return gw.cost_surface_eigenvalues(self:hessian(w, b))
end

--- The determinant of the Hessian, as a case for ch:identity: its product of diagonals
-- and its sum over pairs are sums of m and of m²/2 terms, each rounded as often; wb² ≤ ww·bb.
function Surface:determinants(w, b)
  local m, ww, wb, bb = self.X.cols, self:hessian(w, b)
  local pairs_of = gw.cost_surface_determinant(self.criterion, self.X, self.Y, w, b)
  return { ww * bb - wb * wb, pairs_of, EPSILON * ((2 * m + 4) * ww * bb + (m * m / 4 + 4) * pairs_of),
    ('w = %g, b = %g'):format(w, b) }
end

--- How far J lies above its chord from (w1, b1) to (w2, b2), at the part t of it; and that
-- as a part of the chord's height there.
function Surface:above_chord(w1, b1, w2, b2, t)
  local chord = t * self:cost(w1, b1) + (1 - t) * self:cost(w2, b2)
  local above = self:cost(t * w1 + (1 - t) * w2, t * b1 + (1 - t) * b2) - chord
  return above, above / chord
end

--- A descent in C: the first steps of its path, or all of them, as a list of {w, b, J},
-- the start first; and the last.
function Surface:descend(start, alpha, iterations, first)
  local path, rows = matrix.new(3, iterations + 1), {}
  gw.cost_surface_descend(self.criterion, self.X, self.Y, start[1], start[2], alpha, path)
  local function row(i) return { path:get(1, i), path:get(2, i), path:get(3, i) } end
  for i = 1, first or iterations + 1 do rows[i] = row(i) end
  return rows, row(iterations + 1)
end

-- Blocks and cost for ch:gradient: what f(w, b) is, and its two slopes.
local function case(f, w, b, slope_w, slope_b)
  local W, B = matrix.from { { w } }, matrix.from { { b } }
  return {
    blocks = { { 'w', W, matrix.from { { slope_w } } }, { 'b', B, matrix.from { { slope_b } } } },
    cost = function() return f(W:get(1, 1), B:get(1, 1)) end,
  }
end

--- The partial derivatives of J at a point, to be checked.
function Surface:partials(w, b)
  return case(function(p, q) return self:cost(p, q) end, w, b, self:gradient(w, b))
end

--- The rows of the Hessian at a point, as slopes of ∂J/∂w and of ∂J/∂b.
function Surface:curvatures(w, b)
  local ww, wb, bb = self:hessian(w, b)
  return case(function(p, q) return (self:gradient(p, q)) end, w, b, ww, wb),
    case(function(p, q) return (select(2, self:gradient(p, q))) end, w, b, wb, bb)
end

--- Both kinds of cases, at random points of this surface and of others on random examples.
function Surface:random_cases(rng, count)
  local function normal(size) return size * gw.random_normal(rng) end
  local partials, curvatures = {}, {}
  for i = 1, count do
    local other, size = surface.random(self.criterion, rng)
    partials[2 * i - 1] = self:partials(normal(2), normal(2))
    partials[2 * i] = other:partials(normal(1 / size), normal(1))
    curvatures[2 * i - 1], curvatures[2 * i] = self:curvatures(normal(2), normal(2))
  end
  return partials, curvatures
end

--- Random chords for :above_chord.
function surface.random_chords(rng, count)
  local function normal() return 4 * gw.random_normal(rng) end
  local chords = {}
  for i = 1, count do chords[i] = { normal(), normal(), normal(), normal(), gw.random_uniform(rng) } end
  return chords
end

--- Every {w, b} of a grid, row by row.
function surface.grid(ws, bs)
  local points = {}
  for _, b in ipairs(bs) do
    for _, w in ipairs(ws) do points[#points + 1] = { w, b } end
  end
  return points
end

return surface
