--- How far a mini-batch's gradient is from the full one: by theory, over every
-- batch there is, and by drawing batches. Models are minibatch.new's; σ² is the mean
-- of |g_i − g|² over the examples.
local gw = require 'gw'
local logistic = require 'models.logistic'
local minibatch = require '12-better-descent.minibatch'

local EPSILON = 2 ^ -52
local noise = {}

--- E|g_M − g|² of batches of `size` of m examples. They are drawn without putting
-- back, so the noise of a batch of all m examples is 0.
function noise.theory(sigma2, size, m)
  return sigma2 / size * (m - size) / (m - 1)
end

-- At most the standard deviation of |g_M − g|². With putting back E|g_M − g|⁴ is at
-- most (E|d|⁴ + 3(B − 1)σ⁴)/B³, without it is less (Hoeffding, JASA 58, 1963). A
-- batch and the examples left out of it differ from g by B d_M = −(m − B) d_rest,
-- so the smaller of the two is looked at.
local function deviation(sigma2, fourth, size, m)
  local k = math.min(size, m - size)
  local bound = (fourth + 3 * (k - 1) * sigma2 ^ 2) / k ^ 3 * (k == size and 1 or k / size) ^ 4
  return math.sqrt(math.max(0, bound - noise.theory(sigma2, size, m) ^ 2))
end

--- Cases for ch:identity: the mean of |g_M − g|² over so many random batches of 1,
-- 2, 4, … examples, within six standard deviations of such a mean.
function noise.drawn(model, draws, rng)
  local m, size, cases = model.X.cols, 1, {}
  local g, sigma2, fourth = minibatch.spread(model)
  local order = gw.matrix.new(1, m)
  while size < m do
    local mean = 0
    for _ = 1, draws do
      gw.random_permutation(rng, order)
      mean = mean + minibatch.distance2(minibatch.values(model, order:columns(1, size)), g) / draws
    end
    cases[#cases + 1] = { mean, noise.theory(sigma2, size, m),
      6 * deviation(sigma2, fourth, size, m) / math.sqrt(draws), ('batches of %d'):format(size) }
    size = 2 * size
  end
  return cases
end

--- Adds cases for ch:identity: the mean of the gradients of an epoch's batches,
-- each counted by its size, is the full gradient. Rounding: sums of m and n terms
-- of |x| and |w||x|.
function noise.add_epoch(cases, model, size, rng)
  local X, n, m = model.X, model.X.rows, model.X.cols
  local order, mean, size_of = gw.matrix.new(1, m), {}, {}
  gw.random_permutation(rng, order)
  for k = 1, n + 1 do mean[k], size_of[k] = 0, 0 end
  for at = 1, m, size do
    local last = math.min(at + size - 1, m)
    for k, x in ipairs(minibatch.values(model, order:columns(at, last))) do
      mean[k] = mean[k] + (last - at + 1) / m * x
    end
  end
  for i = 1, m do
    local z = 1 + math.abs(model.b:get(1, 1))
    for k = 1, n do z = z + math.abs(model.w:get(k, 1) * X:get(k, i)) end
    for k = 1, n + 1 do size_of[k] = size_of[k] + z / m * (k > n and 1 or math.abs(X:get(k, i))) end
  end
  for k, x in ipairs(minibatch.values(model, minibatch.everything(m))) do
    cases[#cases + 1] = { mean[k], x, 2 * (m + n + 4) * EPSILON * size_of[k],
      ('entry %d, %d examples in batches of %d'):format(k, m, size) }
  end
end

--- Adds cases for ch:identity: the mean over every possible batch of a few
-- examples, size by size, is what theory says.
function noise.add_every_batch(cases, model)
  local m, g, sigma2 = model.X.cols, minibatch.spread(model)
  local sum, count, largest = {}, {}, 0
  for i = 0, m - 1 do
    largest = math.max(largest, minibatch.distance2(minibatch.values(model, gw.matrix.from { { i } })))
  end
  for set = 1, 2 ^ m - 1 do
    local chosen = {}
    for i = 0, m - 1 do
      if math.floor(set / 2 ^ i) % 2 == 1 then chosen[#chosen + 1] = i end
    end
    local k = #chosen
    sum[k] = (sum[k] or 0) + minibatch.distance2(minibatch.values(model, gw.matrix.from { chosen }), g)
    count[k] = (count[k] or 0) + 1
  end
  for k = 1, m do
    cases[#cases + 1] = { sum[k] / count[k], noise.theory(sigma2, k, m), 300 * EPSILON * largest,
      ('%d of %d examples'):format(k, m) }
  end
end

--- Cases of both kinds on random examples, and of an epoch on this model's own.
function noise.random_cases(rng, model, size)
  local unbiased, exact = {}, {}
  for _ = 1, 8 do
    local m = 2 + gw.random_below(rng, 60)
    noise.add_epoch(unbiased, minibatch.random(rng, 1 + gw.random_below(rng, 5), m), 1 + gw.random_below(rng, m), rng)
  end
  noise.add_epoch(unbiased, model, size, rng)
  for n = 1, 4 do noise.add_every_batch(exact, minibatch.random(rng, n, 7)) end
  return unbiased, exact
end

--- How large the noise of batches of `size` is where the model is, and where it started:
-- σ², the length of the full gradient, and facts by their tolerance.
function noise.measure(model, size)
  local m, g, sigma2 = model.X.cols, minibatch.spread(model)
  local start_g, start_sigma2 = minibatch.spread(minibatch.new(model.X, model.Y))
  local full = math.sqrt(minibatch.distance2(g))
  return sigma2, full, {
    [0] = { examples = m },
    [1e-7] = { full_gradient = full, noise_batch = math.sqrt(noise.theory(sigma2, size, m)),
      start_gradient = math.sqrt(minibatch.distance2(start_g)),
      start_noise_batch = math.sqrt(noise.theory(start_sigma2, size, m)) },
    [1e-10] = { largest_correlation = logistic.largest_correlation(model.X) },
    [1e-6] = { noise_one_example = math.sqrt(sigma2) },
    -- B at which the noise is as large as the gradient: σ²/B (m − B)/(m − 1) = |g|².
    [1e-3] = { batch_noise_equals_gradient = sigma2 * m / (full ^ 2 * (m - 1) + sigma2) },
  }
end

return noise
