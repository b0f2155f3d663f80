--- Single edits of a C text. Of a solution they are wrong answers, each of which the judge
-- must refuse; of a wrong answer one of them may be what was meant.
local grammar = require 'judge.grammar'
local source = require 'judge.source'

local mutants = {}

local RULES = {}
for _, room in ipairs { 'judge.edits_of_values', 'judge.edits_of_statements' } do
  for _, rule in ipairs(require(room)) do RULES[#RULES + 1] = rule end
end

--- Every single edit of a text: {text, line, kind, shown}. `mends` adds
-- those that only a wrong answer needs.
function mutants.of(text, mends)
  local t = source.tokens(text)
  local known = grammar.names(t)
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

  local c = { t = t, known = known, list = list, mends = mends, put = put, words = words, scalars = scalars }
  for i, x in ipairs(t) do
    for _, rule in ipairs(x.depth >= 1 and RULES or {}) do rule(c, i, x) end
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
      if x.text == '/' and grammar.is_binary(t, i) and x.depth >= 1 then
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
