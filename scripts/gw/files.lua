--- Files, whole or not at all: written under a temporary name in build/tmp and
-- renamed into place.
local unistd = require 'posix.unistd'
local sysstat = require 'posix.sys.stat'
local library = require 'gw.paths'

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
  local temporary_folder = library.build .. '/tmp'
  files.make_folder(temporary_folder)
  local temporary = ('%s/%s.%d'):format(temporary_folder, path:gsub('[/.]+', '_'), unistd.getpid())
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
