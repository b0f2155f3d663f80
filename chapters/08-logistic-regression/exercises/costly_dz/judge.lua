return {
  sizes = { z = { 'm' }, y = { 'm' }, dz = { 'm' } },
  domain = { z = { -10, 10 }, y = { one_of = { 0, 1 } }, kappa = { 0, 10, above = true } },
  example = { m = 4, z = { 0, 0, 1, -2 }, y = { 1, 0, 1, 0 }, kappa = 3 },
  digits = 9, unit = 1,
  slopes = { dz = 'z' },
  cost = [[
    double sum = 0;
    for (int i = 0; i < m; i++)
        sum += y[i] == 1 ? kappa * log1p(exp(-z[i])) : log1p(exp(z[i]));
    return sum;]],
}
