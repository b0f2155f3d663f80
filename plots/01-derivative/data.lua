-- What the figures of chapter 1 show.
local files = require 'gw.files'
local gw = require 'gw'
local paths = require 'gw.paths'
local range = require 'gw.range'
local theory = require '01-derivative.theory'

local EPSILON = 2 ^ -52

-- Chapter 0's array as it lies in memory, and two of what lies behind it.
local function array(ch)
  local text, rows = files.read(paths.root .. '/chapters/00-before/code/mean.c'), {}
  for number in text:match 'mornings%[%d+%] = {(.-)};':gmatch '%d+' do
    rows[#rows + 1] = { #rows, tonumber(number), 1 }
  end
  for _ = 1, 2 do rows[#rows + 1] = { #rows, 0, 0 } end
  ch:data('array', { columns = { 'place', 'value', 'inside' }, rows = rows })
end

return function(ch, r)
  array(ch)
  local square, exp, ln = r.square, r.exp, r.ln

  ch:data('slope', { columns = { 'x', 'y', 'width', 'height' }, blocks = {
    { name = 'line', rows = range.map({ 0, 4 }, function(x) return { x, 3 * x, 0, 0 } end) },
    { name = 'triangle', rows = range.map({ 0.5, 2 }, function(x) return { x, 3 * x, 1, 3 * (x + 1) - 3 * x } end) },
  } })

  ch:data('square', { columns = { 'x', 'y', 'slope' }, blocks = {
    { name = 'curve', rows = range.map(range.linear(0, 7, 141), function(x) return { x, x * x, 2 * x } end) },
    { name = 'points', rows = range.map({ 2, 5 }, function(x) return { x, square.f(x), square.d(1, x) } end) },
  } })

  ch:data('tangent', { columns = { 'x', 'y', 'tangent' }, blocks = {
    { name = 'curve', rows = range.map(range.linear(0.3, 5, 189), function(x)
      return { x, ln.f(x), gw.derivative_tangent(2, ln.f(2), ln.d(1, 2), x) }
    end) },
    -- Where the tangent meets the x axis, its angle in degrees and its slope.
    { name = 'point', rows = { { 2, ln.f(2), ln.d(1, 2) },
      { 2 - 2 * ln.f(2), math.deg(gw.derivative_angle(ln.d(1, 2))), ln.d(1, 2) } } },
  } })

  ch:data('secants', { columns = { 'x0', 'y0', 'dx', 'y1', 'slope' }, blocks = {
    { name = 'curve', rows = range.map(range.linear(-1, 2.4, 137), function(x) return { x, exp.f(x), 0, 0, 0 } end) },
    { name = 'secants', rows = range.map({ 2, 1, 0.5, 0 }, function(dx, i)
      return { 0, exp.f(0), dx, exp.f(dx), r.secants[i] }
    end) },
  } })

  ch:data('learner', { columns = { 'c', 'J' }, blocks = {
    { name = 'curve', rows = range.map(range.linear(-0.03, 0.66, 139), function(c)
      return { c, r.learner.cost(c) }
    end) },
    { name = 'path', rows = range.map(r.learner.path, function(c) return { c, r.learner.cost(c) } end) },
  } })

  -- The error of each difference by h; then, where theory puts its best h, its error there.
  local curves, best = {}, {}
  for i, D in ipairs(theory.DIFFERENCES) do
    curves[i] = { name = D.name, rows = {} }
    for k = 0, #r.rms[i] do curves[i].rows[k + 1] = { -k * math.log10(2), math.log10(r.rms[i][k]) } end
    local h = gw.derivative_best_h(D.kind, EPSILON / 2, math.abs(r.sin.d(D.bend, 1)))
    best[i] = { math.log10(h), math.log10(r.rms[i][math.floor(0.5 - math.log(h) / math.log(2))]) }
  end
  curves[#curves + 1] = { name = 'best', rows = best }
  ch:data('error', { columns = { 'log10_h', 'log10_error' }, tolerance = { log10_error = 0.05 }, blocks = curves })
end
