--- The learner of csrc/learner.h on the 23 flights of data/oring.csv: for each chapter
-- a function that runs what the chapter prints of it, checks that, and records what its
-- text quotes, under names that begin with learner_.
local dataset = require 'gw.dataset'
local gw = require 'gw'
local paths = require 'gw.paths'
local range = require 'gw.range'

local learner = {}

local EPSILON = 2 ^ -52
local MORNING = 31 -- °F, Challenger's

-- The flights: t = (f − 70)/10 from °F, and whether there was damage.
local function scaled(f) return (f - 70) / 10 end

local function flights()
  local data = dataset.load { data = paths.root .. '/data/oring.csv', label = 'distress',
    features = { 'temperature_f' } }
  local f = data.X:values()
  return gw.matrix.from { range.map(f, scaled) }, data.Y, f
end

local function mean(list)
  local sum = 0
  for _, x in ipairs(list) do sum = sum + x end
  return sum / #list
end

-- The cost and its two slopes at some w and b, as the checker takes them.
local function gradients(ch, kind, formula)
  local T, Y = flights()
  local cases = range.map({ { 0.5, -0.2 }, { -0.4, 0.3 }, { -3, -2 }, { 1, -1 } }, function(at)
    local w, b = gw.matrix.from { { at[1] } }, gw.matrix.from { { at[2] } }
    local dw, db = gw.learner_slopes(kind, T, Y, at[1], at[2])
    return { blocks = { { 'w', w, gw.matrix.from { { dw } } }, { 'b', b, gw.matrix.from { { db } } } },
      cost = function() return gw.learner_cost(kind, T, Y, w:get(1, 1), b:get(1, 1)) end }
  end)
  ch:gradient { id = 'learner-slopes', formula = formula, cases = cases }
end

-- w, b and the number of steps of a descent from there.
local function descend(kind, alpha, epsilon, most, w, b)
  local T, Y = flights()
  local at = gw.matrix.from { { w or 0, b or 0 } }
  local steps = gw.learner_descend(kind, T, Y, alpha, epsilon, most, at)
  return at:get(1, 1), at:get(1, 2), steps
end

