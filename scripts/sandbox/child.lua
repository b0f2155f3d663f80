--- Runs a program that may do anything, under the limits of scripts/sandbox/runner.c.
local fcntl = require 'posix.fcntl'
local stdlib = require 'posix.stdlib'
local stat = require 'posix.sys.stat'
local unistd = require 'posix.unistd'
local wait = require 'posix.sys.wait'
local paths = require 'gw.paths'

local child = {}

-- A compiler needs some 300 for the longest sources here.
child.COMPILER_MEGABYTES = 1024

--- Runs a command, a list of words; what it says on standard error goes to the
-- file `said`, and on standard output to `printed`, or else to `said` too.
-- Returns its status; 124 means that its time was over, 128 + n that signal n
-- ended it, 125 that it could not be run, 126 that it started too many processes.
function child.run(command, said, seconds, megabytes, printed)
  if not stat.stat(paths.runner) then error(paths.runner .. ' is missing: run make gradcheck first', 0) end
  local full = { paths.runner, ('%d'):format(math.ceil(seconds)), tostring(megabytes), unpack(command) }
  local process, why = unistd.fork()
  if not process then error('no process can be started: ' .. why, 0) end
  if process == 0 then
    local flags = fcntl.O_WRONLY + fcntl.O_CREAT + fcntl.O_TRUNC
    local file = fcntl.open(said, flags, 384)
    unistd.dup2(printed and fcntl.open(printed, flags, 384) or file, 1)
    unistd.dup2(file, 2)
    unistd.execp(full[1], { unpack(full, 2) })
    unistd._exit(125)
  end
  local ended, how, status
  repeat ended, how, status = wait.wait(process) until ended
  return how == 'exited' and status or 128 + status
end

--- The words of the C compiler's command: $CC, or else `default`.
function child.compiler(default)
  local words = {}
  for word in (os.getenv 'CC' or default):gmatch '%S+' do words[#words + 1] = word end
  return words
end

--- Sets what a program with sanitizers is to do.
function child.set_sanitizers()
  stdlib.setenv('ASAN_OPTIONS', 'detect_leaks=0:handle_abort=1:hard_rss_limit_mb=2048:allocator_may_return_null=0')
end

--- The words of a line of a result, parted by tabs.
function child.words(line)
  local words = {}
  for word in (line .. '\t'):gmatch '(.-)\t' do words[#words + 1] = word end
  return words
end

-- Starts a process that removes a folder when this one is gone, however it ends: it
-- waits for the other end of a pipe. Returns a function that has it done now.
local function guard(folder)
  local hears, held = unistd.pipe()
  fcntl.fcntl(held, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
  local process = unistd.fork()
  if process == 0 then
    unistd.setpid('s')
    unistd.dup2(hears, 0)
    unistd.close(held)
    -- What was killed may be writing still.
    unistd.execp('sh', { '-c', [[trap '' INT TERM HUP; exec >/dev/null 2>&1; cat
      for _ in 1 2 3 4 5 6 7 8 9 10; do rm -rf -- "$1" && exit; sleep 0.2; done]], 'sh', folder })
    unistd._exit(1)
  end
  unistd.close(hears)
  return function()
    unistd.close(held)
    if process then wait.wait(process) end
  end
end

--- Calls body with a new folder, which is cleared away whatever becomes of this process.
-- What is started meanwhile puts its own temporary files there too.
function child.with_scratch(name, body)
  local given = os.getenv 'TMPDIR'
  local place = given or '/tmp'
  local scratch, why = stdlib.mkdtemp(('%s/%s-XXXXXX'):format(place, name))
  if not scratch then
    error(('no temporary folder can be made in %s: %s (TMPDIR names another place)'):format(place,
      (why:gsub('^.*: ', ''))), 0)
  end
  local remove = guard(scratch)
  stdlib.setenv('TMPDIR', scratch)
  local ok, result = pcall(body, scratch)
  stdlib.setenv('TMPDIR', given)
  remove()
  if not ok then error(result, 0) end
  return result
end

return child
