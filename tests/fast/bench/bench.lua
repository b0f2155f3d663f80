-- An iteration of training here and elsewhere: bench.lua OURS JSON PYTHON [RUNS [cpu]]
--
-- The contenders stay alive and take turns, row by row and round by round: in a round each
-- tells the least time of an iteration, and of the rounds the median counts; the spread is
-- from the least to the most. Each with one thread and with two, the better counts; «cpu»
-- is for a busy machine: one thread, and the processor's time in place of the clock's. No
-- time makes this fail; another cost than the others' does.
package.path = 'scripts/?.lua;' .. package.path
local json = require 'dkjson'
local files = require 'gw.files'
local program = require 'gw.program'

-- `goal`: how many times as fast as NumPy it is to be with AVX-512.
local ROWS = {
  { name = 'logistic regression 2, m 400', n0 = 2, n1 = 0, m = 400, goal = 10 },
  { name = 'logistic regression 30, m 569', n0 = 30, n1 = 0, m = 569, goal = 4 },
  { name = 'logistic regression 32, m 10^6', n0 = 32, n1 = 0, m = 1000000, bandwidth = 0.8 },
  { name = 'network 2-4-1, m 400', n0 = 2, n1 = 4, m = 400, goal = 6.5 },
  { name = 'network 64-32-1, m 1797', n0 = 64, n1 = 32, m = 1797, goal = 2 },
  { name = 'network 784-128-1, m 10^4', n0 = 784, n1 = 128, m = 10000, goal = 1 },
}
local SECONDS = 0.25 -- a turn, and longer where an iteration is
local TOLERANCE = 1e-11

local QUIET = 'OMP_WAIT_POLICY=passive '

