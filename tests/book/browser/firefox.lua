--- Opens a page in Firefox, in real time, and says what the page told: what dump() wrote
-- in a line behind TOLD.
local signal = require 'posix.signal'
local fragments = require 'book.fragments'
local files = require 'gw.files'

local firefox = {}

-- dump() is written, a page of ours may look into pages beside it, there are fingers, and
-- little is asked of the network.
local PREFS = {
  ['browser.dom.window.dump.enabled'] = 'true',
  ['security.fileuri.strict_origin_policy'] = 'false',
  ['dom.w3c_touch_events.enabled'] = '1',
  ['browser.shell.checkDefaultBrowser'] = 'false',
  ['browser.aboutwelcome.enabled'] = 'false',
  ['datareporting.policy.dataSubmissionEnabled'] = 'false',
  ['app.normandy.enabled'] = 'false',
  ['extensions.update.enabled'] = 'false',
  ['network.captive-portal-service.enabled'] = 'false',
  ['network.connectivity-service.enabled'] = 'false',
  ['services.settings.server'] = '"data:,"',
}

--- Whether there is a Firefox.
function firefox.has()
  local pipe = io.popen 'command -v firefox-esr'
  local found = pipe:read '*l'
  pipe:close()
  return found ~= nil
end

--- What the page at this address tells, or an error after so many seconds.
function firefox.by(url, seconds)
  local profile, list = fragments.absolute(files.temporary 'firefox'), {}
  for name, value in pairs(PREFS) do list[#list + 1] = ('user_pref("%s", %s);\n'):format(name, value) end
  files.write(profile .. '/user.js', table.concat(list))
  local place = files.quoted(profile)
  local pipe = io.popen(('echo $$; HOME=%s exec timeout %d firefox-esr --headless --no-remote --profile %s %s 2>&1')
    :format(place, seconds, place, files.quoted(url)))
  local process, seen, line = tonumber(pipe:read '*l'), {}, nil
  for each in pipe:lines() do
    line = each:match 'TOLD (.*)'
    if line then break end
    seen[#seen + 1] = each
  end
  signal.kill(process, signal.SIGTERM)
  pipe:close()
  os.execute('rm -rf -- ' .. place)
  return line or error(('Firefox told nothing of %s within %d seconds:\n%s'):format(url, seconds,
    table.concat(seen, '\n', math.max(1, #seen - 5))), 0)
end

return firefox
