--- Single edits with what the solution has, see parts.lua: rules that are tried at each token,
-- see mutants.lua. `c.parts` are expressions of the solution.
local grammar = require 'judge.grammar'

local KEYWORD, TYPE, partner, is_binary = grammar.KEYWORD, grammar.TYPE, grammar.partner, grammar.is_binary
local is_sign, factor_end, term_end, expression_end = grammar.is_sign, grammar.factor_end, grammar.term_end,
  grammar.expression_end

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
  -- `with` is what would be there without the reader's own, there or on the whole right side: where that
  -- does as well, nothing was missing.
  local from = i
  while t[from - 1] and not is_sign(t[from - 1], '=', 'return', '+=', '-=', ';', '{', '}') do from = from - 1 end
  local to = expression_end(t, from)
  local side = to and t[to] and { t[from].from, t[to].to }
  local function more(kind, sign, none, atom)
    local made = put(kind, i, last, ('%s %s %s'):format(inner, sign, atom))
    if made then made.with, made.side = ('(%s %s %s)'):format(none, sign, atom), side end
  end
  for _, atom in ipairs(atoms) do
    more('missing factor', '*', '1', atom)
    if atom ~= 'I' then more('missing factor', '/', '1', atom) end
  end
  if is_sign(before, '=', 'return', '+=', '(') then
    atoms = c.fitting(c.parts.terms, i)
    for _, name in ipairs(c.scalars(i)) do atoms[#atoms + 1] = name end
    for _, atom in ipairs(atoms) do
      more('missing term', '+', '0', atom)
      more('missing term', '-', '0', atom)
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
  local some, sets, bare = {}, '%s*[-+*/]?=[^=]', text:gsub('%s', '')
  for _, line in ipairs(lines) do
    local place, value = line:match '^([^=]-)%s*=%s*([^;=]*);'
    local returned = line:match '^if.*return%s*(.-);'
    local name = place and place:match '^at%(%s*([%w_]+)' or place and place:match '[%a_][%w_]*'
    local is_there = returned and bare:find('return' .. returned:gsub('%s', '') .. ';', 1, true) or
      not line:match '=' and bare:find(line:gsub('%s', ''), 1, true)
    -- A case that the text has is not missing, whatever it does there.
    local asked = returned and line:match '^if%s*(%b())'
    is_there = is_there or asked and bare:find(asked:gsub('%s', ''), 1, true)
    if not is_there and (not place or tonumber(value) or line:match '^if' or place:match '[-+*/]$' or
      not (text:match('%f[%w_]' .. name .. sets) or text:match('%f[%w_]' .. name .. '%s*%b[]' .. sets) or
      text:match('at%(%s*' .. name .. '[^=;]*%)' .. sets))) then
      some[#some + 1] = line
    end
  end
  return some
end

-- A part of a right side, and what the solution has there.
local function parts(c, i, x)
  local t, put, words = c.t, c.put, c.words
  local before = t[i - 1]
  if not is_sign(before, '=', 'return', '+=', '-=', '+', '-', '*', '/', '(', ',', '[') or TYPE[x.text] or
    x.text == ')' or x.declares or KEYWORD[x.text] then
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


-- What the solution asks, where this asks something else.
local function conditions(c, i)
  local from, last = grammar.condition(c.t, i)
  for _, each in ipairs(from and c.fitting(c.parts.conditions, i + (c.t[i].text == 'for' and 4 or 0)) or {}) do
    c.put('other condition', from, last, each)
  end
end

return { conditions, missing, missing_lines, parts, lines_without_place = lines_without_place }
