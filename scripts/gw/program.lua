--- What every program of the workbook does at its start and at its end: whatever goes
-- wrong is one sentence, and printing into nothing is no success.
local fcntl = require 'posix.fcntl'
local signal = require 'posix.signal'

local program = {}

-- A channel that is closed would be given to the next file that is opened. Nothing
-- is lost in silence: what is printed on /dev/full fails.
local function open_channels()
  for channel = 0, 2 do -- the lowest that is free is what open gives
    if not fcntl.fcntl(channel, fcntl.F_GETFD) then
      fcntl.open(channel == 1 and '/dev/full' or '/dev/null', fcntl.O_RDWR)
    end
  end
end

local leave, running = os.exit, false

--- Requires a module that every program needs. Within `run` what fails is an error like
-- any other; a driver that has not come so far ends, with the sentence alone.
function program.need(name)
  if running then return require(name) end
  local loaded, module = pcall(require, name)
  if loaded then return module end
  io.stderr:write(tostring(module), '\n')
  leave(1)
end

--- Runs main, which returns a status or nothing, and ends with it. An error ends it
-- with the status `failed`, 1 if left out, and one sentence; GW_TRACE=1 adds where.
function program.run(name, main, failed)
  running = true
  open_channels()
  -- LuaJIT would only note a Ctrl-C and go on in compiled loops.
  signal.signal(signal.SIGINT, signal.SIG_DFL)
  -- Whoever leaves, leaves by here: a driver's --help too.
  function os.exit(status) -- luacheck: ignore
    local printed, why = io.stdout:flush()
    if not printed then
      io.stderr:write(('%s: what it printed is lost: %s\n'):format(name, why:gsub('^.-: ', '')))
      if not status or status == true or status == 0 then status = 2 end
    end
    leave(status)
  end
  local ok, status = xpcall(main, os.getenv 'GW_TRACE' and debug.traceback or tostring)
  if not ok then
    io.stderr:write(('%s: %s\n'):format(name, status))
    os.exit(failed or 1)
  end
  os.exit(status or 0)
end

return program
