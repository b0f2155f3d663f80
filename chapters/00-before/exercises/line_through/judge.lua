return {
  domain = { x1 = { -100, 100 }, y1 = { -100, 100 }, x2 = { -100, 100 }, y2 = { -100, 100 }, x = { -100, 100 } },
  example = { x1 = 1, y1 = 4, x2 = 3, y2 = 10, x = 5 },
  where = function(p) return math.abs(p.x1 - p.x2) > 0.001 end,
  words = '`x1` and `x2` more than 0.001 apart',
}
