--- Lists of numbers.
local gw = require 'gw'

local range = {}

--- count numbers from first to last at equal distance, both ends exact.
function range.linear(first, last, count)
  local list = {}
  for i = 1, count do
    local t = (i - 1) / (count - 1)
    list[i] = first * (1 - t) + last * t
  end
  return list
end

--- 10^e with the same bits everywhere, exact for a whole e; and log10 x.
function range.power_of_ten(e)
  local whole = math.floor(e)
  return gw.exp((e - whole) * gw.log(10)) * tonumber('1e' .. whole)
end

function range.log10(x)
  local e = gw.log(x) / gw.log(10)
  local whole = math.floor(e + 0.5)
  return range.power_of_ten(whole) == x and whole or e
end

--- count numbers from first to last at equal ratio, both above 0.
function range.logarithmic(first, last, count)
  return range.map(range.linear(range.log10(first), range.log10(last), count), range.power_of_ten)
end

--- f of each, in order, and of its place from 1.
function range.map(list, f)
  local out = {}
  for i, x in ipairs(list) do out[i] = f(x, i) end
  return out
end

--- f(1), f(2), … f(count).
function range.times(count, f)
  local out = {}
  for i = 1, count do out[i] = f(i) end
  return out
end

--- One list of several: of each in a list of lists, or of what f, if there is one, makes
-- of each in a list.
function range.chain(list, f)
  local out = {}
  for _, x in ipairs(list) do
    for _, y in ipairs(f and f(x) or x) do out[#out + 1] = y end
  end
  return out
end

return range
