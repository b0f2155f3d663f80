--- Parts of a chapter's text that are written from other files: the links to its
-- neighbours, its exercises, and the tables of words, of signs and of statements.
local glob = require 'posix.glob'
local declaration = require 'judge.declaration'
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

local HINT = { 'the question to ask', 'the rule', 'where to look' }

-- What to do, said once in a chapter; chapter 0 says it at length.
local TO_DO = 'Each of these is a file in `work/%s/`, where `make start` puts a copy of its stub. Write your answer '
  .. 'there, save, and judge it: `make try-%s EX=%s`, or without `EX=` all of the chapter. `make hint-%s` gives the '
  .. 'next hint.\n'

--- The exercises of a chapter, each with its stub, and its hints folded.
function generated.exercises(slug)
  local out, list = {}, exercise.list(slug)
  if list[1] then out[1] = TO_DO:format(slug, list[1].chapter, list[1].name, list[1].chapter) end
  for _, e in ipairs(list) do
    local stub = ('chapters/%s/exercises/%s/stub.c'):format(slug, e.name)
    out[#out + 1] = ('### %s %s\n\n%s\n'):format(e.page.number, e.page.title, e.page.text)
    out[#out + 1] = declaration.sentence(declaration.read(e)) .. '\n'
    out[#out + 1] = ('<!-- code: %s#all -->\n```c\n%s\n```\n'):format(stub, (files.read(e.stub):gsub('\n*$', '')))
    for i, hint in ipairs(e.page.hints) do
      out[#out + 1] = ('<details>\n<summary>Hint %d: %s</summary>\n\n%s\n\n</details>\n'):format(i, HINT[i], hint)
    end
  end
  return #out > 0 and '\n' .. table.concat(out, '\n') or ''
end

local LANGUAGES = { { 'uk', 'Українська' }, { 'zh-Hant', '繁體中文' }, { 'ru', 'Русский' } }

-- A screen reader is told which language it reads.
local function spoken(language, words) return ('<span lang="%s">%s</span>'):format(language, words) end

--- The rows of a table beside a text: chapters/SLUG/NAME.tsv.
function generated.rows(slug, name)
  local rows = {}
  for line in files.read(('%s/chapters/%s/%s.tsv'):format(paths.root, slug, name)):gmatch '[^\n]+' do
    if not line:match '^#' then
      local cells = {}
      for cell in line:gmatch '[^\t]+' do cells[#cells + 1] = cell end
      rows[#rows + 1] = cells
    end
  end
  return rows
end

-- A table of Markdown; `write` turns a row of the file into cells.
local function grid(slug, name, head, write)
  local out = { ('| %s |'):format(table.concat(head, ' | ')), '|' .. ('---|'):rep(#head) }
  for _, row in ipairs(generated.rows(slug, name)) do
    out[#out + 1] = ('| %s |'):format(table.concat(write(row), ' | '))
  end
  return '\n' .. table.concat(out, '\n') .. '\n'
end

local function chapter_link(slug)
  local number = slug:match '^%w+'
  return ('[%s](../%s/README.md)'):format(tonumber(number) or number:upper(), slug)
end

--- The words of glossary.tsv: what others call them, what they mean, and the chapter.
function generated.glossary(slug)
  return grid(slug, 'glossary', { 'word', 'meaning', 'chapter' }, function(cells)
    local word, others, chapter, meaning = unpack(cells)
    if others ~= '–' then meaning = ('%s Also called: %s.'):format(meaning, others) end
    return { word, meaning, chapter_link(chapter) }
  end)
end

--- The same words in four languages.
function generated.languages(slug)
  local head = { 'English' }
  for i, language in ipairs(LANGUAGES) do head[1 + i] = spoken(unpack(language)) end
  return grid(slug, 'glossary', head, function(cells)
    local out = { cells[1] }
    for i, language in ipairs(LANGUAGES) do
      local word = cells[4 + i]
      out[1 + i] = word == '–' and word or spoken(language[1], word)
    end
    return out
  end)
end

--- The signs of signs.tsv, and how each is read aloud.
function generated.signs(slug)
  return grid(slug, 'signs', { 'sign', 'say', 'meaning', 'chapter' }, function(cells)
    return { cells[1], cells[2], cells[4], chapter_link(cells[3]) }
  end)
end

--- The statements of statements.tsv, each with its chapter, its check and its figure.
function generated.statements(slug)
  return grid(slug, 'statements', { 'statement', 'chapter', 'check', 'figure' }, function(cells)
    local chapter, check, figure, statement = unpack(cells)
    return { statement, chapter_link(chapter), ('`%s`'):format(check),
      ('[%s](../../plots/%s/%s.svg)'):format(figure, chapter, figure) }
  end)
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
