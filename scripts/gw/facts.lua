--- Facts by name, for the texts that quote them.
local files = require 'gw.files'
local paths = require 'gw.paths'
local tsv = require 'gw.tsv'

local facts = {}

local MATHEMATICS = { abs = math.abs, log10 = math.log10, exp = math.exp, ln = math.log, sqrt = math.sqrt,
  floor = math.floor, max = math.max, min = math.min, sin = math.sin, cos = math.cos, tan = math.tan,
  atan = math.atan, tanh = math.tanh, pi = math.pi }

--- The accepted facts of a chapter by key, or with `fresh` those of its last run;
-- and those of every other as cNN_slug.key: c04_sigmoid.peak.
function facts.of(slug, fresh)
  local function values(of)
    local text = fresh and files.read(('%s/facts/%s.tsv'):format(paths.build, of)) or
      files.read(('%s/chapters/%s/facts.tsv'):format(paths.root, of))
    local list = {}
    for key, fact in pairs(text and tsv.read_facts(text) or {}) do list[key] = fact[1] end
    return list
  end
  return setmetatable(slug and values(slug) or {}, { __index = function(_, name)
    if MATHEMATICS[name] then return MATHEMATICS[name] end
    local number, rest = name:match '^c(%w+)_(.*)$'
    local other = number and values(number .. '-' .. rest:gsub('_', '-')) or {}
    return next(other) and other or nil
  end })
end

--- The value of an expression over facts, or nil and why not.
function facts.evaluate(expression, env)
  local chunk, message = loadstring('return ' .. expression)
  if not chunk then return nil, (message:gsub('^.-:1: ', '')) end
  local ok, value = pcall(setfenv(chunk, env))
  if not ok then return nil, (value:gsub('^.-:1: ', '')) end
  return value
end

--- A number as a text shows it, with a real minus sign.
function facts.format(format, value)
  return (format:format(value):gsub('^%-', '−'))
end

--- Text whose [[EXPRESSION FORMAT]] are numbers: «the peak is [[peak %.2f]]».
function facts.fill(text, env)
  return (text:gsub('%[%[(.-) (%%%S+)%]%]', function(expression, format)
    local value, why = facts.evaluate(expression, env)
    if type(value) ~= 'number' then
      error(('[[%s]] is no number: %s'):format(expression, why or type(value)), 0)
    end
    return facts.format(format, value)
  end))
end

return facts
