return {
  sizes = { dC = { 'n', 'm' }, A = { 'n', 'm' }, b = { 'n', 1 }, dA = { 'n', 'm' }, db = { 'n', 1 } },
  domain = { dC = { -3, 3 }, A = { -3, 3 }, b = { -3, 3 } },
  example = {
    n = 2, m = 2, dC = { 1, 2, 0, -1 }, A = { 3, -1, 2, 1 }, b = { 2, -3 },
  },
  digits = 11, unit = 1,
  slopes = { dA = 'A', db = 'b' },
  cost = function(p) -- what the last box would be if C were all that it reads
    local sum = 0
    for i = 1, p.n do
      for j = 1, p.m do
        local k = (i - 1) * p.m + j
        sum = sum + p.dC[k] * p.A[k] * p.b[i]
      end
    end
    return sum
  end,
}
