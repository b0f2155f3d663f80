-- What the figures of chapter 14 show.
local gw = require 'gw'
local range = require 'gw.range'

-- The tree over so many leaves, shared by so many machines: each addition with the places
-- of what is added, and the machine that makes it, or 0 where everyone does.
local function additions(leaves, machines)
  local owner, at, rows = {}, {}, { leaf = {}, own = {}, all = {} }
  for who = 1, machines do
    local from, to = gw.shard_range(1024 * leaves, machines, who - 1)
    for leaf = from / 1024 + 1, to / 1024 do
      owner[leaf], at[leaf] = who, { leaf, 0 }
      table.insert(rows.leaf, { leaf, 0, leaf, 0, leaf, 0, who })
    end
  end
  local s, level = 1, 1
  while s < leaves do
    for i = 1, leaves - s, 2 * s do
      local a, b = at[i], at[i + s]
      local who = owner[i] == owner[i + s] and owner[i] or 0
      owner[i], at[i] = who, { (a[1] + b[1]) / 2, level }
      table.insert(who > 0 and rows.own or rows.all, { at[i][1], level, a[1], a[2], b[1], b[2], who })
    end
    s, level = 2 * s, level + 1
  end
  return rows
end

return function(ch, r)
  ch:data('order', { columns = { 'm', 'error' }, blocks = range.map({ 'in_order', 'in_lanes', 'by_tree' },
    function(name)
      return { name = name, rows = range.map(r.typical, function(t) return { t.m, t[name] } end) }
    end) })

  local tree = additions(10, 3)
  ch:data('tree', { columns = { 'x', 'level', 'left', 'left_level', 'right', 'right_level', 'machine' },
    blocks = range.map({ 'leaf', 'own', 'all' }, function(name) return { name = name, rows = tree[name] } end) })

  -- In milliseconds; the last one is the reading alone.
  ch:data('versions', { columns = { 'place', 'milliseconds' }, rows = range.map({ 'loop', 'matrices', 'two', 'four',
    'eight', 'read' }, function(name, i) return { 6 - i, 1e3 * r.times['large_' .. name] } end) })

  local function sizes(name, wanted)
    local rows = {}
    for _, s in ipairs(r.sizes) do
      if wanted == (s.n1 > 0) then rows[#rows + 1] = { s.P * s.m, s.seconds } end
    end
    return { name = name, rows = rows }
  end
  ch:data('sizes', { columns = { 'work', 'seconds' }, blocks = { sizes('logistic', false), sizes('network', true) } })

  local function line(name, list, part)
    return { name = name, rows = range.map(list, function(c) return { c.ranks, c[part] } end) }
  end
  ch:data('machines', { columns = { 'machines', 'seconds' }, blocks = {
    line('compute', r.ethernet, 'compute'),
    { name = 'ethernet', rows = { unpack(line('', r.ethernet, 'handing').rows, 2) } },
    { name = 'here', rows = { unpack(line('', r.shared, 'handing').rows, 2) } },
    line('whole', r.ethernet, 'all') } })
end
