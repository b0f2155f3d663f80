--- Numbers that look drawn, the same in every run and in every Lua: Lehmer's generator
-- x → 16807 x mod (2^31 − 1), of Park and Miller, «Random number generators: good ones are hard to
-- find», 1988. A product stays below 2^53, so that it is exact.
local random = {}

local function steps(seed)
  local state = seed
  return function()
    state = state * 16807 % 2147483647
    return state
  end
end

--- Draws numbers between low and high, or between 0 and 1.
function random.uniform(seed)
  local step = steps(seed)
  return function(low, high)
    local u = step() / 2147483647
    return low and low + (high - low) * u or u
  end
end

--- Draws whole numbers from 1 to n.
function random.whole(seed)
  local step = steps(seed)
  return function(n) return 1 + step() % n end
end

return random
