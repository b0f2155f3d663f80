return {
  sizes = { x = { 'n' }, y = { 'n' } },
  least = { n = 2 },
  domain = { x = { -10, 50 }, y = { -20, 50 } },
  derive = function(p)
    local n = #p.x
    table.sort(p.x)
    for i = 1, n > 20 and n or 0 do p.x[i] = -10 + (p.x[i] + 10) * (1 - n * 2e-4) + 0.011 * (i - 1) end
  end,
  where = function(p)
    for i = 2, #p.x do if p.x[i] - p.x[i - 1] < 0.01 then return false end end
    return true
  end,
  words = 'each time at least 0.01 above the one before',
  example = { n = 5, x = { 0, 6, 8, 12, 24 }, y = { 10, 8, 11, 20, 10 } },
  digits = 11, unit = 1,
}
