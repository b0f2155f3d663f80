--- Difference quotients of a network's cost, entry by entry, against its slope in
-- twice the digits: what chapter 11 draws.
local ffi = require 'ffi'
local gw = require 'gw'
local check = require 'gw.check'

local differences = {}

local PARAMETERS = { 'W1', 'b1', 'W2', 'b2' }
-- As csrc/bank/differences.h counts them.
local KINDS = { 'forward', 'central', 'extrapolated', 'complex' }
-- The step of the truth (csrc/bank/doubled.h).
local TRUE_STEP = 1e-6

--- How a cost is computed, to which numbers a parameter can move, and how far one is moved
-- to see another rounding.
differences.DOUBLE = { kind = gw.DOUBLE, cost = function(net) return net:cost() end, round = function(x) return x end,
  near = 1e-3 }
differences.SINGLE = { kind = gw.SINGLE, cost = function(net) return net:loops_cost(gw.SINGLE) end, near = 1e-3,
  round = function(x) return tonumber(ffi.cast('float', x)) end }
differences.BFLOAT16 = { kind = gw.BFLOAT16, cost = function(net) return net:loops_cost(gw.BFLOAT16) end, near = 0.05,
  round = gw.bfloat16 }

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

--- The same network and examples, every number rounded to a precision.
function differences.rounded(net, precision)
  local X = net.X:copy()
  local other = net:copy():on(X, net.Y)
  for _, M in ipairs { X, other.W1, other.b1, other.W2, other.b2 } do
    for row = 1, M.rows do
      for col = 1, M.cols do M:set(row, col, precision.round(M:get(row, col))) end
    end
  end
  return other:run()
end

--- The slope of the cost in every entry, in order, as two doubles, the second what the
-- first rounds off: a (k, 2) matrix. By a step of 1e−6, or of h.
function differences.true_slopes(net, h)
  local count = 0
  for _, name in ipairs(PARAMETERS) do count = count + net[name].rows * net[name].cols end
  local slopes = gw.matrix.new(count, 2)
  gw.differences_truths(net.network, net.X, net.Y, h or TRUE_STEP, slopes)
  return slopes
end

--- The same as a list of pairs {slope, rest}.
function differences.truths(net, h)
  local slopes, truths = differences.true_slopes(net, h), {}
  for i = 1, slopes.rows do truths[i] = { slopes:get(i, 1), slopes:get(i, 2) } end
  return truths
end

--- In how many digits two such lists agree, at least.
function differences.agreement(truths, others)
  local digits = math.huge
  for i, truth in ipairs(truths) do
    local apart = (truth[1] - others[i][1]) + (truth[2] - others[i][2])
    digits = math.min(digits, math.log10(math.abs(truth[1] / apart)))
  end
  return digits
end

--- By a complex step of length h.
function differences.complex(net, entry, h)
  return select(2, gw.twin_network_slope(net.network, net.X, net.Y, entry, h))
end

--- How far a slope is from the truth.
function differences.error(slope, truth, rest)
  return slope - truth - rest
end

--- For each exponent e the typical error at h = 10^e, as log10 of its root mean
-- square over all entries: {h, forward, central, extrapolated, complex}. In single
-- precision there is no complex step.
function differences.errors_by_step(net, exponents, precision)
  local out, truths, errors = {}, differences.true_slopes(net), gw.matrix.new(gw.DIFFERENCE_KINDS, 1)
  for i, e in ipairs(exponents) do
    gw.differences_errors(precision.kind, net.network, net.Y, net.pass, -1, truths, 10 ^ e, errors)
    out[i] = { h = e }
    for kind, name in ipairs(KINDS) do
      local error = errors:get(kind, 1)
      out[i][name] = error == error and math.log10(error) or nil
    end
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
          near[name]:set(row, col, precision.round(net[name]:get(row, col) + precision.near * gw.random_normal(rng)))
        end
      end
    end
    local J, rest = gw.doubled_network_cost(near.network, near.X, near.Y)
    sum = sum + differences.error(precision.cost(near), J, rest) ^ 2
  end
  return math.sqrt(sum / count)
end

--- Cases for ch:identity: each slope of a check's result is within its bound of the
-- truth; and the least quotient of bound and error.
function differences.within(net, result)
  local cases, truths, spare = {}, differences.truths(net), math.huge
  differences.each_entry(net, function(entry, name, row, col)
    local i = entry + 1
    local truth, rest = unpack(truths[i])
    cases[i] = { result.numerics[i], truth, result.bounds[i], ('%s[%d,%d]'):format(name, row, col) }
    spare = math.min(spare, result.bounds[i] / math.abs(differences.error(result.numerics[i], truth, rest)))
  end)
  return cases, spare
end

--- What the checker says of a network's gradient, by its cost in this precision; and with
-- every slope made a tenth too large, one at a time, how many it fails, and whether the
-- largest slope is among them.
function differences.check_each(net, precision, seed)
  local function checked()
    return check.gradient { blocks = net:blocks(), cost = function() return precision.cost(net) end, seed = seed }
  end
  local result, tenths, largest, caught = checked(), 0, 0, false
  differences.each_entry(net, function(_, name, row, col)
    local slopes = net['d' .. name]
    local slope = slopes:get(row, col)
    slopes:set(row, col, 1.1 * slope)
    local fails = checked().verdict == 'fail'
    slopes:set(row, col, slope)
    tenths = tenths + (fails and 1 or 0)
    if math.abs(slope) > largest then largest, caught = math.abs(slope), fails end
  end)
  return result, tenths, caught
end

--- The root mean square of a network's slopes.
function differences.typical_slope(net)
  local sum, count = 0, 0
  differences.each_entry(net, function(_, name, row, col)
    sum, count = sum + net['d' .. name]:get(row, col) ^ 2, count + 1
  end)
  return math.sqrt(sum / count)
end

--- The complex step's error where h is at most 10^e: its mean, and its highest, as log10.
function differences.complex_level(curve, e)
  local sum, highest, count = 0, -math.huge, 0
  for _, p in ipairs(curve) do
    if p.h <= e then sum, highest, count = sum + p.complex, math.max(highest, p.complex), count + 1 end
  end
  return sum / count, highest
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
