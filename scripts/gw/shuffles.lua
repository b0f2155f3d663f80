--- The same training again on other shuffles of the data: what depends on which
-- examples were kept apart, and what does not.
local gw = require 'gw'
local logistic = require 'gw.logistic'

local shuffles = {}

local SECOND_LOOK = math.log(1 / 9) -- z where a = 1/10

--- X, Y to train on and X_test, Y_test kept apart, shuffled by a seed; all are
-- standardised by what the training set says, and nothing else. Also its mean and scale.
function shuffles.split(data, seed, size)
  local order = gw.matrix.new(1, data.X.cols)
  gw.random_permutation(gw.random(seed), order)
  local s = {}
  s.X, s.Y = logistic.pick(data, order, 1, size)
  s.X_test, s.Y_test = logistic.pick(data, order, size + 1, data.X.cols)
  s.raw = s.X:copy()
  s.mean, s.scale = logistic.standardise(s.X)
  gw.scaling_apply(s.X_test, s.mean, s.scale, s.X_test)
  return s
end

--- Iterations evenly spread over a logarithmic axis, the first and last among them.
function shuffles.marks(last)
  local list, i = {}, 1
  while i <= last do
    list[#list + 1] = i
    i = i < last and math.min(last, math.max(i + 1, math.floor(i * 1.05))) or last + 1
  end
  return list
end

--- How many examples are 1, how many of these the model calls 0, how many that are 0
-- it calls 1, if it calls 1 what has z above a threshold, else 0.
function shuffles.confusion(model, X, Y, threshold)
  local Z, positive, missed, alarms = gw.matrix.new(1, X.cols), 0, 0, 0
  gw.logistic_regression_forward(X, model.w, model.b, Z)
  for i = 1, X.cols do
    local y, said = Y:get(1, i), Z:get(1, i) > (threshold or 0) and 1 or 0
    positive = positive + y
    if y > said then missed = missed + 1 elseif y < said then alarms = alarms + 1 end
  end
  return positive, missed, alarms
end

-- Trains on one split. Returns the model and the test cost at each of the marks.
local function train(split, alpha, marks)
  local model, costs, done = logistic.new(split.X, split.Y), {}, 0
  for j, mark in ipairs(marks) do
    for _ = done + 1, mark do model:descend(alpha) end
    done, costs[j] = mark, (model:cost(split.X_test, split.Y_test))
  end
  return model, costs
end

-- The model at the bottom of J + λ/(2m) Σ w², by Newton's steps, and the largest entry
-- of the gradient there.
local function ridge(split, lambda)
  local model, n, largest = logistic.new(split.X, split.Y), split.X.rows, 0
  local price = lambda / split.X.cols
  for _ = 1, 12 do
    model:newton() -- fills H and dθ of J alone
    local s = model.space
    for k = 1, n do
      s.H:set(k, k, s.H:get(k, k) + price)
      s.dtheta:set(k, 1, s.dtheta:get(k, 1) + price * model.w:get(k, 1))
    end
    largest = math.max(-math.min(unpack(s.dtheta:values())), unpack(s.dtheta:values()))
    gw.cholesky_factor(s.H, s.L)
    gw.cholesky_solve(s.L, s.dtheta, s.step)
    for k = 1, n do s.w:set(k, 1, s.step:get(k, 1)) end
    model:move(-1, s.w, s.step:get(n + 1, 1))
  end
  return model, largest
end

-- How many of the test examples the model calls wrongly that sees these features alone,
-- by Newton's steps.
local function wrong_by_few(split, features)
  local X, X_test = gw.matrix.new(#features, split.X.cols), gw.matrix.new(#features, split.X_test.cols)
  for j, k in ipairs(features) do
    gw.matrix_copy(split.X:row(k), X:row(j))
    gw.matrix_copy(split.X_test:row(k), X_test:row(j))
  end
  local model = logistic.new(X, split.Y)
  for _ = 1, 10 do model:descend_newton() end
  return select(2, model:cost(X_test, split.Y_test))
end

-- The last cost as a multiple of the lowest.
local function rise(costs)
  return costs[#costs] / math.min(unpack(costs))
end

local function median(list)
  table.sort(list)
  return (list[math.floor((#list + 1) / 2)] + list[math.ceil((#list + 1) / 2)]) / 2
end

--- Trains on the shuffles 1 … count, with and without a price λ on w, and records as facts
-- what came out. `own` is the seed of the text's shuffle. Returns the curves of
-- `shown` others, for a figure.
function shuffles.run(ch, data, o)
  local marks, blocks = shuffles.marks(o.iterations), {}
  local rises, wrong, lowest_at, n = {}, {}, {}, { positive = 0, missed = 0, alarms = 0, turned = 0, tenth = 0,
    ridge_wrong = 0, ridge_lower = 0, few = 0, cost = 0, ridge_cost = 0, second_missed = 0, second_alarms = 0 }
  local steepest = 0
  local own = shuffles.split(data, o.own, o.size)
  local own_rise, as_much = rise(select(2, train(own, o.alpha, marks))), 0
  for seed = 1, o.count do
    local split = shuffles.split(data, seed, o.size)
    local model, costs = train(split, o.alpha, marks)
    local positive, missed, alarms = shuffles.confusion(model, split.X_test, split.Y_test)
    n.positive, n.missed, n.alarms = n.positive + positive, n.missed + missed, n.alarms + alarms
    local _, second_missed, second_alarms = shuffles.confusion(model, split.X_test, split.Y_test, SECOND_LOOK)
    n.second_missed, n.second_alarms = n.second_missed + second_missed, n.second_alarms + second_alarms
    rises[seed], wrong[seed] = rise(costs), missed + alarms
    if rises[seed] > 1 then n.turned = n.turned + 1 end
    if rises[seed] > 1.1 then n.tenth = n.tenth + 1 end
    if rises[seed] >= own_rise then as_much = as_much + 1 end
    local lowest = 1
    for j, cost in ipairs(costs) do if cost < costs[lowest] then lowest = j end end
    lowest_at[seed] = marks[lowest]
    if seed ~= o.own and #blocks < o.shown then
      local rows = {}
      for j, cost in ipairs(costs) do
        if j == 1 or j % 3 == #costs % 3 then rows[#rows + 1] = { marks[j], cost } end
      end
      blocks[#blocks + 1] = { name = 'shuffle' .. #blocks + 1, rows = rows }
    end
    n.few = n.few + wrong_by_few(split, o.features)
    local priced, slope = ridge(split, o.lambda)
    local cost, mistakes = priced:cost(split.X_test, split.Y_test)
    steepest, n.ridge_wrong = math.max(steepest, slope), n.ridge_wrong + mistakes
    if cost < costs[#costs] then n.ridge_lower = n.ridge_lower + 1 end
    n.cost, n.ridge_cost = n.cost + costs[#costs] / o.count, n.ridge_cost + cost / o.count
  end
  ch:fact('shuffles', o.count, 0)
  ch:fact('shuffles_shown', #blocks, 0)
  ch:fact('shuffles_turned', n.turned, 0)
  ch:fact('shuffles_tenth', n.tenth, 0)
  ch:fact('shuffles_as_much', as_much, 0)
  ch:fact('shuffles_rise', median(rises), 1e-9)
  ch:fact('shuffles_lowest_first', math.min(unpack(lowest_at)), 0)
  ch:fact('shuffles_positive', n.positive, 0)
  ch:fact('shuffles_missed', n.missed, 0)
  ch:fact('shuffles_alarms', n.alarms, 0)
  ch:fact('second_look_missed', n.second_missed, 0)
  ch:fact('second_look_alarms', n.second_alarms, 0)
  ch:fact('shuffles_fewest_wrong', math.min(unpack(wrong)), 0)
  ch:fact('shuffles_most_wrong', math.max(unpack(wrong)), 0)
  ch:fact('shuffles_wrong_by_two', n.few, 0)
  ch:fact('lambda', o.lambda, 0)
  ch:fact('shuffles_cost', n.cost, 1e-9)
  ch:fact('ridge_cost', n.ridge_cost, 1e-9)
  ch:fact('ridge_wrong', n.ridge_wrong, 0)
  ch:fact('ridge_lower', n.ridge_lower, 0)
  ch:holds { id = 'ridge', formula = 'a bowl with a price on w has a bottom', holds = steepest < 1e-12,
    because = ('the gradient of one is %g there'):format(steepest) }
  return blocks
end

return shuffles
