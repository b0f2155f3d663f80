--- Trainings of random models and shapes on the ranks that mpirun started, each beside one
-- machine's: every rank compares θ and J in every iteration, and half-way goes on from a
-- checkpoint. Rank 0 prints how many of which model were alike.
--   mpirun -n 3 luajit tests/mpi/alike.lua SEED CASES CHECKPOINT
package.path = 'scripts/?.lua;' .. package.path
local alone = require '14-many-machines.alone'
local checkpoint = require '14-many-machines.checkpoint'
local gw = require 'gw'
local ranks = require '14-many-machines.ranks'
local shards = require '14-many-machines.shards'

local ITERATIONS, ALPHA = 6, 0.5

-- The same examples on every rank, which takes its own; more leaves and fewer than ranks.
local function begin(rng, all)
  local n, hidden = 1 + gw.random_below(rng, 12), gw.random_below(rng, 2) * (1 + gw.random_below(rng, 10))
  local m = 1 + gw.random_below(rng, gw.random_below(rng, 3) == 0 and 900 or 12000)
  local X, Y = gw.matrix.new(n, m), gw.matrix.new(1, m)
  gw.random_fill_normal(rng, 1, X)
  for i = 1, m do Y:set(1, i, gw.random_below(rng, 2)) end
  local from, to = gw.shard_range(m, all.count, all.rank)
  local has = to > from
  local shard = shards.new(has and X:columns(from + 1, to) or nil, has and Y:columns(from + 1, to) or nil, n, hidden, m,
    all.count, all.rank)
  local rows = shards.rows(m, all.count)
  return shard, all:gathering(rows, shard.theta.cols + 1), X, Y
end

local all = ranks.begin()
os.exit(all:run('tests/mpi/alike.lua', function()
  local rng, counts = gw.random(tonumber(arg[1])), { logistic = 0, network = 0 }
  for case = 1, tonumber(arg[2]) do
    local shard, gather, X, Y = begin(rng, all)
    shard:start(case)
    local step = alone.from(X, Y, shard.hidden, shard.theta)
    local training = { m = shard.m, label = 'y', features = { 'x' }, hidden = shard.hidden, alpha = ALPHA, mean = X,
      scale = Y }
    for i = 1, ITERATIONS do
      local found, J, theta = shard:descend(ALPHA, gather), step(ALPHA)
      if found ~= J or not alone.same(shard.theta, theta) then
        error(('case %d, %d-%d, m %d: iteration %d is another on rank %d of %d'):format(case, shard.n, shard.hidden,
          shard.m, i, all.rank, all.count), 0)
      end
      if i == ITERATIONS / 2 then
        if all.rank == 0 then checkpoint.write(arg[3], training, i, shard.theta) end
        all:numbers(0) -- it is there
        gw.matrix_fill(shard.theta, 0)
        assert(checkpoint.read(arg[3], training, shard.theta) == i)
        all:numbers(0) -- all have read it
      end
    end
    local name = shard.hidden > 0 and 'network' or 'logistic'
    counts[name] = counts[name] + 1
  end
  if all.rank == 0 then print(('alike: %d of logistic regression, %d networks'):format(counts.logistic,
    counts.network)) end
end))
