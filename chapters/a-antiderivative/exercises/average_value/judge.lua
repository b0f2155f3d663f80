return {
  sizes = { x = { 'n' }, y = { 'n' } },
  least = { n = 2 },
  domain = { x = { -10, 50 }, y = { -20, 50 } },
  derive = function(p) table.sort(p.x) end,
  where = function(p)
    for i = 2, #p.x do if p.x[i] - p.x[i - 1] < 0.01 then return false end end
    return true
  end,
  words = 'the times rise',
  example = { n = 5, x = { 0, 6, 8, 12, 24 }, y = { 10, 8, 11, 20, 10 } },
  digits = 11, unit = 1,
}
