--- The single edit of a reader's text that makes it right, if there is one, and what is
-- said of it.
local ask = require 'judge.ask'
local explain = require 'judge.explain'
local mutants = require 'judge.mutants'

local slip = {}

-- Slips of C that are said in full at once; of the others only the line and the kind.
local SAID = {
  whole = { 'integer-division', 'line %d: «%s» divides two whole numbers, and C drops what comes after the point: ' ..
    '1 / 2 is 0 there. Write «%s»' },
  rounded = { 'rounded-constant', 'line %d: «%s» is rounded, and so is your answer. With all its digits: «%s»' },
  turned = { 'turned-operator', 'line %d: «%s» sets, where += and -= change: write «%s»' },
}

local CHUNK, PATIENCE = 150, 2 -- edits at a time, and seconds after which no more are tried
local FEW = 12 -- points at which an edit is found; it must hold at all the others, too

--- Outputs by their names.
function slip.named(d, out)
  local by = {}
  for b, a in ipairs(d.outputs) do by[a.name] = out[b] end
  return by
end

--- Asks variants FIRST to LAST of a program; returns which of them are right at all of the
-- points, whose numbers are taken from the first where only differences count.
function slip.right_ones(d, program, scratch, some, first, last)
  local questions, ok = {}, {}
  for i, p in ipairs(some) do questions[i] = { p } end
  for v, replies in pairs(ask.variants(program, scratch, d, questions, first, last) or {}) do
    ok[v] = #replies == #some
    local base = d.constant and ok[v] and replies[1].out[1][1] - some[1].right_[1][1] or 0
    for i, p in ipairs(some) do
      if not ok[v] then break end
      ok[v] = not replies[i].changed and not (d.property and d.property(p, slip.named(d, replies[i].out)))
      for b, right in ipairs(p.right_ or {}) do
        for k, r in ipairs(right) do
          ok[v] = ok[v] and explain.is_right(replies[i].out[b][k] - base, r, p.bound_[b][k])
        end
      end
    end
  end
  return ok
end

--- The first single edit of a reader's text that makes it right, at points that were not
-- used to find it too: of some kinds, or of all. The smaller slips are tried first, some at
-- a time, as long as there is time.
function slip.find(d, text, list, scratch, kinds)
  local all, edits = mutants.of(text, true), {}
  for _, kind in ipairs(mutants.ORDER) do
    for _, edit in ipairs(all) do
      if edit.kind == kind and (not kinds or kinds[kind]) then edits[#edits + 1] = edit end
    end
  end
  local some = { list[1] }
  for i = 1, FEW - 1 do some[i + 1] = list[1 + math.floor(i * (#list - 1) / (FEW - 1))] end
  local program, began = scratch .. '/edits', os.time()
  for first = 1, #edits, CHUNK do
    if os.time() - began > PATIENCE then return nil end
    local texts = {}
    for i = first, math.min(first + CHUNK - 1, #edits) do texts[#texts + 1] = edits[i].text end
    local place, count = ask.compile(texts, d, program, scratch)
    local found = place and slip.right_ones(d, program, scratch, some, 1, count) or {}
    for i = 1, #texts do
      local v = place and place[i]
      if v and found[v] and slip.right_ones(d, program, scratch, list, v, v)[v] then return edits[first + i - 1] end
    end
  end
end

--- An edit as a mistake: {key, line, text}.
function slip.said(edit)
  local known = SAID[edit.kind]
  if known then
    return { key = known[1], line = edit.line, text = known[2]:format(edit.line, edit.old, edit.shown) }
  end
  return { key = 'slip-' .. edit.kind, line = edit.line, text = ('line %d: %s'):format(edit.line,
    mutants.KIND[edit.kind] or edit.kind), edit = edit.shown }
end

-- «1 / (1 + x)» is said in full: it is C, and no mathematics.
SAID.brackets = { 'fraction-brackets', 'line %d: C does * and / before + and -, and from left to right: brackets ' ..
  'are ' ..
  'missing or too many around «%s»: «%s»' }

--- Slips of C, which are nearer to the reader than the mathematics that they look like.
slip.OF_C = { whole = true, rounded = true, turned = true }

return slip
