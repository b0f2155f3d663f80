--- The same numbers added in several orders, against their exact sum.
local gw = require 'gw'
local range = require 'gw.range'

local orders = {}

-- Fills a row with numbers from 0 to 1.
local function fill(rng, x)
  for i = 1, x.cols do x:set(1, i, gw.random_uniform(rng)) end
  return x
end

--- The sum as two doubles, the second of which holds what the first has no digits for: each
-- addition's rounding error is itself a double (Knuth, TAOCP 2, 4.2.2), and is kept.
function orders.exact(x)
  local sum, rest = 0, 0
  for i = 0, x.cols - 1 do
    local number = x.buffer[i]
    local next = sum + number
    local back = next - sum
    rest = rest + ((sum - (next - back)) + (number - back))
    sum = next
  end
  return sum, rest
end

--- How far the three orders are off: in order, in lanes, by the tree, which leaves its own
-- sums in x; and the exact sum.
function orders.errors(x)
  local sum, rest = orders.exact(x)
  local function off(found) return math.abs((found - sum) - rest) end
  return { off(gw.sum_in_order(x)), off(gw.sum_in_lanes(x)), off(gw.sum_by_tree(x)) }, sum
end

--- Root mean squares of the errors, as parts of the sum, of `count` rows of m numbers each.
function orders.typical(rng, m, count)
  local squares, x = { 0, 0, 0 }, gw.matrix.new(1, m)
  for _ = 1, count do
    local errors, size = orders.errors(fill(rng, x))
    for k, e in ipairs(errors) do squares[k] = squares[k] + (e / size) ^ 2 end
  end
  return range.map(squares, function(s) return math.sqrt(s / count) end)
end

--- How many different sums 1, 2, … machines get of one row, if each adds its run in order and
-- the runs' sums are added in order.
function orders.cut(rng, m, machines)
  local x, seen, count = fill(rng, gw.matrix.new(1, m)), {}, 0
  for parts = 1, machines do
    local sum = 0
    for p = 0, parts - 1 do
      sum = sum + gw.sum_in_order(x:columns(math.floor(m * p / parts) + 1, math.floor(m * (p + 1) / parts)))
    end
    if not seen[sum] then count = count + 1 end
    seen[sum] = true
  end
  return count
end

return orders
