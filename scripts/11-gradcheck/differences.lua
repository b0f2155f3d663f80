--- Difference quotients of a network's cost, entry by entry, against its slope in
-- twice the digits: what chapter 11 draws.
local ffi = require 'ffi'
local gw = require 'gw'

local differences = {}

local PARAMETERS = { 'W1', 'b1', 'W2', 'b2' }
-- The step of the truth (csrc/bank/doubled.h).
local TRUE_STEP = 1e-6

local function to_single(x) return tonumber(ffi.cast('float', x)) end

--- How a cost is computed, and to which numbers a parameter can move.
differences.DOUBLE = { cost = function(net) return net:cost() end, round = function(x) return x end }
differences.SINGLE = { round = to_single, cost = function(net) return net:loops_cost(gw.SINGLE) end }

--- Visits every parameter: visit(entry, name, row, col), entry from 0 as C counts.
function differences.each_entry(net, visit)
  local entry = 0
  for _, name in ipairs(PARAMETERS) do
    for row = 1, net[name].rows do
      for col = 1, net[name].cols do
        visit(entry, name, row, col)
        entry = entry + 1
      end
    end
  end
end

--- The same network and examples, every number rounded to single precision.
function differences.rounded(net)
  local X = net.X:copy()
  local other = net:copy():on(X, net.Y)
  for _, M in ipairs { X, other.W1, other.b1, other.W2, other.b2 } do
    for row = 1, M.rows do
      for col = 1, M.cols do M:set(row, col, to_single(M:get(row, col))) end
    end
  end
  return other:run()
end

--- The slope of the cost in one entry as two doubles, the second what the first
-- rounds off; by a step of 1e−6, or of h.
function differences.truth(net, entry, h)
  return gw.doubled_network_slope(net.network, net.X, net.Y, entry, h or TRUE_STEP)
end

--- By a complex step of length h.
function differences.complex(net, entry, h)
  return select(2, gw.twin_network_slope(net.network, net.X, net.Y, entry, h))
end

--- How far a slope is from the truth.
function differences.error(slope, truth, rest)
  return slope - truth - rest
end

-- J with one parameter moved by h, and where the parameter then is.
local function moved(net, precision, name, row, col, h)
  local P = net[name]
  local kept = P:get(row, col)
  local at = precision.round(kept + h)
  P:set(row, col, at)
  local J = precision.cost(net)
  P:set(row, col, kept)
  return J, at
end

-- The steps that were taken, not those that were asked for: θ + h is rounded.
local function central(net, precision, name, row, col, h)
  local above, right = moved(net, precision, name, row, col, h)
  local below, left = moved(net, precision, name, row, col, -h)
  return (above - below) / (right - left)
end

local function forward(net, precision, name, row, col, h)
  local above, right = moved(net, precision, name, row, col, h)
  return (above - precision.cost(net)) / (right - net[name]:get(row, col))
end

--- For each exponent e the typical error at h = 10^e, as log10 of its root mean
-- square over all entries: {h, forward, central, extrapolated, complex}. In single
-- precision there is no complex step.
function differences.errors_by_step(net, exponents, precision)
  local out = {}
  for i, e in ipairs(exponents) do
    local h, sum, count = 10 ^ e, {}, 0
    differences.each_entry(net, function(entry, name, row, col)
      local wide = central(net, precision, name, row, col, h)
      local near = central(net, precision, name, row, col, h / 4)
      local found = { forward = forward(net, precision, name, row, col, h), central = wide,
        extrapolated = near + (near - wide) / 15,
        complex = precision == differences.DOUBLE and differences.complex(net, entry, h) or nil }
      local truth, rest = differences.truth(net, entry)
      for kind, slope in pairs(found) do
        sum[kind] = (sum[kind] or 0) + differences.error(slope, truth, rest) ^ 2
      end
      count = count + 1
    end)
    out[i] = { h = e }
    for kind, total in pairs(sum) do out[i][kind] = math.log10(total / count) / 2 end
  end
  return out
end

--- The root mean square of the cost's error, at 400 points around the parameters.
function differences.noise(net, precision, seed)
  local sum, count, rng = 0, 400, gw.random(seed)
  local near = net:copy()
  for _ = 1, count do
    for _, name in ipairs(PARAMETERS) do
      for row = 1, near[name].rows do
        for col = 1, near[name].cols do
          near[name]:set(row, col, precision.round(net[name]:get(row, col) + 1e-3 * gw.random_normal(rng)))
        end
      end
    end
    local J, rest = gw.doubled_network_cost(near.network, near.X, near.Y)
    sum = sum + differences.error(precision.cost(near), J, rest) ^ 2
  end
  return math.sqrt(sum / count)
end

--- The least error of each kind; as the second result, the exponents of h there.
function differences.best(curve)
  local best, at = {}, {}
  for _, p in ipairs(curve) do
    for kind, error in pairs(p) do
      if error < (best[kind] or math.huge) then best[kind], at[kind] = error, p.h end
    end
  end
  return best, at
end

return differences
