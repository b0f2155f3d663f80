--- The edit of a reader's text that makes it right, if there is one, and what is said of it.
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local dead = require 'judge.dead'
local explain = require 'judge.explain'
local files = require 'gw.files'
local kinds = require 'judge.kinds'
local mutants = require 'judge.mutants'
local pairs_ = require 'judge.pairs'
local parts = require 'judge.parts'
local points = require 'judge.points'
local source = require 'judge.source'

local slip = {}

-- Slips of C that are said in full at once; of the others only the line and the kind.
local SAID = {
  whole = { 'integer-division', 'line %d: «%s» divides two whole numbers, and C drops what comes after the point: ' ..
    '1 / 2 is 0 there. Write «%s»' },
  rounded = { 'rounded-constant', 'line %d: «%s» is rounded, so your answer is too. With all its digits: «%s»' },
  turned = { 'turned-operator', 'line %d: «%s» sets, where += and -= change: write «%s»' },
  brackets = { 'fraction-brackets', 'line %d: C does * and / before + and -, and from left to right: brackets are ' ..
    'missing or too many around «%s»: «%s»' },
  shadow = { 'shadowed', 'line %d: «%s» makes a new variable, and the one that is there stays as it was: «%s»' },
  ['shadow line'] = { 'shadowed', 'line %d: «%s» makes a new variable, and the one that is there stays as it was: ' ..
    'leave it out' },
  kept = { 'nothing-kept', 'line %d: what is computed from «%s» is kept nowhere: «%s»' },
  float = { 'float', '%s: a float keeps 7 digits, a double 16: here %s' },
  compared = { 'set-not-compared', 'line %d: one = in «%s» sets a variable, and two, ==, compare: «%s»' },
}

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

local CHUNK = 150 -- edits at a time
--- Seconds of the processor's, and of the clock, after which no more are tried.
slip.patience = 8
slip.longest = 20
local FEW = 12 -- points at which an edit is found; it must hold at all the others, too
local MOST = 3000 -- edits of one text
local MILLISECONDS = 5 -- of one variant: many never end
local SOUND_MILLISECONDS = 2000
local STEPS, MUCH = 4, 0.25 -- edits behind which a second is looked for, and which part of the wrong numbers each mends

--- Outputs by their names.
function slip.named(d, out)
  local by = {}
  for b, a in ipairs(d.outputs) do by[a.name] = out[b] end
  return by
end

-- Which outputs of an answer are right at all of the points, and which are what is right
-- times one number, other than 1; and which are what the reader answers: {right = {b}, times =
-- {b = number}, same = {b}}; how many numbers that were wrong are right, and
-- the other way round: gain, harm; how many are wrong: left.
local function compared(d, some, replies)
  local found = { right = {}, times = {}, same = {}, gain = 0, harm = 0, left = 0 }
  local base = d.constant and replies[1].out[1][1] - some[1].right_[1][1] or 0
  for b in ipairs(d.outputs) do
    local right, times, counted, same = true, nil, 0, true
    for i, p in ipairs(some) do
      right = right and not replies[i].changed
      for k, r in ipairs(p.right_[b]) do
        -- An edit that ran out of time has answered fewer numbers: what is missing is wrong.
        local y = (replies[i].out[b] and replies[i].out[b][k] or 0 / 0) - base
        local yours, is_right = p.yours_ and p.yours_[b][k], explain.is_right(y, r, p.bound_[b][k])
        right = right and is_right
        local was_right = yours and explain.is_right(yours, r, p.bound_[b][k])
        if is_right and not was_right then found.gain = found.gain + 1 end
        if not is_right then found.left = found.left + 1 end
        if was_right and not is_right then found.harm = found.harm + 1 end
        same = same and yours and (y ~= y and yours ~= yours or explain.is_right(y, yours, p.bound_[b][k]))
        if yours and yours - yours ~= 0 then times = false end -- a number that is none is no factor
        if math.abs(r) > 1e3 * p.bound_[b][k] and times ~= false then
          local t = y / r
          times = (not times or math.abs(t - times) <= 1e-9 * math.abs(times)) and math.abs(t) > 1e-3 and
            math.abs(t) < 1e3 and t or false
          counted = counted + 1
        end
      end
    end
    found.right[b], found.same[b] = right, same
    found.times[b] = not right and not same and not d.constant and counted >= 5 and times and
      math.abs(times - 1) > 1e-6 and times or nil
  end
  return found
