return {
  domain = { x = { -10, 10 } },
  example = { x = 1 },
  cost = function(p) return p.x ^ 2 * 2 ^ p.x end,
  slopes = 'x',
}
