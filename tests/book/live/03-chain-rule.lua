-- Chains, link by link.
local gw = require 'gw'
local compare = require 'tests.book.live.compare'
local apart, flat, accepted = compare.apart, compare.flat, compare.accepted

-- The rows of a curve that has no gap there.
local function without_gaps(rows)
  local list = {}
  for _, row in ipairs(rows) do
    if type(row[3]) == 'number' and math.abs(row[3]) < 4000 then list[#list + 1] = row end
  end
  return list
end

return {
  states = {
    ['03-chain-rule/composite'] = { { chain = 'sqrt(x), sin(x); cos(x), x^2, ln(x)', x = 1.7 },
      { chain = 'x^3', x = -2 } },
  },
  links = {
    { 'composite?chain=x^2,', 'The link cannot be shown: Link 2 cannot be read: a formula is empty, at its end.' },
    { 'composite?chain=sqrt(x),sin(x)&x=-1', 'The link cannot be shown: At x = −1 a link has no value, or no slope.' },
    { 'composite?chain=x,x,x,x,x,x', 'The link cannot be shown: There is room for 5 links, with commas between them.' },
  },
  test = function(shown)
    it('opens with the accepted curves and their slopes', function()
      local opens, name = shown['03-chain-rule/composite'].opens, '03-chain-rule/composite'
      local inner, whole, factor = accepted(name, 'inner'), accepted(name, 'whole'), accepted(name, 'factor')
      for i, row in ipairs(opens.inner) do row[3] = inner[i][3] end
      assert.is_true(apart(flat(opens.inner), flat(inner)) < 2e-5)
      assert.is_true(#whole > 390)
      assert.is_true(apart(flat(without_gaps(opens.whole)), flat(whole)) < 2e-5)
      local mine, wanted = {}, {}
      for i, slope in ipairs(opens.factor) do mine[i] = { 0, 0, slope } end
      for i, row in ipairs(factor) do wanted[i] = { 0, 0, row[3] } end
      assert.is_true(apart(flat(without_gaps(mine)), flat(wanted)) < 2e-5)
      local touch = accepted(name, 'touch')
      local u, slopes = opens.inputs, opens.slopes
      assert.is_true(apart({ u[1], u[2], slopes[1], slopes[2], opens.value, opens.slope }, { touch[1][1], touch[2][1],
        touch[1][3], touch[2][3], touch[3][2], touch[3][3] }) < 1e-5)
    end)

    it('has the factors of the library, and each is measured', function()
      local figure = shown['03-chain-rule/composite']
      local state = figure.states[1]
      assert.is_true(math.abs(state.value / gw.chain_rule_value(gw.COMPOSITE_LOGCOS, 1.7) - 1) < 1e-11)
      assert.is_true(math.abs(state.slope / gw.chain_rule_slope(gw.COMPOSITE_LOGCOS, 1.7) - 1) < 1e-11)
      for k = 1, 5 do
        local _, u, factor = gw.chain_rule_factor(gw.COMPOSITE_LOGCOS, k, 1.7)
        assert.is_true(math.abs(state.inputs[k] / u - 1) < 1e-11)
        assert.is_true(math.abs(state.slopes[k] / factor - 1) < 1e-11)
      end
      for _, each in ipairs { figure.opens, state, figure.states[2] } do
        assert.equal(gw.PASS, each.all.verdict)
        for _, link in ipairs(each.judged) do assert.equal(gw.PASS, link.verdict) end
      end
      assert.same({ -8, 12 }, { figure.states[2].value, figure.states[2].slope })
    end)
  end,
}
