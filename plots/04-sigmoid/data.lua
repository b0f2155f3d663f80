-- What the figures of chapter 4 show.
local gw = require 'gw'
local range = require 'gw.range'

local EPSILON = 2 ^ -52

return function(ch, r)
  ch:data('sigmoid', { columns = { 'z', 'sigma', 'slope' }, rows = range.map(range.linear(-6, 6, 241), function(z)
    return { z, gw.sigmoid_value(z), gw.sigmoid_slope(z) }
  end) })

  local values, slopes = {}, {}
  for i, activation in ipairs(r.activations) do
    local name, g = activation[1], activation[2]
    values[i] = { name = name, rows = range.map(range.linear(-3, 3, 121), function(z)
      return { z, gw.activation_value(g, z) }
    end) }
    slopes[i] = { name = name, rows = range.map(range.linear(-3, 3, 121), function(z)
      -- A gap at a kink: without it the figure would show a steep ramp.
      if z == 0 and (g == gw.RELU or g == gw.LEAKY_RELU) then return false end
      return { z, gw.activation_slope(g, z) }
    end) }
  end
  ch:data('activations', { columns = { 'z', 'g' }, blocks = values })
  ch:data('derivatives', { columns = { 'z', 'slope' }, blocks = slopes })

  -- Digits that the plain form a(1 − a) still has, by z. What rounding leaves
  -- of the last digit is another machine's to differ in.
  local function digits(x, true_value)
    local error = math.abs(x - true_value) / true_value
    return math.max(0, math.min(16, -math.log10(math.max(error, EPSILON / 2))))
  end
  ch:data('saturation', { columns = { 'z', 'plain', 'stable' }, tolerance = 0.1,
    rows = range.map(range.linear(0, 45, 91), function(z)
      -- The true value by another road: 1/(2 + e^z + e^(−z)) loses nothing.
      local true_value = 1 / (2 + math.exp(z) + math.exp(-z))
      return { z, digits(gw.sigmoid_slope_plain(z), true_value), digits(gw.sigmoid_slope(z), true_value) }
    end) })

  -- The flights, stacked where they are alike; the line of chapter 3 and the sigmoid.
  local learner, stacked, flights = r.learner, {}, {}
  if not learner then return end
  for i, f in ipairs(learner.f) do
    local key = f .. ' ' .. learner.y[i]
    stacked[key] = (stacked[key] or -1) + 1
    flights[i] = { f, learner.y[i], stacked[key] }
  end
  ch:data('learner', { columns = { 'f', 'a', 'other' }, blocks = {
    { name = 'limits', rows = { { 28, 0, 1 }, { 84, 0, 1 } } },
    { name = 'curves', rows = range.map(range.linear(28, 84, 113), function(f)
      return { f, learner.answer(f), learner.line(f) }
    end) },
    { name = 'flights', rows = flights },
    { name = 'night', rows = { { learner.morning, learner.answer(learner.morning), learner.line(learner.morning) } } },
  } })
end
