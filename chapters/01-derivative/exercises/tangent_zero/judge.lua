return {
  domain = { x0 = { -100, 100 }, f0 = { -100, 100 }, slope = { -100, 100, not0 = true } },
  example = { x0 = 2, f0 = 2, slope = 4 },
}
