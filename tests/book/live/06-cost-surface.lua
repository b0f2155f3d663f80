-- The bowl of the O-rings.
local gw = require 'gw'
local logistic = require 'models.logistic'
local compare = require 'tests.book.live.compare'
local apart, flat, accepted = compare.apart, compare.flat, compare.accepted

return {
  states = {
    ['06-cost-surface/contours'] = { { w = -1.5, b = 3, alpha = 0.5, loss = 'squared', k = 100 },
      { loss = 'both', scaling = 'both', k = 100 }, { loss = 'log', scaling = 'none', alpha = 1, k = 100 } },
  },
  links = {
    { 'contours?alpha=0',
      'The link asks for what cannot be: rate α must be a number above 0 and at most 1000000.' },
    { 'contours?loss=absolute',
      'The link asks for what cannot be: loss cannot be «absolute».' },
  },
  test = function(shown)
    it('open with the accepted paths, and walk as the library does', function()
      local figure, name = shown['06-cost-surface/contours'], '06-cost-surface/contours'
      assert.is_true(apart(flat(figure.opens.paths[1]), flat(accepted(name, 'path'))) < 1e-5)
      assert.is_true(apart(flat(figure.opens.paths[2]), flat(accepted(name, 'other'))) < 1e-5)
      local x, y = {}, {}
      for i, flight in ipairs(accepted('08-logistic-regression/oring', 'flights')) do x[i], y[i] = unpack(flight) end
      local X, Y, path = gw.matrix.from { x }, gw.matrix.from { y }, gw.matrix.new(3, 101)
      logistic.standardise(X)
      gw.cost_surface_descend(gw.SQUARED_ERROR, X, Y, -1.5, 3, 0.5, path)
      local rows = {}
      for i = 1, 101 do rows[i] = { path:get(1, i), path:get(2, i), path:get(3, i) } end
      assert.is_true(apart(flat(figure.states[1].paths[1]), flat(rows)) < 1e-11)
      -- Both losses side by side: paths of the first, then of the second.
      assert.equal(4, #figure.states[2].paths)
      assert.is_true(apart(flat(figure.states[2].paths[3]), flat(rows)) < 1e-11)
      -- As measured, the same α throws it about.
      assert.same({ 0, 0 }, figure.opens.rises)
      assert.is_true(figure.states[3].rises[1] > 10)
    end)
  end,
}
