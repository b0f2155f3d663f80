--- The six backward equations of a network, each as something to check where it
-- stands: its own matrix is stepped, and only the rest of the forward pass runs.
--
-- dZ2 and dZ1 are derivatives of the SUM of the losses: column i of them belongs
-- to the loss of example i alone. dW2, db2, dW1, db1 are derivatives of the cost
-- J, the mean of the losses. dA1, which equation 4 passes on its way, belongs to
-- the sum too.
local ffi = require 'ffi'
local gw = require 'gw'
local network = require 'models.network'

local equations = {
  ids = { 'dZ2', 'dW2', 'db2', 'dZ1', 'dW1', 'db1' },
  formula = {
    dZ2 = 'dZ2 = A2 − Y, from the sum of losses',
    dW2 = 'dW2 = (1/m) dZ2 A1ᵀ, from J',
    db2 = 'db2 = (1/m) Σ dZ2, from J',
    dZ1 = "dZ1 = W2ᵀ dZ2 ∘ g1'(Z1), from the sum",
    dW1 = 'dW1 = (1/m) dZ1 Xᵀ, from J',
    db1 = 'db1 = (1/m) Σ dZ1, from J',
    dA1 = 'dA1 = W2ᵀ dZ2, from the sum',
  },
}

-- Hidden units enough that ReLUs, of which many are off, are not all off.
local SHAPES = { { 2, 4, 1, 6 }, { 3, 5, 2, 7 }, { 1, 6, 1, 9 }, { 5, 4, 3, 8 } } -- n0, n1, n2, m

--- Random networks on random examples, after forward and backward: small ones of
-- several shapes, with weights of several sizes.
function equations.random_networks(g1, rng)
  local list = {}
  for _, shape in ipairs(SHAPES) do
    for _, scale in ipairs { 0.1, 1, 3 } do
      local X, Y = gw.matrix.new(shape[1], shape[4]), gw.matrix.new(shape[3], shape[4])
      gw.random_fill_normal(rng, 1, X)
      gw.random_fill_uniform(rng, 0, 1, Y)
      list[#list + 1] = network.new(X, Y,
        { hidden = shape[2], activation = g1, rng = rng, scale = scale, biases = scale }):run()
    end
  end
  return list
end

-- Which units are on, as one number; none for an activation without kinks.
-- Steps that switch a unit must not be compared.
local function pattern_of(net)
  if net.g1 ~= gw.RELU and net.g1 ~= gw.LEAKY_RELU then return function() end end
  local z, count = net.Z1.c.data, net.Z1.rows * net.Z1.cols -- Z1 has no gaps
  return function()
    local hash = ffi.cast('uint64_t', 1)
    for i = 0, count - 1 do hash = hash * 1000003ULL + (z[i] > 0 and 1 or 0) end
    return hash
  end
end

local function views(M, count, view)
  local list = {}
  for i = 1, count do list[i] = view(M, i) end
  return list
end

-- A cost that computes again only what a step changes: the part of this step,
-- and what the question before had changed, which has been taken back since.
local function by_parts(count, part_of, part, value)
  local first, last = 1, count -- the parts that the question before changed
  return function(name, row, col)
    for i = first, last do part(i) end
    if name then
      first = part_of(row, col)
      last = first
      part(first)
    else
      for i = 1, count do part(i) end
      first, last = 1, count
    end
    return value()
  end
end

-- A step in Z1 or A1 changes one example, a column.
local function cost_of_column(net, from, value)
  local m = net.Z1.cols
  local column = function(M, i) return M:columns(i, i) end
  local Z1, A1, Z2 = views(net.Z1, m, column), views(net.A1, m, column), views(net.Z2, m, column)
  return by_parts(m, function(_, col) return col end, function(i)
    if from == 'Z1' then gw.activation_forward(net.g1, Z1[i], A1[i]) end
    gw.network_linear(net.W2, A1[i], net.b2, Z2[i])
  end, value)
end

