local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'
local stat = require 'posix.sys.stat'

describe('files.write', function()
  local folder = paths.build .. '/tests/files'

  before_each(function() shell.run('rm -rf %s', folder) end)

  local function leftovers()
    return shell.lines('ls -A %s/tmp | grep files_ || true', paths.build)
  end

  it('makes the folders on the way and holds every byte', function()
    local text = 'a\r\n\0b\255'
    files.write(folder .. '/deep/er/x.tsv', text)
    assert.equal(text, files.read(folder .. '/deep/er/x.tsv'))
    assert.same({}, leftovers())
  end)

  -- Make goes by times: a file that says the same is not newer.
  it('leaves a file alone that says the same', function()
    local path = folder .. '/same'
    files.write(path, 'text')
    shell.run('touch -d 2001-01-01 %s', path)
    local before = stat.stat(path).st_mtime
    files.write(path, 'text')
    assert.equal(before, stat.stat(path).st_mtime)
    files.write(path, 'other')
    assert.is_true(stat.stat(path).st_mtime > before)
    assert.equal('other', files.read(path))
  end)

  -- A reader who has the old file open keeps reading the old file.
  it('puts a new file in place of the old one', function()
    local path = folder .. '/whole'
    files.write(path, ('old'):rep(10))
    local open = io.open(path)
    files.write(path, 'new')
    assert.equal(('old'):rep(10), open:read '*a')
    open:close()
  end)

  it('names the file that it cannot write, and leaves nothing behind', function()
    stat.mkdir(folder)
    files.make_folder(folder .. '/taken/inside')
    local ok, message = pcall(files.write, folder .. '/taken', 'text')
    assert.is_false(ok)
    assert.matches('^cannot write ' .. folder:gsub('%p', '%%%0') .. '/taken: ', message)
    assert.same({}, leftovers())
    files.write(folder .. '/file', 'text')
    ok, message = pcall(files.write, folder .. '/file/below', 'text')
    assert.is_false(ok)
    assert.matches('/file', message)
    assert.same({}, leftovers())
    assert.equal('text', files.read(folder .. '/file'))
  end)

  -- Where the build is on another file system, a rename from there would fail.
  it('writes a file outside of the build beside its place', function()
    local rename, from = os.rename, nil
    os.rename = function(a, b) -- luacheck: ignore
      from = a
      return rename(a, b)
    end
    files.write(folder .. '/within', 'text')
    assert.matches('^' .. (os.getenv 'GW_TMP' or paths.build .. '/tmp'):gsub('%p', '%%%0') .. '/', from)
    local outside = os.tmpname()
    files.write(outside, 'text')
    os.rename = rename -- luacheck: ignore
    assert.equal(outside:match '^(.*)/', from:match '^(.*)/')
    os.remove(outside)
  end)

  it('writes a new file whole, and never over another', function()
    files.make_folder(folder)
    assert.is_true(files.write_new(folder .. '/new', 'one'))
    assert.is_false(files.write_new(folder .. '/new', 'two'))
    assert.equal('one', files.read(folder .. '/new'))
    assert.same({ 'new' }, shell.lines('ls -A %s', folder))
  end)

  it('notices that the disk is full', function()
    local status, said = shell.run([[GW_TMP=/dev/full luajit -e "package.path = 'scripts/?.lua;' .. package.path
      local files = require 'gw.files'
      files.temporary = function() return '/dev/full' end
      os.remove = function() end
      files.write('%s/full', 'text')"]], folder)
    assert.not_equal(0, status)
    assert.matches('cannot write .*/full: No space left on device', said)
    assert.is_nil(files.read(folder .. '/full'))
  end)
end)
