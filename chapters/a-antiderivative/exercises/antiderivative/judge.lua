return {
  domain = { x = { -50, 50 } },
  example = { x = 1 },
  constant = true,
  digits = 11, unit = 1,
  cost = function(p) return p.x / (1 + p.x ^ 2) end,
}
