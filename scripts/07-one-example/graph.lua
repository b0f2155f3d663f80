--- A computation graph in Lua's keeping. Nodes are numbered as the C library
-- does: gw.LOGISTIC_Z, …, or what :input and its like return, from 0.
local ffi = require 'ffi'
local gw = require 'gw'
local C = require('gw.ffi').C

local EPSILON = 2 ^ -52

local Graph = {}
Graph.__index = Graph

local function whole(x)
  return type(x) == 'number' and x >= 0 and x == math.floor(x)
end

-- A graph with room for so many nodes.
local function empty(room)
  return setmetatable({ c = ffi.new('gw_node[?]', room), room = room, count = 0 }, Graph)
end

local function append(self, operation, left, right, constant, value)
  if self.count == self.room then error(('graph: it has room for %d nodes'):format(self.room), 3) end
  self.c[self.count] = { operation, left, right, constant, value, 0 }
  self.count = self.count + 1
  return self.count - 1
end

function Graph:input(value) return append(self, gw.NODE_INPUT, 0, 0, 0, value) end
function Graph:add(left, right) return append(self, gw.NODE_ADD, left, right, 0, 0) end
function Graph:multiply(left, right) return append(self, gw.NODE_MULTIPLY, left, right, 0, 0) end
function Graph:scale(constant, left) return append(self, gw.NODE_SCALE, left, 0, constant, 0) end
function Graph:sigmoid(left) return append(self, gw.NODE_SIGMOID, left, 0, 0, 0) end
function Graph:loss(left, y) return append(self, gw.NODE_LOSS, left, 0, y, 0) end

--- Computes every value, then every derivative.
function Graph:run()
  gw.graph_forward(self.c, self.count, 0)
  gw.graph_reverse(self.c, self.count)
  return self
end

function Graph:at(i)
  if not whole(i) or i >= self.count then error(('graph: there is no node %s'):format(i), 3) end
  return self.c[i]
end

function Graph:value(i) return self:at(i).value end
function Graph:derivative(i) return self:at(i).derivative end

--- The output with another value in node i: the nodes after it are computed
-- again, those before it and i itself are not. NaN where it has no value. Leaves
-- the graph as it was.
function Graph:output_with(i, value)
  local node, count = self:at(i), self.count
  local kept = node.value
  node.value = value
  local status = C.gw_graph_forward(self.c, count, i + 1)
  local output = status == C.GW_OK and self.c[count - 1].value or 0 / 0
  node.value = kept
  gw.graph_forward(self.c, count, i + 1)
  return output
end

--- A row for each node, in the order of the graph: {number, value, derivative}.
function Graph:rows()
  local rows = {}
  for i = 0, self.count - 1 do rows[i + 1] = { i, self:value(i), self:derivative(i) } end
  return rows
end

--- One question for the checker: is `derivative` that of the output by node i? It steps
-- that node's value, and the rest of the graph is computed again.
function Graph:case(i, name, derivative)
  local P, dP = gw.matrix.from { { self:value(i) } }, gw.matrix.from { { derivative } }
  return { blocks = { { name, P, dP } }, cost = function() return self:output_with(i, P:get(1, 1)) end }
end

--- Adds such a question for every node; names[i + 1] is what node i is called.
function Graph:add_cases(cases, names)
  for i = 0, self.count - 1 do cases[#cases + 1] = self:case(i, names[i + 1], self:derivative(i)) end
end

local graph = {}

--- A graph, run, in which every node leads to the output: each reads the one before it
-- and some another one too, so that a node may be read many times, or twice by
-- the same. Every second one is a sigmoid, which keeps the values small.
function graph.random(rng)
  local g = empty(30)
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

--- J = 3(a + bc), run.
function graph.example(a, b, c)
  local g = empty(gw.EXAMPLE_NODES)
  gw.graph_example(a, b, c, g.c)
  g.count = g.room
  return g:run()
end

--- Logistic regression on one example p = {x1, w1, x2, w2, b, y}, run.
function graph.logistic(p)
  local g = empty(gw.LOGISTIC_NODES)
  gw.graph_logistic(p.x1, p.w1, p.x2, p.w2, p.b, p.y, g.c)
  g.count = g.room
  return g:run()
end

--- How far rounding lets da, dz, dw1, dw2 and db by their formulas be from those of the
-- reverse pass. Both have a to a few ε; 1 − a makes that a few ε·a/(1 − a) of itself, and
-- da has the two terms −y/a and (1 − y)/(1 − a). dz is da·a(1 − a), so its rounding has
-- that factor too.
function graph.rounding(p, a)
  local da = 16 * EPSILON * (p.y / a + (1 - p.y) / (1 - a) ^ 2)
  local dz = da * a * (1 - a)
  return { da, dz, math.abs(p.x1) * dz, math.abs(p.x2) * dz, dz }
end

return graph
