-- Chapter 4. The sigmoid, its slope, and the other activation functions.
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local chapter = require 'gw.chapter'
local range = require 'gw.range'

local EPSILON = 2 ^ -52
local ACTIVATIONS = {
  { 'sigmoid', gw.SIGMOID, 'σ' },
  { 'tanh', gw.TANH, 'tanh' },
  { 'relu', gw.RELU, 'ReLU' },
  { 'leaky_relu', gw.LEAKY_RELU, 'leaky ReLU' },
}

chapter.run({ title = 'The sigmoid and its slope', claim = 'sigmoid', options = { seed = 4 } }, function(ch)
  local rng = gw.random(ch.options.seed)

  -- Is σ' = σ(1 − σ)? Ask at a grid of points and at random ones, near and far;
  -- none lies on a kink. Right of 0, σ is close to 1 and its own last digits are
  -- gone. −σ(−z) is σ(z) − 1: the same slope, with all its digits.
  local points = range.linear(-30, 30, 120)
  for _ = 1, 100 do points[#points + 1] = 5 * gw.random_normal(rng) end
  local function sigmoid_near_zero(z) return z < 0 and gw.sigmoid_value(z) or -gw.sigmoid_value(-z) end
  ch:identity { id = 'mirror', formula = 'σ(z) + σ(−z) = 1', cases = range.map(points, function(z)
    return { gw.sigmoid_value(z) + gw.sigmoid_value(-z), 1, 4 * EPSILON }
  end) }
  ch:derivative { id = 'sigmoid', formula = "σ'(z) = σ(z)(1 − σ(z))", f = sigmoid_near_zero,
    slope = gw.sigmoid_slope, points = points }

  -- Every line of the derivation is the same number as the slope itself.
  for line = 1, gw.SIGMOID_LINES do
    local cases = {}
    for i, z in ipairs(points) do
      local value, scale = gw.sigmoid_derivation(line, z)
      cases[i] = { value, gw.sigmoid_slope(z), 8 * EPSILON * scale, ('z = %.6g'):format(z) }
    end
    ch:identity { id = 'derivation-' .. line, formula = ("line %d of the derivation = σ'(z)"):format(line),
      cases = cases }
  end

  -- The other activations, each with its slope. tanh z = 2σ(2z) − 1, so far out
  -- it is checked through σ, for the same reason as above.
  ch:identity { id = 'tanh-from-sigmoid', formula = 'tanh z = 2σ(2z) − 1', cases = range.map(points, function(z)
    return { gw.activation_value(gw.TANH, z), 2 * gw.sigmoid_value(2 * z) - 1, 4 * EPSILON }
  end) }
  for i = 2, #ACTIVATIONS do
    local name, g, symbol = unpack(ACTIVATIONS[i])
    local far = g == gw.TANH and function(z) return 2 * sigmoid_near_zero(2 * z) end
    ch:derivative { id = name, formula = ("g'(z) for g = %s"):format(symbol),
      f = function(z) return far and math.abs(z) > 1 and far(z) or gw.activation_value(g, z) end,
      slope = function(z) return gw.activation_slope(g, z) end, points = points }
  end

  -- At its corner ReLU has a slope on the left, 0, and one on the right, 1.
  ch:kink { id = 'relu-kink', formula = "ReLU'(0) lies between 0 and 1", at = 0,
    f = function(z) return gw.activation_value(gw.RELU, z) end,
    slope = function(z) return gw.activation_slope(gw.RELU, z) end }

  -- Far out nothing becomes NaN, and σ' is not lost where a(1 − a) is 0.
  ch:holds { id = 'extremes', formula = 'σ(±1000) is 0 or 1, its slope 0, no NaN',
    holds = gw.sigmoid_value(-1000) == 0 and gw.sigmoid_value(1000) == 1 and
      gw.sigmoid_slope(-1000) == 0 and gw.sigmoid_slope(1000) == 0 }
  ch:identity { id = 'tail', formula = "σ'(z) = e^(−|z|) to rounding, |z| from 40 to 700",
    cases = range.map(range.linear(40, 700, 67), function(z)
      return { gw.sigmoid_slope(-z), math.exp(-z), 4 * EPSILON * math.exp(-z), ('z = %.6g'):format(z) }
    end) }

  -- Two coins that do not know of each other: how often both show heads. The share of
  -- n tosses is off by √(p(1 − p)/n), hardly ever by more than five times that.
  local tosses, both = 10000, 0
  for _ = 1, tosses do
    local one, other = gw.random_below(rng, 2), gw.random_below(rng, 2)
    both = both + one * other
  end
  ch:holds { id = 'independent', formula = 'two coins: P(both heads) = 1/2 · 1/2, within chance',
    holds = math.abs(both / tosses - 1 / 4) < 5 * math.sqrt(1 / 4 * 3 / 4 / tosses) }

  local gone = 0 -- the first whole z at which a(1 − a) is 0
  while gw.sigmoid_slope_plain(gone) ~= 0 do gone = gone + 1 end
  ch:facts(0, { tosses = tosses, both_heads = both })
  ch:facts(0, { points = #points, at_0 = gw.sigmoid_value(0), peak = gw.sigmoid_slope(0),
    tanh_peak = gw.activation_slope(gw.TANH, 0), plain_gone_at = gone, plain_slope_at_40 = gw.sigmoid_slope_plain(40) })
  ch:facts(1e-10, { at_2 = gw.sigmoid_value(2), at_6 = gw.sigmoid_value(6), slope_at_2 = gw.sigmoid_slope(2) })
  ch:fact('slope_at_6', gw.sigmoid_slope(6), 1e-12)
  ch:fact('slope_at_40', gw.sigmoid_slope(40), 1e-27)
  return { activations = ACTIVATIONS, learner = require('models.learner').sigmoid(ch) }
end)
