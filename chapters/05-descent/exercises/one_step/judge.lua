return {
  domain = { w = { -100, 100 }, alpha = { 0, 2 } },
  example = { w = 5, alpha = 0.1 },
}
