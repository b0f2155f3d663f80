--- The edit of a reader's text that makes it right, if there is one.
local ask = require 'judge.ask'
local dead = require 'judge.dead'
local files = require 'gw.files'
local grammar = require 'judge.grammar'
local mutants = require 'judge.mutants'
local pairs_ = require 'judge.pairs'
local parts = require 'judge.parts'
local source = require 'judge.source'
local trying = require 'judge.trying'

local slip = {}

--- Those that keep what the reader has: a part that is put in its place may mend what is wrong elsewhere.
slip.OF_THE_TEXT = {}
for _, kind in ipairs(mutants.ORDER) do
  slip.OF_THE_TEXT[kind] = not (' part formula missing line missing term '):find(' ' .. kind .. ' ', 1, true)
end

--- Slips of C, which are nearer to the reader than the mathematics that they look like.
slip.OF_C = { ['shadow line'] = true }
for kind in ('float whole rounded turned shadow kept braces compared'):gmatch '%S+' do slip.OF_C[kind] = true end

--- Those that may be nearer than a mistake in the mathematics that would answer the same.
slip.NEARER = { brackets = true, outside = true }
for kind in pairs(slip.OF_C) do slip.NEARER[kind] = true end

--- Those that are of one case alone: what may be said where only one case is wrong.
slip.OF_CASES = { apart = true, bound = true, condition = true, number = true, start = true, ['do'] = true,
  compared = true, branch = true }

-- Kinds that may take something away and put nothing instead.
local TAKES_AWAY = { ['extra factor'] = true, ['extra term'] = true, line = true }

local CHUNK = 150 -- edits at a time
local MOST = 3000 -- edits of one text
local SOUND_MILLISECONDS = 2000
local STEPS, MUCH = 4, 0.25 -- edits behind which a second is looked for, and which part of the wrong numbers each mends

-- The edits that an edit is made of, each of the same text.
local function parts_of(edit)
  if edit.kind == 'everywhere' then return edit.parts end
  return edit.kind == 'two' and not edit.after and { edit.one, edit.two } or {}
end

local SHORT = 8 -- a right side that many a text has

-- Does an edit change a right side that the solution has just so, for a variable of the reader's own or
-- in the same place? Then another line is wrong.
local function is_of_the_solution(text, bare, edit)
  if not edit.from then return false end
  local so_far = text:sub(1, edit.from - 1):match '[^;{}]*$'
  local place, sets, before = so_far:match '^(.-[^-+*/=<>!])([-+*/]?=)([^=].*)$'
  if not place then place, sets, before = 'return', '', so_far:match '%f[%w_]return%f[^%w_](.*)$' end
  local side = before and (before .. text:sub(edit.from):match '^[^;]*'):gsub('%s', '')
  if not side or #side <= SHORT then return false end
  place = place:match '[^\n]*$'
  local sign = place:match '([^%w_]?)[%a_][%w_]*%s*$'
  local is_own = sign and sign ~= '*' and place ~= 'return'
  local before_it = is_own and '=' or place:gsub('%s', '') .. sets
  return bare:find(before_it .. side .. ';', 1, true)
end

-- x - x is 0, whatever x is: an edit that makes it takes away what the reader meant.
local function cancels(text, edit)
  if not edit.from then return false end
  local near = text:sub(math.max(1, edit.from - 30), edit.from - 1) .. edit.new .. text:sub(edit.to + 1, edit.to + 30)
  for a, b in near:gmatch '[(=,]%s*([%a_][%w_]*)%s*%-%s*([%a_][%w_]*)%s*[),;]' do if a == b then return true end end
  return false
end

