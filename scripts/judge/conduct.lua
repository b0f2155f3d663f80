--- Asks a reader's program, in a process of its own, within limits; and says how it ended,
-- and what is wrong with how it answers, whatever the mathematics.
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local crash = require 'checker.crash'
local explain = require 'judge.explain'
local files = require 'gw.files'
local source = require 'judge.source'
local verdict = require 'judge.verdict'

local conduct = {}

local SECONDS = 5
local failed, stopped = verdict.failed, verdict.stopped

-- The child's end, put into words.
local function ended_early(how, status, said, name, called)
  local line, text = said:match '\nindex\t(%d+)\t([^\n]+)'
  if line then
    return stopped('out-of-bounds', ('line %s: %s'):format(line, text), { line = tonumber(line), evidence = called })
  end
  if how.how == 'time' then
    return stopped('endless-loop', ('it does not come to an end (%d seconds): is there a loop whose condition ' ..
      'stays true?'):format(SECONDS), { evidence = called })
  end
  if said:match 'cannot run' or said:match 'error while loading shared libraries' or said:match 'ReserveShadowMemory' or
    said:match 'failed to allocate' then
    failed('your program could not be started: %s', said:match '[^\n]+' or '')
  end
  if status == 28 then failed('what your function answers cannot be written: is the disk full?') end -- see frame/one.h
  if status == 0 then
    return stopped('ended-early', 'your program ends before your function has answered: it must return, not exit',
      { evidence = called })
  end
  local sentence = crash.sentence(how, status, said, name, SECONDS)
  local outside = said:match 'buffer' or said:match 'out of bounds' or said:match 'SEGV'
  return stopped(outside and 'out-of-bounds' or 'crash', sentence, { evidence = called,
    line = tonumber(sentence:match 'in line (%d+)') })
end

-- How many points are asked a second time, after something else, with something else in
-- the outputs.
local AGAIN = 12

-- Has a text a number that is a size of the worked example, or its last index, or that makes
-- room for a table of its own? One behind + or − is none of these: n - 2.
local function has_size(d, p, text)
  local size, last, t = {}, {}, source.tokens(text)
  for _, letter in ipairs(d.letters) do
    if p[letter] > 1 then size[p[letter]], last[p[letter] - 1] = true, true end
  end
  for i, x in ipairs(t) do
    local n, before = x.kind == 'number' and tonumber(x.text), t[i - 1] and t[i - 1].text or ''
    local kind = t[i - 3] and t[i - 3].text
    local is_room = before == '[' and (kind == 'double' or kind == 'int' or kind == 'float')
    if n and (is_room or size[n] and not before:match '^[-+]$' or last[n] and before:match '^[%[,<]=?$') then
      return true
    end
  end
end

