return {
  domain = { x = { -100, 100 } },
  example = { x = 2 },
  cost = function(p) return p.x / (1 + p.x ^ 2) end,
  slopes = 'x',
}
