return {
  domain = { x = { -10, 10 } },
  example = { x = 1 },
  cost = 'return pow(atan(x * x * x), 2);', slopes = 'x',
}
