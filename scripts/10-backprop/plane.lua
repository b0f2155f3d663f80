--- What a model answers over a plane: the first two features from −reach to
-- reach, the others at 0, their mean.
local gw = require 'gw'
local range = require 'gw.range'

local plane = {}

--- Half the width of a square that holds the first two features.
function plane.reach(X)
  local most = 0
  for i = 1, math.min(2, X.rows) do
    for j = 1, X.cols do most = math.max(most, math.abs(X:get(i, j))) end
  end
  return math.ceil(most)
end

--- count × count points as examples, row by row from the lowest.
function plane.points(X, count)
  local axis = range.linear(-plane.reach(X), plane.reach(X), count)
  local points = gw.matrix.new(X.rows, count * count)
  for j = 1, count * count do
    points:set(1, j, axis[(j - 1) % count + 1])
    if X.rows > 1 then points:set(2, j, axis[math.floor((j - 1) / count) + 1]) end
  end
  return points
end

-- An answer beyond ±10 is drawn as ±10, to three decimals.
local function drawn(z)
  return math.floor(math.max(-10, math.min(10, z)) * 1000 + 0.5) / 1000
end

-- Rows for `with image` and contours: x1, x2, and every model's answer there.
local function rows_of(points, answers)
  local rows, count = {}, math.sqrt(points.cols)
  for j = 1, points.cols do
    local row = { points:get(1, j), points:get(1, math.floor((j - 1) / count) + 1) } -- both axes are the same
    for k, Z in ipairs(answers) do row[k + 2] = drawn(Z:get(1, j)) end
    rows[#rows + 1] = row
    if j % count == 0 and j < points.cols then rows[#rows + 1] = false end
  end
  return rows
end

local function padded(row, width)
  for k = #row + 1, width do row[k] = 0 end
  return row
end

--- The examples as blocks of points, y = 0 and y = 1, in rows as wide as those of
-- a map of so many models.
function plane.blocks(set, models)
  local blocks = { { name = 'zeros', rows = {} }, { name = 'ones', rows = {} } }
  for j = 1, set.X.cols do
    local rows = blocks[set.Y:get(1, j) < 0.5 and 1 or 2].rows
    rows[#rows + 1] = padded({ set.X:get(1, j), set.X.rows > 1 and set.X:get(2, j) or 0 }, 2 + models)
  end
  return blocks
end

--- The data of a figure: what each model answers (a list of rows Z), the
-- examples, and rows of labels.
function plane.map(set, points, answers, labels)
  local columns, blocks = { 'x1', 'x2' }, plane.blocks(set, #answers)
  for k = 1, #answers do columns[2 + k] = 'z' .. k end
  table.insert(blocks, 1, { name = 'map', rows = rows_of(points, answers) })
  blocks[4] = { name = 'labels', rows = {} }
  for i, row in ipairs(labels) do blocks[4].rows[i] = padded(row, 2 + #answers) end
  return { columns = columns, tolerance = 2e-3, blocks = blocks }
end

return plane
