--- What a list of tokens means: factors, terms, expressions, names; only as much of C as
-- edits need.

local KEYWORD = {}
for word in ('return if else for while do break continue sizeof switch case'):gmatch '%S+' do KEYWORD[word] = true end
local TYPE = { double = 'double', int = 'int', float = 'double', matrix = 'matrix', complex = 'double',
  long = 'int', short = 'int' }

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

-- Where the condition of the if, while or for at i begins and ends.
local function condition(t, i)
  local close = is_sign(t[i], 'if', 'while', 'for') and is_sign(t[i + 1], '(') and partner(t, i + 1)
  if not close then return nil end
  local from, last = i + 2, close - 1
  if t[i].text == 'for' then
    while t[from] and from < close and t[from].text ~= ';' do from = from + 1 end
    from, last = from + 1, from
    while t[last + 1] and last < close and t[last + 1].text ~= ';' do last = last + 1 end
  end
  if t[from] and t[last] and from <= last and last < close then return from, last end
end

-- Does a variable start at i, «double r = …», that is set again?
local function is_start(t, i)
  for k = i + 1, t[i] and t[i].declares and #t or 0 do
    if t[k].text == t[i].text and t[k + 1] and t[k + 1].text:match '^[-+*/]?=$' then return true end
  end
  return false
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

-- Where the statement that begins at token i ends, if it is a simple one or a block.
local function statement_end(t, i)
  if not t[i] or is_sign(t[i], 'if', 'for', 'while', 'do') then return nil end
  if t[i].text == '{' then return partner(t, i) end
  while t[i] and t[i].text ~= ';' do
    if t[i].text:match '^[({]$' then i = partner(t, i) or #t end
    i = i + 1
  end
  return t[i] and i
end

-- The last token of what the if controls whose condition begins with the bracket at place `from`
-- of the text; nil if there is none.
local function controlled(t, from)
  for i, x in ipairs(t) do
    local close = x.from == from and is_sign(t[i - 1], 'if') and partner(t, i)
    if close then return t[statement_end(t, close + 1) or close] end
  end
end

return {
  KEYWORD = KEYWORD, TYPE = TYPE, partner = partner, is_binary = is_binary, is_sign = is_sign,
  factor_end = factor_end, factor_begin = factor_begin, term_end = term_end, term_begin = term_begin,
  expression_end = expression_end, names = names, others = others,
  is_start = is_start, condition = condition, statement_end = statement_end,
  controlled = controlled,
}
