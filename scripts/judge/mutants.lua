--- Single edits of a C text. Of a solution they are wrong answers, each of which the judge
-- must refuse; of a wrong answer one of them may be what was meant.
local everywhere = require 'judge.edits_everywhere'
local grammar = require 'judge.grammar'
local source = require 'judge.source'
local from_parts = require 'judge.edits_from_parts'

local mutants = {}

-- What an expression may hold that no text declares.
local MATHEMATICS = {}
for word in ('at rows cols I sin cos tan atan exp log log1p sqrt fabs pow fmax fmin tanh isnan cexp csin ccos csqrt ' ..
  'clog cimag creal random_normal'):gmatch '%S+' do MATHEMATICS[word] = true end

local function rules(...)
  local list = {}
  for _, room in ipairs { ... } do
    for _, rule in ipairs(require(room)) do list[#list + 1] = rule end
  end
  return list
end

local RULES = rules('judge.edits_of_values', 'judge.edits_of_statements')
local CONSTANTS = rules 'judge.edits_of_constants'
local ALL = rules('judge.edits_of_values', 'judge.edits_of_statements', 'judge.edits_that_mend',
  'judge.edits_that_move', 'judge.edits_from_parts')

--- The kinds, the smaller slips first.
mutants.ORDER = {
  'float', 'whole', 'rounded', 'turned', 'shadow', 'shadow line', 'kept', 'braces', 'compared', 'do', 'sign',
  'bound', 'number', 'apart', 'start', 'anew', 'brackets', 'outside', 'one term', 'power rule', 'extra factor',
  'extra term', 'operator', 'series', 'cast', 'condition', 'arguments', 'turned table', 'place', 'stale',
  'assignment', 'negated', 'call', 'wrapped', 'everywhere', 'missing factor', 'name', 'index', 'fixed', 'exchange',
  'type', 'line', 'return', 'split', 'overwritten', 'branch', 'factor', 'term', 'upside down', 'missing term',
  'missing line', 'other condition', 'part', 'formula'
}

local RANK = {}
mutants.RANK = RANK
for i, kind in ipairs(mutants.ORDER) do RANK[kind] = i end

-- What a variable starts with is no formula, where it is set again.
local NO_START = { ['missing factor'] = true, ['missing term'] = true, wrapped = true, call = true, factor = true,
  term = true, ['upside down'] = true }

local MOST_RENAMED, MOST_OF_A_KIND, MOST_FORMS = 4, 4, 64

-- The functions of C that answer a float.
local FLOATS = {}
for word in ('sin cos tan atan exp log log10 log1p expm1 sqrt fabs pow fmax fmin tanh sinh cosh'):gmatch '%S+' do
  FLOATS[word .. 'f'] = word
end

-- What a token becomes where nothing is a float; nothing where it has none.
local function in_double(x)
  if x.text == 'float' then return 'double' end
  return FLOATS[x.text] or x.kind == 'number' and x.text:match '^([%d.]+[eE]?[-+]?%d*)[fF]$'
end

-- A text with doubles instead of all its floats: an edit, if it has any.
local function without_floats(text, t)
  local new, words, lines, first = {}, {}, {}, nil
  for i, x in ipairs(t) do
    new[i] = in_double(x)
    if new[i] then
      first = first or x.line
      if not words[x.text] and #words < 3 then words[#words + 1] = ('«%s»'):format(x.text) end
      words[x.text] = true
      if lines[#lines] ~= x.line then lines[#lines + 1] = x.line end
    end
  end
  return first and { text = source.replaced(text, t, new), kind = 'float', line = first, lines = lines, old =
    table.concat(words, ', '), shown = 'double, and the functions without f' }
end

-- A text with doubles instead of all whole numbers of a function: of what it is given, answers
-- and keeps, but for what counts the rounds of a loop. Edits, of those functions that have two or more.
local function without_ints(text, t, put)
  local new, lines = {}, {}
  for i, x in ipairs(t) do
    local counts = grammar.is_sign(t[i - 1], '(') and grammar.is_sign(t[i - 2], 'for')
    if x.text == 'int' and not counts then
      new[x.of], lines[x.of] = new[x.of] or {}, lines[x.of] or {}
      new[x.of][i] = 'double'
      if lines[x.of][#lines[x.of]] ~= x.line then table.insert(lines[x.of], x.line) end
    end
  end
  for of, words in pairs(new) do
    if next(words, next(words)) then
      put { text = source.replaced(text, t, words), kind = 'type', line = lines[of][1], lines = lines[of], old = 'int',
        shown = 'double instead of int' }
    end
  end
end

--- Has a text a float: a variable, a function, or a number such as 0.1f?
function mutants.has_float(text)
  for _, x in ipairs(source.tokens(text)) do if in_double(x) then return true end end
end

--- Every single edit of a text: {text, line, kind, old, shown, from, to, new}. `mends`, the
-- parts of the solution, adds those that only a wrong answer needs.
function mutants.of(text, mends)
  local t = source.tokens(text)
  local known = grammar.names(t)
  local list, seen = {}, { [text] = true }
  local function shown(from, to)
    return (text:sub(from, to):gsub('%s+', ' '))
  end
  -- Replaces what lies between tokens first and last by a text; returns the edit, if it is new.
  local function put(kind, first, last, new, is_raw)
    if not first or not last or not t[first] or not t[last] then return end
    local is_set = grammar.is_sign(t[first - 1], '=') and grammar.is_start(t, first - 2)
    if mends and NO_START[kind] and is_set then return end
    local from, to = t[first].from, t[last].to
    local whole = text:sub(1, from - 1) .. new .. text:sub(to + 1)
    local before = seen[whole]
    -- Of two that make the same text, of a wrong answer, the smaller slip is the one.
    if before and not (mends and before ~= true and RANK[kind] < RANK[before.kind]) then return end
    local a, b = text:sub(1, from - 1):match '[^;{}\n]*$', text:sub(to + 1):match '^[^;{}\n]*'
    local edit = before or {}
    edit.text, edit.line, edit.kind, edit.from, edit.to = whole, t[first].line, kind, from, to
    edit.old, edit.new = shown(from, to), new
    edit.shown = is_raw and new or ((a .. new .. b):gsub('^%s+', ''):gsub('%s+', ' '))
    if not before then list[#list + 1] = edit end
    seen[whole] = edit
    return edit
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

  -- The reader's own numbers that are known at token i.
  local function own(i)
    local here = {}
    for _, n in ipairs(known) do
      if n.of == t[i].of and n.at < i and n.kind == 'double' and n.depth >= 1 and #here < MOST_OF_A_KIND then
        here[#here + 1] = n.name
      end
    end
    return here
  end

  -- Those of the solution's expressions whose names are known at token i. A name of the
  -- solution's own stands for each of its kind that the reader has there.
  local function fitting(expressions, i)
    local visible, mine, some, most = {}, {}, {}, 0
    for _, n in ipairs(known) do
      if n.of == t[i].of and n.at < i then
        local is_there = true
        for k = n.at, i do is_there = is_there and t[k].depth >= n.depth end
        if is_there and not visible[n.name] and n.depth >= 1 then
          mine[n.kind] = mine[n.kind] or {}
          table.insert(mine[n.kind], n.name)
        end
        visible[n.name] = is_there or visible[n.name]
      end
    end
    local function fit(each, given)
      local unknown
      for name, next_ in each:gmatch '%f[%w_]([%a_][%w_]*)%s*(%(?)' do
        if not (visible[name] or grammar.KEYWORD[name] or MATHEMATICS[name] and (next_ == '(' or name == 'I' or
          #name == 4)) then
          unknown = name
          break
        end
      end
      if not unknown then some[#some + 1] = each end
      local others = unknown and given < MOST_RENAMED and mine[mends.own[unknown]] or {}
      for k = 1, #some < most and math.min(MOST_OF_A_KIND, #others) or 0 do
        fit(each:gsub('%f[%w_]' .. unknown .. '%f[^%w_]', others[k]), given + 1)
      end
    end
    for _, each in ipairs(expressions) do
      most = #some + MOST_FORMS
      fit(each, 0)
    end
    return some
  end

  local c = { t = t, is_complex = text:find('complex', 1, true),
    known = known, list = list, mends = mends, parts = mends, put = put, words = words,
    missing_lines = mends and from_parts.lines_without_place(source.bare(text), mends.lines),
    scalars = scalars, own = own, fitting = fitting }
  for i, x in ipairs(t) do
    local is_constant = mends and x.depth == 0 and x.kind == 'number' and grammar.is_sign(t[i - 1], '=')
    for _, rule in ipairs(x.depth >= 1 and (mends and ALL or RULES) or is_constant and CONSTANTS or {}) do
      rule(c, i, x)
    end
  end
  if mends then
    local single = {}
    for i, edit in ipairs(list) do single[i] = edit end
    everywhere.of(text, t, known, single, function(edit)
      local before = seen[edit.text]
      if not before then list[#list + 1] = edit elseif before ~= true and RANK[edit.kind] < RANK[before.kind] then
        for i = #list, 1, -1 do if list[i] == before then list[i] = edit end end -- the smaller slip is the one
      end
      if before ~= true then seen[edit.text] = edit end
    end)
    list[#list + 1] = without_floats(text, t)
    without_ints(text, t, function(edit) list[#list + 1] = edit end)
    -- All divisions of whole numbers at once.
    local out, at, first = {}, 1, nil
    local function is_whole(x)
      if x.kind == 'number' then return not x.text:match '[.eE]' end
      for _, n in ipairs(known) do if n.name == x.text and n.of == x.of then return n.kind == 'int' end end
      return x.text == 'rows' or x.text == 'cols'
    end
    -- Do tokens first to last make a whole number: one of them, or a bracket of such?
    local function are_whole(first_, last)
      for k = first_, last do
        local y = t[k]
        if (y.kind == 'number' or y.kind == 'name') and not is_whole(y) then return false end
      end
      return true
    end
    for i, x in ipairs(t) do
      if x.text == '/' and grammar.is_binary(t, i) and x.depth >= 1 then
        local a, b = grammar.factor_begin(t, i - 1), grammar.factor_end(t, i + 1)
        if a and b and are_whole(a, i - 1) and are_whole(i + 1, b) then first = first or { i, a, b } end
        out[#out + 1] = text:sub(at, x.to) .. ' (double)'
        at = x.to + 1
      end
    end
    if first then
      local a, b = words(first[2], first[1] - 1), words(first[1] + 1, first[3])
      list[#list + 1] = { text = table.concat(out) .. text:sub(at), kind = 'whole', line = t[first[1]].line,
        old = ('%s / %s'):format(a, b),
        shown = (a:match '^%d+$' and '%s.0 / %s' or '1.0 * %s / %s'):format(a, b) }
    end
  end
  return list
end

return mutants
