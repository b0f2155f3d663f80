--- Single edits of a C text. Of a solution they are wrong answers, each of which the judge
-- must refuse; of a wrong answer one of them may be what was meant.
local source = require 'judge.source'

local mutants = {}

local KEYWORD = {}
for word in ('return if else for while do break continue sizeof switch case'):gmatch '%S+' do KEYWORD[word] = true end
local TYPE = { double = 'double', int = 'int', float = 'double', matrix = 'matrix', complex = 'double', long = 'int' }
local FUNCTIONS = { { 'sin', 'cos', 'tan', 'atan' }, { 'exp', 'log', 'log1p', 'expm1' }, { 'sqrt', 'fabs' },
  { 'tanh', 'sinh', 'cosh' }, { 'fmax', 'fmin' }, { 'csin', 'ccos' }, { 'cexp', 'clog' }, { 'creal', 'cimag' },
  { 'log', 'log10', 'log2' }, { 'fabs', 'abs' } }
local OPPOSITE = { ['+'] = '-', ['-'] = '+', ['*'] = '/', ['/'] = '*', ['+='] = '-=', ['-='] = '+=', ['*='] = '/=',
  ['/='] = '*=' }
local COMPARED = { ['<'] = { '<=', '>', '>=' }, ['<='] = { '<', '>=', '>' }, ['>'] = { '>=', '<', '<=' },
  ['>='] = { '>', '<=', '<' }, ['=='] = { '!=' }, ['!='] = { '==' }, ['&&'] = { '||' }, ['||'] = { '&&' } }

-- The place of the bracket that belongs to the one at i.
local function partner(t, i)
  local step = t[i].text:match '[(%[{]' and 1 or -1
  local depth = 0
  while t[i] do
    if t[i].text:match '^[(%[{]$' then depth = depth + 1 elseif t[i].text:match '^[)%]}]$' then depth = depth - 1 end
    if depth == 0 then return i end
    i = i + step
  end
end

local function is_value_end(x)
  return x and (x.kind == 'number' or x.text == ')' or x.text == ']' or x.kind == 'name' and not KEYWORD[x.text] and
    not TYPE[x.text] and x.text ~= 'const')
end

-- Is the sign at i between two values?
local function is_binary(t, i)
  if not is_value_end(t[i - 1]) then return false end
  if t[i - 1].text == ')' then -- a cast, or the brackets of an if
    local open = partner(t, i - 1)
    if open and (TYPE[t[open + 1].text] and open + 2 == i - 1 or t[open - 1]
      and t[open - 1].text:match '^[iwf][fho]' and
      KEYWORD[t[open - 1].text]) then return false end
  end
  return t[i + 1] ~= nil
end

-- Where the factor that begins at i ends, and where that which ends at i begins.
local function factor_end(t, i)
  while t[i] and t[i].text:match '^[-+!*&]$' do i = i + 1 end
  if t[i] and t[i].text == '(' and TYPE[t[i + 1].text] then return factor_end(t, (partner(t, i) or i) + 1) end
  if not t[i] then return nil end
  if t[i].text == '(' then i = partner(t, i) end
  while i and t[i + 1] and t[i + 1].text:match '^[(%[]$' and is_value_end(t[i]) do i = partner(t, i + 1) end
  while i and t[i + 1] and (t[i + 1].text == '->' or t[i + 1].text == '.') do i = i + 2 end
  return i
end

local function factor_begin(t, i)
  while t[i] and t[i].text:match '^[)%]]$' do
    local open = partner(t, i)
    if not open then return nil end
    i = open
    if t[i - 1] and t[i - 1].kind == 'name' and not KEYWORD[t[i - 1].text] or t[i - 1]
      and t[i - 1].text:match '^[)%]]$' and
      t[i].text ~= '(' then
      i = i - 1
    else
      break
    end
  end
  while t[i - 1] and (t[i - 1].text == '->' or t[i - 1].text == '.') do i = i - 2 end
  if t[i - 1] and t[i - 1].text:match '^[-*!&]$' and not is_binary(t, i - 1) then i = i - 1 end
  return i
