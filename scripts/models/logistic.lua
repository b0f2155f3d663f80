--- Logistic regression on a data set: its parameters, its gradient, and a step
-- of gradient descent or of Newton's method.
local ffi = require 'ffi'
local gw = require 'gw'
local C = require('gw.ffi').C

local Model = {}
Model.__index = Model

local logistic = {}

--- Standardises X in place by its own mean and scale, and returns these.
function logistic.standardise(X)
  local mean, scale = gw.matrix.new(X.rows, 1), gw.matrix.new(X.rows, 1)
  gw.scaling_fit(X, mean, scale)
  gw.scaling_apply(X, mean, scale, X)
  return mean, scale
end

--- The largest size of a correlation between two features of a standardised X: of
-- the mean of their product.
function logistic.largest_correlation(X)
  local m, largest = X.cols, 0
  for i = 1, X.rows do
    for j = 1, i - 1 do
      local sum = 0
      for k = 1, m do sum = sum + X:get(i, k) * X:get(j, k) end
      largest = math.max(largest, math.abs(sum / m))
    end
  end
  return largest
end

--- The examples with these numbers, first to last in an order, as X and Y of their own.
function logistic.pick(data, order, first, last)
  local X, Y = gw.matrix.new(data.X.rows, last - first + 1), gw.matrix.new(data.Y.rows, last - first + 1)
  for j = first, last do
    local i = order:get(1, j) + 1
    gw.matrix_copy(data.X:columns(i, i), X:columns(j - first + 1, j - first + 1))
    gw.matrix_copy(data.Y:columns(i, i), Y:columns(j - first + 1, j - first + 1))
  end
  return X, Y
end

--- A model of the examples X (n, m), Y (1, m), with w (n, 1) and b (1, 1) at 0.
function logistic.new(X, Y)
  local n, m, new = X.rows, X.cols, gw.matrix.new
  return setmetatable({ X = X, Y = Y, w = new(n, 1), b = new(1, 1), dw = new(n, 1), db = new(1, 1), Z = new(1, m),
    dZ = new(1, m) }, Model)
end

--- Fills dw, db and J at the present w and b, on these examples or on some others. With a
-- lambda in the model all three are those of the cost with its price.
function Model:gradient(X, Y)
  local Z, dZ = self.Z, self.dZ
  if X and X.cols < Z.cols then Z, dZ = Z:columns(1, X.cols), dZ:columns(1, X.cols) end
  local db, J = gw.logistic_regression_gradient(X or self.X, Y or self.Y, self.w, self.b:get(1, 1), Z, dZ, self.dw)
  self.db:set(1, 1, db)
  self.J = J
  if self.lambda then self.J = J + gw.logistic_regression_ridge(self.lambda, Z.cols, self.w, self.dw) end
  return self
end

--- One step of gradient descent: w := w − α dw, b := b − α db. What the cost was is not
-- asked.
function Model:descend(alpha)
  local status = C.gw_logistic_regression_gradient(self.X.c, self.Y.c, self.w.c, self.b:get(1, 1), self.Z.c, self.dZ.c,
    self.dw.c, self.db.c.data, nil)
  if status ~= C.GW_OK then error('gw.logistic_regression_gradient: ' .. ffi.string(C.gw_status_text(status)), 2) end
  self:move(-alpha, self.dw, self.db:get(1, 1))
end

--- The cost on these or on other examples, and how many are on the wrong side.
function Model:cost(X, Y)
  local Z = X and gw.matrix.new(1, X.cols) or self.Z
  gw.logistic_regression_forward(X or self.X, self.w, self.b:get(1, 1), Z)
  return gw.loss_cost(Z, Y or self.Y), gw.loss_mistakes(Z, Y or self.Y)
end

--- What part of the examples, these or others, is told right, in percent.
function Model:accuracy(X, Y)
  local _, mistakes = self:cost(X, Y)
  return 100 * (1 - mistakes / (X or self.X).cols)
end

-- X with a row of ones below, and room for Newton's step.
local function workspace(model)
  local n, m, new = model.X.rows + 1, model.X.cols, gw.matrix.new
  local Xa = new(n, m)
  for i = 1, n do
    if i < n then gw.matrix_copy(model.X:row(i), Xa:row(i)) else gw.matrix_fill(Xa:row(i), 1) end
  end
  return { Xa = Xa, theta = new(n, 1), Z = new(1, m), dZ = new(1, m), dtheta = new(n, 1), H = new(n, n), L = new(n, n),
    step = new(n, 1), next = new(n, 1), w = new(n - 1, 1) }
end

