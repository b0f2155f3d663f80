--- Formulas in x as people type them: csrc/base/formula.h, with its troubles as
-- sentences and its diagnoses as words.
local ffi = require 'ffi'
local gw = require 'gw'
local C = require('gw.ffi').C
local term = require 'gw.term'

local formula = {}

local WORDS = 3 * C.GW_FORMULA_LONGEST -- a sentence quotes the formula twice at most

--- Reads a formula. An error shows where with a caret.
function formula.read(text)
  local f = ffi.new 'gw_formula'
  if C.gw_formula_read(text, f) == 0 then return { c = f, text = ffi.string(f.text) } end
  local problem, read = ffi.string(f.problem), ffi.string(f.text)
  if not problem:match ':$' then error(problem, 0) end
  error(('%s\n  %s\n  %s^'):format(problem, read, (' '):rep(term.width(read:sub(1, f.place)))), 0)
end

function formula.value(f, x)
  return gw.formula_value(f.c, x)
end

--- Points where the formula has a value on both sides too: up to `count` of them.
function formula.domain(f, count, rng)
  local points = gw.matrix.new(1, count)
  local list = {}
  for i = 1, gw.formula_domain(f.c, rng, points, count) do list[i] = points:get(1, i) end
  return list
end

local function sentence(f, diagnosis)
  local text = ffi.new('char[?]', WORDS)
  C.gw_formula_say(f and f.c, diagnosis, text, WORDS)
  return ffi.string(text)
end

--- {{key, what it means}, …} of every mistake that it recognises.
function formula.mistakes()
  local list = {}
  for rule = 1, gw.formula_rules() - 1 do
    local key = C.gw_formula_rule_key(rule)
    if key ~= nil then
      list[#list + 1] = { ffi.string(key), sentence(nil, ffi.new('gw_formula_diagnosis', { rule = rule })) }
    end
  end
  table.sort(list, function(a, b) return a[1] < b[1] end)
  return list
end

--- Which broken rules give just these values of the derivative?
-- @return {{key, text}, …}
function formula.diagnose(f, derivative, points)
  local at, list = gw.matrix.from { points }, ffi.new('gw_formula_diagnosis[?]', C.GW_FORMULA_DIAGNOSES)
  local found = {}
  for k = 1, gw.formula_diagnose(f.c, derivative.c, at, #points, list) do
    local d = list[k - 1]
    found[k] = { key = ffi.string(C.gw_formula_rule_key(d.rule)), text = sentence(f, d) }
  end
  return found
end

return formula
