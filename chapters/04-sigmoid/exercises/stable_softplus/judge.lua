return {
  domain = { z = { -700, 2000 } },
  example = { z = 0 },
  digits = 9,
}
