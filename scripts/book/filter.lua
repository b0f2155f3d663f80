-- What pandoc does to a text of the book, for the site, the PDF and the EPUB alike.
--
--   BOOK_SOURCE   the text's own path: its links are relative to that (bodies.lua sets it)
--   BOOK_FORM     epub: every chapter is a part of one document, in which names must
--                 differ; and there is no source to link to
--
-- A link that leads nowhere is said on stderr and becomes plain text: a chapter may
-- be missing from a partial copy, and `make test` refuses it with file and line.
local folder = PANDOC_SCRIPT_FILE:match '^(.*/)' or ''
local listing = dofile(folder .. 'listing.lua')
local names = dofile(folder .. 'names.lua')
local tex = dofile(folder .. 'tex.lua')
local typography = dofile(folder .. 'typography.lua')

-- TeX of more characters than this may be wider than a phone.
local LONG = 24

local source = BOOK_SOURCE or os.getenv 'BOOK_SOURCE' or 'README.md'
local epub = os.getenv 'BOOK_FORM' == 'epub'

-- A file, or a folder.
local function exists(path)
  local file = io.open(path)
  return file and file:close()
end

local function escaped(text)
  return (text:gsub('[&<>"]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }))
end

local function math_ml(source_text, kind)
  local math = pandoc.Math(kind, tex.mend(source_text))
  local html = pandoc.write(pandoc.Pandoc { pandoc.Plain { math } }, 'html', { html_math_method = 'mathml' })
  if not html:match '<math' then error(('%s: pandoc cannot convert the formula %s'):format(source, source_text), 0) end
  -- The TeX that is shown to a copying hand is the author's own.
  html = html:gsub('(<annotation[^>]*>).-(</annotation>)', function(open, close)
    return open .. escaped(source_text) .. close
  end)
  return (tex.mend_math(html):gsub('%s+$', ''))
end

-- Formulas that stand side by side with a wide space between them: on a phone they
-- may stand below each other.
local function displayed(source_text)
  local parts = tex.side_by_side(source_text)
  if #parts == 1 then return '<div class="formula">' .. math_ml(source_text, 'DisplayMath') .. '</div>' end
  for i, part in ipairs(parts) do parts[i] = math_ml(part, 'DisplayMath') end
  return '<div class="formula several">' .. table.concat(parts, '\n') .. '</div>'
end

-- Width and height of a picture, so that the page does not jump when it arrives.
local function size_of(path)
  local file = io.open(path, 'rb')
  local head = file and file:read(2000) or ''
  if file then file:close() end
  local width, height = head:match 'viewBox="0 0 (%d+) (%d+)"'
  if head:match '^\137PNG' then
    local function number(at) return ('%d'):format((string.unpack and string.unpack('>I4', head, at))) end
    width, height = number(17), number(21)
  end
  return width and (' width="%s" height="%s"'):format(width, height) or ''
end

-- «5.2» in chapter 5, «A.1» in the appendix; a page of no number counts from 1.
local counted = 0
local function next_number()
  counted = counted + 1
  local chapter = names.page(source):match '^(%w+)%-'
  chapter = chapter and (tonumber(chapter) and ('%d'):format(tonumber(chapter)) or #chapter == 1 and chapter:upper())
  return chapter and ('%s.%d'):format(chapter, counted) or ('%d'):format(counted)
end

-- A figure's caption is the first sentence of the words for those who cannot see it, or
-- the first two where that says little: «Two panels.»
local LITTLE = 30

local function caption(alt)
  local first, rest = alt:match '^(.-%.) (%u.*)$'
  if first and #first < LITTLE then first = first .. ' ' .. (rest:match '^(.-%.) %u' or rest) end
  return first or alt
end

-- The same of its drawing for a narrow page, as its script says it; nil if there is none.
local function narrow_size_of(path)
  local file = io.open((path:gsub('%.%a+$', '.gp')))
  local width, height = (file and file:read(400) or ''):match '# narrow (%d+)x(%d+)'
  if file then file:close() end
  return width and (' width="%s" height="%s"'):format(width, height)
end

-- A picture, which may lead somewhere.
local function figure(image, target)
  local path = names.resolve(source, image.src)
  if not path or not exists(path) then
    io.stderr:write(('%s: the figure %s is missing\n'):format(source, image.src))
    return pandoc.Para { pandoc.Emph(image.caption) }
  end
  local words, number = pandoc.utils.stringify(image.caption), 'Figure ' .. next_number()
  local id = 'fig-' .. path:match '([^/]+)%.%a+$'
  if epub then
    image.attributes.live = nil
    image.src, image.title = path, ''
    local below = pandoc.Para { pandoc.Strong(number .. '.'), pandoc.Space(), pandoc.Str(caption(words)) }
    return pandoc.Div({ pandoc.Para { image }, below }, pandoc.Attr(names.page(source) .. '--' .. id, { 'figure' }))
  end
  local alt, here = escaped(words), names.in_site(path)
  -- The first source that fits: a narrow page has a drawing of its own.
  local narrow, narrow_size, sources = names.narrow(here), narrow_size_of(path), {}
  for _, s in ipairs { { narrow, true, true }, { narrow, true, false }, { here, false, true } } do
    local width = s[2] and '(max-width: 40rem)' or ''
    if narrow_size or not s[2] then
      sources[#sources + 1] = ('<source srcset="%s" media="screen%s%s"%s%s>'):format(s[3] and names.dark(s[1]) or s[1],
        s[2] and ' and ' .. width or '', s[3] and ' and (prefers-color-scheme: dark)' or '',
        s[2] and narrow_size or '', s[3] and (' data-dark="%s"'):format(width) or '')
    end
  end
  local picture = ('<picture>%s<img src="%s" alt="%s"%s></picture>'):format(table.concat(sources), here, alt,
    size_of(path))
  if target then picture = ('<a href="%s">%s</a>'):format(escaped(target), picture) end
  local name = image.attributes.live and (' data-live="%s"'):format(path:match '^plots/(.+)%.%a+$') or ''
  return pandoc.RawBlock('html', ('<figure id="%s"%s>%s'
    .. '<figcaption><a href="#%s">%s</a> %s</figcaption></figure>'):format(id, name, picture, id, number,
    escaped(caption(words))))
end

-- <!-- check: 'FORMULA' 'DERIVATIVE' --> is a box in which one may check one's own.
local function check_box(marker)
  local f, claim = marker:match "^%s*<!%-%- check: '([^']+)' '([^']+)' %-%->%s*$"
  if not f then return nil end
  if epub then return pandoc.Null() end
  return pandoc.RawBlock('html', (([[<figure class="check" data-live="check/%s" data-f="%s" data-claim="%s">
<p class="still">With scripts, here is a box in which you can check a derivative of your own.
In a terminal: <code>scripts/gradcheck '%s' '%s'</code></p></figure>]]):format(names.page(source), escaped(f),
    escaped(claim), escaped(f), escaped(claim))))
end

local function without_comments(text) return (text:gsub('<!%-%-.-%-%->', '')) end

local function link(element)
  local target, anchor = element.target:match '^([^#]*)(.*)$'
  if element.target:match '^%a[%w+.-]*:' then return nil end
  if target == '' then
    if epub then element.target = '#' .. names.page(source) .. '--' .. anchor:sub(2) end
    return element
  end
  local path = names.resolve(source, target)
  if not path or not exists(path) then
    io.stderr:write(('%s: the link %s leads nowhere\n'):format(source, element.target))
    return element.content
  end
  if epub then
    if not path:match '^chapters/[^/]+/README%.md$' then return element.content end
    element.target = '#' .. names.page(path) .. (anchor ~= '' and '--' .. anchor:sub(2) or '')
    return element
  end
  element.target = names.in_site(path) .. anchor:gsub('^(#L%d+)%-.*$', '%1')
  return element
end

-- The name of a file is not broken at its hyphens.
local function link_kept(element)
  local made = link(element) or element
  local words = pandoc.utils.stringify(element.content)
  if made.t == 'Link' and #words <= 34 and words:match '^[%w_./-]+/[%w_.-]+$' then
    made.content = { pandoc.RawInline('html', ('<span class="kept">%s</span>'):format(words)) }
  end
  return made
end

-- GitHub's «> [!NOTE]».
local function alert(quote)
  local first = quote.content[1]
  local kind = first and first.t == 'Para' and pandoc.utils.stringify(first.content[1]):match '^%[!(%u+)%]$'
  if not kind then return nil end
  first.content:remove(1)
  if first.content[1] and first.content[1].t:match 'Break$' then first.content:remove(1) end
  local word = kind:sub(1, 1) .. kind:sub(2):lower()
  local title = pandoc.Para { pandoc.Strong(word) }
  title = pandoc.Div({ title }, pandoc.Attr('', { 'alert-title' }))
  local body = pandoc.List { title }
  body:extend(#first.content > 0 and quote.content or { table.unpack(quote.content, 2) })
  return pandoc.Div(body, pandoc.Attr('', { 'alert', kind:lower() }, { { 'role', 'note' }, { 'aria-label', word } }))
end

-- Markers go, but for what listing carries over, and with them what stands between <!-- nav --> and <!-- /nav -->:
-- the site leads on in its own way.
local function without_nav(blocks)
  local kept, inside = pandoc.List(), false
  listing.marked(blocks)
  for _, block in ipairs(blocks) do
    local marker = block.t == 'RawBlock' and block.text:match '^%s*<!%-%- (/?nav) %-%->%s*$'
    if marker then inside = marker == 'nav' end
    block = block.t == 'RawBlock' and check_box(block.text) or block
    if block.t == 'RawBlock' then block.text = without_comments(block.text) end
    if not inside and not (block.t == 'RawBlock' and block.text:match '^%s*$') then kept:insert(block) end
  end
  return kept
end

-- <!-- live --> behind a picture: it comes to life where scripts may.
local function marked_live(para)
  local image, marker = para.content[1], para.content[#para.content]
  if #para.content > 1 and image.t == 'Image' and marker.t == 'RawInline' and marker.text == '<!-- live -->' then
    image.attributes.live = 'yes'
    return para
  end
end

local function scrolling(inner_blocks, class)
  local wrapped = pandoc.List { pandoc.RawBlock('html', ('<div class="%s">'):format(class)) }
  wrapped:extend(inner_blocks)
  wrapped:insert(pandoc.RawBlock('html', '</div>'))
  return wrapped
end

return {
  { Blocks = without_nav, Para = marked_live },
  {
    Math = function(math)
      local inner = math.text:match '^`(.*)`$'
      if not inner then error(('%s: write the formula %s as $`…`$'):format(source, math.text), 0) end
      local html = math_ml(inner, 'InlineMath')
      -- No browser breaks a formula within a line; on a phone it may have to scroll.
      if #inner > LONG then html = ('<span class="long">%s</span>'):format(html) end
      return pandoc.RawInline('html', html)
    end,
    CodeBlock = function(block)
      if block.classes[1] ~= 'math' then return listing.box(block, not epub) end
      return pandoc.RawBlock('html', displayed(block.text))
    end,
    Str = typography.word,
    Inlines = typography.bind,
    Code = typography.code,
    RawInline = function(raw)
      raw.text = without_comments(raw.text)
      return raw.text == '' and {} or raw
    end,
    Para = function(para)
      -- What markers at its end have left.
      local last = para.content[#para.content]
      while last and (last.t == 'Space' or last.t == 'SoftBreak') do
        para.content:remove()
        last = para.content[#para.content]
      end
      local first = #para.content == 1 and para.content[1]
      local inner = first and first.t == 'Link' and #first.content == 1 and first.content[1]
      if first and first.t == 'Image' then return figure(first) end
      if inner and inner.t == 'Image' then return figure(inner, first.target) end
      return #para.content == 0 and {} or para
    end,
    Header = function(header)
      if not epub then return nil end
      local own = names.page(source)
      header.identifier = header.level == 1 and own or own .. '--' .. header.identifier
      return header
    end,
    BlockQuote = alert,
    Link = link_kept,
    Table = function(t) return scrolling({ t }, 'table') end,
  },
}
