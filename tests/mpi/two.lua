--- What two processes that mpirun started need for handing on numbers, few and many. Rank 0
-- prints names and seconds.
package.path = 'scripts/?.lua;' .. package.path
local clock = require 'posix.time'
local gw = require 'gw'
local ranks = require '14-many-machines.ranks'

local LARGE = 100000

local function now()
  local t = clock.clock_gettime(clock.CLOCK_MONOTONIC)
  return t.tv_sec + t.tv_nsec * 1e-9
end

local all = ranks.begin()
os.exit(all:run('tests/mpi/two.lua', function()
  -- Every rank makes as many turns, so that they stay together; of one rank's wait for
  -- the other a single one would tell little.
  local function least(turns, times, f)
    local best = math.huge
    for _ = 1, turns do
      local began = now()
      for _ = 1, times do f() end
      best = math.min(best, (now() - began) / times)
    end
    return best
  end
  local found = {}
  for _, size in ipairs { 1, LARGE } do
    local gather, mine = all:gathering({ 1, 1 }, size), gw.matrix.new(1, size)
    found[#found + 1] = { 'gather_' .. size, least(200, size == 1 and 100 or 5, function() gather(mine) end) }
  end
  for _, pair in ipairs(found) do
    -- The slowest rank is the time of all.
    local slowest = math.max(unpack(all:numbers(pair[2])))
    if all.rank == 0 then print(('%s %.4g'):format(pair[1], slowest)) end
  end
end))
