--- A learning rate that comes down, beside two that stay: on the bowl ½w², whose slope is seen
-- with noise of deviation 1, as a mini-batch sees it. What a step does to mean and variance
-- of w is exact, w − α (w + noise): mean times 1 − α, variance times (1 − α)² plus α².
local gw = require 'gw'
local range = require 'gw.range'

local WALKS, STEPS, START = 2000, 300, 4
local SCHEDULES = {
  { 'large', function() return 0.5 end },
  { 'small', function() return 0.02 end },
  { 'falling', function(t) return 1 / (t + 2) end }, -- t steps have been taken
}

-- The mean cost after 0, 1, … STEPS steps, and how far a mean over WALKS may be from it: ½w²
-- has the variance ½v² + μ²v, and five deviations are rare.
local function theory(alpha_of)
  local mean, variance, rows = START, 0, { { 0, START * START / 2, 0 } }
  for t = 0, STEPS - 1 do
    local alpha = alpha_of(t)
    mean, variance = (1 - alpha) * mean, (1 - alpha) ^ 2 * variance + alpha ^ 2
    local spread = math.sqrt((variance ^ 2 / 2 + mean ^ 2 * variance) / WALKS)
    rows[t + 2] = { t + 1, (mean ^ 2 + variance) / 2, 5 * spread }
  end
  return rows
end

-- The mean cost of so many walks.
local function walked(alpha_of, rng)
  local w, noise, costs = {}, gw.matrix.new(1, WALKS), {}
  for k = 1, WALKS do w[k] = START end
  for t = 0, STEPS - 1 do
    gw.random_fill_normal(rng, 1, noise)
    local alpha, sum = alpha_of(t), 0
    for k = 1, WALKS do
      w[k] = gw.descent_update(w[k], w[k] + noise:get(1, k), alpha)
      sum = sum + w[k] ^ 2 / 2
    end
    costs[t + 1] = sum / WALKS
  end
  return costs
end

--- Checks the walks against theory; returns a block of rows for each schedule.
return function(ch, rng)
  local cases, blocks = {}, {}
  for i, schedule in ipairs(SCHEDULES) do
    local name, rows, costs = schedule[1], theory(schedule[2]), walked(schedule[2], rng)
    for _, t in ipairs { 1, 3, 10, 30, 100, STEPS } do
      local row = rows[t + 1]
      cases[#cases + 1] = { costs[t], row[2], row[3], ('%s, step %d'):format(name, t) }
    end
    ch:facts(1e-12, { ['schedule_cost_' .. name] = rows[STEPS + 1][2], ['schedule_soon_' .. name] = rows[31][2] })
    blocks[i] = { name = name, rows = range.map(rows, function(row) return { row[1], row[2] } end) }
  end
  ch:identity { id = 'schedule', formula = 'noisy steps: mean and variance by theory, 2,000 walks', cases = cases }
  ch:facts(0, { schedule_walks = WALKS, schedule_steps = STEPS })
  return blocks
end
