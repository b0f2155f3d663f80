--- Runs a program that may do anything, under the limits of scripts/tools/runner.c.
local fcntl = require 'posix.fcntl'
local glob = require 'posix.glob'
local stdlib = require 'posix.stdlib'
local stat = require 'posix.sys.stat'
local unistd = require 'posix.unistd'
local wait = require 'posix.sys.wait'
local paths = require 'gw.paths'

local child = {}

--- Runs a command, a list of words; what it says on standard error goes to the
-- file `said`, and on standard output to `printed`, or else to `said` too.
-- Returns its status; 124 means that its time was over, 128 + n that signal n
-- ended it, 125 that it could not be run.
function child.run(command, said, seconds, megabytes, printed)
  if not stat.stat(paths.runner) then error(paths.runner .. ' is missing: run make gradcheck first', 0) end
  local full = { paths.runner, ('%d'):format(math.ceil(seconds)), tostring(megabytes), unpack(command) }
  local process = assert(unistd.fork())
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

--- Calls body with a new folder, and clears that away whatever becomes of it.
function child.with_scratch(name, body)
  local scratch = assert(stdlib.mkdtemp(('%s/%s-XXXXXX'):format(os.getenv 'TMPDIR' or '/tmp', name)))
  local ok, result = pcall(body, scratch)
  for _, leftover in ipairs(glob.glob(scratch .. '/*') or {}) do os.remove(leftover) end
  os.remove(scratch)
  if not ok then error(result, 0) end
  return result
end

return child
