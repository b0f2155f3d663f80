-- The live figures in Firefox, if it is there: they come to life without an error, obey keys
-- and fingers, and show the same numbers as in Chromium, for tests/book/live/NN-slug.lua
-- holds them against the same accepted data and the same library.
local needs = require 'book.needs'
local looked = dofile 'tests/book/browser/looked.lua'

local missing = needs.missing('clang for wasm32')
if not looked.has_firefox() then missing = 'skipped: there is no firefox-esr' end
if not os.getenv 'GW_LONG' then missing = 'a long form: make site-long' end
if missing then
  it('live figures in Firefox', function() pending(missing) end)
  return
end

local SECONDS, ACTS = 280, 10

local chapters, names = dofile 'tests/book/live/chapters.lua' (getfenv(1))

describe('in Firefox, live figures', function()
  local seen, shown = nil, {}

  setup(function()
    local cases = {}
    for _, chapter in ipairs(chapters) do
      cases[#cases + 1] = { url = ('%s%s.html'):format(looked.SITE, chapter.slug), width = 1280, ask = 'live',
        states = chapter.part.states, acts = ACTS }
    end
    seen = looked.in_firefox('firefox', cases, SECONDS)
    for _, case in ipairs(seen.light) do
      for name, figure in pairs(case.live and case.live.seen or {}) do shown[name] = figure end
    end
  end)

  it('come to life and stand clicks, drags and keys, without an error', function()
    assert.same({}, seen:errors())
    assert.same({}, seen:suffering(function(case) return case.live.errors end))
    local alive = {}
    for name, figure in pairs(shown) do
      if not name:match '^check/' then alive[name] = true end
      assert.equal('', figure.problem)
    end
    assert.same(names, alive)
  end)

  it('make no page scroll sideways, and leave no picture out', function()
    assert.same({}, seen:sideways())
    assert.same({}, seen:suffering(function(case) return case.broken end))
  end)

  for _, chapter in ipairs(chapters) do
    describe(chapter.slug, function() chapter.part.test(shown) end)
  end
end)
