return {
  domain = { w = { -3, 3 }, b = { -3, 3 }, x = { -3, 3 }, y = { one_of = { 0, 1 } } },
  example = { w = 2, b = -1, x = 1, y = 1 },
  digits = 9, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = [[
    double a1 = 1 / (1 + exp(-(w * x + b))), z2 = w * a1 + b;
    return y == 1 ? log1p(exp(-z2)) : log1p(exp(z2));]],
}
