--- Formulas in x as people type them: read, evaluated, differentiated, and
-- differentiated with one rule of calculus broken, to find out which one was.
local lpeg = require 'lpeg'
local term = require 'gw.term'

local formula = {}

lpeg.setmaxstack(40000)
local LONGEST = 2000
local P, R, S, C, Cp, V = lpeg.P, lpeg.R, lpeg.S, lpeg.C, lpeg.Cp, lpeg.V

--- Functions of one argument: {value, slope}.
local cosh, sinh, tanh = math.cosh, math.sinh, math.tanh
local function sigmoid(u) return 1 / (1 + math.exp(-u)) end
local FUNCTION = {
  sin = { math.sin, math.cos },
  cos = { math.cos, function(u) return -math.sin(u) end },
  tan = { math.tan, function(u) return 1 / math.cos(u) ^ 2 end },
  asin = { math.asin, function(u) return 1 / math.sqrt(1 - u * u) end },
  acos = { math.acos, function(u) return -1 / math.sqrt(1 - u * u) end },
  atan = { math.atan, function(u) return 1 / (1 + u * u) end },
  sinh = { sinh, cosh },
  cosh = { cosh, sinh },
  tanh = { tanh, function(u) return 1 / cosh(u) ^ 2 end },
  exp = { math.exp, math.exp },
  ln = { math.log, function(u) return 1 / u end },
  sqrt = { math.sqrt, function(u) return 0.5 / math.sqrt(u) end },
  abs = { math.abs, function(u) return u > 0 and 1 or u < 0 and -1 or 0 / 0 end },
  sigmoid = { sigmoid, function(u) return sigmoid(u) * sigmoid(-u) end },
}
local ALIAS = { arcsin = 'asin', arccos = 'acos', arctan = 'atan', log = 'ln' }
local CONSTANT = { pi = math.pi, e = math.exp(1) }

local space = S ' \t' ^ 0
local digit = R '09'
local number = C((digit ^ 1 * (P '.' * digit ^ 0) ^ -1 + P '.' * digit ^ 1) * (S 'eE' * S '+-' ^ -1 * digit ^ 1) ^ -1)
  / function(text) return { op = 'number', value = tonumber(text) } end
local word = C(R('az', 'AZ') * R('az', 'AZ', '09', '__') ^ 0)

-- Left to right: ((a - b) - c); every node keeps where it stands.
local function fold(first, ...)
  local list, node = { ... }, first
  for i = 1, #list, 2 do
    local right = list[i + 1]
    node = { op = list[i], node, right, from = node.from, to = right.to }
  end
  return node
end

local function spanned(pattern)
  return Cp() * pattern * Cp() / function(from, node, to)
    if not node.from then node.from, node.to = from, to - 1 end
    return node
  end
end

local grammar = P {
  'all',
  all = space * V 'sum' * space * Cp(),
  sum = V 'term' * (space * C(S '+-') * space * V 'term') ^ 0 / fold,
  term = V 'factor' * (space * C(S '*/') * space * V 'factor') ^ 0 / fold,
  factor = spanned(P '-' * space * V 'factor' / function(a) return { op = 'minus', a } end)
    + P '+' * space * V 'factor' + V 'power',
  power = spanned(V 'atom' * (space * P '^' * space * V 'factor') ^ -1 / function(a, b)
    return b and { op = '^', a, b } or a
  end),
  atom = spanned(number) + spanned(V 'call') + spanned(V 'name')
    + Cp() * P '(' * space * V 'sum' * space * P ')' * Cp() / function(from, node, to)
      node.from, node.to = from, to - 1
      return node
    end,
  call = word * space * P '(' * space * V 'sum' * space * P ')' / function(name, a)
    return { op = 'call', name = ALIAS[name] or name, a }
  end,
  name = word / function(name) return { op = 'name', name = name } end,
}

