--- A driver's command line. A driver names the options that make sense for it,
-- with their defaults: options = { seed = 4, alpha = 1.2, iterations = 5000 }.
local argparse = require 'argparse'

local options = {}

-- Each of these makes a reader of one kind of value, which blames the option.
local function number(name)
  return function(text)
    local x = tonumber(text)
    if x and math.abs(x) <= 1e100 then return x end
    if x and x == x then return nil, ('%s must lie between −1e100 and 1e100, not %s'):format(name, text) end
    return nil, ('%s must be a number, not «%s»'):format(name, text)
  end
end

local function positive(name)
  return function(text)
    local x = tonumber(text)
    if x and x > 0 and x < math.huge then return x end
    return nil, ('%s must be a positive number, not «%s»'):format(name, text)
  end
end

local function whole(lowest, highest)
  return function(name)
    return function(text)
      local x = tonumber(text)
      if x and x >= lowest and x % 1 == 0 and x <= highest then return x end
      return nil, ('%s must be a whole number from %d to %d, not «%s»'):format(name, lowest, highest, text)
    end
  end
end

-- None where none is what a driver has if it is not told.
local function units(name, default)
  return whole(math.min(default, 1), 1000)(name)
end

local function word(name)
  return function(text)
    if text ~= '' then return text end
    return nil, name .. ' must not be empty'
  end
end

local function list(name)
  return function(text)
    local names = {}
    for part in text:gmatch '[^,]+' do names[#names + 1] = part end
    if #names > 0 then return names end
    return nil, ('%s names no column: «%s»'):format(name, text)
  end
end

local KNOWN = {
  { 'seed', whole(0, 2 ^ 31 - 1), 'seed of the random numbers' },
  { 'alpha', positive, 'learning rate α, above 0' },
  { 'iterations', whole(1, 1e7), 'steps of gradient descent' },
  { 'hidden', units, 'hidden units' },
  { 'start', number, 'where the descent starts' },
  { 'data', word, 'CSV file to learn from' },
  { 'label', word, 'its column to predict' },
  { 'positive', word, 'the label that counts as 1' },
  { 'features', list, 'its columns to learn from, A,B,…' },
  { 'checkpoint', word, 'file to keep the training in, and to go on from' },
  { 'every', whole(1, 1e7), 'iterations from checkpoint to checkpoint' },
}

-- argparse would take -1 in `--alpha -1` for an option: {'--alpha=-1'}.
local function joined(words)
  local out = {}
  for _, text in ipairs(words) do
    if text:match '^%-[%d.]' and (out[#out] or ''):match '^%-%-[%w-]+$' then
      out[#out] = out[#out] .. '=' .. text
    else
      out[#out + 1] = text
    end
  end
  return out
end

--- The values, and whether any was given. Ends the program on a bad one.
function options.parse(slug, spec)
  local parser = argparse(('scripts/%s.lua'):format(slug), spec.title)
  local defaults = spec.options or {}
  defaults.seed = defaults.seed or 1
  for _, option in ipairs(KNOWN) do
    local name, kind, text = option[1], option[2], option[3]
    local default = defaults[name]
    if default ~= nil then
      local shown = type(default) == 'table' and table.concat(default, ',') or tostring(default)
      parser:option('--' .. name, shown ~= '' and ('%s (default: %s)'):format(text, shown) or text)
        :convert(kind('--' .. name, default)):argname('<' .. name .. '>')
    end
  end
  if defaults.data ~= nil then
    parser:flag('--drop-missing', 'leave out rows with missing cells'):target 'drop_missing'
  end
  parser:flag('--quiet', 'say nothing but errors')
  parser:flag('--verbose', 'say every check, and all that differs from the book')
  function parser.error(_, message) error(message .. '; --help lists the options', 0) end
  local given = parser:parse(joined(arg))
  for _, name in ipairs { 'label', 'positive', 'features', 'drop_missing', 'hidden', 'checkpoint', 'every' } do
    local of_a_file = name ~= 'hidden' or defaults.hidden == 0
    if given[name] and of_a_file and defaults.data == '' and not given.data then
      error(('--%s says something of a file that --data names, and --data is missing'):format((name:gsub('_', '-'))), 0)
    end
  end
  local changed = false
  for name, value in pairs(given) do changed = changed or (name ~= 'quiet' and name ~= 'verbose' and value ~= false) end
  for name, default in pairs(defaults) do
    if given[name] == nil then given[name] = default end
  end
  return given, changed
end

return options
