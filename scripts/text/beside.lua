--- What stands beside a text, in chapters/NN-slug/derivations.lua, so that the text can
-- refer to it by a short name:
--
--   return {
--     values = { steps = 'data_iterations_plain' },   expressions over facts
--     claims = { sooner = [[…]] },                    claims over facts, one a line
--     derivations = { sigmoid = [[…]] },              see text.derivation
--   }
local facts = require 'gw.facts'
local files = require 'gw.files'
local paths = require 'gw.paths'

local beside = {}

-- A text in paragraphs: { at =, text =, lines = { { at =, text = }, … } }; `at` is a line
-- of the file, and what stands further in than its paragraph goes on with the line before.
local function paragraphs(text, first)
  local list, current, at = {}, nil, first
  for line in (text .. '\n'):gmatch '(.-)\n' do
    local indent, words = line:match '^(%s*)(.-)%s*$'
    if words == '' then
      current = nil
    else
      if not current then
        current = { at = at, indent = indent, lines = {} }
        list[#list + 1] = current
      end
      current.text = (current.text and current.text .. '\n' or '') .. line
      if #indent > #current.indent then
        local last = current.lines[#current.lines]
        last.text = last.text .. ' ' .. words
      else
        current.lines[#current.lines + 1] = { at = at, text = words }
      end
    end
    at = at + 1
  end
  return list
end

--- What stands beside the text of a chapter, or in `source`, its Lua.
function beside.of(slug, source)
  local name = ('chapters/%s/derivations.lua'):format(slug or '')
  source = source or slug and files.read(paths.root .. '/' .. name) or 'return {}'
  local chunk, message = loadstring(source, '=' .. name)
  if not chunk then error(message, 0) end
  local given = setfenv(chunk, {})()
  local out = { name = name, values = given.values or {}, claims = {}, derivations = {} }
  for _, kind in ipairs { 'claims', 'derivations' } do
    for key, text in pairs(given[kind] or {}) do
      local start = source:find(text, 1, true) or 1
      local _, line = source:sub(1, start - 1):gsub('\n', '')
      out[kind][key] = { at = line + 1, paragraphs = paragraphs(text, line + 1) }
    end
  end
  return out
end

--- The facts of a chapter together with the values beside its text.
function beside.facts(slug, given)
  local env = facts.of(slug)
  return setmetatable({}, { __index = function(self, key)
    local expression = given.values[key]
    if not expression then return env[key] end
    local value, why = facts.evaluate(expression, self)
    if value == nil then error(('%s: %s'):format(key, why or 'no value'), 0) end
    return value
  end })
end

return beside
