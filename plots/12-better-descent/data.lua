-- What the figures of chapter 12 show.
local landscape = require '12-better-descent.landscape'
local noise = require '12-better-descent.batch_noise'
local optimiser = require 'models.optimiser'
local range = require 'gw.range'

return function(ch, r)
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
