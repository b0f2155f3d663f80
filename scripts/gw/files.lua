--- Files, whole or not at all: written under a temporary name and renamed into
-- place. Temporary files lie in $GW_TMP, where make clears them away, or else in
-- build/tmp; that of a file outside of the build lies beside it, for the two may be
-- on different file systems.
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

--- A text as one word of a shell's command.
function files.quoted(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

--- A name for a temporary file of this process, in a folder that exists.
function files.temporary(name)
  local folder = os.getenv 'GW_TMP' or paths.build .. '/tmp'
  files.make_folder(folder)
  return ('%s/%s.%d'):format(folder, name:gsub('[/.]+', '_'):sub(-200), unistd.getpid())
end

-- Where a file is written before it is renamed.
local function temporary_for(path)
  if path:sub(1, #paths.build + 1) == paths.build .. '/' then return files.temporary(path) end
  return ('%s/.%s.%d.new'):format(folder_of(path), path:match '[^/]+$', unistd.getpid())
end

-- What was read, for whoever wants to know what a run depends on.
files.seen = {}

function files.read(path)
  local file, message = io.open(path, 'rb')
  if not file then return nil, message end
  files.seen[path] = true
  local text = file:read '*a'
  file:close()
  return text
end

-- Writes text under a temporary name and calls place(temporary), which puts it where
-- it belongs and returns what os.rename would.
local function put(path, text, place)
  files.make_folder(folder_of(path))
  local temporary = temporary_for(path)
  local file, why = io.open(temporary, 'wb')
  local done = false
  if file then
    done, why = file:write(text)
    local closed, why_not = file:close()
    if done and not closed then done, why = false, why_not end
    if done then done, why = place(temporary) end
    os.remove(temporary)
  end
  if not done then error(('cannot write %s: %s'):format(path, (why:gsub('^.*: ', ''))), 0) end
end

--- Writes text to path. Leaves the old file, and its time, if nothing changed.
function files.write(path, text)
  if files.read(path) == text then return end
  put(path, text, function(temporary) return os.rename(temporary, path) end)
end

--- Writes text to path where nothing is yet; returns whether it did.
function files.write_new(path, text)
  if sysstat.lstat(path) then return false end
  put(path, text, function(temporary) return unistd.link(temporary, path) end)
  return true
end

return files
