--- Files, whole or not at all: written under a temporary name and renamed into
-- place. Temporary files lie in $GW_TMP, where scripts/tools/supervise clears
-- them away, or else in build/tmp.
local unistd = require 'posix.unistd'
local sysstat = require 'posix.sys.stat'
local paths = require 'gw.paths'

local files = {}

local function folder_of(path)
  return path:match '^(.*)/[^/]*$' or '.'
end

--- Makes a folder and those above it.
function files.make_folder(path)
  if path == '' or sysstat.stat(path) then return end
  files.make_folder(folder_of(path))
  local ok, message = sysstat.mkdir(path)
  if not ok and not sysstat.stat(path) then
    error(('cannot make the folder %s: %s'):format(path, message), 0)
  end
end

--- A name for a temporary file of this process, in a folder that exists.
function files.temporary(name)
  local folder = os.getenv 'GW_TMP' or paths.build .. '/tmp'
  files.make_folder(folder)
  return ('%s/%s.%d'):format(folder, name:gsub('[/.]+', '_'), unistd.getpid())
end

function files.read(path)
  local file, message = io.open(path, 'rb')
  if not file then return nil, message end
  local text = file:read '*a'
  file:close()
  return text
end

--- Writes text to path. Leaves the old file, and its time, if nothing changed.
function files.write(path, text)
  if files.read(path) == text then return end
  files.make_folder(folder_of(path))
  local temporary = files.temporary(path)
  local function give_up(message)
    os.remove(temporary)
    error(('cannot write %s: %s'):format(path, message), 0)
  end
  local file, message = io.open(temporary, 'wb')
  if not file then give_up(message) end
  local written, why = file:write(text)
  local closed, why_not = file:close()
  if not (written and closed) then give_up(why or why_not) end
  local renamed, reason = os.rename(temporary, path)
  if not renamed then give_up(reason) end
end

return files
