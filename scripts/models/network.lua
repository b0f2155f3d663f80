--- A network with one hidden layer and its examples: the matrices of chapters
-- 9 and 10, all in one place.
--
--   local net = network.new(X, Y, { hidden = 4, rng = gw.random(1), scale = 0.01 })
--   net:run()                       -- forward and backward: net.dW1, net.db1, …
--   net:step(1.2)                   -- an iteration of gradient descent
--   net:cost(), net:mistakes()
--   net:on(other_X, other_Y)        -- the same parameters on other examples
--
-- X is (n0, m), Y is (n2, m), W1 (n1, n0), b1 (n1, 1), W2 (n2, n1), b2 (n2, 1);
-- Z1, A1, dZ1 are (n1, m), Z2, A2, dZ2 are (n2, m).
--
-- They are views of what C is given: net.network, a gw_network, net.pass and
-- net.gradient; whoever sets net.W1 changes these too.
local gw = require 'gw'
local record = require 'gw.record'

local Network = {}

local PARAMETERS = { 'W1', 'b1', 'W2', 'b2' }

-- Where C has each matrix.
local PLACE = {
  X = { 'pass', 'A', 0 }, Z1 = { 'pass', 'Z', 1 }, A1 = { 'pass', 'A', 1 },
  Z2 = { 'pass', 'Z', 2 }, A2 = { 'pass', 'A', 2 },
  W1 = { 'network', 'W', 1 }, b1 = { 'network', 'b', 1 }, W2 = { 'network', 'W', 2 }, b2 = { 'network', 'b', 2 },
  dZ1 = { 'gradient', 'dZ', 1 }, dW1 = { 'gradient', 'dW', 1 }, db1 = { 'gradient', 'db', 1 },
  dZ2 = { 'gradient', 'dZ', 2 }, dW2 = { 'gradient', 'dW', 2 }, db2 = { 'gradient', 'db', 2 },
}

function Network:__index(name)
  local place = PLACE[name]
  if place then return rawget(self, place[1]):get(place[2], place[3]) end
  return Network[name]
end

function Network:__newindex(name, value)
  local place = PLACE[name]
  if place then self[place[1]]:set(place[2], place[3], value) else rawset(self, name, value) end
end

-- A network with this hidden activation, and no matrices yet.
local function empty(g1)
  local self = { g1 = g1, network = record.new 'gw_network', pass = record.new 'gw_network_pass',
    gradient = record.new 'gw_network_gradient' }
  self.network.c.layers, self.network.c.g[1] = 2, g1
  return setmetatable(self, Network)
end

-- The examples, and room for what both passes compute from them.
local function place(self, X, Y)
  local n1, n2, m = self.W1.rows, self.W2.rows, X.cols
  self.X, self.Y = X, Y
  for _, name in ipairs { 'Z1', 'A1', 'dZ1' } do self[name] = gw.matrix.new(n1, m) end
  for _, name in ipairs { 'Z2', 'A2', 'dZ2' } do self[name] = gw.matrix.new(n2, m) end
  for _, name in ipairs(PARAMETERS) do self['d' .. name] = gw.matrix.new(self[name].rows, self[name].cols) end
  return self
end

--- A network for these examples.
-- @param o.hidden     hidden units n1
-- @param o.activation g1, gw.TANH if left out
-- @param o.rng        gives the weights their start: W ~ scale · N(0, 1), b = 0
-- @param o.scale      0.01 if left out
-- @param o.biases     the same for b1 and b2, 0 if left out
local function new(X, Y, o)
  local n1, scale = o.hidden, o.scale or 0.01
  local self = empty(o.activation or gw.TANH)
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
  local other = empty(self.g1)
  for _, name in ipairs(PARAMETERS) do other[name] = self[name] end
  return place(other, X, Y)
end

--- A network of its own with the parameters as they are now.
function Network:copy()
  local other = empty(self.g1)
  for _, name in ipairs(PARAMETERS) do other[name] = self[name]:copy() end
  return place(other, self.X, self.Y)
end

function Network:forward()
  gw.network_forward(self.network, self.pass)
