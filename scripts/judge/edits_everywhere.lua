--- Edits at several places of a text that are one slip all the same: what is wrong in one
-- way wherever it stands, and two names that are exchanged throughout; see mutants.lua.
local grammar = require 'judge.grammar'
local source = require 'judge.source'

local everywhere = {}

-- The kinds of edit that one may make again and again in the same way.
local REPEATED = {}
for kind in ('sign number fixed cast operator factor index type bound assignment call name brackets wrapped part')
  :gmatch '%S+' do
  REPEATED[kind] = true
end
REPEATED['extra factor'], REPEATED['missing factor'] = true, true

-- Some edits that are alike as one.
local function at_once(text, list, add)
  local out, at, count, lines, first = {}, 1, 0, {}, list[1]
  for _, edit in ipairs(list) do
    if edit.from >= at then
      out[#out + 1] = text:sub(at, edit.from - 1) .. edit.new
      at, count = edit.to + 1, count + 1
      if lines[#lines] ~= edit.line then lines[#lines + 1] = edit.line end
    end
  end
  if count < 2 or first.kind == 'part' and count > 2 then return end -- three parts are no slip
  if first.kind == 'sign' and count > math.max(2, #lines) then return end -- nor are all signs of a formula
  -- Two names instead of 0 or 1 in a formula often make up for what is missing elsewhere.
  local is_name = #lines == 1 and tonumber(first.old) and not tonumber(first.new)
  if is_name and tonumber(first.old) <= 1 then return end
  add { text = table.concat(out) .. text:sub(at), kind = 'everywhere', of = first, line = first.line,
    lines = lines, count = count, parts = list, old = first.old, new = first.new,
    shown = ('%s», wherever there is now «%s'):format(first.new, first.old) }
end

-- The same edit wherever it can be made.
local function repeated(text, edits, add)
  local groups, order = {}, {}
  for _, edit in ipairs(edits) do
    local key = REPEATED[edit.kind] and edit.old ~= '' and table.concat({ edit.kind, edit.old, edit.new }, '\n')
    if key and not groups[key] then
      groups[key] = {}
      order[#order + 1] = key
    end
    if key then table.insert(groups[key], edit) end
  end
  for _, key in ipairs(order) do
    local list = groups[key]
    table.sort(list, function(a, b) return a.from < b.from end)
    at_once(text, list, add)
    for left_out = 1, #list == 3 and 3 or 0 do -- at two of three places
      local two = {}
      for i, edit in ipairs(list) do if i ~= left_out then two[#two + 1] = edit end end
      at_once(text, two, add)
    end
  end
end

-- Two names of one kind, each in the other's place throughout.
local function exchanged(text, t, known, add)
  for i, a in ipairs(known) do
    for k = i + 1, #known do
      local b, new, first = known[k], {}, nil
      if a.of == b.of and a.kind == b.kind and a.name ~= b.name then
        local seen = {}
        for n, x in ipairs(t) do
          if x.of == a.of and not x.declares and x.depth >= 1 and (x.text == a.name or x.text == b.name) then
            new[n], seen[x.text], first = x.text == a.name and b.name or a.name, true, first or n
          end
        end
        if seen[a.name] and seen[b.name] then
          add { text = source.replaced(text, t, new), kind = 'exchange', line = t[first].line, old = a.name,
            new = b.name, shown = ('%s, wherever there is now %s, and the other way round'):format(b.name, a.name) }
        end
      end
    end
  end
end

-- at(M, j, i) for at(M, i, j), of one matrix or of all; rows for cols, and cols for rows.
local function turned(text, t, add)
  local by, all, order = {}, {}, {}
  for i, x in ipairs(t) do
    if x.text == 'at' and t[i + 1] and t[i + 1].text == '(' then
      local close = grammar.partner(t, i + 1)
      local comma = grammar.expression_end(t, i + 2) + 1
      local second = t[comma] and t[comma].text == ',' and grammar.expression_end(t, comma + 1) + 1
      if close and second and t[second] and t[second].text == ',' then
        local name = text:sub(t[i + 2].from, t[comma - 1].to)
        if not by[name] then order[#order + 1] = name end
        by[name] = by[name] or {}
        local one = { comma + 1, second - 1, second + 1, close - 1, line = x.line }
        table.insert(by[name], one)
        all[#all + 1] = one
      end
    end
  end
  local function turn(list, what)
    local out, at = {}, 1
    for _, p in ipairs(list) do
      local function words(a, b) return text:sub(t[a].from, t[b].to) end
      out[#out + 1] = text:sub(at, t[p[1]].from - 1) .. words(p[3], p[4]) .. ', ' .. words(p[1], p[2])
      at = t[p[4]].to + 1
    end
    add { text = table.concat(out) .. text:sub(at), kind = 'turned table', line = list[1].line, old = what, new = what,
      shown = ('row and column exchanged in %s'):format(what) }
  end
  for _, name in ipairs(order) do
    for _, one in ipairs(by[name]) do turn({ one }, name) end
    if #by[name] > 1 then turn(by[name], name) end
  end
  if #order > 1 then turn(all, 'each at(…)') end
end

local MOST_KEPT = 60

-- A variable that is set anew while what it was is still needed: that is kept, for one place
-- behind or for all.
local function overwritten(text, t, add)
  local count = 0
  for i, x in ipairs(t) do
    local before, sign = t[i - 1], t[i + 1] and t[i + 1].text or ''
    if x.kind == 'name' and x.depth >= 1 and not x.declares and sign:match '^[-+*/]?=$' and before and
      before.text:match '^[;{}]$' then
      local stop, open = i, i
      while t[stop] and t[stop].text ~= ';' do stop = stop + 1 end
      while t[open] and not (t[open].text == '{' and t[open].depth == 0) do open = open - 1 end
      local places = {}
      for k = stop + 1, #t do
        if t[k].depth == 0 then break end
        if t[k].text == x.text and not (t[k + 1] and t[k + 1].text:match '^[-+*/]?=$') then places[#places + 1] = k end
      end
      local function with(list)
        local new = { [open] = '{ double was_it = 0;', [i] = ('{ was_it = %s; %s'):format(x.text, x.text) }
        new[stop] = '; }'
        for _, k in ipairs(list) do new[k] = 'was_it' end
        count = count + 1
        add { text = source.replaced(text, t, new), kind = 'overwritten', line = x.line, old = x.text, new = x.text,
          used = t[list[1]].line, shown = ('%s as it was before line %d'):format(x.text, x.line) }
      end
      if t[stop] and t[open] and count < MOST_KEPT then
        for _, k in ipairs(places) do with { k } end
        if #places > 1 then with(places) end
      end
    end
  end
end

--- Edits of a text, with its tokens, its names and its single edits: calls add for each.
function everywhere.of(text, t, known, edits, add)
  repeated(text, edits, add)
  exchanged(text, t, known, add)
  turned(text, t, add)
  overwritten(text, t, add)
end

return everywhere
