--- The eight petals of the flower (csrc/base/synthetic.c): an eighth of the circle each,
-- counted clockwise from the top.
local gw = require 'gw'

local petals = { count = 8 }

--- The petal that example j of X lies on, from 1.
function petals.of(X, j)
  local turn = gw.atan2(X:get(1, j), X:get(2, j)) / (2 * math.pi)
  return math.floor(turn % 1 * petals.count) % petals.count + 1
end

--- For each petal the class of most of its points; how often that changes from one petal
-- to the next, once around; and the least part of a petal's points that is of its class.
function petals.classes(X, Y)
  local points, ones, classes, changes, least = {}, {}, {}, 0, 1
  for p = 1, petals.count do points[p], ones[p] = 0, 0 end
  for j = 1, X.cols do
    local p = petals.of(X, j)
    points[p], ones[p] = points[p] + 1, ones[p] + Y:get(1, j)
  end
  for p = 1, petals.count do
    classes[p] = ones[p] > points[p] / 2 and 1 or 0
    least = math.min(least, (classes[p] == 1 and ones[p] or points[p] - ones[p]) / points[p])
  end
  for p = 1, petals.count do changes = changes + (classes[p] ~= classes[p % petals.count + 1] and 1 or 0) end
  return classes, changes, least
end

return petals
