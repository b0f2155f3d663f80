-- How long a check of every entry takes, here and elsewhere:
--   luajit tests/bench/bench.lua CHECK FOLDER PYTHON [RUNS]
-- The tools take turns; the best run of each counts, and ratios are of this run.
local check, folder, python, runs = arg[1], arg[2], arg[3], tonumber(arg[4] or 5)
local digits, point = 'data/digits.csv', folder .. '/theta'

local function ours(mode, threads)
  return ('OPENBLAS_NUM_THREADS=1 %s %s %s %s %d'):format(check, digits, point, mode, threads)
end

-- Each with the number of threads that suits it best.
local function others(tool, threads)
  return ('OMP_NUM_THREADS=%d OPENBLAS_NUM_THREADS=%d %s tests/bench/others.py %s %s %s'):format(threads, threads,
    python, tool, digits, point)
end

local tools = {
  {name = 'this checker, 2 threads', command = ours('entries', 2), mine = true},
  {name = 'this checker, 1 thread', command = ours('entries', 1), mine = true},
  {name = 'this checker, directions', command = ours('directions', 2), mine = true},
  {name = 'SciPy check_grad, 1 thread', command = others('scipy', 1)},
  {name = 'SciPy check_grad, 2 threads', command = others('scipy', 2)},
  {name = 'PyTorch slow mode, 1 thread', command = others('torch', 1)},
  {name = 'PyTorch slow mode, 2 threads', command = others('torch', 2)},
}

local function run(tool)
  local pipe = io.popen(tool.command .. '; echo "status $?"')
  local said = pipe:read '*a'
  pipe:close()
  local status = tonumber(said:match 'status (%d+)')
  if status == 3 or status == 127 then
    tool.missing = true
    return
  end
  local numbers = {}
  for word in said:gsub('status.*', ''):gmatch '%S+' do
    numbers[#numbers + 1] = tonumber(word)
  end
  if status ~= 0 or #numbers < 3 then
    io.stderr:write(('bench: %s ended with status %s\n'):format(tool.name, status))
    os.exit(1)
  end
  if not tool.best or numbers[1] < tool.best[1] then
    tool.best = numbers
  end
end

for _ = 1, runs do
  for _, tool in ipairs(tools) do
    if not tool.missing then
      run(tool)
    end
  end
end

local mine = tools[1].best
print 'Network 64-32-1 (tanh) on 1,797 digits, 2,113 parameters, every entry.'
print(('The best of %d runs, taken in turn. Ratio: how many times as long as the first line.\n'):format(runs))
print(('%-30s %10s %12s %8s'):format('', 'seconds', 'evaluations', 'ratio'))
for _, tool in ipairs(tools) do
  if tool.missing then
    print(('%-30s %10s'):format(tool.name, 'not installed'))
  else
    local J = tool.best[#tool.best]
    assert(math.abs(J - mine[7]) <= 1e-13 * mine[7], tool.name .. ' has another cost')
    print(('%-30s %10.4f %12d %8.2f'):format(tool.name, tool.best[1], tool.best[2], tool.best[1] / mine[1]))
  end
end
local directions = tools[3].best
print(('\n%.2f evaluations an entry; %d of 2113 entries pass, each to %.1f digits or more;'):format(mine[2] / 2113,
  mine[3], mine[4]))
print(('noise of J %.1f eps|J|; the checker keeps %d KiB, %.0f bytes an entry.'):format(mine[6], mine[5] / 1024,
  mine[5] / 2113))
print(('By directions: %.1f evaluations a block, %.1f digits.'):format(directions[2] / 4, directions[4]))
