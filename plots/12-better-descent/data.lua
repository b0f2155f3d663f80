-- What the figures of chapter 12 show.
local gw = require 'gw'
local landscape = require '12-better-descent.landscape'
local noise = require '12-better-descent.batch_noise'
local optimiser = require 'models.optimiser'
local range = require 'gw.range'

-- The saddle over the plane (the rows lie so that no two lines of equal cost have equally many points, which
-- gnuplot would tie into a net), and plain descent from a start far enough beside the ridge to be seen.
local function saddle(ch, path)
  local P, dP, rows = gw.matrix.new(2, 1), gw.matrix.new(2, 1), {}
  local function height(x, y)
    P:set(1, 1, x)
    P:set(2, 1, y)
    return gw.better_descent_saddle(P, dP)
  end
  for _, y in ipairs(range.linear(-1.45, 1.4, 29)) do
    for _, x in ipairs(range.linear(-1.1, 1.15, 21)) do rows[#rows + 1] = { x, y, height(x, y) } end
    rows[#rows + 1] = false
  end
  ch:data('surface', { columns = { 'x', 'y', 'J' }, blocks = { { name = 'surface', rows = rows },
    { name = 'path', rows = path }, { name = 'saddle', rows = { { 0, 0, height(0, 0) } } } } })
end

return function(ch, r)
  saddle(ch, landscape.walk(gw.better_descent_saddle, { 1, 0.002 }, 120, 'plain', 0.1))

  ch:data('saddle', { columns = { 'iteration', 'y' }, blocks = range.map(optimiser.names, function(name)
    return { name = name, rows = range.map(r.saddle[name], function(p, i) return { i - 1, math.abs(p[2]) } end) }
  end) })

  local contours = landscape.contours(r.kappa, 5, 2.8)
  for name, walk in pairs(r.walks) do
    ch:data(name == 'plain' and 'zigzag' or name, { columns = { 'x', 'y' }, blocks = {
      { name = 'contours', rows = contours },
      { name = 'path', rows = range.map({ unpack(walk, 1, 121) }, function(p) return { p[1], p[2] } end) } } })
  end

  ch:data('race', { columns = { 'iteration', 'cost' }, blocks = r.race, tolerance = { cost = 1e-10 } })
  ch:data('tuning', { columns = { 'alpha', 'cost' }, blocks = r.tuning })

  ch:data('schedule', { columns = { 'step', 'cost' }, blocks = r.schedule, tolerance = { cost = 1e-10 } })

  local m = r.examples
  ch:data('minibatch', { columns = { 'batch', 'noise' }, blocks = {
    { name = 'measured', rows = range.map(r.drawn, function(case, i) return { 2 ^ (i - 1), math.sqrt(case[1]) } end) },
    { name = 'theory', rows = range.map(range.logarithmic(1, 0.97 * m, 100), function(B)
      return { B, math.sqrt(noise.theory(r.sigma2, B, m)) }
    end) },
    { name = 'gradient', rows = { { 1, r.full }, { m, r.full } } } } })
end
