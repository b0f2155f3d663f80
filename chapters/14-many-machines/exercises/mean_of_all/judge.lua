return {
  sizes = { mean = { 'p' }, count = { 'p' } },
  domain = { mean = { -10, 10 }, count = { 1, 1000, whole = true } },
  example = { p = 2, mean = { 1, 4 }, count = { 1, 3 } },
  digits = 11, unit = 1,
}
