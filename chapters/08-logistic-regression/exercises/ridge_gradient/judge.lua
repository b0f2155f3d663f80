-- −ln σ(z), and −ln(1 − σ(z)) is that of −z.
local function miss(z) return math.log(1 + math.exp(-z)) end

local function z(p, i)
  local sum = p.b
  for k = 1, p.n do sum = sum + p.w[k] * p.X[(k - 1) * p.m + i] end
  return sum
end

return {
  sizes = { X = { 'n', 'm' }, y = { 'm' }, w = { 'n' }, dw = { 'n' } },
  domain = { X = { -3, 3 }, y = { one_of = { 0, 1 } }, w = { -3, 3 }, b = { -3, 3 }, lambda = { 0, 5 } },
  where = function(p) -- beyond, an e^z is infinite
    for i = 1, p.m do if math.abs(z(p, i)) > 700 then return false end end
    return true
  end,
  words = 'every weighted sum from −700 to 700',
  example = {
    n = 3, m = 4, w = { 1, -1, 2 }, b = -1, lambda = 2, y = { 1, 0, 0, 1 },
    X = { 1, 0, 2, -1, 0, 1, -1, 1, 1, 1, 0, 2 },
  },
  digits = 11, unit = 1,
  slopes = { dw = 'w', db = 'b' },
  cost = function(p)
    local sum = 0
    for i = 1, p.m do
      sum = sum + miss(p.y[i] == 1 and z(p, i) or -z(p, i))
    end
    for k = 1, p.n do sum = sum + p.lambda / 2 * p.w[k] ^ 2 end
    return sum / p.m
  end,
}
