--- What can be known of a descent before it runs.
local gw = require 'gw'

local theory = {}

local ROUNDING = 2 ^ -52

--- A descent on the bowl. w − α·2w = (1 − 2α)w: each step multiplies w by r = 1 − 2α, and
-- rounds by at most ε/2 (2α + |r|)|w|, the factor and its power likewise. So step i
-- changes L by |1 − r²| r^(2i − 2) w², and when the rule stops is known.
-- @return {w = function(i), bound = function(i), steps, ending}
function theory.on_the_bowl(w, alpha, epsilon)
  local r = 1 - 2 * alpha
  local change, steps = math.abs(1 - r * r) * w ^ 2, 1
  while change >= epsilon and (math.abs(r) < 1 or steps < gw.RISES) do
    change, steps = change * r * r, steps + 1
  end
  return {
    w = function(i) return r ^ i * w end,
    bound = function(i) return i * ROUNDING * (2 * alpha + 2 * math.abs(r)) * math.abs(r) ^ (i - 1) * w end,
    steps = steps, ending = change < epsilon and gw.SETTLED or gw.DIVERGED,
  }
end

--- How many minima there are between points that lie close: where the slope changes
-- from falling to rising.
function theory.minima(slope, points)
  local count = 0
  for i = 2, #points do
    if slope(points[i - 1]) < 0 and slope(points[i]) > 0 then count = count + 1 end
  end
  return count
end

--- The valleys that descents ended in: {{w, cost, starts = how many}, …}, given where each
-- ended, {w, cost}, in the order of their starts.
function theory.valleys(ends)
  local valleys = {}
  for _, at in ipairs(ends) do
    local last = valleys[#valleys]
    if last and math.abs(last[1] - at[1]) < 1e-3 then
      last.starts = last.starts + 1
    else
      valleys[#valleys + 1] = { at[1], at[2], starts = 1 }
    end
  end
  return valleys
end

return theory
