--- What kind of slip an edit mends, in words that hold for this edit: where it stands and
-- what it does to the text, and not only the rule that made it.
local grammar = require 'judge.grammar'
local source = require 'judge.source'

local kinds = {}

local SHORT = 44 -- what is quoted

local KIND = {
  sign = 'a sign', negated = 'the sign of it all', brackets = 'brackets', name = 'another name belongs there',
  term = '1 too many or too few', line = 'a line too many',
  ['return'] = 'where the return is', place = 'where a line is: inside of the loop, or outside',
  branch = 'the branches are exchanged', operator = 'one of + - * / is another',
  arguments = 'the order of the functions, or of the numbers of one', braces = 'what the loop or the if ' ..
    'controls: braces', ['upside down'] = 'a fraction is upside down', ['extra factor'] = 'an extra factor',
  ['extra term'] = 'a term too many', ['missing term'] = 'a term is missing',
  ['missing line'] = 'after it a line is missing',
  split = 'this loop does two things, and the second needs the first for all: it takes two loops',
}

KIND['power rule'] = 'the power rule is for x^n, where the base moves; here the exponent moves, and the base stays'

-- Whose brackets an edit stands in; and kinds that say nothing more of a condition.
local AROUND = { ['if'] = 'the condition of this if', ['while'] = 'the condition of this while',
  ['for'] = 'where this loop begins or ends' }
local SAYS_NO_MORE = {}
for kind in ('apart part formula line braces place whole'):gmatch '%S+' do SAYS_NO_MORE[kind] = true end
SAYS_NO_MORE['other condition'] = true

-- Of where a loop begins or ends, what is more than that; and a number that is no 0, 1 or 2 of the counting.
local OF_LOOPS, LIMIT = { name = true, cast = true, condition = true }, 3

KIND['do'] = 'a do makes its first round whatever its condition says, where a while asks before'

local function quoted(words, text) return #text <= SHORT and words:format('«' .. text .. '»') or nil end

-- A factor without its spaces and its brackets.
local function bare(text)
  text = text:gsub('%s', '')
  return text:match '^%b()$' and text:sub(2, -2) or text
end

-- The factors of a term at its top, those above the line and those below it.
local function factors(text)
  local t, above, below, from, is_below = source.tokens(text), {}, {}, 1, false
  for i = 1, #t + 1 do
    local ends = not t[i] or i > 1 and (t[i].text == '*' or t[i].text == '/') and grammar.is_binary(t, i)
    if ends and t[from] then
      local inner = 0
      for k = from, i - 1 do inner = inner + (t[k].text == '(' and 1 or t[k].text == ')' and -1 or 0) end
      if inner == 0 then
        (is_below and below or above)[bare(text:sub(t[from].from, t[i - 1].to))] = true
        from, is_below = i + 1, t[i] and t[i].text == '/'
      end
    end
  end
  return above, below
end

