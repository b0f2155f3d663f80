-- scripts/setup on systems that are not this one: every command that it calls
-- is a stand-in of ours.
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

describe('scripts/setup', function()
  local bin = paths.build .. '/tests/setup'

  -- A system whose commands are these, beside cat and sh. The setup is a copy: it
  -- would install into this checkout.
  local function on(commands, arguments)
    shell.run('rm -rf %s && mkdir -p %s && ln -s "$(command -v cat)" "$(command -v sh)" %s/', bin, bin, bin)
    for name, body in pairs(commands) do files.write(bin .. '/' .. name, '#!/bin/bash\n' .. body .. '\n') end
    shell.run('chmod +x %s/*', bin)
    shell.run('mkdir -p %s/root/scripts %s/root/tests/book/browser && cp scripts/setup %s/root/scripts/ && ' ..
      'cp tests/book/browser/package-lock.json %s/root/tests/book/browser/', bin, bin, bin, bin)
    return shell.run('PATH=$PWD/%s %s/root/scripts/setup %s', bin, bin, arguments or '')
  end

  local INSTALLED = 'for name; do case $name in --*) ;; *) echo "installed $name";; esac; done'
  local LACKS_TWO = INSTALLED:gsub('%-%-%*', '--*|gnuplot-nox|lua-lpeg')
  local function debian(commands, arguments)
    local all = { ['apt-get'] = 'echo "APT $*"', ['dpkg-query'] = LACKS_TWO, id = 'echo 1000' }
    for name, body in pairs(commands) do all[name] = body end
    return on(all, arguments)
  end
  local function contains(text, part) assert.is_truthy(text:find(part, 1, true), text) end

  it('says nothing where nothing is missing', function()
    local status, said = debian { ['dpkg-query'] = INSTALLED, ['apt-get'] = 'exit 9' }
    assert.equal('', said)
    assert.equal(0, status)
  end)

  it('installs what is missing, and only that, as root', function()
    local status, said = debian { id = 'echo 0' }
    assert.equal(0, status)
    contains(said, 'installing lua-lpeg gnuplot-nox\n')
    contains(said, 'APT install -y -qq --no-install-recommends lua-lpeg gnuplot-nox\n')
  end)

  it('does so through sudo', function()
    local status, said = debian { sudo = 'echo SUDO; "$@"' }
    assert.equal(0, status)
    contains(said, 'SUDO\nAPT update')
  end)

  it('else says the one line for root', function()
    local status, said = debian {}
    assert.equal(1, status)
    assert.matches("\n  su %-c 'apt%-get update[^\n]* install [^\n]* lua%-lpeg gnuplot%-nox'\n$", said)
    assert.is_nil(said:find 'APT')
  end)

  it('goes on when the lists cannot be updated, and says when apt fails', function()
    local status = debian { id = 'echo 0', ['apt-get'] = 'test "$1" = install' }
    assert.equal(0, status)
    local said
    status, said = debian { id = 'echo 0', ['apt-get'] = 'echo E: no network; exit 100' }
    assert.equal(1, status)
    contains(said, 'E: no network')
    contains(said, 'scripts/setup: apt could not install lua-lpeg gnuplot-nox')
  end)

  it('installs for the tests what only they need', function()
    local bare = INSTALLED:gsub('%-%-%*', '--*|chromium|epubcheck|nodejs|npm|openmpi-bin|python3-scipy')
    local status, said = debian({ id = 'echo 0', ['dpkg-query'] = bare }, '')
    assert.equal('', said)
    assert.equal(0, status)
    -- Where node and npm come from elsewhere, theirs are left alone.
    status, said = debian({ id = 'echo 0', ['dpkg-query'] = bare, node = '', npm = 'echo NPM $*' }, '--tests')
    assert.equal(0, status)
    contains(said, 'installing openmpi-bin python3-scipy chromium epubcheck\n')
    contains(said, 'installing axe-core\nNPM ci ')
    status, said = debian({ id = 'echo 0', ['dpkg-query'] = bare, npm = 'exit 1' }, '--tests')
    assert.equal(1, status)
    contains(said, 'installing openmpi-bin python3-scipy chromium epubcheck nodejs\n')
    contains(said, 'scripts/setup: npm could not install axe-core')
    status, said = debian({ id = 'echo 0', ['dpkg-query'] = bare }, '--mpi')
    assert.equal(0, status)
    contains(said, 'installing openmpi-bin\n')
    status, said = debian({ id = 'echo 0', ['dpkg-query'] = bare }, '--bench')
    assert.equal(0, status)
    contains(said, 'installing python3-scipy\n')
  end)

  it('names the packages of other systems', function()
    local status, said = on {}
    assert.equal(1, status)
    for _, line in ipairs { 'dnf install gcc glibc-devel', 'pacman -S gcc make', 'brew install gcc make',
      'luarocks --lua-version 5.1' } do contains(said, line) end
    assert.is_nil(said:find(' - ', 1, true))
  end)

  -- Every tool that the project starts, every library that it loads, has a
  -- package; so a bare machine gets them all.
  it('knows a package for every Lua library in use', function()
    local PACKAGE = { argparse = 'lua-argparse', dkjson = 'lua-dkjson', lpeg = 'lua-lpeg', posix = 'lua-posix' }
    local setup = files.read 'scripts/setup'
    for _, line in ipairs(shell.lines "grep -rhoE \"require\\(?[ ]*'[a-z0-9_.]+'\" scripts") do
      local name = line:match "'([%w_]+)"
      local is_room = shell.run('test -d scripts/%s', name) == 0 or name == 'ffi' or name == 'bit' or name == 'jit'
      if not is_room then
        assert.is_truthy(PACKAGE[name], 'no package for the Lua library ' .. name)
        contains(setup, '\n    ' .. PACKAGE[name] .. ' ')
      end
    end
  end)
end)

