-- Chapter 11. The gradient checker from inside: noise, step, bound, verdict, and mistakes.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local bank = require 'models.bank'
local bfloat16 = require '11-gradcheck.bfloat16'
local chapter = require 'gw.chapter'
local check = require 'gw.check'
local differences = require '11-gradcheck.differences'
local network = require 'models.network'
local range = require 'gw.range'

local EPSILON, DOUBLE, SINGLE = 2 ^ -52, differences.DOUBLE, differences.SINGLE

chapter.run({ title = 'The gradient checker', claim = 'caught', options = { seed = 11, hidden = 4 } }, function(ch)
  local seed, rng = ch.options.seed, gw.random(ch.options.seed)

  -- The network of chapter 10 on a small flower, at parameters of order 1: no mistake can hide.
  local X, Y = gw.matrix.new(2, 40), gw.matrix.new(1, 40)
  gw.synthetic_flower(rng, X, Y)
  local function some_network(g1, scale, biases)
    return network.new(X, Y, { hidden = ch.options.hidden, activation = g1, rng = rng, scale = scale, biases = biases })
  end
  local net = some_network(gw.TANH, 1, 0.5):run()
  local result = ch:gradient { id = 'right', formula = 'dW1, db1, dW2, db2 of chapter 10', blocks = net:blocks(),
    cost = function() return net:cost() end }

  -- The truth is an extrapolated difference of the cost in twice the digits.
  local right, sideways, rounding, truths = {}, {}, net:rounding(), differences.truths(net)
  differences.each_entry(net, function(entry, name, row, col)
    local where, i = ('%s[%d,%d]'):format(name, row, col), entry + 1
    right[i] = { net['d' .. name]:get(row, col), truths[i][1], rounding['d' .. name], where }
    sideways[i] = { differences.complex(net, entry, 1e-20), truths[i][1], 64 * EPSILON * 4, where }
  end)
  local within, spare = differences.within(net, result)
  local digits = differences.agreement(truths, differences.truths(net, 2e-6))
  ch:holds { id = 'truth-settles', formula = 'the truth has 20 digits, whatever its step', holds = digits > 20 }
  ch:identity { id = 'truth', formula = 'the gradient is the slope of J in 32 digits', cases = right }
  ch:identity { id = 'complex-step', formula = 'so is Im J(θ + ih)/h, h = 1e−20', cases = sideways }
  ch:identity { id = 'within', formula = 'each measured slope is within its bound', cases = within }

  -- Error against h, typical over all entries, for four ways to take a slope.
  local curve = differences.errors_by_step(net, range.linear(0, -15, 61), DOUBLE)
  local best, foot = differences.best(curve)
  local level, highest = differences.complex_level(curve, -9)
  ch:holds { id = 'order', formula = 'forward loses to central, central to extrapolated',
    holds = best.forward > best.central and best.central > best.extrapolated }
  ch:holds { id = 'complex-flat', formula = 'the complex step stays at rounding for h ≤ 1e−9',
    holds = highest < math.log10(EPSILON) }

  -- Single precision: the same V, higher up. Chance moves its lowest point by a factor of 2.
  local single = differences.rounded(net, SINGLE)
  local noise, single_noise = differences.noise(net, DOUBLE, seed), differences.noise(single, SINGLE, seed)
  local coarse = differences.errors_by_step(single, range.linear(0, -6, 25), SINGLE)
  local single_best, single_foot = differences.best(coarse)
  local in_single, tenths, largest_caught = differences.check_each(single, SINGLE, seed)
  ch:identity { id = 'foot', formula = 'the least error grows as noise^(2/3)', cases = { {
    single_best.central - best.central, 2 / 3 * math.log10(single_noise / noise), math.log10(2) } } }
  ch:identity { id = 'single-within', formula = 'so it is in single precision',
    cases = differences.within(single, in_single) }
  ch:holds { id = 'single-caught', formula = 'a tenth too much in the largest slope is caught there too',
    holds = largest_caught }

  local brain = bfloat16.run(ch, net, single_best.central, single_noise, seed)
  -- Every mistake of the bank is planted, caught and named; but those that here are none.
  local planted, caught, named, missed = 0, 0, 0, {}
  for _, g in ipairs { { 'sigmoid', gw.SIGMOID }, { 'tanh', gw.TANH }, { 'relu', gw.RELU },
    { 'leaky_relu', gw.LEAKY_RELU } } do
    local name, model = g[1], bank.network(some_network(g[2], 1, 0.5), { lambda = 0.5, alpha = 0.1 })
    for mistake = 1, gw.MISTAKES - 1 do
      local key, r = gw.mistake_key(mistake), model:check(mistake, seed)
      if r then
        planted, named = planted + 1, named + (model:names(mistake)[key] and 1 or 0)
        if r.verdict == 'fail' then caught = caught + 1 else missed[#missed + 1] = name .. ' ' .. key end
      end
    end
    local r = model:check(gw.MISTAKE_NONE, seed)
    ch:holds { id = 'right-' .. name, formula = 'no false alarm: ' .. name, holds = r.verdict ~= 'fail',
      because = r.cause }
  end
  ch:holds { id = 'caught', formula = 'every planted mistake is caught', holds = caught == planted,
    because = table.concat(missed, ', ') }
  ch:holds { id = 'named', formula = 'every planted mistake is named', holds = named == planted }

  -- A point can hide a mistake: where biases are 0, nobody sees them regularised. Another tells.
  local zeros = bank.network(some_network(gw.TANH, 0, 0), { lambda = 0.5, alpha = 0.1 }):hidden(seed)
  local start = bank.network(some_network(gw.TANH, 0.01, 0), { lambda = 0.5, alpha = 0.1 })
  local at_start, on_bias = start:hidden(seed), start:check(gw.MISTAKE_REGULARISER_ON_BIAS, seed)
  local elsewhere = start:telling_point(gw.random(seed)):hidden(seed)
  ch:holds { id = 'hidden', formula = 'what zeros and the start hide, a second point shows',
    holds = #zeros > #at_start and #elsewhere == 0 and on_bias.here.verdict ~= 'fail' and on_bias.verdict == 'fail' }

  -- At ReLU's corner the slopes left and right differ; the central difference finds their mean.
  local function relu(z) return gw.activation_value(gw.RELU, z) end
  local function says(f, slope, at) return check.derivative(f, function() return slope end, { at }, seed).verdict end
  ch:kink { id = 'kink', formula = 'a kink is undecided between its two slopes', f = relu, at = 0,
    slope = function(z) return gw.activation_slope(gw.RELU, z) end }
  ch:holds { id = 'middle-of-kink', formula = 'halfway between them too', holds = says(relu, 0.5, 0) == 'undecided' }
  ch:holds { id = 'beyond-kink', formula = 'outside of the two slopes it fails', holds = says(relu, 1.2, 0) == 'fail' }

  -- Narrower than the first steps: beside the wiggle the slope of x² at 1/2 is 1, with it 2.
  local function wiggle(x) return x ^ 2 + (x - 0.5) * math.exp(-((x - 0.5) / 1e-13) ^ 2) end
  ch:holds { id = 'fooled', formula = 'a wiggle narrower than the first steps passes unseen',
    holds = says(wiggle, 1, 0.5) == 'pass' and says(wiggle, 2, 0.5) == 'undecided' }

  -- What the text quotes.
  ch:facts(0, { entries = result.entries, single_failed = in_single.failed, planted = planted, caught = caught,
    named = named, hidden_zeros = #zeros, hidden_start = #at_start, hidden_order_1 = #elsewhere })
  ch:facts(1e-12, { cost = net:cost(), slope_of_first_weight = net.dW1:get(1, 1),
    kink_central = (relu(1e-3) - relu(-1e-3)) / 2e-3 })
  ch:facts(0.3, { true_noise_log10 = math.log10(noise), single_true_noise_log10 = math.log10(single_noise) })
  ch:facts(0.5, { complex_level_log10 = level, single_noise_log10 = math.log10(in_single.noise) })
  ch:facts(0.7, { bound_log10 = math.log10(result.worst.bound), bound_spare_log10 = math.log10(spare),
    forward_best_log10 = best.forward, central_best_log10 = best.central, extrapolated_best_log10 = best.extrapolated })
  ch:facts(1, { truth_digits = digits, central_foot = foot.central, single_foot = single_foot.central })
  for _, fact in ipairs { { 'digits', result.digits, 1.5 }, { 'noise_log10', math.log10(result.noise), 0.6 },
    { 'typical_slope', differences.typical_slope(single), 1e-8 }, { 'single_best_log10', single_best.central, 0.4 },
    { 'evaluations_per_entry', result.evaluations / result.entries, 2 } } do ch:fact(unpack(fact)) end
  ch:facts(6, { single_passed = in_single.passed, single_undecided = in_single.undecided, single_tenths = tenths })
  return { net = net, result = result, curve = curve, coarse = coarse, brain = brain, relu = relu }
end)