--- Chapter 1: one number c, with the slope measured. Returns c after each step, the cost
-- as a function, and the share.
function learner.share(ch)
  local _, Y = flights()
  local y, steps, h = Y:values(), 40, 0.001
  local asked = 0 -- how often the cost was computed
  local function cost(c)
    asked = asked + 1
    return gw.learner_share_cost(Y, c)
  end
  local c, path, in_C = 0, { 0 }, {}
  for i = 1, steps do
    c = c - gw.derivative_central(cost(c - h), cost(c + h), h) / 10
    path[i + 1], in_C[i] = c, { gw.learner_share_measured(Y, i), c, 0, ('step %d'):format(i) }
  end
  local calls = asked
  -- Each step leaves 1 − 2/10 of the way; what the values of the cost round, divided by h
  -- and by 10, is left of each step, and of all of them five times that.
  local rounding = 5 * #y * EPSILON / h / 10
  ch:identity { id = 'learner', formula = 'the learner walks to the share of damaged flights',
    cases = range.map(path, function(at, i) return { mean(y) - at, mean(y) * 0.8 ^ (i - 1), rounding } end) }
  ch:identity { id = 'learner-in-C', formula = 'the learner in C takes the same steps', cases = in_C }
  ch:facts(0, { learner_flights = #y, learner_damaged = mean(y) * #y, learner_steps = steps, learner_calls = calls })
  ch:facts(1e-10, { learner_c_1 = path[2], learner_c_2 = path[3], learner_c_10 = path[11], learner_c = c })
  return { path = path, cost = cost, share = mean(y) }
end

--- Chapter 2: its slope by the rules.
function learner.rule(ch)
  local _, Y = flights()
  local y = Y:values()
  ch:derivative { id = 'learner', formula = 'the slope of mean (c − y)² is mean 2(c − y)',
    f = function(c) return gw.learner_share_cost(Y, c) end,
    slope = function(c) return mean(range.map(y, function(yi) return 2 * (c - yi) end)) end,
    points = range.linear(-1, 2, 31) }
  ch:identity { id = 'learner-steps', formula = 'measured or by rule, the learner takes the same steps',
    cases = range.times(40, function(steps)
      return { gw.learner_share(Y, steps), gw.learner_share_measured(Y, steps), #y * EPSILON / 0.001 / 2 }
    end) }
  ch:fact('learner_c', gw.learner_share(Y, 40), 1e-12)
end

--- Chapter 3: a line in the temperature, by the chain rule.
function learner.line(ch)
  local T, Y, f = flights()
  gradients(ch, gw.LEARNER_LINE, "the line's slopes by w and by b")
  local w, b, steps = descend(gw.LEARNER_LINE, 0.1, 0, 200)
  local t, y, tt, ty = T:values(), Y:values(), 0, 0
  for i = 1, #t do
    tt, ty = tt + (t[i] - mean(t)) ^ 2, ty + (t[i] - mean(t)) * (y[i] - mean(y))
  end
  -- Least squares have a formula; what is left of the way is 0.905 a step.
  ch:identity { id = 'learner', formula = "the learner's line is that of least squares",
    cases = { { w, ty / tt, 1e-8 }, { b, mean(y) - ty / tt * mean(t), 1e-8 } } }
  local warmest = math.max(unpack(f))
  ch:facts(0, { learner_steps = steps, learner_warmest_f = warmest })
  ch:facts(1e-12, { learner_w = w, learner_b = b, learner_cost = gw.learner_cost(gw.LEARNER_LINE, T, Y, w, b),
    learner_cost_share = gw.learner_cost(gw.LEARNER_LINE, T, Y, 0, mean(y)),
    learner_at_31 = w * scaled(MORNING) + b, learner_at_warmest = w * scaled(warmest) + b })
end

--- Chapter 4: a sigmoid behind the line. Returns what its figure shows.
function learner.sigmoid(ch)
  local T, Y, f = flights()
  gradients(ch, gw.LEARNER_SIGMOID, "the sigmoid's slopes by w and by b")
  local walked, w, b, steps = pcall(descend, gw.LEARNER_SIGMOID, 0.1, 0, 10000)
  if not walked then -- as where the reader has broken the slope on purpose
    ch:holds { id = 'learner', formula = 'the learner walks down', holds = false, because = w }
    return nil
  end
  local line_w, line_b = descend(gw.LEARNER_LINE, 0.1, 0, 200)
  local function answer(at) return gw.sigmoid_value(w * scaled(at) + b) end
  local function line(at) return line_w * scaled(at) + line_b end
  ch:everywhere { id = 'learner', formula = 'with a sigmoid every answer lies between 0 and 1',
    points = range.linear(-460, 400, 200), holds = function(at) return answer(at) > 0 and answer(at) <= 1 end }
  local warmest, cost = math.max(unpack(f)), gw.learner_cost(gw.LEARNER_SIGMOID, T, Y, w, b)
  ch:holds { id = 'learner-better', formula = 'its cost is below that of the line',
    holds = cost < gw.learner_cost(gw.LEARNER_LINE, T, Y, line_w, line_b) }
  ch:facts(0, { learner_steps = steps, learner_warmest_f = warmest })
  ch:facts(1e-10, { learner_w = w, learner_b = b, learner_cost = cost, learner_z_31 = w * scaled(MORNING) + b,
    learner_at_31 = answer(MORNING), learner_at_70 = answer(70), learner_at_warmest = answer(warmest) })
  return { f = f, y = Y:values(), answer = answer, line = line, morning = MORNING }
end

--- Chapter 5: the learning rate and the stop rule.
function learner.rates(ch)
  local steps = {}
  for name, alpha in pairs { tenth = 0.1, one = 1, ten = 10 } do
    local w, _, taken = descend(gw.LEARNER_SIGMOID, alpha, 1e-9, 50000)
    steps[alpha] = taken
    ch:fact('learner_steps_' .. name, taken, 1)
    ch:fact('learner_w_' .. name, w, 1e-3)
  end
  local w, _, early = descend(gw.LEARNER_SIGMOID, 0.1, 1e-6, 50000)
  ch:fact('learner_steps_early', early, 1)
  ch:fact('learner_w_early', w, 1e-3)
  ch:holds { id = 'learner', formula = 'the learner stops, and sooner for a larger α',
    holds = steps[10] < steps[1] and steps[1] < steps[0.1] and steps[0.1] < 50000 }
end

--- Chapter 6: the log loss.
function learner.bowl(ch)
  gradients(ch, gw.LEARNER_LOG_LOSS, "the learner's slopes with the log loss")
  local function at_31(w, b) return gw.sigmoid_value(w * scaled(MORNING) + b) end
  local w, b, steps = descend(gw.LEARNER_LOG_LOSS, 1, 1e-9, 50000)
  local far_w, far_b, far_steps = descend(gw.LEARNER_LOG_LOSS, 1, 1e-9, 50000, 10, 10)
  local lost_w, lost_b, lost_steps = descend(gw.LEARNER_SIGMOID, 1, 1e-9, 50000, 10, 10)
  ch:identity { id = 'learner', formula = 'from far away the learner finds the same w and b',
    cases = { { far_w, w, 1e-4 }, { far_b, b, 1e-4 } } }
  ch:holds { id = 'learner-lost', formula = 'with the squared error it does not', holds = lost_w > 0 }
  for name, fact in pairs { steps = steps, steps_far = far_steps, steps_lost = lost_steps } do
    ch:fact('learner_' .. name, fact, 1)
  end
  ch:facts(1e-7, { learner_at_31 = at_31(w, b), learner_at_31_lost = at_31(lost_w, lost_b) })
end

--- Chapter 7: each flight through the graph. `graph` is scripts/07-one-example/graph.lua.
function learner.graph(ch, graph)
  local T, Y = flights()
  local t, y, cases = T:values(), Y:values(), {}
  for k, at in ipairs { { 0, 0 }, { -2.3, -1.2 }, { 1, 2 } } do
    local w, b, dw, db = at[1], at[2], {}, {}
    for i = 1, #t do
      local g = graph.logistic { x1 = t[i], w1 = w, x2 = 0, w2 = 0, b = b, y = y[i] }
      dw[i], db[i] = g:derivative(gw.LOGISTIC_W1), g:derivative(gw.LOGISTIC_B)
    end
    local slope_w, slope_b = gw.learner_slopes(gw.LEARNER_LOG_LOSS, T, Y, w, b)
    -- Through da a factor 1/a goes up and a(1 − a) down again: a few roundings a flight.
    cases[2 * k - 1] = { mean(dw), slope_w, 2 * #t * EPSILON, ('w = %g'):format(w) }
    cases[2 * k] = { mean(db), slope_b, 2 * #t * EPSILON, ('b = %g'):format(b) }
  end
  ch:identity { id = 'learner', formula = "the mean of the graphs' dw and db is the learner's", cases = cases }
end

--- Chapter 8: all flights at once. `maximum` is {b, w} in °F, the chapter's own fit.
function learner.matrix(ch, maximum)
  local T, Y = flights()
  local m, alpha, steps = T.cols, 4, 200
  local w, one = gw.matrix.new(1, 1), gw.matrix.new(1, 1)
  local b = gw.learner_train(T, Y, alpha, steps, gw.matrix.new(1, m), gw.matrix.new(1, m), one, w)
  w = w:get(1, 1)
  local loop_w, loop_b = descend(gw.LEARNER_LOG_LOSS, alpha, 0, steps)
  ch:identity { id = 'learner', formula = "the learner's w and b in °F are the chapter's",
    cases = { { w / 10, maximum[2], 1e-8, 'w' }, { b - 7 * w, maximum[1], 1e-6, 'b' } } }
  ch:identity { id = 'learner-loop', formula = 'all flights at once, or one after the other',
    cases = { { w, loop_w, steps * m * EPSILON * math.abs(w) }, { b, loop_b, steps * m * EPSILON * math.abs(b) } } }
  ch:facts(0, { learner_steps = steps, learner_alpha = alpha })
  ch:facts(1e-8, { learner_w_per_degree = w / 10 })
end

-- A network for the flights: 1 input, 3 hidden units, 1 output. Required here, since no
-- chapter before the ninth needs it.
local function for_flights()
  local T, Y = flights()
  local net = require('models.network').new(T, Y, { hidden = 3, rng = gw.random(1), scale = 0.5 })
  local function at_31()
    local on = net:on(gw.matrix.from { { scaled(MORNING) } }, gw.matrix.from { { 1 } })
    on:forward()
    return on.A2:get(1, 1)
  end
  return net, at_31
end

--- Chapter 9: a hidden layer before the output, forwards only.
function learner.layer(ch)
  local net, at_31 = for_flights()
  local numbers = 0
  for _, P in ipairs(net:blocks()) do numbers = numbers + P[2].rows * P[2].cols end
  ch:facts(0, { learner_hidden = net.W1.rows, learner_parameters = numbers })
  ch:facts(1e-9, { learner_cost = net:cost(), learner_at_31 = at_31() })
end

--- Chapter 10: trained by the six equations.
function learner.network(ch)
  local net, at_31 = for_flights()
  local before, alpha, steps = net:cost(), 0.5, 2000
  for _ = 1, steps do net:step(alpha) end
  local after, without = net:cost(), require('models.logistic').new(net.X, net.Y)
  for _ = 1, 200 do without:descend(4) end
  ch:holds { id = 'learner', formula = "the learner's cost is below that without a hidden layer",
    holds = after < before and after < without:cost(), because = ('it is %.6g'):format(after) }
  ch:facts(0, { learner_steps = steps, learner_alpha = alpha })
  ch:facts(1e-5, { learner_cost_before = before, learner_cost = after, learner_at_31 = at_31() })
end

return learner
