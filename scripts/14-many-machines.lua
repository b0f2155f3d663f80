-- Chapter 14. Fast, and many machines: orders of a sum, and training on shards; or on your
-- own file, alone or under mpirun (--data FILE.csv).
package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
local gw = require 'gw'
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
  seed = 14, alpha = 1, iterations = 100, data = '', label = '', positive = '', features = {}, checkpoint = '',
  every = 100 } }, function(ch)
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

  -- The gradient that ranks compute together is that of J, whatever the number of ranks.
  local cases = range.times(20, function(k)
    local n, m, ranks = 1 + gw.random_below(rng, 5), 1 + gw.random_below(rng, 9000), 1 + gw.random_below(rng, 9)
    local X, Y = examples(rng, n, m)
    local shard, gather = shards.here(X, Y, k == 1 and 1 or ranks)
    gw.random_fill_normal(rng, 0.5, shard.theta)
    return { blocks = { { 'theta', shard.theta, (shard:gradient(gather)) } },
      cost = function() return (select(2, shard:gradient(gather))) end }
  end)
  ch:gradient { id = 'gradient', formula = 'dw, db of 1 to 9 ranks together, against J', cases = cases }

  -- And to the last bit that of one machine; so is what descent makes of it.
  local n, m = 3, 20001
  local X, Y = examples(rng, n, m)
  local w, b, J = gw.matrix.new(n, 1), gw.matrix.new(1, 1), gw.matrix.new(1, 1)
  local room = gw.matrix.new(1, gw.fast_logistic_regression_room(n, m, 0))
  local path = range.times(iterations, function()
    gw.fast_logistic_regression(X, Y, alpha, w, b, J, room, 0)
    return { J = J:get(1, 1), theta = { w:get(1, 1), w:get(2, 1), w:get(3, 1), b:get(1, 1) } }
  end)
  local function same(theta, i)
    for k, x in ipairs(path[i].theta) do
      if theta:get(1, k) ~= x then return false end
    end
    return true
  end
  ch:everywhere { id = 'bits', formula = 'θ and J in every iteration: 1 to 12 ranks as one, bit for bit',
    points = range.times(12, function(ranks) return ranks end), holds = function(ranks)
      local shard, gather = shards.here(X, Y, ranks)
      for i = 1, iterations do
        if shard:descend(alpha, gather) ~= path[i].J or not same(shard.theta, i) then return false end
      end
      return true
    end }
  local four, gather_four = shards.here(X, Y, 4)
  for _ = 1, math.floor(iterations / 2) do four:descend(alpha, gather_four) end
  local three, gather_three = shards.here(X, Y, 3)
  gw.matrix_copy(four.theta, three.theta)
  for _ = math.floor(iterations / 2) + 1, iterations do three:descend(alpha, gather_three) end
  ch:holds { id = 'resumed', formula = 'half on 4 ranks, half on 3: the same θ', holds = same(three.theta, iterations) }

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
  for _, name in ipairs(times) do ch:fact('time_' .. name, times[name], 0) end
  ch:facts(0, { difference = (0.1 + 0.2) + 0.3 - (0.1 + (0.2 + 0.3)), cut_sums = cut, cases = #cases,
    fewest_nodes = math.min(unpack(thousand)),
    largest_nodes = math.max(unpack(thousand)), most_nodes = most.nodes, most_bytes = most.bytes })
  ch:facts(1e-15, { error_in_order = million.in_order, error_in_lanes = million.in_lanes,
    error_by_tree = million.by_tree })
  ch:facts(1e-9, { one_machine = shared[1].all, many_compute = most.compute, many_handing = most.handing,
    many_finish = most.finish, many_all = most.all, latency = here.latency, bandwidth = here.bandwidth * 1e-9 })
  return { typical = typical, times = times, shared = shared, ethernet = ethernet }
end)
