--- How fast plain descent and momentum go down a stretched bowl, by theory: cases
-- for ch:identity. A bowl here is {kappa, tilt, u, v}, with its start at (u, v)
-- in its own axes.
local gw = require 'gw'
local landscape = require '12-better-descent.landscape'
local optimiser = require 'models.optimiser'
local range = require 'gw.range'

local EPSILON = 2 ^ -52
local walk, bowl, turned = landscape.walk, landscape.bowl, landscape.turned
local rates = {}

--- Bowls for what follows, from a mild one to a very narrow one.
function rates.bowls(rng)
  return range.map({ 2, 10, 50, 1000 }, function(kappa)
    return { kappa = kappa, tilt = gw.random_uniform(rng), u = 1 + gw.random_uniform(rng),
      v = 1 + gw.random_uniform(rng) }
  end)
end

local function tilted_walk(b, ...)
  return walk(bowl(b.kappa, b.tilt), turned(b.u, b.v, b.tilt), ...)
end

local function upright_walk(b, ...)
  return walk(bowl(b.kappa, 0), { b.u, b.v }, ...)
end

--- At α = 2/(1 + κ) both eigenvalues, 1 and κ, shrink by the same factor, so every
-- step does. It rounds terms of up to α κ|P| < 2|P| a dozen times: 40 ε in all.
function rates.plain(bowls)
  local cases = {}
  local function size(p) return math.sqrt(p[1] ^ 2 + p[2] ^ 2) end
  for _, b in ipairs(bowls) do
    local points = tilted_walk(b, 40, 'plain', landscape.best_plain(b.kappa))
    for t = 2, #points do
      cases[#cases + 1] = { size(points[t]) / size(points[t - 1]), (b.kappa - 1) / (b.kappa + 1), 40 * EPSILON,
        ('κ = %g, step %d'):format(b.kappa, t - 1) }
    end
  end
  return cases
end

-- What is left of the cost after 2000 plain steps with part · 2/κ.
local function remainder(b, part)
  local points = tilted_walk(b, 2000, 'plain', part * 2 / b.kappa)
  return points[#points][3] / points[1][3]
end

--- Whether plain descent arrives with an α below 2/κ, and diverges with one above it.
function rates.plain_limit(bowls)
  local limits = true
  for _, b in ipairs(bowls) do limits = limits and remainder(b, 0.99) < 1e-2 and remainder(b, 1.01) > 1e10 end
  return limits
end

--- Momentum at its best: along each axis P_t = (a + ct) rᵗ with r = √β on the first
-- and −√β on the second. A double root: what rounding adds in step s grows as
-- (t − s), hence t². Each step rounds 5 terms of at most 4|P|.
function rates.momentum(bowls)
  local cases = {}
  for _, b in ipairs(bowls) do
    local alpha, beta = landscape.best_momentum(b.kappa)
    local points = upright_walk(b, 60, 'momentum', alpha, beta)
    for axis, lambda in ipairs { 1, b.kappa } do
      local a, r = axis == 1 and b.u or b.v, axis == 1 and math.sqrt(beta) or -math.sqrt(beta)
      local c = a * (1 - alpha * lambda) / r - a
      for t = 0, 60 do
        local envelope = (math.abs(a) + math.abs(c) * t) * math.abs(r) ^ math.max(t - 1, 0)
        cases[#cases + 1] = { points[t + 1][axis], (a + c * t) * r ^ t, 20 * EPSILON * (t + 1) ^ 2 * envelope,
          ('κ = %g, axis %d, step %d'):format(b.kappa, axis, t) }
      end
    end
  end
  return cases
end

-- The larger size of the two solutions of r² − (1 + β − αc) r + β = 0.
local function larger(alpha, beta, c)
  local half = (1 + beta - alpha * c) / 2
  local square = half ^ 2 - beta
  return square < 0 and math.sqrt(beta) or math.abs(half) + math.sqrt(square)
end

--- Of random κ, α, β and ρ: whether none has a smaller larger size, of c = 1 and of
-- c = κ, than (√κ − 1)/(√κ + 1), which is only reached near the best α and β; and
-- whether both sizes are at most ρ just where the three conditions hold.
function rates.guarantees(rng, count)
  local no_better, met, close = true, true, 0
  for i = 1, count do
    local kappa, rho = 1 + 10 ^ (4 * gw.random_uniform(rng) - 1), gw.random_uniform(rng)
    local best, best_beta = landscape.best_momentum(kappa)
    local alpha, beta = 2 * (2 / kappa) * gw.random_uniform(rng), gw.random_uniform(rng)
    if i % 2 == 0 then
      local near = 10 ^ (-6 * gw.random_uniform(rng))
      alpha, beta = best * (1 + near * gw.random_normal(rng)), best_beta * (1 + near * gw.random_normal(rng))
    end
    if alpha > 0 and beta >= 0 and beta < 1 then
      local size = math.max(larger(alpha, beta, 1), larger(alpha, beta, kappa))
      local least = math.sqrt(best_beta)
      -- A double root: an error of ε in the coefficients moves it by up to √ε.
      no_better = no_better and size > least - 4 * math.sqrt(EPSILON)
      if size < 1.001 * least then close = close + 1 end
      local s = 1 + beta - alpha * kappa
      local within = beta <= rho ^ 2 and rho ^ 2 - s * rho + beta >= 0 and rho ^ 2 + s * rho + beta >= 0
      met = met and within == (larger(alpha, beta, kappa) <= rho)
    end
  end
  return no_better and close > 0, met
end

--- No tilt is felt: the cost of every point is that of the upright bowl, with
-- |c| < 2|a| above, and the rounding of two walks.
function rates.tilt(bowls)
  local cases = {}
  for _, b in ipairs(bowls) do
    local alpha, beta = landscape.best_momentum(b.kappa)
    local upright = upright_walk(b, 60, 'momentum', alpha, beta)
    local tilted = tilted_walk(b, 60, 'momentum', alpha, beta)
    for t = 0, 60 do
      local envelope = (1 + 2 * t) ^ 2 * beta ^ math.max(t - 1, 0) * upright[1][3]
      cases[#cases + 1] = { tilted[t + 1][3], upright[t + 1][3], 200 * EPSILON * (t + 1) ^ 2 * envelope,
        ('κ = %g, step %d'):format(b.kappa, t) }
    end
  end
  return cases
end

--- RMSProp's step is about α however small the gradient: with the same α for ever it
-- ends in hops across the floor. On an upright bowl, where each axis is on its own, a hop
-- from −h to h has h = ½α dP/(dP + ε), dP = λh: h = ½α − ε/λ.
function rates.hops()
  local cases = {}
  for _, alpha in ipairs { 0.5, 0.25, 0.1 } do
    local points = walk(bowl(50, 0), { -9, 1.5 }, 3000, 'rmsprop', alpha)
    for axis, lambda in ipairs { 1, 50 } do
      cases[#cases + 1] = { math.abs(points[#points][axis]), alpha / 2 - optimiser.epsilon / lambda,
        16 * EPSILON * alpha, ('α = %g, axis %d'):format(alpha, axis) }
    end
  end
  return cases
end

return rates
