-- The bowl of the O-rings, as a surface and from above.
local gw = require 'gw'
local logistic = require 'models.logistic'
local compare = require 'tests.book.live.compare'
local apart, flat, accepted = compare.apart, compare.flat, compare.accepted

return {
  states = {
    ['06-cost-surface/bowl'] = { { loss = 'squared' }, { loss = 'log', w = -6, b = 2.5, turn = -120, k = 20 } },
    ['06-cost-surface/contours'] = { { w = -1.5, b = 3, alpha = 0.5, loss = 'squared', k = 100 },
      { loss = 'both', scaling = 'both', k = 100 }, { loss = 'log', scaling = 'none', alpha = 1, k = 100 } },
  },
  links = {
    { 'bowl?turn=200', 'The link asks for what cannot be: turned by, in degrees must be a number from −180 to 180.' },
    { 'contours?alpha=0',
      'The link asks for what cannot be: rate α must be a number above 0 and at most 1000000.' },
    { 'contours?loss=absolute',
      'The link asks for what cannot be: loss cannot be «absolute».' },
  },
  test = function(shown)
    -- The flights, and what C says of a descent on their cost.
    local function descent(criterion, w, b, alpha, steps)
      local x, y = {}, {}
      for i, flight in ipairs(accepted('08-logistic-regression/oring', 'flights')) do x[i], y[i] = unpack(flight) end
      local X, Y, path = gw.matrix.from { x }, gw.matrix.from { y }, gw.matrix.new(3, steps + 1)
      logistic.standardise(X)
      gw.cost_surface_descend(criterion, X, Y, w, b, alpha, path)
      local rows = {}
      for i = 1, steps + 1 do rows[i] = { path:get(1, i), path:get(2, i), path:get(3, i) } end
      return rows
    end

    it('open with the accepted path on the surface, and stay on the plateau of the squared error', function()
      local bowl = shown['06-cost-surface/bowl']
      assert.is_true(apart(flat(bowl.opens.path), flat(accepted('06-cost-surface/bowl', 'path'))) < 1e-5)
      local lowest = accepted('06-cost-surface/bowl', 'minimum')[1]
      assert.is_true(bowl.opens.path[61][3] - lowest[3] < 2e-5)
      local squared = bowl.states[1].path
      assert.is_true(apart(flat(squared), flat(descent(gw.SQUARED_ERROR, 3, 2.5, 1, 60))) < 1e-11)
      assert.is_true(math.abs(squared[61][1] - lowest[1]) > 4)
      assert.is_true(apart(flat(bowl.states[2].path), flat(descent(gw.LOG_LOSS, -6, 2.5, 1, 20))) < 1e-11)
    end)

    it('open with the accepted paths, and walk as the library does', function()
      local figure, name = shown['06-cost-surface/contours'], '06-cost-surface/contours'
      assert.is_true(apart(flat(figure.opens.paths[1]), flat(accepted(name, 'path'))) < 1e-5)
      assert.is_true(apart(flat(figure.opens.paths[2]), flat(accepted(name, 'other'))) < 1e-5)
      local rows = descent(gw.SQUARED_ERROR, -1.5, 3, 0.5, 100)
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
