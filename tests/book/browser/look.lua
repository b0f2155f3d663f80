--- Looks at pages in headless Chromium: driver.js says how.
local json = require 'dkjson'
local chromium = require 'book.chromium'
local fragments = require 'book.fragments'
local needs = require 'book.needs'
local files = require 'gw.files'
local paths = require 'gw.paths'

local FOLDER = paths.build .. '/tests/browser'

--- Looks at cases, { url, width, … }, in one run of Chromium. Returns a function that
-- waits for what it saw.
return function(name, theme, cases)
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
  local wait = chromium.start(('--allow-file-access-from-files --blink-settings=preferredColorScheme=%d '
    .. '--window-size=1300,1000 --virtual-time-budget=3600000 --dump-dom file://%s'):format(theme,
    fragments.absolute(page)), name)
  return function()
    local dom = wait()
    local result = dom:match '<pre id="result">(.-)</pre>'
    assert(result, 'Chromium did not come to an end: ' .. dom:sub(1, 500))
    return json.decode((result:gsub('&lt;', '<'):gsub('&gt;', '>'):gsub('&amp;', '&')))
  end
end
