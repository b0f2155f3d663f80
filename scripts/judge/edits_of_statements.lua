--- Single edits of a statement: rules that are tried at each token, see mutants.lua.
local grammar = require 'judge.grammar'

local KEYWORD, TYPE, partner, is_binary, is_sign, term_end, expression_end = grammar.KEYWORD, grammar.TYPE,
  grammar.partner, grammar.is_binary, grammar.is_sign, grammar.term_end, grammar.expression_end

local COMPARED = { ['<'] = { '<=', '>', '>=' }, ['<='] = { '<', '>=', '>' }, ['>'] = { '>=', '<', '<=' },
  ['>='] = { '>', '<=', '<' }, ['=='] = { '!=' }, ['!='] = { '==' }, ['&&'] = { '||' }, ['||'] = { '&&' } }

-- Comparisons, and where a loop ends.
local function comparisons(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local binary = x.kind == 'sign' and is_binary(t, i)
  for _, other in ipairs(binary and COMPARED[x.text] or {}) do put('bound', i, i, other) end
  if binary and (x.text == '<' or x.text == '<=') then
    local last = term_end(t, i + 1)
    if last then
      put('bound', i + 1, last, words(i + 1, last) .. ' - 1')
      put('bound', i + 1, last, words(i + 1, last) .. ' + 1')
    end
  end
end

-- Assignments.
local PRODUCT = { ['+='] = '*=', ['*='] = '+=' }

local function assignments(c, i, x)
  local t, put = c.t, c.put
  local next_, before = t[i + 1], t[i - 1]
  if x.text == '+=' or x.text == '-=' or x.text == '*=' then put('assignment', i, i, '=') end
  if c.mends and PRODUCT[x.text] then put('assignment', i, i, PRODUCT[x.text]) end
  local is_declaration = x.text == '=' and before and before.declares
  if x.text == '=' and not is_declaration then
    local in_for = false
    for k = i, 1, -1 do
      if t[k].text:match '^[;{}]$' then break end
      in_for = in_for or t[k].text == 'for'
    end
    if not in_for then
      put('assignment', i, i, '+=')
      if is_sign(next_, '+', '-') and c.mends then put('turned', i, i + 1, next_.text .. '=') end
    end
  end
end

-- The whole right side: a term or a factor more.
local function right_sides(c, i, x)
  local t, put, words = c.t, c.put, c.words
  if x.text == '=' or x.text == 'return' or x.text == '+=' then
    local last = expression_end(t, i + 1)
    local inner = words(i + 1, last)
    if last and inner ~= '' and not inner:match '^[{;]' and not (is_sign(t[i - 2], 'int') and is_sign(t[i - 3],
      '('))
    then
      for _, new in ipairs { '2 * (%s)', '(%s) / 2', '-(%s)', '(%s) + 1', '(%s) - 1', '1.0 / (%s)',
        '(%s) * (%s)' } do
        local same = inner == '0' and not new:match '1' or inner == '1' and new:match '^%(%%s%) %*' or inner:match
          '^-?1$' and new:match '^1.0' or inner == '0' and new:match '^1.0'
        if same then new = '%s' end
        local kind = new:match '^1.0 /' and 'upside down' or new:match '2' and 'factor' or
          new:match '^%-' and 'negated' or new:match '%*' and 'factor' or 'term'
        put(kind, i + 1, last, (new:gsub('%%s', function() return inner end)))
      end
      if c.mends then put('call', i + 1, last, ('sqrt(%s)'):format(inner)) end
    end
  end
end

-- Types.
local function types(c, i, x)
  local t, put = c.t, c.put
  local next_, before = t[i + 1], t[i - 1]
  if x.text == 'double' and not c.mends and next_ and next_.declares then
    put('type', i, i, 'int')
    put('type', i, i, 'float')
  elseif is_sign(x, 'int', 'float', 'short', 'long') and c.mends and next_ and next_.kind == 'name' and
    not is_sign(before, '(') then
    put('type', i, i, 'double')
  end
end

-- A statement less. What is declared in it stays.
local function lines(c, i, x)
  local t, put = c.t, c.put
  local before = t[i - 1]
  if is_sign(before, ';', '{', '}', ')', 'else') and (x.kind == 'name' and not TYPE[x.text]
    and x.text ~= 'const' and
    not is_sign(x, 'if', 'for', 'while', 'else', 'do', 'break') or x.text == '*') and
    not (before.text == ')' and not is_sign(t[(partner(t, i - 1) or 1) - 1], 'if', 'for', 'while')) then
    local stop, brackets = i, 0
    while t[stop] and not (t[stop].text == ';' and brackets == 0) do
      if t[stop].text == '(' then brackets = brackets + 1 elseif t[stop].text == ')' then
        brackets = brackets - 1 end
      stop = stop + 1
    end
    if t[stop] and brackets == 0 and (x.text ~= 'return' or c.mends or is_sign(t[stop + 1], 'return')) then
      put('line', i, stop, ';', true)
    end
  end
end

-- A return into the loop before it, and out of the loop around it.
local function returns(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local before = t[i - 1]
  if x.text == 'return' and is_sign(before, '}') then
    local stop = i
    while t[stop] and t[stop].text ~= ';' do stop = stop + 1 end
    put('return', i - 1, stop, words(i, stop) .. ' } ' .. words(i, stop), true)
  elseif x.text == 'return' and c.mends then
    local stop = i
    while t[stop] and t[stop].text ~= ';' do stop = stop + 1 end
    if is_sign(t[stop + 1], '}') and x.depth > 1 then
      put('return', i, stop + 1, '} ' .. words(i, stop), true)
    end
    if is_sign(before, ')') then put('line', i, stop, ';', true) end
  end
end

-- A loop that ends too late or too early: the line after it, or its last, moves.
local function places(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local before = t[i - 1]
  if x.text == '}' and c.mends and x.depth >= 1 then
    -- A loop that ends too late or too early: the line after it, or its last, moves.
    local stop = i + 1
    while t[stop] and t[stop].text ~= ';' and t[stop].text ~= '}' do stop = stop + 1 end
    if is_sign(t[stop], ';') and t[i + 1].kind == 'name' and not KEYWORD[t[i + 1].text]
      and not TYPE[t[i + 1].text] then
      put('place', i, stop, words(i + 1, stop) .. ' }', true)
    end
    local first = i - 2
    while t[first] and not is_sign(t[first], ';', '{', '}') do first = first - 1 end
    if is_sign(before, ';') and t[first] and not is_sign(t[first + 1], 'return', 'double', 'int') then
      put('place', first + 1, i, '} ' .. words(first + 1, i - 1), true)
    end
  end
end

-- Conditions, and branches that are exchanged.
local function branches(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local next_ = t[i + 1]
  if is_sign(x, 'if') and next_ and next_.text == '(' then
    local close = partner(t, i + 1)
    if close then
      put(c.mends and 'apart' or 'bound', i + 1, close, '(1)')
      put(c.mends and 'apart' or 'bound', i + 1, close, '(0)')
    end
  end
  if x.text == '?' then
    local colon = expression_end(t, i + 1) + 1
    if is_sign(t[colon], ':') then
      local last = expression_end(t, colon + 1)
      put('branch', i + 1, last, words(colon + 1, last) .. ' : ' .. words(i + 1, colon - 1))
      local first = i
      while t[first - 1] and not is_sign(t[first - 1], '=', 'return', '+=', '-=', ',', ';') do
        if is_sign(t[first - 1], ')', ']') then first = partner(t, first - 1) else first = first - 1 end
        if not first or is_sign(t[first - 1], '(', '[') then break end
      end
      if c.mends and first and t[first - 1] then
        put('apart', first, last, words(i + 1, colon - 1))
        put('apart', first, last, words(colon + 1, last))
      end
    end
  end
end

return { comparisons, assignments, right_sides, types, lines, returns, places, branches }
