return {
  domain = { x = { -10, 10 } },
  example = { x = 1 },
  cost = function(p) return math.atan(p.x ^ 3) ^ 2 end,
  slopes = 'x',
}
