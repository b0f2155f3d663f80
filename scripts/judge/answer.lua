--- Judges a reader's file. It is compiled under sanitizers with a thunk that answers
-- questions, and asked in a process of its own, within limits; what is right is computed
-- by another program, and both are compared here. Nothing that the reader's process writes
-- is a verdict.
local sysstat = require 'posix.sys.stat'
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
local points = require 'judge.points'
local relations = require 'judge.relations'
local slip = require 'judge.slip'
local slopes = require 'judge.slopes'
local step_of = require 'judge.step'
local verdict = require 'judge.verdict'
local warnings = require 'judge.warnings'

local judge = {}

local failed, stopped = verdict.failed, verdict.stopped

-- The property of an answer that is no number of the solution's.
local function judge_property(e, d, list, text, scratch)
  for _, p in ipairs(list) do
    local key, sentence = d.property(p, slip.named(d, p.yours_))
    if key then
      local result = stopped(key, sentence, { evidence = 'it is called with ' .. explain.inputs(d, p) })
      local edit = slip.find(e, d, text, list, scratch, slip.OF_C)
      if edit then
        result.mistakes = { slip.said(d, edit, text) }
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

-- What is wrong with numbers that are.
local function diagnose(e, d, list, text, wrong, scratch, tell)
  if tell then tell 'wrong' end
  local b = 1
  while not wrong[b] do b = b + 1 end
  local known, replies = ask.mistakes(e), {}
  if #known > 0 then
    local questions = {}
    for i, p in ipairs(list) do questions[i] = { p } end
    replies = ask.variants(ask.built(e, 'judge'), scratch, d, questions, 2, #known + 1) or {}
  end
  if d.constant then
    for _, theirs in pairs(replies) do
      local base = theirs[1] and theirs[1].out[1][1] or 0
      for _, r in ipairs(theirs) do r.out[1][1] = r.out[1][1] - base end
    end
  end
  local result = stopped('wrong', '')
  result.evidence = explain.evidence(d, list, b, function(p, of, k) return slopes.measured(d, p, of, k) end)
  local key, sentence = explain.exchanged(d, list, b)
  if is_printed(d, list, files.read(scratch .. '/printed.txt')) then
    key, sentence = 'printed', 'what it prints in the worked example is right, and what it returns is not: return that'
  end
  local mistakes = key and { { key = key, text = sentence } } or explain.mistakes(d, list, known, replies, wrong, b)
    or explain.whole(d, list, b)
  if not mistakes then
    key, sentence = slopes.instead(d, list)
    mistakes = key and { { key = key, text = sentence } }
  end
  -- A slip of C is nearer to the reader than the mathematics that it looks like. What is said of
  -- the whole does not say where.
  local whole = mistakes and OF_THE_WHOLE[mistakes[1].key] and mistakes[1]
  for _, mistake in ipairs(known) do whole = whole and whole.text ~= mistake.text and whole or nil end
  local edit, better = slip.find(e, d, text, list, scratch, mistakes and not whole and slip.OF_C,
    not mistakes and wrong)
  if whole and edit and not slip.OF_C[edit.kind] then
    local said = slip.said(d, edit, text)
    mistakes = { { key = whole.key, text = whole.text:gsub(': a factor is .*', '') .. ': ' .. said.text } }
    result.line = said.line
  end
  -- Nearly right: a step, a float, if there is one, or a rounded number.
  local step = not mistakes and not edit and step_of(d, text, list, scratch)
  if step then
    mistakes = { { key = 'step', text = ('line %d: how nearly right it is depends on «%s»: what is added up or ' ..
      'measured in steps comes near, and a formula is exact'):format(step.line, step.number) } }
    result.line = step.line
  end
  mistakes = mistakes or not edit and explain.lost_digits(d, list, b, text)
  local is_of_c = edit and slip.OF_C[edit.kind]
  if not mistakes and not (edit and not better) then
    key, sentence = relations.of(e, d, list, b, scratch)
    -- What holds of all says more than an edit that mends a part.
    if key then mistakes, edit = { { key = key, text = sentence } }, nil end
  end
  if is_of_c or edit and not mistakes then
    result.mistakes = { slip.said(d, edit, text, better, wrong) }
    result.edit, result.line = edit.shown, edit.line
  elseif mistakes then
    result.mistakes = mistakes
    if edit then result.edit, result.edit_line = edit.shown, edit.line end
  else
    local bad = conduct.not_a_number(d, list, text)
    if bad then
      bad.evidence = bad.evidence or result.evidence
      result = bad
    end
  end
  if #result.mistakes > 0 then result.key = result.mistakes[1].key end
  result.agrees = agreement(d, list, b, text)
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

-- Lines of a right answer that no point reached, when further ones were tried, too; or what
-- is wrong there.
local function beyond(e, d, path, text, scratch, program, tell)
  local function reached() return coverage.of(e, path, scratch, scratch .. '/asked') end
  local found = coverage.has_branch(text) and reached()
  if not found or #found.branches == 0 then return nil end
  local list = judge.points(e, d, text, scratch, judge.FURTHER)
  local replies, result = conduct.answers(d, list, program, scratch, path)
  if not replies then return result end
  result = conduct.manners(d, list, replies)
  if result then return result end
  if d.constant then explain.take_constant(list) end
  local wrong = explain.failed(d, list)
  if wrong then return diagnose(e, d, list, text, wrong, scratch, tell) end
  found = reached()
  if found and #found.lines > 0 then
    return nil, ('it is right wherever it was asked, but line %s was never reached'):format(table.concat(found.lines,
      ', ', 1, math.min(3, #found.lines)))
  end
end

local function judged(e, path, scratch, tell)
  local d, text = declaration.read(e), files.read(path)
  if not text then failed('%s cannot be read', path) end
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
  local list = judge.points(e, d, text, scratch)
  local replies, result = conduct.answers(d, list, program, scratch, path)
  local printed = files.read(scratch .. '/printed.txt')
  if replies then
    result = conduct.manners(d, list, replies)
    local example = {}
    for _, out in ipairs(list[1].yours_) do for _, y in ipairs(out) do example[#example + 1] = y end end
    if not result and d.property then
      result = judge_property(e, d, list, text, scratch) or { state = 'done', mistakes = {} }
    elseif not result then
      if d.constant then explain.take_constant(list) end
      local wrong = explain.failed(d, list)
      local further, unreached
      if not wrong then further, unreached = beyond(e, d, path, text, scratch, program, tell) end
      result = wrong and diagnose(e, d, list, text, wrong, scratch, tell) or further or { state = 'done',
        mistakes = {} }
      note = unreached or note
    end
    result.example, result.points, result.note = example, #list, note
  end
  result.warnings = compiler_words.parse(words, name, text)
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
    local first = judged(e, path, scratch, tell)
    if first.warnings then warnings.drop_false_alarms(path, first) end
    if first.state == 'wrong' and first.warnings and first.key ~= 'integer-division' then
      warnings.look_for_whole_fractions(path, first)
    end
    if first.state == 'wrong' and first.warnings then warnings.look_for_turned_operators(path, first) end
    return first
  end)
end

return judge
