--- The questions of csrc/gradcheck/session.h as lines of text, and the answers of a
-- model that runs as a process of its own; gradcheck(1) says what they look like.
local ffi = require 'ffi'
local C = require('gw.ffi').C
local term = require 'gw.term'

ffi.cdef 'int memcmp(const void *, const void *, size_t);'

local VERSION = 1
local BASES = 16
-- An answer is so long at most: so many bytes for each number, and for what goes with them.
local A_NUMBER, A_LINE = 40, 65536

local protocol = {}
protocol.__index = protocol

--- What protocol:ask raises when the model is no longer there.
protocol.ENDED = setmetatable({}, { __tostring = function() return 'the model ended' end })

local function plural(count, thing) return ('%d %s%s'):format(count, thing, count == 1 and '' or 's') end

-- The model's words, fit to be shown.
local function shown(line) return term.safe(line, 60) end
local function safe(text) return text:find '[^\t -~]' and term.safe(text, 300) or text end

local function refuse(...) error((...):format(select(2, ...)), 0) end

-- Asks questions, each a list of lines, of which the first is the question itself:
-- returns the rest of each answer behind its word, or false where the model does not know.
local function ask(self, questions, numbers)
  local text = {}
  for i, lines in ipairs(questions) do text[i] = table.concat(lines, '\n') .. '\n' end
  local answers, why = self.talk:ask(table.concat(text), #questions, A_LINE + A_NUMBER * (numbers or 0))
  if why then refuse('to «%s» it answers without end', shown(questions[#questions][1])) end
  if not answers then error(protocol.ENDED, 0) end
  for i, line in ipairs(answers) do
    local question = questions[i][1]
    local word = question:match '^%S+'
    local rest = line:gsub('\r$', ''):match('^%s*' .. word .. '%f[%s%z](.*)$')
    if not rest then
      refuse('to «%s» it answers «%s», which does not begin with %s', shown(question), shown(line), word)
    end
    local problem = rest:match '^%s*! (.*)$' or rest:match ' ! (.*)$'
    if problem then error(safe(problem), 0) end
    answers[i] = not rest:match '^%s*%?%s*$' and rest
  end
  return answers
end

local function must_know(question, rest)
  if not rest then refuse('it does not know the question «%s»', question) end
  return rest
end

-- The only answer to a question.
local function ask_one(self, lines, numbers) return ask(self, { lines }, numbers)[1] end

local function text_of(numbers, size)
  local text = {}
  for i = 0, size - 1 do text[i + 1] = ('%.17g'):format(numbers[i]) end
  return table.concat(text, ' ')
end

-- Which of the points that a model keeps these numbers are, told first if it is none;
-- `used` are those that the questions refer to already.
local function base_of(self, questions, numbers, size)
  local bytes, used = size * ffi.sizeof 'double', questions.used
  for at = 0, #self.bases do
    local base = self.bases[at]
    if base and base.size == size and ffi.C.memcmp(base.numbers, numbers, bytes) == 0 then
      used[at] = true
      return at
    end
  end
  local at = self.next_base
  while used[at] do at = (at + 1) % BASES end
  self.next_base, used[at] = (at + 1) % BASES, true
  local base = self.bases[at]
  if not base or base.size ~= size then
    base = { numbers = ffi.new('double[?]', size), size = size }
    self.bases[at] = base
  end
  ffi.copy(base.numbers, numbers, bytes)
  questions[#questions + 1] = { ('base %d'):format(at), text_of(numbers, size) }
  return at
end

-- Where a question is about, as a line.
local function point_line(self, questions, asked)
  if asked.entry < 0 then
    return text_of(asked.at, asked.what == C.GW_ASK_EQUATION and self.size or asked.size)
  end
  if self.keeps then
    return ('@%d %d %.17g'):format(base_of(self, questions, asked.at, asked.size), asked.entry + 1, asked.value)
  end
  local moved = ffi.new('double[?]', asked.size)
  ffi.copy(moved, asked.at, asked.size * ffi.sizeof 'double')
  moved[asked.entry] = asked.value
  return text_of(moved, asked.size)
end

-- The words of an answer: so many, and what is remarked behind them.
local function words_of(question, rest, count, what)
  local list, at = {}, 1
  while #list < count do
    local from, to = rest:find('%S+', at)
    local word = from and rest:sub(from, to)
    if not word or word == 'changed' or word == 'outside' then
      refuse('to «%s» it answers %s, not %d', shown(question), plural(#list, what), count)
    end
    list[#list + 1] = word
    at = to + 1
  end
  local changed = rest:match('^%s+changed%f[%s%z]()', at)
  at = changed or at
  local outside = rest:match('^%s+outside%s+(.*)$', at)
  if not outside and rest:find('%S', at) then
    refuse('to «%s» it answers more than %s', shown(question), plural(count, what))
  end
  return list, changed and 1 or 0, outside and safe(outside)
end

-- The numbers of an answer, as Lua's.
local function numbers_of(question, rest, count)
  local list, changed, outside = words_of(question, rest, count, 'number')
  for i, word in ipairs(list) do
    list[i] = tonumber(word)
    if not list[i] then refuse('to «%s» it answers «%s», which is not a number', shown(question), shown(word)) end
  end
  return list, changed, outside
end

-- The same as numbers of C, which live as long as they are used.
local function array(self, name, list, from, count)
  local numbers = self.arrays[name]
  if not numbers or ffi.sizeof(numbers) ~= count * ffi.sizeof 'double' then
    numbers = ffi.new('double[?]', count)
    self.arrays[name] = numbers
  end
  for i = 1, count do numbers[i - 1] = list[from + i] end
  return numbers
end

-- Patterns are words: numbered as they are seen.
local function pattern_of(self, word)
  if not self.patterns[word] then
    self.patterns.count = self.patterns.count + 1
    self.patterns[word] = self.patterns.count
  end
  return self.patterns[word]
end

--- A model behind a talk (see sandbox.child). Errors are sentences about it.
function protocol.open(talk)
  local self = setmetatable({ talk = talk, bases = {}, next_base = 0, arrays = {}, patterns = { count = 0 },
    told = ffi.new 'gw_session_answer' }, protocol)
  local answer = ask_one(self, { ('gradcheck %d'):format(VERSION) })
  local version = answer and answer:match '^%s*(%S+)%s*$'
  if version ~= tostring(VERSION) then
    refuse('it speaks %s of the protocol, and this gradcheck version %d',
      version and 'version ' .. shown(version) or 'no version', VERSION)
  end
  return self
end

--- What it says of itself, behind a word: text, or nothing.
function protocol:says(word)
  local text = ask_one(self, { word })
  return text and safe(text:match '^%s*(.-)%s*$') or nil
end

--- Does it keep points that it was told?
function protocol:find_keeps() self.keeps = self:says 'moves' == 'yes' end

--- Does it know a question that asks for numbers at points? It is asked at none.
function protocol:knows(word) return ask_one(self, { word .. ' 0' }) ~= false end

local PARTS = { cost = true, jacobian = true, vjp = true, jvp = true, hessian = true, ['vjp-mixed'] = true,
  ['jvp-mixed'] = true }

--- What it gives instead of a cost alone: a list of {what =, count =}; or nothing.
function protocol:outputs()
  local text = self:says 'outputs'
  if not text then return nil end
  local parts = {}
  for what, count in text:gmatch '(%S+)%s*(%S*)' do
    count = tonumber(count) or 0
    if not (PARTS[what] and count >= 1 and count < 2 ^ 31 and count % 1 == 0) then
      refuse('to «outputs» it answers «%s», which is not a list like jacobian 3 hessian 2', shown(text))
    end
    parts[#parts + 1] = { what = what, count = count }
  end
  if not parts[1] then refuse 'to «outputs» it answers nothing' end
  return (parts[2] or parts[1].what ~= 'cost') and parts or nil
end

--- From here on its cost is this output.
function protocol:choose(what, number)
  local question = ('output %s %d'):format(what, number)
  must_know(question, ask_one(self, { question }))
end

--- The point of its own, or nothing.
function protocol:point(size)
  local rest = ask_one(self, { 'point' }, size)
  return rest and numbers_of('point', rest, size)
end

--- The numbers that answer a question about no point.
function protocol:numbers(question, count)
  return (numbers_of(question, must_know(question, ask_one(self, { question }, count)), count))
end

--- The gradient with the model's own mistake, from 1, at a point.
function protocol:mistake(mistake, at)
  local question = ('mistake %d'):format(mistake)
  local rest = ask_one(self, { question, text_of(at, self.size) }, self.size)
  return (numbers_of(question, must_know(question, rest), self.size))
end

local WORD = { [C.GW_ASK_COST] = 'cost', [C.GW_ASK_PATTERN] = 'pattern', [C.GW_ASK_GRADIENT] = 'gradient',
  [C.GW_ASK_EQUATION] = 'equation', [C.GW_ASK_COST_FROM] = 'from', [C.GW_ASK_COMPLEX] = 'complex' }

-- Asks a question with the points of these lines, after `questions`, and a second one
-- about the same points if there is one: the rests of their answers.
local function ask_at(self, questions, lines, count, first, second)
  for _, question in ipairs { first, second } do questions[#questions + 1] = { question, unpack(lines) } end
  local rests = ask(self, questions, count)
  local rest = rests[#rests - (second and 1 or 0)]
  return must_know(first, rest), second and must_know(second, rests[#rests])
end

local function answer_gradient(self, asked, answer, questions, lines)
  local size, of_theta = asked.size, asked.equation < 0
  local count = of_theta and size or 2 * size
  local question = of_theta and ('gradient %.17g'):format(asked.fill)
    or ('equation %d %d %.17g'):format(asked.equation + 1, size, asked.fill)
  local list
  if of_theta then
    self.last_point = {}
    for i = 1, size do self.last_point[i] = asked.at[i - 1] end
  end
  list, answer.changed, self.outside = numbers_of(question, ask_at(self, questions, lines, count, question), count)
  answer.outside = self.outside -- which is kept while the session reads it
  answer.gradient = array(self, 'gradient', list, count - size, size)
  if not of_theta then answer.values = array(self, 'values', list, 0, size) end
end

--- Answers a question of the session's, and the asked.more that `next` brings with it:
-- `tell(id, answer)` is called for each.
function protocol:answer(asked, next, tell)
  local answer, what = self.told, tonumber(asked.what)
  ffi.fill(answer, ffi.sizeof(answer))
  if what == C.GW_ASK_VARIANT then
    answer.gradient, answer.key, answer.text = self.variant(asked.entry, asked.at)
    return tell(asked.id, answer)
  end
  if what == C.GW_ASK_POINT then
    answer.values = array(self, 'values', self.own_point, 0, asked.size)
    return tell(asked.id, answer)
  end
  local word, questions, lines, ids = WORD[what], { used = {} }, {}, {}
  if word == 'from' then
    lines[1] = self.keeps and '@' .. base_of(self, questions, asked.theta, self.size)
      or text_of(asked.theta, self.size)
  end
  while true do
    lines[#lines + 1] = point_line(self, questions, asked)
    ids[#ids + 1] = asked.id
    if asked.more == 0 then break end
    next()
  end
  if word == 'gradient' or word == 'equation' then
    answer_gradient(self, asked, answer, questions, lines)
    return tell(ids[1], answer)
  end
  local each = word == 'complex' and 2 or 1
  local question = word == 'from' and ('from %d %d'):format(asked.equation + 1, #ids) or ('%s %d'):format(word, #ids)
  local beside = word == 'cost' and self.has_pattern and ('pattern %d'):format(#ids) or nil
  local rest, patterns = ask_at(self, questions, lines, 2 * #ids, question, beside)
  local list = {}
  if word == 'pattern' then
    patterns, answer.changed = words_of(question, rest, #ids, 'word')
  else
    local outside
    list, answer.changed, outside = numbers_of(question, rest, each * #ids)
    self.cost_outside = self.cost_outside or outside
    patterns = patterns and words_of(beside, patterns, #ids, 'word')
  end
  for i, id in ipairs(ids) do
    answer.value = list[each * (i - 1) + 1] or 0
    answer.imaginary = each == 2 and list[2 * i] or 0
    if patterns then answer.pattern, answer.has_pattern = pattern_of(self, patterns[i]), 1 end
    tell(id, answer)
  end
end

return protocol
