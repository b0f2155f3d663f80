-- An iteration of training here and elsewhere: bench.lua OURS JSON PYTHON [RUNS [cpu]]
--
-- The contenders stay alive and take turns, row by row and round by round: in a round each
-- tells the least time of an iteration, and of the rounds the median counts; the spread is
-- from the least to the most. Ratios are taken round by round. Each with one thread and
-- with two, the better counts; «cpu» is for a busy machine: one thread, and the processor's
-- time in place of the clock's. No time makes this fail; another cost than the others' does.
package.path = 'scripts/?.lua;' .. package.path
local json = require 'dkjson'
local clock = require 'posix.time'
local files = require 'gw.files'
local program = require 'gw.program'
local speaker = require 'tests.fast.bench.speaker'

-- What is asked: how many times as fast as NumPy with AVX-512, and with AVX2; which part of
-- the bandwidth. `time` is a turn's, in seconds.
local ROWS = {
  { name = 'logistic 2, m 400', n0 = 2, n1 = 0, m = 400, asked = 10, asked_avx2 = 6.9, time = 0.1 },
  { name = 'logistic 30, m 569', n0 = 30, n1 = 0, m = 569, asked = 4, asked_avx2 = 2.8, time = 0.1 },
  { name = 'logistic 32, m 10^6', n0 = 32, n1 = 0, m = 1000000, asked_avx2 = 1.4, asked_bandwidth = 0.8, time = 0.25 },
  { name = '2-4-1, m 400', n0 = 2, n1 = 4, m = 400, asked = 6.5, asked_avx2 = 4.5, time = 0.1 },
  { name = '64-32-1, m 1797', n0 = 64, n1 = 32, m = 1797, asked = 2, asked_avx2 = 1.35, time = 0.15 },
  { name = '784-128-1, m 10^4', n0 = 784, n1 = 128, m = 10000, asked = 1, asked_avx2 = 0.63, time = 0.35 },
}
local TOLERANCE = 1e-11
local SETS = { { 'AVX-512', 3 }, { 'AVX2', 2 }, { 'SSE2', 1 } } -- by the numbers of csrc/fast/elementwise.h

local ours, target, python, runs, cpu_time = arg[1], arg[2], arg[3], tonumber(arg[4] or 5), arg[5] == 'cpu'
local MOST_THREADS = cpu_time and 1 or 2

