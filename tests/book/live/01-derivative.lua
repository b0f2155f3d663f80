-- Secants.
local gw = require 'gw'
local compare = require 'tests.book.live.compare'
local apart, flat, accepted, facts_of = compare.apart, compare.flat, compare.accepted, compare.facts


return {
  states = { ['01-derivative/secants'] = { { f = 'sin(x)', x = 0.7, h = 1e-3 } } },
  links = {
    { 'secants?h=0',
      'The link cannot be shown: h must not be 0: through one point go many lines.' },
    { 'secants?f=ln(x)&x=-1',
      'The link cannot be shown: f has no value at x = −1.' },
    { 'secants?h=1e99',
      'The link asks for what cannot be: h must be a number from −10 to 10.' },
  },
  test = function(shown)
    it('open with the accepted secants, and measure as the library does', function()
      local figure = shown['01-derivative/secants']
      local rows = {}
      for i, point in ipairs(figure.opens.curve) do rows[i] = { point[1], point[2], 0, 0, 0 } end
      assert.is_true(apart(flat(rows), flat(accepted('01-derivative/secants', 'curve'))) < 2e-5)
      local wanted = accepted('01-derivative/secants', 'secants')
      assert.is_true(apart(flat(figure.opens.secants), flat { wanted[1], wanted[2], wanted[3] }) < 2e-5)
      assert.is_true(math.abs(figure.opens.slope - wanted[4][5]) < 2e-5)
      local facts = facts_of '01-derivative'
      for i = 1, 3 do
        assert.is_true(math.abs(figure.opens.secants[i][5] / facts['secant_slope_' .. i][1] - 1) < 1e-9)
      end
      -- A quotient with 1e-3 below it has lost three digits.
      local state = figure.states[1]
      local slope = gw.derivative_secant(0.7, math.sin(0.7), 0.701, math.sin(0.701))
      assert.is_true(math.abs(state.secants[1][5] - slope) < 1e-11)
      assert.is_true(math.abs(state.slope - math.cos(0.7)) <= state.bound + math.abs(state.slope - state.numeric))
      assert.equal(gw.PASS, state.verdict)
    end)
  end,
}
