return {
  sizes = { A = { 'n', 'k' }, B = { 'k', 'm' }, C = { 'n', 'm' } },
  domain = { A = { -5, 5 }, B = { -5, 5 }, down = { 1, 300, derived = true }, right = { 1, 300, derived = true } },
  -- B row after row, or its columns one after the other.
  derive = function(p)
    if p.A[1] > 0 then p.down, p.right = 1, p.k else p.down, p.right = p.m, 1 end
  end,
  where = function(p) return p.down == p.m and p.right == 1 or p.down == 1 and p.right == p.k end,
  words = '`down` and `right` are m and 1, or 1 and k',
  example = { n = 2, k = 3, m = 2, down = 1, right = 3, A = { 1, 2, 0, 3, 1, -1 }, B = { 2, 0, 5, 1, 3, -2 } },
  digits = 11, unit = 1,
}
