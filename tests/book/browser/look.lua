--- Looks at pages in a headless browser: driver.js says how.
local json = require 'dkjson'
local chromium = require 'book.chromium'
local fragments = require 'book.fragments'
local needs = require 'book.needs'
local files = require 'gw.files'
local paths = require 'gw.paths'
local firefox = dofile(paths.root .. '/tests/book/browser/firefox.lua')

local FOLDER = paths.build .. '/tests/browser'

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

--- Looks at cases in one run of Chromium, whose time is its own. Returns a function that
-- waits for what it saw.
function look.chromium(name, theme, cases)
  local wait = chromium.start(('--allow-file-access-from-files --blink-settings=preferredColorScheme=%d '
    .. '--window-size=1300,1000 --virtual-time-budget=3600000 --dump-dom %s'):format(theme,
    look.page(name, cases)), name)
  return function()
    local dom = wait()
    local result = dom:match '<pre id="result">(.-)</pre>'
    assert(result, 'Chromium did not come to an end: ' .. dom:sub(1, 500))
    return json.decode((result:gsub('&lt;', '<'):gsub('&gt;', '>'):gsub('&amp;', '&')))
  end
end

--- Looks at cases in one run of Firefox, in real time.
function look.firefox(name, cases, seconds)
  return json.decode(firefox.by(look.page(name, cases), seconds))
end

look.has_firefox = firefox.has

return look
