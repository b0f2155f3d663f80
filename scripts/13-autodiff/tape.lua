--- A tape in Lua's keeping: what is written as arithmetic is recorded, node by node.
--
--   local tape = Tape.new()
--   local x = tape:input(gw.matrix.from { { 3 } })
--   local J = x * x / (1 + x)
--   tape:reverse()                  -- x.adjoint is ∂J/∂x
--   tape:forward_mode(x, 1, 1)      -- J.tangent likewise, of one entry of x
--
-- The operations are those of csrc/autodiff.h; A:product(B) is the matrix product.
local ffi = require 'ffi'
local gw = require 'gw'

local Tape, Node = {}, {}
Tape.__index, Node.__index = Tape, Node

local ROOM = 256

function Tape.new()
  return setmetatable({ c = ffi.new('gw_tape_node[?]', ROOM), count = 0, nodes = {} }, Tape)
end

-- A new last node; its value is computed at once, for that is what recording is.
local function append(tape, operation, left, right, rows, cols, value)
  if tape.count == ROOM then error(('tape: it has room for %d nodes'):format(ROOM), 3) end
  local new = gw.matrix.new
  local node = setmetatable({ tape = tape, place = tape.count, value = value or new(rows, cols),
    tangent = new(rows, cols), adjoint = new(rows, cols) }, Node)
  tape.c[tape.count] = { operation, left, right, node.value.c, node.tangent.c, node.adjoint.c }
  tape.count = tape.count + 1
  tape.nodes[tape.count] = node
  if not value then gw.tape_forward(tape.c, tape.count, tape.count - 1) end
  return node
end

--- A matrix from outside. The tape reads these very numbers, it makes no copy.
function Tape:input(value)
  return append(self, gw.TAPE_INPUT, 0, 0, value.rows, value.cols, value)
end

--- Adjoints of the last node, J, in every node before it.
function Tape:reverse()
  gw.tape_reverse(self.c, self.count)
  return self
end

--- One walk of forward mode: tangents with respect to the entry (i, j) of an input.
function Tape:forward_mode(node, i, j)
  for _, each in ipairs(self.nodes) do gw.matrix_fill(each.tangent, 0) end
  node.tangent:set(i, j, 1)
  return self:again()
end

--- All values once more, from what the inputs hold now. Returns the last node's, a number.
function Tape:again()
  gw.tape_forward(self.c, self.count, 0)
  return self:last().value:get(1, 1)
end

--- The node recorded last, J.
function Tape:last() return self.nodes[self.count] end

--- What the walks cost, in operations on numbers, and how many numbers the tape holds.
function Tape:work()
  local work = ffi.new 'gw_tape_work'
  gw.tape_count(self.c, self.count, work)
  return { values = work.values, forward = work.forward, reverse = work.reverse, numbers = work.numbers }
end

local function node_of(tape, x)
  return type(x) == 'number' and tape:input(gw.matrix.from { { x } }) or x
end

local function entrywise(operation)
  return function(a, b)
    local tape = (type(a) == 'table' and a or b).tape
    a, b = node_of(tape, a), node_of(tape, b)
    return append(tape, operation, a.place, b.place, math.max(a.value.rows, b.value.rows),
      math.max(a.value.cols, b.value.cols))
  end
end

local function single(operation)
  return function(a) return append(a.tape, operation, a.place, 0, a.value.rows, a.value.cols) end
end

Node.__add, Node.__sub = entrywise(gw.TAPE_ADD), entrywise(gw.TAPE_SUBTRACT)
Node.__mul, Node.__div = entrywise(gw.TAPE_MULTIPLY), entrywise(gw.TAPE_DIVIDE)
function Node.__unm(a) return -1 * a end
Node.exp, Node.log, Node.tanh = single(gw.TAPE_EXP), single(gw.TAPE_LOG), single(gw.TAPE_TANH)
function Node.product(a, b) return append(a.tape, gw.TAPE_PRODUCT, a.place, b.place, a.value.rows, b.value.cols) end
function Node.sum(a) return append(a.tape, gw.TAPE_SUM, a.place, 0, 1, 1) end

return Tape
