return {
  sizes = { x = { 'm' }, y = { 'm' } },
  domain = { x = { -10, 10 }, y = { -10, 10 }, w = { -10, 10 }, b = { -10, 10 } },
  example = { m = 4, x = { 1, 2, 3, 4 }, y = { 2, 3, 7, 6 }, w = 1, b = 1 },
  digits = 11, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = function(p)
    local sum = 0
    for i = 1, p.m do sum = sum + (p.w * p.x[i] + p.b - p.y[i]) ^ 2 end
    return sum / (2 * p.m)
  end,
}
