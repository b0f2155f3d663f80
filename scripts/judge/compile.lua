--- Compiles a reader's file under sanitizers, with the thunk that answers questions; what
-- reaches outside of mathematics is refused.
local stdlib = require 'posix.stdlib'
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local compiler_words = require 'judge.compiler_words'
local files = require 'gw.files'
local flags = require 'judge.flags'
local paths = require 'gw.paths'
local source = require 'judge.source'
local verdict = require 'judge.verdict'

local failed, stopped = verdict.failed, verdict.stopped

local function compile_error(e, d, status, said, path)
  local name = path:match '[^/]+$'
  local first = compiler_words.parse(said, name, files.read(e.stub) .. (files.read(path) or ''))[1]
  if said:match 'No space left on device' then
    failed('the compiler cannot write: no space is left in %s (TMPDIR names another folder)', os.getenv 'TMPDIR'
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

-- What a compiled answer reaches for outside of mathematics, or runs before it is asked. (One
-- objdump says what nm and it would: nm loads every plugin for link-time optimisation.)
local function reaches(object, scratch)
  local listed = scratch .. '/names'
  if child.run({ 'objdump', '-ht', object }, scratch .. '/objdump', 20, child.COMPILER_MEGABYTES, listed) ~= 0 then
    return nil
  end
  local sections, symbols = (files.read(listed) or ''):match '^(.-)\nSYMBOL TABLE:\n(.*)$'
  for line in (symbols or ''):gmatch '[^\n]+' do
    -- 0000000000000000 g     F .text	0000000000000045 .hidden name
    line = line:gsub('\t(%x+) %.%l+ ', '\t%1 ')
    local scope, kind, section, name = line:match '^%x+ (.).....(.) (%S+)\t%x+ ([^@]+)'
    if section == '*UND*' and WORLD[name] then
      return ('it calls %s: an exercise needs numbers alone'):format(name)
    end
    if scope ~= 'l' and kind == 'F' and (WORLD[name] or name:match '^__' or name:match 'printf$' or
      name == 'fwrite') then
      return ('it defines %s, which is another\'s: choose another name'):format(name)
    end
  end
  for name, size in (sections or ''):gmatch '%.(%a+_array%S*)%s+(%x+)' do
    local mine = name:match 'array%.0*99$' or name:match 'array%.0*1$' -- the sanitizer's own
    if not mine or tonumber(size, 16) > 8 then return 'something in it runs before it is asked: a constructor' end
  end
end

--- The program of a file, and what the compiler said; or nothing, and the verdict.
return function(e, d, path, scratch)
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
