--- Formulas in x as people type them, and derivatives that somebody claims of them:
-- csrc/base/formula.h and csrc/bank/claim.h, with their troubles as sentences.
local ffi = require 'ffi'
local gw = require 'gw'
local C = require('gw.ffi').C
local term = require 'gw.term'

local formula = {}

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

-- What breaking a rule means in general.
local function meaning(rule)
  local text = ffi.new('char[?]', C.GW_CLAIM_TEXT)
  C.gw_formula_say(nil, ffi.new('gw_formula_diagnosis', { rule = rule }), text, C.GW_CLAIM_TEXT)
  return ffi.string(text)
end

--- {{key, what it means}, …} of every mistake that it recognises.
function formula.mistakes()
  local list = {}
  for rule = 1, gw.formula_rules() - 1 do
    local key = C.gw_formula_rule_key(rule)
    if key ~= nil then
      list[#list + 1] = { ffi.string(key), meaning(rule) }
    end
  end
  table.sort(list, function(a, b) return a[1] < b[1] end)
  return list
end

--- What csrc/bank/claim.h finds of a claimed derivative: a gw_claim. An error says at
-- how few points f has a value.
function formula.claim(f, derivative, seed)
  local claim = ffi.new 'gw_claim'
  local memory = ffi.new('double[?]', tonumber(C.gw_claim_bytes()) / 8 + 1)
  local status = C.gw_claim_check(f.c, derivative.c, seed, memory, claim)
  if status == C.GW_DOMAIN then
    error(('%s has a value at %s of the points tried, from x = -1000 to 1000: nothing to check'):format(f.text,
      claim.points == 0 and 'none' or 'only ' .. claim.points), 0)
  end
  if status ~= 0 then error(ffi.string(C.gw_status_text(status)), 0) end
  return claim
end

return formula
