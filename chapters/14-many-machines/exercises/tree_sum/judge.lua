return {
  sizes = { x = { 'n' }, t = { 'n' } },
  domain = { x = { -10, 10 } },
  example = { n = 5, x = { 1, 2, 3, 4, 5 } },
  digits = 11, unit = 1,
}
