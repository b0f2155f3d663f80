--- A right answer in another style: other names, a while for a for, a name for what is returned or for
-- what stands in brackets, another order, an early return.
local grammar = require 'judge.grammar'
local source = require 'judge.source'

local NAMES = { 'p', 'q', 'aux', 'value', 'tmp', 'part', 'g', 'll', 'acc', 'res', 'v1', 'v2', 'mm', 'dd' }

-- Other names for what a function declares of its own.
local function renamed(text, random)
  local t = source.tokens(text)
  local known, new, by, taken = grammar.names(t), {}, {}, {}
  for _, x in ipairs(t) do taken[x.text] = true end
  local next_ = random(#NAMES)
  for _, n in ipairs(known) do
    if n.depth >= 1 and n.kind == 'double' and not by[n.name] then
      for _ = 1, #NAMES do
        next_ = next_ % #NAMES + 1
        if not taken[NAMES[next_]] then
          by[n.name], taken[NAMES[next_]] = NAMES[next_], true
          break
        end
      end
    end
  end
  for i, x in ipairs(t) do
    local is_member = grammar.is_sign(t[i - 1], '->', '.') or grammar.is_sign(t[i + 1], '(')
    if x.kind == 'name' and by[x.text] and not is_member then new[i] = by[x.text] end
  end
  return source.replaced(text, t, new)
end

-- A while for the first for whose rounds all come to their end.
local function with_while(text)
  local t = source.tokens(text)
  for i, x in ipairs(t) do
    local close = x.text == 'for' and grammar.partner(t, i + 1)
    local first = close and grammar.expression_end(t, i + 2)
    local second = first and grammar.expression_end(t, first + 2)
    local stop = close and t[close + 1].text == '{' and grammar.partner(t, close + 1)
    if stop and second and second + 2 < close and not text:sub(x.from, t[stop].to):match '%f[%w]continue%f[%W]' then
      local function words(a, b) return text:sub(t[a].from, t[b].to) end
      return ('%s{ %s;\nwhile (%s) {%s%s;\n} }%s'):format(text:sub(1, x.from - 1), words(i + 2, first),
        words(first + 2, second), text:sub(t[close + 1].to + 1, t[stop].from - 1), words(second + 2, close - 1),
        text:sub(t[stop].to + 1))
    end
  end
  return text
end

-- What is returned gets a name before.
local function with_result(text)
  local head, expression, rest = text:match '^(.*[;{}]%s*)return%s+([^;]+);(%s*}%s*)$'
  local is_one = text:match '\ndouble [%w_]+%([^)]*%)%s*{[^{]*return'
  if not head or not is_one or text:match 'result_here' then return text end
  return ('%sdouble result_here = %s;\n    return result_here;%s'):format(head, expression, rest)
end

-- Two factors, or two terms, in the other order: a * b is b * a, a + b is b + a.
local function with_order(text, random)
  local t, places = source.tokens(text), {}
  for i, x in ipairs(t) do
    local is_sum = x.text == '+'
    if x.depth >= 1 and (x.text == '*' or is_sum) and grammar.is_binary(t, i) then
      local first = (is_sum and grammar.term_begin or grammar.factor_begin)(t, i - 1)
      local last = (is_sum and grammar.term_end or grammar.factor_end)(t, i + 1)
      local before, after = first and t[first - 1], last and t[last + 1]
      if before and after and grammar.is_sign(before, '(', '=', 'return', '+=', ',') and
        grammar.is_sign(after, ')', ';', ',', '+', '-') and not grammar.is_sign(t[first - 2], 'at') then
        places[#places + 1] = { first, i, last }
      end
    end
  end
  local p = #places > 0 and places[random(#places)]
  if not p then return text end
  local function words(from, to) return text:sub(t[from].from, t[to].to) end
  return ('%s%s %s %s%s'):format(text:sub(1, t[p[1]].from - 1), words(p[2] + 1, p[3]), t[p[2]].text,
    words(p[1], p[2] - 1), text:sub(t[p[3]].to + 1))
end

-- What stands in brackets within a statement of doubles gets a name before.
local function with_helper(text, random)
  local t, places = source.tokens(text), {}
  for i, x in ipairs(t) do
    local is_inner = grammar.is_sign(t[i - 1], '=', '*', '/', '+', '-', 'return', '(')
    local close = x.depth >= 1 and x.text == '(' and is_inner and
      not grammar.TYPE[t[i + 1].text] and grammar.partner(t, i)
    local k = i
    while close and t[k] and not grammar.is_sign(t[k], ';', '{', '}') do
      k = (t[k].text == ')' and grammar.partner(t, k) or k) - 1
    end
    local first, statement = t[k + 1], close and text:sub(t[k + 1].from, t[i].from - 1)
    if close and first and not statement:match '[?:,&|<{]' and not grammar.is_sign(t[k - 1], '=') and
      not grammar.is_sign(first, 'if', 'for', 'while', 'else', 'int', 'do') and not text:sub(x.from, t[close].to)
      :match '[<>?=,|&%%]' and not text:match '%f[%w]complex%f[%W]' then
      places[#places + 1] = { i, close, k + 1 }
    end
  end
  local p = #places > 0 and places[random(#places)]
  if not p or text:match '%f[%w]bracket%f[%W]' then return text end
  return ('%sdouble bracket = %s;\n    %sbracket%s'):format(text:sub(1, t[p[3]].from - 1),
    text:sub(t[p[1]].from, t[p[2]].to), text:sub(t[p[3]].from, t[p[1]].from - 1), text:sub(t[p[2]].to + 1))
end

-- An if that returns, where there was a ?.
local function with_early_return(text)
  local head, condition, yes, no, rest = text:match '^(.*[;{}]%s*)return ([^;?]+) %? ([^;:?]+) : ([^;:?]+);(%s*}%s*)$'
  if not head then return text end
  return ('%sif (%s)\n        return %s;\n    return %s;%s'):format(head, condition, yes, no, rest)
end

local ALL = { renamed, with_while, with_result, with_order, with_helper, with_early_return }

--- A right text in another style, by up to three changes of it.
return function(text, random)
  for _ = 1, random(4) - 1 do text = ALL[random(#ALL)](text, random) end
  return text
end
