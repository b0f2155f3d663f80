--- A network with one hidden layer and its examples: the matrices of chapters
-- 9 and 10, all in one place.
--
--   local net = network.new(X, Y, { hidden = 4, rng = gw.random(1), scale = 0.01 })
--   for _ = 1, 1000 do net:step(1.2) end
--   net:run()                       -- forward and backward: net.dW1, net.db1, …
--   net:cost(), net:mistakes()
--   net:on(other_X, other_Y)        -- the same parameters on other examples
--
-- X is (n0, m), Y is (n2, m), W1 (n1, n0), b1 (n1, 1), W2 (n2, n1), b2 (n2, 1);
-- Z1, A1, dZ1 are (n1, m), Z2, A2, dZ2 are (n2, m).
local gw = require 'gw'

local Network = {}
Network.__index = Network

local PARAMETERS = { 'W1', 'b1', 'W2', 'b2' }

-- The examples, and room for what both passes compute from them.
local function place(self, X, Y)
  local n1, n2, m = self.W1.rows, self.W2.rows, X.cols
  self.X, self.Y = X, Y
  for _, name in ipairs { 'Z1', 'A1', 'dZ1' } do self[name] = gw.matrix.new(n1, m) end
  for _, name in ipairs { 'Z2', 'A2', 'dZ2' } do self[name] = gw.matrix.new(n2, m) end
  for _, name in ipairs(PARAMETERS) do self['d' .. name] = gw.matrix.new(self[name].rows, self[name].cols) end
  return setmetatable(self, Network)
end

--- A network for these examples.
-- @param o.hidden     hidden units n1
-- @param o.activation g1, gw.TANH if left out
-- @param o.rng        gives the weights their start: W ~ scale · N(0, 1), b = 0
-- @param o.scale      0.01 if left out
-- @param o.biases     the same for b1 and b2, 0 if left out
local function new(X, Y, o)
  local n1, scale = o.hidden, o.scale or 0.01
  local self = { g1 = o.activation or gw.TANH }
  self.W1, self.b1 = gw.matrix.new(n1, X.rows), gw.matrix.new(n1, 1)
  self.W2, self.b2 = gw.matrix.new(Y.rows, n1), gw.matrix.new(Y.rows, 1)
  gw.random_fill_normal(o.rng, scale, self.W1)
  gw.random_fill_normal(o.rng, scale, self.W2)
  if o.biases then
    gw.random_fill_normal(o.rng, o.biases, self.b1)
    gw.random_fill_normal(o.rng, o.biases, self.b2)
  end
  return place(self, X, Y)
end

--- The same parameters, the very same numbers, on other examples.
function Network:on(X, Y)
  local other = { g1 = self.g1 }
  for _, name in ipairs(PARAMETERS) do other[name] = self[name] end
  return place(other, X, Y)
end

--- A network of its own with the parameters as they are now.
function Network:copy()
  local other = { g1 = self.g1 }
  for _, name in ipairs(PARAMETERS) do other[name] = self[name]:copy() end
  return place(other, self.X, self.Y)
end

function Network:forward()
  gw.network_forward(self.g1, self.X, self.W1, self.b1, self.W2, self.b2, self.Z1, self.A1, self.Z2, self.A2)
end

--- The six equations, after a forward pass.
function Network:backward()
  gw.backprop(self.g1, self.X, self.Y, self.W2, self.Z1, self.A1, self.A2, self.dZ2, self.dZ1,
    self.dW1, self.db1, self.dW2, self.db2)
end

--- Forward and backward.
function Network:run()
  self:forward()
  self:backward()
  return self
end

--- One iteration of gradient descent; returns the cost before it.
function Network:step(alpha)
  return gw.backprop_step(self.g1, alpha, self.X, self.Y, self.Z1, self.A1, self.Z2, self.A2, self.dZ2, self.dZ1,
    self.dW1, self.db1, self.dW2, self.db2, self.W1, self.b1, self.W2, self.b2)
end

--- J, the mean of the losses.
function Network:cost()
  self:forward()
  return gw.loss_cost(self.Z2, self.Y)
end

--- How many examples are told wrong.
function Network:mistakes()
  self:forward()
  return gw.loss_mistakes(self.Z2, self.Y)
end

--- What part of the examples is told right, in percent.
function Network:accuracy()
  return 100 * (1 - self:mistakes() / self.X.cols)
end

--- The parameters beside their gradients, as gw.check wants them.
function Network:blocks()
  local blocks = {}
  for i, name in ipairs(PARAMETERS) do blocks[i] = { name, self[name], self['d' .. name] } end
  return blocks
end

return { new = new }
