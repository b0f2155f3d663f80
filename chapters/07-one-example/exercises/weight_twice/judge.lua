return {
  domain = { w = { -3, 3 }, b = { -3, 3 }, x = { -3, 3 }, y = { one_of = { 0, 1 } } },
  example = { w = 2, b = -1, x = 1, y = 1 },
  digits = 11, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = function(p)
    local a1 = 1 / (1 + math.exp(-(p.w * p.x + p.b)))
    local z2 = p.w * a1 + p.b
    return math.log(1 + math.exp(p.y == 1 and -z2 or z2))
  end,
}
