--- Judges a reader's file. It is compiled under sanitizers with a thunk that answers
-- questions, and asked in a process of its own, within limits; what is right is computed
-- by another program, and both are compared here. Nothing that the reader's process writes
-- is a verdict.
local sysstat = require 'posix.sys.stat'
local afresh = require 'judge.afresh'
local agreement = require 'judge.agreement'
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local compile = require 'judge.compile'
local compiler_words = require 'judge.compiler_words'
local conduct = require 'judge.conduct'
local coverage = require 'judge.coverage'
local declaration = require 'judge.declaration'
local explain = require 'judge.explain'
local files = require 'gw.files'
local forbidden = require 'judge.forbidden'
local known_mistakes = require 'judge.known_mistakes'
local points = require 'judge.points'
local relations = require 'judge.relations'
local slip = require 'judge.slip'
local slopes = require 'judge.slopes'
local step_of = require 'judge.step'
local trying = require 'judge.trying'
local verdict = require 'judge.verdict'
local warnings = require 'judge.warnings'
local wording = require 'judge.wording'

local judge = {}

--- Is the cause enough, without where an answer is right?
judge.is_brief = false

local failed, stopped = verdict.failed, verdict.stopped

-- The property of an answer that is no number of the solution's.
local function judge_property(answer, list)
  local d = answer.d
  for _, p in ipairs(list) do
    local key, sentence = d.property(p, trying.named(d, p.yours_))
    if key then
      local result = stopped(key, sentence, { evidence = 'it is called with ' .. explain.inputs(d, p) })
      local edit = slip.find(answer, list, slip.OF_C)
      if edit then
        result.mistakes = { wording.of(d, edit, answer.text) }
        result.key, result.line = result.mistakes[1].key, edit.line
      end
      return result
    end
  end
end

-- What may be said of an output as a whole.
local OF_THE_WHOLE = { scale = true, sign = true, zero = true, constant = true, inexact = true }

