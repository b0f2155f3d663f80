--- What every driver shares: options, checks, facts, data, and the report.
--
--   chapter.run({ title = …, claim = ID, same_bits = true, options = { seed = 4 } }, function(ch)
--     ch:derivative { … }   ch:gradient { … }   ch:identity { … }
--     ch:holds { … }        ch:everywhere { … }
--     ch:fact(key, value, tolerance)            ch:facts(tolerance, { key = value, … })
--     return { … }
--   end)
--
-- `claim` is the id of the check that the chapter is about; `same_bits` promises that facts
-- and figures' data are the same to the last bit on every machine: their hash is kept. What the driver returns goes
-- to plots/SLUG/data.lua, which is `return function(ch, r) ch:data(name, { … }) end`: it
-- prepares the figures; a driver that returns nothing has none. A run writes under
-- build/ and nowhere else: build/facts/SLUG.tsv, build/data/SLUG/NAME.tsv and
-- build/reports/SLUG.json, each whole or not at all, and only when the driver has
-- reached its end.
local clock = require 'posix.time'
local glob = require 'posix.glob'
local json = require 'dkjson'
local account = require 'gw.account'
local bits = require 'gw.bits'
local check = require 'gw.check'
local files = require 'gw.files'
local library = require 'gw.ffi'
local options = require 'gw.options'
local paths = require 'gw.paths'
local program = require 'gw.program'
local term = require 'gw.term'
local tsv = require 'gw.tsv'

local Chapter = {}
Chapter.__index = Chapter

local function now()
  local t = clock.clock_gettime(clock.CLOCK_MONOTONIC)
  return t.tv_sec + t.tv_nsec * 1e-9
end

local function open(slug, spec, values, changed)
  local self = setmetatable({
    slug = slug, title = spec.title, options = values, changed = changed,
    claim = spec.claim, hashes = spec.same_bits and {}, started = now(), checks = {}, recorded = {}, pending = {},
    known = {},
  }, Chapter)
  self:say('%s', term.bold(('%s · %s'):format(slug, spec.title)))
  return self
end

--- A line for the reader; nothing under --quiet.
function Chapter:say(...)
  if self.options.quiet then return end
  term.passing ''
  print(account.wrap((...):format(select(2, ...))))
end

