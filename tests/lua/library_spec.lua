-- A library that is missing, stale, or not a library ends in one sentence.
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

describe('the library', function()
  local folder = paths.build .. '/tests/library'

  before_each(function()
    local status, said = shell.run('rm -rf %s && mkdir -p %s && cp %s/{libgw.so,cdef.h,signatures.lua} %s/', folder,
      folder, paths.build, folder)
    assert(status == 0, said)
  end)

  -- As a driver does: what stops it is seen as a reader sees it.
  local function load()
    return shell.run([[GW_BUILD=%s luajit -e "package.path = 'scripts/?.lua;' .. package.path
      require 'gw'
      io.write 'loaded'"]], folder)
  end

  it('loads', function()
    local status, said = load()
    assert.equal('loaded', said)
    assert.equal(0, status)
  end)

  local function refuses(sentence)
    local status, said = load()
    assert.equal(1, status)
    assert.matches(sentence, said, 1, true)
    assert.is_nil(said:gsub('\n$', ''):find '\n', 'one line only')
  end

  it('is missing', function()
    os.remove(folder .. '/libgw.so')
    refuses(folder .. '/libgw.so is missing: run make')
    os.remove(folder .. '/cdef.h')
    refuses(folder .. '/cdef.h is missing: run make')
  end)

  it('is missing for a program, which says so with its own name and status', function()
    local status, said = shell.run('GW_BUILD=%s scripts/gradcheck --list-mistakes', folder)
    assert.equal(('gradcheck: %s/command/cdef.h is missing: run make gradcheck\n'):format(folder), said)
    assert.equal(2, status)
  end)

  it('is older than a source', function()
    shell.run('touch -d 2001-01-01 %s/libgw.so', folder)
    refuses(folder .. '/libgw.so is older than ./csrc/')
  end)

  it('is not a library', function()
    files.write(folder .. '/libgw.so', 'text')
    refuses(folder .. '/libgw.so cannot be loaded')
  end)

  it('has lost its list of functions', function()
    os.remove(folder .. '/signatures.lua')
    refuses(folder .. '/signatures.lua is missing: run make')
  end)

  it('has no function that tests alone call', function()
    local function all(words) return table.concat(shell.lines(words), '\n') end
    local c = all 'cat csrc/*.c csrc/*/*.c csrc/*/*.inc scripts/*/*.c tests/gradcheck/*/*.c'
    local lua = all('cat scripts/*.lua scripts/*/*.lua scripts/checker/*.py scripts/live/*.js scripts/gradcheck ' ..
      'scripts/exercises')
    local alias, idle = {}, {} -- elementary.h has C's names for ours
    for theirs, ours in all('cat csrc/*/*.h'):gmatch '#define ([%w_]+) +(gw_[%w_]+)\n' do alias[ours] = theirs end
    for name in pairs(dofile(paths.build .. '/signatures.lua')) do
      local _, calls = c:gsub(name .. '%f[^%w_]', '') -- its definition is one
      if alias[name] then calls = calls + select(2, c:gsub('%f[%w_]' .. alias[name] .. '%(', '')) end
      if calls < 2 and not lua:find('gw%.' .. name:sub(4) .. '%f[^%w_]') and not lua:find(name, 1, true) then
        idle[#idle + 1] = name
      end
    end
    assert.same({}, idle)
  end)
end)
