--- The times of chapter 14: measure.lua TARGET
--
-- Contenders take turns, and of a contender's turns the least counts: what else runs on
-- the machine makes a time longer and never shorter. With one thread it is the processor's
-- time of this process, and what it waits while others run does not count.
package.path = 'scripts/?.lua;' .. package.path
local clock = require 'posix.time'
local files = require 'gw.files'
local gw = require 'gw'
local library = require 'gw.ffi'
local program = require 'gw.program'
local C = library.C

local TURNS, SECONDS = 12, 0.15

local function now()
  local t = clock.clock_gettime(clock.CLOCK_PROCESS_CPUTIME_ID)
  return t.tv_sec + t.tv_nsec * 1e-9
end

-- The least time of f(), in so many turns of all.
local function measured(contenders)
  local least = {}
  for _ = 1, TURNS do
    for _, c in ipairs(contenders) do
      local best, stop = math.huge, now() + SECONDS
      repeat
        local began = now()
        for _ = 1, c.times or 1 do c.f() end
        best = math.min(best, (now() - began) / (c.times or 1))
      until now() > stop
      least[c.name] = math.min(least[c.name] or math.huge, best)
    end
  end
  return least
end

local INSTRUCTIONS = { { 'two', 'GW_PLAIN_INSTRUCTIONS' }, { 'four', 'GW_AVX2' }, { 'eight', 'GW_AVX512' } }

-- Logistic regression, version by version.
local function versions(n, m, name, rows)
  local rng = gw.random(14)
  local X, Y, w, b = gw.matrix.new(n, m), gw.matrix.new(1, m), gw.matrix.new(n, 1), gw.matrix.new(1, 1)
  local Z, dZ, dw, J = gw.matrix.new(1, m), gw.matrix.new(1, m), gw.matrix.new(n, 1), gw.matrix.new(1, 1)
  gw.random_fill_normal(rng, 1, X)
  for i = 1, m do Y:set(1, i, gw.random_below(rng, 2)) end
  local times = math.max(1, math.floor(2e6 / (n * m)))
  local list = {
    { name = 'loop', times = times, f = function()
      local db = gw.logistic_regression_gradient_loops(X, Y, w, b:get(1, 1), dw)
      gw.matrix_add_scaled(-1e-9, dw, w)
      b:set(1, 1, b:get(1, 1) - 1e-9 * db)
    end },
    { name = 'matrices', times = times, f = function()
      local db = gw.logistic_regression_gradient(X, Y, w, b:get(1, 1), Z, dZ, dw)
      gw.matrix_add_scaled(-1e-9, dw, w)
      b:set(1, 1, b:get(1, 1) - 1e-9 * db)
    end },
  }
  for _, set in ipairs(INSTRUCTIONS) do
    if gw.fast_has(C[set[2]]) == 1 then
      local room = gw.matrix.new(1, gw.fast_logistic_regression_room(n, m, 1))
      list[#list + 1] = { name = set[1], times = times, f = function()
        gw.fast_use(C[set[2]])
        gw.fast_logistic_regression(X, Y, 1e-9, w, b, J, room, 1)
      end }
    end
  end
  local least = measured(list)
  for _, c in ipairs(list) do rows[#rows + 1] = { name .. '_' .. c.name, least[c.name] } end
end

-- A number at a time, in nanoseconds: sums of what lies in the nearest cache, and exp.
local function small(rows)
  local rng, n = gw.random(15), 1024
  local x, y = gw.matrix.new(1, n), gw.matrix.new(1, n)
  gw.random_fill_normal(rng, 1, x)
  local least = measured {
    { name = 'add_in_order', times = 1000, f = function() gw.sum_in_order(x) end },
    { name = 'add_in_lanes', times = 1000, f = function() gw.sum_in_lanes(x) end },
    { name = 'exp_one', times = 100, f = function()
      for i = 0, n - 1 do y.buffer[i] = math.exp(x.buffer[i]) end
    end },
    { name = 'exp_eight', times = 100, f = function() gw.fast_elementwise(C.GW_FAST_EXP, n, x, y) end },
  }
  for _, name in ipairs { 'add_in_order', 'add_in_lanes', 'exp_one', 'exp_eight' } do
    rows[#rows + 1] = { name, least[name] / n }
  end
end

-- Reading so many numbers once.
local function reading(many, rows)
  local x = gw.matrix.new(1, many)
  gw.matrix_fill(x, 1)
  rows[#rows + 1] = { 'large_read', measured({ { name = 'read', f = function() gw.sum_in_lanes(x) end } }).read }
end

-- Two processes: what handing on costs.
local function processes(rows)
  local pipe = io.popen 'mpirun --allow-run-as-root --oversubscribe -n 2 luajit tests/mpi/two.lua'
  for name, value in pipe:read('*a'):gmatch '(%S+) (%S+)' do rows[#rows + 1] = { name, tonumber(value) } end
  pipe:close()
end

-- Finishing the tree, for a node of 34 numbers.
local function finishing(rows)
  local m, ranks = 1000000000, 1000
  local count = 0
  for r = 0, ranks - 1 do count = count + gw.shard_nodes(m, ranks, r) end
  local nodes, sums = gw.matrix.new(count, 34), gw.matrix.new(1, 34)
  local least = measured { { name = 'finish', f = function() gw.shard_finish(m, ranks, nodes, sums) end } }
  rows[#rows + 1] = { 'finish_node', least.finish / count }
end

program.run('tests/mpi/measure.lua', function()
  local target = arg[1]
  local rows = {}
  small(rows)
  versions(30, 569, 'small', rows)
  versions(32, 1000000, 'large', rows)
  reading(32000000, rows)
  finishing(rows)
  processes(rows)
  local info = files.read '/proc/cpuinfo'
  local _, processors = info:gsub('processor%s*:', '')
  local lines = { ('# %s, %d processors; seconds, the least of %d turns'):format(info:match 'model name%s*:%s*([^\n]+)',
    processors, TURNS) }
  for _, row in ipairs(rows) do lines[#lines + 1] = ('%s\t%.4g'):format(row[1], row[2]) end
  files.write(target, table.concat(lines, '\n') .. '\n')
  print(table.concat(lines, '\n'))
end)
