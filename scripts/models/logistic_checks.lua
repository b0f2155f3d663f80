--- What chapter 8 asks about logistic regression: cases for ch:gradient and
-- ch:identity, on random examples and on a model's own.
local gw = require 'gw'
local logistic = require 'models.logistic'
local range = require 'gw.range'

local checks = {}

local EPSILON = 2 ^ -52

--- Random examples of a random shape; w is such that z is about `size`.
function checks.random_model(rng, k)
  local n, m, scale = 1 + gw.random_below(rng, 6), 1 + gw.random_below(rng, 40), 10 ^ ((k % 5) - 2)
  local X, Y = gw.matrix.new(n, m), gw.matrix.new(1, m)
  gw.random_fill_normal(rng, scale, X)
  for i = 1, m do Y:set(1, i, gw.random_below(rng, 2)) end
  local model = logistic.new(X, Y)
  gw.random_fill_normal(rng, 1 / scale, model.w)
  model.b:set(1, 1, gw.random_normal(rng))
  return model
end

--- A question for the checker: are dw and db the derivatives of J here?
function checks.gradient(model)
  model:gradient()
  local at = logistic.new(model.X, model.Y)
  at.w, at.b, at.lambda = model.w:copy(), model.b:copy(), model.lambda
  return { blocks = { { 'w', at.w, model.dw:copy() }, { 'b', at.b, model.db:copy() } },
    cost = function() return at.lambda and at:gradient().J or (at:cost()) end }
end

--- The same for so many random models with a price on their weights.
function checks.priced(rng, count)
  local cases = {}
  for k = 1, count do
    local model = checks.random_model(rng, k)
    model.lambda = 5 * gw.random_uniform(rng)
    cases[k] = checks.gradient(model)
  end
  return cases
end