-- Adds a result to the report; says it under --verbose.
function Chapter:record(spec, result, unit)
  if not (spec.id and spec.formula) then error('a check needs an id and a formula', 3) end
  if self.known[spec.id] then error(('two checks are called «%s»'):format(spec.id), 3) end
  self.known[spec.id] = true
  result.id, result.formula, result.unit = spec.id, spec.formula, unit
  if result.verdict == 'fail' then
    local telling = result.telling or result.worst
    result.worst = telling
    if telling and (telling.cause or '') ~= '' then result.cause = telling.cause end
    if result.cause == '' then result.cause = 'the slope that was measured is another' end
  end
  self.checks[#self.checks + 1] = result
  if self.options.verbose then
    for _, line in ipairs(account.detail(result)) do self:say('%s', line) end
  elseif not self.options.quiet then
    term.passing(('  %d checked'):format(#self.checks))
  end
  return result
end

--- Checks slope(x) as the derivative of f at every one of the points.
function Chapter:derivative(spec)
  return self:record(spec, check.derivative(spec.f, spec.slope, spec.points, self.options.seed), 'points')
end

--- Checks that the checker sees a kink at spec.at and that the slope given there
-- lies between those left and right of it.
function Chapter:kink(spec)
  local r = check.derivative(spec.f, spec.slope, { spec.at }, self.options.seed)
  local seen = r.verdict == 'undecided' and r.cause:match 'kink' ~= nil
  return self:holds { id = spec.id, formula = spec.formula, holds = seen,
    because = ('the checker says %s %s'):format(r.verdict, r.cause) }
end

--- Checks the gradients of a cost, entry by entry: spec.blocks and spec.cost, or
-- spec.cases, a list of such pairs (shapes, seeds, scales, moments of training).
function Chapter:gradient(spec)
  local results = {}
  for i, case in ipairs(spec.cases or { spec }) do
    results[i] = check.gradient { blocks = case.blocks, cost = case.cost, seed = self.options.seed + i }
  end
  return self:record(spec, spec.cases and check.merge(results) or results[1], 'entries')
end

--- Checks that both sides of a formula are the same number: spec.cases is a list
-- of {left, right, bound, where}.
function Chapter:identity(spec)
  return self:record(spec, check.identity(spec.cases), 'cases')
end

--- Checks a claim that is true or false: spec.holds; spec.because is said if not.
function Chapter:holds(spec)
  if type(spec.holds) ~= 'boolean' then error('a claim holds or does not', 2) end
  return self:record(spec, {
    verdict = spec.holds and 'pass' or 'fail', cause = spec.holds and '' or spec.because or 'it does not hold',
    entries = 1, passed = spec.holds and 1 or 0, failed = spec.holds and 0 or 1, undecided = 0, zeros = 0,
    digits = 0, evaluations = 0,
  }, 'claims')
end

--- Checks a claim that is true or false at each of a list: spec.holds(point, i).
function Chapter:everywhere(spec)
  local wrong = {}
  for i, point in ipairs(spec.points) do
    if not spec.holds(point, i) then
      wrong[#wrong + 1] = type(point) == 'number' and point or type(point[1]) == 'string' and point[1] or i
    end
  end
  return self:holds { id = spec.id, formula = spec.formula, holds = #wrong == 0 and #spec.points > 0,
    because = ('not at %s: %d of %d'):format(tostring(wrong[1]), #wrong, #spec.points) }
end

--- Records a number that the text may quote. The tolerance is in the units of
-- the value: what another processor may change; 0 for a count.
function Chapter:fact(key, value, tolerance)
  if type(value) ~= 'number' or type(tolerance) ~= 'number' then
    error(('the fact %s needs a value and a tolerance'):format(key), 2)
  end
  if self.known['fact ' .. key] then error(('two facts are called «%s»'):format(key), 2) end
  self.known['fact ' .. key] = true
  self.recorded[#self.recorded + 1] = { key, value, tolerance }
end

--- Records several numbers of one tolerance, in the order of their names.
function Chapter:facts(tolerance, values)
  local keys = {}
  for key in pairs(values) do keys[#keys + 1] = key end
  table.sort(keys)
  for _, key in ipairs(keys) do self:fact(key, values[key], tolerance) end
end

--- Records a list of numbers; in the key, %d is the place in it.
function Chapter:fact_list(key, values, tolerance)
  for i, value in ipairs(values) do self:fact(key:format(i), value, tolerance) end
end

-- The hash of all numbers in blocks.
local function hash_of(blocks)
  local hash = bits.new()
  for _, block in ipairs(blocks) do
    for _, row in ipairs(block.rows) do
      for _, x in ipairs(row or {}) do
        if type(x) == 'number' then hash:add(x) end
      end
    end
  end
  return hash
end

--- Records the data of the figure plots/SLUG/NAME.gp; see gw.tsv for the fields.
function Chapter:data(name, t)
  if self.hashes then self.hashes[name] = hash_of(t.blocks or { t }) end
  self.pending[#self.pending + 1] = { ('%s/data/%s/%s.tsv'):format(paths.build, self.slug, name), tsv.data(t) }
end

local CHECK_KEYS = { 'id', 'formula', 'verdict', 'cause', 'entries', 'passed', 'failed', 'undecided', 'zeros',
  'unit', 'digits', 'used', 'worst', 'where', 'analytic', 'numeric', 'bound' }

-- JSON knows no NaN and no infinity: they become null. Digits are said to one.
local function for_json(c)
  local function finite(x) return x == x and math.abs(x) ~= math.huge and x or json.null end
  local worst = c.worst and setmetatable({
    where = c.worst.where, analytic = finite(c.worst.analytic), numeric = finite(c.worst.numeric),
    bound = finite(c.worst.bound),
  }, { __jsonorder = CHECK_KEYS })
  local out = { worst = worst }
  for _, key in ipairs { 'id', 'formula', 'verdict', 'entries', 'passed', 'failed', 'undecided', 'zeros', 'unit' } do
    out[key] = c[key]
  end
  out.cause = c.cause ~= '' and c.cause or nil
  out.digits = math.floor(c.digits * 10 + 0.5) / 10
  out.used = c.used and math.floor(c.used * 1000 + 0.5) / 1000
  return setmetatable(out, { __jsonorder = CHECK_KEYS })
end

-- What this run has read, as make wants to know it: Lua, data, and the objects of the
-- functions that it called.
local function dependencies(self)
  local paths_of, list = {}, {}
  for name in pairs(package.loaded) do
    local path = package.searchpath(name, package.path)
    if path then paths_of[path] = true end
  end
  for path in pairs(files.seen) do paths_of[path] = true end
  local uses = dofile(paths.build .. '/uses.lua')
  for name in pairs(library.C) do
    for _, object in ipairs(uses[name] or {}) do paths_of[object] = true end
  end
  for path in pairs(paths_of) do
    path = path:gsub('^%./', '')
    if path:match('^' .. paths.build:gsub('%p', '%%%0') .. '/obj/') or path:match '^scripts/' or
      path:match '^data/' or path:match '^plots/' then
      list[#list + 1] = path
    end
  end
  table.sort(list)
  local all = table.concat(list, ' ')
  -- The second line: what is gone is no error, but a reason to run again.
  return ('%s/stamps/%s: %s\n%s:\n'):format(paths.build, self.slug, all, all)
end

-- The hash of facts and figures, by their names.
local function hash_of_all(self)
  if not self.hashes then return end
  local hash = bits.new()
  local function add(list)
    local keys = {}
    for key in pairs(list) do keys[#keys + 1] = key end
    table.sort(keys)
    for _, key in ipairs(keys) do hash:add(list[key]) end
  end
  local values = {}
  for _, fact in ipairs(self.recorded) do values[fact[1]] = fact[2] end
  add(values)
  add(self.hashes)
  return hash:text()
end

-- Writes everything.
local function close(self)
  if #self.recorded > 0 then
    self.pending[#self.pending + 1] = { ('%s/facts/%s.tsv'):format(paths.build, self.slug),
      tsv.facts(self.recorded, hash_of_all(self)) }
  end
  local report = { id = self.slug, title = self.title, claim = self.claim, changed = self.changed,
    seconds = 0, checks = {}, facts = {} }
  local keys = {}
  for i, c in ipairs(self.checks) do report.checks[i] = for_json(c) end
  for i, fact in ipairs(self.recorded) do keys[i], report.facts[fact[1]] = fact[1], fact[2] end
  setmetatable(report.facts, { __jsonorder = keys, __jsontype = 'object' })
  setmetatable(report.checks, { __jsontype = 'array' })
  local current = {}
  for _, file in ipairs(self.pending) do
    files.write(file[1], file[2])
    current[file[1]] = true
  end
  -- Data of a figure that this driver no longer has.
  for _, path in ipairs(glob.glob(('%s/data/%s/*.tsv'):format(paths.build, self.slug)) or {}) do
    if not current[path] then os.remove(path) end
  end
  report.seconds = math.floor((now() - self.started) * 1000 + 0.5) / 1000
  files.write(('%s/reports/%s.json'):format(paths.build, self.slug), json.encode(report, {
    indent = true, keyorder = { 'id', 'title', 'claim', 'changed', 'seconds', 'checks', 'facts' },
  }) .. '\n')
  -- make names files from the root, and so must whoever tells it of them.
  if paths.root == '.' then files.write(('%s/depends/%s.d'):format(paths.build, self.slug), dependencies(self)) end
  if self.options.verbose then
    self:say('  %.2f s; %d facts in %s/facts/%s.tsv', report.seconds, #self.recorded, paths.build, self.slug)
  end
  for _, line in ipairs(account.lines(self.checks, self.claim, self.options.verbose)) do self:say('%s', line) end
end

-- Lets plots/SLUG/data.lua, if there is one, record the figures of what the driver found.
local function prepare_figures(self, results)
  local path = ('%s/plots/%s/data.lua'):format(paths.root, self.slug)
  local text = results and files.read(path)
  if not text then return end
  local prepare = assert(loadstring(text, '@' .. path))()
  if type(prepare) ~= 'function' then error(path .. ' returns no function(ch, results)', 0) end
  prepare(self, results)
end

--- Runs a chapter. What goes wrong ends it with one sentence and status 1, and
-- nothing is written. With data of the reader's, spec.on_data(options) may stand in for
-- the chapter, and reports by itself.
local function run(spec, body)
  local slug = arg[0]:match '([^/]+)%.lua$'
  program.run(('scripts/%s.lua'):format(slug), function()
    local values, changed = options.parse(slug, spec)
    if spec.on_data and values.data ~= '' then return spec.on_data(values) end
    local ch = open(slug, spec, values, changed)
    local ok, message = xpcall(function() prepare_figures(ch, body(ch)) end,
      os.getenv 'GW_TRACE' and debug.traceback or tostring)
    -- Where C stops is no news to whoever chose the parameters.
    local name, status = tostring(message):match '^[^:]+%.lua:%d+: (gw%.[%w_]+): ([^\n]*)$'
    if not ok and name and ch.changed and status:match 'not finite' then
      message = ('these parameters lead out of the numbers: %s says that %s'):format(name, status)
    end
    if not ok then
      term.passing ''
      error(message, 0)
    end
    close(ch)
  end)
end

return { run = run }