end

local function is_sign(x, ...)
  for _, word in ipairs { ... } do if x and x.text == word then return true end end
  return false
end

local function term_end(t, i)
  local last = factor_end(t, i)
  while last and is_sign(t[last + 1], '*', '/', '%') do last = factor_end(t, last + 2) end
  return last
end

local function term_begin(t, i)
  local first = factor_begin(t, i)
  while first and is_sign(t[first - 1], '*', '/', '%') and is_binary(t, first - 1) do
    first = factor_begin(t, first - 2)
  end
  return first
end

-- Where an expression that begins at i ends: at a ; or , or the bracket around it.
local function expression_end(t, i)
  while t[i + 1] do
    if t[i].text:match '^[(%[{]$' then i = partner(t, i) end
    if not i or not t[i + 1] or t[i + 1].text:match '^[;,)%]}:]$' then return i end
    i = i + 1
  end
  return i
end

-- What names there are: {name, kind, at, depth, of}, of the function that they are in.
local function names(t)
  local list, of = {}, 1
  for i, x in ipairs(t) do
    x.of = of
    if x.text == '}' and x.depth == 0 then of = of + 1 end
    if TYPE[x.text] and t[i + 1] then
      local k, kind, brackets = i + 1, TYPE[x.text], 0
      while t[k] and TYPE[t[k].text] do k = k + 1 end
      local is_pointer = t[k] and t[k].text == '*'
      if is_pointer then k = k + 1 end
      local is_new = true
      while t[k] and not (t[k].text:match '^[;){}]$' and brackets == 0) do
        if t[k].text:match '^[(%[]$' then brackets = brackets + 1 end
        if t[k].text:match '^[)%]]$' then brackets = brackets - 1 end
        if is_new and t[k].kind == 'name' and not (t[k + 1] and t[k + 1].text == '(') then
          local is_array = t[k + 1] and t[k + 1].text == '['
          list[#list + 1] = { name = t[k].text, at = k, depth = x.depth, of = of,
            kind = kind == 'matrix' and kind or (is_pointer or is_array) and kind .. ' array' or kind }
          t[k].declares = true
        end
        is_new = brackets == 0 and t[k].text == ','
        if is_new and x.depth == 0 then break end -- the next parameter has a type of its own
        k = k + 1
      end
    end
  end
  return list
end

