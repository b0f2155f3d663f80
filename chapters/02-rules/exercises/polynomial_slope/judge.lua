return {
  domain = { x = { -10, 10 }, a = { -10, 10 }, b = { -10, 10 }, c = { -10, 10 } },
  example = { x = 2, a = 1, b = -4, c = 7 },
  cost = function(p) return p.a * p.x ^ 3 + p.b * p.x + p.c end,
  slopes = 'x',
}
