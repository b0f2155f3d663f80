return {
  domain = { x = { -10, 10 } },
  example = { x = 1 },
  cost = 'return x * x * pow(2, x);', slopes = 'x',
}
