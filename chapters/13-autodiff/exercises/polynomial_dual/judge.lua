return {
  sizes = { a = { 'n' } },
  domain = { a = { -3, 3 }, x = { -1, 1 } },
  example = { n = 3, a = { 1, -2, 3 }, x = 0.5 },
  digits = 10, unit = 1,
  slopes = { slope = 'x' },
  cost = function(p)
    local value = 0
    for k = p.n, 1, -1 do value = value * p.x + p.a[k] end
    return value
  end,
}
