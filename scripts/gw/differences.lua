--- Difference quotients of a network's cost, entry by entry, against the complex
-- step: what chapter 11 draws.
local gw = require 'gw'

local differences = {}

local PARAMETERS = { 'W1', 'b1', 'W2', 'b2' }

--- Visits every parameter: visit(block, name, row, col), block from 0.
function differences.each_entry(net, visit)
  for b, name in ipairs(PARAMETERS) do
    for row = 1, net[name].rows do
      for col = 1, net[name].cols do visit(b - 1, name, row, col) end
    end
  end
end

-- J with one parameter moved by h.
local function moved(net, name, row, col, h)
  local P = net[name]
  local kept = P:get(row, col)
  P:set(row, col, kept + h)
  local J = net:cost()
  P:set(row, col, kept)
  return J
end

local function complex_slope(net, block, row, col, h)
  return select(2, gw.twin_network_slope(net.g1, net.X, net.Y, net.W1, net.b1, net.W2, net.b2, block, row - 1,
    col - 1, h))
end

--- For each exponent e the typical error at h = 10^e, as log10 of its root mean
-- square over all entries: {h, forward, central, extrapolated, complex}. Errors
-- below 1e−17 count as that.
function differences.errors_by_step(net, exponents)
  local J, out = net:cost(), {}
  for i, e in ipairs(exponents) do
    local h, sum, count = 10 ^ e, { forward = 0, central = 0, extrapolated = 0, complex = 0 }, 0
    differences.each_entry(net, function(block, name, row, col)
      local truth = complex_slope(net, block, row, col, 1e-20)
      local above, below = moved(net, name, row, col, h), moved(net, name, row, col, -h)
      local half = (moved(net, name, row, col, h / 2) - moved(net, name, row, col, -h / 2)) / h
      local central = (above - below) / (2 * h)
      local found = { forward = (above - J) / h, central = central, extrapolated = half + (half - central) / 3,
        complex = complex_slope(net, block, row, col, h) }
      for kind, slope in pairs(found) do sum[kind] = sum[kind] + (slope - truth) ^ 2 end
      count = count + 1
    end)
    out[i] = { h = e }
    for kind, total in pairs(sum) do out[i][kind] = math.log10(math.max(math.sqrt(total / count), 1e-17)) end
  end
  return out
end

--- The least error of each kind.
function differences.best(curve)
  local best = {}
  for _, p in ipairs(curve) do
    for kind, error in pairs(p) do best[kind] = math.min(best[kind] or 0, error) end
  end
  return best
end

return differences
