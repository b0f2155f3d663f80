-- The sigmoid and its slope.
local gw = require 'gw'
local compare = require 'tests.book.live.compare'
local apart, flat, accepted, facts_of = compare.apart, compare.flat, compare.accepted, compare.facts


return {
  states = { ['04-sigmoid/sigmoid'] = { { z = 40 } } },
  links = {
    { 'sigmoid?z=1e4',
      'The link asks for what cannot be: z must be a number from −745 to 745.' },
    { 'sigmoid?z=two',
      'The link asks for what cannot be: z must be a number from −745 to 745.' },
  },
  test = function(shown)
    it('open with the accepted curves, and have the slope far out', function()
      local figure, rows = shown['04-sigmoid/sigmoid'], {}
      for i, point in ipairs(figure.opens.curve) do rows[i] = { point[1], point[2], figure.opens.slopes[i][2] } end
      assert.is_true(apart(flat(rows), flat(accepted '04-sigmoid/sigmoid')) < 2e-5)
      local facts = facts_of '04-sigmoid'
      assert.is_true(math.abs(figure.opens.a / facts.at_2[1] - 1) < 1e-9)
      assert.is_true(math.abs(figure.opens.slope / facts.slope_at_2[1] - 1) < 1e-9)
      local far = figure.states[1]
      assert.is_true(math.abs(far.slope / gw.sigmoid_slope(40) - 1) < 1e-11)
      assert.equal(0, far.plain)
      -- As many digits as the picture of saturation has; its tolerance is a tenth.
      for i, row in ipairs(accepted '04-sigmoid/saturation') do
        assert.is_true(math.abs(figure.opens.left[i] - row[2]) < 0.3, 'at z = ' .. row[1])
      end
    end)
  end,
}
