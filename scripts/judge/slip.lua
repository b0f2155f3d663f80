--- The edit of a reader's text that makes it right, if there is one, and what is said of it.
local systimes = require 'posix.sys.times'
local unistd = require 'posix.unistd'
local ask = require 'judge.ask'
local explain = require 'judge.explain'
local files = require 'gw.files'
local kinds = require 'judge.kinds'
local mutants = require 'judge.mutants'
local parts = require 'judge.parts'

local slip = {}

-- Slips of C that are said in full at once; of the others only the line and the kind.
local SAID = {
  whole = { 'integer-division', 'line %d: «%s» divides two whole numbers, and C drops what comes after the point: ' ..
    '1 / 2 is 0 there. Write «%s»' },
  rounded = { 'rounded-constant', 'line %d: «%s» is rounded, and so is your answer. With all its digits: «%s»' },
  turned = { 'turned-operator', 'line %d: «%s» sets, where += and -= change: write «%s»' },
  brackets = { 'fraction-brackets', 'line %d: C does * and / before + and -, and from left to right: brackets are ' ..
    'missing or too many around «%s»: «%s»' },
  shadow = { 'shadowed', 'line %d: «%s» makes a new variable, and the one that is there stays as it was: «%s»' },
  kept = { 'nothing-kept', 'line %d: what is computed from «%s» is kept nowhere: «%s»' },
}

--- Slips of C, which are nearer to the reader than the mathematics that they look like.
slip.OF_C = { whole = true, rounded = true, turned = true, shadow = true, kept = true, braces = true }

local CHUNK = 150 -- edits at a time
--- Seconds of the processor's, and of the clock, after which no more are tried.
slip.patience = 3
local LONGEST = 20
local FEW = 12 -- points at which an edit is found; it must hold at all the others, too
local MOST = 2000 -- edits of one text

-- Seconds of the processor's that the processes took which this one started.
local TICKS = unistd.sysconf(unistd._SC_CLK_TCK)
local function spent()
  local now = systimes.times()
  return (now.tms_cutime + now.tms_cstime) / TICKS
end

--- Outputs by their names.
function slip.named(d, out)
  local by = {}
  for b, a in ipairs(d.outputs) do by[a.name] = out[b] end
  return by
end

-- Which outputs of an answer are right at all of the points, and which are what is right
-- times one number, other than 1; and which are what the reader answers: {right = {b}, times =
-- {b = number}, same = {b}}.
local function compared(d, some, replies)
  local found = { right = {}, times = {}, same = {} }
  local base = d.constant and replies[1].out[1][1] - some[1].right_[1][1] or 0
  for b in ipairs(d.outputs) do
    local right, times, counted, same = true, nil, 0, true
    for i, p in ipairs(some) do
      right = right and not replies[i].changed
      for k, r in ipairs(p.right_[b]) do
        local y = replies[i].out[b][k] - base
        right = right and explain.is_right(y, r, p.bound_[b][k])
        local yours = p.yours_ and p.yours_[b][k]
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

--- Asks variants FIRST to LAST of a program; returns which of them are right at all of the
-- points, and of each how its outputs compare.
function slip.right_ones(d, program, scratch, some, first, last)
  local questions, ok, how = {}, {}, {}
  for i, p in ipairs(some) do questions[i] = { p } end
  for v, replies in pairs(ask.variants(program, scratch, d, questions, first, last) or {}) do
    ok[v], how[v] = slip.is_right(d, some, replies)
  end
  return ok, how
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
  for _, usual in ipairs { 1, 2, 0.5 } do -- any other number may be chance
    if times and math.abs(math.abs(times) - usual) < 1e-6 then return { times = times } end
  end
end

-- Two edits of brackets or of numbers at once.
local function two(text, all)
  local list = {}
  for _, kind in ipairs { 'brackets', 'number' } do
    local of_kind = {}
    for _, edit in ipairs(all) do if edit.kind == kind and #of_kind < 12 then of_kind[#of_kind + 1] = edit end end
    for i, a in ipairs(of_kind) do
      for k = i + 1, #of_kind do
        local b = of_kind[k]
        if a.to < b.from then
          list[#list + 1] = { kind = 'two', one = a, two = b, line = a.line, shown = a.shown .. '», and «' .. b.shown,
            text = text:sub(1, a.from - 1) .. a.new .. text:sub(a.to + 1, b.from - 1) .. b.new .. text:sub(b.to + 1) }
        end
      end
    end
  end
  return list
