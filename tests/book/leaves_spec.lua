-- The pages of the printed book: none is a third empty but a chapter's last, no sliver of the
-- next page's first line is printed at its foot. A chapter in five is printed; with
-- GW_LONG=1, as `make site-long` has it, all.
local needs = require 'book.needs'
local pages = require 'book.pages'
local print_ = require 'book.print'
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local missing = needs.missing('chromium', 'pdftotext')
if missing then
  it('the pages on paper', function() pending(missing) end)
  return
end

-- In points: the page has 2.4 cm above the text, which ends at 27.5 (scripts/book/print.css).
local CM = 72 / 2.54
local TOP, FOOT = 2.4 * CM, 27.5 * CM

-- The words of each page: { top, bottom, text }.
local function words_of(path)
  local list = {}
  for _, line in ipairs(shell.lines('pdftotext -bbox %s -', path)) do
    if line:match '<page ' then list[#list + 1] = {} end
    local top, bottom, text = line:match 'yMin="([%d.]+)" xMax="[%d.]+" yMax="([%d.]+)">(.*)</word>'
    if top then table.insert(list[#list], { top = tonumber(top), bottom = tonumber(bottom), text = text }) end
  end
  return list
end

describe('a printed page', function()
  local chapters, slivers, empty, last = {}, {}, {}, {}

  setup(function()
    for i, page in ipairs(pages.chapters()) do
      if i % 5 == 1 or os.getenv 'GW_LONG' then chapters[#chapters + 1] = page end
    end
    local places = print_.chapters('leaves', chapters, true, true)
    for _, chapter in ipairs(chapters) do last[places['part-' .. chapter.name] - 1] = true end
    last[1] = true -- the cover
    local leaves = words_of(paths.build .. '/book/leaves.pdf')
    last[#leaves] = true
    assert.is_true(#leaves > 5 * #chapters, #leaves)
    for i, words in ipairs(leaves) do
      local lowest, said = TOP, {}
      for _, word in ipairs(words) do
        if word.top < FOOT - 2 then
          if word.bottom > lowest then lowest, said = word.bottom, word.text end
        elseif word.top < FOOT then
          slivers[#slivers + 1] = ('page %d: «%s»'):format(i, word.text)
        end
      end
      local share = (FOOT - lowest) / (FOOT - TOP)
      if not last[i] and share > 1 / 3 then
        empty[#empty + 1] = ('page %d is empty by %.2f after «%s»'):format(i, share, said)
      end
    end
  end)

  teardown(function() os.remove(paths.build .. '/book/leaves.pdf') end)

  it('is not empty by a third, unless it is the last of its chapter', function() assert.same({}, empty) end)
  it('has the names of slopes in their colour', function()
    assert.matches('class="of%-slope"', files.read(paths.build .. '/parts/leaves.html'))
    assert.equal(1, select(2, files.read 'scripts/book/book.css':gsub('%.of%-slope', '')))
  end)
  it('has no sliver of the next at its foot', function() assert.same({}, slivers) end)
end)
