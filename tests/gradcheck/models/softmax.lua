-- Softmax regression: m examples with two features, three classes.
local X = { { 0.5, -1.2 }, { 1.5, 0.3 }, { -0.7, 0.9 }, { 0.1, 0.4 }, { -1.1, -0.6 } }
local Y = { 1, 3, 2, 2, 1 }
local CLASSES, FEATURES, M = 3, 2, #X

-- θ holds W (3x2), row by row, and then b (3x1).
local function probabilities(theta, x)
  local z, largest, sum = {}, -math.huge, 0
  for k = 1, CLASSES do
    z[k] = theta[CLASSES * FEATURES + k]
    for j = 1, FEATURES do z[k] = z[k] + theta[(k - 1) * FEATURES + j] * x[j] end
    largest = math.max(largest, z[k])
  end
  for k = 1, CLASSES do
    z[k] = math.exp(z[k] - largest)
    sum = sum + z[k]
  end
  for k = 1, CLASSES do z[k] = z[k] / sum end
  return z
end

return {
  size = CLASSES * FEATURES + CLASSES,
  blocks = 'W 3x2, b 3x1',
  examples = M,
  cost = function(theta)
    local J = 0
    for i, x in ipairs(X) do J = J - math.log(probabilities(theta, x)[Y[i]]) end
    return J / M
  end,
  gradient = function(theta, gradient)
    for i = 1, CLASSES * FEATURES + CLASSES do gradient[i] = 0 end
    for i, x in ipairs(X) do
      local p = probabilities(theta, x)
      for k = 1, CLASSES do
        local dz = (p[k] - (Y[i] == k and 1 or 0)) / M
        for j = 1, FEATURES do
          local at = (k - 1) * FEATURES + j
          gradient[at] = gradient[at] + dz * x[j]
        end
        gradient[CLASSES * FEATURES + k] = gradient[CLASSES * FEATURES + k] + dz
      end
    end
  end,
}
