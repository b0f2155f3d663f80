return {
  domain = { z = { -30, 30 } },
  example = { z = 0 },
  digits = 9, unit = 1,
  cost = 'return log1p(exp(z));', slopes = 'z',
}
