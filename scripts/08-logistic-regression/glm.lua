--- The O-ring data by R's glm, to six digits; tests/lua/logistic_spec.lua has the command.
-- Each function gives the cases of ch:identity.
local glm = {}

local INTERCEPT, SLOPE, DEVIANCE, INTERCEPT_ERROR, SLOPE_ERROR = 15.0429, -0.232163, 20.3152, 7.37864, 0.108237
local FLIGHTS = 23

--- Coefficients {intercept, slope} are R's to half a unit of its last digit, and where a
-- descent stopped short, to that part of themselves.
function glm.fit(c, stopped)
  stopped = stopped or 0
  return { { c[1], INTERCEPT, 5e-5 + stopped * 15.1, 'intercept' }, { c[2], SLOPE, 5e-7 + stopped * 0.24, 'slope' } }
end

--- Their standard errors.
function glm.errors(e)
  return { { e[1], INTERCEPT_ERROR, 5e-6, 'intercept' }, { e[2], SLOPE_ERROR, 5e-7, 'slope' } }
end

--- J at the minimum is deviance/(2m).
function glm.cost(J)
  return { { J, DEVIANCE / (2 * FLIGHTS), 5e-5 / (2 * FLIGHTS) + 1e-10, 'J' } }
end

return glm
