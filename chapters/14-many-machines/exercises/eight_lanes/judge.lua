return {
  sizes = { x = { 'n' }, lane = { 8 } },
  domain = { x = { -10, 10 } },
  example = { n = 10, x = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 } },
  digits = 11, unit = 1,
}
