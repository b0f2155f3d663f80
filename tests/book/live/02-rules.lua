-- The product, and the table.
local gw = require 'gw'
local compare = require 'tests.book.live.compare'
local apart, accepted = compare.apart, compare.accepted

-- The rows of the table, as the picture has them: block, function, parameter.
local ROWS = {
  { 'constant', gw.FN_CONSTANT, 1 }, { 'power', gw.FN_POWER, 3 }, { 'sqrt', gw.FN_SQRT, 1 },
  { 'to-the-x', gw.FN_EXPONENTIAL, 0.5 }, { 'exp', gw.FN_EXP, 1 }, { 'ln', gw.FN_LN, 1 }, { 'log', gw.FN_LOG, 10 },
  { 'sin', gw.FN_SIN, 1 }, { 'cos', gw.FN_COS, 1 }, { 'tan', gw.FN_TAN, 1 }, { 'arctan', gw.FN_ARCTAN, 1 },
  { 'arcsin', gw.FN_ARCSIN, 1 }, { 'sinh', gw.FN_SINH, 1 }, { 'cosh', gw.FN_COSH, 1 }, { 'tanh', gw.FN_TANH, 1 },
}
local TABLE = {}
for i, row in ipairs(ROWS) do TABLE[i] = { row = row[1], p = row[3], x = 0.7, show = 'all' } end


return {
  states = { ['02-rules/product'] = { { f = 'x', g = 'x^3', x = 2, h = 0.5 } }, ['02-rules/elementary'] = TABLE },
  links = {
    { 'elementary?row=log&p=1', 'The link cannot be shown: logₐ x has no value for a = 1.' },
    { 'elementary?row=secant', 'The link asks for what cannot be: row of the table cannot be «secant».' },
    { 'product?f=-x', 'The link cannot be shown: This is a picture of areas: choose f and g that are above 0 and grow '
      .. 'from x to x + h.' },
  },
  test = function(shown)
    it('have the areas of the picture, and the product rule', function()
      local opens = shown['02-rules/product'].opens
      local wanted = accepted('02-rules/product')[1]
      assert.is_true(apart({ opens.F, opens.G, opens.DF, opens.DG }, wanted) < 1e-5)
      assert.is_true(math.abs(opens.rule / (3 * math.exp(1)) - 1) < 1e-14)
      local state = shown['02-rules/product'].states[1]
      assert.same({ 2, 8, 0.5, 7.625, 32 }, { state.F, state.G, state.DF, state.DG, state.rule })
      for _, each in ipairs { opens, state } do
        assert.equal(gw.PASS, each.verdict)
        assert.is_true(math.abs(each.rule - each.numeric) <= each.bound)
      end
    end)

    it('draws every row of the table as the picture does, and its slope is measured', function()
      local states = shown['02-rules/elementary'].states
      for i, row in ipairs(ROWS) do
        local state, wanted = states[i], accepted('02-rules/elementary', row[1])
        local mine, theirs, gaps = {}, {}, 0
        for k, at in ipairs(wanted) do
          for column, points in ipairs { state.curve, state.slopes } do
            local y, there = points[k][2], at[column + 1]
            -- A gap: no value, or one outside the picture. JSON has no word for NaN.
            if there == nil or there ~= there then
              gaps = gaps + 1
              assert.is_true(type(y) ~= 'number' or math.abs(y) >= 12, row[1])
            else
              mine[#mine + 1], theirs[#theirs + 1] = y, there
            end
          end
        end
        assert.equal(241, #wanted, row[1])
        assert.is_true(apart(mine, theirs) < 2e-5, row[1])
        assert.equal(2 * 241, #mine + gaps)
        assert.is_true(math.abs(state.y - gw.rules_value(row[2], row[3], 0.7)) < 1e-11, row[1])
        assert.is_true(math.abs(state.dy - gw.rules_slope(row[2], row[3], 0.7)) < 1e-11, row[1])
        assert.equal(gw.PASS, state.verdict, row[1])
      end
    end)
  end,
}
