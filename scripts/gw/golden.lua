--- Compares what a run made under build/ with what is accepted beside the
-- source: chapters/SLUG/facts.tsv for facts, plots/SLUG/NAME.tsv for data.
local glob = require 'posix.glob'
local account = require 'gw.account'
local files = require 'gw.files'
local paths = require 'gw.paths'
local tsv = require 'gw.tsv'

local golden = {}

local function facts_paths(slug)
  return ('%s/facts/%s.tsv'):format(paths.build, slug), ('%s/chapters/%s/facts.tsv'):format(paths.root, slug)
end

-- The accepted tolerance decides; a NaN agrees with nothing.
local function compare_facts(fresh, accepted)
  local moved = {}
  for key, now in pairs(fresh) do
    local was = accepted[key]
    if not was then
      moved[#moved + 1] = ('«%s» is new: %.10g'):format(key, now[1])
    elseif not (now[1] == was[1] or math.abs(now[1] - was[1]) <= was[2]) then
      moved[#moved + 1] = ('«%s» is %s here, %s in the book'):format(key, account.apart(now[1], was[1]))
    end
  end
  for key in pairs(accepted) do
    if not fresh[key] then moved[#moved + 1] = ('«%s» is gone'):format(key) end
  end
  table.sort(moved)
  return moved
end

-- The largest magnitude of each column, against which its tolerance counts.
local function magnitudes(data)
  local largest = {}
  for _, row in ipairs(data.rows) do
    for i, cell in ipairs(row) do
      local x = tonumber(cell)
      if x and x == x and math.abs(x) < math.huge then largest[i] = math.max(largest[i] or 0, math.abs(x)) end
    end
  end
  return largest
end

-- One sentence for the first difference in a figure's data, or nil.
local function compare_data(name, fresh, accepted)
  if table.concat(fresh.columns, ' ') ~= table.concat(accepted.columns, ' ') then
    return ('figure %s has other columns: %s'):format(name, table.concat(fresh.columns, ', '))
  end
  if #fresh.rows ~= #accepted.rows then
    return ('figure %s has %d rows here, %d in the book'):format(name, #fresh.rows, #accepted.rows)
  end
  local largest = magnitudes(accepted)
  for r, row in ipairs(accepted.rows) do
    for i, cell in ipairs(row) do
      local other = fresh.rows[r][i]
      local was, now = tonumber(cell), tonumber(other)
      local same = cell == other
        or was and now and math.abs(now - was) <= accepted.tolerance[i] * (largest[i] or 0)
      if not same then
        return ('figure %s: %s in row %d is %s here, %s in the book'):format(name, accepted.columns[i] or '?', r,
          tostring(other), cell)
      end
    end
  end
end

--- Whether a chapter's bits are the book's: nil for one that does not promise them.
function golden.identical(slug)
  local fresh_path, accepted_path = facts_paths(slug)
  local _, bits = tsv.read_facts(files.read(fresh_path) or '')
  local _, accepted = tsv.read_facts(files.read(accepted_path) or '')
  return (bits or accepted) and bits == accepted
end

--- What moved in a chapter: {{text = …, fresh = path, accepted = path}, …}. There
-- may be no file at path `fresh`: then it is gone.
function golden.compare(slug)
  local moved = {}
  local fresh_path, accepted_path = facts_paths(slug)
  local fresh, accepted = files.read(fresh_path), files.read(accepted_path)
  if fresh and not accepted then
    moved[#moved + 1] = { text = 'its facts are not accepted yet', fresh = fresh_path, accepted = accepted_path }
  elseif accepted then
    local now, bits = tsv.read_facts(fresh or '')
    local was, accepted_bits = tsv.read_facts(accepted)
    for _, text in ipairs(compare_facts(now, was)) do
      moved[#moved + 1] = { text = text, fresh = fresh_path, accepted = accepted_path }
    end
    if bits ~= accepted_bits and jit.arch == 'x64' then -- LuaJIT fuses multiply-add elsewhere
      local text = ('its bits are %s here, %s in the book'):format(bits or 'none', accepted_bits or 'none')
      moved[#moved + 1] = { text = text, fresh = fresh_path, accepted = accepted_path }
    end
  end
  for _, path in ipairs(glob.glob(('%s/data/%s/*.tsv'):format(paths.build, slug)) or {}) do
    local name = slug .. '/' .. path:match '([^/]+)%.tsv$'
    local kept_path = ('%s/plots/%s.tsv'):format(paths.root, name)
    local kept = files.read(kept_path)
    local fresh_text, text = files.read(path), nil
    if not kept then
      text = ('figure %s is not accepted yet'):format(name)
    elseif fresh_text ~= kept then -- most are the same to the last byte
      text = compare_data(name, tsv.read_data(fresh_text), tsv.read_data(kept))
    end
    if text then moved[#moved + 1] = { text = text, fresh = path, accepted = kept_path, figure = name } end
  end
  for _, path in ipairs(glob.glob(('%s/plots/%s/*.tsv'):format(paths.root, slug)) or {}) do
    local name = slug .. '/' .. path:match '([^/]+)%.tsv$'
    local fresh_data = ('%s/data/%s.tsv'):format(paths.build, name)
    if not files.read(fresh_data) then
      moved[#moved + 1] = { text = ('figure %s has no data any more'):format(name),
        fresh = fresh_data, accepted = path, figure = name }
    end
  end
  return moved
end

return golden
