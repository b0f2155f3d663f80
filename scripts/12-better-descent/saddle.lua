--- How soon each optimiser leaves a saddle, from a millionth beside the ridge.
local gw = require 'gw'
local landscape = require '12-better-descent.landscape'
local optimiser = require 'models.optimiser'

local EPSILON = 2 ^ -52
local ALPHA, Y0 = 0.1, 1e-6
local saddle = {}

-- While y is small, dJ/dy = −y + y³ is −y: plain descent multiplies y by 1 + α a step.
-- What y³ takes away is, over all steps together, below ½y² of y.
local function theory(points)
  local cases = {}
  for t = 0, 100 do
    local y = Y0 * (1 + ALPHA) ^ t
    cases[t + 1] = { points[t + 1][2], y, y ^ 3 + 4 * (t + 1) * EPSILON * y, ('step %d'):format(t) }
  end
  return cases
end

--- The four walks by name, the steps until each has left (math.huge for never), cases for
-- ch:identity of plain descent's, and facts by their tolerance.
function saddle.leave()
  local walks, left, facts, quiet, stopped = {}, {}, {}, 0, 1
  for _, name in ipairs(optimiser.names) do
    walks[name] = landscape.walk(gw.better_descent_saddle, { 1, Y0 }, 160, name, ALPHA)
    local gone = landscape.first(walks[name], function(p) return math.abs(p[2]) > 0.5 end)
    left[name], facts['saddle_iterations_' .. name] = gone or math.huge, gone
  end
  for _, p in ipairs(walks.plain) do -- points where the gradient is shorter than 0.01
    local x, y = p[1], p[2]
    quiet = quiet + (x ^ 2 + (y ^ 3 - y) ^ 2 < 1e-4 and math.abs(y) < 0.5 and 1 or 0)
  end
  while math.abs(walks.plain[stopped + 1][3] - walks.plain[stopped][3]) >= 0.01 do -- chapter 5's rule
    stopped = stopped + 1
  end
  facts.saddle_quiet, facts.saddle_stopped = quiet, stopped
  return walks, left, theory(walks.plain), { [0] = facts }
end

return saddle
