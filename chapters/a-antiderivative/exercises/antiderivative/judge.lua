return {
  domain = { x = { -50, 50 } },
  example = { x = 1 },
  constant = true,
  digits = 10, unit = 1,
  cost = 'return x / (1 + x * x);',
}
