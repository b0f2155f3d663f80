return {
  sizes = { w = { 'n' }, x = { 'n' }, dw = { 'n' } },
  domain = { w = { -2, 2 }, b = { -2, 2 }, x = { -2, 2 }, y = { -2, 2 } },
  example = { n = 3, w = { 1, -1, 0 }, b = 1.5, x = { 1, 2, 2 }, y = 1 },
  digits = 11, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = function(p)
    local z = p.b
    for k = 1, p.n do z = z + p.w[k] * p.x[k] end
    return (math.tanh(z) - p.y) ^ 2 / 2
  end,
}
