return {
  domain = { w = { -20, 20 }, alpha = { 0.05, 1 }, epsilon = { 0.01, 0.9 } },
  example = { w = 3, alpha = 0.5, epsilon = 0.1 },
  -- There |dw| is ε to the last bit, and however a root is written none answers less.
  also = { { w = 0.75, alpha = 0.5, epsilon = 0.6 }, { w = -0.75, alpha = 0.5, epsilon = 0.6 } },
}
