local function range(t)
  local low, high = t[1], t[1]
  for _, x in ipairs(t) do low, high = math.min(low, x), math.max(high, x) end
  return high - low
end

return {
  sizes = { f = { 'm' }, x = { 'm' } },
  least = { m = 2 },
  domain = { f = { -100, 100 } },
  where = function(p) return range(p.f) > 1 end,
  words = 'the largest more than 1 above the smallest',
  example = { m = 8, f = { 54, 58, 58, 58, 60, 60, 64, 68 } },
  -- The mean of the squares less the square of the mean is right, too; for 300 numbers near
  -- 100 it may lose 7 or 8 of 16 digits.
  digits = 8, unit = 1,
}