--- The edits of a text in the order in which they are tried, of some kinds or of all.
function slip.ordered(text, e, some)
  local solution = files.read(e.solution)
  local all, edits, bare = mutants.of(text, parts.of(solution)), {}, source.bare(solution):gsub('%s', '')
  local is_word = setmetatable({}, { __index = function(_, old) return old:match '^[%a_][%w_]*$' end })
  local place = {}
  for _, kind in ipairs(mutants.ORDER) do
    for _, edit in ipairs(all) do
      local of = edit.kind == 'everywhere' and edit.of.kind or edit.kind
      if edit.kind == kind and (not some or some[of]) and #edits < MOST and
        not is_of_the_solution(text, bare, edit) and not cancels(text, edit) and
        not (of == 'part' and pairs_.is_formula_for_number(edit)) then
        edits[#edits + 1] = edit
        local is_late = of == 'part' or of == 'missing factor'
        -- Of the parts that are wrong the smallest says most, but for what a variable holds.
        place[edit] = (of == 'part' and (is_word[edit.old] and 5e3 or #edit.old) + #edits / MOST or #edits) +
          1e6 * mutants.RANK[is_late and of or kind] + 1e4 * mutants.RANK[of]
      end
    end
  end
  table.sort(edits, function(a, b) return place[a] < place[b] end)
  return edits
end

-- «3», or «3 or 5» where an edit of the same kind in another line would do, too.
local function lines_of(edit, line, from, to)
  for k = from, to do
    local other = line(k)
    if other then return ('%d or %d'):format(edit.line, other) end
  end
end

-- The first of some edits that is right at all points, fresh ones too, and how many are.
local function right_of(s, edits)
  local texts, first, count = {}, nil, 0
  for i, edit in ipairs(edits) do texts[i] = edit.text end
  local ok, _, place = trying.texts(s, texts, s.program)
  for i, edit in ipairs(edits) do
    if ok[i] and trying.is_right_afresh(s, place[i]) then first, count = first or edit, count + 1 end
  end
  return first, count
end

-- One of the edits that an edit is made of, where it makes all right without the others.
local function alone(s, edit)
  local parts_ = parts_of(edit)
  local one, count = right_of(s, parts_)
  if one and count > 1 then
    for _, other in ipairs(parts_) do
      if other ~= one and other.line ~= one.line then one.lines = ('%d or %d'):format(one.line, other.line) end
    end
  end
  return one
end

-- Is all right without what the reader has there, too? Then the edit mends nothing, but takes its place.
-- Of two edits, either may do so beside the other.
local function is_instead(s, edit)
  local texts = {}
  for _, each in ipairs(edit.kind == 'two' and not edit.after and { { edit.one, edit.two }, { edit.two, edit.one } } or
    { { edit } }) do
    local one, other = each[1], each[2]
    local is_more = one.with and one.old ~= '1' and one.old ~= '0'
    for _, ends in ipairs(is_more and { { one.from, one.to }, one.side } or {}) do
      local text = s.text:sub(1, ends[1] - 1) .. one.with .. s.text:sub(ends[2] + 1)
      if other and other.to < ends[1] then
        text = s.text:sub(1, other.from - 1) .. other.new .. s.text:sub(other.to + 1, ends[1] - 1) .. one.with ..
          s.text:sub(ends[2] + 1)
      elseif other and other.from > ends[2] then
        text = s.text:sub(1, ends[1] - 1) .. one.with .. s.text:sub(ends[2] + 1, other.from - 1) .. other.new ..
          s.text:sub(other.to + 1)
      end
      texts[#texts + 1] = text
    end
  end
  if #texts == 0 then return false end
  local ok = trying.texts(s, texts, s.program .. '-instead')
  for i in ipairs(texts) do if ok[i] then return true end end
  return false
end

-- Does an edit make right only what it makes dead?
local function is_by_dead_code(s, edit)
  return dead.makes(edit, s.text, function(texts)
    local right, how, place = trying.texts(s, texts, s.program .. '-dead')
    local same = {}
    if not place[1] then return {}, same end
    for i = 1, #texts do
      same[i] = true
      for b in ipairs(s.d.outputs) do same[i] = same[i] and how[i] and how[i].same[b] end
    end
    return right, same
  end)
end

-- The first of some edits that makes all right, as long as there is time. Of the others it
-- keeps the first that makes it better, and how, s.better; and those that make some numbers
-- right and none wrong, s.steps.
local function first_of(s, edits, share)
  local d = s.d
  local function at_all(v)
    local ok, how = trying.right_ones(d, s.program, s.scratch, s.list, v, v)
    return ok[v] and trying.is_right_afresh(s, v), how[v]
  end
  for first = 1, #edits, CHUNK do
    if trying.is_over(s, share) then return nil end
    local texts = {}
    for i = first, math.min(first + CHUNK - 1, #edits) do texts[#texts + 1] = edits[i].text end
    local place, count = ask.compile(texts, d, s.program, s.scratch)
    local found, how = {}, {}
    if place then found, how = trying.right_ones(d, s.program, s.scratch, s.some, 1, count, trying.MILLISECONDS) end
    for i = 1, #texts do
      local v, edit = place and place[i], edits[first + i - 1]
      if v and found[v] and at_all(v) and not is_instead(s, edit) then
        if is_by_dead_code(s, edit) then
          s.dead[edit.text], v = true, nil
          goto next_one
        end
        if parts_of(edit)[1] then return alone(s, edit) or edit end
        edit.lines = edit.lines or lines_of(edit, function(k)
          local other = edits[first + k - 1]
          return place[k] and found[place[k]] and other.kind == edit.kind and other.line ~= edit.line and
            at_all(place[k]) and other.line
        end, i + 1, #texts)
        return edit
      end
      ::next_one::
      if v and how[v] and how[v].gain >= MUCH * (how[v].gain + how[v].left) and how[v].harm == 0 and edit.from and
        edit.kind ~= 'missing term' and not pairs_.is_formula_for_number(edit) then
        s.steps[#s.steps + 1] = { edit, how[v].gain, #s.steps }
      end
      local better = s.better
      local seen = v and s.failed and how[v] and edit.kind ~= 'two' and trying.progress(d, s.failed, how[v])
      if seen and (not better or seen.alone and better[2].alone == false) then
        local _, all = at_all(v)
        local done = all and trying.progress(d, s.failed, all)
        if done and (not better or done.alone) then s.better = { edit, done } end
      end
    end
  end
end

-- Kinds of edits that may stand for one another, since factors and brackets have no order.
local ALIKE = { brackets = {}, ['extra factor'] = {}, ['missing factor'] = {}, factor = {} }
for kind in ('extra_factor missing_factor factor number sign name fixed'):gmatch '%S+' do
  ALIKE.brackets[kind:gsub('_', ' ')] = true
end
for kind in ('extra_factor missing_factor factor'):gmatch '%S+' do
  for _, other in ipairs { 'extra factor', 'missing factor', 'factor' } do ALIKE[other][kind:gsub('_', ' ')] = true end
end
local MOST_OF_ITS_KIND, MOST_ALIKE = 300, 120

-- Another edit that makes a text right as well as one that was found: which of them is the
-- slip, nobody can know.
local function another(s, edit, edits)
  local alike, some = ALIKE[edit.kind], {}
  for _, is_same in ipairs { true, false } do -- those of its own kind first
    local most = is_same and MOST_OF_ITS_KIND or MOST_ALIKE
    for _, other in ipairs(alike and edits or {}) do
      if alike[other.kind] and (other.kind == edit.kind) == is_same and #some < most and other ~= edit and
        (other.line ~= edit.line or edit.kind == 'brackets') then some[#some + 1] = other end
    end
  end
  if #some == 0 then return nil end
  local texts = {}
  for i, other in ipairs(some) do texts[i] = other.text end
  local place, count = ask.compile(texts, s.d, s.program, s.scratch)
  local found = place and trying.right_ones(s.d, s.program, s.scratch, s.list, 1, count, 4 * trying.MILLISECONDS) or {}
  for i, other in ipairs(some) do
    local is_in = type(edit.lines) == 'string' and edit.lines:match('%f[%d]' .. other.line .. '%f[%D]')
    if place and place[i] and found[place[i]] and not (is_in and other.kind == edit.kind) then return other end
  end
end

-- The place up to which an edit takes something away and puts nothing instead; nil if it is none that does.
local function taken_up_to(t, edit)
  if edit.kind == 'apart' and edit.new == '(0)' then
    local last = grammar.controlled(t, edit.from)
    return last and last.to
  end
  return TAKES_AWAY[edit.kind] and edit.from and edit.new:match '^[%s;]*$' and edit.to
end

-- An if whose case needs none of its own, a condition, a function or a line too many, where an edit
-- within it was found: that says more. And what makes all right where it is only taken away, if an edit
-- elsewhere was found: then all is right elsewhere, and that edit only makes up for it.
local function without_it(s, edit, edits)
  local t, some = source.tokens(s.text), {}
  local takes = taken_up_to(t, edit)
  for _, other in ipairs(edits) do
    local is_edge = other.new == '(1)' and edit.kind == 'bound' -- < for <= is the smaller slip
    local says_more = other.kind == 'apart' and not is_edge or other.kind == 'condition' or
      other.kind == 'call' and other.new:match '^%(' and edit.kind == 'brackets' or
      other.kind == 'line' and edit.kind ~= 'line' and edit.kind ~= 'place'
    local is_around = says_more and edit.kind ~= 'apart' and edit.from and other.from <= edit.from and
      other.to >= edit.to
    local up_to = edit.from and not takes and taken_up_to(t, other)
    local is_within = up_to and edit.from >= other.from and edit.to <= up_to
    local is_elsewhere = up_to and not is_within and (other.kind == 'apart' or other.line ~= edit.line)
    if is_around or is_elsewhere then some[#some + 1] = other end
  end
  return #some > 0 and right_of(s, some) or nil
end

--- The first edit of an answer's text that makes it right, at points that were not used to
-- find it too: of some kinds, or of all. The smaller slips are tried first, some at a time,
-- as long as there is time; then two at once: behind one that makes more of it right, and any
-- two small ones. If none does, the first that makes it better, and how. `failed`
-- says which outputs are wrong.
function slip.find(answer, list, only, failed)
  local e, text = answer.e, source.expanded(answer.text)
  local edits, s = slip.ordered(text, e, only), trying.begin(answer, list, failed)
  s.text = text
  local one = first_of(s, edits, 0.6)
  if one then
    local less = without_it(s, one, edits)
    one.other = not less and another(s, one, edits) or nil
    one = less or one
  end
  if one or only then return one end
  local steps = s.steps
  s.failed = nil -- what makes another text better is no edit of this one
  table.sort(steps, function(a, b) return a[2] > b[2] or a[2] == b[2] and a[3] < b[3] end)
  for i = 1, math.min(STEPS, #steps) do
    local a = steps[i][1]
    if not is_instead(s, a) and select(2, a.old:gsub('\n', '')) == select(2, a.new:gsub('\n', '')) then
      s.text = a.text
      local b = first_of(s, slip.ordered(a.text, e, pairs_.SECOND), 0.8)
      s.text = text
      local both = b and pairs_.both(text, a, b, true)
      if both and not is_by_dead_code(s, both) then return both end
    end
  end
  s.text = text
  local alive = {}
  for _, edit in ipairs(edits) do if not s.dead[edit.text] then alive[#alive + 1] = edit end end
  local two = first_of(s, pairs_.of(text, alive, slip.OF_C), 1)
  if two then return two end
  if s.better then return s.better[1], s.better[2] end
end

--- Is an edit right under sanitizers, too?
function slip.is_sound(answer, list, edit)
  local program = answer.scratch .. '/edited'
  local place = ask.compile({ edit.text }, answer.d, program, answer.scratch, 'strict')
  return place and trying.right_ones(answer.d, program, answer.scratch, list, 1, 1, SOUND_MILLISECONDS)[1]
end

return slip
