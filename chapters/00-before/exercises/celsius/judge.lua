return {
  domain = { f = { -500, 1000 } },
  example = { f = 50 },
}
