-- Many pages in one run of pandoc, for it takes longer to start, and to read how C and Lua are
-- coloured, than to render a page. BOOK_PAGES names them; what is written is
--
--   <!-- page PATH -->
--   its body
--   <!-- /page -->
local folder = PANDOC_SCRIPT_FILE:match '^(.*/)' or ''

local function body(path)
  local file = assert(io.open(path))
  local page = pandoc.read(file:read 'a', 'gfm+tex_math_dollars+smart')
  file:close()
  BOOK_SOURCE = path
  for _, filter in ipairs(dofile(folder .. 'filter.lua')) do page = page:walk(filter) end
  return ('<!-- page %s -->\n%s\n<!-- /page -->'):format(path, pandoc.write(page, 'html5', { wrap_text = 'wrap-none' }))
end

function Pandoc()
  local bodies = pandoc.List()
  for path in os.getenv 'BOOK_PAGES':gmatch '%S+' do bodies:insert(pandoc.RawBlock('html', body(path))) end
  return pandoc.Pandoc(bodies)
end
