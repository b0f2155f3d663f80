--- Runs commands for tests, and makes scratch copies of the workbook.
local files = require 'gw.files'
local paths = require 'gw.paths'

local shell = {}

--- Runs a line of bash. Returns its status, and what it said on both channels.
-- Nothing of a make around the tests gets through to a make inside, but that it holds the
-- lock of this build.
function shell.run(line, ...)
  if select('#', ...) > 0 then line = line:format(...) end
  local clean = 'env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL -u MAKE_TERMOUT -u MAKE_TERMERR -u GW_BUILD -u GW_TMP'
  local pipe = io.popen(('%s bash -c %s 2>&1 </dev/null; echo " $?"'):format(clean, files.quoted(line)))
  local said, status = pipe:read('*a'):match '^(.*) (%d+)\n$'
  pipe:close()
  return tonumber(status), said
end

--- The lines of what a command says; it must succeed.
function shell.lines(...)
  local status, said = shell.run(...)
  assert(status == 0, said)
  local list = {}
  for line in said:gmatch '[^\n]+' do list[#list + 1] = line end
  return list
end

--- A copy of the workbook, built but for its chapters, in a folder of its own below
-- build/tests, with the chapters named (all of their rooms), and of the others the accepted
-- facts alone, which a text may quote. Its figures stand still, as where there is no compiler
-- for WebAssembly, which takes longer than all else; unless they are to live.
function shell.scratch(name, chapters, live)
  local folder = ('%s/tests/scratch-%s'):format(paths.build, name)
  local status, said = shell.run([[
    set -e
    rm -rf %s; mkdir -p %s/build
    cp -a Makefile README.md CONTRIBUTING.md LICENSE csrc data scripts plots chapters tests %s/
    cd %s
    cp -a --parents .made-by-the-gradient-workbook obj cdef.h signatures.lua libgw.so uses.lua runner command \
      libgradcheck.* parts/{csrc,scripts,plots} "$OLDPWD/%s/build/"
    cd "$OLDPWD"
    rm -f %s/scripts/*-*.lua
    find %s/plots %s/tests/exercises -mindepth 1 -maxdepth 1 -type d -name '*-*' -exec rm -r {} +
    find %s/chapters/*-* -mindepth 1 -maxdepth 1 ! -name facts.tsv -exec rm -r {} +
    rm -rf %s/scripts/judge/solutions/*]],
    folder, folder, folder, paths.build, folder, folder, folder, folder, folder, folder)
  assert(status == 0, said)
  if not live then
    assert(shell.run("sed -i '/^LIVE := /,/)$/c LIVE :=' %s/scripts/live/build.mk", folder) == 0)
  end
  for _, chapter in ipairs(chapters) do
    status, said = shell.run('cp -a scripts/%s.lua %s/scripts/ && cp -a plots/%s %s/plots/ && ' ..
      'cp -a chapters/%s %s/chapters/ && cp -a tests/exercises/%s %s/tests/exercises/ && ' ..
      'cp -a scripts/judge/solutions/%s %s/scripts/judge/solutions/',
      chapter, folder, chapter, folder, chapter, folder, chapter, folder, chapter, folder)
    assert(status == 0, said)
  end
  return folder
end

return shell
