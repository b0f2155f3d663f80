-- Chapter 14. Fast, and many machines: orders of a sum, and training on shards; or on your
-- own file, alone or under mpirun (--data FILE.csv).
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
local alone = require '14-many-machines.alone'
local chapter = require 'gw.chapter'
local cost = require '14-many-machines.cost'
local files = require 'gw.files'
local orders = require '14-many-machines.orders'
local paths = require 'gw.paths'
local range = require 'gw.range'
local shards = require '14-many-machines.shards'
local train = require '14-many-machines.train'

-- Random examples, and a shard of them for each of so many ranks.
local function examples(rng, n, m)
  local X, Y = gw.matrix.new(n, m), gw.matrix.new(1, m)
  gw.random_fill_normal(rng, 1, X)
  for i = 1, m do Y:set(1, i, gw.random_below(rng, 2)) end
  return X, Y
end

chapter.run({ title = 'Fast, and many machines', claim = 'gradient', same_bits = true, on_data = train.run, options = {
  seed = 14, alpha = 1, iterations = 100, hidden = 0, data = '', label = '', positive = '', features = {},
  checkpoint = '', every = 100 } }, function(ch)
  local rng, alpha, iterations = gw.random(ch.options.seed), ch.options.alpha, ch.options.iterations

  -- A sum depends on its order; how far each order is off.
  local typical = range.map({ 100, 1000, 10000, 100000, 1000000 }, function(m)
    local t = orders.typical(rng, m, 30)
    return { m = m, in_order = t[1], in_lanes = t[2], by_tree = t[3] }
  end)
  local million = typical[#typical]
  ch:holds { id = 'order', formula = '(0.1 + 0.2) + 0.3 ≠ 0.1 + (0.2 + 0.3) in doubles',
    holds = (0.1 + 0.2) + 0.3 ~= 0.1 + (0.2 + 0.3) }
  ch:holds { id = 'errors', formula = 'of 10^6 numbers, lanes lose fewer digits, and the tree fewest',
    holds = million.by_tree < million.in_lanes and million.in_lanes < million.in_order }
  local cut = orders.cut(rng, 1000000, 8)

  -- The gradient that ranks compute together is that of J, however many they are: of
  -- logistic regression, and of networks.
  local function below(most) return 1 + gw.random_below(rng, most) end
  local cases = range.times(24, function(k)
    local n, m, hidden, ranks = below(5), below(9000), k % 2 * below(6), below(9)
    local X, Y = examples(rng, n, m)
    local shard, gather = shards.here(X, Y, hidden, k <= 2 and 1 or ranks)
    gw.random_fill_normal(rng, 0.5, shard.theta)
    return { blocks = { { 'theta', shard.theta, (shard:gradient(gather)) } },
      cost = function() return (select(2, shard:gradient(gather))) end }
  end)
  ch:gradient { id = 'gradient', formula = 'dθ of 1 to 9 ranks together, against J', cases = cases }

  -- And to the last bit that of one machine; so is what descent makes of it, in every
  -- iteration, and also when half-way the number of ranks changes.
  local X, Y = examples(rng, 3, 20001)
  local function same(hidden, count)
    local function begin(ranks)
      local shard, gather = shards.here(X, Y, hidden, ranks)
      shard:start(ch.options.seed)
      return shard, gather
    end
    local step, path = alone.from(X, Y, hidden, begin(1).theta), {}
    for i = 1, count do path[i] = { step(alpha) } end
    local function alike(shard, gather, from, to)
      for i = from, to do
        if shard:descend(alpha, gather) ~= path[i][1] or not alone.same(shard.theta, path[i][2]) then return false end
      end
      return true
    end
    for ranks = 1, 12 do
      local shard, gather = begin(ranks)
      local half = math.floor(count / 2)
      if not alike(shard, gather, 1, half) then return false end
      local fewer, gather_fewer = shards.here(X, Y, hidden, ranks % 12 + 1)
      gw.matrix_copy(shard.theta, fewer.theta)
      if not alike(shard, gather, half + 1, count) or not alike(fewer, gather_fewer, half + 1, count) then
        return false
      end
    end
    return true
  end
  ch:holds { id = 'bits', formula = 'θ and J in every iteration: 1 to 12 ranks as one, bit for bit',
    holds = same(0, iterations) }
  ch:holds { id = 'network', formula = 'so a network 3-4-1, in every iteration', holds = same(4, 20) }

  -- What was measured, and what it comes to with many machines: 10^9 examples, 32 features.
  local times = cost.times(assert(files.read(paths.root .. '/chapters/14-many-machines/times.tsv')))
  local here, large = cost.here(times), 1000000000
  local function modelled(network)
    return range.map({ 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 }, function(ranks)
      local c = cost.iteration(times, network, 32, large, ranks)
      c.ranks = ranks
      return c
    end)
  end
  local shared, ethernet = modelled(here), modelled(cost.ETHERNET)
  local most, thousand = ethernet[#ethernet], shards.rows(1000 * 1024, 8)
  -- What grows with the examples, grows as they do, but where a cache ends.
  local sizes = cost.sizes(assert(files.read(paths.root .. '/chapters/14-many-machines/sizes.tsv')))
  local function slope(wanted) return cost.slope(sizes, wanted) end
  ch:facts(0, { slope_network = slope(function(s) return s.n1 > 0 and s.m >= 1000 end),
    slope_cache = slope(function(s) return s.n1 == 0 and s.m >= 1000 and s.bytes <= 1e6 end),
    slope_memory = slope(function(s) return s.n1 == 0 and s.bytes >= 64e6 end) })
  for _, name in ipairs(times) do ch:fact('time_' .. name, times[name], 0) end
  ch:facts(0, { difference = (0.1 + 0.2) + 0.3 - (0.1 + (0.2 + 0.3)), cut_sums = cut, cases = #cases,
    fewest_nodes = math.min(unpack(thousand)),
    largest_nodes = math.max(unpack(thousand)), most_nodes = most.nodes, most_bytes = most.bytes })
  ch:facts(1e-15, { error_in_order = million.in_order, error_in_lanes = million.in_lanes,
    error_by_tree = million.by_tree })
  ch:facts(1e-9, { one_machine = shared[1].all, many_compute = most.compute, many_handing = most.handing,
    many_finish = most.finish, many_all = most.all, latency = here.latency, bandwidth = here.bandwidth * 1e-9 })
  return { typical = typical, times = times, sizes = sizes, shared = shared, ethernet = ethernet }
end)
