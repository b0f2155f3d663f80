-- Our trainings called from LuaJIT: ours.lua [cpu]. The commands `load N0 N1 M`,
-- `cost THREADS`, `train THREADS SECONDS` and `one THREADS SECONDS` of ours.c, and its numbers.
package.path = 'scripts/?.lua;' .. package.path
local bit = require 'bit'
local ffi = require 'ffi'
local gw = require 'gw'
local record = require 'gw.record'

ffi.cdef 'typedef struct { long seconds, parts; } bench_time; int clock_gettime(int which, bench_time *t);'
local CHECKED, MOST = 10, 4096
local now = ffi.new 'bench_time'
local function seconds()
  ffi.C.clock_gettime(arg[1] == 'cpu' and 2 or 1, now)
  return tonumber(now.seconds) + 1e-9 * tonumber(now.parts)
end

local A, B = 0x9e3779b97f4a7c15ULL, 0xbf58476d1ce4e5b9ULL
local function number(i)
  local h = (i + 1ULL) * A
  h = bit.bxor(h, bit.rshift(h, 29)) * B
  return tonumber(bit.rshift(bit.bxor(h, bit.rshift(h, 32)), 11)) * 2 ^ -52 - 1
end

local function numbers(M, from, size)
  for i = 0, M.rows * M.cols - 1 do M.c.data[i] = size * number(from + i) end
  return M
end

-- The examples: train(J, threads) for as many iterations as J has columns, and start().
local function load(n0, n1, m)
  local X, Y = numbers(gw.matrix.new(n0, m), 0, 1), gw.matrix.new(1, m)
  for i = 0, m - 1 do Y.c.data[i] = number(i + 1000000007) > 0 and 1 or 0 end
  if n1 == 0 then
    local w, b = gw.matrix.new(n0, 1), gw.matrix.new(1, 1)
    local room = gw.matrix.new(1, gw.fast_logistic_regression_room(n0, m, 2))
    return function(J, threads) gw.fast_logistic_regression(X, Y, 0.1, w, b, J, room, threads) end, function()
      gw.matrix_fill(w, 0)
      gw.matrix_fill(b, 0)
    end
  end
  local net = record.new 'gw_network'
  net.c.layers, net.c.g[1] = 2, gw.TANH
  net:set('W', 1, numbers(gw.matrix.new(n1, n0), 77, 0.1))
  net:set('b', 1, gw.matrix.new(n1, 1))
  net:set('W', 2, numbers(gw.matrix.new(1, n1), 78, 0.1))
  net:set('b', 2, gw.matrix.new(1, 1))
  local room = gw.matrix.new(1, gw.fast_network_room(net, m, 2))
  return function(J, threads) gw.fast_network(net, X, Y, 0.1, J, room, threads) end, function()
    numbers(net:get('W', 1), 77, 0.1)
    numbers(net:get('W', 2), 78, 0.1)
    gw.matrix_fill(net:get('b', 1), 0)
    gw.matrix_fill(net:get('b', 2), 0)
  end
end

local all = gw.matrix.new(1, MOST)
local single = all:columns(1, 1)

-- The least time of an iteration, each by a call of its own or not.
local function training(train, threads, time, apart)
  train(single, threads)
  local begin = seconds()
  train(single, threads)
  local many = math.max(1, math.min(MOST, math.floor(2e-3 / (seconds() - begin))))
  local J, least, stop = all:columns(1, many), math.huge, seconds() + time
  while seconds() < stop do
    begin = seconds()
    if apart then
      for _ = 1, many do train(single, threads) end
    else
      train(J, threads)
    end
    least = math.min(least, (seconds() - begin) / many)
  end
  return least
end

local train, start
for line in io.lines() do
  local word, a, b, c = line:match '^(%S+) (%S+) ?(%S*) ?(%S*)'
  a, b, c = tonumber(a), tonumber(b), tonumber(c)
  local found = 0
  if word == 'load' then
    train, start = load(a, b, c)
    collectgarbage() -- the examples before
  elseif word == 'cost' then
    start()
    train(all:columns(1, CHECKED), a)
    found = all:get(1, CHECKED)
  else
    found = training(train, a, b, word == 'one')
  end
  io.write(('%.17g\n'):format(found))
  io.flush()
end
