return {
  sizes = { x = { 'm' }, y = { 'm' } },
  domain = { x = { -3, 3 }, y = { one_of = { 0, 1 } }, w = { -3, 3 }, b = { -3, 3 }, c = { 0, 10, above = true } },
  example = { m = 5, x = { -1, 0, 1, 2, -2 }, y = { 1, 0, 0, 0, 1 }, w = 0, b = 0, c = 3 },
  digits = 9, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = [[
    double sum = 0;
    for (int i = 0; i < m; i++) {
        double z = w * x[i] + b;
        sum += y[i] == 1 ? c * log1p(exp(-z)) : log1p(exp(z));
    }
    return sum / m;]],
}
