return {
  domain = { s = { 0, 5, above = true }, w = { 0, 3, above = true }, alpha = { 0, 0.3 }, n = { 0, 30 } },
  example = { s = 2, w = 1, alpha = 0.25, n = 3 },
  digits = 10,
}
