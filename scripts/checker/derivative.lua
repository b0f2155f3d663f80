--- gradcheck FORMULA DERIVATIVE: is a derivative worked out on paper right?
local ffi = require 'ffi'
local explain = require 'checker.explain'
local formula = require 'checker.formula'
local C = require('gw.ffi').C

local function words(verdict) return ffi.string(C.gw_verdict_text(verdict)) end

-- Between which x the points lie.
local function span(claim)
  local least, most = math.huge, -math.huge
  for i = 0, claim.points - 1 do
    least, most = math.min(least, claim.point[i].x), math.max(most, claim.point[i].x)
  end
  return ('x from %.4g to %.4g'):format(least, most)
end

local function run(function_text, derivative_text, options)
  local f, derivative = formula.read(function_text), formula.read(derivative_text)
  local claim = formula.claim(f, derivative, options.seed)
  local at = claim.point[claim.worst]
  local worst = { where = ('x = %.4g'):format(at.x), analytic = at.analytic, numeric = at.numeric, bound = at.bound }
  local all = {
    name = 'derivative', verdict = words(claim.verdict), cause = ffi.string(C.gw_claim_why(claim)),
    digits = claim.digits, entries = claim.points, worst = worst, diagnosis = {},
  }
  for i = 1, claim.mistakes do
    local mistake = claim.mistake[i - 1]
    all.diagnosis[i] = { key = ffi.string(mistake.key), text = ffi.string(mistake.text) }
  end
  local explained
  if options.explain then
    explained = { where = worst.where, analytic = worst.analytic, numeric = worst.numeric, bound = worst.bound,
      curve = explain.curve(function(t) return formula.value(f, t) end, at.x, at.analytic) }
  end
  return {
    title = ('d/dx %s = %s'):format(f.text, derivative.text), points = claim.points, which = span(claim),
    verdict = all.verdict, cause = all.cause, digits = all.digits, evaluations = claim.evaluations,
    blocks = { all }, purity = {}, explain = explained,
  }
end

return { run = run }
