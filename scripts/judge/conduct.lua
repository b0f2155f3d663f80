--- Asks a reader's program, in a process of its own, within limits; and says how it ended,
-- and what is wrong with how it answers, whatever the mathematics.
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local crash = require 'checker.crash'
local explain = require 'judge.explain'
local files = require 'gw.files'
local grammar = require 'judge.grammar'
local source = require 'judge.source'
local trace = require 'judge.trace'
local verdict = require 'judge.verdict'

local conduct = {}

local SECONDS = 5
local failed, stopped = verdict.failed, verdict.stopped

-- A loop without an end, in words.
local function endless(loop, called)
  if not loop then
    return stopped('endless-loop', ('it does not come to an end (%d seconds): is there a loop whose condition ' ..
      'stays true?'):format(SECONDS), { evidence = called })
  end
  local why = loop.condition and #loop.condition <= 44 and ('its condition, «%s», stays true'):format(loop.condition) or
    'its condition stays true'
  if loop.fixed then
    local names, seen = {}, {}
    for _, name in ipairs(loop.fixed) do
      if not seen[name] then names[#names + 1] = name end
      seen[name] = true
    end
    why = why .. (', for no round changes %s'):format(#names == 1 and names[1] or
      table.concat(names, ', ', 1, #names - 1) .. ' or ' .. names[#names])
  end
  return stopped('endless-loop', ('line %d: this loop does not come to an end (%d seconds): %s'):format(loop.line,
    SECONDS, why), { evidence = called, line = loop.line })
end

-- The child's end, put into words.
local function ended_early(answer, question, how, status, said, name, called)
  local line, text = said:match '\nindex\t(%d+)\t([^\n]+)'
  if line then
    return stopped('out-of-bounds', ('line %s: %s'):format(line, text), { line = tonumber(line), evidence = called })
  end
  if how.how == 'time' then return endless(trace.loop(answer, question), called) end
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
  sentence = sentence:gsub('^' .. name:gsub('%p', '%%%0') .. ' in line (%d+)', 'line %1')
  local outside = said:match 'buffer' or said:match 'out of bounds' or said:match 'SEGV'
  return stopped(outside and 'out-of-bounds' or 'crash', sentence, { evidence = called,
    line = tonumber(sentence:match '^line (%d+)' or sentence:match 'in line (%d+)') })
end

-- How many points are asked a second time, after something else, with something else in
-- the outputs.
local AGAIN = 12

-- Has a text a number that is a size of the worked example, or its last index? Or, the second answer, that
-- makes room for a table of its own? One behind + or − is none of these: n - 2.
local function has_size(d, p, text)
  local size, last, t, has, has_room = {}, {}, source.tokens(text), false, false
  for _, letter in ipairs(d.letters) do
    if p[letter] > 1 then size[p[letter]], last[p[letter] - 1] = true, true end
  end
  for i, x in ipairs(t) do
    local n, before = x.kind == 'number' and tonumber(x.text), t[i - 1] and t[i - 1].text or ''
    local kind = t[i - 3] and t[i - 3].text
    local is_room = before == '[' and (kind == 'double' or kind == 'int' or kind == 'float')
    has_room = has_room or n and is_room
    has = has or n and (size[n] and not before:match '^[-+]$' or last[n] and before:match '^[%[,<]=?$')
  end
  return has, has_room
end

--- What an answer is asked at a list of points: each, and the first again, with the same and with
-- something else in the outputs.
function conduct.questions(list)
  local questions = {}
  for i, p in ipairs(list) do questions[i] = { p, ask.BEFORE } end
  for _, before in ipairs { ask.BEFORE, ask.BEFORE_AGAIN } do
    for i = 1, math.min(AGAIN, #list) do questions[#questions + 1] = { list[i], before } end
  end
  return questions
end

--- Asks the reader's program. Returns what it answered, or a verdict.
function conduct.answers(answer, list)
  local d, scratch, path = answer.d, answer.scratch, answer.path
  local program, name = scratch .. '/program', path:match '[^/]+$'
  local asked, found, said, printed = scratch .. '/asked', scratch .. '/answered', scratch .. '/said.txt',
    scratch .. '/printed.txt'
  local questions = conduct.questions(list)
  ask.write(asked, d, questions)
  child.set_sanitizers()
  local status, how = child.run({ program, asked, found }, said, SECONDS, 0, printed)
  local replies = ask.read(found, d, questions)
  if #replies < #questions then
    local p = questions[#replies + 1][1]
    local called = explain.inputs(d, p)
    called = #called > 120 and p == list[1] and 'it is called with the numbers of the worked example' or
      'it is called with ' .. called
    local ended = ended_early(answer, questions[#replies + 1], how, status, files.read(said) or '',
      name, called)
    -- Right with the sizes of the worked example, and outside of a table with others.
    local has, has_room = has_size(d, list[1], answer.text)
    if #replies > 0 and ended.key == 'out-of-bounds' and (has or has_room) then
      list[1].yours_ = replies[1].out
      local sizes = {}
      for _, letter in ipairs(d.letters) do -- those that the reader has by name
        if d.f.head:match('int ' .. letter .. '%f[%W]') then sizes[#sizes + 1] = letter end
      end
      for _, a in ipairs(#d.letters == 0 and d.inputs or {}) do -- or a number of rounds
        if a.kind == 'int' then sizes[#sizes + 1] = a.name end
      end
      local words = #sizes > 0 and table.concat(sizes, ' and ') or d.f.head:match 'matrix' and
        "the tables' own rows and cols"
      if words and not explain.failed(d, { list[1] }) then
        ended.key = 'fixed-size'
        ended.mistakes = { { key = 'fixed-size',
          text = ('it is right in the worked example: ' .. (has_room and 'a table of a fixed size has no room for ' ..
            'all; its size must follow %s' or 'write %s, and no number instead of a size')):format(words) } }
      end
    end
    return nil, ended
  end
  return replies
end

-- What the compiler fills memory with that is never set, and what sums and means make of it.
local function is_never_set(y) return y < -1e300 and y > -1e304 or math.abs(y + 16843010) < 1000 end

-- An output that is never written, or not everywhere: where it was called, and, if there is one alone, the
-- line with a return that may come too early.
local function unwritten(answer, list, i, b, place)
  for _, p in ipairs(list) do
    local all = true
    for _, y in ipairs(p.yours_[b]) do all = all and y ~= ask.BEFORE end
    if all then
      local line, count, has = nil, 0, {}
      local t = source.tokens(answer.text)
      for n, x in ipairs(t) do
        if x.text == 'return' and t[n + 1] and t[n + 1].text == ';' then line, count = x.line, count + 1 end
        has[x.text] = true
      end
      local asked = {} -- of what the text has
      if count > 0 then asked[1] = 'does a return come too early' end
      if has['if'] then asked[#asked + 1] = 'is an if without its else' end
      if has['for'] or has['while'] then asked[#asked + 1] = 'does a loop end too early' end
      return stopped('unwritten', ('%syour %s is not written in every case%s'):format(
        count == 1 and ('line %d: '):format(line) or '', place,
        #asked > 0 and (': %s?'):format(table.concat(asked, ', or ')) or ''),
        { line = count == 1 and line or nil, evidence = 'it is called with ' .. explain.inputs(answer.d, list[i]) })
    end
  end
  return stopped('unwritten', ('your %s is never written'):format(place))
end

--- What is wrong whatever the mathematics.
function conduct.manners(answer, list, replies)
  local d = answer.d
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
          return unwritten(answer, list, i, b, place)
        end
        if not d.random and y == y and again[b][k] ~= y then
          return stopped('not-a-function',
            'asked twice the same, it answers differently: is something kept from one ' ..
            'call to the next, or never set to 0?')
        end
        if a.out and not d.random and y == y and other[b][k] ~= y then
          return stopped('accumulated', ('your %s depends on what %s held before your function was called: set it ' ..
            'before you read it or add to it'):format(place, #d.outputs == 1 and 'it' or 'the outputs'))
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
local NAN = { { '0/0, or infinite by infinite', '/', '/=' },
  { 'the ln of a negative number', 'log', 'log1p', 'log10', 'log2' },
  { 'the √ of a negative number', 'sqrt' }, { 'a negative number to a power that is not whole', 'pow' },
  { '0 times infinite', '* and /', 'exp', 'expm1', 'cosh', 'sinh', 'pow' },
  { 'infinite less infinite', 'for', 'while', 'do' } }
local INFINITE = { { 'a division by 0', '/', '/=' }, { 'the ln of 0', 'log', 'log10', 'log2' },
  { 'an exp of a number too large', 'exp', 'expm1', 'cosh', 'sinh' },
  { 'a pow of a number too large, or 0 to a negative power', 'pow' }, { 'a product too large', '*', alone = true },
  { 'what grows from round to round until no double holds it', 'for', 'while', 'do' } }

-- Those that the text has, in words.
local function ways(list, text)
  local has, some, t = {}, {}, source.tokens(text)
  for i, x in ipairs(t) do has[x.text] = has[x.text] or x.text ~= '*' or grammar.is_binary(t, i) end
  has['* and /'] = has['*'] and has['/']
  for _, way in ipairs(list) do
    local is_there = false
    for i = 2, #way do is_there = is_there or has[way[i]] end
    if is_there and not (way.alone and #some > 0) then some[#some + 1] = way[1] end
  end
  return #some > 0 and ': ' .. table.concat(some, ', or ') or ''
end

-- The text of a line, and of the macros in it.
local function line_of(text, number)
  local code = source.bare(text)
  local line = source.lines(code)[number]
  for name, body in ('\n' .. code):gmatch '\n%s*#%s*define%s+([%a_][%w_]*)%b()([^\n]*)' do
    if line and line:find('%f[%w_]' .. name .. '%f[^%w_]') then line = line .. body end
  end
  return line
end

--- Is a number wrong anywhere, in the outputs that are wrong? And is one right?
function conduct.has_wrong_number(list, wrong)
  local right, has = false, false
  for _, p in ipairs(list) do
    for b in pairs(wrong) do
      for k, r in ipairs(wrong[b] and p.right_[b] or {}) do
        local y = p.yours_[b][k]
        local is_right = explain.is_right(y, r, p.bound_[b][k])
        right, has = right or is_right, has or not is_right and y - y == 0
      end
    end
  end
  return has, right
end

--- Is all that is wrong no number, where some of it is right?
function conduct.is_only_no_number(list, wrong)
  local has, right = conduct.has_wrong_number(list, wrong)
  return right and not has
end

local FEWEST_RIGHT = 5

--- What is computed on the way, and is no number or infinite, where the answer is wrong, and
-- nowhere else: though what is answered is a number, this is what is wrong.
function conduct.undefined(answer, list)
  local questions, right, wrong = {}, 0, 0
  for i, p in ipairs(list) do questions[i] = { p, ask.BEFORE } end
  local flags = trace.flags(answer, questions)
  if not flags then return nil end
  local is_it, first = { true, true }, nil
  for i, p in ipairs(list) do
    local ok = true
    for b in ipairs(answer.d.outputs) do
      for k, r in ipairs(p.right_[b]) do ok = ok and explain.is_right(p.yours_[b][k], r, p.bound_[b][k]) end
    end
    if ok then right = right + 1 else
      wrong, first = wrong + 1, first or p
    end
    for how = 1, 2 do is_it[how] = is_it[how] and flags[i][how] ~= ok end
  end
  if wrong == 0 or right < FEWEST_RIGHT then return nil end
  local ends = { { 'nan', 'no number', NAN, 'invalid' }, { 'infinite', 'infinite', INFINITE, 'infinite' } }
  for how, each in ipairs(ends) do
    local line = is_it[how] and trace.number(answer, { first, ask.BEFORE }, each[4])
    if line then
      return stopped(each[1], ('line %d: something becomes %s here, wherever your answer is wrong, and only there%s')
        :format(line, each[2], ways(each[3], line_of(answer.text, line) or '')), { line = line })
    end
  end
end

--- A number that is none, if one is; and the line in which it comes about, by which of its
-- operations; or else by which of the text's.
function conduct.not_a_number(answer, list)
  for _, p in ipairs(list) do
    for b, a in ipairs(answer.d.outputs) do
      for k, y in ipairs(p.yours_[b]) do
        if y - y ~= 0 then
          local name = a.name == 'your answer' and a.name or 'your ' .. explain.entry(a, p, k)
          local key, is, how = 'infinite', 'infinite', INFINITE
          if y ~= y then key, is, how = 'nan', 'not a number', NAN end
          local line = trace.number(answer, { p, ask.BEFORE }, y ~= y and 'invalid' or 'infinite')
          return stopped(key, ('%s%s is %s%s'):format(line and ('line %d: '):format(line) or '', name, is,
            ways(how, line and line_of(answer.text, line) or answer.text)), { line = line,
              evidence = 'it is called with ' .. explain.inputs(answer.d, p) })
        end
      end
    end
  end
end

return conduct
