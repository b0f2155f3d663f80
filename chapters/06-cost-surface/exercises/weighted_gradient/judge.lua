-- −ln σ(z), and −ln(1 − σ(z)) is that of −z.
local function miss(z) return math.log(1 + math.exp(-z)) end

return {
  sizes = { x = { 'm' }, y = { 'm' } },
  domain = { x = { -3, 3 }, y = { one_of = { 0, 1 } }, w = { -3, 3 }, b = { -3, 3 }, c = { 0, 10, above = true } },
  example = { m = 5, x = { -1, 0, 1, 2, -2 }, y = { 1, 0, 0, 0, 1 }, w = 0, b = 0, c = 3 },
  digits = 11, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = function(p)
    local sum = 0
    for i = 1, p.m do
      local z = p.w * p.x[i] + p.b
      sum = sum + (p.y[i] == 1 and p.c * miss(z) or miss(-z))
    end
    return sum / p.m
  end,
}
