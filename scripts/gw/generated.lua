--- Parts of a chapter's text that are written from other files: the links to its
-- neighbours, and its exercises.
local glob = require 'posix.glob'
local exercise = require 'gw.exercise'
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

local HINT = { 'the question to ask', 'the rule', 'the place' }

--- The exercises of a chapter, each with its hints folded.
function generated.exercises(slug)
  local out = {}
  for _, e in ipairs(exercise.list(slug)) do
    out[#out + 1] = ('### %s %s\n\n%s\n'):format(e.page.number, e.page.title, e.page.text)
    out[#out + 1] = ('Write it in `work/%s/%s.c`, your copy of [the stub](exercises/%s.c) (`make start` ' ..
      'makes the copies). Save, and judge it:\n'):format(slug, e.name, e.name)
    out[#out + 1] = ('```sh\nmake try-%s EX=%s\n```\n'):format(e.chapter, e.name)
    for i, hint in ipairs(e.page.hints) do
      out[#out + 1] = ('<details>\n<summary>Hint %d: %s</summary>\n\n%s\n\n</details>\n'):format(i, HINT[i], hint)
    end
  end
  return #out > 0 and '\n' .. table.concat(out, '\n') or ''
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