-- Who takes part: a name, a process, and the words behind a command.
local function begin()
  local list, versions = {}, {}
  local own = speaker.start(('GOMP_SPINCOUNT=1000 OMP_NUM_THREADS=2 %s'):format(ours), cpu_time)
  local lua = speaker.start('GOMP_SPINCOUNT=1000 OMP_NUM_THREADS=2 luajit tests/fast/bench/ours.lua', cpu_time)
  local processes = { own, lua }
  for threads = 1, MOST_THREADS do
    for _, set in ipairs(SETS) do
      list[#list + 1] = { name = set[1], process = own, threads = threads, words = (' %d %d'):format(set[2], threads) }
    end
    list[#list + 1] = { name = 'LuaJIT', process = lua, threads = threads, words = (' %d'):format(threads) }
    for _, tool in ipairs { 'NumPy', 'PyTorch' } do
      local process = speaker.start(('OMP_WAIT_POLICY=passive %s tests/fast/bench/others.py %s %d'):format(python,
        tool == 'NumPy' and 'numpy' or 'torch', threads), cpu_time)
      local version = process.answers:read() -- its first line
      versions[tool], process.gone = version or versions[tool], not version
      processes[#processes + 1] = process
      list[#list + 1] = { name = tool, process = process, threads = threads, words = '', other = true }
    end
  end
  return list, processes, own, lua, versions
end

-- One thread has all of one leaf, so there is nothing for two.
local function takes_part(c, row)
  return c.other or c.threads == 1 or row.m > 1024
end

-- How many times as long as `a` `b` takes, in turn and near to each other: added to a list.
local function compare(list, a, b)
  for k = 1, 4 do
    local first = k % 2 == 1 and a() or nil
    local second = b()
    list[#list + 1] = second / (first or a())
  end
end

-- All turns of a row: the seconds of each contender, round by round, and what stands beside.
local function measure(row, list, own, lua)
  local times, beside, cost = {}, { read = {}, bandwidth = {}, products = {}, lua = {} }, nil
  local fast -- ours with all threads
  for _, c in ipairs(list) do
    local J = takes_part(c, row) and c.process:ask('cost' .. c.words)
    times[c] = J and {} or nil
    cost = cost or J
    fast = fast or J and c.process == own and c.threads == MOST_THREADS and c
    if J and (J ~= J or math.abs(J - cost) > TOLERANCE * math.abs(cost)) then
      error(('%s: %s has the cost %.17g, and others %.17g'):format(row.name, c.name, J, cost), 0)
    end
  end
  local short = math.max(0.06, row.time / 2) -- some iterations of the largest, too
  for _ = 1, runs do
    for _, c in ipairs(list) do
      if times[c] then table.insert(times[c], (c.process:ask(('train%s %g'):format(c.words, row.time)))) end
    end
    if row.asked_bandwidth then
      compare(beside.bandwidth, function() return own:ask('train' .. fast.words .. (' %g'):format(short)) end,
        function()
          table.insert(beside.read, (own:ask(('read %d %g'):format(MOST_THREADS, short))))
          return beside.read[#beside.read]
        end)
    end
    if row.n0 * row.n1 > 10000 then
      table.insert(beside.products, (own:ask(('products %d %g'):format(MOST_THREADS, row.time))))
    end
    -- A single iteration from C and from LuaJIT.
    compare(beside.lua, function() return own:ask(('one 0 1 %g'):format(short)) end,
      function() return lua:ask(('one 1 %g'):format(short)) end)
  end
  return times, beside
end

local function median(list)
  local sorted = { unpack(list) }
  table.sort(sorted)
  return (sorted[math.ceil(#sorted / 2)] + sorted[math.floor(#sorted / 2) + 1]) / 2, sorted[1], sorted[#sorted]
end

local function told(list)
  if #list == 0 then return nil end
  local middle, least, most = median(list)
  return { median = middle, least = least, most = most, rounds = #list }
end

-- Of a contender with one thread and with two the better, by name.
local function best(list, times)
  local found, series = {}, {}
  for _, c in ipairs(list) do
    local t = times[c] and told(times[c])
    if t and (not found[c.name] or t.median < found[c.name].median) then
      t.threads = c.threads
      found[c.name], series[c.name] = t, times[c]
    end
  end
  return found, series
end

local function ratio(a, b)
  local list = {}
  for i = 1, a and b and #a or 0 do list[i] = a[i] / b[i] end
  return told(list)
end

program.run('tests/fast/bench/bench.lua', function()
  local began = clock.clock_gettime(clock.CLOCK_MONOTONIC).tv_sec
  local list, processes, own, lua, versions = begin()
  local result = { clock = cpu_time and 'cpu' or 'wall', rounds = runs, rows = {}, versions = versions }
  versions.OpenBLAS = own:say('blas'):match 'OpenBLAS ([%d.]+)'
  for _, row in ipairs(ROWS) do
    for _, process in ipairs(processes) do process:ask(('load %d %d %d'):format(row.n0, row.n1, row.m)) end
    local times, beside = measure(row, list, own, lua)
    local found, series = best(list, times)
    local entry = { times = found }
    for key, value in pairs(row) do entry[key] = value end
    local fast = series['AVX-512'] and 'AVX-512' or series.AVX2 and 'AVX2' or 'SSE2'
    entry.fast = fast
    for name in pairs(series) do found[name].against = ratio(series[name], series[fast]) end
    entry.numpy_to_avx2 = ratio(series.NumPy, series.AVX2)
    entry.read, entry.products, entry.lua = told(beside.read), told(beside.products), told(beside.lua)
    entry.bandwidth = told(beside.bandwidth)
    result.rows[#result.rows + 1] = entry
  end
  local square = {}
  for k = 1, runs do square[k] = own:ask(('square %d 0.3'):format(MOST_THREADS)) end
  result.square = told(square)
  for _, process in ipairs(processes) do process:stop() end

  local info = files.read '/proc/cpuinfo'
  local _, processors = info:gsub('processor%s*:', '')
  result.machine = { processor = info:match 'model name%s*:%s*([^\n]+)' or 'unknown', processors = processors,
    load = tonumber((files.read '/proc/loadavg'):match '%S+') }
  result.seconds = clock.clock_gettime(clock.CLOCK_MONOTONIC).tv_sec - began
  files.write(target, json.encode(result, { indent = true }) .. '\n')
  print(('%d s; all that was found, with spreads: %s'):format(result.seconds, target))
end)
