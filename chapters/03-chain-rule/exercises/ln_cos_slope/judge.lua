return {
  domain = { x = { 0, 50, above = true } },
  example = { x = 0.8 },
  digits = 10,
  cost = 'return log(pow(cos(sin(sqrt(x))), 2));', slopes = 'x',
}