-- The right number is printed, where the worked example is asked, and another is answered.
local function is_printed(d, list, printed)
  local r = #d.outputs == 1 and not d.outputs[1].size and list[1].right_[1][1]
  for word in (r and printed or ''):gmatch '[-+]?%d[%d.]*[eE]?[-+]?%d*' do
    local x, digits = tonumber(word), #word:gsub('[eE].*', ''):gsub('^[-+0.]*', ''):gsub('%.', '')
    if x and digits >= 1 and math.abs(x - r) <= 0.5 * 10 ^ -(#(word:match '%.(%d*)' or '')) * 1.001 and
      not explain.is_right(list[1].yours_[1][1], r, list[1].bound_[1][1]) then
      return true
    end
  end
end

-- What the known mistakes answer: {[2] = that of the first, …}.
local function replies_of(answer, list, known)
  local questions = {}
  for i, p in ipairs(list) do questions[i] = { p } end
  local replies = #known > 0 and ask.variants(ask.built(answer.e, 'judge'), answer.scratch, answer.d, questions, 2,
    #known + 1) or {}
  if answer.d.constant then
    for _, theirs in pairs(replies) do
      local base = theirs[list.base_] and theirs[list.base_].out[1][1] or 0
      for _, r in ipairs(theirs) do r.out[1][1] = r.out[1][1] - base end
    end
  end
  return replies
end

-- What is wrong with numbers that are.
local function diagnose(answer, list, wrong)
  local e, d, text, scratch = answer.e, answer.d, answer.text, answer.scratch
  if answer.tell then answer.tell 'wrong' end
  local b = 1
  while not wrong[b] do b = b + 1 end
  local known = known_mistakes.of(e)
  local result = stopped('wrong', '')
  local shown
  result.evidence, shown = explain.evidence(d, list, b, function(p, of, k) return slopes.measured(d, p, of, k) end)
  local key, sentence = explain.exchanged(d, list, b)
  if is_printed(d, list, files.read(scratch .. '/printed.txt')) then
    key, sentence = 'printed', 'what it prints in the worked example is right, and what it returns is not: return that'
  end
  local mistakes = key and { { key = key, text = sentence } }
  local is_known = false
  if not mistakes then
    mistakes = explain.mistakes(d, list, known, replies_of(answer, list, known), wrong, b) or explain.whole(d, list, b)
    for _, mistake in ipairs(mistakes and known or {}) do
      is_known = is_known or mistake.text == (mistakes[1].of or mistakes[1].text)
    end
  end
  if not mistakes then
    key, sentence = slopes.instead(answer, list)
    mistakes = key and { { key = key, text = sentence } }
  end
  -- Where all that is wrong is no number, what makes it none is what is wrong.
  local bad = not mistakes and (conduct.is_only_no_number(list, wrong) and conduct.not_a_number(answer, list) or
    conduct.undefined(answer, list))
  -- A slip of C is nearer to the reader than the mathematics that it looks like. What is said of
  -- the whole does not say where.
  local whole = mistakes and not is_known and OF_THE_WHOLE[mistakes[1].key] and mistakes[1]
  local only
  if is_known then
    -- Many mistakes make the same of everything.
    only = not explain.is_the_same(list, b) and slip.NEARER or nil
  elseif mistakes and not whole then
    only = slip.OF_C
  end
  local edit, better
  if not (is_known and judge.is_brief) then
    edit, better = slip.find(answer, list, only, not mistakes and not bad and wrong)
  end
  if is_known and edit and edit.kind == 'two' then edit = nil end
  if bad and edit and not (edit.line == bad.line or slip.OF_CASES[edit.kind]) then edit = nil end
  if whole and edit and not slip.OF_C[edit.kind] then
    local said = wording.of(d, edit, text)
    mistakes = { { key = whole.key, text = whole.text:gsub(': a factor is .*', '') .. ': ' .. said.text } }
    result.line = said.line
  end
  -- Nearly right: a step, a float, if there is one, or a rounded number.
  local step = not mistakes and (not edit or better) and not bad and step_of(d, text, list, scratch)
  if step then
    mistakes = { { key = 'step', text = ('line %d: how nearly right it is depends on «%s»: what is added up or ' ..
      'measured in steps comes near, and a formula is exact'):format(step.line, step.number) } }
    result.line, edit, better = step.line, nil, nil
  end
  mistakes = mistakes or not edit and not bad and explain.lost_digits(d, list, b, text)
  local is_of_c = edit and slip.OF_C[edit.kind]
  if not mistakes and not bad and not (edit and not better) then
    key, sentence = relations.of(e, d, list, b, scratch)
    -- What holds of all says more than an edit that mends a part.
    if key then mistakes, edit = { { key = key, text = sentence } }, nil end
  end
  if bad then
    result.key, result.text, result.line = bad.key, bad.text, bad.line
    result.evidence = bad.evidence or result.evidence
  end
  if is_of_c or edit and not mistakes then
    result.mistakes = { wording.of(d, edit, text, better, wrong) }
    result.edit, result.line = edit.shown, edit.line
  elseif mistakes and is_known and edit then
    result.mistakes = { wording.of(d, edit, text), unpack(mistakes) }
    result.edit, result.line = edit.shown, edit.line
  elseif mistakes then
    result.mistakes = mistakes
    if edit then result.edit, result.edit_line = edit.shown, edit.line end
  elseif not bad then
    bad = conduct.not_a_number(answer, list)
    -- Where it is a wrong number elsewhere, that it is none is not the cause.
    if bad and conduct.has_wrong_number(list, wrong) then
      result.besides = ('%s (%s)'):format(bad.text, bad.evidence:gsub('^it is called', 'called'))
    elseif bad then
      bad.evidence = bad.evidence or result.evidence
      result = bad
    end
  end
  if #result.mistakes > 0 then result.key = result.mistakes[1].key end
  -- In a class the mistake is enough, where one is named.
  if not judge.is_brief or #result.mistakes == 0 then
    result.agrees = agreement(d, list, b, text, afresh(answer, list, shown))
  end
  return result
end

--- The points of an exercise for a text, with what is right at each.
function judge.points(e, d, text, scratch, more, most)
  local list = points.draw(d, text, more, most)
  if d.property then return list end
  return ask.truth(ask.built(e, 'judge'), scratch, d, list)
end

--- Points that are asked besides, where a branch was not taken.
judge.FURTHER = 400

-- How it behaves that the mathematics does not say.
local BEHAVES = {}
for key in ('out-of-bounds crash endless-loop unwritten accumulated never-set not-a-function input-changed')
  :gmatch '%S+' do
  BEHAVES[key] = true
end

-- What behaves so says where it does; a slip that makes it, if there is one, says why.
local function add_slip(answer, list, result)
  if not BEHAVES[result.key] or #result.mistakes > 0 or answer.d.property or judge.is_brief then return end
  if answer.tell then answer.tell 'wrong' end
  for _, p in ipairs(list) do p.yours_ = nil end
  local edit = slip.find(answer, list, slip.OF_THE_TEXT)
  if edit and slip.is_sound(answer, list, edit) then
    result.mistakes = { wording.of(answer.d, edit, answer.text) }
    result.edit = edit.shown
  end
end

-- What is wrong with what was answered, or nothing.
local function compared(answer, list, replies)
  local result = conduct.manners(answer, list, replies)
  if result then
    add_slip(answer, list, result)
    return result
  end
  if answer.d.property then return judge_property(answer, list) end
  if answer.d.constant then explain.take_constant(list) end
  local wrong = explain.failed(answer.d, list)
  return wrong and diagnose(answer, list, wrong)
end

--- What is wrong with a text whose replies are known already, as those to conduct.questions of a
-- list, in a folder of its own; or nothing.
function judge.of_replies(e, d, text, list, replies, scratch)
  return compared({ e = e, d = d, path = ('%s/%s.c'):format(scratch, e.name), text = text, scratch = scratch }, list,
    replies)
end

-- Lines of a right answer that no point reached, when further ones were tried, too; or what
-- is wrong there.
local function beyond(answer)
  local function reached() return coverage.of(answer.e, answer.path, answer.scratch, answer.scratch .. '/asked') end
  local found = coverage.has_branch(answer.text) and reached()
  if not found or #found.branches == 0 then return nil end
  local list = judge.points(answer.e, answer.d, answer.text, answer.scratch, judge.FURTHER)
  local replies, result = conduct.answers(answer, list)
  result = result or compared(answer, list, replies)
  if result then return result end
  found = reached()
  if found and #found.lines > 0 then
    return nil, ('it is right wherever it was asked, but line %s was never reached'):format(table.concat(found.lines,
      ', ', 1, math.min(3, #found.lines)))
  end
end

-- Judges an answer: {e, d, path, text, scratch, tell}.
local function judged(answer)
  local e, d, path, scratch = answer.e, answer.d, answer.path, answer.scratch
  local program, words = compile(e, d, path, scratch)
  if not program then return words end
  local name = path:match '[^/]+$'
  local called, line, note
  if d.forbidden then called, line = forbidden.first(d.forbidden, d.f, path, scratch) end
  if called then
    return stopped('forbidden', ('line %s: it uses %s, which this exercise asks to do without'):format(
      line or '?', forbidden.shown(called)), { line = line })
  elseif called == false then
    note = 'what this exercise forbids was not read: there is no clang, or it cannot read your file'
  end
  local list = judge.points(e, d, answer.text, scratch)
  local replies, result = conduct.answers(answer, list)
  local printed = files.read(scratch .. '/printed.txt')
  if not replies then add_slip(answer, list, result) end
  if replies then
    local example, unreached = {}, nil
    for _, out in ipairs(replies[1].out) do for _, y in ipairs(out) do example[#example + 1] = y end end
    result = compared(answer, list, replies)
    if not result and not d.property then result, unreached = beyond(answer) end
    result = result or { state = 'done', mistakes = {} }
    result.example, result.points, result.note = example, #list, unreached or note
  end
  result.warnings = compiler_words.parse(words, name, answer.text)
  result.printed = printed
  return result
end

--- When make made the judge of an exercise, as a number.
function judge.made(e)
  local found = sysstat.stat(ask.built(e, 'made'))
  return found and found.st_mtime or 0
end

--- Judges the file at `path` as an answer to an exercise: {state = 'done', 'wrong' or
-- 'undecided', key, text, evidence, mistakes = {{key, text}, …}, warnings, printed}. A
-- verdict that is known before its reasons are looked for is told with tell('wrong').
function judge.run(e, path, tell)
  return child.with_scratch('exercise', function(scratch)
    local text = files.read(path)
    if not text then failed('%s cannot be read', path) end
    local first = judged { e = e, d = declaration.read(e), path = path, text = text, scratch = scratch, tell = tell }
    if first.warnings then
      warnings.drop_false_alarms(path, first)
      warnings.drop_ranges(first)
    end
    if first.state == 'wrong' and first.warnings and first.key ~= 'integer-division' then
      warnings.look_for_whole_fractions(path, first)
    end
    if first.state == 'wrong' and first.warnings then warnings.look_for_turned_operators(path, first) end
    return first
  end)
end

return judge
