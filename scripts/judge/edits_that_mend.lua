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
      local term = term_end(t, i)
      for _, name in ipairs(term and term > last and not is_sign(before, '*', '/') and WRAPPED or {}) do
        put('wrapped', i, term, ('%s(%s)'):format(name, words(i, term)))
      end
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

-- A number in the place of what is given; a cast too many.
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

-- One of several whole numbers that are declared together.
local function one_of_several(c, i, x)
  local t, words = c.t, c.words
  if not is_sign(x, 'int', 'float') or is_sign(t[i - 1], '(', ',') then return end
  local list, k = {}, i + 1
  while t[k] and t[k].declares do
    local last = expression_end(t, k)
    list[#list + 1] = words(k, last)
    k = last + 2
    if not is_sign(t[last + 1], ',') then break end
  end
  if #list < 2 or not is_sign(t[k - 1], ';') then return end
  for n, one in ipairs(list) do
    local others = {}
    for m, each in ipairs(list) do if m ~= n then others[#others + 1] = each end end
    local made = c.put('type', i, k - 1, ('double %s; %s %s;'):format(one, x.text, table.concat(others, ', ')))
    if made then made.old = x.text end
  end
end

-- What a variable starts with.
local function starts(c, i, x)
  local t = c.t
  if x.declares and is_sign(t[i + 1], '=') and t[i + 2] and t[i + 2].kind ~= 'sign' and is_sign(t[i + 3], ';', ',') then
    c.put('start', i + 2, i + 2, '0')
    c.put('start', i + 2, i + 2, '1')
  end
end

-- One of two conditions too many.
local function conditions(c, i, x)
  local t, put = c.t, c.put
  if is_sign(x, '<', '>') and is_binary(t, i) and not is_sign(t[i + 1], '=') then put('bound', i, i, '!=') end
  if not is_sign(x, '&&', '||') then return end
  local function edge(k, step)
    local inner = 0
    while t[k + step] do
      local word = t[k + step].text
      if word:match(step == 1 and '^[(%[]$' or '^[)%]]$') then inner = inner + 1 end
      if word:match(step == 1 and '^[)%]]$' or '^[(%[]$') then inner = inner - 1 end
      if inner < 0 or inner == 0 and (word == '&&' or word == '||' or word == ';' or word == '?') then return k end
      k = k + step
    end
    return k
  end
  put('condition', i, edge(i, 1), '')
  put('condition', edge(i, -1), i, '')
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
    if count >= 2 then put('series', i + 1, k - 1, words) end
  end
  turned '+'
  turned '*'
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

-- A loop that is two: what it does second needs all of the first.
local function split(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local close = is_sign(x, 'for') and is_sign(t[i + 1], '(') and partner(t, i + 1)
  if not close or not is_sign(t[close + 1], '{') then return end
  local stop, head, at = partner(t, close + 1), words(i, close), close + 2
  while stop and at < stop do
    local last = body_end(t, at)
    if not last or not t[last] or last + 1 >= stop then return end
    if t[last].depth == t[close + 1].depth + 1 then
      put('split', i, stop, ('%s { %s } %s { %s }'):format(head, words(close + 2, last), head, words(last + 1, stop - 1)))
    end
    at = last + 1
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
  for _, name in ipairs(c.own(i)) do
    atoms[#atoms + 1] = ('(1 - %s)'):format(name)
    atoms[#atoms + 1] = ('(%s * (1 - %s))'):format(name, name)
    atoms[#atoms + 1] = ('(1 - %s * %s)'):format(name, name)
  end
  for _, atom in ipairs(atoms) do
    put('missing factor', i, last, ('%s * %s'):format(inner, atom))
    put('missing factor', i, last, ('%s / %s'):format(inner, atom))
  end
  if is_sign(before, '=', 'return', '+=', '(') then
    for _, atom in ipairs(c.fitting(c.parts.terms, i)) do atoms[#atoms + 1] = atom end
    for _, atom in ipairs(atoms) do
      put('missing term', i, last, ('%s + %s'):format(inner, atom))
      put('missing term', i, last, ('%s - %s'):format(inner, atom))
    end
  end
end

-- A line of the solution that is missing behind token i.
local function missing_lines(c, i, x)
  local t = c.t
  if not (x.text == '{' and is_sign(t[i - 1], ')') or is_sign(x, ';', '}') and x.depth >= 1) or
    is_sign(t[i + 1], 'else') then
    return
  end
  if x.text == ';' then -- not within the brackets of a for
    local k = i - 1
    while t[k] and not is_sign(t[k], ';', '{', '}') do
      if is_sign(t[k], '(') then return end
      k = (is_sign(t[k], ')') and partner(t, k) or k) - 1
    end
    if is_sign(t[k], ';') and is_sign(t[k - 1], '(') then return end
  end
  for _, line in ipairs(c.fitting(c.missing_lines, i)) do
    local made = c.put('missing line', i, i, x.text .. ' ' .. line)
    if made then made.shown = line end
  end
end

-- The lines of the solution that a text has in no form: one that sets what the text sets, too, would
-- only take its place.
local function lines_without_place(text, lines)
  local some = {}
  for _, line in ipairs(lines) do
    local place, value = line:match '^([^=]-)%s*=%s*([^;=]*);'
    local returned = line:match '^if.*return%s*(.-);'
    local name = place and place:match '^at%(%s*([%w_]+)' or place and place:match '[%a_][%w_]*'
    local is_there = returned and text:gsub('%s', ''):find('return' .. returned:gsub('%s', '') .. ';', 1, true)
    if not is_there and (not place or tonumber(value) or line:match '^if' or place:match '[-+*/]$' or
      not (text:match('%f[%w_]' .. name .. '%s*[-+*/]?=[^=]') or text:match('%f[%w_]' .. name .. '%s*%b[]%s*[-+*/]?=[^=]')
      or text:match('at%(%s*' .. name .. '[^=;]*%)%s*[-+*/]?=[^=]'))) then
      some[#some + 1] = line
    end
  end
  return some
end

-- A part of a right side, and what the solution has there.
local function parts(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local before = t[i - 1]
  if not is_sign(before, '=', 'return', '+=', '-=', '+', '-', '*', '/', '(', ',', '[') or TYPE[x.text] or x.text == ')' or
    x.declares or KEYWORD[x.text] then
    return
  end
  local ends = { factor_end(t, i) or 0 }
  if is_sign(before, '=', 'return', '+=', '-=', '+', '-', '(', '[') then
    ends[2] = term_end(t, i)
    ends[3] = is_sign(before, '(', '[') and ends[2] and expression_end(t, i) or nil
  end
  local is_local = is_sign(before, '=') and t[i - 2] and t[i - 2].declares
  -- Another formula, in which a variable of the reader's own stands.
  local stop = is_sign(before, '=', 'return', '+=') and not is_local and expression_end(t, i)
  for _, whole in ipairs(stop and is_sign(t[stop + 1], ';') and c.fitting(c.parts.wholes, i) or {}) do
    -- What goes into it is right if the other formula is made of the same.
    local is_own, is_same = false, true
    for _, n in ipairs(c.known) do
      local name = '%f[%w_]' .. n.name .. '%f[^%w_]'
      if n.of == x.of and n.depth >= 1 then
        is_own = is_own or n.kind:match '^double' and whole:match(name)
        is_same = is_same and (whole:match(name) or not words(i, stop):match(name))
      end
    end
    if is_own and is_same then put('formula', i, stop, whole) end
  end
  for _, last in pairs(ends) do
    local is_whole = is_sign(before, '=', 'return', '+=', '-=') and is_sign(t[last + 1], ';')
    if t[last] and (not is_whole or is_local) and not is_sign(t[last + 1], '=', '+=', '++', '--') then
      for _, part in ipairs(c.fitting(c.parts.all, i)) do put('part', i, last, part) end
    end
  end
end

return { operators, closing, calls, rounded, fixed, one_of_several, starts, conditions, series, kept, braces, split, places, pairs_of_factors, missing, missing_lines, parts, lines_without_place = lines_without_place }
