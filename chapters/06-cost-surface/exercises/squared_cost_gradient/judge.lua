return {
  sizes = { x = { 'm' }, y = { 'm' } },
  domain = { x = { -10, 10 }, y = { -10, 10 }, w = { -10, 10 }, b = { -10, 10 } },
  example = { m = 4, x = { 1, 2, 3, 4 }, y = { 2, 3, 7, 6 }, w = 1, b = 1 },
  digits = 10, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = [[
    double sum = 0;
    for (int i = 0; i < m; i++)
        sum += pow(w * x[i] + b - y[i], 2);
    return sum / (2 * m);]],
}