-- A step in W1 or b1 changes one hidden unit, a row.
local function cost_of_layer_1(net, value)
  local n1 = net.W1.rows
  local row_of = function(M, i) return M:row(i) end
  local W1, b1 = views(net.W1, n1, row_of), views(net.b1, n1, row_of)
  local Z1, A1 = views(net.Z1, n1, row_of), views(net.A1, n1, row_of)
  return by_parts(n1, function(row) return row end, function(i)
    gw.network_linear(W1[i], net.X, b1[i], Z1[i])
    gw.activation_forward(net.g1, Z1[i], A1[i])
  end, function()
    net:onward 'W2'
    return value()
  end)
end

-- The first half of equation 4. It is what gw_backprop_dZ1 computes where the
-- activation's slope is 1.
local function dA1_of(net)
  local dA1 = gw.matrix.new(net.A1.rows, net.A1.cols)
  gw.backprop_dZ1(gw.IDENTITY, net.W2, net.dZ2, net.Z1, dA1)
  return dA1
end

--- The case of one equation for ch:gradient, or of 'dA1'; net:run() has been.
-- @param gradient to check in place of the network's own
function equations.case(net, id, gradient)
  local name = id:sub(2)
  local pattern = pattern_of(net)
  local function sum() return gw.loss_sum(net.Z2, net.Y), pattern() end
  local function mean() return gw.loss_cost(net.Z2, net.Y), pattern() end
  local cost
  if name == 'Z2' then
    cost = sum
  elseif name == 'Z1' or name == 'A1' then
    cost = cost_of_column(net, name, sum)
  elseif name == 'W1' or name == 'b1' then
    cost = cost_of_layer_1(net, mean)
  else
    cost = function()
      net:onward(name)
      return mean()
    end
  end
  return { blocks = { { name, net[name], gradient or net[id] or dA1_of(net) } }, cost = cost }
end

--- All parameters together against J, from the very start.
function equations.together(net)
  local pattern = pattern_of(net)
  return { blocks = net:blocks(), cost = function() return net:cost(), pattern() end }
end

-- Both sides may have rounded. factor, if given, is what the bound of each entry
-- is multiplied by.
local function compare(cases, id, left, right, bound, factor)
  for i = 1, left.rows do
    for j = 1, left.cols do
      cases[#cases + 1] = { left:get(i, j), right:get(i, j), 2 * bound * (factor and factor:get(i, j) or 1),
        ('%s[%d,%d]'):format(id, i, j) }
    end
  end
end

--- Cases for ch:identity: every equation beside the plain loops of C. The loops
-- know no dZ, but on one example alone db is dZ.
function equations.loops(net)
  local cases, rounding = {}, net:rounding()
  local function by_loops(X, Y)
    local other = net:on(X, Y)
    gw.backprop_loops(other.network, X, Y, other.gradient)
    return other
  end
  local all = by_loops(net.X, net.Y)
  for _, id in ipairs { 'dW1', 'db1', 'dW2', 'db2' } do compare(cases, id, net[id], all[id], rounding[id]) end
  local slope = gw.matrix.new(net.Z1.rows, net.Z1.cols)
  gw.activation_derivative(net.g1, net.Z1, slope)
  for i = 1, net.X.cols do
    local one = by_loops(net.X:columns(i, i), net.Y:columns(i, i))
    compare(cases, 'dZ2', net.dZ2:columns(i, i), one.db2, rounding.dZ2)
    compare(cases, 'dZ1', net.dZ1:columns(i, i), one.db1, rounding.dZ1, slope:columns(i, i))
  end
  return cases
end

--- Cases for ch:identity: entries of the gradient beside a complex step; one in 50 of
-- a network with more than ten inputs.
function equations.complex(net)
  local cases, rounding, n, every = {}, net:rounding(), 0, net.X.rows > 10 and 50 or 1
  for _, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do
    local gradient = net['d' .. name]
    for i = 1, gradient.rows do
      for j = 1, gradient.cols do
        n = n + 1
        if n % every == 0 then
          local _, slope = gw.twin_network_slope(net.network, net.X, net.Y, n - 1, 1e-20)
          cases[#cases + 1] = { gradient:get(i, j), slope, 2 * rounding['d' .. name],
            ('d%s[%d,%d]'):format(name, i, j) }
        end
      end
    end
  end
  return cases
end

return equations
