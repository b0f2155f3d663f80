--- Chapter 14 on the reader's own CSV: logistic regression, or with --hidden a network, over
-- as many ranks as mpirun has started, each with its part of the file.
local account = require 'gw.account'
local check = require 'gw.check'
local checkpoint = require '14-many-machines.checkpoint'
local gw = require 'gw'
local part = require '14-many-machines.part'
local ranks = require '14-many-machines.ranks'
local shards = require '14-many-machines.shards'

local train = {}

local CHECKED = 1e8 -- numbers that checking the gradient may read, with some 20 costs an entry

-- The file's part of this rank, as a shard; what the file says of itself; how many
-- examples there are.
local function load(o, all)
  local t = all:together(function() return part.open(o) end)
  local counts = all:numbers(all:together(function() return part.count(t, all.rank, all.count) end))
  local m, n = 0, #t.chosen
  for _, count in ipairs(counts) do m = m + count end
  local from, to = 0, 0
  local X, Y = unpack(all:together(function()
    if m == 0 then error(t.path .. ' has a header but no rows', 0) end
    if m >= 2 ^ 31 then error(('%s has %d rows; at most 2^31 − 1 can be'):format(t.path, m), 0) end
    from, to = gw.shard_range(m, all.count, all.rank)
    return to > from and { part.read(t, counts, from, to) } or {}
  end))
  return shards.new(X, Y, n, o.hidden, m, all.count, all.rank), t, m
end

-- The gradient that the ranks compute together, held against J, which they compute
-- together too: the checker runs on each, and asks the same on each.
local function checked(shard, gather, seed)
  local rng = gw.random(seed)
  gw.random_fill_normal(rng, 0.5, shard.theta)
  local d = shard:gradient(gather)
  local found = check.gradient { blocks = { { 'theta', shard.theta, d } }, seed = seed,
    cost = function() return (select(2, shard:gradient(gather))) end }
  return found
end

local function main(o, all)
  local function say(...)
    if all.rank == 0 and not o.quiet then print(account.wrap(('  ' .. (...)):format(select(2, ...)))) end
  end
  if o.drop_missing then
    error('--drop-missing: each rank has to know how many examples the others have; leave the rows out of the file', 0)
  end
  local shard, t, m = load(o, all)
  local n, p = #t.chosen, shard.theta.cols
  local rows = shards.rows(m, all.count)
  local gather = all:gathering(rows, p + 1)
  local nodes = 0
  for _, count in ipairs(rows) do nodes = nodes + count end
  say('examples: %d, features: %d, %sranks: %d; an iteration hands on %d %s of %d numbers', m, n,
    o.hidden > 0 and ('hidden units: %d, '):format(o.hidden) or '', all.count, nodes, nodes == 1 and 'node' or 'nodes',
    p + 1)
  local mean, scale = shard:standardise(all:gathering(rows, n))
  if p * m * 20 * p <= CHECKED then
    local found = checked(shard, gather, o.seed)
    if found.verdict == 'fail' then error(('the gradient is not that of J: %s'):format(found.cause), 0) end
    say('the gradient at a random point: %s, %d of %d entries', found.verdict, found.passed, found.entries)
  else
    say 'the gradient: not checked, for that would read the examples too often'
  end

  local training = { m = m, label = t.columns[t.label], features = t.features, hidden = o.hidden, alpha = o.alpha,
    mean = mean, scale = scale }
  shard:start(o.seed)
  local keep = o.checkpoint ~= ''
  local done = keep and all:together(function() return checkpoint.read(o.checkpoint, training, shard.theta) end) or 0
  if done > 0 then say('going on behind iteration %d, from %s', done, o.checkpoint) end
  local J
  for i = done + 1, o.iterations do
    J = shard:descend(o.alpha, gather)
    if i % o.every == 0 or i == o.iterations then
      say('iteration %d: J was %.10g', i, J)
      if keep then
        all:together(function()
          if all.rank == 0 then checkpoint.write(o.checkpoint, training, i, shard.theta) end
        end)
      end
    end
  end

  local _, cost = shard:gradient(gather)
  say('J is %.10g after %d iterations', cost, math.max(done, o.iterations))
  if o.hidden > 0 then return end
  local slopes = gw.matrix.new(n, 1)
  local w = gw.matrix.new(n, 1)
  for k = 1, n do w:set(k, 1, shard.theta:get(1, k)) end
  local intercept = gw.scaling_undo(w, shard.theta:get(1, n + 1), mean, scale, slopes)
  say('  %-28s %.8g', '(Intercept)', intercept)
  for k, name in ipairs(t.features) do say('  %-28s %.8g', name, slopes:get(k, 1)) end
end

--- For chapter.run.
function train.run(o)
  local all = ranks.begin()
  return all:run('scripts/14-many-machines.lua', function() main(o, all) end)
end

return train
