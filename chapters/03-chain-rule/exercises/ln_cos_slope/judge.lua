return {
  domain = { x = { 0, 50, above = true } },
  example = { x = 0.8 },
  digits = 10,
  cost = function(p) return math.log(math.cos(math.sin(math.sqrt(p.x))) ^ 2) end,
  slopes = 'x',
}
