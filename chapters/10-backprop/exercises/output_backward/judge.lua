return {
  sizes = { Z2 = { 2, 'm' }, A2 = { 2, 'm' }, Y = { 2, 'm' }, dZ2 = { 2, 'm' } },
  domain = { Z2 = { -5, 5 }, A2 = { -1, 1, derived = true }, Y = { -2, 2 } },
  derive = function(p)
    p.A2 = {}
    for i, z in ipairs(p.Z2) do p.A2[i] = z / (1 + math.abs(z)) end
  end,
  words = '`A2` is g(`Z2`)',
  example = {
    m = 4, Z2 = { -3, 1, 1, -1, -1, 3, -3, 1 }, Y = { 0.25, -0.5, 1, -1, 0.5, -0.25, 0.25, 1 },
  },
  digits = 11, unit = 1,
  slopes = { dZ2 = 'Z2' },
  cost = function(p)
    local sum = 0
    for i, z in ipairs(p.Z2) do sum = sum + (z / (1 + math.abs(z)) - p.Y[i]) ^ 2 / 2 end
    return sum
  end,
}
