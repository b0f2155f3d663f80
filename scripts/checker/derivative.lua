--- gradcheck FORMULA DERIVATIVE: is a derivative worked out on paper right?
local check = require 'gw.check'
local explain = require 'checker.explain'
local formula = require 'checker.formula'
local gw = require 'gw'

local POINTS = 24

local function run(function_text, derivative_text, options)
  local f, derivative = formula.read(function_text), formula.read(derivative_text)
  local points = formula.domain(f, POINTS, gw.random(options.seed))
  if #points < 5 then
    error(('%s has a value at %s of the points tried, from x = -1000 to 1000: nothing to check'):format(f.text,
      #points == 0 and 'none' or 'only ' .. #points), 0)
  end
  local results = {}
  for i, x in ipairs(points) do
    results[i] = check.derivative(function(t) return formula.value(f, t) end,
      function(t) return formula.value(derivative, t) end, { x }, options.seed + i)
    results[i].worst.where = ('x = %.4g'):format(x)
    results[i].worst.x = x
  end
  local all = check.merge(results)
  all.name = 'derivative'
  all.diagnosis = all.verdict == 'fail' and formula.diagnose(f, derivative, points) or {}
  local explained
  if options.explain then
    local w = all.worst
    explained = { where = w.where, analytic = w.analytic, numeric = w.numeric, bound = w.bound,
      curve = explain.curve(function(t) return formula.value(f, t) end, w.x, w.analytic) }
  end
  return {
    title = ('d/dx %s = %s'):format(f.text, derivative.text), points = #points,
    which = ('x from %.4g to %.4g'):format(math.min(unpack(points)), math.max(unpack(points))),
    verdict = all.verdict, cause = all.cause, digits = all.digits, evaluations = all.evaluations,
    blocks = { all }, purity = {}, explain = explained,
  }
end

return { run = run }
