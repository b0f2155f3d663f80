--- Runs a program that may do anything, under the limits of scripts/sandbox/runner.c.
local ffi = require 'ffi'
local errno = require 'posix.errno'
local fcntl = require 'posix.fcntl'
local poll = require 'posix.poll'
local signal = require 'posix.signal'
local stdlib = require 'posix.stdlib'
local stat = require 'posix.sys.stat'
local time = require 'posix.time'
local unistd = require 'posix.unistd'
local wait = require 'posix.sys.wait'
local paths = require 'gw.paths'

local child = {}

-- A compiler needs some 300 for the longest sources here.
child.COMPILER_MEGABYTES = 1024

-- What the runner is told of the files that programs may see: all.
local view = {}

--- From now on, programs see all files read-only, and nothing in the hidden folders but
-- those to be read and the one to be written. Returns whether the system can do that; if
-- not, they see what they saw before.
function child.hide(hidden, read, written)
  local new = {}
  for _, each in ipairs(hidden) do new[#new + 1], new[#new + 2] = '-h', stdlib.realpath(each) end
  for _, each in ipairs(read) do new[#new + 1], new[#new + 2] = '-r', stdlib.realpath(each) end
  new[#new + 1], new[#new + 2] = '-w', stdlib.realpath(written)
  local before = view
  view = new
  if child.run({ 'true' }, written .. '/view', 10, 0) ~= 0 then view = before end
  return view == new
end

--- From now on, programs see all files again.
function child.hide_nothing() view = {} end

-- Starts a command, a list of words, under the runner, with these channels. Returns it, and
-- the channel on which the runner says how the command ended.
local function start(command, seconds, megabytes, channels)
  if not stat.stat(paths.runner) then error(paths.runner .. ' is missing: run make gradcheck first', 0) end
  local hears, tells = unistd.pipe()
  fcntl.fcntl(hears, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
  local full = { paths.runner, ('-%d'):format(tells), ('%d'):format(math.ceil(seconds)), tostring(megabytes) }
  for _, list in ipairs { view, command } do for _, word in ipairs(list) do full[#full + 1] = word end end
  local process, why = unistd.fork()
  if not process then error('no process can be started: ' .. why, 0) end
  if process == 0 then
    for channel = 0, 2 do unistd.dup2(channels[channel + 1], channel) end
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    unistd.execp(full[1], { unpack(full, 2) })
    unistd._exit(125)
  end
  unistd.close(tells)
  return process, hears
end

-- What the runner says in the end: {how = 'signal', number = 9, killed = 0}; see runner.c.
local function told(hears)
  local line = unistd.read(hears, 100) or ''
  unistd.close(hears)
  local how, number, killed = line:match '^(%l+) (%d+) (%-?%d+)\n'
  return { how = how or 'unknown', number = tonumber(number), killed = tonumber(killed) }
end

-- A file that is closed in what is started, but as one of its three channels.
local function opened(path, flags)
  local file, why = fcntl.open(path, flags + fcntl.O_CLOEXEC, 384)
  if not file then error(why, 0) end
  return file
end

local WRITES = fcntl.O_WRONLY + fcntl.O_CREAT + fcntl.O_TRUNC

local function status_of(how, status) return how == 'exited' and status or 128 + status end

--- Runs a command, a list of words, with nothing to read; what it says on standard error
-- goes to the file `said`, and on standard output to `printed`, or else to `said` too.
-- Returns its status; 124 means that its time was over, 128 + n that signal n
-- ended it, 125 that it could not be run, 126 that it started too many processes. It may have
-- ended with such a status itself: what comes second says how it was.
function child.run(command, said, seconds, megabytes, printed)
  local nothing, file = opened('/dev/null', fcntl.O_RDONLY), opened(said, WRITES)
  local out = printed and opened(printed, WRITES) or file
  local process, hears = start(command, seconds, megabytes, { nothing, out, file })
  for _, channel in ipairs { nothing, file, printed and out } do unistd.close(channel) end
  local ended, how, status
  repeat ended, how, status = wait.wait(process) until ended
  return status_of(how, status), told(hears)
end

--- Runs a compiler with the limits of one, its messages in English whoever its user is:
-- some are recognised by their words.
function child.compile(command, said)
  local kept = {}
  for name, value in pairs { LC_ALL = 'C.UTF-8', LANGUAGE = '' } do
    kept[name] = os.getenv(name) or false
    stdlib.setenv(name, value)
  end
  local status = child.run(command, said, 60, child.COMPILER_MEGABYTES)
  for name, value in pairs(kept) do stdlib.setenv(name, value or nil) end
  return status
end

local talk = {}
talk.__index = talk

--- Starts a command to talk with, through pipes as its standard input and output.
function child.talk(command, said, seconds, megabytes)
  local theirs, to = unistd.pipe()
  local from, answers = unistd.pipe()
  for _, channel in ipairs { theirs, to, from, answers } do
    fcntl.fcntl(channel, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
  end
  local file = opened(said, WRITES)
  signal.signal(signal.SIGPIPE, signal.SIG_IGN)
  local process, hears = start(command, seconds, megabytes, { theirs, answers, file })
  for _, channel in ipairs { theirs, answers, file } do unistd.close(channel) end
  fcntl.fcntl(to, fcntl.F_SETFL, fcntl.O_NONBLOCK)
  return setmetatable({ process = process, hears = hears, to = to, from = from, heard = '' }, talk)
end

-- Adds what can be read now to `heard`; false at its end.
local function hear(self)
  local text = unistd.read(self.from, 65536)
  if not text or text == '' then return false end
  self.pieces[#self.pieces + 1] = text
  self.bytes = self.bytes + #text
  return true
end

--- Says a text and waits for so many lines in return, of at most so many bytes in all:
-- a list of them. Nothing where the command ends before, or says 'more'. What it said before
-- it ended counts, whichever of the two was faster.
function talk:ask(text, count, most)
  local at, lines, ended = 1, {}, false
  self.pieces, self.bytes = { self.heard }, #self.heard
  while true do
    while at <= #text do
      local written, _, why = unistd.write(self.to, at == 1 and text or text:sub(at, at + 65535))
      if written then
        at = at + written
      elseif why == errno.EAGAIN then
        -- It may wait for its answers to be read before it reads on.
        local channels = { [self.to] = { events = { OUT = true } }, [self.from] = { events = { IN = true } } }
        poll.poll(channels, -1)
        local mine = channels[self.from].revents
        if mine and (mine.IN or mine.HUP) and not hear(self) then return nil end
        if self.bytes > most then return nil, 'more' end
      else
        at, ended = #text + 1, true
      end
    end
    if self.pieces[#self.pieces]:find('\n', 1, true) then
      local heard = table.concat(self.pieces)
      local from = 1
      while #lines < count do
        local stop = heard:find('\n', from, true)
        if not stop then break end
        lines[#lines + 1] = heard:sub(from, stop - 1)
        from = stop + 1
      end
      self.heard = heard:sub(from)
      if #lines == count then return lines end
      self.pieces, self.bytes = { self.heard }, #self.heard
    end
    if self.bytes > most then return nil, 'more' end
    if ended and poll.rpoll(self.from, 0) ~= 1 or not hear(self) then return nil end
  end
end

--- Ends the talk: the command reads its end, and has so many seconds to leave by itself.
-- Returns its status and how it ended, as `run` does, or nothing where it had to be killed.
function talk:close(patience)
  unistd.close(self.to)
  local ended, how, status = wait.wait(self.process, wait.WNOHANG)
  for _ = 1, patience * 500 do
    if ended ~= 0 then break end
    time.nanosleep { tv_sec = 0, tv_nsec = 2000000 }
    ended, how, status = wait.wait(self.process, wait.WNOHANG)
  end
  local leaves = ended ~= 0
  if not leaves then
    signal.kill(self.process, signal.SIGTERM)
    repeat ended, how, status = wait.wait(self.process) until ended
  end
  unistd.close(self.from)
  signal.signal(signal.SIGPIPE, signal.SIG_DFL)
  local said = told(self.hears)
  if leaves then return status_of(how, status), said end
end

--- The words of the command of the compiler that a variable names, CC say, or else `default`.
function child.compiler(variable, default)
  local words = {}
  for word in (os.getenv(variable) or default):gmatch '%S+' do words[#words + 1] = word end
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

ffi.cdef [[typedef struct { struct { long s, us; } user, system; long rest[14]; } rusage;
  int getrusage(int, rusage *);]]
local OF_CHILDREN = -1

--- Seconds of the processor's that the processes took which this one started and awaited.
function child.spent()
  local r = ffi.new 'rusage'
  ffi.C.getrusage(OF_CHILDREN, r)
  return tonumber(r.user.s + r.system.s) + tonumber(r.user.us + r.system.us) * 1e-6
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
