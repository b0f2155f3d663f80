-- Chapter 7. One example: a graph forwards and backwards, and the derivatives that it comes to.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local graph = require '07-one-example.graph'
local over_paths = require '07-one-example.paths'
local range = require 'gw.range'

local EPSILON = 2 ^ -52
local EXAMPLE = { 'a', 'b', 'c', 'u', 'v', 'J' }
local LOGISTIC = { 'x1', 'w1', 'x2', 'w2', 'b', 'p1', 'p2', 's', 'z', 'a', 'L' }
local FIRST = { x1 = 2, w1 = 0.3, x2 = 3, w2 = -0.4, b = 0.2, y = 1 }

-- Backwards through one example p = {x1, w1, x2, w2, b, y}: da, dz, dw1, dw2, db.
local function gradient(p) return gw.one_example_gradient(p.x1, p.w1, p.x2, p.w2, p.b, p.y) end
local function loss(p) return graph.logistic(p):value(gw.LOGISTIC_L) end

-- One step down: the slopes, then an update of each parameter.
local function stepped(p, alpha)
  local _, _, dw1, dw2, db = gradient(p)
  return { x1 = p.x1, x2 = p.x2, y = p.y, w1 = gw.one_example_update(p.w1, alpha, dw1),
    w2 = gw.one_example_update(p.w2, alpha, dw2), b = gw.one_example_update(p.b, alpha, db) }
end

