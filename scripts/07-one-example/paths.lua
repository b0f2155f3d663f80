--- The chain rule for several paths, word by word.
local gw = require 'gw'

local paths = {}

--- The factors of the arrows that leave each node of a graph: {to, factor}, ….
function paths.arrows(g)
  local arrows = {}
  for i = 0, g.count - 1 do
    local node = g:at(i)
    local function arrow(from, factor) table.insert(arrows[from], { i, factor }) end
    arrows[i] = {}
    if node.operation == gw.NODE_ADD then
      arrow(node.left, 1)
      arrow(node.right, 1)
    elseif node.operation == gw.NODE_MULTIPLY then
      arrow(node.left, g:value(node.right))
      arrow(node.right, g:value(node.left))
    elseif node.operation == gw.NODE_SCALE then
      arrow(node.left, node.constant)
    elseif node.operation == gw.NODE_SIGMOID then
      arrow(node.left, gw.sigmoid_slope(g:value(node.left)))
    elseif node.operation == gw.NODE_LOSS then
      arrow(node.left, gw.loss_slope_a(g:value(node.left), node.constant))
    end
  end
  return arrows
end

--- Walks every path from node i to the last one. Returns the sum of their products, that
-- of the sizes of these, and how many paths there are.
function paths.sum(g, arrows, i)
  local sum, size, count = 0, 0, 0
  local function walk(at, product)
    if at == g.count - 1 then sum, size, count = sum + product, size + math.abs(product), count + 1 end
    for _, arrow in ipairs(arrows[at]) do walk(arrow[1], product * arrow[2]) end
  end
  walk(i, 1)
  return sum, size, count
end

return paths
