--- Judges a reader's file. It is compiled under sanitizers with a thunk that answers
-- questions, and asked in a process of its own, within limits; what is right is computed
-- by another program, and both are compared here. Nothing that the reader's process writes
-- is a verdict.
local stdlib = require 'posix.stdlib'
local sysstat = require 'posix.sys.stat'
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local compiler_words = require 'judge.compiler_words'
local coverage = require 'judge.coverage'
local crash = require 'checker.crash'
local declaration = require 'judge.declaration'
local explain = require 'judge.explain'
local files = require 'gw.files'
local flags = require 'judge.flags'
local forbidden = require 'judge.forbidden'
local mutants = require 'judge.mutants'
local paths = require 'gw.paths'
local points = require 'judge.points'
local slopes = require 'judge.slopes'
local source = require 'judge.source'

local judge = {}

local SECONDS = 5

-- A file that is wrong before it is judged.
local function stopped(key, text, more)
  local result = { state = 'wrong', key = key, text = text, mistakes = {} }
  for k, v in pairs(more or {}) do result[k] = v end
  return result
end

-- What is no fault of the reader's ends the judging, and is not remembered.
local function failed(...) error((...):format(select(2, ...)), 0) end

local function compile_error(e, d, status, said, path)
  local name = path:match '[^/]+$'
  local first = compiler_words.parse(said, name)[1]
  if said:match 'No space left on device' then
    failed('the compiler cannot write: no space is left in %s (TMPDIR names another place)', os.getenv 'TMPDIR'
      or '/tmp')
  end
  if first and first.kind == 'error' then
    if first.message:match 'conflicting types for' and first.message:match(d.f.name) then
      return stopped('compile-error', ('line %d: the first line of your function must stay as it was given: %s'):format(
        first.line, d.f.head), { line = first.line, compiler = first.message })
    end
    return stopped('compile-error', ('it does not compile. Line %d: %s'):format(first.line,
      first.plain or first.message), { line = first.line, compiler = first.message })
  end
  local symbol = said:match "undefined reference to [`']([%w_]+)'"
  if symbol == e.name then
    return stopped('compile-error', ('there is no function %s in it: its first line must stay as it was given'):format(
      e.name))
  elseif symbol and not symbol:match '^__' then
    return stopped('compile-error', ('it calls %s, which is nowhere defined: an exercise is done with what it is given')
      :format(symbol))
  elseif said:match "multiple definition of [`']main'" then
    return stopped('compile-error', 'it must not have a main: the judge brings its own')
  elseif said:match "multiple definition of [`']([%w_]+)'" then
    return stopped('compile-error', ('it defines %s, which the judge brings: choose another name'):format(
      said:match "multiple definition of [`']([%w_]+)'"))
  end
  if status == 124 then return stopped('compile-error', 'the compiler does not come to an end') end
  failed('the compiler failed (status %d; is there room in %s?): %s', status, os.getenv 'TMPDIR' or '/tmp',
    said:match 'cannot find[^\n]+'
    or said:match 'error: ([^\n]+)' or
    said:match '[^\n]+' or 'it said nothing')
end

-- A variable that is given no value holds 0 by accident, and a sum without = 0 is
-- right by accident; with this it holds what no right answer is. (gcc from 12, clang.)
local NEVER_SET = '-ftrivial-auto-var-init=pattern'

-- What pattern fills memory with, and what sums and means make of it.
local function is_never_set(y) return y < -1e300 and y > -1e304 or math.abs(y + 16843010) < 1000 end

