--- What chapter 13 differentiates: matrices for each operation, networks, and programs that a
-- tape gets wrong.
local gw = require 'gw'
local files = require 'gw.files'
local network = require 'models.network'
local paths = require 'gw.paths'
local tape = require '13-autodiff.tape'

local EPSILON = 2 ^ -52

local cases = {}

local function random_matrix(rng, rows, cols)
  local M = gw.matrix.new(rows, cols)
  gw.random_fill_uniform(rng, 0.5, 2, M)
  return M
end

local OPERATIONS = {
  { both = true, 'add', 'A + B, entry by entry', function(A, B) return A + B end },
  { both = true, 'subtract', 'A − B, entry by entry', function(A, B) return A - B end },
  { both = true, 'multiply', 'A ∘ B, entry by entry', function(A, B) return A * B end },
  { both = true, 'divide', 'A / B, entry by entry', function(A, B) return A / B end },
  { both = true, 'product', 'the matrix product A B', function(A, B) return A:product(B) end },
  { 'exp', 'exp A', function(A) return A:exp() end },
  { 'log', 'ln A', function(A) return A:log() end },
  { 'tanh', 'tanh A', function(A) return A:tanh() end },
}

-- Shapes of A and B: alike, a column, a row and a number broadcast, on either side.
local ENTRYWISE = { { 3, 4, 3, 4 }, { 3, 4, 3, 1 }, { 3, 4, 1, 4 }, { 3, 4, 1, 1 }, { 3, 1, 3, 4 }, { 1, 1, 3, 4 } }
local PRODUCTS = { { 3, 4, 4, 2 }, { 1, 5, 5, 1 }, { 4, 1, 1, 3 } }

--- Each operation under weights of its own for every entry of what it gives, so that no
-- adjoint is 1; as cases for ch:gradient.
function cases.operations(rng)
  local list = {}
  for k, operation in ipairs(OPERATIONS) do
    local gradients = {}
    for i, shape in ipairs(operation[1] == 'product' and PRODUCTS or ENTRYWISE) do
      local t = tape.new()
      local A = t:input(random_matrix(rng, shape[1], shape[2]))
      local B = t:input(random_matrix(rng, shape[3], shape[4]))
      local C = operation[3](A, B)
      local _ = (C * t:input(random_matrix(rng, C.value.rows, C.value.cols))):sum()
      t:reverse()
      gradients[i] = { cost = function() return t:again() end, blocks = { { 'A', A.value, A.adjoint } } }
      if operation.both then gradients[i].blocks[2] = { 'B', B.value, B.adjoint } end
    end
    list[k] = { id = operation[1], formula = operation[2], gradients = gradients }
  end
  return list
end

--- Random networks with tanh, after the six equations of chapter 10.
function cases.networks(rng)
  local list = {}
  for _, shape in ipairs { { 2, 4, 1, 6 }, { 3, 5, 2, 7 }, { 1, 6, 1, 9 }, { 5, 4, 3, 8 } } do
    for _, scale in ipairs { 0.1, 0.5, 1 } do
      local X, Y = gw.matrix.new(shape[1], shape[4]), gw.matrix.new(shape[3], shape[4])
      gw.random_fill_normal(rng, 1, X)
      gw.random_fill_uniform(rng, 0, 1, Y)
      list[#list + 1] = network.new(X, Y, { hidden = shape[2], rng = rng, scale = scale, biases = scale }):run()
    end
  end
  return list
end

local function largest(M)
  local most = 0
  for _, x in ipairs(M:values()) do most = math.max(most, math.abs(x)) end
  return most
end

--- How far two ways to compute a gradient of this network may be apart. On the tape dZ2 is
-- −Y/A2 + (1 − Y)/(1 − A2) times the slope of a sigmoid: four roundings of terms up to 1, of
-- which 1 − A2 has one of ε/(1 − A2) already. From there it is multiplied by entries of W2, A1
-- and X and added up over outputs and examples.
function cases.rounding(net)
  local edge = 1
  for _, a in ipairs(net.A2:values()) do edge = math.min(edge, a, 1 - a) end
  local terms = net.W2.rows + net.X.cols
  return 4 * EPSILON * (4 + terms) / edge * math.max(1, largest(net.W2)) * math.max(1, largest(net.X))
end

--- What PyTorch has said of the network that chapter 10 works out by hand: numbers by name.
function cases.torch()
  local text = files.read(paths.root .. '/chapters/13-autodiff/torch.tsv')
  local found = {}
  for name, value in text:gmatch '([%w_]+)\t([^\n]+)' do found[name] = tonumber(value) end
  return found
end

--- A network 2–n–1 on 50 examples.
function cases.flower(n, rng)
  local X, Y = gw.matrix.new(2, 50), gw.matrix.new(1, 50)
  gw.random_fill_normal(rng, 1, X)
  gw.random_fill_uniform(rng, 0, 1, Y)
  return network.new(X, Y, { hidden = n, rng = rng, scale = 0.5 }):run()
end

-- The derivative that a tape gives of a program of one number, and of what the program
-- does to the input before the way back.
local function slope_of(program)
  return function(x)
    local t = tape.new()
    local node = t:input(gw.matrix.from { { x } })
    program(t, node, x)
    return t:reverse() and node.adjoint:get(1, 1)
  end
end

--- Programs whose tape does not say what they compute: {id, formula, f, slope, points}.
function cases.wrong()
  return {
    { id = 'overwritten', formula = 'x·x, with x changed before the way back, fails', points = { 3 }, at = 3,
      f = function(x) return x * x end, truth = function(x) return 2 * x end,
      slope = slope_of(function(_, x)
        local _ = x * x
        x.value:set(1, 1, x.value:get(1, 1) + 1)
      end) },
    { id = 'detached', formula = 'x·x², with x² taken off the tape, fails', points = { 2 }, at = 2,
      f = function(x) return x * x * x end, truth = function(x) return 3 * x * x end,
      slope = slope_of(function(_, x)
        local square = (x * x).value:get(1, 1) -- a number like any other: the way back ends here
        return x * square
      end) },
    { id = 'branch', formula = 'x², with a case of its own at 1, fails', points = { 1 }, at = 1,
      f = function(x) return x * x end, truth = function(x) return 2 * x end,
      slope = slope_of(function(t, x, number)
        if number == 1 then return t:input(gw.matrix.from { { 1 } }) * 1 end
        return x * x
      end) },
  }
end

--- ln(1 + e^z) far out: e^z is no number any more, although the result would be 800.
function cases.overflow()
  local t = tape.new()
  return (1 + t:input(gw.matrix.from { { 800 } }):exp()):log()
end

return cases
