-- −ln σ(z), and −ln(1 − σ(z)) is that of −z.
local function miss(z) return math.log(1 + math.exp(-z)) end

return {
  sizes = { z = { 'm' }, y = { 'm' }, dz = { 'm' } },
  domain = { z = { -10, 10 }, y = { one_of = { 0, 1 } }, kappa = { 0, 10, above = true } },
  example = { m = 4, z = { 0, 0, 1, -2 }, y = { 1, 0, 1, 0 }, kappa = 3 },
  digits = 11, unit = 1,
  slopes = { dz = 'z' },
  cost = function(p)
    local sum = 0
    for i = 1, p.m do sum = sum + (p.y[i] == 1 and p.kappa * miss(p.z[i]) or miss(-p.z[i])) end
    return sum
  end,
}
