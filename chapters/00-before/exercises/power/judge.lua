return {
  domain = { x = { -10, 10, not0 = true }, n = { -20, 20 } },
  example = { x = 2, n = -3 },
  where = function(p) return math.abs(p.n * math.log(math.abs(p.x))) < 300 end,
  words = '`x` to the power `n` from 10^−130 to 10^130 in size',
  forbidden = { 'pow', 'exp', 'exp2' },
}
