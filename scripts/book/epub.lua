--- The book as an EPUB: each chapter through the filter, all of them in one document,
-- which pandoc packs.
local json = require 'dkjson'
local cover = require 'book.cover'
local fragments = require 'book.fragments'
local names = require 'book.names'
local pages = require 'book.pages'
local picture = require 'book.picture'
local files = require 'gw.files'
local paths = require 'gw.paths'

local METADATA = {
  title = 'The Gradient Workbook', author = 'The authors of The Gradient Workbook', lang = 'en',
  identifier = 'urn:uuid:6b0f1f5e-0f53-4c55-9f5a-0d7a3c1e9b42',
  rights = 'Prose and figures: CC BY 4.0. Code: MIT.',
  subtitle = 'A book you run',
}

local epub = {}

-- The figures of a document, each with its dark look in it; returns the document that
-- has these.
local function with_figures(document)
  return (document:gsub('"plots/([^"]+%.svg)"', function(name)
    local light = files.read(('%s/plots/%s'):format(paths.root, name))
    local dark = files.read(('%s/parts/figures/%s'):format(paths.build, names.dark(name)))
    local path = fragments.absolute(('%s/parts/epub/%s'):format(paths.build, name))
    files.write(path, picture.with_fonts(dark and picture.adaptive(light, dark) or light))
    return json.quotestring(path)
  end))
end

--- build/book/the-gradient-workbook.epub
function epub.build()
  local chapters = pages.chapters()
  for i, page in ipairs(chapters) do chapters[i] = page.path end
  local whole = fragments.at_once(chapters, '--to json', 'BOOK_FORM=epub')
  local front = fragments.absolute(paths.build .. '/parts/cover-epub.png')
  cover(front, 1200, 1600)
  local arguments = { '--from json --to epub3 --toc-depth 2 --highlight-style monochrome --epub-chapter-level 1',
    '--css scripts/book/epub.css', '--epub-cover-image ' .. files.quoted(front) }
  for key, value in pairs(METADATA) do arguments[#arguments + 1] = ('--metadata %s="%s"'):format(key, value) end
  table.sort(arguments)
  -- Built twice, it is the same.
  local result = fragments.pandoc('the-gradient-workbook', with_figures(whole),
    table.concat(arguments, ' '), 'SOURCE_DATE_EPOCH=0')
  files.write(paths.build .. '/book/the-gradient-workbook.epub', result)
end

return epub
