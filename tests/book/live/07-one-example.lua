-- The two graphs.
local gw = require 'gw'
local compare = require 'tests.book.live.compare'
local apart, flat, accepted = compare.apart, compare.flat, compare.accepted


return {
  states = {
    ['07-one-example/reverse'] = { { a = -1.5, b = 0.25, c = 8, k = 2 } },
    ['07-one-example/logistic'] = { { w1 = 1.25, y = 0 } },
  },
  links = {
    { 'reverse?a=inf',
      'The link asks for what cannot be: a must be a number from −1000000 to 1000000.' },
    { 'logistic?y=2',
      'The link asks for what cannot be: y must be a number from 0 to 1.' },
  },
  test = function(shown)
    it('have the values and slopes of the graph, and each slope is measured', function()
      for _, name in ipairs { 'reverse', 'logistic' } do
        local figure, rows = shown['07-one-example/' .. name], {}
        -- The label, which is drawn as well, is no node.
        local nodes = { unpack(accepted('07-one-example/' .. name), 1, #figure.opens.values) }
        assert.is_true(apart(flat(figure.opens.values), flat(nodes)) < 1e-5)
        for _, node in ipairs(figure.opens.measured) do
          rows[#rows + 1] = node
          assert.equal(gw.PASS, node.verdict)
          assert.is_true(math.abs(node.numeric - node.derivative) <= node.bound)
        end
        assert.is_true(#rows >= 6)
      end
      local by_hand = { { 0, -1.5, 3 }, { 1, 0.25, 24 }, { 2, 8, 0.75 }, { 3, 2, 3 }, { 4, 0.5, 3 }, { 5, 1.5, 1 } }
      assert.same(by_hand, shown['07-one-example/reverse'].states[1].values)
      local one, z = shown['07-one-example/logistic'].states[1].values, 1.25 * 2 - 0.4 * 3 + 0.2
      local da, dz, dw1, dw2, db = gw.one_example_gradient(2, 1.25, 3, -0.4, 0.2, 0)
      local wanted = { z, gw.sigmoid_value(z), da, dz, dw1, dw2, db }
      local found = { one[9][2], one[10][2], one[10][3], one[9][3], one[2][3], one[4][3], one[5][3] }
      assert.is_true(apart(found, wanted) < 1e-11)
    end)
  end,
}
