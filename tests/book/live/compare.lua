--- Compares what live figures show with accepted data and with the library.
local files = require 'gw.files'
local tsv = require 'gw.tsv'

local compare = {}

--- The largest difference of two lists of numbers, relative to the largest of them.
function compare.apart(a, b)
  local size, worst = 0, 0
  if #a ~= #b then error(('%d numbers, not %d'):format(#a, #b), 2) end
  for i = 1, #a do
    size = math.max(size, math.abs(b[i]))
    worst = math.max(worst, math.abs(a[i] - b[i]))
  end
  return worst / math.max(size, 1e-300)
end

--- Rows, one behind the other.
function compare.flat(rows)
  local list = {}
  for _, row in ipairs(rows) do for _, x in ipairs(row) do list[#list + 1] = x end end
  return list
end

--- The rows of a block of a figure's accepted data, as numbers.
function compare.accepted(figure, block)
  local data = tsv.read_data(files.read(('plots/%s.tsv'):format(figure)))
  local rows, inside = {}, block == nil
  for _, row in ipairs(data.rows) do
    local name = row[1]:match '^# (.*)'
    if name then inside = name == block
    elseif inside and #row > 1 then
      local numbers = {}
      for i, cell in ipairs(row) do numbers[i] = tonumber(cell) end
      rows[#rows + 1] = numbers
    end
  end
  return rows
end

--- The accepted facts of a chapter.
function compare.facts(chapter)
  return tsv.read_facts(files.read(('chapters/%s/facts.tsv'):format(chapter)))
end

return compare
