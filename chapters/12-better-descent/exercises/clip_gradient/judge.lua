return {
  sizes = { dP = { 'n' }, clipped = { 'n' } },
  domain = { dP = { -10, 10 }, c = { 0, 50, above = true } },
  example = { n = 4, dP = { 3, 0, -4, 0 }, c = 1 },
  digits = 10,
}