-- A term gets one more factor, above the line or below: it may be there too often on the
-- other side, or on this side not often enough.
local function missing(edit)
  local how, atom = edit.new:sub(#edit.old + 1):match '^%s*([*/])%s*(.*)$'
  if not how then return 'a factor is missing' end
  atom = bare(atom)
  local above, below = factors(edit.old)
  local here, there = above, below
  if how == '/' then here, there = below, above end
  if there[atom] then return 'an extra factor' .. (how == '*' and ' in the denominator' or '') end
  if here[atom] or bare(edit.old) == atom then return 'a power: a factor is there, but not often enough' end
  return how == '/' and 'something is still to be divided' or 'a factor is missing'
end

-- The names of a text, those of functions apart: two sets.
local function words_of(text)
  local t, functions, names = source.tokens(text), {}, {}
  for i, x in ipairs(t) do
    if x.kind == 'name' then (grammar.is_sign(t[i + 1], '(') and functions or names)[x.text] = true end
  end
  return functions, names
end

-- What is in the first set alone.
local function only(one, other)
  local list = {}
  for word in pairs(one) do if not other[word] then list[#list + 1] = word end end
  table.sort(list)
  return list
end

-- Is a name a variable of the reader's own in a text, or a function that the text defines?
local function is_made(name, text)
  for _, known in ipairs(grammar.names(source.tokens(text))) do
    if known.name == name and known.depth >= 1 then return true end
  end
  return text:find('%f[%w_]' .. name .. '%s*%b()%s*{') or text:find('#%s*define%s+' .. name .. '%(')
end

-- In what a part of the text and what belongs there differ, where it is the functions or the names
-- alone. What the reader has made may stand in the right place, and be wrong itself.
local function difference(old, new, text)
  local functions, names = words_of(old)
  local other_functions, other_names = words_of(new)
  local f, g = only(functions, other_functions), only(other_functions, functions)
  local n, m = only(names, other_names), only(other_names, names)
  if #n + #m == 0 and #f == 1 then
    return (is_made(f[1], text) and ': what %s gives is wrong there' or #g == 0 and ': %s does not belong there' or
      ': another function than %s belongs there'):format(f[1])
  elseif #n + #m == 0 and #f == 0 and #g > 0 then
    return ': a function is missing there'
  elseif #f + #g == 0 and #n == 1 and not old:match '^[%w_]+$' then
    return (is_made(n[1], text) and ': what %s holds is wrong there' or #m == 0 and ': %s does not belong there' or
      ': another name than %s belongs there'):format(n[1])
  elseif #f + #g + #n == 0 and #m > 0 then
    return ': something is missing there'
  end
  for _, list in ipairs { f, n } do
    for _, name in ipairs(list) do if is_made(name, text) then return ', or what its names hold' end end
  end
  return ''
end

-- Is what an edit replaces a variable of the reader's own, wherever it is used? Then what it holds is wrong.
local function is_own(edit, text, parts)
  if not edit.from or not edit.old:match '^[%a_][%w_]*$' then return false end
  local t, of, uses, is_there = source.tokens(text), nil, 0, false
  local known = grammar.names(t)
  for _, x in ipairs(t) do if x.from == edit.from then of = x.of end end
  for _, n in ipairs(known) do is_there = is_there or n.name == edit.old and n.of == of and n.depth >= 1 end
  for i, x in ipairs(t) do
    local is_set = x.declares or t[i + 1] and t[i + 1].text:match '^[-+*/]?=$'
    local from = i
    while t[from - 1] and not t[from - 1].text:match '^[;{})]$' do from = from - 1 end
    local is_of_itself = t[from].text == edit.old and t[from + 1] and t[from + 1].text == '='
    if x.text == edit.old and x.of == of and not is_set and not is_of_itself then uses = uses + 1 end
  end
  return is_there and uses == #(parts or { edit })
end

-- «the second », of what is on its line more than once.
local ORDINALS = { 'the first ', 'the second ', 'the third ', 'the fourth ' }

local function which(edit, text)
  local old = edit.old
  if not edit.from or not old:match '^[%w_]+$' then return '' end
  local count, here = 0, nil
  for _, x in ipairs(source.tokens(text)) do
    if x.line == edit.line and x.text == old then
      count = count + 1
      if x.from == edit.from then here = count end
    end
  end
  return count > 1 and here and ORDINALS[here] or ''
end

local OF = {
  ['missing factor'] = missing,
  factor = function(edit)
    if edit.old == '*' or edit.old == '/' then return 'one of * and / is the other' end
    if edit.old == '*=' or edit.old == '/=' then return 'one of *= and /= is the other' end
    if edit.new == edit.old .. edit.old or edit.new == ('(%s) * (%s)'):format(edit.old, edit.old) then
      return 'a power: a factor is there, but not often enough'
    end
    return 'a factor of the whole'
  end,
  call = function(edit)
    if edit.new:match '^%(' then return 'a function too many' end
    if not edit.new:match '%(' then return quoted('another function than %s belongs there', edit.old) end
    return 'a function is missing around the whole'
  end,
  wrapped = function(edit)
    return quoted('a function is missing around %s', edit.old) or 'a function is missing'
  end,
  outside = function(edit)
    if edit.old == '-' then return 'the minus belongs before the function, not into its brackets' end
    return quoted('%s belongs before the function, not into its brackets', edit.old) or
      'a factor belongs before the function, not into its brackets'
  end,
  number = function(edit) return quoted('the number %s', edit.old) end,
  index = function(edit) return quoted('the index %s', edit.old) end,
  name = function(edit) return quoted('another name than %s belongs there', edit.old) end,
  assignment = function(edit)
    if edit.old ~= '=' and edit.new ~= '=' then return quoted('another sign than %s belongs there', edit.old) end
    local other = edit.old == '=' and edit.new or edit.old
    return ('= and %s are exchanged'):format(other)
  end,
  type = function(edit)
    return edit.old == 'float' and 'its type: a float keeps 7 digits' or
      ('its type: %s %s drops what comes after the point'):format(edit.old == 'int' and 'an' or 'a', edit.old)
  end,
  apart = function(edit)
    return quoted('of %s one of the two belongs there in every case', edit.old) or
      'of what stands on both sides of the : one belongs there in every case'
  end,
  condition = function(edit) return quoted('%s does not belong there', edit.old) or 'an extra condition' end,
  bound = function(edit)
    if edit.new == edit.old .. '=' then return quoted('%s leaves out the case that both are equal', edit.old) end
    if edit.old == edit.new .. '=' then return quoted('%s takes in the case that both are equal', edit.old) end
    return edit.old:match '^[<>=!&|]' and quoted('another comparison than %s', edit.old) or
      quoted('%s is one too many or too few', edit.old) or 'a bound'
  end,
  ['one term'] = function(edit)
    return quoted('%s belongs to one term of the bracket, not to all of it', edit.old) or
      'a factor belongs to one term of the bracket, not to all of it'
  end,
  stale = function(edit)
    return ('%s is worked out here, once, and the loop of line %d needs it anew in each round'):format(edit.old,
      edit.loop)
  end,
  anew = function(edit)
    return ('«%s» still holds what it had %s, and must start anew'):format(edit.old, edit.where)
  end,
  start = function(edit) return ('what it starts with, «%s»'):format(edit.old) end,
  fixed = function(edit) return quoted('instead of the number %s a name belongs', edit.old) end,
  series = function(edit)
    return edit.operator == '+' and 'a sum, where a product belongs' or 'a product, where a sum belongs'
  end,
  cast = function(edit) return quoted('%s drops what comes after the point', edit.old) end,
  overwritten = function(edit)
    return ('%s gets its new number here, and line %d still needs the old one'):format(edit.old, edit.used)
  end,
  exchange = function(edit) return ('%s and %s are exchanged, from here on'):format(edit.old, edit.new) end,
  ['turned table'] = function(edit) return ('row and column are exchanged in %s'):format(edit.old) end,
  formula = function(edit)
    return quoted('what goes into it is right, and what is made of it is not: %s', edit.old) or
      'what goes into it is right, and what is made of it is not'
  end,
  part = function(edit, text, parts)
    local said = quoted('all is right but %s', edit.old)
    if said and is_own(edit, text, parts) then return quoted('all is right but what %s holds', edit.old) end
    if not said then return 'all is right but a part of it' end
    local place = parts and '' or which(edit, text) -- of several places none is «the second»
    return said:gsub('«', place .. '«', 1) .. difference(edit.old, edit.new, text)
  end,
}

-- The word, if, for, while or a function's name, in whose brackets an edit stands, and its
-- place among the tokens; or the if whose only statement it takes away.
local function surrounding(edit, text)
  local t, i = source.tokens(text), 1
  while t[i] and t[i].from < edit.from do i = i + 1 end
  local k, depth, semicolons = i - 1, 0, 0
  local before = t[k]
  local open = before and before.text == '{' and t[k - 1] and t[k - 1].text == ')' and k - 1 or
    before and before.text == ')' and k
  open = open and grammar.partner(t, open)
  local ruled = open and t[open - 1] and t[open - 1].text or nil
  while t[k] and not t[k].text:match '^[{}]$' do
    if t[k].text == ';' then semicolons = semicolons + 1 end
    if t[k].text == ')' then depth = depth + 1 elseif t[k].text == '(' then
      depth = depth - 1
      if depth < 0 and t[k - 1] and t[k - 1].kind == 'name' and t[k - 1].text ~= 'return' then
        return t[k - 1].text, ruled, semicolons
      elseif depth < 0 then
        depth = 0
      end
    end
    k = k - 1
  end
  -- The brackets of an if or a loop themselves.
  return edit.old:match '^%(' and t[i - 1] and t[i - 1].kind == 'name' and t[i - 1].text or nil, ruled
end

-- Does an edit stand for all that is between the brackets around it?
local function is_all_of(edit, text)
  return text:sub(1, edit.from - 1):match '%(%s*$' and text:sub(edit.to + 1):match '^%s*%)'
end

local OF_ITSELF = { fixed = true, start = true, outside = true, stale = true, anew = true }

--- An edit of a text in words.
function kinds.of(edit, text, parts)
  local around, ruled, semicolons
  if edit.from then around, ruled, semicolons = surrounding(edit, text) end
  -- What is not around all of its places is around none.
  for _, part in ipairs(parts or {}) do
    if surrounding(part, text) ~= around then around, ruled = nil, nil end
  end
  if OF_ITSELF[edit.kind] then return OF[edit.kind](edit) end
  if around == 'if' and edit.new == '(0)' then return 'what this if treats apart needs no case of its own' end
  if around == 'if' and edit.new == '(1)' then return 'what this if does belongs to other cases, too' end
  if AROUND[around] then
    local is_said = not SAYS_NO_MORE[edit.kind] and (around ~= 'for' or OF_LOOPS[edit.kind] or
      edit.kind == 'number' and tonumber(edit.old) >= LIMIT)
    local more = is_said and (OF[edit.kind] and OF[edit.kind](edit) or KIND[edit.kind])
    local what = around == 'for' and semicolons == 2 and 'the step of this loop' or AROUND[around]
    return what .. (more and ': ' .. more or '')
  end
  if edit.kind == 'line' and ruled == 'if' then return 'what this if treats apart needs no case of its own' end
  if edit.old:match '^[%d.]+[eE]?[-+]?%d*$' then return OF.number(edit) end
  if edit.kind == 'wrapped' and around and around ~= 'at' then return ('what goes into «%s»'):format(around) end
  if edit.kind == 'part' and around and around ~= 'at' and is_all_of(edit, text) then
    return ('what goes into «%s»'):format(around)
  end
  return OF[edit.kind] and OF[edit.kind](edit, text, parts) or KIND[edit.kind] or edit.kind
end

return kinds