-- A file of this project's that a text includes, other than exercise.h.
local function borrowed(listed, path)
  local root = stdlib.realpath(paths.root)
  for found in (files.read(listed) or ''):gsub('\\\n', ' '):match ':(.*)':gmatch '%S+' do
    local whole = stdlib.realpath(found) or found
    local room, name = whole:sub(#root + 2):match '^(%a+)/.-([^/]+)$'
    if whole:sub(1, #root) == root and room ~= 'work' and name ~= 'exercise.h' and name ~= 'given.h' and
      whole ~= stdlib.realpath(path) then
      return name
    end
  end
end

-- What no exercise needs: files, processes, other libraries, memory of others.
local WORLD = {}
for word in ([[system popen fork vfork clone execl execle execlp execv execve execvp execvpe posix_spawn posix_spawnp
  fopen fopen64 freopen fdopen open open64 openat creat opendir syscall ptrace mprotect mmap mmap64 process_vm_writev
  process_vm_readv dlopen dlsym dlmopen kill raise tgkill socket connect unlink unlinkat remove rename link symlink
  truncate setrlimit prctl atexit on_exit _exit _Exit exit quick_exit abort getenv setenv putenv signal sigaction alarm
  setitimer pthread_create personality]]):gmatch '%S+' do WORLD[word] = true end

-- What a compiled answer reaches for outside of mathematics, or runs before it is asked.
local function reaches(object, scratch)
  local listed = scratch .. '/names'
  if child.run({ 'nm', object }, scratch .. '/nm', 20, child.COMPILER_MEGABYTES, listed) ~= 0 then return nil end
  for kind, name in (files.read(listed) or ''):gmatch ' (%a) ([^\n@]+)' do
    if kind == 'U' and WORLD[name] then return ('it calls %s: an exercise needs numbers alone'):format(name) end
    if (kind == 'T' or kind == 'W') and (WORLD[name] or name:match '^__' or name:match 'printf$'
      or name == 'fwrite') then
      return ('it defines %s, which is another\'s: choose another name'):format(name)
    end
  end
  if child.run({ 'objdump', '-h', object }, scratch .. '/nm', 20, child.COMPILER_MEGABYTES, listed) == 0 then
    for name, size in (files.read(listed) or ''):gmatch '%.(%a+_array%S*)%s+(%x+)' do
      local mine = name:match 'array%.0*99$' or name:match 'array%.0*1$' -- the sanitizer's own
      if not mine or tonumber(size, 16) > 8 then return 'something in it runs before it is asked: a constructor' end
    end
  end
end

local function build(e, d, path, scratch)
  local program, said, listed = scratch .. '/program', scratch .. '/compiler.txt', scratch .. '/includes'
  local object = scratch .. '/answer.o'
  local function run(...)
    local command = child.compiler('CC', 'gcc')
    for _, list in ipairs { ... } do for _, word in ipairs(list) do command[#command + 1] = word end end
    return child.compile(command, said), files.read(said) or '', command[1]
  end
  local function compile(flag)
    return run(flag, flags.SANITIZED, flags.STRICT, { '-include', ask.built(e, 'given.h'), '-MMD', '-MF', listed, '-c',
      path, '-o', object })
  end
  local status, words, compiler = compile { NEVER_SET }
  if status ~= 0 and words:match 'unrecognized.-ftrivial%-auto' then status, words = compile {} end
  if status == 125 then failed('there is no C compiler «%s»; scripts/setup installs one', compiler) end
  if status ~= 0 then return nil, compile_error(e, d, status, words, path) end
  local taken, reached = borrowed(listed, path), reaches(object, scratch)
  if taken then reached = ('it includes %s: an exercise is done with what it is given'):format(taken) end
  for _, t in ipairs(source.tokens(files.read(path))) do
    if t.text:match '^_*asm_*$' then reached = 'it contains asm: an exercise is done in C' end
    if t.text:match '^_*constructor_*$' or t.text:match '^_*section_*$' or t.text == 'ifunc' then
      reached = 'something in it runs before it is asked: a constructor'
    end
  end
  local linked, why = run(flags.SANITIZED, { object, ask.built(e, 'one.o'), '-lm', '-o', program })
  if linked ~= 0 then return nil, compile_error(e, d, linked, why, path) end
  if reached then return nil, stopped('outside', reached) end
  return program, words
end

-- The child's end, put into words.
local function ended_early(status, said, name, called)
  local line, text = said:match '\nindex\t(%d+)\t([^\n]+)'
  if line then
    return stopped('out-of-bounds', ('line %s: %s'):format(line, text), { line = tonumber(line), evidence = called })
  end
  if status == 124 then
    return stopped('endless-loop', ('it does not come to an end (%d seconds): is there a loop whose condition ' ..
      'stays true?'):format(SECONDS), { evidence = called })
  end
  if said:match 'cannot run' or said:match 'error while loading shared libraries' or said:match 'ReserveShadowMemory' or
    said:match 'failed to allocate' then
    failed('your program could not be started: %s', said:match '[^\n]+' or '')
  end
  if status == 28 then failed('what your function answers cannot be written: is the disk full?') end -- see frame/one.h
  if status == 0 then
    return stopped('ended-early', 'your program ends before your function has answered: it must return, and not exit',
      { evidence = called })
  end
  local sentence = crash.sentence(status, said, name, SECONDS)
  local outside = said:match 'buffer' or said:match 'out of bounds' or said:match 'SEGV'
  return stopped(outside and 'out-of-bounds' or 'crash', sentence, { evidence = called,
    line = tonumber(sentence:match 'in line (%d+)') })
end

-- How many points are asked a second time, after something else, with something else in
-- the outputs.
local AGAIN = 12

-- Asks the reader's program. Returns what it answered, or a verdict.
local function answers(d, list, program, scratch, name)
  local asked, found, said, printed = scratch .. '/asked', scratch .. '/answered', scratch .. '/said.txt',
    scratch .. '/printed.txt'
  local questions = {}
  for i, p in ipairs(list) do questions[i] = { p, ask.BEFORE } end
  for i = 1, math.min(AGAIN, #list) do questions[#questions + 1] = { list[i], ask.BEFORE } end
  for i = 1, math.min(AGAIN, #list) do questions[#questions + 1] = { list[i], ask.BEFORE_AGAIN } end
  ask.write(asked, d, questions)
  child.set_sanitizers()
  local status = child.run({ program, asked, found }, said, SECONDS, 0, printed)
  local replies = ask.read(found, d, questions)
  if #replies < #questions then
    local p = questions[#replies + 1][1]
    local called = explain.inputs(d, p)
    called = #called > 120 and p == list[1] and 'it is called with the numbers of the worked example' or
      'it is called with ' .. called
    local ended = ended_early(status, files.read(said) or '', name, called)
    -- Right with the sizes of the worked example, and outside of a table with others.
    if #replies > 0 and ended.key == 'out-of-bounds' and #d.letters > 0 then
      list[1].yours_ = replies[1].out
      if not explain.failed(d, { list[1] }) then
        ended.key = 'fixed-size'
        ended.mistakes = { { key = 'fixed-size',
          text = ('it is right in the worked example: write %s, and no number ' ..
          'in the place of a size'):format(table.concat(d.letters, ' and ')) } }
      end
    end
    return nil, ended
  end
  return replies
end

-- What is wrong whatever the mathematics.
local function manners(d, list, replies)
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

-- A number that is none, if one is.
local function not_a_number(d, list)
  for _, p in ipairs(list) do
    for b, a in ipairs(d.outputs) do
      for k, y in ipairs(p.yours_[b]) do
        local name = a.name == 'your answer' and a.name or 'your ' .. explain.entry(a, p, k)
        local called = { evidence = 'it is called with ' .. explain.inputs(d, p) }
        if y ~= y then
          return stopped('nan', name .. ' is not a number: 0/0, or the ln or √ of a negative one', called)
        elseif y - y ~= 0 then
          return stopped('infinite', name .. ' is infinite: a division by 0, or an exp of too much', called)
        end
      end
    end
  end
end

-- Slips of C that are said in full at once; of the others only the line and the kind.
local SAID = {
  whole = { 'integer-division', 'line %d: «%s» divides two whole numbers, and C drops what comes after the point: ' ..
    '1 / 2 is 0 there. Write «%s»' },
  rounded = { 'rounded-constant', 'line %d: «%s» is rounded, and so is your answer. With all its digits: «%s»' },
  turned = { 'turned-operator', 'line %d: «%s» sets, where += and -= change: write «%s»' },
}

local CHUNK, PATIENCE = 150, 2 -- edits at a time, and seconds after which no more are tried
local FEW = 12 -- points at which an edit is found; it must hold at all the others, too

-- Outputs by their names.
local function named(d, out)
  local by = {}
  for b, a in ipairs(d.outputs) do by[a.name] = out[b] end
  return by
end

-- Asks variants FIRST to LAST of a program; returns which of them are right at all of the
-- points, whose numbers are taken from the first where only differences count.
local function right_ones(d, program, scratch, some, first, last)
  local questions, ok = {}, {}
  for i, p in ipairs(some) do questions[i] = { p } end
  for v, replies in pairs(ask.variants(program, scratch, d, questions, first, last) or {}) do
    ok[v] = #replies == #some
    local base = d.constant and ok[v] and replies[1].out[1][1] - some[1].right_[1][1] or 0
    for i, p in ipairs(some) do
      if not ok[v] then break end
      ok[v] = not replies[i].changed and not (d.property and d.property(p, named(d, replies[i].out)))
      for b, right in ipairs(p.right_ or {}) do
        for k, r in ipairs(right) do
          ok[v] = ok[v] and explain.is_right(replies[i].out[b][k] - base, r, p.bound_[b][k])
        end
      end
    end
  end
  return ok
end

-- The first single edit of a reader's text that makes it right, at points that were not
-- used to find it too: of some kinds, or of all. The smaller slips are tried first, some at
-- a time, as long as there is time.
local function slip(d, text, list, scratch, kinds)
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
    local found = place and right_ones(d, program, scratch, some, 1, count) or {}
    for i = 1, #texts do
      local v = place and place[i]
      if v and found[v] and right_ones(d, program, scratch, list, v, v)[v] then return edits[first + i - 1] end
    end
  end
end

--- Every single edit of an exercise's solution, and which of them would be accepted:
-- {made, refused, survivors}, and of its known mistakes {mistakes, mistakes_accepted}. An
-- edit that does not compile is refused, and not counted.
function judge.mutants(e, scratch)
  local d, text = declaration.read(e), files.read(e.solution)
  local found = { made = 0, refused = 0, survivors = {} }
  local edits, texts = mutants.of(text), {}
  for i, edit in ipairs(edits) do texts[i] = edit.text end
  local list = judge.points(e, d, text, scratch)
  local place, count = ask.compile(texts, d, scratch .. '/edits', scratch)
  local ok = right_ones(d, scratch .. '/edits', scratch, list, 1, count)
  for i, edit in ipairs(edits) do
    if place[i] then
      found.made = found.made + 1
      if ok[place[i]] then
        found.survivors[#found.survivors + 1] = { line = edit.line, kind = edit.kind, shown = edit.shown }
      else
        found.refused = found.refused + 1
      end
    end
  end
  found.proof = slopes.proof(d, list)
  found.mistakes, found.mistakes_accepted = #ask.mistakes(e), {}
  local accepted = found.mistakes > 0 and right_ones(d, ask.built(e, 'judge'), scratch, list, 2, found.mistakes + 1)
    or {}
  for i, mistake in ipairs(ask.mistakes(e)) do
    if accepted[i + 1] then table.insert(found.mistakes_accepted, mistake.path) end
  end
  return found
end

local function say_slip(edit)
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

local OF_C = { whole = true, rounded = true, turned = true }

-- The property of an answer that is no number of the solution's.
local function judge_property(d, list, text, scratch)
  for _, p in ipairs(list) do
    local key, sentence = d.property(p, named(d, p.yours_))
    if key then
      local result = stopped(key, sentence, { evidence = 'it is called with ' .. explain.inputs(d, p) })
      local edit = slip(d, text, list, scratch, OF_C)
      if edit then
        result.mistakes = { say_slip(edit) }
        result.key, result.line = result.mistakes[1].key, edit.line
      end
      return result
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
  local mistakes = key and { { key = key, text = sentence } } or explain.mistakes(d, list, known, replies, wrong, b)
    or explain.whole(d, list, b)
  -- A slip of C is nearer to the reader than the mathematics that it looks like.
  -- Nearly right: a float, if there is one, or a rounded number.
  local close = not mistakes and explain.lost_digits(d, list, b, text)
  local edit = slip(d, text, list, scratch, (mistakes or close) and OF_C)
  mistakes = mistakes or close
  local is_of_c = edit and OF_C[edit.kind]
  if is_of_c or edit and not mistakes then
    result.mistakes = { say_slip(edit) }
    result.edit, result.line = edit.shown, edit.line
  elseif mistakes then
    result.mistakes = mistakes
    if edit then result.edit, result.edit_line = edit.shown, edit.line end
  else
    local bad = not_a_number(d, list)
    if bad then
      bad.evidence = bad.evidence or result.evidence
      result = bad
    end
  end
  if #result.mistakes > 0 then result.key = result.mistakes[1].key end
  result.agrees = explain.agreement(d, list, b)
  return result
end

--- The points of an exercise for a text, with what is right at each.
function judge.points(e, d, text, scratch, more)
  local list = points.draw(d, text, more)
  if d.property then return list end
  return ask.truth(ask.built(e, 'judge'), scratch, d, list)
end

local FURTHER = 400 -- points, where a branch was not taken

-- Lines of a right answer that no point reached, when further ones were tried, too; or what
-- is wrong there.
local function beyond(e, d, path, text, scratch, program, tell)
  local function reached() return coverage.of(e, path, scratch, scratch .. '/asked') end
  local found = reached()
  if not found or #found.branches == 0 then return nil end
  local list = judge.points(e, d, text, scratch, FURTHER)
  local replies, result = answers(d, list, program, scratch, path:match '[^/]+$')
  if not replies then return result end
  result = manners(d, list, replies)
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
  local program, words = build(e, d, path, scratch)
  if not program then return words end
  local name = path:match '[^/]+$'
  local called, line, note
  if d.forbidden then called, line = forbidden.first(d.forbidden, path, scratch) end
  if called then
    return stopped('forbidden', ('line %s: it calls %s, which this exercise asks to do without'):format(line or '?',
      called), { line = line })
  elseif called == false then
    note = 'forbidden calls are not read: there is no clang'
  end
  local list = judge.points(e, d, text, scratch)
  local replies, result = answers(d, list, program, scratch, name)
  local printed = files.read(scratch .. '/printed.txt')
  if replies then
    result = manners(d, list, replies)
    local example = {}
    for _, out in ipairs(list[1].yours_) do for _, y in ipairs(out) do example[#example + 1] = y end end
    if not result and d.property then
      result = judge_property(d, list, text, scratch) or { state = 'done', mistakes = {} }
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
  result.warnings = compiler_words.parse(words, name)
  result.printed = printed
  return result
end

-- «if (z > 0) return z; return 0;» on one line means what it says.
local function drop_false_alarms(path, result)
  local lines, n = {}, 0
  for line in (source.bare(files.read(path)) .. '\n'):gmatch '(.-)\n' do
    n = n + 1
    lines[n] = line
  end
  for i = #result.warnings, 1, -1 do
    local warning = result.warnings[i]
    if warning.message:match 'clause does not guard' and (lines[warning.line] or ''):match 'return' then
      table.remove(result.warnings, i)
    end
  end
end

-- A fraction of two whole numbers is what nobody means, whatever else is wrong.
local function look_for_whole_fractions(path, result)
  local t = source.tokens(files.read(path))
  for i, x in ipairs(t) do
    local a, b = t[i - 1], t[i + 1]
    if x.text == '/' and a and b and a.text:match '^%d+$' and b.text:match '^%d+$' and tonumber(b.text) > 0 and
      tonumber(a.text) % tonumber(b.text) ~= 0 and not t[i - 2].text:match '^[*/]$' then
      table.insert(result.warnings, 1, { line = x.line, kind = 'warning', plain =
        ('%s / %s divides two whole numbers: C drops what comes after the point, and answers %d. ' ..
        'Write %s.0 / %s'):format(
        a.text, b.text, math.floor(a.text / b.text), a.text, b.text) })
      return
    end
  end
end

-- «sum =+ x» is C, and sets sum to +x.
local function look_for_turned_operators(path, result)
  local code = source.bare(files.read(path))
  local at, name, sign = code:match '()([%w_]+)[%]%)]?%s*=([+-])%s'
  if not at then return end
  local _, lines = code:sub(1, at - 1):gsub('\n', '')
  table.insert(result.warnings, 1, { line = lines + 1, kind = 'warning', plain =
    ('=%s sets %s, where %s= changes it'):format(sign, name, sign) })
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
    if first.warnings then drop_false_alarms(path, first) end
    if first.state == 'wrong' and first.warnings and first.key ~= 'integer-division' then
      look_for_whole_fractions(path, first)
    end
    if first.state == 'wrong' and first.warnings then look_for_turned_operators(path, first) end
    return first
  end)
end

return judge