-- The furthest place that was read, for the caret.
local function furthest(text)
  local reached = 1
  local probe = P(function(_, at)
    reached = math.max(reached, at)
    return true
  end)
  local mark = probe * space
  local loose = P { 'sum',
    sum = V 'term' * (mark * S '+-' * mark * V 'term') ^ 0,
    term = V 'factor' * (mark * S '*/' * mark * V 'factor') ^ 0,
    factor = mark * S '+-' ^ 0 * mark * V 'atom' * (mark * P '^' * mark * V 'factor') ^ -1,
    inside = P '(' * mark * V 'sum' * mark * P ')',
    atom = (number + word * mark * V 'inside' + word + V 'inside') * probe,
  }
  loose:match(text)
  return math.min(reached, #text + 1)
end

local function complain(text, at, message)
  error(('%s\n  %s\n  %s^'):format(message, text, (' '):rep(term.width(text:sub(1, at - 1)))), 0)
end

local function needs_parentheses(name)
  return ('%s needs its argument in parentheses, as %s(x):'):format(name, name)
end

-- What is wrong at a place where reading ended, as people come to write it.
local function misread(text, at)
  local before, here = text:sub(1, at - 1), text:sub(at)
  local name = before:match '(%a+)%s*$'
  if name and FUNCTION[ALIAS[name] or name] then return needs_parentheses(name) end
  if here == '' then return 'the formula ends too early:' end
  if before:match '%*$' and here:match '^%*' then return 'a power is written with ^:' end
  if before:match '[%w)]%s*$' and here:match '^[%w(]' then return 'a product needs its *, as 2*x:' end
  if here:match '^%)' then return 'this parenthesis was never opened:' end
  return 'this cannot be read from here on:'
end

local function check_names(node, text)
  if node.op == 'name' and node.name ~= 'x' and not CONSTANT[node.name] then
    if FUNCTION[ALIAS[node.name] or node.name] then
      complain(text, node.to + 1, needs_parentheses(node.name))
    end
    complain(text, node.from, ('«%s» is no name known here; the variable is x:'):format(node.name))
  elseif node.op == 'call' and not FUNCTION[node.name] then
    local names = {}
    for name in pairs(FUNCTION) do names[#names + 1] = name end
    table.sort(names)
    complain(text, node.from, ('«%s» is no function known here; there are %s:'):format(node.name,
      table.concat(names, ', ')))
  end
  for _, child in ipairs(node) do check_names(child, text) end
end

--- Reads a formula. An error shows where with a caret.
function formula.read(text)
  text = text:gsub('−', '-'):gsub('·', '*'):gsub('%s', ' '):gsub('^ +', '')
  if not text:match '%S' then error('a formula is empty', 0) end
  if #text > LONGEST then error(('a formula has at most %d characters, not %d'):format(LONGEST, #text), 0) end
  local tree, stop = grammar:match(text)
  if not tree or stop <= #text then
    local at = math.max(furthest(text), tree and stop or 1)
    complain(text, at, misread(text, at))
  end
  check_names(tree, text)
  return { tree = tree, text = text }
end

local function depends_on_x(node)
  if node.op == 'name' then return node.name == 'x' end
  for _, child in ipairs(node) do
    if depends_on_x(child) then return true end
  end
  return false
end

-- Rules of calculus, and how each is broken. u, v are values, du, dv slopes.
local RULE = {
  ['+'] = { right = function(_, _, du, dv) return du + dv end },
  ['-'] = { right = function(_, _, du, dv) return du - dv end },
  ['*'] = {
    right = function(u, v, du, dv) return du * v + u * dv end,
    ['product-first-half'] = function(_, v, du) return du * v end,
    ['product-second-half'] = function(u, _, _, dv) return u * dv end,
    ['product-of-slopes'] = function(_, _, du, dv) return du * dv end,
  },
  ['/'] = {
    right = function(u, v, du, dv) return (du * v - u * dv) / (v * v) end,
    ['quotient-sign'] = function(u, v, du, dv) return (du * v + u * dv) / (v * v) end,
    ['quotient-turned'] = function(u, v, du, dv) return (u * dv - du * v) / (v * v) end,
    ['quotient-not-squared'] = function(u, v, du, dv) return (du * v - u * dv) / v end,
    ['quotient-of-slopes'] = function(_, _, du, dv) return du / dv end,
  },
  ['^'] = {
    right = function(u, v, du, dv)
      if dv == 0 then return du == 0 and 0 or v * u ^ (v - 1) * du end
      return u ^ v * (dv * math.log(u) + (du == 0 and 0 or v * du / u))
    end,
    ['power-off-by-one'] = function(u, v, du, dv) return dv == 0 and v * u ^ v * du or 0 / 0 end,
    ['power-not-brought-down'] = function(u, v, du, dv) return dv == 0 and u ^ (v - 1) * du or 0 / 0 end,
    ['missing-inner-derivative'] = function(u, v, _, dv) return dv == 0 and v * u ^ (v - 1) or u ^ v * math.log(u) end,
    ['missing-logarithm'] = function(u, v, du, dv) return du == 0 and u ^ v * dv or 0 / 0 end,
    ['power-rule-on-exponential'] = function(u, v, du, dv) return du == 0 and v * u ^ (v - 1) * dv or 0 / 0 end,
  },
  minus = {
    right = function(_, _, du) return -du end,
    ['sign-lost'] = function(_, _, du) return du end,
  },
}

local function call_slope(node, rule, u, du)
  local slope = FUNCTION[node.name][2](u)
  if rule == 'missing-inner-derivative' then return slope end
  if rule == 'missing-outer-derivative' then return du end
  if rule == 'sign-of-function' then return -slope * du end
  if rule == 'function-not-differentiated' then return FUNCTION[node.name][1](u) * du end
  return slope * du
end

-- Value and slope of a node at x. `broken` is a node whose rule is broken.
local function dual(node, x, broken, rule)
  if node.op == 'number' then return node.value, 0 end
  if node.op == 'name' then
    if node.name == 'x' then return x, 1 end
    return CONSTANT[node.name], 0
  end
  local u, du = dual(node[1], x, broken, rule)
  if node.op == 'call' then
    return FUNCTION[node.name][1](u), call_slope(node, node == broken and rule, u, du)
  end
  local v, dv = 0, 0
  if node[2] then v, dv = dual(node[2], x, broken, rule) end
  local slope = RULE[node.op][node == broken and rule or 'right'](u, v, du, dv)
  if node.op == '+' then return u + v, slope end
  if node.op == '-' then return u - v, slope end
  if node.op == '*' then return u * v, slope end
  if node.op == '/' then return u / v, slope end
  if node.op == '^' then return u ^ v, slope end
  return -u, slope
end

function formula.value(f, x)
  return (dual(f.tree, x))
end

local SAYS = {
  ['missing-inner-derivative'] = 'the inner derivative, of %s, is missing in %s',
  ['missing-outer-derivative'] = 'the outer derivative is missing in %2$s',
  ['sign-of-function'] = 'the derivative of the outer function in %2$s has the wrong sign',
  ['function-not-differentiated'] = 'the outer function in %2$s stayed as it is',
  ['product-first-half'] = 'the product rule lacks its second half, f g\', in %2$s',
  ['product-second-half'] = 'the product rule lacks its first half, f\' g, in %2$s',
  ['product-of-slopes'] = 'the derivatives were multiplied in %2$s: the product rule is f\' g + f g\'',
  ['quotient-sign'] = 'the quotient rule has a plus where its minus belongs, in %2$s',
  ['quotient-turned'] = 'the two terms of the quotient rule are exchanged in %2$s',
  ['quotient-not-squared'] = 'the denominator is not squared in %2$s',
  ['quotient-of-slopes'] = 'the derivatives were divided in %2$s: the quotient rule is (f\' g - f g\')/g^2',
  ['power-off-by-one'] = 'the exponent was not lowered by one in %2$s',
  ['power-not-brought-down'] = 'the exponent did not come down as a factor in %2$s',
  ['missing-logarithm'] = 'the factor ln of the base is missing in %2$s',
  ['power-rule-on-exponential'] = 'the power rule was used on the exponential %2$s',
  ['sign-lost'] = 'a minus sign was lost in %2$s',
}

local function source(f, node) return f.text:sub(node.from, node.to) end

-- LuaJIT's format has no numbered arguments.
local function sentence(key, inner, outer)
  return (SAYS[key]:gsub('%%2%$s', function() return outer end)
    :gsub('%%s', function() return inner end, 1):gsub('%%s', function() return outer end, 1))
end

--- {{key, what it means}, …} of every broken rule that it recognises.
function formula.mistakes()
  local list = {}
  for key in pairs(SAYS) do list[#list + 1] = { key, sentence(key, 'g', 'f(g)') } end
  table.sort(list, function(a, b) return a[1] < b[1] end)
  return list
end

local function same(f, values, points, node, rule)
  for i, x in ipairs(points) do
    local _, slope = dual(f.tree, x, node, rule)
    local near = math.abs(slope - values[i]) <= 1e-9 * math.max(math.abs(slope), math.abs(values[i]))
    if not near then return false end -- so is NaN
  end
  return true
end

local function each_node(node, visit)
  visit(node)
  for _, child in ipairs(node) do each_node(child, visit) end
end

--- Which broken rule gives just these values of the derivative?
-- @return {{key, text}, …}
function formula.diagnose(f, derivative, points)
  local values, found = {}, {}
  for i, x in ipairs(points) do values[i] = formula.value(derivative, x) end
  for i, x in ipairs(points) do
    local _, slope = dual(f.tree, x)
    local finite = values[i] == values[i] and math.abs(values[i]) < math.huge
    if not finite and math.abs(slope) < math.huge then
      return { { key = 'nan', text = ('The derivative has no value at x = %.4g, where the function has a slope.')
        :format(x) } }
    end
  end
  local function say(key, text)
    for _, d in ipairs(found) do
      if d.key == key and d.text == text then return end
    end
    found[#found + 1] = { key = key, text = text:sub(1, 1):upper() .. text:sub(2) .. '.' }
  end
  each_node(f.tree, function(node)
    if not depends_on_x(node) then return end
    local rules = {}
    if node.op == 'call' then
      local inner_is_x = node[1].op == 'name'
      rules = { 'sign-of-function', 'function-not-differentiated' }
      if not inner_is_x then
        table.insert(rules, 1, 'missing-inner-derivative')
        rules[#rules + 1] = 'missing-outer-derivative'
      end
    else
      for rule in pairs(RULE[node.op] or {}) do
        local plain_power = rule == 'missing-inner-derivative' and node[1].op == 'name'
        if rule ~= 'right' and not plain_power then rules[#rules + 1] = rule end
      end
      table.sort(rules)
    end
    for _, rule in ipairs(rules) do
      if same(f, values, points, node, rule) then
        local inner = node[1]
        if not depends_on_x(inner) and node[2] then inner = node[2] end
        say(rule, sentence(rule, source(f, inner), source(f, node)))
      end
    end
  end)
  -- A constant factor, or the sign, of the whole.
  local ratio
  for i, x in ipairs(points) do
    local _, slope = dual(f.tree, x)
    local r = values[i] / slope
    if ratio and math.abs(r - ratio) > 1e-9 * math.abs(ratio) then return found end
    ratio = ratio or r
  end
  if ratio and ratio == ratio and math.abs(ratio) < math.huge and ratio ~= 0 and #found == 0 then
    if math.abs(ratio + 1) < 1e-9 then
      say('sign', 'the sign is turned')
    else
      say('scale', ('it is %.6g times what it should be everywhere: a constant factor'):format(ratio))
    end
  elseif ratio == 0 then
    say('zero', 'it is 0 where the function has a slope')
  end
  return found
end

--- Points where the formula has a finite value, and has one nearby too: up to
-- `count` of them.
function formula.domain(f, count, uniform)
  local points = {}
  local function finite(x)
    local y = formula.value(f, x)
    return y == y and math.abs(y) < math.huge
  end
  local function try(reach, unit)
    local x = reach * (2 * uniform() - 1)
    local near = 0.02 * math.max(unit, math.abs(x))
    if #points < count and finite(x) and finite(x - near) and finite(x + near) then points[#points + 1] = x end
  end
  for i = 1, 60 * count do try(i % 3 == 0 and 10 or 2.5, 1) end
  if #points >= count / 4 then return points end
  -- A domain far out, or a narrow one.
  for i = 1, 60 * count do
    local reach = ({ 0.1, 0.001, 100, 1000 })[i % 4 + 1]
    try(reach, math.min(reach, 1))
  end
  return points
end

return formula
