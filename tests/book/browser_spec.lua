-- Every page in Chromium, wide and narrow, light and dark: axe-core finds nothing
-- against WCAG 2.2 AA, the page does not scroll sideways, nothing is asked of any
-- other place; the search finds, and the button for the dark is obeyed. A page is wide by
-- light and narrow by dark, the next the other way round, and axe-core sees one of the two; with
-- GW_LONG=1, as `make site-long` has it, each is all four, and axe-core sees all.
-- Slow: it goes first.
local fragments = require 'book.fragments'
local needs = require 'book.needs'
local pages = require 'book.pages'
local files = require 'gw.files'
local paths = require 'gw.paths'

local missing = needs.missing('chromium', 'axe-core')
local looked = dofile 'tests/book/browser/looked.lua'
local SITE = looked.SITE
local FOLDER = paths.build .. '/tests/browser'
local ASKED = { ['04-sigmoid'] = 'search', ['10-backprop'] = 'toggle', ['05-descent'] = 'frame' }

-- A page with something changed, beside the site, whose files it still names.
local function planted(name, change)
  local text = files.read(paths.build .. '/book/04-sigmoid.html')
  local new = change(text)
  assert(new ~= text, name)
  for _, attribute in ipairs { 'src', 'srcset', 'href' } do
    new = new:gsub(' ' .. attribute .. '="([%w])', ' ' .. attribute .. '="' .. SITE:gsub('%%', '%%%%') .. '%1')
  end
  files.write(('%s/planted-%s.html'):format(FOLDER, name), new)
  return { url = ('file://%s/planted-%s.html'):format(fragments.absolute(FOLDER), name), width = 320, axe = true }
end

if missing then
  it('the pages in a browser', function() pending(missing) end)
  return
end

describe('in a browser', function()
  local seen, plants, by_name = nil, nil, {}

  setup(function()
    local light, dark, count = {}, {}, 0
    local function add(name, also)
      local seen_by_axe = math.floor(count / 2) % 2 == 0 and 1280 or 320
      local function look(list, width)
        local axe = os.getenv 'GW_LONG' ~= nil or width == seen_by_axe
        list[#list + 1] = { url = SITE .. name, width = width, axe = axe, ask = width == 1280 and also or nil }
      end
      count = count + 1
      local first, second = light, dark
      if count % 2 == 0 then first, second = dark, light end
      look(first, 1280)
      look(second, 320)
      if also or os.getenv 'GW_LONG' then
        look(first, 320)
        look(second, 1280)
      end
    end
    for _, page in ipairs(pages.all()) do
      add(page.name .. '.html', ASKED[page.name])
    end
    add('index.html', 'outside')
    add 'source/csrc/sigmoid.c.html'
    add 'source/LICENSE.html'
    add '04-sigmoid.html#contents'
    -- The policy forbids a style in the page, so that must go as well.
    local function with_style(text, style)
      return (text:gsub('<p>', ('<p><span style="%s">words</span>'):format(style), 1)
        :gsub("style%-src 'self'", "style-src 'unsafe-inline' 'self'"))
    end
    local planned = {
      planted('words', function(text) return text:gsub(' alt="[^"]*"', '', 1) end),
      planted('wide', function(text) return with_style(text, 'display: inline-block; width: 400px') end),
      planted('pale', function(text) return with_style(text, 'color: #aaaaaa') end),
    }
    seen, plants = looked.at('pages', light, dark), looked.by_light('planted', planned)
    for _, theme in ipairs { 'light', 'dark' } do
      for _, case in ipairs(seen[theme]) do
        if case.search then by_name.search = case.search end
        if case.outside then by_name.outside = case.outside end
        if case.frame then by_name.frame = case.frame end
        if case.toggle then by_name[theme] = case.toggle end
      end
    end
  end)

  it('every page is looked at', function()
    assert.same({}, seen:errors())
    assert.equal(#seen.light, #seen.dark)
    assert.is_true(#seen.light + #seen.dark >= (os.getenv 'GW_LONG' and 4 or 2) * #pages.all())
  end)

  -- What lies below the screen must not wait for ever, nor where a link leads into it.
  it('a page that opens at its top is laid out in two steps, one that opens elsewhere at once', function()
    for _, theme in ipairs { 'light', 'dark' } do
      for _, case in ipairs(seen[theme]) do
        assert.equal(case.url:find('#', 1, true) and '' or 'opened', case.opened, case.url)
      end
    end
    assert.same({ before = false, after = true }, by_name.frame['end'])
  end)

  it('axe-core has nothing against any page', function()
    assert.same({}, seen:violations())
  end)

  it('no page scrolls sideways', function()
    assert.same({}, seen:sideways())
  end)

  it('every picture can be seen', function()
    assert.same({}, seen:suffering(function(case) return case.broken end))
  end)

  it('nothing is asked of any other place', function()
    assert.same({}, seen:elsewhere '//outside%.invalid/')
  end)

  it('the policy refuses a request to another place', function()
    assert.same({ 'https://outside.invalid/picture.png' }, by_name.outside)
  end)

  it('the search finds the chain rule, at / on the keyboard', function()
    local search = by_name.search
    assert.is_true(search.focused)
    assert.matches('^%d+ sections$', search.said)
    assert.matches('^03%-chain%-rule%.html', search.found[1].href)
    assert.same({}, search.violations)
    for _, found in ipairs(search.found) do
      local file, anchor = found.href:match '^([^#]*)#?(.*)$'
      local page = files.read(paths.build .. '/book/' .. file)
      assert.is_truthy(page, found.href)
      if anchor ~= '' then assert.is_truthy(page:find(('id="%s"'):format(anchor), 1, true), found.href) end
    end
  end)

  it('headings have links, code a button, hints come one by one, the contents follow', function()
    local frame = by_name.frame
    assert.is_true(frame.headings > 10)
    assert.equal(frame.headings, frame.anchors)
    assert.is_true(frame.copies > 8)
    assert.equal(frame.copies, frame.programs)
    assert.same({ true, false, false }, frame.hints.closed)
    assert.same({ true, true, false }, frame.hints.opened)
    assert.equal('#the-check', frame.follows)
    assert.same({}, frame.shaded) -- a shade only where one can scroll
    assert.same({ 'Workbook Math', 'Workbook Mono', 'Workbook Sans', 'Workbook Text' }, frame.fonts)
  end)

  it('the button changes the paper and the pictures, and back', function()
    local white, black = 'rgb(255, 255, 255)', 'rgb(21, 24, 28)'
    local by_system = 'screen and (prefers-color-scheme: dark)'
    assert.same({ { paper = white, source = by_system }, { paper = black, source = 'screen' },
      { paper = white, source = by_system } }, by_name.light)
    assert.same({ { paper = black, source = by_system }, { paper = white, source = 'not all' },
      { paper = black, source = by_system } }, by_name.dark)
  end)

  it('a picture without words, a wide page and pale words are noticed', function()
    local words, wide, pale = unpack(plants)
    assert.matches('^image%-alt: 1 ', words.violations[1])
    assert.is_true(wide.sideways > 0)
    assert.matches('^color%-contrast: 1 ', pale.violations[1])
    assert.same({ {}, {} }, { words.broken, wide.violations })
  end)
end)
