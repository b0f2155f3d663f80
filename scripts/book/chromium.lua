--- Prints a page with Chromium, where there is one.
local unistd = require 'posix.unistd'
local files = require 'gw.files'

local chromium = {}

local NAMES = { 'chromium', 'chromium-browser', 'google-chrome' }

local function answer(command)
  local pipe = io.popen(command)
  local line = pipe:read '*l'
  pipe:close()
  return line
end

--- The command that starts it, with what every headless run needs, or nil. A browser
-- that runs as root must do without its sandbox.
function chromium.command(profile)
  for _, name in ipairs(NAMES) do
    if answer(('command -v %s'):format(name)) then
      return ('%s --headless %s --disable-gpu --no-first-run --disable-background-networking --disable-sync '
        .. '--disable-component-update --disable-dev-shm-usage --user-data-dir=%s'):format(name,
        unistd.geteuid() == 0 and '--no-sandbox' or '', files.quoted(profile))
    end
  end
end

--- The same, or an error that says what to install.
function chromium.required(profile)
  return chromium.command(profile)
    or error('this needs Chromium: as root, apt-get install chromium (or scripts/setup --tests)', 0)
end

--- Starts it; returns a function that waits, and returns what it wrote on stdout.
function chromium.start(arguments, name)
  local profile = files.temporary('chromium-' .. (name or ''))
  local pipe = io.popen(('timeout 300 %s %s 2>/dev/null'):format(chromium.required(profile), arguments))
  return function()
    local said = pipe:read '*a'
    pipe:close()
    os.execute('rm -rf -- ' .. files.quoted(profile))
    return said
  end
end

--- Runs it to its end.
function chromium.run(arguments) return chromium.start(arguments)() end

return chromium
