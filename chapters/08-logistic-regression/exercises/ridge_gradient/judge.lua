return {
  sizes = { X = { 'n', 'm' }, y = { 'm' }, w = { 'n' }, dw = { 'n' } },
  domain = { X = { -3, 3 }, y = { one_of = { 0, 1 } }, w = { -3, 3 }, b = { -3, 3 }, lambda = { 0, 5 } },
  example = {
    n = 3, m = 4, w = { 1, -1, 2 }, b = -1, lambda = 2, y = { 1, 0, 0, 1 },
    X = { 1, 0, 2, -1, 0, 1, -1, 1, 1, 1, 0, 2 },
  },
  digits = 10, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = [[
    double sum = 0;
    for (int i = 0; i < m; i++) {
        double z = b;
        for (int k = 0; k < n; k++)
            z += w[k] * X[k * m + i];
        sum += y[i] == 1 ? log1p(exp(-z)) : log1p(exp(z));
    }
    for (int k = 0; k < n; k++)
        sum += lambda / 2 * w[k] * w[k];
    return sum / m;]],
}
