--- The cost J(w, b) of logistic regression with one feature: what chapter 6
-- asks of csrc/cost_surface.c for one data set.
local gw = require 'gw'
local matrix = gw.matrix

local Surface = {}
Surface.__index = Surface

local surface = {}

--- The surface of the examples X (1, m), Y (1, m) under a criterion.
function surface.new(criterion, X, Y)
  return setmetatable({ criterion = criterion, X = X, Y = Y }, Surface)
end

function Surface:cost(w, b)
  return gw.cost_surface_value(self.criterion, self.X, self.Y, w, b)
end

--- ∂J/∂w, ∂J/∂b.
function Surface:gradient(w, b)
  return gw.cost_surface_gradient(self.criterion, self.X, self.Y, w, b)
end

--- ∂²J/∂w², ∂²J/∂w∂b, ∂²J/∂b².
function Surface:hessian(w, b)
  return gw.cost_surface_hessian(self.criterion, self.X, self.Y, w, b)
end

--- The least and the greatest curvature.
function Surface:eigenvalues(w, b)
  return gw.cost_surface_eigenvalues(self:hessian(w, b))
end

--- The path of a descent as a list of {w, b, J}, the start first.
function Surface:descend(start, alpha, iterations)
  local path, rows = matrix.new(3, iterations + 1), {}
  gw.cost_surface_descend(self.criterion, self.X, self.Y, start[1], start[2], alpha, path)
  for i = 1, iterations + 1 do rows[i] = { path:get(1, i), path:get(2, i), path:get(3, i) } end
  return rows
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

--- A block of a figure's data: J over a grid.
function Surface:grid(name, ws, bs)
  local rows = {}
  for _, b in ipairs(bs) do
    for _, w in ipairs(ws) do rows[#rows + 1] = { w, b, self:cost(w, b) } end
    rows[#rows + 1] = false
  end
  return { name = name, rows = rows }
end

return surface
