return {
  sizes = { w = { 'n' }, x = { 'n' }, dw = { 'n' } },
  domain = { w = { -2, 2 }, b = { -2, 2 }, x = { -2, 2 }, y = { -2, 2 } },
  example = { n = 3, w = { 1, -1, 0 }, b = 1.5, x = { 1, 2, 2 }, y = 1 },
  digits = 10, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = [[
    double z = b;
    for (int k = 0; k < n; k++)
        z += w[k] * x[k];
    return pow(tanh(z) - y, 2) / 2;]],
}
