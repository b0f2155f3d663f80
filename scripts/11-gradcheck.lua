-- Chapter 11. The gradient checker from inside: noise, step, bound, verdict, what
-- each mistake looks like, and where finite differences lie.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local bank = require 'models.bank'
local chapter = require 'gw.chapter'
local check = require 'gw.check'
local differences = require '11-gradcheck.differences'
local network = require 'models.network'
local range = require 'gw.range'

local EPSILON = 2 ^ -52
local ACTIVATIONS = { { 'sigmoid', gw.SIGMOID }, { 'tanh', gw.TANH }, { 'relu', gw.RELU },
  { 'leaky_relu', gw.LEAKY_RELU } }

chapter.run({ title = 'The gradient checker', claim = 'caught', options = { seed = 11, hidden = 4 } }, function(ch)
  local rng = gw.random(ch.options.seed)

  -- The network of chapter 10 on a small flower, at parameters of order 1, where
  -- no mistake can hide.
  local X, Y = gw.matrix.new(2, 40), gw.matrix.new(1, 40)
  gw.synthetic_flower(rng, X, Y)
  local function some_network(g1)
    return network.new(X, Y, { hidden = ch.options.hidden, activation = g1, rng = rng, scale = 1, biases = 0.5 })
  end
  local net = some_network(gw.TANH):run()
  local result = ch:gradient { id = 'right', formula = 'dW1, db1, dW2, db2 of chapter 10', blocks = net:blocks(),
    cost = function() return net:cost() end }
  ch:fact('entries', result.entries, 0)
  ch:fact('digits', result.digits, 1.5)
  ch:fact('evaluations_per_entry', result.evaluations / result.entries, 2)
  ch:fact('noise_log10', math.log10(result.noise), 0.6)
  ch:fact('bound_log10', math.log10(result.worst.bound), 0.7)
  ch:fact('cost', net:cost(), 1e-12)
  ch:fact('slope_of_first_weight', net.dW1:get(1, 1), 1e-12)

  -- The truth is an extrapolated difference of the cost in twice the digits. The six
  -- equations and the complex step agree with it to rounding, and the checker's
  -- slopes within their bounds.
  local right, sideways, within, spare, rounding = {}, {}, {}, math.huge, net:rounding()
  local digits = math.huge -- in which the truth is the same with twice its step
  differences.each_entry(net, function(entry, name, row, col)
    local where, i = ('%s[%d,%d]'):format(name, row, col), #right + 1
    local truth, rest = differences.truth(net, entry)
    local other, other_rest = differences.truth(net, entry, 2e-6)
    digits = math.min(digits, math.log10(math.abs(truth / ((truth - other) + (rest - other_rest)))))
    right[i] = { net['d' .. name]:get(row, col), truth, rounding['d' .. name], where }
    sideways[i] = { differences.complex(net, entry, 1e-20), truth, 64 * EPSILON * 4, where }
    within[i] = { result.numerics[i], truth, result.bounds[i], where }
    spare = math.min(spare, result.bounds[i] / math.abs(differences.error(result.numerics[i], truth, rest)))
  end)
  ch:fact('truth_digits', digits, 1)
  ch:holds { id = 'truth-settles', formula = 'the truth has 20 digits, whatever its step', holds = digits > 20 }
  ch:identity { id = 'truth', formula = 'the gradient is the slope of J in 32 digits', cases = right }
  ch:identity { id = 'complex-step', formula = 'so is Im J(θ + ih)/h, h = 1e−20', cases = sideways }
  ch:identity { id = 'within', formula = 'each measured slope is within its bound', cases = within }
  ch:fact('bound_spare_log10', math.log10(spare), 0.7)

  -- Error against h, typical over all entries, for four ways to take a slope.
  local curve = differences.errors_by_step(net, range.linear(0, -15, 61), differences.DOUBLE)
  ch:data('vcurve', { columns = { 'h', 'forward', 'central', 'extrapolated', 'complex', 'bound' },
    tolerance = { forward = 0.05, central = 0.05, extrapolated = 0.05, complex = 0.05, bound = 0.05 },
    rows = range.map(curve, function(p)
      return { p.h, p.forward, p.central, p.extrapolated, p.complex, math.log10(result.worst.bound) }
    end) })
  local best, foot = differences.best(curve)
  ch:fact('forward_best_log10', best.forward, 0.7)
  ch:fact('central_best_log10', best.central, 0.7)
  ch:fact('extrapolated_best_log10', best.extrapolated, 0.7)
  ch:holds { id = 'order', formula = 'forward loses to central, central to extrapolated',
    holds = best.forward > best.central and best.central > best.extrapolated }
  local highest, level, count = -math.huge, 0, 0
  for _, p in ipairs(curve) do
    if p.h <= -9 then highest, level, count = math.max(highest, p.complex), level + p.complex, count + 1 end
  end
  ch:fact('complex_level_log10', level / count, 0.5)
  ch:holds { id = 'complex-flat', formula = 'the complex step stays at rounding for h ≤ 1e−9',
    holds = highest < math.log10(EPSILON) }

  -- How far the cost is from itself in twice the digits: its true noise, here and,
  -- with everything rounded to floats, in single precision.
  local single = differences.rounded(net)
  local noise = differences.noise(net, differences.DOUBLE, ch.options.seed)
  local single_noise = differences.noise(single, differences.SINGLE, ch.options.seed)
  ch:fact('true_noise_log10', math.log10(noise), 0.3)
  ch:fact('single_true_noise_log10', math.log10(single_noise), 0.3)

  -- Single precision: the same V, higher up. At its foot E grows as noise^(2/3), and
  -- chance moves the lowest of a few points by a factor of 2.
  local coarse = differences.errors_by_step(single, range.linear(0, -6, 25), differences.SINGLE)
  ch:data('single', { columns = { 'h', 'central' }, tolerance = { central = 0.05 },
    blocks = range.map({ { 'double', curve }, { 'single', coarse } }, function(c)
      return { name = c[1], rows = range.map(c[2], function(p) return { p.h, p.central } end) }
    end) })
  local single_best, single_foot = differences.best(coarse)
  local size = 0
  for _, id in ipairs { 'dW1', 'db1', 'dW2', 'db2' } do
    for _, slope in ipairs(single[id]:values()) do size = size + slope ^ 2 / result.entries end
  end
  ch:fact('typical_slope', math.sqrt(size), 1e-8)
  ch:fact('single_best_log10', single_best.central, 0.4)
  ch:fact('central_foot', foot.central, 1)
  ch:fact('single_foot', single_foot.central, 1)
  ch:identity { id = 'foot', formula = 'the least error grows as noise^(2/3)', cases = { {
    single_best.central - best.central, 2 / 3 * math.log10(single_noise / noise), math.log10(2) } } }
  local in_single = check.gradient { blocks = single:blocks(), seed = ch.options.seed,
    cost = function() return differences.SINGLE.cost(single) end }
  ch:fact('single_noise_log10', math.log10(in_single.noise), 0.5)
  ch:fact('single_passed', in_single.passed, 6)
  ch:fact('single_undecided', in_single.undecided, 6)
  ch:fact('single_failed', in_single.failed, 0)
  within = {}
  differences.each_entry(single, function(entry, name, row, col)
    local i = #within + 1
    within[i] = { in_single.numerics[i], differences.truth(single, entry), in_single.bounds[i],
      ('%s[%d,%d]'):format(name, row, col) }
  end)
  ch:identity { id = 'single-within', formula = 'so it is in single precision', cases = within }
  local tenths, largest, caught_in_largest = 0, 0, false
  differences.each_entry(single, function(_, name, row, col)
    local slopes = single['d' .. name]
    local slope = slopes:get(row, col)
    slopes:set(row, col, 1.1 * slope)
    local fails = check.gradient { blocks = single:blocks(), seed = ch.options.seed,
      cost = function() return differences.SINGLE.cost(single) end }.verdict == 'fail'
    slopes:set(row, col, slope)
    tenths = tenths + (fails and 1 or 0)
    if math.abs(slope) > largest then largest, caught_in_largest = math.abs(slope), fails end
  end)
  ch:fact('single_tenths', tenths, 6)
  ch:holds { id = 'single-caught', formula = 'a tenth too much in the largest slope is caught there too',
    holds = caught_in_largest }

  -- Every mistake of the bank is planted, caught and named, in every activation.
  -- At this point some mistakes are none (ReLU' of a is ReLU' of z): not counted.
  local planted, caught, named = 0, 0, 0
  local missed = {}
  for _, activation in ipairs(ACTIVATIONS) do
    local model = bank.network(some_network(activation[2]), { lambda = 0.5, alpha = 0.1 })
    for mistake = 1, gw.MISTAKES - 1 do
      local r = model:check(mistake, ch.options.seed)
      if r then
        planted = planted + 1
        caught = caught + (r.verdict == 'fail' and 1 or 0)
        named = named + (model:names(mistake)[gw.mistake_key(mistake)] and 1 or 0)
        if r.verdict ~= 'fail' then missed[#missed + 1] = activation[1] .. ' ' .. gw.mistake_key(mistake) end
      end
    end
    local r = model:check(gw.MISTAKE_NONE, ch.options.seed)
    ch:holds { id = 'right-' .. activation[1], formula = ('no false alarm: %s'):format(activation[1]),
      holds = r.verdict ~= 'fail', because = r.cause }
  end
  ch:holds { id = 'caught', formula = 'every planted mistake is caught', holds = caught == planted,
    because = table.concat(missed, ', ') }
  ch:holds { id = 'named', formula = 'every planted mistake is named', holds = named == planted }
  ch:fact('planted', planted, 0)
  ch:fact('caught', caught, 0)
  ch:fact('named', named, 0)

  -- A point can hide a mistake: without biases nobody sees them regularised, and
  -- at zeros nothing goes back through the layer. The check then adds a point.
  local function hidden_at(scale, biases)
    local quiet = network.new(X, Y, { hidden = ch.options.hidden, activation = gw.TANH, rng = rng, scale = scale,
      biases = biases })
    local m = bank.network(quiet, { lambda = 0.5, alpha = 0.1 })
    return m, m:hidden(ch.options.seed)
  end
  local _, at_zeros = hidden_at(0, 0)
  local starting, at_start = hidden_at(0.01, 0)
  local telling = starting:telling_point(gw.random(ch.options.seed))
  local at_order_1 = telling:hidden(ch.options.seed)
  ch:fact('hidden_zeros', #at_zeros, 0)
  ch:fact('hidden_start', #at_start, 0)
  ch:fact('hidden_order_1', #at_order_1, 0)
  local on_bias = false
  for _, mistake in ipairs(at_start) do on_bias = on_bias or mistake == gw.MISTAKE_REGULARISER_ON_BIAS end
  local seen = starting:check(gw.MISTAKE_REGULARISER_ON_BIAS, ch.options.seed)
  ch:holds { id = 'hidden', formula = 'what zeros and the start hide, a second point shows',
    holds = on_bias and #at_zeros > #at_start and #at_order_1 == 0 and seen.here.verdict ~= 'fail' and
      seen.verdict == 'fail' }

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
  -- both sides the noise that the checker reckons with.
  -- [microscope]
  local kept, J = net.W1:get(1, 1), net:cost()
  ch:data('noise', { columns = { 't', 'J', 'line', 'noise' }, tolerance = { J = 2, noise = 0.6 },
    rows = range.map(range.linear(-40, 40, 161), function(t)
      net.W1:set(1, 1, kept + t * 1e-16)
      local moved = net:cost() - J
      local step = (net.W1:get(1, 1) - kept) / 1e-16 -- t, as far as a double can move by it
      net.W1:set(1, 1, kept)
      return { step, moved / 1e-16, net.dW1:get(1, 1) * step, result.noise / 1e-16 }
    end) })
  -- [/microscope]

  -- At ReLU's corner the slopes left and right differ; the central difference
  -- finds their mean, whatever h is, and no checker could tell which is right.
  local function relu(z) return gw.activation_value(gw.RELU, z) end
  ch:kink { id = 'kink', formula = 'a kink is undecided between its two slopes', f = relu, at = 0,
    slope = function(z) return gw.activation_slope(gw.RELU, z) end }
  local middle = check.derivative(relu, function() return 0.5 end, { 0 }, ch.options.seed)
  ch:holds { id = 'middle-of-kink', formula = 'halfway between its two slopes too',
    holds = middle.verdict == 'undecided' }
  local beyond = check.derivative(relu, function() return 1.2 end, { 0 }, ch.options.seed)
  ch:holds { id = 'beyond-kink', formula = 'outside of the two slopes it fails', holds = beyond.verdict == 'fail' }
  ch:fact('kink_central', (relu(1e-3) - relu(-1e-3)) / 2e-3, 1e-12)
  ch:data('kink', { columns = { 'z', 'relu', 'central' }, rows = range.map(range.linear(-1, 1, 41), function(z)
    return { z, relu(z), beyond.worst.numeric * z }
  end) })

  -- What is narrower than its first steps a checker of values does not look for: beside
  -- the wiggle the slope of x² is 1 at 1/2, and the wiggle adds 1 there.
  local function wiggle(x) return x ^ 2 + (x - 0.5) * math.exp(-((x - 0.5) / 1e-12) ^ 2) end
  local unseen = check.derivative(wiggle, function() return 1 end, { 0.5 }, ch.options.seed)
  local accused = check.derivative(wiggle, function() return 2 end, { 0.5 }, ch.options.seed)
  ch:holds { id = 'fooled', formula = 'a wiggle narrower than the first steps passes unseen; its own slope is no fail',
    holds = unseen.verdict == 'pass' and accused.verdict == 'undecided' }
end)
