--- Reads the finished site as a browser would, and says what is wrong with it.
local names = require 'book.names'
local html = require 'book.html'

local check = {}

local function pages_of(site)
  local list = {}
  for path in pairs(site) do if path:match '%.html$' then list[#list + 1] = path end end
  table.sort(list)
  return list
end

local function ids_of(page)
  local ids, twice = {}, {}
  for id in page:gmatch ' id="([^"]*)"' do
    if ids[id] then twice[#twice + 1] = id end
    ids[id] = true
  end
  return ids, twice
end

local LOADS = { '<img [^>]-src="([^"]*)"', '<source [^>]-srcset="([^"]*)"', '<script [^>]-src="([^"]*)"',
  '<link [^>]-href="([^"]*)"', '<iframe [^>]-src="([^"]*)"', 'url%(([^)]*)%)' }

local function check_links(path, page, site, ids, complain)
  for target in page:gmatch '<a [^>]-href="([^"]*)"' do
    if not target:match '^%a[%w+.-]*:' then
      local file, anchor = target:match '^([^#]*)#?(.*)$'
      local there = file == '' and path or names.resolve(path, file)
      if not there or not site[there] then
        complain('the link ' .. target .. ' leads nowhere')
      elseif anchor ~= '' then
        ids[there] = ids[there] or ids_of(site[there])
        if not ids[there][anchor] then complain(('%s has no place #%s'):format(there, anchor)) end
      end
    end
  end
end

local function check_loads(path, page, site, complain)
  for _, pattern in ipairs(LOADS) do
    for target in page:gmatch(pattern) do
      local there = names.resolve(path, target)
      if target:match '^%a[%w+.-]*:' or target:match '^//' then
        complain('it loads ' .. target)
      elseif not there or not site[there] then
        complain(target .. ' is missing')
      end
    end
  end
end

local function check_pictures(page, complain)
  page = page:gsub('<a class="card".-</a>', '') -- the words of the link say more
  for picture in page:gmatch '<img [^>]*>' do
    if not (picture:match ' alt="([^"]*)"' or ''):match '%S' then complain('no words for ' .. picture) end
  end
end

-- Formulas that stayed TeX, markers, and Markdown that stayed Markdown.
local LEFT_OVER = {
  { 'TeX is left: ', '\\%a+[{(]' }, { 'TeX is left: ', '%$`[^`]*`?' },
  { 'a marker is left: ', '&lt;!%-%-[^;]*' }, { 'a marker is left: ', '<!%-%-[^>]*' },
  { 'Markdown is left: ', '!%[%a%S*' }, { 'Markdown is left: ', '\n```%a*' },
}

local function check_text(page, complain)
  local text = page:gsub('<!doctype', ''):gsub('<pre.-</pre>', ''):gsub('<code.-</code>', '')
    :gsub('<annotation.-</annotation>', '')
  for _, each in ipairs(LEFT_OVER) do
    local found = text:match(each[2])
    if found then complain(each[1] .. found) end
  end
end

local function check_frame(page, complain)
  for _, piece in ipairs { '<html lang="en">', '<title>[^<]+</title>', '<a class="skip" href="#main">',
    '<main id="main"', "default%-src 'none'", '<header', '<nav class="contents"', '<footer' } do
    if not page:match(piece) then complain('it lacks ' .. piece) end
  end
  -- A script puts the search box there; without one it would do nothing.
  if page:match '<input' then complain 'there is a search box without a script' end
  local last = 0
  for _, heading in ipairs(html.headings((page:gsub('<h(%d)>', '<h%1 id="">')))) do
    if heading.level > last + 1 then complain(('heading %s skips a level'):format(html.text(heading.inner))) end
    last = heading.level
  end
  local _, titles = page:gsub('<h1[ >]', '')
  if titles ~= 1 then complain(('it has %d titles'):format(titles)) end
end

--- What is wrong with a site, { path = content }: { 'PATH: message', … }.
function check.site(site)
  local wrong, ids = {}, {}
  for _, path in ipairs(pages_of(site)) do
    local page = site[path]
    local function complain(message) wrong[#wrong + 1] = path .. ': ' .. message end
    local twice
    ids[path], twice = ids_of(page)
    for _, id in ipairs(twice) do complain('two places are called #' .. id) end
    check_links(path, page, site, ids, complain)
    check_loads(path, page, site, complain)
    check_pictures(page, complain)
    check_text(page, complain)
    check_frame(page, complain)
  end
  for path, content in pairs(site) do
    if path:match '%.css$' then
      check_loads(path, content, site, function(message) wrong[#wrong + 1] = path .. ': ' .. message end)
    end
  end
  return wrong
end

return check
