return {
  domain = { x = { -100, 100, not0 = true } },
  example = { x = 2 },
  cost = function(p) return 1 / p.x end,
  slopes = 'x',
  forbidden = { 'x +', 'x -' },
}