chapter.run({ title = 'One example, forwards and backwards', claim = 'dz',
  options = { seed = 7, alpha = 0.1 } }, function(ch)
  local rng, alpha = gw.random(ch.options.seed), ch.options.alpha
  local function normal() return gw.random_normal(rng) end

  -- J = 3(a + bc): every node at a = 5, b = 3, c = 2 and at random places.
  local example, cases = graph.example(5, 3, 2), {}
  example:add_cases(cases, EXAMPLE)
  for _ = 1, 20 do
    local size = 10 ^ (2 * normal())
    graph.example(size * normal(), normal(), size * normal()):add_cases(cases, EXAMPLE)
  end
  ch:gradient { id = 'example', formula = 'J = 3(a + bc): every node', cases = cases }
  ch:identity { id = 'example-by-hand', formula = 'da = 3, db = 3c, dc = 3b, du = dv = 3',
    cases = range.map({ 3, 3 * 2, 3 * 3, 3, 3 }, function(known, i)
      return { example:derivative(i - 1), known, 0, 'd' .. EXAMPLE[i] }
    end) }

  -- Any graph, against the chain rule for several paths. Both sides multiply and add the
  -- same factors, each product and each sum with a rounding of ε/2: at most one for each
  -- node and path.
  local by_paths, most = {}, 0
  cases = {}
  for k = 1, 30 do
    local g = graph.random(rng)
    local names = range.times(g.count, function(i) return ('graph %d, node %d'):format(k, i - 1) end)
    local arrows = over_paths.arrows(g)
    g:add_cases(cases, names)
    for i, name in ipairs(names) do
      local sum, size, paths = over_paths.sum(g, arrows, i - 1)
      by_paths[#by_paths + 1] = { g:derivative(i - 1), sum, (g.count + paths) * EPSILON * size, name }
      most = math.max(most, paths)
    end
  end
  ch:gradient { id = 'any-graph', formula = 'the reverse pass on 30 random graphs', cases = cases }
  ch:identity { id = 'paths', formula = 'the reverse pass = the sum over all paths', cases = by_paths }

  -- Logistic regression on one example: the one of the figure and random ones. Each
  -- formula from its own node: da by stepping a, dz by stepping z, …; and all five beside
  -- the reverse pass.
  local points = { FIRST }
  for k = 1, 40 do
    points[k + 1] = { x1 = 2 * normal(), w1 = normal(), x2 = normal(), w2 = normal(), b = normal(),
      y = k <= 30 and k % 2 or gw.random_uniform(rng) }
  end
  local every, from_node, same, product = {}, {}, {}, {}
  local FORMULAS = { { 'da', 'da = −y/a + (1 − y)/(1 − a)', 'a' }, { 'dz', 'dz = a − y', 'z' },
    { 'dw1', 'dw1 = x1 dz', 'w1' }, { 'dw2', 'dw2 = x2 dz', 'w2' }, { 'db', 'db = dz', 'b' } }
  for k, p in ipairs(points) do
    local g, where = graph.logistic(p), ('example %d'):format(k)
    g:add_cases(every, LOGISTIC)
    local a = g:value(gw.LOGISTIC_A)
    local bounds = graph.rounding(p, a)
    for f, slope in ipairs { gradient(p) } do
      local name = FORMULAS[f][3]
      local node = gw['LOGISTIC_' .. name:upper()]
      from_node[f] = from_node[f] or {}
      from_node[f][k] = g:case(node, name, slope)
      same[#same + 1] = { g:derivative(node), slope, bounds[f], where }
    end
    -- Subtracting y leaves the rounding of a itself, up to 4 ε a.
    product[k] = { gw.loss_slope_a(a, p.y) * gw.sigmoid_slope(g:value(gw.LOGISTIC_Z)), a - p.y,
      bounds[2] + 4 * EPSILON * a, where }
  end
  ch:gradient { id = 'logistic', formula = 'x, w, b → z → a → L: every node', cases = every }
  for f, formula in ipairs(FORMULAS) do
    ch:gradient { id = formula[1], formula = ('%s, from node %s'):format(formula[2], formula[3]), cases = from_node[f] }
  end
  ch:identity { id = 'same', formula = 'the five formulas are what the graph says', cases = same }
  ch:identity { id = 'product', formula = 'da · a(1 − a) = a − y', cases = product }

  -- One step down. L is convex in z with L'' ≤ 1/4, and a step moves z by
  -- −α(1 + x1² + x2²) dz: it lowers the loss for every α < 8/(1 + x1² + x2²).
  local next_one = stepped(FIRST, alpha)
  ch:holds { id = 'update', formula = 'one update lowers the loss', holds = loss(next_one) < loss(FIRST),
    because = ('from %.6g to %.6g: α is too large'):format(loss(FIRST), loss(next_one)) }
  ch:everywhere { id = 'update-anywhere', formula = 'so does every α below 8/(1 + x1² + x2²)', points = points,
    holds = function(p) return loss(stepped(p, 7.9 / (1 + p.x1 ^ 2 + p.x2 ^ 2))) < loss(p) end }

  -- The graphs of the text, a row for each node: its number, value and derivative.
  local logistic, next_graph = graph.logistic(FIRST), graph.logistic(next_one)
  for i, row in ipairs(example:rows()) do
    ch:facts(0, { ['example_' .. EXAMPLE[i]] = row[2], ['example_d' .. EXAMPLE[i]] = row[3] })
  end
  for i, row in ipairs(logistic:rows()) do
    ch:facts(1e-14, { [LOGISTIC[i]] = row[2], ['d' .. LOGISTIC[i]] = row[3] })
  end
  ch:facts(1e-14, { next_w1 = next_one.w1, next_w2 = next_one.w2, next_b = next_one.b,
    next_z = next_graph:value(gw.LOGISTIC_Z), next_a = next_graph:value(gw.LOGISTIC_A), next_loss = loss(next_one) })
  ch:fact('slope_at_z', gw.sigmoid_slope(logistic:value(gw.LOGISTIC_Z)), 1e-15)
  -- A confident mistake, z = 40 and y = 0: da would be 1/0, dz is not in danger.
  ch:facts(0, { most_paths = most, y = FIRST.y, alpha = alpha, far_a = gw.sigmoid_value(40),
    far_dz = gw.loss_slope_z(40, 0), largest_alpha = 8 / (1 + FIRST.x1 ^ 2 + FIRST.x2 ^ 2) })
  require('models.learner').graph(ch, graph)
  return { example = example, logistic = logistic, y = FIRST.y }
end)
