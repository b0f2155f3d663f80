-- What the figures of chapter 11 show.
local gw = require 'gw'
local bank = require 'models.bank'
local check = require 'gw.check'
local range = require 'gw.range'

return function(ch, r)
  local net, result, bound = r.net, r.result, math.log10(r.result.worst.bound)

  -- Error against h, for four ways to take a slope; in single precision, and with bfloat16.
  ch:data('vcurve', { columns = { 'h', 'forward', 'central', 'extrapolated', 'complex', 'bound' },
    tolerance = { forward = 0.05, central = 0.05, extrapolated = 0.05, complex = 0.05, bound = 0.05 },
    rows = range.map(r.curve, function(p) return { p.h, p.forward, p.central, p.extrapolated, p.complex, bound } end) })
  ch:data('single', { columns = { 'h', 'central' }, tolerance = { central = 0.05 },
    blocks = range.map({ { 'double', r.curve }, { 'single', r.coarse }, { 'bfloat16', r.brain } }, function(c)
      return { name = c[1], rows = range.map(c[2], function(p) return { p.h, p.central } end) }
    end) })

  -- How the error spreads over the parameters: right, and with four mistakes.
  local model = bank.network(net, { lambda = 0.5, alpha = 0.1 })
  local shown = { { 'right', gw.MISTAKE_NONE }, { 'derivative', gw.MISTAKE_MISSING_ACTIVATION_DERIVATIVE },
    { 'axis', gw.MISTAKE_SUM_OVER_WRONG_AXIS }, { 'regulariser', gw.MISTAKE_REGULARISER_ON_BIAS },
    { 'single', gw.MISTAKE_SINGLE_ENTRY } }
  ch:data('mistakes', { columns = { 'parameter', 'error', 'bound' }, tolerance = { error = 0.3, bound = 0.1 },
    blocks = range.map(shown, function(m)
      return { name = m[1], rows = model:errors(m[2], ch.options.seed) }
    end) })

  -- The cost under a microscope: steps of a few 1e−16 in one weight. The line has on
  -- both sides twice the noise that the checker reckons with: J is a difference of two values.
  local kept, J = net.W1:get(1, 1), net:cost()
  ch:data('noise', { columns = { 't', 'J', 'line', 'noise' }, tolerance = { J = 2, noise = 1e-5 },
    rows = range.map(range.linear(-40, 40, 161), function(t)
      net.W1:set(1, 1, kept + t * 1e-16)
      local moved = net:cost() - J
      local step = (net.W1:get(1, 1) - kept) / 1e-16 -- t, as far as a double can move by it
      net.W1:set(1, 1, kept)
      return { step, moved / 1e-16, net.dW1:get(1, 1) * step, 2 * result.noise / 1e-16 }
    end) })

  -- The central difference at ReLU's corner, and the line of that slope.
  local corner = check.derivative(r.relu, function() return 1.2 end, { 0 }, ch.options.seed)
  ch:data('kink', { columns = { 'z', 'relu', 'central' }, rows = range.map(range.linear(-1, 1, 41), function(z)
    return { z, r.relu(z), corner.worst.numeric * z }
  end) })
end