describe('make doctor', function()
  it('finds what is missing and names the command that mends it', function()
    local status, said = shell.run([[
      bin=$(mktemp -d); trap 'rm -rf $bin' EXIT
      for tool in bash cat fc-match gcc as ld git grep head luajit make mktemp rm sed sort; do
        ln -s "$(command -v $tool)" $bin/
      done
      PATH=$bin scripts/tools/doctor]])
    assert.equal(1, status)
    assert.matches('\nok       gcc compiles', said)
    assert.matches('\nok       LuaJIT calls C', said)
    assert.matches('\nmissing  gnuplot draws an SVG\n         gnuplot: command not found\n', said)
    assert.matches('\nmissing  pandoc', said)
    assert.matches('\nmissing  clang makes WebAssembly', said)
    assert.matches('missing%. This mends it:  scripts/setup\n', said)
    assert.matches('does without%. This mends it:  scripts/setup %-%-tests\n$', said)
  end)

  -- In a copy, which has axe-core or has not.
  it('counts what it named, and says that nothing is missing only where nothing is', function()
    local root = paths.build .. '/tests/doctor'
    local axe = root .. '/tests/book/browser/node_modules/axe-core/axe.min.js'
    shell.run('rm -rf %s && mkdir -p %s/scripts/tools && cp scripts/tools/doctor %s/scripts/tools/', root, root, root)
    local needed = {}
    for i, has in ipairs { true, false } do
      if has then files.write(axe, '') else os.remove(axe) end
      local status, said = shell.run('%s/scripts/tools/doctor', root)
      local named = select(2, ('\n' .. said):gsub('\nmissing ', '')) -- what it named
      local counted, without = said:match '\n(%d+) missing%.', said:match '\n(%d+) missing that'
      assert.equal(named, (tonumber(counted) or 0) + (tonumber(without) or 0), said)
      assert.equal(named == 0, said:find('Nothing is missing', 1, true) ~= nil, said)
      assert.equal(counted and 1 or 0, status, said)
      assert.equal(not has, said:find('\nmissing  axe-core\n', 1, true) ~= nil, said)
      needed[i] = counted or 0
    end
    assert.equal(needed[1], needed[2])
  end)
end)
