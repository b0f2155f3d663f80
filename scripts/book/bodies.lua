-- Many pages in one run of pandoc, for it takes longer to start, and to read how C and Lua are
-- coloured, than to render a page. BOOK_PAGES names them; what is written is
--
--   <!-- page PATH -->
--   its body
--   <!-- /page -->
--
-- or, with BOOK_FORM=epub, all of them as one document.
local folder = PANDOC_SCRIPT_FILE:match '^(.*/)' or ''
local epub = os.getenv 'BOOK_FORM' == 'epub'

local function page(path)
  local file = assert(io.open(path))
  local document = pandoc.read(file:read 'a', 'gfm+tex_math_dollars+smart')
  file:close()
  BOOK_SOURCE = path
  for _, filter in ipairs(dofile(folder .. 'filter.lua')) do document = document:walk(filter) end
  return document
end

local function body(path)
  local html = pandoc.write(page(path), 'html5', { wrap_text = 'wrap-none' })
  return pandoc.RawBlock('html', ('<!-- page %s -->\n%s\n<!-- /page -->'):format(path, html))
end

function Pandoc()
  local blocks = pandoc.List()
  for path in os.getenv 'BOOK_PAGES':gmatch '%S+' do
    if epub then blocks:extend(page(path).blocks) else blocks:insert(body(path)) end
  end
  return pandoc.Pandoc(blocks)
end
