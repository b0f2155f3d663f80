--- The table of derivatives: every line of it, and what lies outside. value(fn,
-- parameter, x) and slope(fn, parameter, x) are NaN where there is none.
local gw = require 'gw'
local defined = require 'gw.defined'
local range = require 'gw.range'

local table_of = {}

-- Points over a whole domain: a grid and its mirror image, or a grid of sizes.
local function line(reach) return range.linear(-reach, reach, 122) end
local function sizes(smallest, largest) return range.logarithmic(smallest, largest, 61) end
local function both(list)
  local out = {}
  for _, x in ipairs(list) do out[#out + 1], out[#out + 2] = -x, x end
  return out
end

--- A name, the formula, the function, the parameters to try, and the points.
-- Beyond ±650, e^x and its steps come near the smallest and largest numbers.
table_of.LINES = {
  { 'power', "(x^n)' = n x^(n−1)", gw.FN_POWER, { -2, -1, 1, 2, 3, 7 }, both(sizes(0.01, 100)) },
  { 'power-any', "(x^n)' = n x^(n−1), any n, x > 0", gw.FN_POWER, { -1.5, 0.25, 1 / 3, math.pi }, sizes(0.01, 100) },
  { 'exponential', "(a^x)' = a^x ln a", gw.FN_EXPONENTIAL, { 0.1, 0.5, 2, 10 }, line(100) },
  { 'exp', "(e^x)' = e^x", gw.FN_EXP, { 0 }, line(650) },
  { 'ln', "(ln x)' = 1/x", gw.FN_LN, { 0 }, sizes(1e-6, 1e6) },
  { 'log', "(log_a x)' = 1/(x ln a)", gw.FN_LOG, { 0.5, 2, 10 }, sizes(1e-6, 1e6) },
  { 'sin', "(sin x)' = cos x", gw.FN_SIN, { 0 }, line(50) },
  { 'cos', "(cos x)' = −sin x", gw.FN_COS, { 0 }, line(50) },
  { 'tan', "(tan x)' = 1/cos² x", gw.FN_TAN, { 0 }, line(20) },
  { 'sqrt', "(√x)' = 1/(2√x)", gw.FN_SQRT, { 0 }, sizes(1e-6, 1e6) },
  { 'arctan', "(arctan x)' = 1/(1 + x²)", gw.FN_ARCTAN, { 0 }, both(sizes(0.01, 100)) },
  { 'arcsin', "(arcsin x)' = 1/√(1 − x²)", gw.FN_ARCSIN, { 0 }, line(0.9999) },
  { 'sinh', "(sinh x)' = cosh x", gw.FN_SINH, { 0 }, line(50) },
  { 'cosh', "(cosh x)' = sinh x", gw.FN_COSH, { 0 }, line(50) },
  { 'tanh', "(tanh x)' = 1/cosh² x", gw.FN_TANH, { 0 }, line(3) },
}

--- What must be refused: a function, its parameter, and x.
table_of.OUTSIDE = {
  { 'ln at −1', gw.rules_value, gw.FN_LN, 0, -1 }, { 'ln at 0', gw.rules_value, gw.FN_LN, 0, 0 },
  { 'ln’s slope at −1', gw.rules_slope, gw.FN_LN, 0, -1 },
  { 'log with base 1', gw.rules_value, gw.FN_LOG, 1, 2 }, { 'log with base −2', gw.rules_slope, gw.FN_LOG, -2, 2 },
  { '(−2)^x', gw.rules_value, gw.FN_EXPONENTIAL, -2, 0.5 }, { '0^x', gw.rules_slope, gw.FN_EXPONENTIAL, 0, 1 },
  { 'tan at π/2', gw.rules_value, gw.FN_TAN, 0, math.pi / 2 },
  { 'tan’s slope at −3π/2', gw.rules_slope, gw.FN_TAN, 0, -1.5 * math.pi },
  { '√ of −1', gw.rules_value, gw.FN_SQRT, 0, -1 }, { '√’s slope at 0', gw.rules_slope, gw.FN_SQRT, 0, 0 },
  { 'arcsin of 1.5', gw.rules_value, gw.FN_ARCSIN, 0, 1.5 },
  { 'arcsin’s slope at 1', gw.rules_slope, gw.FN_ARCSIN, 0, 1 },
  { '1/x at 0', gw.rules_value, gw.FN_POWER, -1, 0 }, { 'the slope of x^½ at 0', gw.rules_slope, gw.FN_POWER, 0.5, 0 },
  { '(−8)^⅓', gw.rules_value, gw.FN_POWER, 1 / 3, -8 }, { 'f/g where g = 0', gw.rules_quotient, 1, 1, 0, 1 },
}

table_of.value = defined.or_nan(gw.rules_value)
table_of.slope = defined.or_nan(gw.rules_slope)

return table_of
