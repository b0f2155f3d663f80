return {
  domain = { x = { -100, 100, not0 = true } },
  example = { x = 2 },
  cost = 'return 1 / x;', slopes = 'x',
}
