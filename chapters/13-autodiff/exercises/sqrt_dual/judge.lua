return {
  domain = { v = { 0, 1e6, above = true }, dv = { -100, 100 } },
  example = { v = 9, dv = 6 },
}
