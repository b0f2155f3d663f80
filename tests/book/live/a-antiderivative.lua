-- Rectangles under a curve.
local gw = require 'gw'
local compare = require 'tests.book.live.compare'
local apart, flat, accepted, facts_of = compare.apart, compare.flat, compare.accepted, compare.facts


return {
  states = {
    ['a-antiderivative/riemann'] = { { f = 'sin(3*x + 1)', place = 'middle', cuts = { 0.5, 0.75, 1, 1.9 } } },
  },
  links = {
    { 'riemann?b=-1',
      'The link cannot be shown: The ends of the pieces must increase from a to b.' },
    { 'riemann?f=1/(',
      'The link cannot be shown: f(x) cannot be read: the formula ends too early, at its end.' },
  },
  test = function(shown)
    it('open with the accepted rectangles, and sum as the library does', function()
      local figure, name = shown['a-antiderivative/riemann'], 'a-antiderivative/riemann'
      assert.is_true(apart(flat(figure.opens.pieces), flat(accepted(name, 'pieces_1'))) < 1e-5)
      local facts = facts_of 'a-antiderivative'
      assert.is_true(math.abs(figure.opens.sum / facts.figure_left_4[1] - 1) < 1e-5) -- the ends have six digits
      assert.is_true(math.abs(figure.opens.area / facts.area[1] - 1) < 1e-6)
      local x = gw.matrix.from { { 0, 0.5, 0.75, 1, 1.9, 2 } }
      local t, y = gw.matrix.new(1, 5), gw.matrix.new(1, 5)
      gw.antiderivative_places(gw.RIEMANN_MIDDLE, x, t)
      for i = 1, 5 do y:set(1, i, math.sin(3 * t:get(1, i) + 1)) end
      local sum, widest = gw.antiderivative_sum(x, y)
      assert.is_true(math.abs(figure.states[1].sum / sum - 1) < 1e-11)
      assert.equal(widest, figure.states[1].widest)
    end)
  end,
}
