return {
  domain = { a = { -10, 10 }, b = { -10, 10 }, c = { -10, 10 } },
  example = { a = 3, b = 2, c = 4 },
  cost = function(p) return (p.a + p.b) * (p.b * p.c) end,
  slopes = { da = 'a', db = 'b', dc = 'c' },
}
