--- The book on paper: one page of HTML with every chapter, printed by Chromium, and
-- the handouts, one chapter's exercises and their key.
local chromium = require 'book.chromium'
local cover = require 'book.cover'
local fragments = require 'book.fragments'
local front = require 'book.front'
local html = require 'book.html'
local pages = require 'book.pages'
local pieces = require 'book.pieces'
local slopes = require 'book.slopes'
local figure = require 'figures.figure'
local files = require 'gw.files'
local exercise = require 'judge.exercise'
local paths = require 'gw.paths'

local print_ = {}

local TITLE = 'The Gradient Workbook'

-- Nothing that is folded can be read on paper.
local function unfold(body, answers)
  if answers then return (body:gsub('<details>', '<details open>')) end
  return (body:gsub('<details.->.-</details>%s*', ''))
end

-- A chapter's body as a part of a whole: its names made its own, its links led to
-- other parts, or, where these are not on paper, taken away.
local function as_part(body, page, parts)
  body = body:gsub('<source [^>]*>', ''):gsub(' id="([^"]*)"', ' id="' .. page.name .. '--%1"')
  body = body:gsub('src="figures/', 'src="../book/figures/')
  return (body:gsub('<a href="([^"]*)"[^>]*>(.-)</a>', function(target, words)
    local name, anchor = target:match '^([^#/]*)%.html#?(.*)$'
    if target:match '^#' then name, anchor = page.name, target:sub(2) end
    if target:match '^%a[%w+.-]*:' then return nil end
    if not parts[name] then return words end
    return ('<a href="#%s%s">%s</a>'):format(name, anchor ~= '' and '--' .. anchor or '', words)
  end))
end

local function css_string(text)
  return '"' .. text:gsub('["\\]', '\\%0') .. '"'
end

-- Every chapter's pages carry its title.
local function running_heads(chapters)
  local rules = {}
  for i, page in ipairs(chapters) do
    local kind = 'chapter' .. i
    rules[#rules + 1] = ('#%s { page: %s; }\n@page %s { @top-left { content: %s; } }'):format(
      'part-' .. page.name, kind, kind, css_string(html.text(page.heading)))
  end
  return table.concat(rules, '\n')
end

local function document(title, style, body)
  return ([[
<!doctype html>
<html lang="en" data-theme="light">
<meta charset="utf-8">
<title>%s</title>
<link rel="stylesheet" href="../book/fonts.css">
<link rel="stylesheet" href="../book/book.css">
<link rel="stylesheet" href="../../scripts/book/print.css">
<style>
%s
</style>
<body class="chapter">
%s
]]):format(html.escaped(title), style, pieces.kept(body))
end

-- Prints a document to build/book/NAME.pdf; returns the PDF.
local function print_document(name, text)
  local source = fragments.absolute(('%s/parts/%s.html'):format(paths.build, name))
  local target = fragments.absolute(('%s/book/%s.pdf'):format(paths.build, name))
  -- The style lies in the sources, wherever the build is.
  files.write(source, (text:gsub('%.%./%.%./scripts/', 'file://' .. fragments.absolute(paths.root) .. '/scripts/')))
  local partial = files.temporary(name) .. '.pdf'
  chromium.run(('--no-pdf-header-footer --generate-pdf-document-outline --print-to-pdf=%s file://%s'):format(
    fragments.absolute(partial), source))
  local pdf = files.read(partial)
  os.remove(partial)
  if not pdf or not figure.is_whole(pdf, 'pdf') then error('Chromium has printed nothing, or the disk is full', 0) end
  files.write(target, pdf)
  return pdf
end

-- The page that each named place is on. Chromium writes its pages in order, and the
-- named places in plain text.
local function page_numbers(pdf)
  local page_of, count, places = {}, 0, {}
  for object in pdf:gmatch '\n(%d+) 0 obj\n<</Type /Page\n' do
    count = count + 1
    page_of[object] = count
  end
  for place, object in pdf:gmatch '/([%w#-]+) %[(%d+) 0 R /XYZ' do
    places[place:gsub('#(%x%x)', function(x) return string.char(tonumber(x, 16)) end)] = page_of[object]
  end
  return places
end

local function opening(chapters, places)
  local promised, what, first = front.promises()
  local rows = {}
  for i, page in ipairs(chapters) do
    rows[i] = ('<li><a href="#part-%s"><span>%s</span><b>%s</b></a><p>%s</p></li>'):format(page.name, page.heading,
      places['part-' .. page.name] or '', promised[page.name] or '')
  end
  return ([[
<section class="front"><img src="cover.png" alt="%s. A book you run."></section>
<section class="toc">
<p class="promise">%s</p>
<h1>Contents</h1>
<ol>%s</ol>
<p class="licence">Prose and figures are under CC BY 4.0, the code under the MIT licence.</p>
</section>
]]):format(TITLE, what .. '. ' .. first, table.concat(rows, '\n'))
end

