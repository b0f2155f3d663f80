-- Puts before a chapter's live script the accepted data and facts that it asks for, and
-- the captions and questions of its figures.
--
--   luajit scripts/live/with_data.lua SCRIPT.js OUT.js
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local json = require 'dkjson'
local figure = require 'figures.figure'
local files = require 'gw.files'
local paths = require 'gw.paths'
local program = require 'gw.program'
local tsv = require 'gw.tsv'

-- The rows of a block, or of the whole where data have no blocks and it is ''.
local function block_of(name, block)
  local text = files.read(('%s/plots/%s.tsv'):format(paths.root, name))
  -- A copy may lack a chapter; a figure of another that needs its data then stays still.
  if not text then return nil end
  local rows, inside = {}, block == ''
  for _, row in ipairs(tsv.read_data(text).rows) do
    local heading = row[1]:match '^# (.*)'
    if heading then
      inside = heading == block
    elseif inside and #row > 1 then
      for i, cell in ipairs(row) do row[i] = tonumber(cell) or cell end
      rows[#rows + 1] = row
    end
  end
  if #rows == 0 then error(('plots/%s.tsv has no block %s'):format(name, block), 0) end
  return rows
end

program.run('scripts/live/with_data.lua', function()
  local script, out = files.read(arg[1]), {}
  for name, block in script:gmatch "live%.accepted%('([^']+)', '([^']*)'%)" do
    local rows = json.encode(block_of(name, block) or json.null)
    out[#out + 1] = ('live.data[%q] = %s;\n'):format(name .. ' ' .. block, rows)
  end
  for slug, part in script:gmatch "live%.facts%('([^']+)', '([^']+)'%)" do
    local found, order = {}, {}
    local text = files.read(('%s/chapters/%s/facts.tsv'):format(paths.root, slug)) or error('no facts of ' .. slug, 0)
    for name, fact in pairs(tsv.read_facts(text)) do
      if name:find(part, 1, true) then found[name], order[#order + 1] = fact[1], name end
    end
    table.sort(order)
    if not next(found) then error(('%s has no fact with «%s»'):format(slug, part), 0) end
    out[#out + 1] = ('live.data[%q] = %s;\n'):format(slug .. ' ' .. part, json.encode(found, { keyorder = order }))
  end
  for name in script:gmatch "live%.figure%('([^']+)'" do
    local function words(key) return figure.words_of(name, key, 'en', 'plots') end
    local said, order = {}, { 'caption', 'question', 'answer' }
    for _, key in ipairs(order) do
      said[key] = words(key) or error(('plots/strings/en.tsv has no %s for %s'):format(key, name), 0)
    end
    out[#out + 1] = ('live.texts[%q] = %s;\n'):format(name, json.encode(said, { keyorder = order }))
  end
  files.write(arg[2], table.concat(out) .. script)
end)
