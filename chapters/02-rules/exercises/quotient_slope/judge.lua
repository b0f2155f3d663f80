return {
  domain = { x = { -100, 100 } },
  example = { x = 2 },
  cost = 'return x / (1 + x * x);', slopes = 'x',
}
