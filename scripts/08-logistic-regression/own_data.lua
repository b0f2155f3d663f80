--- Chapter 8 on the reader's own CSV: gradient descent on standardised features,
-- Newton's steps to the end, and the coefficients on the original scale.
local gw = require 'gw'
local dataset = require 'gw.dataset'
local logistic = require 'models.logistic'
local checks = require 'models.logistic_checks'

local own_data = {}

local CONVERGED = 5e-7 -- of each coefficient, by Newton's step
local MOST_STEPS = 50

-- Leaves out features that never change: nothing tells their coefficient from
-- the intercept.
local function changing(ch, data)
  local kept = {}
  for k, name in ipairs(data.features) do
    local changes = false
    for i = 2, data.X.cols do changes = changes or data.X:get(k, i) ~= data.X:get(k, 1) end
    if changes then kept[#kept + 1] = k
    else ch:say('  column %s is always %.6g: left out', name, data.X:get(k, 1)) end
  end
  if #kept == 0 then error(ch.options.data .. ': no column to learn from ever changes', 0) end
  local X, names = gw.matrix.new(#kept, data.X.cols), {}
  for j, k in ipairs(kept) do
    gw.matrix_copy(data.X:row(k), X:row(j))
    names[j] = data.features[k]
  end
  return X, names
end

-- The digits of each coefficient that later steps will not change. If each step
-- is ρ times the one before, all that follow come to step/(1 − ρ); near a maximum
-- ρ goes to 0, and where there is none it stays near 1.
local function digits_that_hold(parts, steps, before)
  local digits = {}
  for k, part in ipairs(parts) do
    local ratio = before and math.abs(steps[k] / before[k]) or 1
    local left = part == 0 and 0 or ratio < 1 and part / (1 - ratio) or math.huge
    digits[k] = math.max(0, math.min(6, math.floor(-math.log10(left))))
  end
  return digits
end

--- Takes Newton's steps to the end. Returns 'converged', 'separable', 'undetermined'
-- or 'not converged', how many steps it took, and the digits of each coefficient that hold.
function own_data.finish(model, mean, scale)
  local digits, before = {}, nil
  for steps = 0, MOST_STEPS do
    if select(2, model:cost()) == 0 then return 'separable', steps, {} end
    local largest, parts, step = model:distance(mean, scale)
    if not largest and steps == 0 then return 'undetermined', 0, {} end
    if largest then digits, before = digits_that_hold(parts, step, before), step end
    if largest and largest < CONVERGED then
      model:descend_newton() -- one more is cheap and doubles the digits
      return 'converged', steps + 1, digits
    end
    if steps == MOST_STEPS or not model:descend_newton() then return 'not converged', steps, digits end
  end
end

local SENTENCE = {
  converged = 'Converged: the next Newton step changes no coefficient by 5e-7 of it. ± is one standard error.',
  separable = 'Separable: every example is on its right side, so the likelihood has no maximum, the '
    .. 'coefficients grow for ever, and standard errors do not exist.',
  undetermined = 'Not converged: the features leave the coefficients undetermined, as when one is made of others.',
  ['not converged'] = 'Not converged: of each coefficient, the digits that hold.',
}

function own_data.run(ch)
  local o = ch.options
  local data = dataset.load(o)
  local X, names = changing(ch, data)
  local mean, scale = logistic.standardise(X)
  for k, name in ipairs(names) do
    local size = math.max(math.abs(mean:get(k, 1)), scale:get(k, 1))
    if scale:get(k, 1) < 1e-100 or size > 1e100 then
      error(('%s: column %s is around %.3g and varies by %.3g: a double cannot hold its coefficient with all '
        .. 'digits. Give it in another unit'):format(o.data, name, mean:get(k, 1), scale:get(k, 1)), 0)
    end
  end
  ch:say('  examples: %d, features: %d; 1 is %s = %s%s', X.cols, X.rows, data.label, data.positive,
    data.dropped > 0 and ('; rows with missing cells, left out: %d'):format(data.dropped) or '')

  local model, curve = logistic.new(X, data.Y), {}
  -- Not at w = 0, b = 0, where a slope may be 0 by symmetry and show nothing.
  local rng, cases = gw.random(o.seed), {}
  for k = 1, 3 do
    local elsewhere = logistic.new(X, data.Y)
    gw.random_fill_normal(rng, 0.5, elsewhere.w)
    elsewhere.b:set(1, 1, 0.5 * gw.random_normal(rng))
    cases[k] = checks.gradient(elsewhere)
  end
  ch:gradient { id = 'gradient', formula = 'dw, db on your data, at three random points', cases = cases }
  local row_every = math.max(1, math.floor(o.iterations / 500))
  for i = 1, o.iterations do
    model:descend(o.alpha)
    if i <= 20 or i % row_every == 0 then curve[#curve + 1] = { i, (model:cost()) } end
  end
  local J = model:cost()
  ch:say('  gradient descent: %d iterations at α = %g, J = %.6g', o.iterations, o.alpha, J)
  if J > math.log(2) then ch:say '  J is above ln 2, where it began: α is too large for these data' end

  local outcome, steps, digits = own_data.finish(model, mean, scale)
  local cost, wrong = model:cost()
  ch:say('  then %d %s: J = %.8g, deviance %.6f, %d of %d on the wrong side', steps,
    steps == 1 and 'Newton step' or 'Newton steps', cost, 2 * X.cols * cost, wrong, X.cols)
  ch:say('  %s', SENTENCE[outcome])
  local errors = outcome == 'converged' and model:standard_errors(mean, scale) or {}
  for k, c in ipairs(model:coefficients(mean, scale)) do
    local held = outcome == 'converged' and 6 or digits[k] or 0
    local text = held > 0 and ('%%.%dg'):format(held):format(c) or 'no digit holds'
    if outcome == 'separable' then text = ('%.6g so far'):format(c) end
    if errors[k] then text = ('%-12s ± %.6g'):format(text, errors[k]) end
    ch:say('    %-28s %s', k == 1 and '(Intercept)' or names[k - 1], text)
    local key = k == 1 and 'intercept' or 'slope_' .. (k - 1)
    ch:fact(key, c, 1e-6 * math.abs(c))
    if errors[k] then ch:fact(key .. '_error', errors[k], 1e-6 * errors[k]) end
  end
  ch:fact('cost', cost, 1e-9)
  ch:fact('mistakes', wrong, 0)
  ch:data('cost', { columns = { 'iteration', 'cost' }, blocks = { { name = 'train', rows = curve } } })
end

return own_data
