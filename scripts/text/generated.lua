--- Parts of a chapter's text that are written from other files: the links to its
-- neighbours, its exercises, and the table of terms.
local glob = require 'posix.glob'
local exercise = require 'judge.exercise'
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
    out[#out + 1] = ('Write it in `work/%s/%s.c`, your copy of [the stub](exercises/%s/stub.c) (`make start` ' ..
      'makes the copies). Save, and judge it:\n'):format(slug, e.name, e.name)
    out[#out + 1] = ('```sh\nmake try-%s EX=%s\n```\n'):format(e.chapter, e.name)
    for i, hint in ipairs(e.page.hints) do
      out[#out + 1] = ('<details>\n<summary>Hint %d: %s</summary>\n\n%s\n\n</details>\n'):format(i, HINT[i], hint)
    end
  end
  return #out > 0 and '\n' .. table.concat(out, '\n') or ''
end

local LANGUAGES = { { 'uk', 'Українська' }, { 'zh-Hant', '繁體中文' }, { 'ru', 'Русский' } }

-- A screen reader is told which language it reads.
local function spoken(language, words) return ('<span lang="%s">%s</span>'):format(language, words) end

--- The terms of terms.tsv, each with the chapter that explains it.
function generated.terms(slug)
  local head, rule, out = { 'English', 'chapter' }, { '---', '---' }, {}
  for i, language in ipairs(LANGUAGES) do
    head[2 + i], rule[2 + i] = spoken(unpack(language)), '---'
  end
  local function row(cells) out[#out + 1] = ('| %s |'):format(table.concat(cells, ' | ')) end
  row(head)
  out[#out + 1] = ('|%s|'):format(table.concat(rule, '|'))
  for line in files.read(('%s/chapters/%s/terms.tsv'):format(paths.root, slug)):gmatch '[^\n]+' do
    if not line:match '^#' then
      local cells = {}
      for cell in line:gmatch '[^\t]+' do cells[#cells + 1] = cell end
      for i, language in ipairs(LANGUAGES) do cells[2 + i] = spoken(language[1], cells[2 + i]) end
      local number = cells[2]:match '^%w+'
      cells[2] = ('[%s](../%s/README.md)'):format(tonumber(number) or number:upper(), cells[2])
      row(cells)
    end
  end
  return '\n' .. table.concat(out, '\n') .. '\n'
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