end

--- Is an answer right at all of the points? Where only differences count, its numbers are
-- taken from the first. Also returns how its outputs compare.
function slip.is_right(d, some, replies)
  if #replies < #some then return false end
  if d.property then
    for i, p in ipairs(some) do
      if replies[i].changed or d.property(p, slip.named(d, replies[i].out)) then return false end
    end
    return true
  end
  local how = compared(d, some, replies)
  for b in ipairs(d.outputs) do if not how.right[b] then return false, how end end
  return true, how
end

-- So many variants answer in one file: a file that grows beyond what is allowed ends the program.
local AT_ONCE = 64

--- Asks variants FIRST to LAST of a program; returns which of them are right at all of the
-- points, of each how its outputs compare, and what was said if some did not answer at all.
function slip.right_ones(d, program, scratch, some, first, last, milliseconds)
  local questions, ok, how = {}, {}, {}
  for i, p in ipairs(some) do questions[i] = { p } end
  local failed
  for from = first, last, AT_ONCE do
    local to = math.min(last, from + AT_ONCE - 1)
    local by, said = ask.variants(program, scratch, d, questions, from, to, milliseconds)
    failed = failed or not by and said
    for v, replies in pairs(by or {}) do ok[v], how[v] = slip.is_right(d, some, replies) end
  end
  return ok, how, failed
end

-- What an edit makes better where it does not make all right: {output}, which becomes right
-- while none that was right becomes wrong, `alone` if the others stay as they are; or
-- {times}, a number that all is too large by.
local function progress(d, failed, how)
  local mended, times, alone
  for b in ipairs(d.outputs) do
    if not failed[b] and not how.right[b] then return nil end
    if failed[b] and how.right[b] then mended = mended or b end
  end
  if mended then
    alone = true
    for b in ipairs(d.outputs) do alone = alone and (b == mended or how.right[b] or how.same[b]) end
    return { output = d.outputs[mended].name, alone = alone }
  end
  for b in ipairs(d.outputs) do
    if failed[b] then
      if not how.times[b] or times and math.abs(times - how.times[b]) > 1e-9 then return nil end
      times = how.times[b]
    end
  end
  if times and math.abs(times + 1) < 1e-6 then return { times = times } end -- any other number may be chance
end

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
  local place, before = so_far:match '^(.-[^-+*/=<>!])[-+*/]?=([^=].*)$'
  if not place then place, before = 'return', so_far:match '^%s*return(.*)$' end
  local side = before and (before .. text:sub(edit.from):match '^[^;]*'):gsub('%s', '')
  if not side or #side <= SHORT then return false end
  place = place:match '[^\n]*$'
  local sign = place:match '([^%w_]?)[%a_][%w_]*%s*$'
  local is_own = sign and sign ~= '*' and place ~= 'return'
  return bare:find((is_own and '' or place:gsub('%s', '') .. (place == 'return' and '' or '=')) .. side .. ';', 1, true)
end

-- The edits of a text in the order in which they are tried, of some kinds or of all.
local function ordered(text, e, some)
  local solution = files.read(e.solution)
  local all, edits, bare = mutants.of(text, parts.of(solution)), {}, source.bare(solution):gsub('%s', '')
  local is_word = setmetatable({}, { __index = function(_, old) return old:match '^[%a_][%w_]*$' end })
  local place = {}
  for _, kind in ipairs(mutants.ORDER) do
    for _, edit in ipairs(all) do
      local of = edit.kind == 'everywhere' and edit.of.kind or edit.kind
      if edit.kind == kind and (not some or some[of]) and #edits < MOST and
        not is_of_the_solution(text, bare, edit) and
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