end

--- The six equations, after a forward pass.
function Network:backward()
  gw.backprop(self.network, self.Y, self.pass, self.gradient)
end

--- Forward and backward.
function Network:run()
  self:forward()
  self:backward()
  return self
end

-- Where the forward pass takes up again when one of these was changed.
local STAGE = { X = 1, W1 = 1, b1 = 1, Z1 = 2, A1 = 3, W2 = 3, b2 = 3, Z2 = 4 }

--- The rest of the forward pass, up to Z2, from a matrix that was changed: from
-- 'Z1', say, Z1 stays as it is, and A1 and Z2 follow.
function Network:onward(from)
  local stage = STAGE[from]
  if stage <= 1 then gw.network_linear(self.W1, self.X, self.b1, self.Z1) end
  if stage <= 2 then gw.activation_forward(self.g1, self.Z1, self.A1) end
  if stage <= 3 then gw.network_linear(self.W2, self.A1, self.b2, self.Z2) end
end

--- One iteration of gradient descent; returns the cost before it.
function Network:step(alpha)
  return gw.backprop_step(self.network, alpha, self.Y, self.pass, self.gradient)
end

--- J by plain loops, in double precision or in gw.SINGLE (csrc/bank/twin.h).
function Network:loops_cost(precision)
  return gw.twin_network_cost(self.network, self.X, self.Y, precision or gw.DOUBLE)
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

local function largest(M)
  local size = 0
  for _, x in ipairs(M:values()) do size = math.max(size, math.abs(x)) end
  return size
end

-- The largest of |b_i| + input · Σ_k |W_ik| over the units i.
local function reach(W, b, input)
  local most = 0
  for i = 1, W.rows do
    local sum = b and math.abs(b:get(i, 1)) or 0
    for k = 1, W.cols do sum = sum + input * math.abs(W:get(i, k)) end
    most = math.max(most, sum)
  end
  return most
end

--- How far rounding can carry each gradient from its true value, by following
-- the rounding of every sum and function through both passes, to first order.
-- A sum of k terms errs by k ε times the sum of their sizes, a function by 4 ε;
-- σ' is at most 1/4, |A2 − Y| and g1' at most 1, |g1''| at most 2 g1'. The bound
-- of dZ1 is to be multiplied by g1'(Z1), entry by entry.
function Network:rounding()
  local epsilon = 2 ^ -52
  local n0, n1, n2, m = self.X.rows, self.W1.rows, self.W2.rows, self.X.cols
  local x, a = largest(self.X), largest(self.A1)
  local turned = gw.matrix.new(n1, n2)
  gw.matrix_transpose(self.W2, turned)
  local back = reach(turned, nil, 1)                                 -- Σ |W2| into a hidden unit
  local z1 = (n0 + 2) * epsilon * reach(self.W1, self.b1, x)
  local a1 = z1 + 4 * epsilon * a
  local z2 = (n1 + 2) * epsilon * reach(self.W2, self.b2, a) + a1 * reach(self.W2, nil, 1)
  local dz2 = z2 / 4 + 5 * epsilon
  local dz1 = back * (dz2 + 2 * z1 + (n2 + 6) * epsilon)
  local mean = (m + 3) * epsilon
  return {
    dZ2 = dz2, dW2 = dz2 * a + a1 + mean * a, db2 = dz2 + mean,
    dZ1 = dz1, dW1 = (dz1 + mean * back) * x, db1 = dz1 + mean * back,
  }
end

--- The network that chapter 10 works out by hand, on its two examples; not run yet.
local function by_hand()
  local matrix = gw.matrix.from
  local net = new(matrix { { 2, 1 }, { 1, 3 } }, matrix { { 1, 0 } }, { hidden = 2, rng = gw.random(1) })
  net.W1, net.b1 = matrix { { 0.5, -0.5 }, { -0.25, 1 } }, matrix { { 0.5 }, { -1 } }
  net.W2, net.b2 = matrix { { -1, 2 } }, matrix { { 0.5 } }
  return net
end

return { new = new, by_hand = by_hand }
