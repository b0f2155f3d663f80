-- How long a check of every entry takes, here and elsewhere:
--   luajit tests/gradcheck/bench/bench.lua CHECK FOLDER PYTHON RUNS JSON
-- The tools take turns; a tool that takes long is run less often, never on less. What was
-- found is added to the bench's JSON too.
package.path = 'scripts/?.lua;' .. package.path
local json = require 'dkjson'
local files = require 'gw.files'
local check, folder, python, runs, target = arg[1], arg[2], arg[3], tonumber(arg[4]), arg[5]
local digits, point = 'data/digits.csv', folder .. '/theta'

local function ours(mode, threads)
  return ('OPENBLAS_NUM_THREADS=1 %s %s %s %s %d'):format(check, digits, point, mode, threads)
end

-- Threads that wait sleep: where others want the processors too, two that spin took
-- PyTorch 51 s in place of 7.
local function others(tool, threads, word)
  return ('OMP_WAIT_POLICY=passive OMP_NUM_THREADS=%d OPENBLAS_NUM_THREADS=%d ' ..
    '%s tests/gradcheck/bench/others.py %s %s %s %s')
    :format(threads, threads, python, tool, digits, point, word or '')
end

-- `asked`: how many times as long as the first it must take, with AVX-512 and with AVX2.
local tools = {
  { name = 'this checker, 2 threads', command = ours('entries', 2), runs = runs },
  { name = 'this checker, 1 thread', command = ours('entries', 1), runs = runs },
  { name = 'this checker, directions', command = ours('directions', 2), runs = runs },
  { name = 'SciPy check_grad', other = 'scipy', runs = math.min(runs, 3), asked = { 10, 10 } },
  { name = 'PyTorch slow mode', other = 'torch', runs = 1, asked = { 50, 25 } },
}

-- The numbers that a command prints, or nil where its tool is not installed.
local function numbers_of(command, name)
  local pipe = io.popen(command .. '; echo "status $?"')
  local said = pipe:read '*a'
  pipe:close()
  local status = tonumber(said:match 'status (%d+)')
  if status == 3 or status == 127 then return nil end
  local numbers = {}
  for word in said:gsub('status.*', ''):gmatch '%S+' do
    numbers[#numbers + 1] = tonumber(word)
  end
  if status ~= 0 or #numbers < 3 then
    io.stderr:write(('bench: %s ended with status %s\n'):format(name, status))
    os.exit(1)
  end
  return numbers
end

local function processor_has(flag)
  local file = io.open '/proc/cpuinfo'
  local found = file and file:read('*a'):find(flag, 1, true) ~= nil
  if file then file:close() end
  return found
end

for _, tool in ipairs(tools) do
  tool.took = {}
  if tool.other then
    -- One thread or two, whichever suits it: two may be slower on matrices so small.
    numbers_of(ours('entries', 1), 'this checker') -- writes the point
    local best = { math.huge, math.huge }
    for n = 0, 3 do
      local threads = n % 2 + 1
      local numbers = not tool.missing and numbers_of(others(tool.other, threads, 'probe'), tool.name)
      tool.missing = not numbers
      best[threads] = math.min(best[threads], numbers and numbers[1] or math.huge)
    end
    local threads = best[2] < 0.9 * best[1] and 2 or 1
    tool.command = others(tool.other, threads)
    tool.name = ('%s, %d thread%s'):format(tool.name, threads, threads == 1 and '' or 's')
  end
end

for round = 1, runs do
  for _, tool in ipairs(tools) do
    if not tool.missing and round <= tool.runs then
      tool.last = numbers_of(tool.command, tool.name)
      table.insert(tool.took, tool.last[1])
    end
  end
end

local function median(list)
  table.sort(list)
  return (list[math.ceil(#list / 2)] + list[math.floor(#list / 2) + 1]) / 2
end

local mine, wide = tools[1], processor_has 'avx512f'
print 'Network 64-32-1 (tanh) on 1,797 digits, 2,113 parameters, every entry.'
print(('Medians of full checks, taken in turn, on a processor %s AVX-512. Ratio: to the first\nline.\n'):format(
  wide and 'with' or 'without'))
print(('%-30s %5s %9s %12s %8s %7s'):format('', 'runs', 'seconds', 'evaluations', 'ratio', 'asked'))
local found = {}
for _, tool in ipairs(tools) do
  if tool.missing then
    print(('%-30s %15s'):format(tool.name, 'not installed'))
  else
    local J = tool.last[#tool.last]
    assert(math.abs(J - mine.last[7]) <= 1e-13 * mine.last[7], tool.name .. ' has another cost')
    print(('%-30s %5d %9.4f %12d %8.2f %7s'):format(tool.name, #tool.took, median(tool.took), tool.last[2],
      median(tool.took) / median(mine.took), tool.asked and tool.asked[wide and 1 or 2] or ''))
    if tool == mine or tool.asked then
      found[#found + 1] = { name = tool.name:match '^%S+', seconds = median(tool.took),
        ratio = median(tool.took) / median(mine.took), asked = tool.asked and tool.asked[wide and 1 or 2] }
    end
  end
end
local entries, directions = mine.last, tools[3].last
print(('\n%.2f evaluations an entry; %d of 2113 entries pass, each to %.1f digits or more;'):format(entries[2] / 2113,
  entries[3], entries[4]))
print(('noise of J %.1f eps|J|; the checker keeps %d KiB, %.0f bytes an entry.'):format(entries[6], entries[5] / 1024,
  entries[5] / 2113))
print(('By directions: %.1f evaluations a block, %.1f digits.'):format(directions[2] / 4, directions[4]))
local result = json.decode(files.read(target))
result.check = found
files.write(target, json.encode(result, { indent = true }) .. '\n')
if not io.stdout:flush() then
  io.stderr:write 'bench: what it printed is lost\n'
  os.exit(2)
end
