-- The live figures in a browser: they stand whatever is done to them, and without a script
-- the page is whole. tests/book/live/NN-slug.lua says what those of a chapter show: in
-- which states to put them, by which links, and the numbers that must then be there. They
-- stand a hundred acts of a reader's on each page, wide or narrow; with GW_LONG=1, as `make
-- site-long` has it, three hundred on each of both. Each state is tampered with in four ways, else
-- in one; and each chapter is seen very narrow, and without scripts and without WebAssembly, else
-- without one of the two.
-- Slow: it goes first.
--
--   LIVE=05-descent scripts/tools/run-test tests/book/live_spec.lua     this chapter alone
local needs = require 'book.needs'
local looked = dofile 'tests/book/browser/looked.lua'

local missing = needs.missing('chromium', 'axe-core', 'clang for wasm32')
if missing then
  it('live figures in a browser', function() pending(missing) end)
  return
end

local chapters, names = dofile 'tests/book/live/chapters.lua' (getfenv(1))

describe('in a browser, live figures', function()
  -- What each figure shows: { [name] = { opens = …, states = { … }, problem = '' } }.
  local seen, shown = nil, {}

  setup(function()
    local light, dark = {}, {}
    local function add(list, part, case)
      case.part, case.ask, case.width = part, part ~= 'still' and 'live' or nil, case.width or 1280
      list[#list + 1] = case
    end
    for k, chapter in ipairs(chapters) do
      local url = ('%s%s.html'):format(looked.SITE, chapter.slug)
      local links = {}
      for i, link in ipairs(chapter.part.links or {}) do
        local name, asked = link[1]:match '^([^?]+)%?(.*)$'
        links[i] = { name = chapter.slug .. '/' .. name, link = asked }
      end
      local linked = links[1] and ('%s#live:%s?%s'):format(url, links[1].name, links[1].link) or url
      add(light, 'numbers', { url = url, axe = true, states = chapter.part.states, hands = true })
      add(light, 'links', { url = linked, axe = true, links = links, slug = chapter.slug, width = 360,
        tampers = os.getenv 'GW_LONG' and 4 or 1 })
      for i, part in ipairs { 'still', 'without', 'small' } do
        if part == 'small' or os.getenv 'GW_LONG' or #chapters < 3 or (k + i) % 2 == 0 then
          add(light, part, { url = url, still = part == 'still', without = part == 'without' and 'WebAssembly' or nil,
            width = part == 'small' and 200 or nil })
        end
      end
      if os.getenv 'GW_LONG' then
        add(dark, 'acts', { url = url, axe = true, acts = 300, width = 360 })
        add(dark, 'acts', { url = url, axe = true, acts = 300 })
      else
        add(dark, 'acts', { url = url, axe = true, acts = 100, width = #dark % 2 == 0 and 360 or 1280 })
      end
    end
    seen = looked.at('live', light, dark)
    for _, case in ipairs(seen.light) do
      for name, figure in pairs(case.part == 'numbers' and case.live.seen or {}) do shown[name] = figure end
    end
  end)

  it('come to life, and stand clicks, drags and keys without an error', function()
    assert.same({}, seen:errors())
    assert.same({}, seen:suffering(function(case)
      return case.live and case.live.errors or {}
    end))
    local alive = {}
    for name, figure in pairs(shown) do
      if not name:match '^check/' then alive[name] = true end -- the boxes of claim_spec
      assert.equal('', figure.problem)
    end
    assert.same(names, alive)
  end)

  it('obey every control, every key and a finger, stand still if asked, tell calmly, and can be sent', function()
    local count = 0
    assert.same({}, seen:suffering(function(case)
      local hands = case.part == 'numbers' and case.live.hands
      count = count + (hands and 1 or 0)
      return hands or {}
    end))
    assert.equal(#chapters, count)
    for name, figure in pairs(shown) do assert.is_true(figure.controls.count > 0, name) end
  end)

  it('pass axe-core, and make no page scroll sideways', function()
    assert.same({}, seen:violations())
    -- 200 pixels are too few for some words of the page; for no figure.
    assert.same({}, seen:sideways(function(case) return case.part == 'small' end))
  end)

  it('have words that can be read, and controls that a finger finds', function()
    assert.same({}, seen:suffering(function(case)
      local list = {}
      for _, figure in pairs(case.live and case.live.seen or {}) do
        for _, words in ipairs(figure.looks or {}) do list[#list + 1] = words end
      end
      return list
    end))
  end)

  it('ask nothing of any other place', function() assert.same({}, seen:elsewhere()) end)

  it('leave the page whole where no script runs', function()
    local count = 0
    for _, case in ipairs(seen.light) do
      if case.part == 'still' or case.part == 'without' then
        for _, figure in ipairs(case.figures) do
          assert.same({ alive = false, shows = true }, figure)
          count = count + 1
        end
        assert.same({}, case.broken)
      end
    end
    assert.is_true(count > 0)
  end)

  it('say so where there is no WebAssembly', function()
    local count = 0
    for _, case in ipairs(seen.light) do
      for _, figure in pairs(case.part == 'without' and case.live.seen or {}) do
        assert.equal('This browser has no WebAssembly, so the figure stays still.', figure.problem)
        count = count + 1
      end
    end
    assert.is_true(count > 0)
  end)

  it('give a sentence to what cannot be, and keep the picture', function()
    local wrong, count, numbers = {}, 0, 0
    for _, case in ipairs(seen.light) do
      for name, figure in pairs(case.part == 'links' and case.live.seen or {}) do
        assert.is_true(figure.tampered.count >= 8, name)
        count, numbers = count + 1, numbers + figure.refused.count
        for _, words in ipairs(figure.refused.wrong) do wrong[#wrong + 1] = words end
        for _, words in ipairs(figure.tampered.wrong) do wrong[#wrong + 1] = words end
      end
    end
    assert.same({}, wrong)
    assert.is_true(count >= #chapters and numbers > 30 * count)
  end)

  it('offer the command that draws them, with options that the driver has', function()
    local count = 0
    for name, figure in pairs(shown) do
      for _, command in ipairs(figure.commands) do
        if command then
          local words = command:match('^make figures ONLY=' .. name:gsub('%W', '%%%0') .. "(.*)$")
          local given = words:match " ARGS='(.*)'$" or ''
          local list = {}
          for word in given:gmatch '%S+' do list[#list + 1] = word end
          local pipe = io.popen(('luajit scripts/%s.lua %s --help'):format(name:match '^[^/]+', given))
          local help = pipe:read '*a'
          pipe:close()
          for _, word in ipairs(list) do
            local option = word:match '^%-%-(%a+)$'
            assert.is_true(not option or help:find(word, 1, true) ~= nil, command)
          end
          count = count + #list
        end
      end
    end
    assert.is_true(count > 0 or os.getenv 'LIVE' ~= nil)
  end)

  for _, chapter in ipairs(chapters) do
    describe(chapter.slug, function() chapter.part.test(shown) end)
    local links = chapter.part.links
    if links then
      it(('%s: say what a link asks for in vain'):format(chapter.slug), function()
        local said, wanted = nil, {}
        for _, case in ipairs(seen.light) do
          if case.slug == chapter.slug then said = case.live.said end
        end
        for i, link in ipairs(links) do wanted[i] = link[2] end
        assert.same(wanted, said)
      end)
    end
  end
end)
