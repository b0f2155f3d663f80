return {
  domain = { x = { 0, 20 } },
  example = { x = 0 },
  constant = true,
  digits = 11, unit = 1,
  cost = function(p) return math.exp(-p.x / 2) end,
}
