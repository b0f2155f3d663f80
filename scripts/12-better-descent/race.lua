--- Races in which every method is tuned by the same search, with as many trials.
local gw = require 'gw'
local four = require '12-better-descent.four'
local landscape = require '12-better-descent.landscape'
local minibatch = require '12-better-descent.minibatch'
local optimiser = require 'models.optimiser'
local range = require 'gw.range'

local race = { trials = 4096, -- values of one number, 64 each of two, 16 each of three
  alphas = 17, orders = 5, fresh = 40 } -- on data
local LIMIT, HUGE = 600, 1e100
local BETAS = { plain = 0, momentum = 1, rmsprop = 1, adam = 2 }

--- Every setting {α, β, …} that a method tries: α from 0.001 to 10, and 1 − β from
-- 0.001 to 1, evenly on logarithmic scales.
function race.settings(name)
  local count = math.floor(race.trials ^ (1 / (1 + BETAS[name])) + 0.5)
  local list = range.map(range.logarithmic(0.001, 10, count), function(alpha) return { alpha } end)
  for _ = 1, BETAS[name] do
    local longer = {}
    for _, setting in ipairs(list) do
      for _, forget in ipairs(range.logarithmic(0.001, 1, count)) do
        longer[#longer + 1] = { setting[1], setting[2] or 1 - forget, setting[2] and 1 - forget }
      end
    end
    list = longer
  end
  return list
end

--- Steps until the cost is at or below the target for the first time, and the cost
-- then; nil if that is after step `limit`.
function race.steps(surface, start, target, limit, name, ...)
  local P, dP = gw.matrix.column(start), gw.matrix.new(2, 1)
  local step = optimiser[name](P, ...)
  for i = 0, limit do
    local J = surface(P, dP)
    if J <= target then return i, J end
    if J > HUGE then return nil end
    step(dP)
  end
end

--- Steps until the cost is at or below the target and stays there, as far as step
-- LIMIT; nil if that is after step `limit`.
function race.stays(surface, start, target, limit, name, ...)
  local P, dP, above = gw.matrix.column(start), gw.matrix.new(2, 1), -1
  local step, J = optimiser[name](P, ...), nil
  for i = 0, LIMIT do
    J = surface(P, dP)
    if J > target then above = i end
    if above >= limit or J > HUGE then return nil end
    step(dP)
  end
  return above + 1, J
end

--- 8 starts in a quarter of the bowl, as high as the first. The bowl, upright or
-- turned by 45°, and all four methods are the same in its other quarters, mirrored:
-- what holds for these 8 holds for 32 all round.
function race.starts(kappa, height)
  return range.times(8, function(i)
    local angle = (i - 0.5) / 8 * math.pi / 2
    return { math.sqrt(2 * height) * gw.cos(angle), math.sqrt(2 * height / kappa) * gw.sin(angle) }
  end)
end

-- The most steps that a setting needs from any of the starts, and the cost there;
-- nil if more than the limit.
local function worst(count, surface, starts, target, limit, name, setting)
  local most, cost = 0, 0
  for _, start in ipairs(starts) do
    local steps, J = count(surface, start, target, limit, name, unpack(setting))
    if not steps then return nil end
    if steps > most or steps == most and J > cost then most, cost = steps, J end
  end
  return most, cost
end

--- The setting that needs the fewest steps from the worst of the starts; of several,
-- the one with the lowest cost there. Returns the steps, by race.steps or by another
-- count, and the setting.
function race.best(surface, starts, target, name, count)
  local fewest, lowest, found, settings = LIMIT, math.huge, nil, race.settings(name)
  -- From large α on, with which a bad one soon diverges, while with a small one it takes as long as it may.
  for i = #settings, 1, -1 do
    local setting = settings[i]
    local steps, J = worst(count or race.steps, surface, starts, target, fewest, name, setting)
    if steps and (steps < fewest or J < lowest) then fewest, lowest, found = steps, J, setting end
  end
  return found and fewest, found
end

--- The race down the bowl of four.lua, upright and turned, and off the saddle, from one
-- start and from the worst of 32: how the cost falls, as blocks of a figure, and facts by
-- their tolerance. On the saddle the height is that above the valleys, −1/4.
function race.run()
  local kappa, height, target, start = four.kappa, four.height, four.target, four.start
  local function turned(p) return landscape.turned(p[1], p[2], four.turn) end
  local around, saddle, blocks = race.starts(kappa, height), gw.better_descent_saddle, {}
  local upright, tilted = landscape.bowl(kappa, 0), landscape.bowl(kappa, four.turn)
  local counts, unsure, settings, highest = { trials = race.trials, starts = 4 * #around }, {}, {}, {}
  local tracks = {
    { 'upright', upright, { start }, target }, { 'turned', tilted, { turned(start) }, target },
    { 'upright_worst', upright, around, target }, { 'turned_worst', tilted, range.map(around, turned), target },
    { 'saddle', saddle, { { 1, 1e-6 } }, 0.75e-4 - 0.25 },
    { 'saddle_closer', saddle, { { 1, 1e-12 } }, 0.75e-4 - 0.25 },
  }
  for _, name in ipairs(optimiser.names) do
    for _, track in ipairs(tracks) do
      local key, surface, starts, low = unpack(track)
      local steps, setting = race.best(surface, starts, low, name)
      -- RMSProp crosses the turned bowl on the edge of instability, where an error of
      -- rounding grows: noise of 1e−16 moves this by a few steps: 104 to 108 were seen.
      local sort = name == 'rmsprop' and key == 'turned_worst' and unsure or counts
      sort[('tuned_%s_%s'):format(key, name)] = steps
      if key == 'upright' or key == 'turned' then
        local points = landscape.walk(surface, starts[1], steps, name, unpack(setting))
        blocks[#blocks + 1] = { name = name .. '_' .. key,
          rows = range.map(points, function(p, i) return { i - 1, p[3] } end) }
        highest[('highest_%s_%s'):format(key, name)] = landscape.highest(points)
        settings[('alpha_%s_%s'):format(key, name)] = setting[1]
        settings[('beta_%s_%s'):format(key, name)] = setting[2]
        settings[('beta2_%s_%s'):format(key, name)] = setting[3]
      end
    end
  end
  -- Down for good. (RMSProp and Adam, with a fixed α, need not ever be.)
  for _, name in ipairs { 'plain', 'momentum' } do
    counts['tuned_stays_' .. name] = race.best(upright, around, target, name, race.stays)
  end
  blocks[#blocks + 1] = { name = 'target', rows = { { 0, target }, { 120, target } } }
  return blocks, { [0] = counts, [3] = unsure, [1e-12] = settings, [1e-6 * height] = highest }
end

-- Tunes α alone on data, in mini-batches, on values from 0.001 to 10, each
-- with the same random orders of the examples. Returns rows {α, mean cost over
-- the last epoch}, up to the first α past the best with a cost above 0.2; the best of
-- them; and there the cost of each of some fresh orders, which had no part in the choice.
local function tuned(learn, X, Y, name, iterations, size, seed)
  local from = math.max(0, iterations - math.ceil(X.cols / size) + 1)
  local rows, best = {}, { 0, math.huge }
  local function cost(alpha, k)
    local learner, sum = minibatch.new(X, Y), 0
    local ok, costs = pcall(learn, learner, name, alpha, iterations, size, gw.random(seed + k - 1), from)
    if not ok then return math.huge end
    for i = from, iterations do sum = sum + costs[i + 1] end
    return sum / (iterations - from + 1)
  end
  for _, alpha in ipairs(range.logarithmic(1e-3, 10, race.alphas)) do
    local costs, mean = range.times(race.orders, function(k) return cost(alpha, k) end), 0
    for _, J in ipairs(costs) do mean = mean + J / race.orders end
    if mean > 0.2 and mean > 2 * best[2] then break end
    rows[#rows + 1] = { alpha, mean }
    if mean < best[2] then best = rows[#rows] end
  end
  return rows, best, range.times(race.fresh, function(k) return cost(best[1], race.orders + k) end)
end

--- The race on data, by the driver's learn(model, name, α, iterations, size, rng, from):
-- each with every α. Returns the cost by α, as blocks of a figure, and facts by their
-- tolerance.
function race.on_data(learn, X, Y, iterations, size, seed)
  local counts, settings, costs, fresh = { orders = race.orders, fresh_orders = race.fresh, alphas = race.alphas },
    {}, {}, {}
  local blocks = range.map(optimiser.names, function(name)
    local rows, best, each = tuned(learn, X, Y, name, iterations, size, seed)
    local mean = 0
    for _, J in ipairs(each) do mean = mean + J / #each end
    fresh[name], settings['data_best_alpha_' .. name], costs['data_best_cost_' .. name] = each, best[1], best[2]
    costs['data_fresh_cost_' .. name] = mean
    costs['data_lowest_' .. name], costs['data_highest_' .. name] = math.min(unpack(each)), math.max(unpack(each))
    if name == 'adam' then costs.data_cost_adam_usual = rows[1][2] end
    return { name = name, rows = rows }
  end)
  for _, name in ipairs { 'plain', 'rmsprop', 'adam' } do -- order by order
    local below = 0
    for k, J in ipairs(fresh.momentum) do below = below + (J < fresh[name][k] and 1 or 0) end
    counts['data_momentum_below_' .. name] = below
  end
  return blocks, { [0] = counts, [1e-12] = settings, [1e-7] = costs }
end

return race
