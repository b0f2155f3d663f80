-- Chapter 13. Automatic differentiation: dual numbers forwards, a tape backwards.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local check = require 'gw.check'
local cases = require '13-autodiff.cases'
local network = require 'models.network'
local range = require 'gw.range'
local tape = require '13-autodiff.tape'

-- [cost]
-- The cost of a network, as arithmetic: recording it is computing it.
local function cost(W1, b1, W2, b2, X, Y)
  local A1 = (W1:product(X) + b1):tanh()
  local A2 = 1 / (1 + (-(W2:product(A1) + b2)):exp())
  local L = -(Y * A2:log() + (1 - Y) * (1 - A2):log())
  return L:sum() / X.value.cols
end
-- [/cost]

-- A network on a tape, both walks done: tape, nodes of the parameters by name, and J.
local function recorded(net)
  local t, node = tape.new(), {}
  for _, name in ipairs { 'W1', 'b1', 'W2', 'b2', 'X', 'Y' } do node[name] = t:input(net[name]) end
  local J = cost(node.W1, node.b1, node.W2, node.b2, node.X, node.Y)
  return t:reverse(), node, J
end

chapter.run({ title = 'Automatic differentiation', claim = 'network', same_bits = true,
  options = { seed = 13 } }, function(ch)
  local rng = gw.random(ch.options.seed)

  -- Every operation, on random matrices of several shapes: both walks.
  for _, case in ipairs(cases.operations(rng)) do
    ch:gradient { id = case.id, formula = case.formula, cases = case.gradients }
  end

  -- x²/(1 + x), the example of the text, by both walks.
  local function quotient(x)
    local t = tape.new()
    local node = t:input(gw.matrix.from { { x } })
    local f = node * node / (1 + node)
    t:reverse():forward_mode(node, 1, 1)
    return t, f, node.adjoint:get(1, 1), f.tangent:get(1, 1)
  end
  local points = range.times(100, function() return 0.01 + 5 * gw.random_uniform(rng) end)
  local function f(x) return x * x / (1 + x) end
  ch:derivative { id = 'reverse', formula = "(x²/(1 + x))', the tape backwards", f = f, points = points,
    slope = function(x) return (select(3, quotient(x))) end }
  ch:derivative { id = 'forward', formula = "(x²/(1 + x))', dual numbers", f = f, points = points,
    slope = function(x) return (select(4, quotient(x))) end }

  -- Networks: the tape against J, against the six equations, and forward mode against both.
  local against_J, equations, forwards = {}, {}, {}
  for i, net in ipairs(cases.networks(rng)) do
    local t, node = recorded(net)
    local bound = cases.rounding(net)
    against_J[i] = { blocks = {}, cost = function() return t:again() end }
    for k, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do
      local P, adjoint, six = net[name], node[name].adjoint, net['d' .. name]
      against_J[i].blocks[k] = { name, P, adjoint:copy() }
      for r = 1, P.rows do
        for c = 1, P.cols do
          local where = ('network %d, d%s[%d,%d]'):format(i, name, r, c)
          t:forward_mode(node[name], r, c)
          equations[#equations + 1] = { adjoint:get(r, c), six:get(r, c), bound, where }
          forwards[#forwards + 1] = { t:last().tangent:get(1, 1), six:get(r, c), bound, where }
        end
      end
    end
  end
  ch:gradient { id = 'network', formula = 'W1, b1, W2, b2 from the tape, against J', cases = against_J }
  ch:identity { id = 'equations', formula = 'the tape = the six equations, to rounding', cases = equations }
  ch:identity { id = 'dual', formula = 'dual numbers = the six equations, to rounding', cases = forwards }

  -- What PyTorch has said of chapter 10's two examples: chapters/13-autodiff/torch.tsv.
  local two, torch = network.by_hand():run(), cases.torch()
  local t, node, J = recorded(two)
  local same = { { J.value:get(1, 1), torch.J, cases.rounding(two), 'J' } }
  for name, value in pairs(torch) do
    local P, entry = name:match '^d(%w%d)_(%d)$'
    if P then same[#same + 1] = { node[P].adjoint:values()[tonumber(entry)], value, cases.rounding(two), name } end
    ch:fact('torch_' .. name, value, 0)
  end
  ch:identity { id = 'torch', formula = 'the tape = PyTorch, to rounding', cases = same }

  -- Where a tape is wrong, and what the checker says of it.
  for _, wrong in ipairs(cases.wrong()) do
    local found = check.derivative(wrong.f, wrong.slope, wrong.points, ch.options.seed)
    ch:holds { id = wrong.id, formula = wrong.formula, holds = found.verdict == 'fail', because = found.cause }
    ch:facts(0, { [wrong.id .. '_says'] = wrong.slope(wrong.at), [wrong.id .. '_is'] = wrong.truth(wrong.at) })
  end
  local refused, why = pcall(cases.overflow)
  ch:holds { id = 'overflow', formula = 'ln(1 + e^z) at z = 800 is refused', holds = not refused, because = why }

  -- What the walks cost: networks 2–n–1 on 50 examples.
  local work = range.map({ 1, 2, 4, 8, 16, 32, 64, 128, 256 }, function(n)
    local w = recorded(cases.flower(n, rng)):work()
    w.n, w.parameters = n, 4 * n + 1
    return w
  end)
  local four, largest = work[3], work[#work]
  for name, w in pairs { four = four, largest = largest } do
    ch:facts(0, { [name .. '_parameters'] = w.parameters, [name .. '_values'] = w.values,
      [name .. '_forward'] = w.forward, [name .. '_reverse'] = w.reverse, [name .. '_numbers'] = w.numbers })
  end
  local table_of, _, slope = quotient(3)
  ch:facts(0, { slope = slope, networks = #against_J, nodes = t.count })
  return { example = table_of, work = work }
end)
