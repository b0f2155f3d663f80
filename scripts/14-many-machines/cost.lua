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
