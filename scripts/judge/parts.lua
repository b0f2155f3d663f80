--- Expressions of a solution, in the names of what its function is given: what may stand in
-- the place of a part of a wrong answer.
local grammar = require 'judge.grammar'
local source = require 'judge.source'

local parts = {}

local MOST_TOKENS, MOST_PARTS, MOST_FACTORS = 40, 40, 10

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

-- A text in which such variables are replaced by what they are set to.
local function inlined(text)
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

--- {all = expressions, factors = the short ones that may be missing as a factor}, of a
-- solution; what is returned or put into an output as a whole is none of them.
function parts.of(text)
  text = inlined(source.bare(text))
  local t = source.tokens(text)
  grammar.names(t)
  local found, factors, seen = {}, {}, {}
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
  local function shortest(list, most)
    table.sort(list, function(a, b) return a[2] < b[2] or a[2] == b[2] and a[1] < b[1] end)
    local some = {}
    for i = 1, math.min(most, #list) do some[i] = list[i][1] end
    return some
  end
  return { all = shortest(found, MOST_PARTS), factors = shortest(factors, MOST_FACTORS) }
end

return parts
