--- What an iteration costs with p machines: measured constants, and a model.
--
--     T(p) = compute · m/p + steps(p) · latency + bytes(p) / bandwidth + finish · nodes(p)
--
-- with steps(p) = ⌈log2 p⌉ for handing on (recursive doubling), and the nodes counted.
local gw = require 'gw'

local cost = {}

--- 10 Gbit/s Ethernet, assumed: no such network was measured here.
cost.ETHERNET = { latency = 25e-6, bandwidth = 1.25e9 }

--- The times of chapters/14-many-machines/times.tsv, in seconds by name, and the names.
function cost.times(text)
  local times = {}
  for name, value in text:gmatch '\n([%w_]+)\t([^\n]+)' do
    times[#times + 1], times[name] = name, tonumber(value)
  end
  return times
end

--- The rows of chapters/14-many-machines/sizes.tsv: {n0, n1, m, P, bytes of X, seconds}.
function cost.sizes(text)
  local rows = {}
  for n0, n1, m, seconds in text:gmatch '\n(%d+)\t(%d+)\t(%d+)\t([^\n]+)' do
    n0, n1, m = tonumber(n0), tonumber(n1), tonumber(m)
    rows[#rows + 1] = { n0 = n0, n1 = n1, m = m, P = n1 > 0 and n1 * (n0 + 2) + 1 or n0 + 1, bytes = 8 * n0 * m,
      seconds = tonumber(seconds) }
  end
  return rows
end

--- The slope of the time against the examples on logarithmic axes, over the rows that are
-- wanted: one for all models, each of which has a height of its own. To three decimals, so
-- that the last bits of a machine's log do not show.
function cost.slope(rows, wanted)
  local models, of, xy, xx = {}, {}, 0, 0
  for _, r in ipairs(rows) do
    if wanted(r) then
      local name = r.n0 .. '-' .. r.n1
      if not of[name] then
        of[name] = {}
        models[#models + 1] = of[name]
      end
      local t = of[name]
      t[#t + 1] = { gw.log(r.m), gw.log(r.seconds) }
    end
  end
  for _, t in ipairs(models) do
    local x, y = 0, 0
    for _, p in ipairs(t) do x, y = x + p[1] / #t, y + p[2] / #t end
    for _, p in ipairs(t) do xy, xx = xy + (p[1] - x) * (p[2] - y), xx + (p[1] - x) ^ 2 end
  end
  return math.floor(1000 * xy / xx + 0.5) / 1000
end

--- Memory of one machine as a network: what was measured between two processes.
function cost.here(times)
  return { latency = times.gather_1, bandwidth = 8 * 100000 / (times.gather_100000 - times.gather_1) }
end

--- The nodes that `ranks` machines hand on together.
function cost.nodes(m, ranks)
  local count = 0
  for r = 0, ranks - 1 do count = count + gw.shard_nodes(m, ranks, r) end
  return count
end

--- An iteration of logistic regression with n features: its parts, and all.
function cost.iteration(times, network, n, m, ranks)
  local nodes, steps = cost.nodes(m, ranks), 0
  while 2 ^ steps < ranks do steps = steps + 1 end
  local bytes = ranks > 1 and 8 * nodes * (n + 2) or 0
  local c = { nodes = nodes, bytes = bytes, compute = times.large_eight / 1e6 * m / ranks,
    finish = times.finish_node * nodes, handing = steps * network.latency + bytes / network.bandwidth }
  c.all = c.compute + c.finish + c.handing
  return c
end

return cost
