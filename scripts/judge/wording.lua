--- What is said of an edit that mends a text: the line and the kind of slip, and of slips of C all of it.
local kinds = require 'judge.kinds'
local source = require 'judge.source'

local wording = {}

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

-- The outputs that are wrong, where others are not.
local function wrong_ones(d, failed)
  local names = {}
  for b, a in ipairs(d.outputs) do if failed[b] then names[#names + 1] = a.name end end
  return #names < #d.outputs and #names <= 2 and table.concat(names, ' and ')
end

-- Does a number stand in a line as the reader has typed it?
local function is_typed(number, line, text)
  return (source.lines(text)[line] or ''):find(number, 1, true)
end

--- An edit of a text as a mistake: {key, line, text}; `better` says what it makes better, if
-- not all right; `failed` which outputs are wrong.
function wording.of(d, edit, text, better, failed)
  local typed = text
  text = source.expanded(text)
  if edit.kind == 'two' then
    local a, b = wording.of(d, edit.one, text), wording.of(d, edit.two, edit.after or text)
    return { key = a.key, line = a.line, edit = edit.shown,
      text = a.text == b.text and a.text .. ', twice' or a.text .. ' – and ' .. b.text }
  end
  local known, of = SAID[edit.kind], edit
  if edit.kind == 'everywhere' then of = edit.of end
  local lines, line = edit.lines or edit.line, edit.line
  if type(lines) == 'table' then
    lines = #lines == 1 and lines[1] or table.concat(lines, ', ', 1, #lines - 1) .. ' and ' .. lines[#lines]
  end
  if edit.before then -- the second of two, of the text that the first has made
    line = edit.before(line)
    lines = tostring(lines):gsub('%d+', function(n) return ('%d'):format(edit.before(tonumber(n))) end)
  end
  local where = ('line%s %s'):format(tostring(lines):match 'and' and 's' or '', lines)
  local said
  if known and not edit.other then
    local called = edit.kind == 'brackets' and edit.from and text:sub(1, edit.from - 1):match '([%a_][%w_]*)$'
    said = called and called ~= 'return' and
      ('line %d: the brackets of %s close too early or too late: «%s»'):format(line, called, edit.shown) or
      edit.kind == 'float' and known[2]:format(where, edit.old) or
      known[2]:format(line, edit.old, edit.shown)
  else
    said = ('%s: %s'):format(where, kinds.of(of, text, edit.parts))
    if tonumber(of.old) and not is_typed(of.old, edit.line, typed) then said = said .. ', which a #define gives' end
  end
  if edit.kind == 'everywhere' and not said:match ' holds$' then
    said = said .. (edit.count == 2 and ', twice' or (', %d times'):format(edit.count))
  end
  if edit.other then said = ('%s – or %s'):format(said, wording.of(d, edit.other, text).text) end
  local output = better and better.output or not better and not known and failed and wrong_ones(d, failed)
  if output then said = ('%s, in what becomes %s'):format(said, output) end
  if better and better.turned then said = said .. '; with it only the sign of the whole is turned' end
  return { key = known and known[1] or 'slip-' .. of.kind:gsub(' ', '-'), line = edit.line, text = said,
    edit = not known and edit.shown or nil }
end

return wording
