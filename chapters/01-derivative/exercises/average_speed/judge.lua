return {
  domain = { from = { 0, 100 }, to = { 0, 100 } },
  example = { from = 2, to = 3 },
  where = function(p) return p.from == p.to or math.abs(p.from - p.to) > 0.01 end,
  words = 'both the same, or at least 0.01 apart',
}
