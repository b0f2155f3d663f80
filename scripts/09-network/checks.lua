--- What chapter 9 checks on networks of any shape.
local gw = require 'gw'
local algebra = require 'gw.algebra'
local neuron = require 'models.neuron'
local range = require 'gw.range'
local rounding = require '09-network.rounding'
local units = require '09-network.units'

-- The nine matrices of a forward pass, and what the library calls them.
local checks = { MATRICES = { X = 'pass.A[0]', Z1 = 'pass.Z[1]', A1 = 'pass.A[1]', Z2 = 'pass.Z[2]', A2 = 'pass.A[2]',
  W1 = 'net.W[1]', b1 = 'net.b[1]', W2 = 'net.W[2]', b2 = 'net.b[2]' } }
local NAMES = { 'sigmoid', 'tanh', 'relu', 'leaky-relu', 'identity' } -- of units.ACTIVATIONS

--- 1 if the forward pass takes the matrices as they are, and refuses this one with a row
-- or a column too many, and says what it is and what it must be; or else 0.
function checks.refuses(net, name, more_rows, more_cols)
  local good = net[name]
  net:forward()
  net[name] = gw.matrix.new(good.rows + more_rows, good.cols + more_cols)
  local ok, message = pcall(net.forward, net)
  local said = ('%s is %s'):format(checks.MATRICES[name], net[name]:shape())
  net[name] = good
  return not ok and message:find(said, 1, true) and message:match 'must be %d+x%d+' and 1 or 0
end

--- One neuron in its two halves: z = w·x + b, then a = g(z).
function checks.neuron(ch, rng)
  local function below(n) return gw.random_below(rng, n) end
  local shapes = range.times(4, function(n) return { n, 1 + below(4), 1 + below(5) } end)
  ch:gradient { id = 'linear-half', formula = 'Z = W A + b: ∂/∂W, ∂/∂b, ∂/∂A',
    cases = range.map(shapes, function(s) return neuron.linear_case(rng, s[1], s[2], s[3]) end) }
  for k, g in ipairs(units.ACTIVATIONS) do
    ch:gradient { id = 'activation-half-' .. NAMES[k], formula = "A = g(Z): ∂/∂Z = g'(Z), " .. NAMES[k],
      cases = range.map(shapes, function(s) return neuron.activation_case(rng, g, s[1], s[3]) end) }
  end
end

--- The four vectorised equations cost what the plain loops cost, on networks of these
-- kinds (units.on) and of any shape.
function checks.forward(ch, rng, kinds)
  for k, g in ipairs(units.ACTIVATIONS) do
    local nets = range.map(kinds, function(kind) return kind(rng, g) end)
    for _ = 1, 20 do nets[#nets + 1] = units.random_network(rng, g) end
    ch:identity { id = 'forward-' .. NAMES[k], formula = 'vectorised = plain loops, ' .. NAMES[k],
      cases = range.map(nets, function(net)
        local J = net:cost()
        return { J, net:loops_cost(), rounding.network_cost(net, J),
          ('%s, %d hidden'):format(net.X:shape(), net.W1.rows) }
      end) }
  end
end

--- n1 equal units are one unit whose output counts n1 times.
function checks.one_unit(ch, rng)
  local nets = range.times(20, function(i)
    return units.make_equal(units.random_network(rng, units.ACTIVATIONS[i % #units.ACTIVATIONS + 1]))
  end)
  ch:identity { id = 'one-unit', formula = 'n1 equal units = one with n1 times the weight',
    cases = range.map(nets, function(net)
      local J, n1, one = net:cost(), net.W1.rows, net:copy()
      one.W1, one.b1 = net.W1:row(1), net.b1:row(1)
      one.W2 = algebra.map(net.W2:columns(1, 1), function(w) return n1 * w end)
      return { J, one:loops_cost(), rounding.network_cost(net, J) }
    end) }
end

--- Without activation two layers are one: W = W2 W1, b = W2 b1 + b2.
function checks.collapse(ch, rng)
  local outputs, costs = {}, {}
  for i = 1, 20 do
    local net = units.random_network(rng, gw.IDENTITY, i % 2 == 0 and 1 or nil)
    local J, off = net:cost(), rounding.linear_network(net)
    local W, b = algebra.product(net.W2, net.W1), algebra.linear(net.W2, net.b1, net.b2)
    local z, bound = algebra.linear(W, net.X, b):values(), off:values()
    for k, z2 in ipairs(net.Z2:values()) do outputs[#outputs + 1] = { z2, z[k], bound[k] } end
    if net.Y.rows == 1 then
      costs[#costs + 1] = { J, gw.twin_logistic_cost(net.X, net.Y, algebra.transposed(W), b:get(1, 1)),
        rounding.mean_loss(net.Z2, net.Y, off, J) }
    end
  end
  ch:identity { id = 'collapse', formula = 'g1 = identity: W2(W1 X + b1) + b2 = W X + b', cases = outputs }
  ch:identity { id = 'collapse-cost', formula = 'and J is that of logistic regression', cases = costs }
end

local function mean_square(M)
  return algebra.sum(algebra.map(M, function(x) return x * x end)) / (M.rows * M.cols)
end

--- Why small: z1 grows with the scale of W1, and the slope of tanh there dies. The mean of
-- z1² is n0 scale² times that of x², but for chance: at most √(2/n1) of it is one standard
-- deviation, and the bound is six.
function checks.scale(ch, rng, X)
  local n1, as_expected, doubled = 400, true, {}
  local W, none = algebra.normal(rng, n1, X.rows), gw.matrix.new(n1, 1)
  for _, start in ipairs { { 'hundredth', 0.01 }, { 'tenth', 0.1 }, { 'one', 1 }, { 'ten', 10 } } do
    local name, scale = unpack(start)
    local Z1 = algebra.linear(algebra.map(W, function(x) return scale * x end), X, none)
    local twice = algebra.linear(algebra.map(W, function(x) return 2 * scale * x end), X, none)
    for k = 1, X.cols do doubled[#doubled + 1] = { twice:get(k, k), 2 * Z1:get(k, k), 0 } end
    local expected = X.rows * scale ^ 2 * mean_square(X)
    as_expected = as_expected and math.abs(mean_square(Z1) - expected) <= 6 * math.sqrt(2 / n1) * expected
    local D = gw.matrix.new(n1, X.cols)
    gw.activation_derivative(gw.TANH, Z1, D)
    ch:fact('z1_size_at_scale_' .. name, math.sqrt(mean_square(Z1)), 1e-9 * scale)
    ch:fact('tanh_slope_at_scale_' .. name, algebra.sum(D) / (D.rows * D.cols), 1e-9)
  end
  ch:identity { id = 'scale-doubled', formula = 'twice the W1: twice the Z1', cases = doubled }
  ch:holds { id = 'scale-size', formula = 'mean z1² = n0 scale² mean x², but for chance', holds = as_expected }
end

return checks
