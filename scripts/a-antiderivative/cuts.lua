--- Cuts of an interval into uneven pieces: lists of numbers, both ends first and last.
local gw = require 'gw'

local cuts = {}

local function uniform(rng, low, high) return low + (high - low) * gw.random_uniform(rng) end

--- [a, b] cut into pieces of random widths.
function cuts.uneven(rng, a, b, pieces)
  local list = { a }
  for i = 2, pieces do list[i] = a + (b - a) * (i - 1 + uniform(rng, -0.4, 0.4)) / pieces end
  list[pieces + 1] = b
  return list
end

--- Every piece cut in two, between two parts of its width.
function cuts.again(rng, list, low, high)
  local finer = {}
  for i = 1, #list - 1 do
    finer[#finer + 1] = list[i]
    finer[#finer + 1] = list[i] + (list[i + 1] - list[i]) * uniform(rng, low, high)
  end
  finer[#finer + 1] = list[#list]
  return finer
end

return cuts