local function load(page)
  page.body = slopes.coloured(files.read(fragments.path(page.path))
    or error(page.path .. ' is not rendered: run make book', 0))
  page.heading = html.headings(page.body)[1].inner
  return page
end

-- The chapters one after the other, as parts of one document, and the style of their pages.
local function parts_of(chapters, answers)
  local parts, bodies = {}, {}
  for _, page in ipairs(chapters) do parts[load(page).name] = page end
  for i, page in ipairs(chapters) do
    bodies[i] = ('<article class="part" id="part-%s"><a id="%s"></a>%s</article>'):format(page.name, page.name,
      unfold(as_part(page.body, page, parts), answers))
  end
  return table.concat(bodies, '\n'), running_heads(chapters)
end

--- build/book/NAME.pdf: these chapters, behind a cover and their contents. Returns the page
-- that each place is on. It is printed once without page numbers, which tells them, and
-- again with them, unless `once`.
function print_.chapters(name, chapters, answers, once)
  local places, body, style = {}, parts_of(chapters, answers)
  cover(paths.build .. '/parts/cover.png', 1240, 1754)
  for _ = 1, once and 1 or 2 do
    places = page_numbers(print_document(name, document(TITLE, style, opening(chapters, places) .. body)))
  end
  return places
end

--- build/book/the-gradient-workbook.pdf.
function print_.book(answers) print_.chapters('the-gradient-workbook', pages.chapters(), answers) end

-- What is folded alone, each piece under its heading, and then what `more` has for it.
local function folded_only(section, more)
  return (section:gsub('^(<h2.-</h2>)(.*)$', function(title, rest)
    local out = { title }
    for _, part in ipairs(html.sections(rest)) do
      local list = {}
      for details in part.body:gmatch '<details.->.-</details>' do list[#list + 1] = details end
      if #list > 0 then
        if part.title then out[#out + 1] = ('<h3>%s</h3>'):format(html.escaped(part.title)) end
        out[#out + 1] = unfold(table.concat(list, '\n'), true)
        out[#out + 1] = more and more[part.title] or nil
      end
    end
    return table.concat(out, '\n')
  end))
end

-- The solution of each exercise and the reason for it, by the exercise's heading.
local function solutions(slug)
  local list = {}
  for _, e in ipairs(exercise.list(slug)) do
    local code = files.read(e.solution)
    local text = ('**A solution**\n\n```c\n%s\n```\n\n%s\n'):format((code or ''):gsub('\n*$', ''),
      e.page.why or '')
    list[('%s %s'):format(e.page.number, e.page.title)] = code
      and fragments.pandoc(('chapters/%s/README.md'):format(slug), text, fragments.FROM .. ' --to html5') or nil
  end
  return list
end

local LINES = '<div class="room lines"></div>'
-- The room may come to the next page, and says whose it is.
local function room_for(heading)
  return ('<div class="room" data-for="%s"></div>'):format(html.escaped(html.text(heading):match '^%S+' or ''))
end

--- A section of questions without what is folded, and with room to write: below each
-- exercise, and below each question of a list.
local function with_room(section)
  local sheet = unfold(section, false)
  if not sheet:match '<h3' then return (sheet:gsub('</li>', LINES .. '</li>')) end
  local room = ''
  sheet = sheet:gsub('(<h3[^>]*>)(.-)</h3>', function(tag, heading)
    local before = room
    room = room_for(heading)
    return before .. tag .. heading .. '</h3>'
  end)
  return sheet .. room
end

--- build/book/handout-NN.pdf and its key: the exercises of a chapter and its
-- questions, and their hints, solutions and answers.
function print_.handout(number)
  local page
  for _, chapter in ipairs(pages.chapters()) do
    if chapter.name:match '^%w+' == number then page = load(chapter) end
  end
  if not page then error(('there is no chapter %s'):format(number), 0) end
  chromium.required ''
  local sheet, key = {}, {}
  for _, id in ipairs { 'exercises', 'to-think-about' } do
    local section = html.section(page.body, id)
    if section then
      section = as_part(section, page, {})
      sheet[#sheet + 1] = with_room(section)
      key[#key + 1] = folded_only(section, solutions(page.name))
    end
  end
  if #sheet == 0 then error(page.path .. ' has neither exercises nor questions', 0) end
  for name, parts in pairs { ['handout-' .. number] = sheet, ['handout-' .. number .. '-key'] = key } do
    local words = name:match 'key$' and 'hints, solutions and answers' or 'exercises'
    local title = ('%s: %s'):format(html.text(page.heading), words)
    print_document(name, document(title, ('@page { @top-left { content: %s; } }'):format(css_string(TITLE)),
      ('<article><h1>%s</h1>%s</article>'):format(html.escaped(title), table.concat(parts, '\n'))))
    print('To print: ' .. ('%s/book/%s.pdf'):format(paths.build, name))
  end
end

print_.page_numbers = page_numbers
print_.as_part, print_.folded_only, print_.unfold, print_.with_room = as_part, folded_only, unfold, with_room

return print_
