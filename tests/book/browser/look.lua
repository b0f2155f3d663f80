--- Looks at pages in a headless browser: driver.js says how.
local json = require 'dkjson'
local fragments = require 'book.fragments'
local needs = require 'book.needs'
local files = require 'gw.files'
local paths = require 'gw.paths'
local devtools = require 'book.devtools'
local firefox = dofile(paths.root .. '/tests/book/browser/firefox.lua')

-- The long forms take longer.
local FOLDER, SECONDS = paths.build .. '/tests/browser', os.getenv 'GW_LONG' and 1200 or 300

local look = {}

--- The address of a page that looks at cases, { url, width, … }.
function look.page(name, cases)
  local page = ('%s/%s.html'):format(FOLDER, name)
  local here = 'file://' .. fragments.absolute(paths.root) .. '/tests/book/browser/'
  files.write(page, ([[
<!doctype html>
<meta charset="utf-8">
<title>Driver</title>
<body>
<script>const AXE = %s, CASES = %s;</script>
<script src="%slive.js"></script>
<script src="%sdriver.js"></script>
]]):format(json.encode('file://' .. fragments.absolute(needs.AXE)), json.encode(cases), here, here))
  return 'file://' .. fragments.absolute(page)
end

--- Looks at lists of cases in Chromium, each list in a tab of its own: { light = …, dark = … };
-- those `without` something in another, from which it is taken before a page begins.
-- Returns what was seen of each.
function look.chromium(name, lists)
  local browser, waiting, seen = devtools.open(SECONDS), {}, {}
  local function open(theme, places, lacks)
    local cases = {}
    for i, place in ipairs(places) do cases[i] = lists[theme][place] end
    browser:page(look.page(('%s-%s%s'):format(name, theme, lacks), cases), theme == 'dark',
      lacks ~= '' and ('delete window.%s;'):format(lacks) or nil)
    waiting[#waiting + 1] = { theme = theme, places = places, told = browser:promised 'telling' }
  end
  local done, why = pcall(function()
    for theme, cases in pairs(lists) do
      local places = {}
      for i, case in ipairs(cases) do
        local lacks = case.without or ''
        places[lacks] = places[lacks] or {}
        table.insert(places[lacks], i)
      end
      seen[theme] = {}
      for lacks, list in pairs(places) do open(theme, list, lacks) end
    end
    for _, tab in ipairs(waiting) do
      for i, case in ipairs(json.decode(tab.told())) do seen[tab.theme][tab.places[i]] = case end
    end
  end)
  browser:close()
  return done and seen or error(why, 0)
end

--- Looks at cases in one run of Firefox, in real time.
function look.firefox(name, cases, seconds)
  return json.decode(firefox.by(look.page(name, cases), seconds))
end

look.has_firefox = firefox.has

return look
