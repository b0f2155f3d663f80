--- Two edits of a text at once: of two slips each alone may show nothing.
local grammar = require 'judge.grammar'
local source = require 'judge.source'

local pairs_ = {}

-- What line of a text a line of its edited form was: behind the edit, lines may count otherwise.
local function before(text, edited)
  local was, is, same = source.lines(text), source.lines(edited), 0
  while same < math.min(#was, #is) and was[#was - same] == is[#is - same] do same = same + 1 end
  return function(line) return line > #is - same and line + #was - #is or line end
end

-- Two edits of a text as one; b is one of the same text as a and behind it, or else of a's text.
function pairs_.both(text, a, b, is_after)
  if is_after then b.before = before(text, a.text) end
  return { kind = 'two', one = a, two = b, line = a.line, after = is_after and a.text,
    shown = a.shown .. '», and «' .. b.shown,
    text = is_after and b.text or text:sub(1, a.from - 1) .. a.new .. text:sub(a.to + 1, b.from - 1) .. b.new ..
      text:sub(b.to + 1) }
end

-- Kinds of slips of which any two may come together, and how many of each are tried so; and
-- those that may come behind one that is known to help.
local SMALL, SECOND = {}, {}
for kind in ('sign number brackets factor operator call name bound fixed index start condition line apart shadow kept')
  :gmatch '%S+' do
  SMALL[kind], SECOND[kind] = 14, true
end
for kind in ('extra_factor extra_term missing_factor wrapped negated whole everywhere exchange cast'):gmatch '%S+' do
  SECOND[kind:gsub('_', ' ')] = true
end

-- Where a number alone becomes a formula, nothing of what the reader meant is left.
function pairs_.is_formula_for_number(edit)
  return tonumber(edit.old) and not tonumber((edit.new:gsub('^%-', ''))) and edit.kind ~= 'fixed'
end

-- Two edits of a text at once, the likeliest first: what a slip of C or an if too many hides in its
-- own lines, then two of one kind, then any two.
function pairs_.of(text, all, of_c)
  local some, count, list, hides, t = {}, {}, {}, {}, source.tokens(text)
  for _, edit in ipairs(all) do
    if of_c[edit.kind] then hides[edit.line] = edit.line end
    local last = edit.kind == 'apart' and grammar.controlled(t, edit.from)
    for line = edit.line, last and last.line or 0 do hides[line] = hides[line] or edit.line end
  end
  for _, edit in ipairs(all) do
    count[edit.kind] = (count[edit.kind] or 0) + 1
    local is_small = count[edit.kind] <= (SMALL[edit.kind] or 0)
    local is_hidden = hides[edit.line] and (SECOND[edit.kind] or edit.kind == 'fixed')
    if edit.from and (is_small or is_hidden) and not pairs_.is_formula_for_number(edit) then
      some[#some + 1] = { edit, is_small = is_small, hides = of_c[edit.kind] or edit.kind == 'apart' }
    end
  end
  for how = 1, 3 do
    for i, x in ipairs(some) do
      for k = i + 1, #some do
        local y = some[k]
        local a, b = x[1], y[1]
        local is_near = (x.hides or y.hides) and hides[a.line] and hides[a.line] == hides[b.line]
        local rank = is_near and 1 or a.kind == b.kind and 2 or 3
        -- Of two numbers in a formula that become names, one often makes up for what is missing elsewhere.
        local is_odd = a.kind == 'fixed' and b.kind == 'fixed' and
          (a.old .. a.new ~= b.old .. b.new or a.line == b.line and (tonumber(a.old) or 0) <= 1)
        if rank == how and (is_near or x.is_small and y.is_small) and not is_odd then
          if b.from < a.from then a, b = b, a end
          if a.to < b.from then list[#list + 1] = pairs_.both(text, a, b) end
        end
      end
    end
  end
  return list
end

pairs_.SECOND = SECOND
return pairs_
