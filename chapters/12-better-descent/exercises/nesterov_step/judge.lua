return {
  domain = { alpha = { 0, 1 }, beta = { 0, 1 }, c = { 0, 10 }, V = { -10, 10 }, P = { -10, 10 } },
  inout = { V = true, P = true },
  example = { alpha = 0.1, beta = 0.9, c = 2, V = 1, P = 3 },
  digits = 10,
}
