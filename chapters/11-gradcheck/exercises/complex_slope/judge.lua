return {
  domain = { x = { -3, 3 } },
  example = { x = 0 },
  digits = 12,
  cost = 'return exp(sin(x)) / sqrt(1 + x * x);', slopes = 'x',
}
