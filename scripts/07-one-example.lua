-- Chapter 7. One example: a computation graph forwards and backwards, and the
-- derivatives of logistic regression that it comes to.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local graph = require '07-one-example.graph'

local EPSILON = 2 ^ -52
local EXAMPLE = { 'a', 'b', 'c', 'u', 'v', 'J' }
local LOGISTIC = { 'x1', 'w1', 'x2', 'w2', 'b', 'p1', 'p2', 's', 'z', 'a', 'L' }

-- One question for the checker: is `derivative` that of the output by node i?
-- It steps that node's value, and the rest of the graph is computed again.
local function node_case(g, i, name, derivative)
  local P, dP = gw.matrix.from { { g:value(i) } }, gw.matrix.from { { derivative } }
  return { blocks = { { name, P, dP } }, cost = function() return g:output_with(i, P:get(1, 1)) end }
end

local function add_every_node(cases, g, name_of)
  for i = 0, g.count - 1 do cases[#cases + 1] = node_case(g, i, name_of(i), g:derivative(i)) end
end

-- A graph in which every node leads to the output: each reads the one before it
-- and some another one too, so that a node may be read many times, or twice by
-- the same. Every second one is a sigmoid, which keeps the values small.
local function random_graph(rng)
  local g = graph.empty(30)
  for _ = 1, 4 do g:input(gw.random_normal(rng)) end
  local last = 3
  for round = 0, 7 do
    -- The other inputs first, then any node.
    local other = round < 3 and round or gw.random_below(rng, g.count)
    local kind = gw.random_below(rng, 2)
    last = kind == 0 and g:add(last, other) or g:scale(2 + gw.random_normal(rng), g:multiply(last, other))
    last = g:sigmoid(last)
  end
  g:loss(last, gw.random_below(rng, 2))
  return g:run()
end

-- The factors of the arrows that leave each node: {to, factor}, ….
local function arrows_of(g)
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

-- The chain rule for several paths, word by word: walks every path from node i to
-- the last one. Returns the sum of their products, that of the sizes of these, and
-- how many paths there are.
local function over_paths(g, arrows, i)
  local sum, size, paths = 0, 0, 0
  local function walk(at, product)
    if at == g.count - 1 then sum, size, paths = sum + product, size + math.abs(product), paths + 1 end
    for _, arrow in ipairs(arrows[at]) do walk(arrow[1], product * arrow[2]) end
  end
  walk(i, 1)
  return sum, size, paths
end

chapter.run({ title = 'One example, forwards and backwards', claim = 'dz',
  options = { seed = 7, alpha = 0.1 } }, function(ch)
  local rng, alpha = gw.random(ch.options.seed), ch.options.alpha
  local function normal() return gw.random_normal(rng) end

  -- J = 3(a + bc): every node at a = 5, b = 3, c = 2 and at random places.
  local example = graph.example(5, 3, 2)
  local cases = {}
  local function example_name(i) return EXAMPLE[i + 1] end
  add_every_node(cases, example, example_name)
  for _ = 1, 20 do
    local size = 10 ^ (2 * normal())
    add_every_node(cases, graph.example(size * normal(), normal(), size * normal()), example_name)
  end
  ch:gradient { id = 'example', formula = 'J = 3(a + bc): every node', cases = cases }
  ch:identity { id = 'example-by-hand', formula = 'da = 3, db = 3c, dc = 3b, du = dv = 3', cases = {
    { example:derivative(gw.EXAMPLE_A), 3, 0, 'da' }, { example:derivative(gw.EXAMPLE_B), 6, 0, 'db' },
    { example:derivative(gw.EXAMPLE_C), 9, 0, 'dc' }, { example:derivative(gw.EXAMPLE_U), 3, 0, 'du' },
    { example:derivative(gw.EXAMPLE_V), 3, 0, 'dv' },
  } }

  -- Both sides of `paths` multiply and add the same factors, each product and each
  -- sum with a rounding of ε/2: at most one for each node and path.
  local by_paths, most = {}, 0
  cases = {}
  for k = 1, 30 do
    local g = random_graph(rng)
    local arrows, name_of = arrows_of(g), function(i) return ('graph %d, node %d'):format(k, i) end
    add_every_node(cases, g, name_of)
    for i = 0, g.count - 1 do
      local sum, size, paths = over_paths(g, arrows, i)
      by_paths[#by_paths + 1] = { g:derivative(i), sum, (g.count + paths) * EPSILON * size, name_of(i) }
      most = math.max(most, paths)
    end
  end
  ch:gradient { id = 'any-graph', formula = 'the reverse pass on 30 random graphs', cases = cases }
  ch:identity { id = 'paths', formula = 'the reverse pass = the sum over all paths', cases = by_paths }
  ch:fact('most_paths', most, 0)

  -- Logistic regression on one example: the one of the figure and random ones.
  local first = { x1 = 2, w1 = 0.3, x2 = 3, w2 = -0.4, b = 0.2, y = 1 }
  local points = { first }
  for k = 1, 40 do
    points[k + 1] = { x1 = 2 * normal(), w1 = normal(), x2 = normal(), w2 = normal(), b = normal(),
      y = k <= 30 and k % 2 or gw.random_uniform(rng) }
  end
  local every, nodes = {}, { da = {}, dz = {}, dw1 = {}, dw2 = {}, db = {} }
  local same, product = {}, {}
  for k, p in ipairs(points) do
    local g = graph.logistic(p)
    add_every_node(every, g, function(i) return LOGISTIC[i + 1] end)
    local da, dz, dw1, dw2, db = gw.one_example_gradient(p.x1, p.w1, p.x2, p.w2, p.b, p.y)

    -- Each formula from its own node: da by stepping a, dz by stepping z, ….
    nodes.da[k] = node_case(g, gw.LOGISTIC_A, 'a', da)
    nodes.dz[k] = node_case(g, gw.LOGISTIC_Z, 'z', dz)
    nodes.dw1[k] = node_case(g, gw.LOGISTIC_W1, 'w1', dw1)
    nodes.dw2[k] = node_case(g, gw.LOGISTIC_W2, 'w2', dw2)
    nodes.db[k] = node_case(g, gw.LOGISTIC_B, 'b', db)

    -- The formulas beside the reverse pass. Both have a to a few ε; 1 − a makes
    -- that a few ε·a/(1 − a) of itself, and da has the two terms −y/a and
    -- (1 − y)/(1 − a). dz is da·a(1 − a), so its rounding has that factor too.
    local a, where = g:value(gw.LOGISTIC_A), ('example %d'):format(k)
    local rounding = 16 * EPSILON * (p.y / a + (1 - p.y) / (1 - a) ^ 2)
    local rounding_z = rounding * a * (1 - a)
    for _, pair in ipairs {
      { gw.LOGISTIC_A, da, rounding }, { gw.LOGISTIC_Z, dz, rounding_z }, { gw.LOGISTIC_B, db, rounding_z },
      { gw.LOGISTIC_W1, dw1, math.abs(p.x1) * rounding_z }, { gw.LOGISTIC_W2, dw2, math.abs(p.x2) * rounding_z },
    } do
      same[#same + 1] = { g:derivative(pair[1]), pair[2], pair[3], where }
    end
    -- Subtracting y leaves the rounding of a itself, up to 4 ε a.
    product[k] = { gw.loss_slope_a(a, p.y) * gw.sigmoid_slope(g:value(gw.LOGISTIC_Z)), a - p.y,
      rounding_z + 4 * EPSILON * a, where }
  end
  ch:gradient { id = 'logistic', formula = 'x, w, b → z → a → L: every node', cases = every }
  ch:gradient { id = 'da', formula = 'da = −y/a + (1 − y)/(1 − a), from node a', cases = nodes.da }
  ch:gradient { id = 'dz', formula = 'dz = a − y, from node z', cases = nodes.dz }
  ch:gradient { id = 'dw1', formula = 'dw1 = x1 dz, from node w1', cases = nodes.dw1 }
  ch:gradient { id = 'dw2', formula = 'dw2 = x2 dz, from node w2', cases = nodes.dw2 }
  ch:gradient { id = 'db', formula = 'db = dz, from node b', cases = nodes.db }
  ch:identity { id = 'same', formula = 'the five formulas are what the graph says', cases = same }
  ch:identity { id = 'product', formula = 'da · a(1 − a) = a − y', cases = product }

  -- One step down. L is convex in z with L'' ≤ 1/4, and a step moves z by
  -- −α(1 + x1² + x2²) dz: it lowers the loss for every α < 8/(1 + x1² + x2²).
  local function stepped(p, rate)
    local _, _, dw1, dw2, db = gw.one_example_gradient(p.x1, p.w1, p.x2, p.w2, p.b, p.y)
    return { x1 = p.x1, x2 = p.x2, y = p.y, w1 = gw.one_example_update(p.w1, rate, dw1),
      w2 = gw.one_example_update(p.w2, rate, dw2), b = gw.one_example_update(p.b, rate, db) }
  end
  local function loss(p) return graph.logistic(p):value(gw.LOGISTIC_L) end
  local next_one = stepped(first, alpha)
  ch:holds { id = 'update', formula = 'one update lowers the loss', holds = loss(next_one) < loss(first),
    because = ('from %.6g to %.6g: α is too large'):format(loss(first), loss(next_one)) }
  local lowered, lowest = 0, math.huge
  for _, p in ipairs(points) do
    local step = stepped(p, 7.9 / (1 + p.x1 ^ 2 + p.x2 ^ 2))
    lowered = lowered + (loss(step) < loss(p) and 1 or 0)
    lowest = math.min(lowest, loss(p) - loss(step))
  end
  ch:holds { id = 'update-anywhere', formula = 'so does every α below 8/(1 + x1² + x2²)', holds = lowered == #points,
    because = ('%d of %d examples; the loss fell by %.3g at least'):format(lowered, #points, lowest) }

  for i, name in ipairs(EXAMPLE) do
    ch:fact('example_' .. name, example:value(i - 1), 0)
    ch:fact('example_d' .. name, example:derivative(i - 1), 0)
  end
  local g = graph.logistic(first)
  for i, name in ipairs(LOGISTIC) do
    ch:fact(name, g:value(i - 1), 1e-14)
    ch:fact('d' .. name, g:derivative(i - 1), 1e-14)
  end
  ch:fact('slope_at_z', gw.sigmoid_slope(g:value(gw.LOGISTIC_Z)), 1e-15)
  ch:fact('next_w1', next_one.w1, 1e-14)
  ch:fact('next_w2', next_one.w2, 1e-14)
  ch:fact('next_b', next_one.b, 1e-14)
  ch:fact('next_z', graph.logistic(next_one):value(gw.LOGISTIC_Z), 1e-14)
  ch:fact('next_a', graph.logistic(next_one):value(gw.LOGISTIC_A), 1e-14)
  ch:fact('next_loss', loss(next_one), 1e-14)
  ch:fact('y', first.y, 0)
  ch:fact('alpha', alpha, 0)
  ch:fact('largest_alpha', 8 / (1 + first.x1 ^ 2 + first.x2 ^ 2), 0)

  -- A confident mistake, z = 40 and y = 0: da would be 1/0, dz is not in danger.
  ch:fact('far_a', gw.sigmoid_value(40), 0)
  ch:fact('far_dz', gw.loss_slope_z(40, 0), 0)

  -- A row for each node, in the order of the graph: its place is the figure's.
  local function rows(of)
    local out = {}
    for i = 0, of.count - 1 do out[i + 1] = { i, of:value(i), of:derivative(i) } end
    return out
  end
  ch:data('forward', { columns = { 'node', 'value', 'derivative' }, rows = rows(example) })
  ch:data('reverse', { columns = { 'node', 'value', 'derivative' }, rows = rows(example) })
  local logistic = rows(g)
  logistic[#logistic + 1] = { g.count, first.y, 0 } -- y, which is no node
  ch:data('logistic', { columns = { 'node', 'value', 'derivative' }, rows = logistic })
end)
