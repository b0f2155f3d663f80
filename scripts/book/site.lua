--- Puts the site together from what pandoc made: each page in its frame, the
-- contents, the index for the search, the figures. A file that would not change is
-- left alone.
local json = require 'dkjson'
local cover = require 'book.cover'
local fragments = require 'book.fragments'
local front = require 'book.front'
local html = require 'book.html'
local names = require 'book.names'
local pages = require 'book.pages'
local picture = require 'book.picture'
local slopes = require 'book.slopes'
local figure = require 'figures.figure'
local files = require 'gw.files'
local paths = require 'gw.paths'

local site = {}

local TITLE = 'The Gradient Workbook'
local FOOTER = 'Prose and figures <a href="%ssource/LICENSE.html">CC BY 4.0</a>, code MIT.'

site.folder = paths.build .. '/book'

local function read(path) return files.read(paths.root .. '/' .. path) end

local function item(href, words, current, below)
  return ('<li><a href="%s"%s>%s</a>%s</li>'):format(href, current and ' aria-current="page"' or '', words, below or '')
end

-- The sections of a page, below its line in the contents.
local function own_sections(page)
  local list = {}
  for _, heading in ipairs(html.headings(page.body)) do
    if heading.level == 2 then list[#list + 1] = item('#' .. heading.id, heading.inner) end
  end
  return #list > 0 and '<ol class="sections">' .. table.concat(list) .. '</ol>' or ''
end

local function contents(all, current, root)
  local list = {}
  for _, page in ipairs(all) do
    list[#list + 1] = item(root .. page.name .. '.html', page.heading, page == current,
      page == current and page.name ~= 'index' and own_sections(page) or nil)
  end
  return table.concat(list)
end

-- «Cover › csrc › sigmoid.h»: pairs of words and, but for the last, where they lead.
local function crumbs(list)
  local out = {}
  for i, crumb in ipairs(list) do
    local words = html.escaped(crumb[1])
    out[i] = crumb[2] and ('<li><a href="%s">%s</a></li>'):format(crumb[2], words)
      or ('<li><span%s>%s</span></li>'):format(i == #list and ' aria-current="page"' or '', words)
  end
  return table.concat(out)
end

local function around(before, after)
  local function link(page, class, words)
    return page and ('<a class="%s" href="%s.html"><span>%s</span> %s</a>'):format(class, page.name, words,
      page.heading) or ''
  end
  return ('<nav class="around" aria-label="Previous and next">%s%s</nav>'):format(link(before, 'before', 'Previous'),
    link(after, 'after', 'Next'))
end

-- What a page with live figures may and loads; any other page nothing of it.
local function alive(page, live)
  local scripts, has = {}, {}
  for name in (live and page.body or ''):gmatch '<figure [^>]*data%-live="([^/"]+)/' do
    if not has[name] then scripts[#scripts + 1] = ('<script defer src="live/%s.js"></script>\n'):format(name) end
    has[name] = true
  end
  if #scripts == 0 then return '', '' end
  return " 'wasm-unsafe-eval'", '<link rel="stylesheet" href="live/live.css">\n<script defer src="live/live.js">'
    .. '</script>\n' .. table.concat(scripts)
end

-- Pictures come when a reader comes near: drawing all of them took half of the time until
-- the first words stood there.
local function unhurried(body) return (body:gsub('<img src="[^"]*"', '%0 loading="lazy"')) end

-- What a page is about, for those who are sent a link to it: what README promises of it,
-- or its first words of prose, cut after a sentence or a word.
local SHORTEST, LONGEST = 60, 160

local function description(body, promise)
  if promise then return ('You will be able to %s.'):format(html.text(promise)) end
  for paragraph in body:gmatch '<p>(.-)</p>' do
    local text = not paragraph:match '^<em>.*</em>$' and html.text(paragraph) or ''
    if #text >= SHORTEST then
      if #text <= LONGEST then return text end
      local cut = text:sub(1, LONGEST)
      local sentences = cut:match '^(.*[.?!]) '
      return sentences and #sentences >= SHORTEST and sentences or cut:match '^(.*) ' .. ' …'
    end
  end
  return TITLE
end

local written = {}

local function write_page(template, path, values)
  values.footer = FOOTER:format(values.root)
  values.description = html.escaped(description(values.body, values.promise))
  -- Who shows a link needs a whole address.
  values.address = site.address and html.escaped(site.address) or values.root
  values.also, values.scripts = values.also or '', values.scripts or ''
  written[path] = true
  files.write(site.folder .. '/' .. path, html.fill(template, values))
end

local function load(all)
  for _, page in ipairs(all) do
    page.body = files.read(fragments.path(page.path)) or error(page.path .. ' is not rendered: run make book', 0)
    local heading = html.headings(page.body)[1]
    page.heading = page.name == 'readme' and 'README' or heading and heading.inner or page.title
  end
end

-- The terms that a text sets in bold, as it does where it explains one.
local function explained(body)
  local list = {}
  for words in body:gmatch '<strong>(.-)</strong>' do list[#list + 1] = html.text(words) end
  return table.concat(list, ', ')
end

-- { page, title, { { anchor, title, text, terms }, … } } of each page. A source is found
-- by its name alone.
local function search_index(all, sources)
  local index = {}
  for _, page in ipairs(all) do
    local sections = {}
    for i, section in ipairs(html.sections(page.body)) do
      local text = html.text(section.body)
      if text ~= '' or i > 1 then
        sections[#sections + 1] = { section.id or '', section.title or '', text, explained(section.body) }
      end
    end
    index[#index + 1] = { page.name .. '.html', html.text(page.heading), sections }
  end
  for _, source in ipairs(sources) do index[#index + 1] = { names.in_site(source.path), source.path, {} } end
  return 'gwSearch(' .. json.encode(index):gsub('</', '<\\/') .. ');\n'
end

local function listing(folder, root)
  local list = {}
  for i, path in ipairs(folder.files) do
    list[i] = item(root .. names.in_site(path), ('<code>%s</code>'):format(html.escaped(path:match '[^/]+$')))
  end
  return '<ul>' .. table.concat(list) .. '</ul>'
end

local function write_sources(template, all, sources)
  for _, source in ipairs(sources) do
    local here = names.in_site(source.path)
    local root = ('../'):rep(select(2, here:gsub('/', '')))
    local from = {}
    for i, page in ipairs(source.from) do
      from[i] = ('<a href="%s%s.html">%s</a>'):format(root, page.name, page.heading)
    end
    local trail = { { TITLE, root .. 'index.html' } }
    for part in source.path:gmatch '[^/]+' do trail[#trail + 1] = { part } end
    write_page(template, here, {
      title = html.escaped(source.path .. ' · ' .. TITLE), class = 'source', root = root, crumbs = crumbs(trail),
      contents = contents(all, nil, root), around = '',
      body = ('<h1>%s</h1>\n<p>From %s.</p>\n%s'):format(html.escaped(source.path), table.concat(from, ', '),
        source.files and listing(source, root) or files.read(fragments.path(source.path))),
    })
  end
end

-- Figures come from the accepted pictures, their twins from where make has drawn
-- them; both get the page's sans.
local function copy_figures()
  local function copy(from, to)
    local content = files.read(from)
    if not content then return end
    if to:match '%.svg$' then content = picture.with_fonts(picture.lighter(content)) end
    files.write(site.folder .. '/figures/' .. to, content)
  end
  for _, name in ipairs(figure.list()) do
    local path = ('%s.%s'):format(name, figure.format_of(name))
    copy(paths.root .. '/plots/' .. path, path)
    for _, twin in ipairs { names.dark(path), names.narrow(path), names.dark(names.narrow(path)) } do
      copy(('%s/parts/figures/%s'):format(paths.build, twin), twin)
    end
  end
end

local function copy_fonts()
  files.write(site.folder .. '/fonts.css', read 'scripts/book/fonts/fonts.css')
  for name in read('scripts/book/fonts/fonts.css'):gmatch 'url%((fonts/[^)]*)%)' do
    files.write(site.folder .. '/' .. name, read('scripts/book/' .. name))
  end
end

-- Pages of texts and sources that are gone.
local function remove_others()
  local pipe = io.popen(("find %s -name '*.html' -printf '%%P\\n'"):format(files.quoted(site.folder)))
  for path in pipe:lines() do
    if not written[path] then os.remove(site.folder .. '/' .. path) end
  end
  pipe:close()
end

-- What the search loads when it is first used: a library, ours, the index.
local function search_script(all, sources)
  return table.concat({ read 'scripts/book/search/minisearch.js', read 'scripts/book/search/search.js',
    search_index(all, sources) }, '\n')
end

--- Builds the site; pandoc and gnuplot have done their part, and for live figures make
-- has put their scripts into place. `address` is where it will stand, if that is known.
function site.build(live, address)
  site.address = address and address ~= '' and address:gsub('/*$', '/') or nil
  local all, template = pages.all(), read 'scripts/book/page.html'
  local sources = pages.sources(all)
  load(all)
  local chapters = pages.chapters()
  local last, promised = #chapters + 1, front.promises()
  for i = 1, #chapters do chapters[i] = all[i] end
  table.insert(all, 1, { name = 'index', heading = 'Cover', body = front.body(TITLE, chapters) })
  -- The further pages, of no number, are not read one after the other.
  for i, page in ipairs(all) do
    local is_cover = page.name == 'index'
    local also, scripts = alive(page, live)
    write_page(template, page.name .. '.html', {
      title = is_cover and TITLE or html.escaped(html.text(page.heading) .. ' · ' .. TITLE),
      class = is_cover and 'cover' or 'chapter', root = '',
      body = is_cover and page.body or unhurried(slopes.coloured(page.body)),
      also = also, scripts = scripts, promise = promised[page.name],
      crumbs = crumbs(is_cover and { { TITLE } } or { { TITLE, 'index.html' }, { html.text(page.heading) } }),
      contents = contents(all, page, ''),
      around = i > 1 and i <= last and around(all[i - 1], i < last and all[i + 1] or nil) or '',
    })
  end
  write_sources(template, all, sources)
  table.remove(all, 1) -- the cover's words are those of README
  files.write(site.folder .. '/search.js', search_script(all, sources))
  for _, name in ipairs { 'book.css', 'book.js', 'icon.svg' } do
    files.write(site.folder .. '/' .. name, read('scripts/book/' .. name))
  end
  -- A copy may lack the chapter that it is drawn from.
  if read 'plots/06-cost-surface/contours.tsv' then cover(site.folder .. '/cover.png', 1200, 630) end
  copy_fonts()
  copy_figures()
  remove_others()
end

return site
