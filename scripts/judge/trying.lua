--- Tries texts, many in one program: which are right at points, how their outputs compare with the
-- reader's, and whether a search may go on.
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local explain = require 'judge.explain'
local points = require 'judge.points'

local trying = {}

--- Seconds of the processor's, and of the clock, after which no more are tried.
trying.patience = 8
trying.longest = 20
--- Milliseconds of one variant, many of which never end.
trying.MILLISECONDS = 5
local FEW = 12 -- points at which an edit is found; it must hold at all the others, too

--- Outputs by their names.
function trying.named(d, out)
  local by = {}
  for b, a in ipairs(d.outputs) do by[a.name] = out[b] end
  return by
end

-- Which outputs of an answer are right at all of the points, which are right but for the sign of
-- the whole, and which are what the reader answers: {right = {b}, turned = {b}, same = {b}}; how
-- many numbers that were wrong are right, and the other way round: gain, harm; how many are
-- wrong: left.
local function compared(d, some, replies)
  local found = { right = {}, turned = {}, same = {}, gain = 0, harm = 0, left = 0 }
  local base = d.constant and replies[1].out[1][1] - some[1].right_[1][1] or 0
  for b in ipairs(d.outputs) do
    local right, turned, counted, same = true, not d.constant, 0, true
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
        turned = turned and explain.is_right(-y, r, p.bound_[b][k]) and
          not (yours and yours - yours ~= 0) -- a number that is none has no sign
        if math.abs(r) > 1e3 * p.bound_[b][k] then counted = counted + 1 end
      end
    end
    found.right[b], found.same[b] = right, same
    found.turned[b] = not right and not same and turned and counted >= 5
  end
  return found
end

--- Is an answer right at all of the points? Where only differences count, its numbers are
-- taken from the first. Also returns how its outputs compare.
function trying.is_right(d, some, replies)
  if #replies < #some then return false end
  if d.property then
    for i, p in ipairs(some) do
      if replies[i].changed or d.property(p, trying.named(d, replies[i].out)) then return false end
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
function trying.right_ones(d, program, scratch, some, first, last, milliseconds)
  local questions, ok, how = {}, {}, {}
  for i, p in ipairs(some) do questions[i] = { p } end
  local failed
  for from = first, last, AT_ONCE do
    local to = math.min(last, from + AT_ONCE - 1)
    local by, said = ask.variants(program, scratch, d, questions, from, to, milliseconds, from > first)
    failed = failed or not by and said
    for v, replies in pairs(by or {}) do ok[v], how[v] = trying.is_right(d, some, replies) end
  end
  return ok, how, failed
end

--- What an edit makes better where it does not make all right: {output}, which becomes right
-- while none that was right becomes wrong, `alone` if the others stay as they are; or
-- {turned}, if only the sign of the whole is left.
function trying.progress(d, failed, how)
  local mended, alone
  for b in ipairs(d.outputs) do
    if not failed[b] and not how.right[b] then return nil end
    if failed[b] and how.right[b] then mended = mended or b end
  end
  if mended then
    alone = true
    for b in ipairs(d.outputs) do alone = alone and (b == mended or how.right[b] or how.same[b]) end
    return { output = d.outputs[mended].name, alone = alone }
  end
  local turned = false
  for b in ipairs(d.outputs) do
    if failed[b] and not how.turned[b] then return nil end
    turned = turned or failed[b]
  end
  if turned then return { turned = true } end
end

--- How far a search has come: what it may still take, and where it tries.
function trying.begin(answer, list, failed)
  local some = { list[1] }
  for i = 1, FEW - 1 do some[i + 1] = list[1 + math.floor(i * (#list - 1) / (FEW - 1))] end
  return { answer = answer, d = answer.d, list = list, some = some, scratch = answer.scratch, failed = failed,
    steps = {}, dead = {}, program = answer.scratch .. '/edits', began = os.time(), taken = child.spent() }
end

local FRESH = 200

--- Is variant v of a program right at points at which the answer was not judged, too?
function trying.is_right_afresh(s, v)
  local a = s.answer
  if not s.fresh then
    s.fresh = points.draw(a.d, a.text, FRESH)
    if not a.d.property then s.fresh = ask.truth(ask.built(a.e, 'judge'), s.scratch, a.d, s.fresh) end
  end
  return trying.right_ones(s.d, s.program, s.scratch, s.fresh, v, v)[v]
end

--- Has a search taken its time, or a share of it?
function trying.is_over(s, share)
  return child.spent() - s.taken > trying.patience * share or os.time() - s.began > trying.longest
end

--- Of some texts, which are right at all points, how their outputs compare, and their places in the program.
function trying.texts(s, texts, program)
  local place, count = ask.compile(texts, s.d, program, s.scratch)
  local ok, how = {}, {}
  if not place then return ok, how, {} end
  local of, ways = trying.right_ones(s.d, program, s.scratch, s.list, 1, count, 4 * trying.MILLISECONDS)
  for i in ipairs(texts) do
    local v = place[i]
    if v then ok[i], how[i] = of[v], ways[v] end
  end
  return ok, how, place
end

return trying
