local function z(p)
  local sum = p.b
  for k = 1, p.n do sum = sum + p.w[k] * p.x[k] end
  return sum
end

return {
  sizes = { w = { 'n' }, x = { 'n' }, dw = { 'n' } },
  domain = { w = { -2, 2 }, b = { -2, 2 }, x = { -2, 2 }, y = { -2, 2 } },
  where = function(p) return math.abs(z(p)) < 700 end, -- beyond, an e^z is infinite
  words = 'the weighted sum from −700 to 700',
  example = { n = 3, w = { 1, -1, 0 }, b = 1.5, x = { 1, 2, 2 }, y = 1 },
  digits = 11, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = function(p)
    return (math.tanh(z(p)) - p.y) ^ 2 / 2
  end,
}
