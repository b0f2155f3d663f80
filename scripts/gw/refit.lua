--- What chance may have had to do with the fit of the O-rings: every way to deal the
-- same outcomes, and other outcomes for the same flights.
local gw = require 'gw'
local logistic = require 'gw.logistic'
local own_data = require 'gw.own_data'

local refit = {}

--- Deals as many ones as there are to the examples in every way, and records how
-- many ways there are, and in how many the ones are as low, in the only feature and on
-- the average, as they are. The feature is whole-numbered before it is standardised.
function refit.deals(ch, data, mean, scale)
  local ways, ones, actual = { [0] = { [0] = 1 } }, 0, 0
  for i = 1, data.X.cols do ones = ones + data.Y:get(1, i) end
  for k = 1, ones do ways[k] = {} end
  for i = 1, data.X.cols do
    local x = math.floor(data.X:get(1, i) * scale:get(1, 1) + mean:get(1, 1) + 0.5)
    actual = actual + x * data.Y:get(1, i)
    -- With example i among the ones, or not: as many ways as the examples before had.
    for k = ones, 1, -1 do
      for sum, count in pairs(ways[k - 1]) do ways[k][sum + x] = (ways[k][sum + x] or 0) + count end
    end
  end
  local all, as_low = 0, 0
  for sum, count in pairs(ways[ones]) do
    all = all + count
    if sum <= actual then as_low = as_low + count end
  end
  ch:fact('deals', all, 0)
  ch:fact('deals_as_cold', as_low, 0)
end

--- Draws outcomes from a fitted model at its own examples, fits them, and records how
-- often the fit has no maximum, and how often the true slope lies within two standard
-- errors of the fitted one where it has.
function refit.again(ch, model, mean, scale, seed, times)
  local rng, truth, m = gw.random(seed), model:coefficients(mean, scale), model.X.cols
  local none, within = 0, 0
  model:gradient()
  for _ = 1, times do
    local Y = gw.matrix.new(1, m)
    for i = 1, m do Y:set(1, i, gw.random_uniform(rng) < gw.sigmoid_value(model.Z:get(1, i)) and 1 or 0) end
    local other = logistic.new(model.X, Y)
    if own_data.finish(other, mean, scale) == 'converged' then
      local error = other:standard_errors(mean, scale)[2]
      if math.abs(other:coefficients(mean, scale)[2] - truth[2]) <= 2 * error then within = within + 1 end
    else
      none = none + 1
    end
  end
  ch:fact('refits', times, 0)
  ch:fact('refits_without', none, 0)
  ch:fact('refits_within', within, 0)
end

return refit
