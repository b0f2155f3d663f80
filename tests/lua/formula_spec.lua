-- csrc/base/formula.h on formulas that nobody chose: a generator writes a formula, its
-- derivative by the rules of the book, and the same with one rule broken in one place,
-- all as text. Nothing here shares a line with the module.
local formula = require 'checker.formula'
local gw = require 'gw'

local SLOPE = { -- of f(u), as text
  sin = 'cos(%s)', cos = '-sin(%s)', exp = 'exp(%s)', tanh = '1/cosh(%s)^2', atan = '1/(1+(%s)^2)',
  sigmoid = 'sigmoid(%s)*sigmoid(-(%s))', sinh = 'cosh(%s)', cosh = 'sinh(%s)', ln = '1/(%s)', sqrt = '0.5/sqrt(%s)',
  asin = '1/sqrt(1-(%s)^2)', acos = '-1/sqrt(1-(%s)^2)', tan = '1/cos(%s)^2',
}
local NAMES = {}
for name in pairs(SLOPE) do NAMES[#NAMES + 1] = name end
table.sort(NAMES)

local function slope_of(name, inside) return '(' .. SLOPE[name]:gsub('%%s', inside) .. ')' end

-- Each way to write the derivative of a node from its parts f, g and their slopes df,
-- dg, all in parentheses: the right one, and the broken ones by their key.
local WRITE = {
  ['*'] = {
    right = '(%df*%g+%f*%dg)', ['product-first-half'] = '(%df*%g)', ['product-second-half'] = '(%f*%dg)',
    ['product-of-slopes'] = '(%df*%dg)',
  },
  ['/'] = {
    right = '((%df*%g-%f*%dg)/%g^2)', ['quotient-sign'] = '((%df*%g+%f*%dg)/%g^2)',
    ['quotient-turned'] = '((%f*%dg-%df*%g)/%g^2)', ['quotient-not-squared'] = '((%df*%g-%f*%dg)/%g)',
    ['quotient-of-slopes'] = '(%df/%dg)',
  },
  ['^3'] = {
    right = '(3*%f^2*%df)', ['power-off-by-one'] = '(3*%f^3*%df)', ['power-not-brought-down'] = '(%f^2*%df)',
    ['missing-inner-derivative'] = '(3*%f^2)', ['outer-slope-at-x'] = '(3*x^2*%df)',
    ['inner-slope-inside'] = '(3*%df^2)',
  },
  ['-'] = { right = '(-%df)', ['sign-lost'] = '%df' },
  ['+'] = { right = '(%df+%dg)' },
}

local COMPOSITE = {
  ['missing-inner-derivative'] = true, ['outer-slope-at-x'] = true, ['inner-slope-inside'] = true,
}

local function written(pattern, parts)
  return (pattern:gsub('%%(%l+)', parts))
end

-- A random formula: its text, and its derivative in which `broken`, a node counted
-- from 1 as they are made, has one of its rules broken; only second parts may lack an x.
-- Returns both, the key, and how many nodes there are.
local function generate(rng, broken)
  local made, key = 0, nil
  local function pick(list) return list[1 + gw.random_below(rng, #list)] end
  local function rule(rules, inside)
    made = made + 1
    if made ~= broken then return 'right' end
    local keys = {}
    for name in pairs(rules) do
      if name ~= 'right' and not (inside == 'x' and COMPOSITE[name]) then keys[#keys + 1] = name end
    end
    table.sort(keys)
    if #keys > 0 then key = pick(keys) end
    return key or 'right'
  end
  local function node(depth, second)
    local leaf = second and pick { 'x', 'number' } or 'x'
    local kind = depth == 0 and leaf or pick { '+', '*', '/', '^3', '-', 'call', 'call' }
    if kind == 'x' then return 'x', '1' end
    if kind == 'number' then return ('%.2f'):format(0.3 + 2 * gw.random_uniform(rng)), '0' end
    local f, df = node(depth - 1)
    if kind == 'call' then
      local name = pick(NAMES)
      local right = slope_of(name, f) .. '*' .. df
      local at = { right = right, ['sign-of-function'] = '(-' .. right .. ')',
        ['function-not-differentiated'] = ('%s(%s)*%s'):format(name, f, df) }
      if f ~= 'x' then
        at['missing-inner-derivative'], at['missing-outer-derivative'] = slope_of(name, f), df
        at['outer-slope-at-x'] = slope_of(name, 'x') .. '*' .. df
        at['inner-slope-inside'] = slope_of(name, df)
      end
      return ('%s(%s)'):format(name, f), '(' .. at[rule(at)] .. ')'
    end
    local g, dg = 'x', '1'
    if kind == '+' or kind == '*' or kind == '/' then g, dg = node(depth - 1, true) end
    local parts = { f = '(' .. f .. ')', g = '(' .. g .. ')', df = '(' .. df .. ')', dg = '(' .. dg .. ')' }
    local text = kind == '^3' and parts.f .. '^3' or kind == '-' and '-' .. parts.f or parts.f .. kind .. parts.g
    return '(' .. text .. ')', written(WRITE[kind][rule(WRITE[kind], f)], parts)
  end
  local text, slope = node(3)
  return text, slope, key, made
end

local function near(a, b) return math.abs(a - b) <= 1e-8 * math.max(math.abs(a), math.abs(b), 1e-3) end

describe('formulas that nobody chose', function()
  local function points_of(f)
    local points = formula.domain(f, 12, gw.random(5))
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
          local keys = {}
          for _, d in ipairs(formula.diagnose(f, derivative, points)) do keys[d.key] = d.text end
          tried = tried + 1
          assert(keys[key], ('%s in %s as %s: %s'):format(key, text, slope, next(keys) or 'none'))
          told[key] = (told[key] or 0) + 1
        end
      end
    end
    assert.is_true(tried > 200, tried)
    for _, rules in pairs(WRITE) do
      for key in pairs(rules) do assert(key == 'right' or told[key], key .. ' was never tried') end
    end
  end)
end)
