--- What scaling does to the bowl: the same model in °F, only shifted to mean 0, and only
-- stretched to deviation 1.
local gw = require 'gw'
local range = require 'gw.range'
local surface = require '06-cost-surface.surface'

local scaled = {}

local EPSILON = 2 ^ -52

local function zero() return gw.matrix.from { { 0 } } end

--- The bowl over temperatures as they are, `data.X`, and its lowest point there, given
-- that of the standardised bowl, {w, b}: both have the same z.
-- @return {surface, w, b, low, high, alpha, condition, centred, stretched, same_z}: the
--   curvatures at the lowest point, 1/(the steepest anywhere), the conditions of all
--   three, and that z is the same as cases for ch:identity
function scaled.undo(data, mean, scale, w, b)
  local mu, s, in_fahrenheit = mean:get(1, 1), scale:get(1, 1), zero()
  local bias = gw.scaling_undo(gw.matrix.from { { w } }, b, mean, scale, in_fahrenheit)
  local u = { surface = surface.new(gw.LOG_LOSS, data.X, data.Y), w = in_fahrenheit:get(1, 1), b = bias }
  u.low, u.high = u.surface:eigenvalues(u.w, u.b)
  -- No c = a(1 − a) is above 1/4, and all are 1/4 at w = b = 0: nothing is steeper.
  u.alpha = 1 / select(2, u.surface:eigenvalues(0, 0))

  local function condition(by_mean, by_scale, at_w, at_b)
    local X = gw.matrix.new(1, data.X.cols)
    gw.scaling_apply(data.X, by_mean, by_scale, X)
    local low, high = surface.new(gw.LOG_LOSS, X, data.Y):eigenvalues(at_w, at_b)
    return high / low
  end
  -- What is w per degree is w·s per deviation, and b follows.
  u.condition = u.high / u.low
  u.centred = condition(mean, gw.matrix.from { { 1 } }, w / s, b)
  u.stretched = condition(zero(), scale, w, b - w * mu / s)

  u.same_z = range.map(data.X:values(), function(f)
    return { u.w * f + u.b, w * ((f - mu) / s) + b, 8 * EPSILON * (math.abs(u.w * f) + math.abs(u.b)),
      ('%g °F'):format(f) }
  end)
  return u
end

return scaled
