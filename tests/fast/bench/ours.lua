-- Our trainings called from LuaJIT: ours.lua THREADS [cpu]. The protocol and the numbers of
-- ours.c.
package.path = 'scripts/?.lua;' .. package.path
local bit = require 'bit'
local ffi = require 'ffi'
local gw = require 'gw'
local record = require 'gw.record'

ffi.cdef 'typedef struct { long seconds, parts; } bench_time; int clock_gettime(int which, bench_time *t);'
local threads, CHECKED = tonumber(arg[1]), 10
local now = ffi.new 'bench_time'
local function seconds()
  ffi.C.clock_gettime(arg[2] == 'cpu' and 2 or 1, now)
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

for line in io.lines() do
  local n0, n1, m, time = line:match '^%S+ (%d+) (%d+) (%d+) (%S+)'
  n0, n1, m = tonumber(n0), tonumber(n1), tonumber(m)
  collectgarbage()
  local X, Y = numbers(gw.matrix.new(n0, m), 0, 1), gw.matrix.new(1, m)
  for i = 0, m - 1 do Y.c.data[i] = number(i + 1000000007) > 0 and 1 or 0 end
  local train
  if n1 == 0 then
    local w, b = gw.matrix.new(n0, 1), gw.matrix.new(1, 1)
    local room = gw.matrix.new(1, gw.fast_logistic_regression_room(n0, m, threads))
    train = function(J) gw.fast_logistic_regression(X, Y, 0.1, w, b, J, room, threads) end
  else
    local net = record.new 'gw_network'
    net.c.layers, net.c.g[1] = 2, gw.TANH
    net:set('W', 1, numbers(gw.matrix.new(n1, n0), 77, 0.1))
    net:set('b', 1, gw.matrix.new(n1, 1))
    net:set('W', 2, numbers(gw.matrix.new(1, n1), 78, 0.1))
    net:set('b', 2, gw.matrix.new(1, 1))
    local room = gw.matrix.new(1, gw.fast_network_room(net, m, threads))
    train = function(J) gw.fast_network(net, X, Y, 0.1, J, room, threads) end
  end
  local J = gw.matrix.new(1, CHECKED)
  local begin = seconds()
  train(J)
  local cost, once = J:get(1, CHECKED), (seconds() - begin) / CHECKED
  local many = math.max(1, math.floor(2e-3 / once))
  local least, stop = math.huge, seconds() + tonumber(time)
  J = gw.matrix.new(1, many)
  while seconds() < stop do
    begin = seconds()
    train(J)
    least = math.min(least, (seconds() - begin) / many)
  end
  io.write(('%.9g %.17g\n'):format(least, cost))
  io.flush()
end