--- Newton's step from here as a column for w and a number for b; nil if the
-- equations have no single solution. Nothing moves.
function Model:newton()
  self.space = self.space or workspace(self)
  local s, n = self.space, self.X.rows
  for k = 1, n do s.theta:set(k, 1, self.w:get(k, 1)) end
  s.theta:set(n + 1, 1, self.b:get(1, 1))
  local status = C.gw_logistic_regression_newton(s.Xa.c, self.Y.c, s.theta.c, s.Z.c, s.dZ.c, s.dtheta.c, s.H.c, s.L.c,
    s.step.c)
  if status ~= C.GW_OK then return nil end
  for k = 1, n do s.w:set(k, 1, s.step:get(k, 1)) end
  return s.w, s.step:get(n + 1, 1)
end

--- Moves by part of a step.
function Model:move(part, dw, db)
  gw.matrix_add_scaled(part, dw, self.w)
  self.b:set(1, 1, self.b:get(1, 1) + part * db)
end

--- Newton's step, halved until the cost no longer rises. Returns false if there
-- is no step, or none that helps.
function Model:descend_newton()
  if not self:newton() then return false end
  local s, n = self.space, self.X.rows
  local part = gw.logistic_regression_backtrack(s.Xa, self.Y, s.theta, s.step, s.Z, s.next)
  if part == 0 then return false end
  for k = 1, n do self.w:set(k, 1, s.next:get(k, 1)) end
  self.b:set(1, 1, s.next:get(n + 1, 1))
  return true
end

--- The coefficients of features that were standardised by mean and scale, on
-- the original scale: a list of the intercept and each slope.
function Model:coefficients(mean, scale)
  local slopes = gw.matrix.new(self.X.rows, 1)
  return { gw.scaling_undo(self.w, self.b:get(1, 1), mean, scale, slopes), unpack(slopes:values()) }
end

-- The covariance of θ = (w, b) at the present w and b; nil if there is none.
local function covariance(model)
  if not model:newton() then return nil end -- it leaves θ and Z filled
  local s, n = model.space, model.X.rows + 1
  local V = gw.matrix.new(n, n)
  local status = C.gw_logistic_regression_covariance(s.Xa.c, s.Z.c, s.H.c, s.L.c, V.c)
  return status == C.GW_OK and V or nil
end

--- The standard errors of w and b on the original scale, in the order of
-- coefficients, and of z at the points X (n, q), which are on the model's own; nil
-- where the data do not determine w and b. Right at the maximum only.
function Model:standard_errors(mean, scale, X)
  local V, n, q = covariance(self), self.X.rows, X and X.cols or 0
  if not V then return nil end
  local c, errors = gw.matrix.new(n + 1, n + 1 + q), gw.matrix.new(1, n + 1 + q)
  c:set(n + 1, 1, 1) -- the intercept is z where every feature is 0
  for k = 1, n do
    c:set(k, 1, -mean:get(k, 1) / scale:get(k, 1))
    c:set(k, k + 1, 1 / scale:get(k, 1))
    for i = 1, q do c:set(k, n + 1 + i, X:get(k, i)) end
  end
  for i = 1, q do c:set(n + 1, n + 1 + i, 1) end
  gw.logistic_regression_standard_errors(V, c, errors)
  local list = errors:values()
  return { unpack(list, 1, n + 1) }, { unpack(list, n + 2) }
end

--- z at values of the one feature, on its original scale, its standard error, and σ(z):
-- lists z, errors, chances. Right at the maximum only.
function Model:predictions(mean, scale, values)
  local X, z, chances = gw.matrix.new(1, #values), {}, {}
  local c = self:coefficients(mean, scale)
  for i, x in ipairs(values) do
    X:set(1, i, (x - mean:get(1, 1)) / scale:get(1, 1))
    z[i] = c[1] + c[2] * x
    chances[i] = gw.sigmoid_value(z[i])
  end
  return z, select(2, self:standard_errors(mean, scale, X)), chances
end

--- How far the minimum still is, on the original scale: the largest part of a
-- coefficient that Newton's step would change, that part for each of them, and
-- the steps themselves; nil where there is no step.
function Model:distance(mean, scale)
  local dw, db = self:newton()
  if not dw then return nil end
  -- A step that is rounding throughout moves nothing: a coefficient may be 0.
  local size, moved = math.abs(self.b:get(1, 1)), math.abs(db)
  for k = 1, self.X.rows do
    size, moved = math.max(size, math.abs(self.w:get(k, 1))), math.max(moved, math.abs(dw:get(k, 1)))
  end
  local rounding = moved <= 1e-13 * (1 + size)
  local slopes = gw.matrix.new(self.X.rows, 1)
  local steps = { gw.scaling_undo(dw, db, mean, scale, slopes), unpack(slopes:values()) }
  local parts, largest = {}, 0
  for k, coefficient in ipairs(self:coefficients(mean, scale)) do
    parts[k] = (rounding or steps[k] == 0) and 0 or math.abs(steps[k]) / math.abs(coefficient)
    largest = math.max(largest, parts[k])
  end
  return largest, parts, steps
end

return logistic
