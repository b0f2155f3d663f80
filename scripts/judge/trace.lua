--- Asks a reader's program one question once more, to see where it is: in which loop it
-- stays, and in which line the first number that is none comes about. Where the sanitizers or
-- the processor cannot tell, it says nothing.
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local files = require 'gw.files'
local flags = require 'judge.flags'
local grammar = require 'judge.grammar'
local source = require 'judge.source'

local trace = {}

local SECONDS = 4

-- Runs the answer, or another program of it, in a mode of frame/one.h with some questions; what it
-- said, or nothing.
local function run(answer, questions, mode, program)
  local asked, said = answer.scratch .. '/traced', answer.scratch .. '/traced.said'
  ask.write(asked, answer.d, questions)
  child.set_sanitizers()
  child.run({ answer.scratch .. '/' .. (program or 'program'), asked, answer.scratch .. '/traced.replies', mode },
    said, SECONDS, 0, answer.scratch .. '/traced.printed')
  return files.read(said) or ''
end

--- What the answer says to further questions: {{out, changed}, …}, as many as there are.
function trace.replies(answer, questions)
  run(answer, questions)
  return ask.read(answer.scratch .. '/traced.replies', answer.d, questions)
end

-- The lines of the reader's file on a stack that a sanitizer prints, the innermost first.
local function lines_of(stack, name)
  local list = {}
  for line in stack:gmatch('/' .. name:gsub('%p', '%%%0') .. ':(%d+)') do list[#list + 1] = tonumber(line) end
  return list
end

-- Where the condition of the loop at token i begins and ends, and where the loop does; nothing where
-- there is none.
local function parts_of(t, i)
  local open = t[i + 1]
  if t[i].text == 'do' and grammar.is_sign(open, '{') then
    local close = grammar.partner(t, i + 1)
    local stop = close and grammar.is_sign(t[close + 1], 'while') and grammar.partner(t, close + 2)
    if stop then return close + 3, stop - 1, stop end
  end
  local close = grammar.is_sign(t[i], 'for', 'while') and grammar.is_sign(open, '(') and grammar.partner(t, i + 1)
  if not close or t[i].text == 'while' and grammar.is_sign(t[i - 1], '}') and grammar.is_sign(t[close + 1], ';') then
    return nil -- the end of a do
  end
  local from, to, stop = i + 2, close - 1, close + 1
  if t[i].text == 'for' then
    while t[from] and t[from].text ~= ';' do from = from + 1 end
    from, to = from + 1, from
    while t[to + 1] and t[to + 1].text ~= ';' do to = to + 1 end
  end
  if grammar.is_sign(t[stop], '{') then return from, to, grammar.partner(t, stop) end
  while t[stop] and t[stop].text ~= ';' do
    stop = (t[stop].text:match '^[({]$' and grammar.partner(t, stop) or stop) + 1
  end
  return from, to, stop
end

-- The loops of a text: {line, first, last = lines, condition, reads = the names of its condition, sets =
-- those that its rounds change}, the inner ones behind those around them.
local function loops(text)
  local t, list = source.tokens(text), {}
  for i, x in ipairs(t) do
    local from, to, stop = parts_of(t, i)
    if from and t[stop or 0] then
      -- Where a do begins, a sample may have the line before.
      local one = { line = x.line, first = x.text == 'do' and t[i - 1].line or x.line, last = t[stop].line,
        reads = {}, sets = {} }
      one.condition = from <= to and text:sub(t[from].from, t[to].to):gsub('%s+', ' ') or nil
      for k = from, to do
        local is_name = t[k].kind == 'name' and not grammar.KEYWORD[t[k].text] and not grammar.TYPE[t[k].text]
        if is_name and not grammar.is_sign(t[k + 1], '(') then one.reads[#one.reads + 1] = t[k].text end
      end
      for k = x.text == 'for' and to + 1 or i, stop do -- what starts a for is no round of it
        local after = t[k + 1]
        if t[k].kind == 'name' and (after and after.text:match '^[-+*/%%]?=$' or grammar.is_sign(after, '++', '--',
          '[') or grammar.is_sign(t[k - 1], '++', '--', '&')) then
          one.sets[t[k].text] = true
        end
      end
      list[#list + 1] = one
    end
  end
  return list
end

--- The loop that does not end, for a question at which the answer did not: {line, condition, fixed =
-- the names of its condition, if no round changes any of them}.
function trace.loop(answer, question)
  -- Of what is optimised not every loop is left.
  local command = child.compiler('CC', 'gcc')
  for _, words in ipairs { flags.SANITIZED, { '-O0', '-w', '-include', ask.built(answer.e, 'given.h'), answer.path,
    ask.built(answer.e, 'one.o'), '-lm', '-o', answer.scratch .. '/slow' } } do
    for _, word in ipairs(words) do command[#command + 1] = word end
  end
  if child.compile(command, answer.scratch .. '/slow.said') ~= 0 then return nil end
  local text, name, inside = files.read(answer.path), answer.path:match '[^/]+$', nil
  local list, count = loops(text), 0
  for stack in run(answer, { question }, 'loop', 'slow'):gmatch 'sample\n(.-)\n\n' do
    local here, lines = {}, lines_of(stack, name)
    if #lines > 0 then
      count = count + 1
      for _, one in ipairs(list) do
        for _, line in ipairs(lines) do here[one] = here[one] or line >= one.first and line <= one.last end
      end
      for one in pairs(inside or {}) do if not here[one] then inside[one] = nil end end
      inside = inside or here
    end
  end
  if count < 3 then return nil end
  -- The innermost: of several that whose condition no round changes, for others may end each time.
  local found
  for i = #list, 1, -1 do
    local one = list[i]
    if inside[one] then
      local fixed = #one.reads > 0 and one.reads
      for _, read in ipairs(one.reads) do if one.sets[read] then fixed = nil end end
      found = found or { line = one.line, condition = one.condition, fixed = fixed }
      if fixed then return { line = one.line, condition = one.condition, fixed = fixed } end
    end
  end
  return found
end

--- The line in which the answer first computes what is no number ('invalid'), or what is
-- infinite ('infinite'), at a question.
function trace.number(answer, question, what)
  local said = run(answer, { question }, what)
  return said:match 'FPE' and lines_of(said, answer.path:match '[^/]+$')[1]
end

--- At which of some questions something is no number on the way, and at which infinite by a
-- division by 0: {{invalid, by_zero}, …}.
function trace.flags(answer, questions)
  run(answer, questions, 'flags')
  local all, found = files.read(answer.scratch .. '/traced.replies') or '', {}
  local numbers = ask.doubles(all)
  if #all ~= 16 * #questions then return nil end
  for i = 1, #questions do found[i] = { numbers[2 * i - 2] ~= 0, numbers[2 * i - 1] ~= 0 } end
  return found
end

return trace
