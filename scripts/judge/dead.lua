--- Does an edit mend a text only by making lines dead? «if (x < left) x = left;» is as good as gone
-- where x1 stands for x, and «w = w - alpha * e» where alpha is 0. It is those lines that are too
-- many, and not a name or a number that is wrong.
local grammar = require 'judge.grammar'
local source = require 'judge.source'

local dead = {}

-- The kinds of edits that can.
local KILLS = { name = true, fixed = true, number = true, start = true, exchange = true, sign = true, negated = true }
local MOST = 16

-- What of a text may be taken out and leaves C: an if without an else, and a line that sets what is
-- declared above: {from, to, names}, in their order.
local function removable(text)
  local t, list = source.tokens(text), {}
  for i, x in ipairs(t) do
    local first, last = i, nil
    if x.text == 'if' and grammar.is_sign(t[i + 1], '(') then
      local close = grammar.partner(t, i + 1)
      last = close and grammar.statement_end(t, close + 1)
      if last and grammar.is_sign(t[last + 1], 'else') or grammar.is_sign(t[i - 1], 'else') then last = nil end
    elseif grammar.is_sign(t[i - 1], ';', '{', '}') and x.kind == 'name' and x.depth >= 1 and t[i + 1] and
      t[i + 1].text:match '^[-+*/]?=$' then
      last = grammar.statement_end(t, i)
    end
    if last and #list < MOST then
      local names = {}
      for k = first, last do names[t[k].text] = true end
      list[#list + 1] = { from = t[first].from, to = t[last].to, names = names }
    end
  end
  return list
end

-- The edits that an edit is made of, if one of them can.
local function parts_of(edit)
  local list = edit.kind == 'two' and { edit.one, edit.two } or { edit }
  for i, each in ipairs(list) do list[i] = each.kind == 'everywhere' and each.of or each end
  for _, each in ipairs(list) do if KILLS[each.kind] then return list end end
end

-- The names and numbers that edits bring to the places where they are, and what is set there.
local function brought(parts, text)
  local names = {}
  for _, part in ipairs(parts) do
    names[part.new] = true
    if part.kind == 'exchange' then names[part.old] = true end
    local name = part.from and text:sub(1, part.from - 1):match '([%a_][%w_]*)%s*[-+*/]?=[^=;{}][^;{}]*$'
    name = name or part.from and text:sub(1, part.from - 1):match '([%a_][%w_]*)%s*=%s*$'
    if name then names[name] = true end
  end
  return names
end

local function touches(one, names)
  for name in pairs(names) do if one.names[name] then return true end end
  return false
end

--- Is there a statement that changes the answers of the text, and none of those of the edited one?
-- `ask` tells of texts which are right, and which answer what the first does.
function dead.makes(edit, text, ask)
  local parts = parts_of(edit)
  if not parts then return false end
  local before, after = removable(text), removable(edit.text)
  if #before ~= #after then return false end
  local names, texts, pairs_ = brought(parts, text), { text }, {}
  for i, one in ipairs(after) do
    if touches(one, names) then
      pairs_[#pairs_ + 1] = i
      texts[#texts + 1] = text:sub(1, before[i].from - 1) .. ';' .. text:sub(before[i].to + 1)
      texts[#texts + 1] = edit.text:sub(1, one.from - 1) .. ';' .. edit.text:sub(one.to + 1)
    end
  end
  if #pairs_ == 0 then return false end
  local right, same = ask(texts)
  for k = 1, #pairs_ do
    if right[2 * k + 1] and not right[2 * k] and not same[2 * k] then return true end
  end
  return false
end

return dead
