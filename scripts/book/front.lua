--- The cover of the site: a descent that moves, one sentence, where to begin, and a
-- card for each chapter. Its words are those of README.md.
local fragments = require 'book.fragments'
local html = require 'book.html'
local files = require 'gw.files'

local front = {}

-- The figure that comes alive on it, and what to do with it.
local PAGE, FIGURE = '05-descent', 'steps'

--- What the table of README.md promises of each chapter, by its page, what the book is,
-- and the sentence on what it does.
function front.promises()
  local list = {}
  local body = files.read(fragments.path 'README.md') or ''
  for name, promise in body:gmatch '<td[^>]*><a href="([^"]*)%.html">.-</td>%s*<td[^>]*>(.-)</td>' do
    list[name] = promise
  end
  local what, first = body:match '<p>([^.]*)%. (.-)</p>'
  return list, what or '', first or ''
end

-- The first figure of a chapter's own, or the last that it borrows, without a claim on a
-- screen reader's time; or its number, large.
local function picture_of(page)
  local shown
  for figure in page.body:gmatch '<figure[^>]*>(<picture>.-</picture>)' do
    shown = figure
    if figure:find('figures/' .. page.name .. '/', 1, true) then break end
  end
  if shown then return (shown:gsub(' alt="[^"]*"', ' alt="" loading="lazy"')) end
  return ('<i aria-hidden="true">%s</i>'):format(html.text(page.heading):match '^%w*')
end

local function card(page, promise)
  return ('<li><a class="card" href="%s.html">%s<b>%s</b> <span>%s</span></a></li>'):format(page.name,
    picture_of(page), page.heading, promise or '')
end

--- The body of the cover.
function front.body(title, chapters)
  local promised, what, sentence = front.promises()
  local cards, others, figure = {}, {}, ''
  for _, page in ipairs(chapters) do
    local promise = promised[page.name]
    if html.text(page.heading):match '^%w+%. ' then -- a chapter's number
      cards[#cards + 1] = card(page, promise)
    else
      others[#others + 1] = ('<li><a href="%s.html">%s</a></li>'):format(page.name, page.heading)
    end
    if page.name == PAGE then figure = page.body:match('<figure id="fig%-' .. FIGURE .. '".-</figure>') or '' end
  end
  figure = figure:gsub('<a href="#[^"]*">', ('<a href="%s.html#fig-%s">'):format(PAGE, FIGURE))
  local start = chapters[1] and ('<p class="start"><a href="%s.html">Start reading</a></p>'):format(chapters[1].name)
  return ([[
<div class="hero">
<div>
<h1>%s</h1>
<p class="what">%s</p>
<p>%s.</p>
%s
</div>
%s
</div>
<h2 id="chapters">Chapters, and what you will be able to do</h2>
<ol class="cards">%s</ol>
<h2 id="more">More</h2>
<ul class="more">%s
<li><a href="readme.html">How to run it, judge your exercises and check your own gradients</a></li></ul>
]]):format(title, what, sentence:match '^(.-):' or sentence:gsub('%.$', ''), start or '', figure,
    table.concat(cards, '\n'), table.concat(others, '\n'))
end

return front