--- Asks the reader's program. Returns what it answered, or a verdict.
function conduct.answers(d, list, program, scratch, path)
  local name = path:match '[^/]+$'
  local asked, found, said, printed = scratch .. '/asked', scratch .. '/answered', scratch .. '/said.txt',
    scratch .. '/printed.txt'
  local questions = {}
  for i, p in ipairs(list) do questions[i] = { p, ask.BEFORE } end
  for i = 1, math.min(AGAIN, #list) do questions[#questions + 1] = { list[i], ask.BEFORE } end
  for i = 1, math.min(AGAIN, #list) do questions[#questions + 1] = { list[i], ask.BEFORE_AGAIN } end
  ask.write(asked, d, questions)
  child.set_sanitizers()
  local status, how = child.run({ program, asked, found }, said, SECONDS, 0, printed)
  local replies = ask.read(found, d, questions)
  if #replies < #questions then
    local p = questions[#replies + 1][1]
    local called = explain.inputs(d, p)
    called = #called > 120 and p == list[1] and 'it is called with the numbers of the worked example' or
      'it is called with ' .. called
    local ended = ended_early(how, status, files.read(said) or '', name, called)
    -- Right with the sizes of the worked example, and outside of a table with others.
    if #replies > 0 and ended.key == 'out-of-bounds' and has_size(d, list[1], files.read(path)) then
      list[1].yours_ = replies[1].out
      if not explain.failed(d, { list[1] }) then
        ended.key = 'fixed-size'
        ended.mistakes = { { key = 'fixed-size',
          text = ('it is right in the worked example: write %s, and no number ' ..
          'instead of a size'):format(table.concat(d.letters, ' and ')) } }
      end
    end
    return nil, ended
  end
  return replies
end

-- What the compiler fills memory with that is never set, and what sums and means make of it.
local function is_never_set(y) return y < -1e300 and y > -1e304 or math.abs(y + 16843010) < 1000 end

--- What is wrong whatever the mathematics.
function conduct.manners(d, list, replies)
  for i, p in ipairs(list) do
    p.yours_ = replies[i].out
    local called = { evidence = 'it is called with ' .. explain.inputs(d, p) }
    if replies[i].changed then
      return stopped('input-changed', 'your function changes what it was given: copy it first', called)
    end
  end
  local n = math.min(AGAIN, #list)
  for i = 1, n do
    local first, again, other = list[i].yours_, replies[#list + i].out, replies[#list + n + i].out
    for b, a in ipairs(d.outputs) do
      for k, y in ipairs(first[b]) do
        local place = explain.entry(a, list[i], k)
        if a.out and y == ask.BEFORE and other[b][k] == ask.BEFORE_AGAIN then
          return stopped('unwritten', ('your %s is never written'):format(place))
        end
        if not d.random and y == y and again[b][k] ~= y then
          return stopped('not-a-function',
            'asked twice the same, it answers differently: is something kept from one ' ..
            'call to the next, or never set to 0?')
        end
        if a.out and not d.random and y == y and other[b][k] ~= y then
          return stopped('accumulated', ('your %s depends on what was in it before your function was called: make ' ..
            'it ' ..
            '0 before you add to it'):format(place))
        end
      end
    end
  end
  for _, p in ipairs(list) do
    for b, a in ipairs(d.outputs) do
      for k, y in ipairs(p.yours_[b]) do
        if is_never_set(y) then
          return stopped('never-set', ('%s comes from a variable that was given no value'):format(
            a.name == 'your answer'
            and a.name or 'your ' .. explain.entry(a, p, k)))
        end
      end
    end
  end
end

-- How a text can come to what is no number, and to what is infinite: each with the calls,
-- operators and words that do it.
local NAN = { { '0/0', '/', '/=' }, { 'the ln of a negative number', 'log', 'log1p', 'log10', 'log2' },
  { 'the √ of a negative number', 'sqrt' }, { 'a negative number to a power that is not whole', 'pow' },
  { '0 times infinite', 'exp', 'expm1', 'cosh', 'sinh', 'pow' },
  { 'infinite less infinite', 'for', 'while', 'do' } }
local INFINITE = { { 'a division by 0', '/', '/=' }, { 'the ln of 0', 'log', 'log10', 'log2' },
  { 'an exp of a number too large', 'exp', 'expm1', 'cosh', 'sinh' },
  { 'a pow of a number too large, or 0 to a negative power', 'pow' },
  { 'what grows from round to round until no double holds it', 'for', 'while', 'do' } }

-- Those that the text has, in words.
local function ways(list, text)
  local has, some = {}, {}
  for _, t in ipairs(source.tokens(text)) do has[t.text] = true end
  for _, way in ipairs(list) do
    local is_there = false
    for i = 2, #way do is_there = is_there or has[way[i]] end
    if is_there then some[#some + 1] = way[1] end
  end
  return #some > 0 and ': ' .. table.concat(some, ', or ') or ''
end

--- A number that is none, if one is; and by which of the text's own operations it may be.
function conduct.not_a_number(d, list, text)
  for _, p in ipairs(list) do
    for b, a in ipairs(d.outputs) do
      for k, y in ipairs(p.yours_[b]) do
        local name = a.name == 'your answer' and a.name or 'your ' .. explain.entry(a, p, k)
        local called = { evidence = 'it is called with ' .. explain.inputs(d, p) }
        if y ~= y then
          return stopped('nan', name .. ' is not a number' .. ways(NAN, text), called)
        elseif y - y ~= 0 then
          return stopped('infinite', name .. ' is infinite' .. ways(INFINITE, text), called)
        end
      end
    end
  end
end

return conduct
