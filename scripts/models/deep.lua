--- A network of any number of layers and its examples.
--
--   local net = deep.new(X, Y, { units = { 32, 32, 10 }, output = gw.OUTPUT_SOFTMAX, rng = rng })
--   net:step(0.5)                   -- an iteration of gradient descent; returns J before it
--   net:run()                       -- forward and backward
--   net:get('gradient', 'dZ', 1)    -- the matrix dZ[1]; likewise 'network', 'pass'
--
-- units lists n[1] … n[L]. Each W[l] starts from N(0, 1) times scale(n[l − 1]), which is 1/√n
-- if it is left out, each b[l] from 0.
local gw = require 'gw'
local record = require 'gw.record'

local Deep = {}
Deep.__index = Deep

function Deep:get(of, name, l) return self[of]:get(name, l) end

-- The examples, and room for what both passes compute from them.
local function place(self, X, Y)
  self.X, self.Y = X, Y
  self.pass, self.gradient = record.new 'gw_network_pass', record.new 'gw_network_gradient'
  self.pass:set('A', 0, X)
  for l = 1, self.layers do
    local W = self:get('network', 'W', l)
    for _, name in ipairs { 'Z', 'A' } do self.pass:set(name, l, gw.matrix.new(W.rows, X.cols)) end
    self.gradient:set('dZ', l, gw.matrix.new(W.rows, X.cols))
    self.gradient:set('dW', l, gw.matrix.new(W.rows, W.cols))
    self.gradient:set('db', l, gw.matrix.new(W.rows, 1))
  end
  return self
end

-- A network with the parameters that parameter(name, l) gives, and no examples yet.
local function with(layers, g, output, parameter)
  local self = setmetatable({ layers = layers, g = g, output = output, network = record.new 'gw_network' }, Deep)
  self.network.c.layers, self.network.c.output = layers, output
  for l = 1, layers do
    self.network.c.g[l] = g
    for _, name in ipairs { 'W', 'b' } do self.network:set(name, l, parameter(name, l)) end
  end
  return self
end

--- @param o.units, o.rng, o.scale as above
-- @param o.activation of the hidden layers, gw.TANH if left out
-- @param o.output     gw.OUTPUT_SIGMOID if left out
function Deep.new(X, Y, o)
  local scale = o.scale or function(n) return 1 / math.sqrt(n) end
  local self = with(#o.units, o.activation or gw.TANH, o.output or gw.OUTPUT_SIGMOID, function(name, l)
    local before = l == 1 and X.rows or o.units[l - 1]
    local P = gw.matrix.new(o.units[l], name == 'W' and before or 1)
    if name == 'W' then gw.random_fill_normal(o.rng, scale(before), P) end
    return P
  end)
  return place(self, X, Y)
end

--- The same parameters, the very same numbers, on other examples.
function Deep:on(X, Y)
  return place(with(self.layers, self.g, self.output, function(name, l) return self:get('network', name, l) end), X, Y)
end

--- Forward and backward.
function Deep:run()
  gw.deep_forward(self.network, self.pass)
  gw.deep_backward(self.network, self.Y, self.pass, self.gradient)
  return self
end

function Deep:step(alpha)
  return gw.deep_step(self.network, alpha, self.Y, self.pass, self.gradient)
end

function Deep:cost()
  gw.deep_forward(self.network, self.pass)
  return gw.deep_cost(self.network, self.pass, self.Y)
end

--- How often class k is taken for class c: a table [k][c], by the largest output.
function Deep:confusion()
  gw.deep_forward(self.network, self.pass)
  local A, count = self:get('pass', 'A', self.layers), {}
  local function largest(M, i)
    local best = 1
    for r = 2, M.rows do
      if M:get(r, i) > M:get(best, i) then best = r end
    end
    return best
  end
  for k = 1, A.rows do
    count[k] = {}
    for c = 1, A.rows do count[k][c] = 0 end
  end
  for i = 1, A.cols do
    local k, c = largest(self.Y, i), largest(A, i)
    count[k][c] = count[k][c] + 1
  end
  return count
end

--- What part of the examples gets its right class, in percent.
function Deep:accuracy()
  local right = 0
  for k, row in ipairs(self:confusion()) do right = right + row[k] end
  return 100 * right / self.X.cols
end

--- The parameters beside their gradients, as gw.check wants them.
function Deep:blocks()
  local blocks = {}
  for l = 1, self.layers do
    for _, name in ipairs { 'W', 'b' } do
      blocks[#blocks + 1] = { name .. l, self:get('network', name, l), self:get('gradient', 'd' .. name, l) }
    end
  end
  return blocks
end

return Deep
