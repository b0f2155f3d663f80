-- Formulas that nobody chose: a generator writes a formula, its derivative by the rules
-- of the book, and the same with one rule broken in one place, all as text. Nothing here
-- shares a line with csrc/base/formula.h.
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

return { generate = generate, WRITE = WRITE }
