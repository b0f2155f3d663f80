return {
  domain = { z = { -30, 30 } },
  example = { z = 0 },
  digits = 12, unit = 1,
  cost = function(p) return math.log(1 + math.exp(p.z)) end,
  slopes = 'z',
}
