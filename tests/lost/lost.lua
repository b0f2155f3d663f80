--- Is anything lost when make is killed, or the disk is full? Works in a copy of the
-- workbook that has one chapter.
--
--   luajit tests/lost/lost.lua KILLS DISKS [SEED]     make lost
--
-- A make that has something to do is killed, at a random moment or as a file appears, or
-- runs on a disk that is too small.
-- Then a plain make must succeed, and leave every file as it was: committed, in work/
-- and in the build.
package.path = 'scripts/?.lua;' .. package.path
local signal = require 'posix.signal'
local stat = require 'posix.sys.stat'
local time = require 'posix.time'
local unistd = require 'posix.unistd'
local wait = require 'posix.sys.wait'
local shell = require 'tests.lua.shell'

local lost = {}

local GOALS = 'all judges gradcheck'

local function sleep(seconds)
  time.nanosleep { tv_sec = math.floor(seconds), tv_nsec = math.floor(seconds % 1 * 1e9) }
end

--- A copy that is built and committed, and its files with what they hold; its figures live,
-- or stand still.
function lost.new(seed, live)
  math.randomseed(seed)
  local here = shell.scratch('lost', { '04-sigmoid' }, live)
  -- What a make here would not build, or with another folder's name in it.
  shell.run('cd %s/build && rm -rf parts command obj/zoo', here)
  local status, said = shell.run([[cd %s && git init -q && printf 'build/\nwork/\n' > .gitignore && git add . &&
    git -c user.name=x -c user.email=x@x commit -qm x && mkdir work && echo mine > work/mine.c &&
    make %s]], here, GOALS)
  assert(status == 0, said)
  local self = { here = here, kept = {} }
  for _, path in ipairs(shell.lines("cd %s && find build -type f ! -path '*/tmp/*' ! -name lock", here)) do
    self.kept[#self.kept + 1] = path
  end
  table.sort(self.kept)
  assert(shell.run('rm -rf %s.kept && cp -a %s/build %s.kept', here, here, here) == 0)
  return self
end

-- What is other than it was, in a sentence, or nil. The time that a chapter took is in
-- its report, and who had the lock in the lock.
local function difference(self)
  local status, said = shell.run([[cd %s && git status --porcelain && echo mine | cmp - work/mine.c && ls -A work &&
    { diff -rq -x lock -x tmp -x '*.json' build ../scratch-lost.kept || true; } && find build/tmp -type f]], self.here)
  if status ~= 0 or said ~= 'mine.c\n' then return said end
end

local function plain_make(self, after)
  local status, said = shell.run('cd %s && make %s', self.here, GOALS)
  if status ~= 0 then return ('%s: a plain make fails:\n%s'):format(after, said) end
  local other = difference(self)
  return other and ('%s: after a plain make is other than before:\n%s'):format(after, other)
end

-- Leaves something to do: all, or what follows from some sources that are newer.
local function unmake(self, all)
  if all and math.random() < 0.5 then
    assert(shell.run('rm -rf %s/build', self.here) == 0)
  else
    shell.run('cd %s && find csrc scripts plots chapters tests/exercises -type f | ' ..
      'shuf -n %d --random-source=<(yes %d) | xargs touch', self.here, all and 1e6 or 40, math.random(1e6))
  end
end

-- What changes when a file is replaced, cut off or written to.
local function state(self, path)
  local found = stat.stat(self.here .. '/' .. path)
  return found and ('%d %d %d'):format(found.st_ino, found.st_mtime, found.st_size)
end

-- Kills a make, with all that it started, after some seconds or when the file at `path` changes.
local function killed_make(self, seconds, path)
  local process = unistd.fork()
  if process == 0 then
    unistd.setpid 's'
    unistd.execp('sh', { '-c', ('cd %s && exec env -u MAKEFLAGS -u MAKELEVEL -u GW_BUILD -u GW_TMP -u GW_LOCKED ' ..
      'make %s >/dev/null 2>&1'):format(self.here, GOALS) })
    unistd._exit(127)
  end
  local waited, old = 0, path and state(self, path)
  while waited < seconds and (not path or (state(self, path) or old) == old) and
    wait.wait(process, wait.WNOHANG) ~= process do
    sleep(0.0005)
    waited = waited + 0.0005
  end
  signal.kill(-process, signal.SIGKILL)
  wait.wait(process)
end

--- Kills make once; a sentence if something was lost.
function lost.kill(self)
  local path = math.random() < 0.5 and self.kept[math.random(#self.kept)] or nil
  unmake(self, path)
  local seconds = path and 10 or 4 * math.random() ^ 2
  killed_make(self, seconds, path)
  return plain_make(self, path and 'killed as ' .. path .. ' appeared' or ('killed after %.3f s'):format(seconds))
end

--- Runs make on a disk of some kilobytes; a sentence if something was lost, or nil; and
-- whether it was full.
function lost.fill(self, kilobytes)
  local status, said = shell.run([[cd %s && rm -rf build && mkdir build || exit 99
    mount -t tmpfs -o size=%dk none build || exit 99
    make %s; status=$?; make figures THEME=dark FORMAT=pdf ONLY=04-sigmoid/sigmoid || status=1
    mount -o remount,size=1g build; echo "status $status"]], self.here, kilobytes, GOALS)
  if status == 99 then error(said, 0) end
  local made = tonumber(said:match 'status (%d+)\n$')
  local wrong
  if said:match '%.lua:%d+:' or said:match 'traceback' then wrong = 'a riddle:\n' .. said end
  local broken = shell.lines([[cd %s
    for f in $(find build -name '*.svg'); do tail -c 9 $f | grep -q '</svg>' || echo $f; done
    for f in $(find build -name '*.pdf'); do tail -c 9 $f | grep -q EOF || echo $f; done]], self.here)
  if #broken > 0 then wrong = 'cut off: ' .. table.concat(broken, ' ') end
  shell.run('rm -f %s/build/figures/*/*-dark*', self.here)
  wrong = wrong or plain_make(self, ('a disk of %d kB'):format(kilobytes))
  shell.run('cd %s && umount build && rmdir build && cp -a ../scratch-lost.kept build', self.here)
  return wrong, made ~= 0
end

--- May this process mount a small disk?
function lost.can_mount()
  return (shell.run [[d=$(mktemp -d) && mount -t tmpfs -o size=64k none $d 2>/dev/null && umount $d
    s=$?; rmdir $d; exit $s]]) == 0
end

--- How large the build is, in kilobytes.
function lost.size(self) return tonumber(shell.lines('du -sk %s.kept', self.here)[1]:match '%d+') end

--- Both, so many times: {what was lost, …}, and how many disks were full.
function lost.run(self, kills, disks, say)
  local found, full = {}, 0
  local function note(what)
    if what then found[#found + 1] = what end
    if say then say(what and 'LOST ' .. what or '.') end
  end
  for _ = 1, kills do note(lost.kill(self)) end
  local size = lost.size(self)
  for i = 1, disks do
    local what, was_full = lost.fill(self, math.floor(16 + size * (i - 0.5) / disks))
    note(what)
    full = full + (was_full and 1 or 0)
  end
  return found, full
end

if arg and arg[0]:match 'lost%.lua$' then
  local kills, disks = tonumber(arg[1]), tonumber(arg[2])
  local self = lost.new(tonumber(arg[3]) or os.time(), true)
  local found, full = lost.run(self, kills, disks, function(text)
    io.write(text, #text > 1 and '\n' or '')
    io.flush()
  end)
  print(('\nkilled %d times, %d disks, %d of them full: lost %d'):format(kills, disks, full, #found))
  os.exit(#found == 0 and 0 or 1)
end

return lost
