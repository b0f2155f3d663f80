--- Single edits within an expression that only a wrong answer needs: rules that are tried at
-- each token, see mutants.lua.
local grammar = require 'judge.grammar'

local KEYWORD, TYPE, partner, is_binary = grammar.KEYWORD, grammar.TYPE, grammar.partner, grammar.is_binary
local is_sign, factor_end, term_end, expression_end = grammar.is_sign, grammar.factor_end, grammar.term_end,
  grammar.expression_end

local OPERATORS = { ['+'] = { '*', '/' }, ['-'] = { '*', '/' }, ['*'] = { '+', '-' }, ['/'] = { '+', '-', '%' } }

-- Another operator. A name beside itself is a square and was meant to be one; times 1 is no slip for less 1.
local function operators(c, i, x)
  local before, after = c.t[i - 1], c.t[i + 1]
  if before and after and (before.text == after.text or before.text == '1' or after.text == '1' or
    before.text == '0' or after.text == '0') then return end
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

-- A factor of a whole bracket that belongs to one of its terms: a * (b + c) for a * b + c.
local function one_term(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local close = is_sign(x, '(') and not (t[i - 1] and t[i - 1].kind == 'name' and not KEYWORD[t[i - 1].text]) and
    partner(t, i)
  local first = close and i
  while first and is_sign(t[first - 1], '*') and is_binary(t, first - 1) do
    first = grammar.factor_begin(t, first - 2)
    local last = first and factor_end(t, first)
    if not last then return end
    local from = i + 1
    while from < close do
      local stop = term_end(t, from)
      if not stop or stop >= close then break end
      local rest = words(first, last) ~= '' and words(last + 2, i - 1)
      local made = put('one term', first, close, ('%s(%s%s * %s%s)'):format(rest or '', words(i + 1, from - 1),
        words(first, last), words(from, stop), words(stop + 1, close - 1)))
      if made then made.old = words(first, last) end
      if not is_sign(t[stop + 1], '+', '-') then break end
      from = stop + 2
    end
  end
end

-- n * pow(b, n - 1), where it is the exponent that moves.
local function power_rule(c, i, x)
  local t, words = c.t, c.words
  local close = is_sign(x, 'pow') and is_sign(t[i + 1], '(') and partner(t, i + 1)
  local comma = close and expression_end(t, i + 2)
  if not comma or not is_sign(t[comma + 1], ',') or not is_sign(t[close - 2], '-') or not is_sign(t[close - 1], '1') or
    not is_sign(t[i - 1], '*') then
    return
  end
  local base, exponent, first = words(i + 2, comma), words(comma + 2, close - 3), grammar.factor_begin(t, i - 2)
  if first and words(first, i - 2) == exponent then
    c.put('power rule', first, close, ('pow(%s, %s) * log(%s)'):format(base, exponent, base))
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
      local term = term_end(t, i)
      for _, name in ipairs(term and term > last and not is_sign(before, '*', '/') and WRAPPED or {}) do
        put('wrapped', i, term, ('%s(%s)'):format(name, words(i, term)))
      end
    end
  end
  if x.kind ~= 'name' or KEYWORD[x.text] or x.text == 'at' or not is_sign(after, '(') then return end
  if c.is_complex and COMPLEX[x.text] then put('call', i, i, COMPLEX[x.text]) end
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

-- Another number that is returned, of any kind.
local function returned(c, i, x)
  local t = c.t
  if not is_sign(x, 'return') or not is_sign(t[i + 2], ';') or t[i + 1].kind ~= 'name' then return end
  for _, name in ipairs(c.scalars(i)) do
    if name ~= t[i + 1].text then c.put('name', i + 1, i + 1, name) end
  end
end

-- A number instead of what is given; a cast too many.
local function fixed(c, i, x)
  local t, put = c.t, c.put
  if x.kind == 'number' and not is_sign(t[i - 1], '[') then
    for _, name in ipairs(c.scalars(i)) do put('fixed', i, i, name) end
  end
  if x.text == '(' and t[i + 1] and TYPE[t[i + 1].text] and is_sign(t[i + 2], ')') and t[i + 3] and
    not is_sign(t[i + 1], 'double') then
    put('cast', i, i + 2, '')
    if is_sign(t[i - 1], '(') and is_sign(t[i - 2], 'abs', 'fabs') then put('cast', i - 2, i + 2, 'fabs(') end
  end
end

-- All + of a sum are *, or the other way round.
local SERIES = { ['+'] = '*', ['*'] = '+' }
local function series(c, i, x)
  local t, put = c.t, c.put
  if not is_sign(x, '=', 'return', '(', '+=') then return end
  local function turned(operator)
    local words, k, count = '', i + 1, 0
    while t[k] and not t[k].text:match '^[;,)]$' do
      local stop = t[k].text:match '^[(%[]$' and partner(t, k) or k
      if not stop then return end
      local is_this = t[k].text == operator and is_binary(t, k)
      if is_this then count = count + 1 end
      words = words .. (is_this and ' ' .. SERIES[operator] .. ' ' or c.words(k, stop) .. ' ')
      k = stop + 1
    end
    local made = count >= 2 and put('series', i + 1, k - 1, words)
    if made then made.operator = operator end
  end
  turned '+'
  turned '*'
end

-- Two factors too many: d * a * (1 - a).
local function pairs_of_factors(c, i, x)
  local t = c.t
  if not is_sign(x, '*', '/') or not is_binary(t, i) then return end
  local last = factor_end(t, i + 1)
  if last and is_sign(t[last + 1], '*', '/') then c.put('extra factor', i, factor_end(t, last + 2), '') end
end

-- A factor, or a sign, that stands within the brackets of a function and belongs before it: pow(3 * x, 2).
local function outside(c, i, x)
  local t, put, words = c.t, c.put, c.words
  if x.kind ~= 'name' or KEYWORD[x.text] or TYPE[x.text] or x.text == 'at' or not is_sign(t[i + 1], '(') then return end
  local close, first = partner(t, i + 1), factor_end(t, i + 2)
  if close and is_sign(t[i + 2], '-') then
    local made = put('outside', i, close, ('-%s(%s'):format(x.text, words(i + 3, close)))
    if made then made.old = '-' end
  end
  local last = first and is_sign(t[first + 1], '*') and factor_end(t, first + 2)
  if not close or not last or last >= close or not is_sign(t[last + 1], ')', ',') then return end
  for _, each in ipairs { { i + 2, first, first + 2, last }, { first + 2, last, i + 2, first } } do
    local made = put('outside', i, close, ('%s * %s(%s%s'):format(words(each[1], each[2]), x.text,
      words(each[3], each[4]), words(last + 1, close)))
    if made then made.old = words(each[1], each[2]) end
  end
end

-- One = in a condition.
local function compared(c, i, x)
  local t, k, inner = c.t, i - 1, 0
  if not is_sign(x, '=') then return end
  while t[k] and not t[k].text:match '^[;{}]$' do
    if t[k].text == ')' then inner = inner + 1 elseif t[k].text == '(' then inner = inner - 1 end
    if inner < 0 and is_sign(t[k - 1], 'if', 'while') then
      local made = c.put('compared', i, i, '==')
      if made then made.old = c.words(k, partner(t, k)) end
      return
    end
    k = k - 1
  end
end

return { operators, outside, one_term, power_rule, compared, closing, calls, rounded, fixed, series, pairs_of_factors,
  returned }
