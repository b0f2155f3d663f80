-- csrc/base/formula.h on formulas that nobody chose, by the generator of formulas.lua.
local ffi = require 'ffi'
local formula = require 'checker.formula'
local formulas = require 'tests.lua.formulas'
local gw = require 'gw'
local C = require('gw.ffi').C

local generate = formulas.generate

-- Points where a formula has a value on both sides too, up to 12.
local function domain(f)
  local points, list = gw.matrix.new(1, 12), {}
  for i = 1, gw.formula_domain(f.c, gw.random(5), points, 12) do list[i] = points:get(1, i) end
  return list
end

-- The keys of the broken rules that give just these values of the derivative.
local function diagnosed(f, derivative, points)
  local keys, list = {}, ffi.new('gw_formula_diagnosis[?]', C.GW_FORMULA_DIAGNOSES)
  for k = 1, gw.formula_diagnose(f.c, derivative.c, gw.matrix.from { points }, #points, list) do
    keys[ffi.string(C.gw_formula_rule_key(list[k - 1].rule))] = true
  end
  return keys
end

local function near(a, b) return math.abs(a - b) <= 1e-8 * math.max(math.abs(a), math.abs(b), 1e-3) end

describe('formulas that nobody chose', function()
  local function points_of(f)
    local points = domain(f)
    return #points >= 5 and points or nil
  end

  it('have the derivative that the rules give', function()
    local compared = 0
    for seed = 1, 400 do
      local text, slope = generate(gw.random(seed), -1)
      if #text < 2000 and #slope < 2000 then
        local f, derivative = formula.read(text), formula.read(slope)
        for _, x in ipairs(points_of(f) or {}) do
          local mine = gw.formula_slope(f.c, x)
          local theirs = formula.value(derivative, x)
          if theirs == theirs and math.abs(theirs) < 1e8 and mine == mine then
            compared = compared + 1
            assert(near(mine, theirs), ('%s at %g: %.17g, %.17g'):format(text, x, mine, theirs))
          end
        end
      end
    end
    assert.is_true(compared > 1500, compared)
  end)

  -- Where two breaks give the same numbers the first that explains them is as good; what
  -- counts is that the one that was made is among those told.
  it('say which rule was broken', function()
    local told, tried = {}, 0
    for seed = 1, 1500 do
      local _, _, _, nodes = generate(gw.random(seed), -1)
      local text, slope, key = generate(gw.random(seed), 1 + seed % math.max(nodes, 1))
      local f = key and #text < 2000 and #slope < 2000 and formula.read(text)
      local points = f and points_of(f)
      if points then
        local derivative, differs, usable = formula.read(slope), false, true
        for _, x in ipairs(points) do
          local right = gw.formula_slope(f.c, x)
          local wrong = formula.value(derivative, x)
          usable = usable and wrong == wrong and right == right and math.abs(wrong) < 1e8 and math.abs(wrong) > 1e-8
          differs = differs or not near(wrong, right)
        end
        if usable and differs then
          local keys = diagnosed(f, derivative, points)
          tried = tried + 1
          assert(keys[key], ('%s in %s as %s: %s'):format(key, text, slope, next(keys) or 'none'))
          told[key] = (told[key] or 0) + 1
        end
      end
    end
    assert.is_true(tried > 200, tried)
    for _, rules in pairs(formulas.WRITE) do
      for key in pairs(rules) do assert(key == 'right' or told[key], key .. ' was never tried') end
    end
  end)
end)
