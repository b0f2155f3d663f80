--- Logistic regression, or a network, whose examples are spread over ranks: over processes
-- that MPI joins, or over several in this one, which is how the chapter checks it.
local gw = require 'gw'

local Shard = {}
Shard.__index = Shard

local shards = {}

--- The part of rank `rank` of m examples: X (n, q) and Y (1, q) are its own, nil if it has
-- none. Without hidden units it is logistic regression. `gather` hands on its rows and
-- returns those of all.
function shards.new(X, Y, n, hidden, m, ranks, rank)
  local p = hidden > 0 and hidden * (n + 2) + 1 or n + 1
  local self = setmetatable({ X = X, Y = Y, n = n, hidden = hidden, m = m, ranks = ranks, rank = rank,
    theta = gw.matrix.new(1, p), sums = gw.matrix.new(1, p + 1) }, Shard)
  if X then
    self.nodes = gw.matrix.new(gw.shard_nodes(m, ranks, rank), p + 1)
    self.room = gw.matrix.new(1, gw.shard_room(n, p, m, ranks, rank))
  end
  return self
end

-- The same on every rank: numbers from −1 to 1 by additions and divisions alone, divided
-- by √n, where n is how many inputs the unit has.
local function scatter(rng, theta, first, count, inputs)
  for k = first, first + count - 1 do theta:set(1, k, (2 * gw.random_uniform(rng) - 1) / math.sqrt(inputs)) end
end

--- θ where a training begins: 0, but for the weights of a network.
function Shard:start(seed)
  gw.matrix_fill(self.theta, 0)
  if self.hidden > 0 then
    local rng, weights = gw.random(seed), self.hidden * self.n
    scatter(rng, self.theta, 1, weights, self.n)
    scatter(rng, self.theta, weights + self.hidden + 1, self.hidden, self.hidden)
  end
end

--- How many nodes each rank hands on.
function shards.rows(m, ranks)
  local rows = {}
  for r = 0, ranks - 1 do rows[r + 1] = gw.shard_nodes(m, ranks, r) end
  return rows
end

-- [iteration]
--- This rank's own sums, as nodes of the tree.
function Shard:own()
  if self.X then
    gw.shard_sums(self.X, self.Y, self.theta, self.m, self.ranks, self.rank, self.nodes, self.room)
  end
  return self.nodes
end

--- One iteration: θ := θ − α dθ. Returns the cost before it.
function Shard:descend(alpha, gather)
  local all = gather(self:own()) -- the one line that needs the others
  gw.shard_finish(self.m, self.ranks, all, self.sums)
  return gw.shard_update(alpha, self.m, self.sums, self.theta)
end
-- [/iteration]

--- The gradient dθ (1, p) and the cost at the present θ.
function Shard:gradient(gather)
  gw.shard_finish(self.m, self.ranks, gather(self:own()), self.sums)
  local d = gw.matrix.new(1, self.theta.cols)
  for k = 1, d.cols do d:set(1, k, self.sums:get(1, k) / self.m) end
  return d, self.sums:get(1, d.cols + 1) / self.m
end

--- Standardises X in place by the mean and scale of all examples, and returns these.
-- gather is for rows of n numbers.
function Shard:standardise(gather)
  local n = self.n
  local mean, scale, sums = gw.matrix.new(n, 1), gw.matrix.new(n, 1), gw.matrix.new(1, n)
  local function moment(power, target)
    local nodes = self.X and gw.matrix.new(self.nodes.rows, n)
    if nodes then gw.shard_moments(self.X, mean, power, self.m, self.ranks, self.rank, nodes) end
    gw.shard_finish(self.m, self.ranks, gather(nodes), sums)
    for k = 1, n do
      local value = sums:get(1, k) / self.m
      -- What varies by its rounding alone is constant, and has no scale of its own.
      local scale_of = math.sqrt(math.abs(value))
      if scale_of <= 1e-12 * math.abs(mean:get(k, 1)) or value == 0 then scale_of = 1 end
      target:set(k, 1, power == 1 and value or scale_of)
    end
  end
  moment(1, mean)
  moment(2, scale)
  if self.X then gw.scaling_apply(self.X, mean, scale, self.X) end
  return mean, scale
end

--- All ranks of one machine, in turn: the same without MPI. X and Y hold all examples.
-- Returns the first rank's shard, and the function that hands on among all.
function shards.here(X, Y, hidden, ranks)
  local list, all = {}, nil
  local m = X.cols
  for r = 0, ranks - 1 do
    local from, to = gw.shard_range(m, ranks, r)
    local has = to > from
    list[r + 1] = shards.new(has and X:columns(from + 1, to) or nil, has and Y:columns(from + 1, to) or nil, X.rows,
      hidden, m, ranks, r)
  end
  return list[1], function()
    local rows = {}
    for r, shard in ipairs(list) do
      if r > 1 then gw.matrix_copy(list[1].theta, shard.theta) end
      local nodes = shard:own()
      for i = 1, nodes and nodes.rows or 0 do rows[#rows + 1] = nodes:row(i) end
    end
    all = all or gw.matrix.new(#rows, list[1].sums.cols)
    for k, row in ipairs(rows) do gw.matrix_copy(row, all:row(k)) end
    return all
  end
end

return shards