-- How far a search has come: what it may still take, and where it tries.
local function begin(answer, list, failed)
  local some = { list[1] }
  for i = 1, FEW - 1 do some[i + 1] = list[1 + math.floor(i * (#list - 1) / (FEW - 1))] end
  return { answer = answer, d = answer.d, list = list, some = some, scratch = answer.scratch, failed = failed,
    steps = {}, dead = {}, program = answer.scratch .. '/edits', began = os.time(), taken = child.spent() }
end

local FRESH = 200

-- Is variant v of a program right at points at which the answer was not judged, too?
local function is_right_afresh(s, v)
  local a = s.answer
  if not s.fresh then
    s.fresh = points.draw(a.d, a.text, FRESH)
    if not a.d.property then s.fresh = ask.truth(ask.built(a.e, 'judge'), s.scratch, a.d, s.fresh) end
  end
  return slip.right_ones(s.d, s.program, s.scratch, s.fresh, v, v)[v]
end

local function is_over(s, share)
  return child.spent() - s.taken > slip.patience * share or os.time() - s.began > slip.longest
end

-- Of some texts, which are right at all points, how their outputs compare, and their places in the program.
local function tried(s, texts, program)
  local place, count = ask.compile(texts, s.d, program, s.scratch)
  local ok, how = {}, {}
  if not place then return ok, how, {} end
  local of, ways = slip.right_ones(s.d, program, s.scratch, s.list, 1, count, 4 * MILLISECONDS)
  for i in ipairs(texts) do
    local v = place[i]
    if v then ok[i], how[i] = of[v], ways[v] end
  end
  return ok, how, place
end

-- The first of some edits that is right at all points, fresh ones too, and how many are.
local function right_of(s, edits)
  local texts, first, count = {}, nil, 0
  for i, edit in ipairs(edits) do texts[i] = edit.text end
  local ok, _, place = tried(s, texts, s.program)
  for i, edit in ipairs(edits) do
    if ok[i] and is_right_afresh(s, place[i]) then first, count = first or edit, count + 1 end
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
  local ok = tried(s, texts, s.program .. '-instead')
  for i in ipairs(texts) do if ok[i] then return true end end
  return false
end

-- Does an edit make right only what it makes dead?
local function is_by_dead_code(s, edit)
  return dead.makes(edit, s.text, function(texts)
    local right, how, place = tried(s, texts, s.program .. '-dead')
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
    local ok, how = slip.right_ones(d, s.program, s.scratch, s.list, v, v)
    return ok[v] and is_right_afresh(s, v), how[v]
  end
  for first = 1, #edits, CHUNK do
    if is_over(s, share) then return nil end
    local texts = {}
    for i = first, math.min(first + CHUNK - 1, #edits) do texts[#texts + 1] = edits[i].text end
    local place, count = ask.compile(texts, d, s.program, s.scratch)
    local found, how = {}, {}
    if place then found, how = slip.right_ones(d, s.program, s.scratch, s.some, 1, count, MILLISECONDS) end
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
      local seen = v and s.failed and how[v] and edit.kind ~= 'two' and progress(d, s.failed, how[v])
      if seen and (not better or seen.alone and better[2].alone == false) then
        local _, all = at_all(v)
        local done = all and progress(d, s.failed, all)
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
local MOST_ALIKE = 120

-- Another edit that makes a text right as well as one that was found: which of them is the
-- slip, nobody can know.
local function another(s, edit, edits)
  local alike, some = ALIKE[edit.kind], {}
  for _, other in ipairs(alike and edits or {}) do
    if alike[other.kind] and #some < MOST_ALIKE and other ~= edit and
      (other.line ~= edit.line or edit.kind == 'brackets') then some[#some + 1] = other end
  end
  if #some == 0 then return nil end
  local texts = {}
  for i, other in ipairs(some) do texts[i] = other.text end
  local place, count = ask.compile(texts, s.d, s.program, s.scratch)
  local found = place and slip.right_ones(s.d, s.program, s.scratch, s.list, 1, count, 4 * MILLISECONDS) or {}
  for i, other in ipairs(some) do
    local is_in = type(edit.lines) == 'string' and edit.lines:match('%f[%d]' .. other.line .. '%f[%D]')
    if place and place[i] and found[place[i]] and not (is_in and other.kind == edit.kind) then return other end
  end
end

-- An if whose case needs none of its own, a condition, a function or a line too many, where an edit
-- within it was found: that says more.
local function without_the_case(s, edit, edits)
  for _, other in ipairs(edits) do
    local is_edge = other.new == '(1)' and edit.kind == 'bound' -- < for <= is the smaller slip
    local says_more = other.kind == 'apart' and not is_edge or other.kind == 'condition' or
      other.kind == 'call' and other.new:match '^%(' and edit.kind == 'brackets' or
      other.kind == 'line' and edit.kind ~= 'line' and edit.kind ~= 'place'
    if says_more and edit.kind ~= 'apart' and edit.from and other.from <= edit.from and
      other.to >= edit.to then
      local place = ask.compile({ other.text }, s.d, s.program, s.scratch)
      if place and slip.right_ones(s.d, s.program, s.scratch, s.list, 1, 1)[1] and is_right_afresh(s, 1) then
        return other
      end
    end
  end
end

--- The first edit of an answer's text that makes it right, at points that were not used to
-- find it too: of some kinds, or of all. The smaller slips are tried first, some at a time,
-- as long as there is time; then two at once: behind one that makes more of it right, and any
-- two small ones. If none does, the first that makes it better, and how. `failed`
-- says which outputs are wrong.
function slip.find(answer, list, only, failed)
  local e, text = answer.e, source.expanded(answer.text)
  local edits, s = ordered(text, e, only), begin(answer, list, failed)
  s.text = text
  local one = first_of(s, edits, 0.6)
  if one then
    one = without_the_case(s, one, edits) or one
    one.other = another(s, one, edits)
  end
  if one or only then return one end
  local steps = s.steps
  s.failed = nil -- what makes another text better is no edit of this one
  table.sort(steps, function(a, b) return a[2] > b[2] or a[2] == b[2] and a[3] < b[3] end)
  for i = 1, math.min(STEPS, #steps) do
    local a = steps[i][1]
    if not is_instead(s, a) and select(2, a.old:gsub('\n', '')) == select(2, a.new:gsub('\n', '')) then
      s.text = a.text
      local b = first_of(s, ordered(a.text, e, pairs_.SECOND), 0.8)
      s.text = text
      local both = b and pairs_.both(a.text, a, b, true)
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
  return place and slip.right_ones(answer.d, program, answer.scratch, list, 1, 1, SOUND_MILLISECONDS)[1]
end

-- The outputs that are wrong, where others are not.
local function wrong_ones(d, failed)
  local names = {}
  for b, a in ipairs(d.outputs) do if failed[b] then names[#names + 1] = a.name end end
  return #names < #d.outputs and #names <= 2 and table.concat(names, ' and ')
end

--- An edit of a text as a mistake: {key, line, text}; `better` says what it makes better, if
-- not all right; `failed` which outputs are wrong.
function slip.said(d, edit, text, better, failed)
  text = source.expanded(text)
  if edit.kind == 'two' then
    local a, b = slip.said(d, edit.one, text), slip.said(d, edit.two, edit.after or text)
    return { key = a.key, line = a.line, edit = edit.shown,
      text = a.text == b.text and a.text .. ', twice' or a.text .. ' – and ' .. b.text }
  end
  local known, of = SAID[edit.kind], edit
  if edit.kind == 'everywhere' then of = edit.of end
  local lines = edit.lines or edit.line
  if type(lines) == 'table' then
    lines = #lines == 1 and lines[1] or table.concat(lines, ', ', 1, #lines - 1) .. ' and ' .. lines[#lines]
  end
  local where = ('line%s %s'):format(tostring(lines):match 'and' and 's' or '', lines)
  local said
  if known and not edit.other then
    local called = edit.kind == 'brackets' and edit.from and text:sub(1, edit.from - 1):match '([%a_][%w_]*)$'
    said = called and called ~= 'return' and
      ('line %d: the brackets of %s close too early or too late: «%s»'):format(edit.line, called, edit.shown) or
      edit.kind == 'float' and known[2]:format(where, edit.old) or
      known[2]:format(edit.line, edit.old, edit.shown)
  else
    said = ('%s: %s'):format(where, kinds.of(of, text, edit.parts))
  end
  if edit.kind == 'everywhere' and not said:match ' holds$' then
    said = said .. (edit.count == 2 and ', twice' or (', %d times'):format(edit.count))
  end
  if edit.other then said = ('%s – or %s'):format(said, slip.said(d, edit.other, text).text) end
  local output = better and better.output or not better and not known and failed and wrong_ones(d, failed)
  if output then said = ('%s, in what becomes %s'):format(said, output) end
  if better and better.times then said = said .. '; with it only the sign of the whole is turned' end
  return { key = known and known[1] or 'slip-' .. of.kind:gsub(' ', '-'), line = edit.line, text = said,
    edit = not known and edit.shown or nil }
end

return slip
