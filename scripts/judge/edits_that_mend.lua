--- Single edits that only a wrong answer needs: rules that are tried at each token, see
-- mutants.lua. `c.parts` are expressions of the solution, see parts.lua.
local grammar = require 'judge.grammar'

local KEYWORD, TYPE, partner, is_binary, is_sign = grammar.KEYWORD, grammar.TYPE, grammar.partner, grammar.is_binary,
  grammar.is_sign
local factor_end, term_end, expression_end = grammar.factor_end, grammar.term_end, grammar.expression_end

local OPERATORS = { ['+'] = { '*', '/' }, ['-'] = { '*', '/' }, ['*'] = { '+', '-' }, ['/'] = { '+', '-' } }

-- Another operator.
local function operators(c, i, x)
  for _, other in ipairs(is_binary(c.t, i) and OPERATORS[x.text] or {}) do c.put('operator', i, i, other) end
end

-- A bracket that closes too early or too late: sqrt(1) + x * x, exp(-z) / 2, log(x + 1).
local function closing(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local open = x.text == ')' and partner(t, i)
  if not open or not t[open - 1] or is_sign(t[open - 1], 'if', 'for', 'while') or TYPE[t[open + 1].text] then return end
  local inner, last = words(open + 1, i - 1), i
  while is_sign(t[last + 1], '+', '-', '*', '/') and is_binary(t, last + 1) do
    last = factor_end(t, last + 2)
    if not last then break end
    put('brackets', open, last, '(' .. inner .. words(i + 1, last) .. ')')
  end
  for k = open + 1, i - 1 do
    if is_sign(t[k], '+', '-', '*', '/') and t[k].depth == x.depth and is_binary(t, k) then
      put('brackets', open, i, '(' .. words(open + 1, k - 1) .. ') ' .. words(k, i - 1))
    end
  end
end

local WRAPPED = { 'sqrt', 'fabs' }
local COMPLEX = { sin = 'csin', cos = 'ccos', exp = 'cexp', log = 'clog', sqrt = 'csqrt' }

-- A function too few around a factor, its two numbers exchanged, or two functions.
local function calls(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local before, after = t[i - 1], t[i + 1]
  if (x.text == '(' or x.kind == 'name' and not KEYWORD[x.text] and not TYPE[x.text] and not x.declares) and
    is_sign(before, '+', '-', '*', '/', '=', '(', 'return', '<', '>', '<=', '>=', ',') and is_sign(t[i - 2], 'at') ==
    false then
    local last = factor_end(t, i)
    if last and not (is_sign(before, '(') and is_sign(t[i - 2], 'if', 'for', 'while')) and not is_sign(t[last + 1],
      '=', '+=', '-=', '++') then
      local inner = x.text == '(' and words(i, last) or '(' .. words(i, last) .. ')'
      for _, name in ipairs(WRAPPED) do put('wrapped', i, last, name .. inner) end
    end
  end
  if x.kind ~= 'name' or KEYWORD[x.text] or x.text == 'at' or not is_sign(after, '(') then return end
  if COMPLEX[x.text] then put('call', i, i, COMPLEX[x.text]) end
  local close = partner(t, i + 1)
  local comma = close and expression_end(t, i + 2)
  comma = comma and comma + 1
  if comma and is_sign(t[comma], ',') and comma < close then
    put('arguments', i + 2, close - 1, words(comma + 1, close - 1) .. ', ' .. words(i + 2, comma - 1))
  end
  local inner = t[i + 2]
  if close and inner and inner.kind == 'name' and is_sign(t[i + 3], '(') and partner(t, i + 3) == close - 1 and
    inner.text ~= x.text then
    put('arguments', i, close, ('%s(%s%s)'):format(inner.text, x.text, words(i + 3, close - 1)))
  end
end

-- A number that is rounded.
local ROUNDED = { 2.718281828459045, 0.6931471805599453, 3.141592653589793, 1.4142135623730951, 2.302585092994046,
  0.4342944819032518 }

local function rounded(c, i, x)
  local value = x.kind == 'number' and #x.text < 17 and x.text:match '%.%d%d' and tonumber(x.text)
  if not value then return end
  for _, n in ipairs(ROUNDED) do
    if math.abs(value - n) < 0.01 * n then c.put('rounded', i, i, ('%.16g'):format(n)) end
  end
  for q = 3, 9 do
    local p = math.floor(value * q + 0.5)
    if p > 0 and p % q ~= 0 and math.abs(value * q - p) < 0.015 * p and value ~= p / q then
      c.put('rounded', i, i, ('(%d.0 / %d)'):format(p, q))
    end
  end
end

-- A double that makes a new variable where one is there; a line that keeps nothing.
local function kept(c, i, x)
  local t, put = c.t, c.put
  if (x.text == 'double' or x.text == 'int') and t[i + 1] and t[i + 1].kind == 'name' and is_sign(t[i + 2], '=') then
    for _, n in ipairs(c.known) do
      if n.name == t[i + 1].text and n.of == x.of and n.at < i then
        put('shadow', i, i, '')
        break
      end
    end
  end
  if x.kind == 'name' and not KEYWORD[x.text] and not TYPE[x.text] and is_sign(t[i - 1], ';', '{', '}', ')') and
    is_sign(t[i + 1], '+', '-', '*', '/') then
    put('kept', i, i, x.text .. ' = ' .. x.text)
  end
end

-- The body of the loop or if whose brackets close at i, when it is one statement.
local function body_end(t, i)
  while t[i] and not is_sign(t[i], ';') do
    if t[i].text:match '^[({]$' then i = partner(t, i) end
    i = i and i + 1
  end
  return i
end

-- Braces that are missing around two statements; a ; that ends a loop before its body.
local function braces(c, i, x)
  local t, put, words = c.t, c.put, c.words
  if not is_sign(x, 'for', 'while', 'if') or not is_sign(t[i + 1], '(') then return end
  local close = partner(t, i + 1)
  if not close or is_sign(t[close + 1], '{') then return end
  if is_sign(t[close + 1], ';') then return put('braces', close, close + 1, ')') end
  local first = body_end(t, close + 1)
  local second = first and t[first + 1] and not t[first + 1].text:match '^[}]$' and body_end(t, first + 1)
  if second and t[second] and not is_sign(t[first + 1], 'return') then
    put('braces', close + 1, second, '{ ' .. words(close + 1, second) .. ' }')
  end
end

-- A statement that belongs before the loop that it begins, or into the one that follows.
local function places(c, i, x)
  local t, put, words = c.t, c.put, c.words
  if x.text == '{' and is_sign(t[i - 1], ')') then
    local open = partner(t, i - 1)
    local stop = body_end(t, i + 1)
    if open and is_sign(t[open - 1], 'for', 'while') and t[stop] and not is_sign(t[i + 1], 'for', 'if', 'while',
      'return') then
      put('place', open - 1, stop, words(i + 1, stop) .. ' ' .. words(open - 1, i))
    end
  end
  if not is_sign(x, 'for', 'while') or not is_sign(t[i - 1], ';') then return end
  local first = i - 2
  while t[first] and not is_sign(t[first], ';', '{', '}') do
    local open = t[first].text == ')' and partner(t, first)
    if open and is_sign(t[open - 1], 'for', 'if', 'while') then break end
    first = (open or first) - 1
  end
  local statement = words(first + 1, i - 1)
  local at = i
  for _ = 1, 2 do -- into this loop, and the one that it begins with
    local close = is_sign(t[at + 1], '(') and partner(t, at + 1)
    if not close then break end
    if is_sign(t[close + 1], '{') then
      put('place', first + 1, close + 1, words(i, close) .. ' { ' .. statement)
      at = close + 2
    else
      local stop = body_end(t, close + 1)
      if not stop or not t[stop] or is_sign(t[close + 1], 'for') then
        at = close + 1
      else
        put('place', first + 1, stop, words(i, close) .. ' { ' .. statement .. ' ' .. words(close + 1, stop) .. ' }')
        break
      end
    end
    if not is_sign(t[at], 'for', 'while') then break end
  end
end

-- Two factors too many: d * a * (1 - a).
local function pairs_of_factors(c, i, x)
  local t = c.t
  if not is_sign(x, '*', '/') or not is_binary(t, i) then return end
  local last = factor_end(t, i + 1)
  if last and is_sign(t[last + 1], '*', '/') then c.put('extra factor', i, factor_end(t, last + 2), '') end
end

-- A factor or a term of the solution that is missing in a term, or in a right side.
local function missing(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local before, earlier = t[i - 1], t[i - 2]
  if not is_sign(before, '=', 'return', '+=', '-=', '+', '-', '(') or x.text == ';' or TYPE[x.text] then return end
  if is_sign(before, '(') and not is_sign(earlier, '=', 'return', '+', '-', '*', '/') then return end
  if is_sign(before, '+', '-') and not is_binary(t, i - 1) then return end
  local last = term_end(t, i)
  if not last then return end
  local inner, atoms = words(i, last), c.fitting(c.parts.factors, i)
  for _, name in ipairs(c.scalars(i)) do atoms[#atoms + 1] = name end -- one seen before is put once
  for _, atom in ipairs(atoms) do
    put('missing factor', i, last, ('%s * %s'):format(inner, atom))
    put('missing factor', i, last, ('%s / %s'):format(inner, atom))
  end
  if is_sign(before, '=', 'return', '+=', '(') then
    for _, atom in ipairs(c.fitting(c.parts.factors, i)) do
      put('missing term', i, last, ('%s + %s'):format(inner, atom))
      put('missing term', i, last, ('%s - %s'):format(inner, atom))
    end
  end
end

-- A part of a right side, and what the solution has there.
local function parts(c, i, x)
  local t, put = c.t, c.put
  local before = t[i - 1]
  if not is_sign(before, '=', 'return', '+=', '-=', '+', '-', '*', '/', '(', ',') or TYPE[x.text] or x.text == ')' or
    x.declares or KEYWORD[x.text] then
    return
  end
  local ends = { factor_end(t, i) or 0 }
  if is_sign(before, '=', 'return', '+=', '-=', '+', '-', '(') then
    ends[2] = term_end(t, i)
    ends[3] = is_sign(before, '(') and ends[2] and expression_end(t, i) or nil
  end
  local is_local = is_sign(before, '=') and t[i - 2] and t[i - 2].declares
  for _, last in pairs(ends) do
    local is_whole = is_sign(before, '=', 'return', '+=', '-=') and is_sign(t[last + 1], ';')
    if t[last] and (not is_whole or is_local) and not is_sign(t[last + 1], '=', '+=', '++', '--') then
      for _, part in ipairs(c.fitting(c.parts.all, i)) do put('part', i, last, part) end
    end
  end
end

return { operators, closing, calls, rounded, kept, braces, places, pairs_of_factors, missing, parts }
