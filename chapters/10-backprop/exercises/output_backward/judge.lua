return {
  sizes = { Z2 = { 2, 'm' }, A2 = { 2, 'm' }, Y = { 2, 'm' }, dZ2 = { 2, 'm' } },
  domain = { Z2 = { -5, 5 }, A2 = { -1, 1 }, Y = { -2, 2 } },
  derive = function(p)
    p.A2 = {}
    for i, z in ipairs(p.Z2) do p.A2[i] = z / (1 + math.abs(z)) end
  end,
  words = '`A2` is g(`Z2`)',
  example = {
    m = 4, Z2 = { -3, 1, 1, -1, -1, 3, -3, 1 }, Y = { 0.25, -0.5, 1, -1, 0.5, -0.25, 0.25, 1 },
  },
  digits = 10, unit = 1,
  slopes = { dZ2 = 'Z2' },
  cost = [[
    double sum = 0;
    for (int r = 0; r < 2; r++)
        for (int i = 0; i < Z2->cols; i++)
            sum += pow(at(Z2, r, i) / (1 + fabs(at(Z2, r, i))) - at(Y, r, i), 2) / 2;
    return sum;]],
}
