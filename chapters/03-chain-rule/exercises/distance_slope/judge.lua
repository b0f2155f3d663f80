return {
  domain = { x = { 0, 100, above = true } },
  example = { x = 0.75 },
  cost = 'return sqrt(1 + x * x);', slopes = 'x',
}
