--- The steps of the optimisers, worked out another way: not from a running
-- memory but from all gradients so far, g[1] … g[t], the older the lighter.
local gw = require 'gw'
local algebra = require 'gw.algebra'
local optimiser = require 'models.optimiser'
local range = require 'gw.range'

local EPSILON = 2 ^ -52
local recall = {}

-- The weighted sum of the gradients' powers, the size of what rounding acts on,
-- and the sum of the weights.
local function remembered(g, beta, power)
  local sum, size, weight = 0, 0, 0
  for s, x in ipairs(g) do
    local w = beta ^ (#g - s)
    sum, size, weight = sum + w * x ^ power, size + w * math.abs(x) ^ power, weight + w
  end
  return sum, size, weight
end

--- Each returns the step, in units of α, and the size of what was rounded for it.
function recall.plain(g) return g[#g], math.abs(g[#g]) end

function recall.momentum(g, beta) return remembered(g, beta, 1) end

function recall.rmsprop(g, beta)
  local root = math.sqrt((1 - beta) * remembered(g, beta, 2)) + optimiser.epsilon
  return g[#g] / root, math.abs(g[#g]) / root
end

function recall.adam(g, beta1, beta2)
  local v, size, v_weight = remembered(g, beta1, 1)
  local s, _, s_weight = remembered(g, beta2, 2)
  local root = math.sqrt(s / s_weight) + optimiser.epsilon
  -- 1 − βᵗ is known to ε of 1, so to ε/(1 − βᵗ) of itself.
  local lost = 1 / (1 - beta1 ^ #g) + 1 / (1 - beta2 ^ #g)
  return v / v_weight / root, size / v_weight / root * (1 + lost)
end

-- One parameter of random shape goes eight steps along random gradients.
local function add_run(cases, name, rng)
  local n, m = 1 + gw.random_below(rng, 3), 1 + gw.random_below(rng, 4)
  local alpha = 10 ^ (4 * gw.random_uniform(rng) - 3)
  local beta1, beta2 = gw.random_uniform(rng), 1 - 10 ^ (-3 * gw.random_uniform(rng))
  local scale = 10 ^ (2 * gw.random_normal(rng))
  local P = algebra.normal(rng, n, m)
  local step, history = optimiser[name](P, alpha, beta1, beta2), range.times(n * m, function() return {} end)
  for t = 1, 8 do
    local before, dP = P:values(), algebra.normal(rng, n, m, scale)
    step(dP)
    for i, g in ipairs(dP:values()) do history[i][t] = g end
    for i, p in ipairs(P:values()) do
      local expected, size = recall[name](history[i], beta1, beta2)
      -- Two sums of t products, each side its own roundings.
      local bound = EPSILON * ((6 * t + 16) * alpha * size + math.abs(before[i]) + math.abs(p))
      cases[#cases + 1] = { p, before[i] - alpha * expected, bound, ('step %d'):format(t) }
    end
  end
end

--- Cases for ch:identity: the optimiser of this name beside its recall.
function recall.cases(name, rng)
  local cases = {}
  for _ = 1, 12 do add_run(cases, name, rng) end
  return cases
end

return recall
