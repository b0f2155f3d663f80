-- The product.
local gw = require 'gw'
local compare = require 'tests.book.live.compare'
local apart, accepted = compare.apart, compare.accepted


return {
  states = { ['02-rules/product'] = { { f = 'x', g = 'x^3', x = 2, h = 0.5 } } },
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
  end,
}
