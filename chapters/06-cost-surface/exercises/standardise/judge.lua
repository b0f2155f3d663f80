local function range(t)
  local low, high = t[1], t[1]
  for _, x in ipairs(t) do low, high = math.min(low, x), math.max(high, x) end
  return high - low
end

return {
  sizes = { f = { 'm' }, x = { 'm' } },
  least = { m = 2 },
  domain = { f = { -100, 100 } },
  where = function(p) return range(p.f) > 0.1 end,
  words = 'not all equal',
  example = { m = 8, f = { 54, 58, 58, 58, 60, 60, 64, 68 } },
  digits = 9, unit = 1,
}
