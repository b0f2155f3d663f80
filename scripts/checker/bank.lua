--- Gradients that are known to be wrong, and why: the model's own mistakes and, where it
-- says that it is a network of chapter 10, those of csrc/bank.
local ffi = require 'ffi'
local C = require('gw.ffi').C

local bank = {}

local ACTIVATION = { sigmoid = C.GW_SIGMOID, tanh = C.GW_TANH, relu = C.GW_RELU, ['leaky-relu'] = C.GW_LEAKY_RELU,
  identity = C.GW_IDENTITY }

local function refuse(...) error((...):format(select(2, ...)), 0) end

-- A view of the numbers from `at` on, and where the next one begins.
local function view(numbers, at, rows, cols)
  return ffi.new('gw_matrix', rows, cols, cols, numbers + at), at + rows * cols
end

-- Lays W1, b1, W2, b2 of a gw_network, or their gradients, over numbers.
local function lay(struct, weights, biases, sizes, numbers)
  local at = 0
  for l = 1, 2 do
    struct[weights][l], at = view(numbers, at, sizes[l + 1], sizes[l])
    struct[biases][l], at = view(numbers, at, sizes[l + 1], 1)
  end
end

-- «2-4-1 tanh lambda 0.1», and its examples: the mistakes of such a network at θ.
local function of_network(says, text, examples, alpha)
  local n0, n1, n2, name, rest = text:match '^%s*(%d+)%-(%d+)%-(%d+)%s+(%S+)%s*(.*)$'
  local lambda = rest == '' and 0 or rest and tonumber(rest:match '^lambda%s+(%S+)%s*$')
  if not n0 or not ACTIVATION[name] or not lambda or lambda < 0 or lambda == math.huge then
    refuse('network is «%s», not like «2-4-1 tanh» or «2-4-1 tanh lambda 0.1»', text)
  end
  local sizes, m = { tonumber(n0), tonumber(n1), tonumber(n2) }, examples
  if m < 1 then refuse 'a network needs examples, and says how many' end
  local count = sizes[2] * (sizes[1] + 1) + sizes[3] * (sizes[2] + 1)
  if count ~= says.size then
    refuse('network is «%s», which has %d parameters, and size is %d', text, count, says.size)
  end
  local inputs, labels = sizes[1] * m, sizes[3] * m
  local data = says:numbers(('data %d %d'):format(inputs, labels), inputs + labels)
  local theta, written = ffi.new('double[?]', count), ffi.new('double[?]', count)
  local numbers = ffi.new('double[?]', inputs + labels, data)
  local X, Y = view(numbers, 0, sizes[1], m), view(numbers, inputs, sizes[3], m)
  local net, gradient = ffi.new 'gw_network', ffi.new 'gw_network_gradient'
  net.layers, net.g[1] = 2, ACTIVATION[name]
  lay(net, 'W', 'b', sizes, theta)
  lay(gradient, 'dW', 'db', sizes, written)
  local hidden = ffi.new('double[?]', (sizes[2] + sizes[3]) * m)
  gradient.dZ[1], gradient.dZ[2] = view(hidden, 0, sizes[2], m), view(hidden, sizes[2] * m, sizes[3], m)
  local room = C.gw_mistakes_network_work(net, m)
  local doubles = ffi.new('double[?]', room)
  local work = view(doubles, 0, 1, room)
  local kept = { theta, written, numbers, hidden, doubles } -- as long as the views
  return C.GW_MISTAKES - 1, function(k, at)
    ffi.copy(kept[1], at, count * ffi.sizeof 'double')
    local status = C.gw_mistakes_network(k + 1, net, X, Y, lambda, alpha > 0 and alpha or 0.1, work, gradient)
    return status == C.GW_OK and written or nil, C.gw_mistake_key(k + 1), C.gw_mistake_text(k + 1)
  end
end

--- What the model behind a protocol knows of mistakes: how many there are, and a function
-- of one, from 0, and θ that gives its gradient, or nil where it has none there, its key
-- and its text.
function bank.of(says, examples, alpha)
  local own, kept = {}, {}
  for name in (says:says 'mistakes' or ''):gmatch '[^,]+' do own[#own + 1] = name:match '^%s*(.-)%s*$' end
  local text, count, network = says:says 'network', 0, nil
  if text then count, network = of_network(says, text, examples, alpha) end
  return #own + count, function(k, at)
    if k >= #own then return network(k - #own, at) end
    kept.gradient = ffi.new('double[?]', says.size, says:mistake(k + 1, at))
    kept.text = ('this is the gradient with the mistake «%s» of the model\'s own'):format(own[k + 1])
    return kept.gradient, own[k + 1], kept.text
  end
end

return bank
