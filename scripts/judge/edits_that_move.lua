--- Single edits of statements that only a wrong answer needs: rules that are tried at each
-- token, see mutants.lua.
local grammar = require 'judge.grammar'

local KEYWORD, TYPE, partner = grammar.KEYWORD, grammar.TYPE, grammar.partner
local is_binary, is_sign, expression_end = grammar.is_binary, grammar.is_sign, grammar.expression_end

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

-- A double that makes a new variable where one is there; a line that keeps nothing.
local function kept(c, i, x)
  local t, put = c.t, c.put
  if (x.text == 'double' or x.text == 'int') and t[i + 1] and t[i + 1].kind == 'name' and is_sign(t[i + 2], '=') then
    for _, n in ipairs(c.known) do
      if n.name == t[i + 1].text and n.of == x.of and n.at < i then
        put('shadow', i, i, '')
        local stop = expression_end(t, i + 3)
        if is_sign(t[i + 3], '0', '1') and stop and is_sign(t[stop + 1], ';') then
          put('shadow line', i, stop + 1, '')
        end
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
    local leaves = false -- what ends a round has no place in a loop of its own
    for k = at, last do leaves = leaves or is_sign(t[k], 'continue', 'break', 'return') end
    if leaves then return end
    if t[last].depth == t[close + 1].depth + 1 then
      local is_start = not words(close + 2, last):match '[^=;]*[^=;%s%w_%[%]*][^=;]*=' and
        not words(close + 2, last):match '=[^;]*[^%s%d.;]' -- x = 0; y = 0;
      put(is_start and 'place' or 'split', i, stop, ('%s { %s } %s { %s }'):format(head, words(close + 2, last), head,
        words(last + 1, stop - 1)))
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

-- A do, whose first round is made whatever its condition, where a while would ask before.
local function asked_before(c, i, x)
  local t, words = c.t, c.words
  local stop = is_sign(x, 'do') and is_sign(t[i + 1], '{') and partner(t, i + 1)
  local close = stop and is_sign(t[stop + 1], 'while') and is_sign(t[stop + 2], '(') and partner(t, stop + 2)
  if close and is_sign(t[close + 1], ';') then
    c.put('do', i, close + 1, ('%s %s'):format(words(stop + 1, close), words(i + 1, stop)))
  end
end

-- What is worked out before a loop, and needed anew in each round.
local function stale(c, i, x)
  local t, words = c.t, c.words
  local close = is_sign(x, 'for', 'while') and is_sign(t[i + 1], '(') and partner(t, i + 1)
  local stop = close and is_sign(t[close + 1], '{') and partner(t, close + 1)
  for _, n in ipairs(stop and c.known or {}) do
    local is_local = n.of == x.of and n.at < i and n.depth >= 1 and n.kind == 'double' and is_sign(t[n.at + 1], '=')
    local used, set = false, false
    for k = i, is_local and stop or 0 do
      local is_this = t[k].text == n.name
      used = used or is_this
      set = set or is_this and t[k + 1].text:match '^[-+*/]?=$'
    end
    local last = used and not set and expression_end(t, n.at + 2)
    if last and last < i and words(n.at + 2, last):match '%a' then
      local made = c.put('stale', stop, stop, ('%s = %s; }'):format(n.name, words(n.at + 2, last)))
      if made then made.line, made.old, made.loop = t[n.at].line, n.name, x.line end
    end
  end
end

-- What a loop adds to still holds what came before: what an earlier loop has left, or the round before.
local function anew(c, i, x)
  local t, words = c.t, c.words
  local close = is_sign(x, 'for', 'while') and is_sign(t[i + 1], '(') and partner(t, i + 1)
  local is_block = close and is_sign(t[close + 1], '{')
  local stop = close and (is_block and partner(t, close + 1) or body_end(t, close + 1))
  for _, n in ipairs(stop and t[stop] and c.known or {}) do
    local is_number = n.of == x.of and n.at < i and n.depth >= 1 and (n.kind == 'double' or n.kind == 'int')
    local is_set, is_changed = false, false -- before the loop, in it
    for k = n.at + 1, is_number and stop or 0 do
      local is_this = t[k].text == n.name and t[k + 1] and t[k + 1].text
      is_set = is_set or k < i and is_this and is_this:match '^[-+*/]?=$'
      is_changed = is_changed or k > i and is_this and is_this:match '^[-+*/]=$'
    end
    if is_changed then
      local start = is_sign(t[n.at + 1], '=') and words(n.at + 2, expression_end(t, n.at + 2)) or '0'
      local anew_ = ('%s = %s;'):format(n.name, start)
      local before = is_set and c.put('anew', i, i, anew_ .. ' ' .. x.text)
      if before then before.old, before.where = n.name, 'before this loop' end
      local round = is_block and c.put('anew', close + 1, close + 1, '{ ' .. anew_) or
        not is_block and c.put('anew', close + 1, stop, ('{ %s %s }'):format(anew_, words(close + 1, stop)))
      if round then round.old, round.where = n.name, 'in the round before' end
    end
  end
end

return { anew, stale, asked_before, one_of_several, starts, conditions, kept, braces, split, places }