end

-- The edits of a text in the order in which they are tried.
local function ordered(text, e, some)
  local all, edits = mutants.of(text, parts.of(files.read(e.solution))), {}
  for _, edit in ipairs(two(text, all)) do all[#all + 1] = edit end
  for _, kind in ipairs(mutants.ORDER) do
    for _, edit in ipairs(all) do
      if edit.kind == kind and (not some or some[kind]) and #edits < MOST then edits[#edits + 1] = edit end
    end
  end
  return edits
end

-- «3», or «3 or 5» where an edit of the same kind in another line would do, too.
local function lines_of(edit, line, from, to)
  for k = from, to do
    local other = line(k)
    if other then return ('%d or %d'):format(edit.line, other) end
  end
end

--- The first edit of a reader's text that makes it right, at points that were not used to
-- find it too: of some kinds, or of all. The smaller slips are tried first, some at a time,
-- as long as there is time. If none does, the first that makes it better, and how. `failed`
-- says which outputs are wrong.
function slip.find(e, d, text, list, scratch, only, failed)
  local edits, some, better = ordered(text, e, only), { list[1] }, nil
  for i = 1, FEW - 1 do some[i + 1] = list[1 + math.floor(i * (#list - 1) / (FEW - 1))] end
  local program, began, taken = scratch .. '/edits', os.time(), spent()
  local function at_all(v)
    local ok, how = slip.right_ones(d, program, scratch, list, v, v)
    return ok[v], how[v]
  end
  for first = 1, #edits, CHUNK do
    if spent() - taken > slip.patience or os.time() - began > LONGEST then break end
    local texts = {}
    for i = first, math.min(first + CHUNK - 1, #edits) do texts[#texts + 1] = edits[i].text end
    local place, count = ask.compile(texts, d, program, scratch)
    local found, how = {}, {}
    if place then found, how = slip.right_ones(d, program, scratch, some, 1, count) end
    for i = 1, #texts do
      local v, edit = place and place[i], edits[first + i - 1]
      if v and found[v] and at_all(v) then
        edit.lines = lines_of(edit, function(k)
          local other = edits[first + k - 1]
          return place[k] and found[place[k]] and other.kind == edit.kind and other.line ~= edit.line and
            at_all(place[k]) and other.line
        end, i + 1, #texts)
        return edit
      end
      local seen = v and failed and how[v] and progress(d, failed, how[v])
      if seen and (not better or seen.alone and better[2].alone == false) then
        local _, all = at_all(v)
        local done = all and progress(d, failed, all)
        if done and (not better or done.alone) then better = { edit, done } end
      end
    end
  end
  if better then return better[1], better[2] end
end

-- What a number is that all is still too large by.
local function still(times)
  if math.abs(times + 1) < 1e-6 then return 'with it only the sign of the whole is turned' end
  return ('with it the whole is %.6g times what it should be'):format(times)
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
  if edit.kind == 'two' then
    local a, b = slip.said(d, edit.one, text), slip.said(d, edit.two, text)
    return { key = a.key, line = a.line, edit = edit.shown, text = a.text .. ' – and ' .. b.text }
  end
  local known = SAID[edit.kind]
  local said = known and known[2]:format(edit.line, edit.old, edit.shown) or ('line %s: %s'):format(
    edit.lines or edit.line, kinds.of(edit, text))
  local output = better and better.output or not better and not known and failed and wrong_ones(d, failed)
  if output then said = ('%s, in what becomes %s'):format(said, output) end
  if better and better.times then said = said .. '; ' .. still(better.times) end
  return { key = known and known[1] or 'slip-' .. edit.kind:gsub(' ', '-'), line = edit.line, text = said,
    edit = not known and edit.shown or nil }
end

return slip
