--- What theory says of secants and differences: cases for ch:identity. A function F is
-- {f, d, points, length}: its value f(x), its k-th derivative d(k, x), the points to look
-- at, and the length over which it bends at x, 1 if it says none.
local gw = require 'gw'

local theory = {}

local EPSILON = 2 ^ -52

--- The three differences. The error is led by a term with the derivative number `bend`,
-- times h^order; the next term, with number `after`, is next·h^step·(derivative
-- after)/(derivative bend) times as large. `longest`: log₂ of the longest h at which the
-- first rules.
theory.DIFFERENCES = {
  { name = 'forward', kind = gw.FORWARD, order = 1, bend = 2, longest = -10, step = 1, after = 3, next = 1 / 3,
    at = function(f, x, h) return gw.derivative_forward(f(x), f(x + h), h) end },
  { name = 'central', kind = gw.CENTRAL, order = 2, bend = 3, longest = -6, step = 2, after = 5, next = 1 / 20,
    at = function(f, x, h) return gw.derivative_central(f(x - h), f(x + h), h) end },
  { name = 'extrapolated', kind = gw.EXTRAPOLATED, order = 4, bend = 5, longest = -3, step = 2, after = 7,
    next = 5 / 168, at = function(f, x, h)
      return gw.derivative_extrapolated(f(x - h), f(x - h / 2), f(x + h / 2), f(x + h), h)
    end },
}

--- The slopes of ever shorter secants of F are at most max |f''|·|Δx|/2 off. Each |f''| is
-- monotone or at most F.most_bent between x and x + Δx.
function theory.secants(F)
  local cases = {}
  for _, x in ipairs(F.points) do
    for k = 2, 24 do
      for side = -1, 1, 2 do
        local dx = side * 2 ^ -k
        local bend = F.most_bent or math.max(math.abs(F.d(2, x)), math.abs(F.d(2, x + dx)))
        cases[#cases + 1] = { gw.derivative_secant(x, F.f(x), x + dx, F.f(x + dx)), F.d(1, x),
          bend * math.abs(dx) / 2 + 2 * EPSILON * (math.abs(F.f(x)) + math.abs(F.f(x + dx))) / math.abs(dx),
          ('x = %g, Δx = %g'):format(x, dx) }
      end
    end
  end
  return cases
end

--- The order p of error ≈ c·h^p of difference D of F at x, fitted over four powers of 2,
-- and how far it may miss the true one: by what the next term of the series adds at the
-- longest h, twice for all the terms after it, and by the noise of the values beside the
-- error.
function theory.order(D, F, x)
  local length = F.length and F.length(x) or 1
  local h, error, noise = {}, {}, 0
  for i = 0, 3 do
    h[i + 1] = 2 ^ (D.longest - i + math.floor(math.log(length) / math.log(2)))
    error[i + 1] = math.abs(D.at(F.f, x, h[i + 1]) - F.d(1, x))
    noise = math.max(noise, 4 * EPSILON * math.max(1, math.abs(F.f(x))) / h[i + 1] / error[i + 1])
  end
  local series = D.next * math.abs(F.d(D.after, x) / F.d(D.bend, x)) * h[1] ^ D.step
  return gw.derivative_order(gw.matrix.from { h }, gw.matrix.from { error }),
    2 * D.step * series + 2 * noise + 8 * EPSILON
end

--- That order wherever a function has an error of it.
function theory.orders(D, functions)
  local cases = {}
  for _, F in ipairs(functions) do
    for _, x in ipairs(F.d(D.bend, 1) ~= 0 and F.points or {}) do
      local order, bound = theory.order(D, F, x)
      cases[#cases + 1] = { order, D.order, bound, ('%s at %g'):format(F.formula, x) }
    end
  end
  return cases
end

--- Truncation against rounding: the errors of D on sin at some points, for h = 2^−k, k from
-- 0 to 50. No derivative of sin exceeds 1, and its values err by less than ε. Also their
-- root mean squares by k, and the k of the least.
function theory.errors(D, points)
  local cases, rms, best = {}, {}, 0
  for k = 0, 50 do
    local h, sum = 2 ^ -k, 0
    for _, x in ipairs(points) do
      local error = D.at(math.sin, x, h) - math.cos(x)
      sum = sum + error ^ 2
      cases[#cases + 1] = { error, 0, gw.derivative_bound(D.kind, h, EPSILON, 1) + 4 * EPSILON,
        ('x = %g, h = 2^−%d'):format(x, k) }
    end
    rms[k] = math.sqrt(sum / #points)
    if rms[k] < rms[best] then best = k end
  end
  return cases, rms, best
end

return theory
