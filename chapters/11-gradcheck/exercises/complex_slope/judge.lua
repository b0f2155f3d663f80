return {
  domain = { x = { -3, 3 } },
  example = { x = 0 },
  digits = 12,
  cost = function(p) return math.exp(math.sin(p.x)) / math.sqrt(1 + p.x ^ 2) end,
  slopes = 'x',
}
