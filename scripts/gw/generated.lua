--- Parts of a chapter's text that are written from other files: the links to its
-- neighbours, and its exercises.
local glob = require 'posix.glob'
local files = require 'gw.files'
local paths = require 'gw.paths'

local generated = {}

-- Chapters in the order of reading: 00-before … 12-better-descent, a-antiderivative.
local function neighbours(slug)
  local list = glob.glob(paths.root .. '/chapters/*/README.md') or {}
  table.sort(list)
  for i, path in ipairs(list) do
    if path:match '([^/]+)/README.md$' == slug then return list[i - 1], list[i + 1] end
  end
end

local function link(path, words)
  if not path then return nil end
  local title = files.read(path):match '^# ([^\n]+)'
  return ('[%s](../%s/README.md)'):format(words:format(title), path:match '([^/]+)/README.md$')
end

--- The foot of a chapter.
function generated.nav(slug)
  local before, after = neighbours(slug)
  local links = { link(before, '← %s') }
  links[#links + 1] = '[Contents](../../README.md)'
  links[#links + 1] = link(after, '%s →')
  return '\n---\n\n' .. table.concat(links, ' · ') .. '\n'
end

return generated
