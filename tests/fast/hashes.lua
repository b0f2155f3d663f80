-- The same bits everywhere: hashes.lua PROGRAM, or hashes.lua long FOLDER CC …
--
-- PROGRAM is hash.c, compiled: with each instruction set and 1, 2, 3, 8 threads it must
-- print the hashes of hashes.tsv. `long` compiles it with gcc and clang, -O0 and -O3, and
-- for aarch64, which qemu runs, with the words CC … between, and does a thousand
-- iterations. What this machine cannot run is named. Without hashes.tsv the first hashes
-- are written there.
package.path = 'scripts/?.lua;' .. package.path
local files = require 'gw.files'
local program = require 'gw.program'

local ACCEPTED = 'tests/fast/hashes.tsv'
local SETS = { 'plain', 'AVX2', 'AVX-512' } -- by the numbers of csrc/fast/elementwise.h
local THREADS = { 1, 2, 3, 8 }
local SHORT, LONG = 20, 1000

-- What a command prints, and its status.
local function said(command)
  local pipe = io.popen(command .. '; echo "status $?"')
  local text, status = pipe:read('*a'):match '^(.*)status (%d+)\n$'
  pipe:close()
  return text, tonumber(status)
end

local function with(iterations)
  return function(line) return ('%d\t%s'):format(iterations, line) end
end

-- The lines of one run (threads that wait sleep: eight on two processors would else spin
-- most of the time), each with its number of iterations; nil for missing instructions.
local function hashes(command, set, threads, iterations)
  local text, status = said(('OMP_WAIT_POLICY=passive %s %d %d %d'):format(command, set, threads, iterations))
  if status == 3 then return nil end
  if status ~= 0 then error(('%s ended with status %d'):format(command, status), 0) end
  return (text:gsub('[^\n]+', with(iterations)))
end

local function accepted(iterations)
  local lines = {}
  for line in files.read(ACCEPTED):gmatch '[^\n]+\n' do
    if line:match '^%d+' == tostring(iterations) then lines[#lines + 1] = line end
  end
  return table.concat(lines)
end

-- Runs one program in all ways; returns how many agreed, which lines differ, and what is missing.
local function compare(name, command, sets, iterations, counts)
  local wanted, same, other, missing = accepted(iterations), 0, {}, {}
  for _, set in ipairs(sets) do
    for _, threads in ipairs(counts or THREADS) do
      local found = hashes(command, set, threads, iterations)
      if not found then
        missing[SETS[set]] = true
      elseif found == wanted then
        same = same + 1
      else
        other[#other + 1] = ('%s, %s, %d threads, %d iterations'):format(name, SETS[set], threads, iterations)
      end
    end
  end
  return same, other, missing
end

local function long(folder, words)
  local sources = 'tests/fast/hash.c csrc/fast/*.c ' ..
    'csrc/base/{elementary,random,status,matrix}.c csrc/{network,sigmoid}.c'
  local same, other, unseen = 0, {}, {}
  for _, build in ipairs {
    { 'gcc', '' }, { 'clang', '' }, { 'aarch64-linux-gnu-gcc', 'qemu-aarch64 ', '-static' },
  } do
    for _, level in ipairs { '-O0', '-O3' } do
      local cc, under, extra = build[1], build[2], build[3] or ''
      local path, name = ('%s/%s%s'):format(folder, cc, level), cc .. ' ' .. level
      local line = ('command -v %s %s >/dev/null && %s %s %s %s -Itests/fast %s -lm -o %s 2>%s.log'):format(
        cc, under, cc, words, level, extra, sources, path, path)
      local _, status = said(("mkdir -p %s && bash -c '%s'"):format(folder, line))
      if status ~= 0 then
        unseen[name] = true
      else
        for _, iterations in ipairs(level == '-O0' and { SHORT } or { SHORT, LONG }) do
          local emulated = under ~= '' -- slow
          local s, o, m = compare(name, under .. path, emulated and { 1 } or { 1, 2, 3 }, iterations,
            emulated and { iterations == LONG and 1 or 3 } or nil)
          print(('%-28s %4d iterations: %d runs alike'):format(name, iterations, s))
          same = same + s
          for _, each in ipairs(o) do other[#other + 1] = each end
          for set in pairs(m) do unseen[set] = true end
        end
      end
    end
  end
  return same, other, unseen
end

program.run('tests/fast/hashes.lua', function()
  local same, other, unseen
  if arg[1] == 'long' then
    same, other, unseen = long(arg[2], table.concat(arg, ' ', 3))
  else
    if not io.open(ACCEPTED) then
      files.write(ACCEPTED, hashes(arg[1], 1, 1, SHORT) .. hashes(arg[1], 1, 1, LONG))
    end
    same, other, unseen = compare('this build', arg[1], { 1, 2, 3 }, SHORT)
  end
  print(('%d runs have the hashes of %s'):format(same, ACCEPTED))
  for name in pairs(unseen) do print('unseen here: ' .. name) end
  for _, each in ipairs(other) do print('other hashes: ' .. each) end
  if #other > 0 or same == 0 then error('the bits are not the same everywhere', 0) end
end)