-- The names that may stand at i, by kind; and the kind of the one that does.
local function others(t, known, i)
  local kind
  for _, n in ipairs(known) do if n.name == t[i].text and n.of == t[i].of then kind = n.kind end end
  local list = {}
  for _, n in ipairs(known) do
    if n.of == t[i].of and n.at < i and n.kind == kind and n.name ~= t[i].text then
      local is_there = true
      for k = n.at, i do is_there = is_there and t[k].depth >= n.depth end
      if is_there then list[#list + 1] = n.name end
    end
  end
  return list, kind
end

--- Every single edit of a text: {text, line, kind, shown}. `mends` adds
-- those that only a wrong answer needs.
function mutants.of(text, mends)
  local t = source.tokens(text)
  local known = names(t)
  local list, seen = {}, { [text] = true }
  local function shown(from, to)
    return (text:sub(from, to):gsub('%s+', ' '))
  end
  -- Replaces what lies between tokens first and last by a text.
  local function put(kind, first, last, new, is_raw)
    if not first or not last or not t[first] or not t[last] then return end
    local from, to = t[first].from, t[last].to
    local whole = text:sub(1, from - 1) .. new .. text:sub(to + 1)
    if seen[whole] then return end
    seen[whole] = true
    local a, b = text:sub(1, from - 1):match '[^;{}\n]*$', text:sub(to + 1):match '^[^;{}\n]*'
    list[#list + 1] = { text = whole, line = t[first].line, kind = kind, old = shown(from, to),
      shown = is_raw and new or ((a .. new .. b):gsub('^%s+', ''):gsub('%s+', ' ')) }
  end
  local function words(first, last) return first and last and t[first] and t[last] and text:sub(t[first].from,
    t[last].to) or '' end
  local function scalars(i)
    local here = {}
    for _, n in ipairs(known) do
      if n.of == t[i].of and n.at < i and (n.kind == 'double' or n.kind == 'int') then here[#here + 1] = n.name end
    end
    return here
  end

  for i, x in ipairs(t) do
    if x.depth >= 1 then
      local next_, before = t[i + 1], t[i - 1]
      local binary = x.kind == 'sign' and is_binary(t, i)
      -- Signs.
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
      if binary and (x.text == '+' or x.text == '-') then
        local first, last = term_begin(t, i - 1), term_end(t, i + 1)
        put('term', i, last, '')
        if first then put('term', first, i, x.text == '-' and '-' or '') end
        -- Brackets around a sum.
        local f, l = factor_begin(t, i - 1), factor_end(t, i + 1)
        for _, a in ipairs { first or 0, f or 0 } do
          for _, b in ipairs { last or 0, l or 0 } do
            if t[a] and t[b] and (is_sign(t[a - 1], '*', '/', '-') or is_sign(t[b + 1], '*', '/')) then
              put('brackets', a, b, '(' .. words(a, b) .. ')')
            end
          end
        end
        if mends and last then
          local k = last -- a longer sum
          while is_sign(t[k + 1], '+', '-') and first do
            k = term_end(t, k + 2)
            if not k then break end
            put('brackets', first, k, '(' .. words(first, k) .. ')')
          end
        end
      elseif binary and (x.text == '*' or x.text == '/') then
        local first, last = factor_begin(t, i - 1), factor_end(t, i + 1)
        put('factor', i, last, '')
        if first and not (x.text == '/' and words(first, i - 1) == '1') then
          put('factor', first, i, x.text == '/' and '1.0 /' or '')
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
        if first and x.text == '/' and (mends or t[first].kind ~= 'number') then
          put('whole', first, first, (mends and '1.0 * ' or '(int)') .. t[first].text)
          local made = list[#list]
          if made and made.kind == 'whole' and last then
            local a, b = words(first, i - 1), words(i + 1, last)
            made.old = ('%s / %s'):format(a, b)
            made.shown = a:match '^%d+$' and ('%s.0 / %s'):format(a, b) or mends and ('1.0 * %s / %s'):format(a, b) or
              made.shown
          end
        end
        local from = mends and x.text == '/' and term_begin(t, i - 1)
        while from and is_sign(t[from - 1], '+', '-') and is_binary(t, from - 1) do -- a whole sum is divided
          from = term_begin(t, from - 2)
          if from then put('brackets', from, i - 1, '(' .. words(from, i - 1) .. ')') end
        end
        if mends and x.text == '*' and first and last and is_sign(before, ')') == false then
          put('brackets', first, last, '(' .. words(first, last) .. ')')
        end
      end
      -- Brackets that group.
      if x.text == '(' and not (before and (before.kind == 'name' and not KEYWORD[before.text] or
        before.text:match '^[)%]]$')) and not is_sign(before, 'for', 'if', 'while') and not TYPE[next_.text] then
        local close = partner(t, i)
        if close then put('brackets', i, close, words(i + 1, close - 1)) end
      end
      -- Numbers.
      local value = x.kind == 'number' and tonumber(x.text)
      if value then
        local is_float = x.text:match '[.eE]'
        local tried = value == math.floor(value) and { value + 1, value - 1, 2 * value } or { value / 2, value * 2, 1 }
        if value == 10 then tried[4] = 0 end
        for _, n in ipairs(tried) do
          if n >= 0 and n ~= value then put('number', i, i, ('%.17g'):format(n) .. (is_float and n == math.floor(n)
            and n < 1e15 and '.0' or '')) end
        end
        if mends and value > 2.7 and value < 2.73 and #x.text < 17 then put('rounded', i, i, '2.718281828459045') end
        if mends and value > 0.69 and value < 0.695 and #x.text < 17 then put('rounded', i, i, '0.6931471805599453') end
        if mends and value > 3.1 and value < 3.2 and #x.text < 17 then put('rounded', i, i, '3.141592653589793') end
      end
      -- Names of one type, and functions.
      if x.kind == 'name' and not x.declares and not KEYWORD[x.text] and not TYPE[x.text] then
        local list_, kind = others(t, known, i)
        for _, other in ipairs(list_) do put('name', i, i, other) end
        for _, group in ipairs(FUNCTIONS) do
          for _, name in ipairs(group) do
            if name == x.text and next_.text == '(' then
              for _, other in ipairs(group) do if other ~= name then put('call', i, i, other) end end
            end
          end
        end
        if next_ and next_.text == '(' and x.text ~= 'at' and partner(t, i + 1) then
          local close, comma = partner(t, i + 1), false
          for k = i + 2, close - 1 do comma = comma or t[k].text == ',' end
          if not comma and close > i + 2 then put('call', i, close, '(' .. words(i + 2, close - 1) .. ')') end
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
      -- Comparisons, and where a loop ends.
      for _, other in ipairs(binary and COMPARED[x.text] or {}) do put('bound', i, i, other) end
      if binary and (x.text == '<' or x.text == '<=') then
        local last = term_end(t, i + 1)
        if last then
          put('bound', i + 1, last, words(i + 1, last) .. ' - 1')
          put('bound', i + 1, last, words(i + 1, last) .. ' + 1')
        end
      end
      -- Assignments.
      if x.text == '+=' or x.text == '-=' or x.text == '*=' then put('assignment', i, i, '=') end
      local is_declaration = x.text == '=' and before and before.declares
      if x.text == '=' and not is_declaration then
        local in_for = false
        for k = i, 1, -1 do
          if t[k].text:match '^[;{}]$' then break end
          in_for = in_for or t[k].text == 'for'
        end
        if not in_for then
          put('assignment', i, i, '+=')
          if is_sign(next_, '+', '-') and mends then put('turned', i, i + 1, next_.text .. '=') end
        end
      end
      -- The whole right side: a term or a factor more.
      if x.text == '=' or x.text == 'return' or x.text == '+=' then
        local last = expression_end(t, i + 1)
        local inner = words(i + 1, last)
        if last and inner ~= '' and not inner:match '^[{;]' and not (is_sign(t[i - 2], 'int') and is_sign(t[i - 3],
          '('))
        then
          if mends then
            for _, n in ipairs(scalars(i)) do
              put('factor', i + 1, last, ('(%s) * %s'):format(inner, n))
              put('factor', i + 1, last, ('(%s) / %s'):format(inner, n))
              put('term', i + 1, last, ('%s + %s'):format(inner, n))
              put('term', i + 1, last, ('%s - %s'):format(inner, n))
            end
          end
          for _, new in ipairs { '2 * (%s)', '(%s) / 2', '-(%s)', '(%s) + 1', '(%s) - 1', '1.0 / (%s)',
            '(%s) * (%s)' } do
            local same = inner == '0' and not new:match '1' or inner == '1' and new:match '^%(%%s%) %*' or inner:match
              '^-?1$' and new:match '^1.0' or inner == '0' and new:match '^1.0'
            if same then new = '%s' end
            put(new:match '2' and 'factor' or new:match '^%-' and 'sign' or new:match '%*' and 'factor' or 'term',
              i + 1, last, (new:gsub('%%s', function() return inner end)))
          end
          if mends then put('call', i + 1, last, ('sqrt(%s)'):format(inner)) end
        end
      end
      -- Types.
      if x.text == 'double' and not mends and next_ and next_.declares then
        put('type', i, i, 'int')
        put('type', i, i, 'float')
      elseif (x.text == 'int' or x.text == 'float') and mends and next_ and next_.kind == 'name' and
        not is_sign(before, '(') then
        put('type', i, i, 'double')
      end
      -- A statement less. What is declared in it stays.
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
        if t[stop] and brackets == 0 and (x.text ~= 'return' or mends or is_sign(t[stop + 1], 'return')) then
          put('line', i, stop, ';', true)
        end
      end
      -- A return into the loop before it, and out of the loop around it.
      if x.text == 'return' and is_sign(before, '}') then
        local stop = i
        while t[stop] and t[stop].text ~= ';' do stop = stop + 1 end
        put('return', i - 1, stop, words(i, stop) .. ' } ' .. words(i, stop), true)
      elseif x.text == 'return' and mends then
        local stop = i
        while t[stop] and t[stop].text ~= ';' do stop = stop + 1 end
        if is_sign(t[stop + 1], '}') and x.depth > 1 then
          put('return', i, stop + 1, '} ' .. words(i, stop), true)
        end
        if is_sign(before, ')') then put('line', i, stop, ';', true) end
      end
      if x.text == '}' and mends and x.depth >= 1 then
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
      if is_sign(x, 'if') and next_ and next_.text == '(' then
        local close = partner(t, i + 1)
        if close then
          put('bound', i + 1, close, '(1)')
          put('bound', i + 1, close, '(0)')
        end
      end
      if x.text == '?' then
        local colon = expression_end(t, i + 1) + 1
        if is_sign(t[colon], ':') then
          local last = expression_end(t, colon + 1)
          put('branch', i + 1, last, words(colon + 1, last) .. ' : ' .. words(i + 1, colon - 1))
        end
      end
    end
  end
  -- All divisions of whole numbers at once.
  if mends then
    local out, at, first = {}, 1, nil
    local function is_whole(x)
      if x.kind == 'number' then return not x.text:match '[.eE]' end
      for _, n in ipairs(known) do if n.name == x.text and n.of == x.of then return n.kind == 'int' end end
      return x.text == 'rows' or x.text == 'cols'
    end
    for i, x in ipairs(t) do
      if x.text == '/' and is_binary(t, i) and x.depth >= 1 then
        if is_whole(t[i - 1]) and is_whole(t[i + 1]) then first = first or i end
        out[#out + 1] = text:sub(at, x.to) .. ' (double)'
        at = x.to + 1
      end
    end
    if first then
      local a, b = t[first - 1].text, t[first + 1].text
      local slash = words(first, first)
      list[#list + 1] = { text = table.concat(out) .. text:sub(at), kind = 'whole', line = t[first].line,
        old = ('%s %s %s'):format(a, slash, b), shown = t[first - 1].kind == 'number' and ('%s.0 %s %s'):format(a,
          slash,
        b) or ('1.0 * %s %s %s'):format(a, slash, b) }
    end
  end
  return list
end

--- The kinds, the smaller slips first.
mutants.ORDER = { 'whole', 'rounded', 'turned', 'sign', 'number', 'brackets', 'name', 'call', 'index', 'bound',
  'assignment', 'type', 'line', 'return', 'place', 'branch', 'factor', 'term' }

--- What kind of slip an edit mends, in words.
mutants.KIND = {
  sign = 'a sign', factor = 'a factor', term = 'a term', brackets = 'brackets', number = 'a number',
  name = 'another name belongs there', call = 'a function', index = 'an index', bound = 'a comparison or a bound',
  assignment = '= and += are exchanged', type = 'its type', line = 'a line too many',
    ['return'] = 'where the return ' ..
  'stands', place = 'the place of a line: inside of the loop, or outside', branch = 'the branches are exchanged',
}

return mutants
