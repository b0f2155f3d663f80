-- csrc/fast: the same bits with each instruction set and number of threads, our functions
-- beside SLEEF's, and strange words in the environment.
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local HASH = paths.build .. '/fast/hash'

describe('the fast forms', function()
  it('give the bits of tests/fast/hashes.tsv with any instructions and threads', function()
    local status, said = shell.run('luajit tests/fast/hashes.lua %s', HASH)
    assert.equal(0, status, said)
    assert.matches('^%d+ runs have the hashes', said)
  end)

  it('behave whatever OMP_NUM_THREADS says', function()
    local kept
    for _, word in ipairs { '1', '0', '-3', '1000', '2', 'many', '' } do
      local status, said = shell.run('OMP_NUM_THREADS=%s %s 0 0 2', word, HASH)
      assert.equal(0, status, said)
      local hashes = said:gsub('libgomp:[^\n]*\n', ''):gsub('^%s+', '') -- it says what it cannot read
      kept = kept or hashes
      assert.equal(kept, hashes)
    end
  end)

  it('are near SLEEF', function()
    if shell.run('test -e %s/fast/sleef', paths.build) ~= 0 then
      assert(not os.getenv 'GW_NO_SKIP', 'libsleef-dev is missing: scripts/setup --tests installs it')
      return pending 'libsleef-dev is not installed'
    end
    local status, said = shell.run('%s/fast/sleef', paths.build)
    assert.equal(0, status, said)
    assert.equal(7, select(2, said:gsub('\n', '')))
  end)
end)
