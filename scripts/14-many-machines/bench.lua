--- What `make bench` found, as a table of at most 80 columns.
local json = require 'dkjson'

local bench = {}

-- A number with three digits, or so.
local function short(x) return x and (x < 9.995 and '%.2f' or x < 99.95 and '%.1f' or '%.0f'):format(x) or '' end

local function span(t) return t and ('%s-%s'):format(short(t.least), short(t.most)) or '' end

-- What is below its goal.
local function missed(result)
  local list = {}
  for _, row in ipairs(result.rows) do
    local function must(what, found, asked)
      if found and asked and found.median < asked then
        list[#list + 1] = ('%s: %s %s of %s'):format(row.name, what, short(found.median), short(asked))
      end
    end
    if row.fast == 'AVX-512' then must('NumPy', row.times.NumPy and row.times.NumPy.against, row.asked) end
    must('PyTorch', row.times.PyTorch and row.times.PyTorch.against, 1)
    must('AVX2', row.numpy_to_avx2, row.asked_avx2)
    must('bandwidth', row.bandwidth, row.asked_bandwidth)
    if row.lua.median > 1.02 then list[#list + 1] = ('%s: Lua %.3f of 1.02'):format(row.name, row.lua.median) end
  end
  for _, each in ipairs(result.check or {}) do
    if each.ratio and each.asked and each.ratio < each.asked then
      list[#list + 1] = ('check: %s %s of %s'):format(each.name, short(each.ratio), short(each.asked))
    end
  end
  return list
end

--- The table, and below it what stands beside: bandwidth, OpenBLAS, the checker, the machine.
function bench.table(result)
  local lines = {}
  local function add(...) lines[#lines + 1] = (...):format(select(2, ...)) end
  local from = '%-19s %8s %3s %6s %10s %4s %7s %5s %4s %5s'
  add((from:gsub('8', '9', 1)), '', 'µs', -- two bytes
    'thr', 'NumPy', 'spread', 'goal', 'PyTorch', 'AVX2', 'goal', 'Lua')
  for _, row in ipairs(result.rows) do
    local fast, numpy, torch = row.times[row.fast], row.times.NumPy, row.times.PyTorch
    add(from, row.name, short(1e6 * fast.median), fast.threads, short(numpy and numpy.against.median),
      span(numpy and numpy.against), row.asked or '', short(torch and torch.against.median),
      short(row.numpy_to_avx2 and row.numpy_to_avx2.median), row.asked_avx2 or '', ('%.3f'):format(row.lua.median))
  end
  add ''
  for _, row in ipairs(result.rows) do
    local fast = row.times[row.fast]
    if row.bandwidth and row.asked_bandwidth then
      local bytes = 8e-9 * row.n0 * row.m
      add('%s: %.1f of %.1f GB/s read, %.0f %% of the bandwidth (goal %.0f)', row.name, bytes / fast.median,
        bytes / row.read.median, 100 * row.bandwidth.median, 100 * row.asked_bandwidth)
    end
    if row.products then
      local work = 4e-9 * row.n0 * row.n1 * row.m
      add('%s: %.0f GFLOP/s; OpenBLAS %s, its two products alone: %.0f', row.name, work / fast.median,
        result.versions.OpenBLAS or '', work / row.products.median)
    end
  end
  if result.square then add('OpenBLAS, two matrices of 1000 x 1000: %.0f GFLOP/s', 2 / result.square.median) end
  if result.check then
    local said = {}
    for i, each in ipairs(result.check) do
      said[i] = i == 1 and ('%.2f s'):format(each.seconds) or
        ('%s %s (goal %d)'):format(each.name, short(each.ratio), each.asked)
    end
    add('Every entry of 64-32-1 checked: %s', table.concat(said, '; '))
  end
  add('%s, %d processors, %s, load %.1f', result.machine.processor, result.machine.processors, result.rows[1].fast,
    result.machine.load)
  add('NumPy %s, PyTorch %s; medians of %d rounds in turn', result.versions.NumPy or '-',
    result.versions.PyTorch or '-', result.rounds)
  if result.clock == 'cpu' then
    add "One thread, processor's time; the goals of the large rows are for two threads"
  end
  local below = missed(result)
  add('Below its goal: %s', #below > 0 and table.concat(below, '\n  ') or 'nothing')
  return table.concat(lines, '\n')
end

--- The same of what was written as JSON.
function bench.of(text) return bench.table(assert(json.decode(text))) end

return bench
