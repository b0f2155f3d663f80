--- The O-ring data by R's glm, to six digits; tests/lua/logistic_spec.lua has the command.
local glm = {}

local INTERCEPT, SLOPE, DEVIANCE, INTERCEPT_ERROR, SLOPE_ERROR = 15.0429, -0.232163, 20.3152, 7.37864, 0.108237
local FLIGHTS = 23

-- Coefficients {intercept, slope} to half a unit of R's last digit, and where a descent
-- stopped short, to that part of themselves.
local function fit(c, stopped)
  return { { c[1], INTERCEPT, 5e-5 + stopped * 15.1, 'intercept' }, { c[2], SLOPE, 5e-7 + stopped * 0.24, 'slope' } }
end

--- Holds against R what a descent found, which stopped short by the part `converged`, the
-- maximum, its standard errors, and its cost, which is deviance/(2m).
function glm.check(ch, r)
  ch:identity { id = 'oring', formula = "O-rings by descent: R's maximum", cases = fit(r.descended, r.converged) }
  ch:identity { id = 'oring-newton', formula = "O-rings by Newton's steps: closer", cases = fit(r.maximum, 0) }
  ch:identity { id = 'oring-errors', formula = "O-rings: R's standard errors", cases = {
    { r.errors[1], INTERCEPT_ERROR, 5e-6, 'intercept' }, { r.errors[2], SLOPE_ERROR, 5e-7, 'slope' } } }
  ch:identity { id = 'deviance', formula = 'J at the minimum = deviance/(2m)', cases = {
    { r.cost, DEVIANCE / (2 * FLIGHTS), 5e-5 / (2 * FLIGHTS) + 1e-10, 'J' } } }
end

return glm
