return {
  domain = { x = { 0, 100, above = true } },
  example = { x = 0.75 },
  cost = function(p) return math.sqrt(1 + p.x ^ 2) end,
  slopes = 'x',
}
