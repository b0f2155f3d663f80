return {
  sizes = { Z = { 'n', 'm' }, dA = { 'n', 'm' }, dZ = { 'n', 'm' } },
  domain = { Z = { -10, 10 }, dA = { -3, 3 } },
  example = { n = 3, m = 2, Z = { 0, 1, 0, -1, 0, 0 }, dA = { 3, 1, 0, 1, 0, -2 } },
  digits = 11, unit = 1,
  slopes = { dZ = 'Z' },
  -- Of all losses the plainest that has these slopes with respect to a: Σ dA a.
  cost = function(p)
    local total = 0
    for i = 1, p.m do
      local sum, weighted = 0, 0
      for r = 0, p.n - 1 do
        local e = math.exp(p.Z[r * p.m + i])
        sum, weighted = sum + e, weighted + e * p.dA[r * p.m + i]
      end
      total = total + weighted / sum
    end
    return total
  end,
}
