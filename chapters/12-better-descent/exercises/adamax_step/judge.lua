return {
  domain = {
    alpha = { 0, 1 }, beta1 = { 0, 0.99 }, beta2 = { 0, 0.999 }, t = { 1, 50 }, dP = { -10, 10, not0 = true },
    V = { -10, 10 }, U = { 0, 10 }, P = { -10, 10 },
  },
  inout = { V = true, U = true, P = true },
  example = { alpha = 0.1, beta1 = 0.5, beta2 = 0.5, t = 2, dP = -3, V = -1, U = 4, P = 3 },
  digits = 10,
}
