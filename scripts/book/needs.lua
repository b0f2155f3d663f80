--- What the tests of the book's formats need beyond what a reader has.
local chromium = require 'book.chromium'
local files = require 'gw.files'
local paths = require 'gw.paths'

local needs = { AXE = paths.root .. '/tests/book/browser/node_modules/axe-core/axe.min.js' }

local function on_path(name)
  local pipe = io.popen('command -v ' .. name)
  local found = pipe:read '*l' ~= nil
  pipe:close()
  return found
end

local HAVE = {
  -- Without it the book is built with still figures.
  ['clang for wasm32'] = function() return files.read(paths.build .. '/live/whether') == 'yes\n' end,
  chromium = function() return chromium.command '' ~= nil end,
  ['axe-core'] = function() return files.read(needs.AXE) ~= nil end,
  epubcheck = function() return on_path 'epubcheck' and on_path 'java' end,
  pdftotext = function() return on_path 'pdftotext' end,
}

--- Those of the tools named that are missing, in one line, or nil. Where nothing may
-- be skipped ($GW_NO_SKIP) a missing one is an error.
function needs.missing(...)
  local list = {}
  for _, name in ipairs { ... } do
    if not HAVE[name]() then list[#list + 1] = name end
  end
  if #list == 0 then return nil end
  local sentence = ('skipped for want of %s; scripts/setup --tests installs what is missing'):format(
    table.concat(list, ', '))
  if (os.getenv 'GW_NO_SKIP' or '') ~= '' then error(sentence, 0) end
  return sentence
end

return needs
