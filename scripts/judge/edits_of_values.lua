--- Single edits within an expression: rules that are tried at each token, see mutants.lua.
local grammar = require 'judge.grammar'

local KEYWORD, TYPE, partner, is_binary, is_sign = grammar.KEYWORD, grammar.TYPE, grammar.partner, grammar.is_binary,
  grammar.is_sign
local factor_end, factor_begin, term_end, term_begin, others = grammar.factor_end, grammar.factor_begin,
  grammar.term_end, grammar.term_begin, grammar.others

local FUNCTIONS = { { 'sin', 'cos', 'tan', 'atan' }, { 'exp', 'log', 'log1p', 'expm1' }, { 'sqrt', 'fabs' },
  { 'tanh', 'sinh', 'cosh' }, { 'fmax', 'fmin' }, { 'csin', 'ccos' }, { 'cexp', 'clog' }, { 'creal', 'cimag' },
  { 'log', 'log10', 'log2' }, { 'fabs', 'abs' } }
local OPPOSITE = { ['+'] = '-', ['-'] = '+', ['*'] = '/', ['/'] = '*', ['+='] = '-=', ['-='] = '+=', ['*='] = '/=',
  ['/='] = '*=' }

-- Signs.
local function signs(c, i, x)
  local t, put = c.t, c.put
  local before = t[i - 1]
  local binary = x.kind == 'sign' and is_binary(t, i)
  if OPPOSITE[x.text] and (binary or #x.text == 2) then
    put(x.text:match '[*/]' and 'factor' or 'sign', i, i, OPPOSITE[x.text])
  elseif x.text == '-' and not binary then
    put('sign', i, i, '')
  end
  if is_sign(before, '(', '=', '*', '/', 'return', ',') and (x.kind == 'number' and tonumber(x.text) ~= 0
    or x.kind == 'name' and
    not TYPE[x.text] or x.text == '(') and not (before.text == '*' and not is_binary(t, i - 1)) and
    not (before.text == '(' and t[i - 2] and is_sign(t[i - 2], 'for', 'if', 'while', 'at')) then
    put('sign', i, i, '-' .. x.text)
  end
end

-- A term more or less, and brackets around a sum.
local function sums(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local binary = x.kind == 'sign' and is_binary(t, i)
  if binary and (x.text == '+' or x.text == '-') then
    local first, last = term_begin(t, i - 1), term_end(t, i + 1)
    put('extra term', i, last, '')
    if first then put('extra term', first, i, x.text == '-' and '-' or '') end
    -- Brackets around a sum.
    local f, l = factor_begin(t, i - 1), factor_end(t, i + 1)
    for _, a in ipairs { first or 0, f or 0 } do
      for _, b in ipairs { last or 0, l or 0 } do
        if t[a] and t[b] and (is_sign(t[a - 1], '*', '/', '-') or is_sign(t[b + 1], '*', '/')) then
          put('brackets', a, b, '(' .. words(a, b) .. ')')
        end
      end
    end
    if c.mends and last then
      local k = last -- a longer sum
      while is_sign(t[k + 1], '+', '-') and first do
        k = term_end(t, k + 2)
        if not k then break end
        put('brackets', first, k, '(' .. words(first, k) .. ')')
      end
    end
  end
end

-- Is nothing in tokens first to last a double: no name or number of that kind, and no function?
local function may_be_whole(c, first, last)
  for k = first, last do
    local x = c.t[k]
    local is_call = x.kind == 'name' and is_sign(c.t[k + 1], '(')
    if is_call or x.kind == 'number' and x.text:match '[.eE]' then return false end
    for _, n in ipairs(c.known) do
      if n.name == x.text and n.of == x.of and n.kind:match '^double' then return false end
    end
  end
  return true
end

-- A factor more or less, brackets around a product, and what is divided as whole numbers.
local function products(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local before = t[i - 1]
  local binary = x.kind == 'sign' and is_binary(t, i)
  if binary and (x.text == '*' or x.text == '/') then
    local first, last = factor_begin(t, i - 1), factor_end(t, i + 1)
    put('extra factor', i, last, '')
    if first and not (x.text == '/' and words(first, i - 1) == '1') then
      put('extra factor', first, i, x.text == '/' and '1.0 /' or '')
    end
    if last then put('factor', i, last, words(i, last) .. words(i, last)) end
    if x.text == '/' and last and is_sign(t[last + 1], '*', '/') then
      local k = last
      while is_sign(t[k + 1], '*', '/') do
        k = factor_end(t, k + 2)
        if not k then break end
        put('brackets', i + 1, k, '(' .. words(i + 1, k) .. ')')
      end
    end
    local is_whole = not c.mends or first and last and may_be_whole(c, first, i - 1) and may_be_whole(c, i + 1, last)
    if first and x.text == '/' and is_whole and (c.mends or t[first].kind ~= 'number') then
      local made = put('whole', first, first, (c.mends and '1.0 * ' or '(int)') .. t[first].text)
      if made and last then
        local a, b = words(first, i - 1), words(i + 1, last)
        made.old = ('%s / %s'):format(a, b)
        made.shown = a:match '^%d+$' and ('%s.0 / %s'):format(a, b) or c.mends and ('1.0 * %s / %s'):format(a, b) or
          made.shown
      end
    end
    local from = c.mends and x.text == '/' and term_begin(t, i - 1)
    while from and is_sign(t[from - 1], '+', '-') and is_binary(t, from - 1) do -- a whole sum is divided
      from = term_begin(t, from - 2)
      if from then put('brackets', from, i - 1, '(' .. words(from, i - 1) .. ')') end
    end
    if c.mends and x.text == '*' and first and last and is_sign(before, ')') == false then
      put('brackets', first, last, '(' .. words(first, last) .. ')')
    end
  end
end

-- Brackets that group.
local function groups(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local next_, before = t[i + 1], t[i - 1]
  if x.text == '(' and not (before and (before.kind == 'name' and not KEYWORD[before.text] or
    before.text:match '^[)%]]$')) and not is_sign(before, 'for', 'if', 'while') and not TYPE[next_.text] then
    local close = partner(t, i)
    local one, two = (words(i + 1, close and close - 1)):match '^(.-)%s*%*%s*(.-)$'
    local cancels = c.mends and one == two and is_sign(before, '/') -- a / (b * b) is no slip for a
    if close and not cancels then put('brackets', i, close, words(i + 1, close - 1)) end
  end
end

-- Numbers.
local function numbers(c, i, x)
  local put = c.put
  local value = x.kind == 'number' and tonumber(x.text)
  if value then
    local is_float = x.text:match '[.eE]'
    local tried = value == math.floor(value) and { value + 1, value - 1, 2 * value } or { value / 2, value * 2, 1 }
    if value == 10 then tried[4] = 0 end
    if c.mends and (value >= 5 or value < 0.2) then -- a limit or a number of rounds: its size
      local is_whole = value == math.floor(value)
      for _, factor in ipairs { 0.5, 10, 0.1, 100 } do
        tried[#tried + 1] = is_whole and math.floor(value * factor) or value * factor
      end
    end
    for _, n in ipairs(tried) do
      if n >= 0 and n ~= value then put('number', i, i, ('%.17g'):format(n) .. (is_float and n == math.floor(n)
        and n < 1e15 and '.0' or '')) end
    end
  end
end

local SAME = {}
for word in ('< > <= >= == != - / +'):gmatch '%S+' do SAME[word] = true end

-- Would a name stand on both sides of a sign that makes one number of it? No slip leads there.
local function is_degenerate(c, i, name)
  local t = c.t
  local before, after = t[i - 1], t[i + 1]
  return c.mends and (SAME[after and after.text] and t[i + 2] and t[i + 2].text == name or
    SAME[before and before.text] and t[i - 2] and t[i - 2].text == name)
end

-- Names of one type, and functions.
local function names_and_calls(c, i, x)
  local t, put, words, known = c.t, c.put, c.words, c.known
  local next_, before = t[i + 1], t[i - 1]
  if x.kind == 'name' and not x.declares and not KEYWORD[x.text] and not TYPE[x.text] then
    local list_, kind = others(t, known, i)
    for _, other in ipairs(list_) do
      if not is_degenerate(c, i, other) then put('name', i, i, other) end
    end
    if next_ and next_.text == '(' and x.text ~= 'at' and partner(t, i + 1) then
      local close, comma = partner(t, i + 1), false
      for k = i + 2, close - 1 do comma = comma or t[k].text == ',' end
      if not comma and close > i + 2 then put('call', i, close, '(' .. words(i + 2, close - 1) .. ')') end
    end
    for _, group in ipairs(FUNCTIONS) do
      for _, name in ipairs(group) do
        if name == x.text and next_.text == '(' then
          for _, other in ipairs(group) do if other ~= name then put('call', i, i, other) end end
        end
      end
    end
    -- An index, off by one.
    if kind == 'int' and (is_sign(before, '[') or is_sign(next_, ']') or is_sign(before, ',') and is_sign(next_,
      ',',
      ')')) then
      put('index', i, i, x.text .. ' + 1')
      put('index', i, i, x.text .. ' - 1')
      put('index', i, i, '0')
    end
    if x.text == 'rows' then put('name', i, i, 'cols') elseif x.text == 'cols' then put('name', i, i, 'rows') end
  end
end

return { signs, sums, products, groups, numbers, names_and_calls, numbers = numbers }