program.run('tests/fast/bench/bench.lua', function()
  local ours, target, python, runs = arg[1], arg[2], arg[3], tonumber(arg[4] or 5)
  local others = python .. ' tests/fast/bench/others.py '
  local cpu_time = arg[5] == 'cpu'
  local contenders = {}
  local function add(name, command, threads)
    contenders[#contenders + 1] = { name = name, threads = threads, command = command:gsub('THREADS', threads) ..
      (cpu_time and ' cpu' or '') }
  end
  for threads = 1, cpu_time and 1 or 2 do
    local openblas = ('OPENBLAS_NUM_THREADS=%d '):format(threads)
    local spin = threads > 1 and 'GOMP_SPINCOUNT=1000 ' or ''
    add('csrc/fast', openblas .. spin .. ours .. ' 0 THREADS', threads)
    add('LuaJIT', spin .. 'luajit tests/fast/bench/ours.lua THREADS', threads)
    add('AVX2', spin .. ours .. ' 2 THREADS', threads)
    add('SSE2', spin .. ours .. ' 1 THREADS', threads)
    add('NumPy', QUIET .. others .. 'numpy THREADS', threads)
    add('PyTorch', QUIET .. others .. 'torch THREADS', threads)
  end

  -- Each reads its turns from us, and answers through a pipe of its own.
  local versions = {}
  for i, c in ipairs(contenders) do
    local pipe = os.tmpname()
    os.remove(pipe)
    assert(os.execute('mkfifo ' .. pipe) == 0)
    c.asks = io.popen(('%s > %s'):format(c.command, pipe), 'w')
    c.asks:setvbuf 'no'
    c.answers = io.open(pipe)
    os.remove(pipe)
    if c.command:find('others.py', 1, true) then
      local line = c.answers:read()
      c.missing = not line
      versions[c.name] = line and line:match '%S+'
    end
    contenders[i] = c
  end
  local function turn(c, row, n0, n1, m, seconds)
    if c.missing then return nil end
    local sent = c.asks:write(('%s %d %d %d %g\n'):format(row, n0, n1, m, seconds))
    local line = sent and c.answers:read()
    if not line then -- a processor without these instructions, or an error that it has told
      c.missing = true
      return nil
    end
    local time, J = line:match '(%S+) (%S+)'
    return tonumber(time), tonumber(J)
  end

  local function median(list)
    table.sort(list)
    return (list[math.ceil(#list / 2)] + list[math.floor(#list / 2) + 1]) / 2
  end

  local function told(list)
    return { median = median(list), least = list[1], most = list[#list], rounds = #list }
  end

  -- The best of one thread and two, by name.
  local function best(times, m)
    local found = {}
    for _, c in ipairs(contenders) do
      local list = times[c]
      if list and #list > 0 then
        local t = told(list)
        t.threads = m <= 1024 and c.name ~= 'NumPy' and c.name ~= 'PyTorch' and 1 or c.threads -- one leaf
        if not found[c.name] or t.median < found[c.name].median then found[c.name] = t end
      end
    end
    return found
  end

  local result = { clock = cpu_time and 'cpu' or 'wall', rows = {}, versions = versions, rounds = runs }
  for _, row in ipairs(ROWS) do
    local times, read, cost = {}, {}, nil
    for _ = 1, runs do
      for _, c in ipairs(contenders) do
        local time, J = turn(c, 'row', row.n0, row.n1, row.m, row.m * row.n0 > 1e6 and 4 * SECONDS or SECONDS)
        if time then
          times[c] = times[c] or {}
          table.insert(times[c], time)
          cost = cost or J
          if J ~= J or math.abs(J - cost) > TOLERANCE * math.abs(cost) then
            error(('%s: %s has the cost %.17g, and others %.17g'):format(row.name, c.name, J, cost), 0)
          end
        end
        if row.bandwidth and c.command:find(ours .. ' 0 ' .. (cpu_time and 1 or 2), 1, true) then
          table.insert(read, (turn(c, 'read', row.n0, 0, row.m, SECONDS)))
        end
      end
    end
    local entry = { name = row.name, n0 = row.n0, n1 = row.n1, m = row.m, goal = row.goal, times = best(times, row.m) }
    if #read > 0 then
      entry.read = told(read)
      entry.bytes = 8 * row.n0 * row.m
    end
    result.rows[#result.rows + 1] = entry
  end
  local product, N = {}, 1000
  for _ = 1, runs do
    local time = turn(contenders[cpu_time and 1 or #contenders / 2 + 1], 'gemm', N, 0, 0, 2 * SECONDS)
    table.insert(product, time)
  end
  if #product > 0 then result.gemm = { size = N, threads = cpu_time and 1 or 2, seconds = told(product) } end
  for _, c in ipairs(contenders) do c.asks:close() end

  local cpu = (files.read '/proc/cpuinfo'):match 'model name%s*:%s*([^\n]+)' or 'unknown'
  local _, processors = (files.read '/proc/cpuinfo'):gsub('processor%s*:', '')
  local load = (files.read '/proc/loadavg'):match '%S+'
  result.machine = { processor = cpu, processors = processors, load = tonumber(load) }
  files.write(target, json.encode(result, { indent = true }) .. '\n')

  print(('An iteration of training, in microseconds; medians of %d rounds taken in turn, with\n' ..
    '%s. Ratios to NumPy %s and PyTorch %s.'):format(
    runs, cpu_time and 'one thread, in processor time' or 'one thread or two, whichever is faster',
    versions.NumPy or '(missing)', versions.PyTorch or '(missing)'))
  print(('%s, %d processors, load %s.\n'):format(cpu, processors, load))
  print(('%-31s %9s %4s %8s %8s %6s %6s %6s %6s'):format(
    '', 'us', 'thr', 'NumPy', 'PyTorch', 'goal', 'AVX2', 'SSE2', 'Lua'))
  for _, row in ipairs(result.rows) do
    local t = row.times
    local fast = t['csrc/fast']
    local function ratio(a, b) return a and b and ('%.2f'):format(a.median / b.median) or '' end
    print(('%-31s %9.2f %4d %8s %8s %6s %6s %6s %6s'):format(row.name, 1e6 * fast.median, fast.threads,
      ratio(t.NumPy, fast), ratio(t.PyTorch, fast), row.goal or '', ratio(t.NumPy, t.AVX2), ratio(t.NumPy, t.SSE2),
      ratio(t.LuaJIT, fast)))
    if row.read then
      print(('  %.1f GB/s read, of %.1f GB/s measured beside it: %.0f %%, asked 80 %%'):format(
        row.bytes / fast.median * 1e-9, row.bytes / row.read.median * 1e-9, 100 * row.read.median / fast.median))
    end
    if row.n1 > 1 and row.n0 > 2 then
      print(('  %.0f GFLOP/s'):format(4e-9 * row.n0 * row.n1 * row.m / fast.median))
    end
  end
  if result.gemm then
    print(('\nOpenBLAS, a product of %d x %d matrices, %d threads: %.0f GFLOP/s'):format(
      N, N, result.gemm.threads,
      2e-9 * N ^ 3 / result.gemm.seconds.median))
  end
  print(('Spreads, and every contender: %s'):format(target))
end)