--- Loops and vectorised form, entry by entry. Both sum m products of x and dz,
-- whose z has n products of its own behind it: each sum of c terms is right to
-- c ε times the sum of their sizes, and an error of z moves dz by a quarter of it.
function checks.add_same(cases, model)
  local n, m = model.X.rows, model.X.cols
  model:gradient()
  local dw = gw.matrix.new(n, 1)
  local db, J = gw.logistic_regression_gradient_loops(model.X, model.Y, model.w, model.b:get(1, 1), dw)
  local sum_w, sum_b, sum_J = range.map(dw:values(), function() return 0 end), 0, 0
  for i = 1, m do
    local z = math.abs(model.b:get(1, 1))
    for k = 1, n do z = z + math.abs(model.w:get(k, 1) * model.X:get(k, i)) end
    local size = (m + 8) * math.abs(model.dZ:get(1, i)) + (n + 8) * (z / 4 + 1)
    for k = 1, n do sum_w[k] = sum_w[k] + size * math.abs(model.X:get(k, i)) / m end
    sum_b, sum_J = sum_b + size / m, sum_J + ((m + 8) * (z + 1) + (n + 8) * z) / m
  end
  for k = 1, n do
    cases[#cases + 1] = { model.dw:get(k, 1), dw:get(k, 1), 2 * EPSILON * sum_w[k], ('dw[%d], m = %d'):format(k, m) }
  end
  cases[#cases + 1] = { model.db:get(1, 1), db, 2 * EPSILON * sum_b, ('db, m = %d'):format(m) }
  cases[#cases + 1] = { model.J, J, 2 * EPSILON * sum_J, ('J, m = %d'):format(m) }
end

--- The product and the transpose, on random shapes.
function checks.products(ch, rng)
  local fast, turned = {}, {}
  for _ = 1, 20 do
    local n, k, m = 1 + gw.random_below(rng, 6), 1 + gw.random_below(rng, 6), 1 + gw.random_below(rng, 6)
    local new = gw.matrix.new
    local A, B, AB, fast_AB = new(n, k), new(k, m), new(n, m), new(n, m)
    gw.random_fill_normal(rng, 1, A)
    gw.random_fill_normal(rng, 1, B)
    gw.matrix_multiply(A, B, AB)
    gw.fast_multiply(A, B, fast_AB)
    local At, Bt, BtAt = new(k, n), new(m, k), new(m, n)
    gw.matrix_transpose(A, At)
    gw.matrix_transpose(B, Bt)
    gw.matrix_multiply(Bt, At, BtAt)
    for i = 1, n do
      for j = 1, m do
        local size = 0
        for l = 1, k do size = size + math.abs(A:get(i, l) * B:get(l, j)) end
        fast[#fast + 1] = { fast_AB:get(i, j), AB:get(i, j), 2 * k * EPSILON * size }
        turned[#turned + 1] = { BtAt:get(j, i), AB:get(i, j), 0 }
      end
    end
  end
  ch:identity { id = 'product', formula = '(AB)ij = Σ Aik Bkj, loops and tiles', cases = fast }
  ch:identity { id = 'transpose', formula = '(AB)ᵀ = Bᵀ Aᵀ', cases = turned }
end

--- A feature that never changes stays harmless.
function checks.constant(ch)
  local X = gw.matrix.from { { 7, 7, 7 }, { 1, 2, 6 } }
  local mean, scale = logistic.standardise(X)
  ch:holds { id = 'constant', formula = 'a constant feature gets scale 1, and becomes 0',
    holds = scale:get(1, 1) == 1 and mean:get(1, 1) == 7 and X:get(1, 1) == 0 and X:get(1, 3) == 0 }
end

--- The Hessian's rows are the gradients of the gradient's entries; Newton's step
-- solves its equations.
function checks.newton(ch, rng)
  local rows, steps, inverse = {}, {}, {}
  for k = 1, 10 do
    local model = checks.random_model(rng, 2) -- of scale 1
    local n, m = model.X.rows + 1, model.X.cols
    model:newton()
    local s = model.space
    gw.logistic_regression_hessian(s.Xa, s.Z, s.H)
    for row = 1, n do
      local H = gw.matrix.new(n, 1)
      gw.matrix_transpose(s.H:row(row), H)
      local theta, Z, dZ, dtheta = s.theta:copy(), gw.matrix.new(1, m), gw.matrix.new(1, m), gw.matrix.new(n, 1)
      rows[#rows + 1] = { blocks = { { 'theta', theta, H } }, cost = function()
        gw.logistic_regression_gradient(s.Xa, model.Y, theta, 0, Z, dZ, dtheta)
        return dtheta:get(row, 1)
      end }
    end
    if m >= 3 * n and model:newton() then
      for i = 1, n do
        local left, size = 0, math.abs(s.dtheta:get(i, 1))
        for j = 1, n do
          left = left + s.H:get(i, j) * s.step:get(j, 1)
          size = size + math.abs(s.step:get(j, 1)) * math.sqrt(s.H:get(i, i) * s.H:get(j, j))
        end
        steps[#steps + 1] = { left, -s.dtheta:get(i, 1), 4 * n * n * EPSILON * size,
          ('model %d, row %d'):format(k, i) }
      end
      local V = gw.matrix.new(n, n)
      gw.logistic_regression_covariance(s.Xa, s.Z, s.H, s.L, V)
      local c = s.theta
      for i = 1, n do
        local entry, size = 0, 0
        for l = 1, n do
          for j = 1, n do
            local term = m * V:get(l, j) * c:get(j, 1)
            entry = entry + s.H:get(i, l) * term
            size = size + math.sqrt(s.H:get(i, i) * s.H:get(l, l)) * math.abs(term)
          end
        end
        inverse[#inverse + 1] = { entry, c:get(i, 1), 4 * n * n * EPSILON * size, ('model %d, row %d'):format(k, i) }
      end
    end
  end
  ch:gradient { id = 'hessian', formula = 'H = (1/m) Xa diag(a(1 − a)) Xaᵀ, by rows', cases = rows }
  ch:identity { id = 'newton', formula = "H · (Newton's step) = −dθ", cases = steps }
  ch:identity { id = 'covariance', formula = 'm H · V · c = c: the covariance is the inverse', cases = inverse }
end

return checks
