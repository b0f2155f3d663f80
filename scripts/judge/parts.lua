--- Expressions of a solution, in the names of what its function is given: what may stand in
-- the place of a part of a wrong answer.
local grammar = require 'judge.grammar'
local source = require 'judge.source'

local parts = {}

local MOST_TOKENS, MOST_PARTS, MOST_FACTORS, MOST_LINES = 40, 40, 10, 8

-- The variables of a text that are set once, where they are declared: {name = expression}.
local function once(t, text)
  local set, value = {}, {}
  for i, x in ipairs(t) do
    if x.kind == 'name' and t[i + 1] and t[i + 1].text:match '^[-+*/]?=$' or grammar.is_sign(t[i + 1], '++', '--') then
      set[x.text] = (set[x.text] or 0) + 1
      if x.declares and t[i + 1].text == '=' and not grammar.is_sign(t[i - 2], '(') then
        local last = grammar.expression_end(t, i + 2)
        value[x.text] = last and '(' .. text:sub(t[i + 2].from, t[last].to) .. ')'
      end
    end
  end
  for name, count in pairs(set) do if count > 1 then value[name] = nil end end
  return value
end

-- A text in which functions of its own that only return an expression stand where they are called.
local function without_helpers(text)
  while true do
    local from, to, name, arguments, body = text:find '\nstatic double ([%w_]+)(%b())%s*{%s*return ([^;]+);%s*}'
    if not from then return text end
    local names = {}
    for each in arguments:gmatch '([%w_]+)%s*[,)]' do names[#names + 1] = each end
    text = text:sub(1, from) .. text:sub(to + 1):gsub('%f[%w_]' .. name .. '(%b())', function(given)
      local t, values, k = source.tokens(given), {}, 2
      while t[k] and #values < #names do
        local last = grammar.expression_end(t, k)
        values[#values + 1] = given:sub(t[k].from, t[last].to)
        k = last + 2
      end
      return '(' .. body:gsub('%f[%w_][%a_][%w_]*', function(word)
        for i, each in ipairs(names) do if each == word then return '(' .. (values[i] or word) .. ')' end end
      end) .. ')'
    end)
  end
end

-- What a text asks in its ifs and loops.
local function conditions(t, text)
  local list, seen = {}, {}
  for i, x in ipairs(t) do
    local from, last = grammar.condition(t, i)
    local word = from and text:sub(t[from].from, t[last].to):gsub('%s+', ' ')
    if word and x.depth >= 1 and not seen[word] then list[#list + 1], seen[word] = word, true end
  end
  return list
end

-- A text in which such variables are replaced by what they are set to.
local function inlined(text)
  text = without_helpers('\n' .. text)
  for _ = 1, 6 do
    local t = source.tokens(text)
    grammar.names(t)
    local value, out, at, is_new = once(t, text), {}, 1, false
    for _, x in ipairs(t) do
      if x.kind == 'name' and value[x.text] and not x.declares then
        out[#out + 1] = text:sub(at, x.from - 1) .. value[x.text]
        at, is_new = x.to + 1, true
      end
    end
    text = table.concat(out) .. text:sub(at)
    if not is_new or #text > 4000 then break end
  end
  return text
end

-- Is token i an argument of at(…), or what a pointer is, without its *?
local function is_place(t, i)
  if grammar.is_sign(t[i - 1], '*') and not grammar.is_binary(t, i - 1) then return true end
  while t[i] and not t[i].text:match '^[(;{}]$' do
    if t[i].text == ')' then i = grammar.partner(t, i) end
    i = i - 1
  end
  return grammar.is_sign(t[i], '(') and grammar.is_sign(t[i - 1], 'at')
end

-- The statements that may be missing: what is put into something that is there, and what is
-- returned in a case of its own.
local function lines(t, text)
  local list, seen, brackets = {}, {}, 0
  for i, x in ipairs(t) do
    local before, last = t[i - 1], i
    brackets = brackets + (x.text == '(' and 1 or x.text == ')' and -1 or 0)
    if x.depth >= 1 and brackets == 0 and grammar.is_sign(before, ';', '{', '}', ')') and (x.kind == 'name' and not
      grammar.TYPE[x.text] and (not grammar.KEYWORD[x.text] or x.text == 'if') and not grammar.is_sign(t[i + 1], ';') or
      x.text == '*' and before.text ~= ')') then
      if x.text == 'if' then last = grammar.partner(t, i + 1) end
      while t[last] and not grammar.is_sign(t[last], ';', '{', '}') do
        last = (grammar.is_sign(t[last], '(') and grammar.partner(t, last) or last) + 1
      end
      local word = grammar.is_sign(t[last], ';') and text:sub(x.from, t[last].to):gsub('%s+', ' ')
      if word and last - i < MOST_TOKENS and not seen[word] and #list < MOST_LINES then
        list[#list + 1], seen[word] = word, true
      end
    end
  end
  return list
end

--- {all = expressions, factors = the short ones that may be missing as a factor, terms = those
-- that may be missing as a term, lines = statements, wholes = right sides, own = the names of its own, with
-- their kinds}, of a solution; what is returned or put into an output as a whole is none of
-- the expressions.
function parts.of(text)
  local as_it_is = source.bare(text)
  text = inlined(as_it_is)
  local t = source.tokens(text)
  local known, own = grammar.names(t), {}
  for _, n in ipairs(known) do if n.depth >= 1 then own[n.name] = n.kind end end
  local found, factors, terms, wholes, seen = {}, {}, {}, {}, {}
  local function add(first, last, is_factor)
    if not first or not last or not t[last] or last < first then return end
    while t[first].text == '(' and grammar.partner(t, first) == last do first, last = first + 1, last - 1 end
    local word = text:sub(t[first].from, t[last].to):gsub('%s+', ' ')
    if last - first >= MOST_TOKENS or word == '0' or word == '0.0' then return end
    local is_one = last == first or word:match '^[%w_]+[%(%[][^%(%)%[%]]*[%)%]]$'
    local whole = is_one and word or '(' .. word .. ')'
    if not seen[whole] then
      seen[whole] = true
      found[#found + 1] = { whole, last - first }
    end
    if is_factor and last - first < 9 and not seen['* ' .. whole] and word ~= '1' then
      seen['* ' .. whole] = true
      factors[#factors + 1] = { whole, last - first }
    end
  end
  for i, x in ipairs(t) do
    local before = t[i - 1]
    if x.depth >= 1 and grammar.is_sign(before, '=', 'return', '+=', '-=', '+', '-', '*', '/', '(', ',', '?', ':') and
      not grammar.TYPE[x.text] and not grammar.KEYWORD[x.text] and not x.declares and x.text ~= ')' and
      not is_place(t, i) then
      local is_output = grammar.is_sign(before, 'return') or grammar.is_sign(before, '=') and
        not (t[i - 2] and t[i - 2].declares)
      local ends = { grammar.factor_end(t, i) }
      local stop = grammar.is_sign(before, '+', '-', '=', 'return', '(', '+=') and grammar.term_end(t, i)
      if stop and t[stop + 1] and (grammar.is_sign(before, '+', '-') or grammar.is_sign(t[stop + 1], '+', '-')) then
        local word = text:sub(x.from, t[stop].to):gsub('%s+', ' ')
        if stop - i < MOST_TOKENS and not seen['+ ' .. word] then terms[#terms + 1] = { word, stop - i } end
        seen['+ ' .. word] = true
      end
      if not grammar.is_sign(before, '*', '/') then
        ends[2] = grammar.term_end(t, i)
        ends[3] = grammar.expression_end(t, i)
      end
      for how, last in pairs(ends) do
        local is_whole = is_output and grammar.is_sign(t[last + 1], ';')
        if t[last] and not is_whole and not grammar.is_sign(t[last + 1], '<', '<=', '=', '++', '--') then
          add(i, last, how == 1)
        end
      end
    end
  end
  local whole = source.tokens(as_it_is)
  local statements = lines(whole, as_it_is)
  for _, n in ipairs(grammar.names(whole)) do if n.depth >= 1 then own[n.name] = own[n.name] or n.kind end end
  for i, x in ipairs(whole) do -- what is returned, or put into something, as a whole
    local before, last = whole[i - 1], nil
    if x.depth >= 1 and grammar.is_sign(before, '=', 'return', '+=') then last = grammar.expression_end(whole, i) end
    local word = last and grammar.is_sign(whole[last + 1], ';') and last - i < MOST_TOKENS and
      as_it_is:sub(x.from, whole[last].to):gsub('%s+', ' ')
    if word and word:match '[%a_]' and #wholes < MOST_LINES then wholes[#wholes + 1] = word end
  end
  local function shortest(list, most)
    table.sort(list, function(a, b) return a[2] < b[2] or a[2] == b[2] and a[1] < b[1] end)
    local some = {}
    for i = 1, math.min(most, #list) do some[i] = list[i][1] end
    return some
  end
  return { all = shortest(found, MOST_PARTS), factors = shortest(factors, MOST_FACTORS),
    terms = shortest(terms, MOST_FACTORS), lines = statements, wholes = wholes, own = own,
    conditions = conditions(whole, as_it_is) }
end

return parts
