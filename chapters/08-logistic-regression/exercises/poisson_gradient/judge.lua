return {
  sizes = { x = { 'm' }, y = { 'm' } },
  domain = { x = { -2, 2 }, y = { 0, 5, whole = true }, w = { -2, 2 }, b = { -2, 2 } },
  example = { m = 4, x = { 0, 1, 2, -1 }, y = { 2, 1, 0, 1 }, w = 0.5, b = -0.5 },
  digits = 11, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = function(p)
    local sum = 0
    for i = 1, p.m do
      local z = p.w * p.x[i] + p.b
      sum = sum + math.exp(z) - p.y[i] * z
    end
    return sum / p.m
  end,
}
