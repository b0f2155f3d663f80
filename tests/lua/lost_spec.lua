-- A short form of `make lost`: what make leaves when it is killed, and on a full disk.
local lost = require 'tests.lost.lost'

describe('a make that is cut off', function()
  it('is mended by a plain make, and has lost nothing: killed', function()
    local found = lost.run(3, 0, 8)
    assert.equal('', table.concat(found, '\n'))
  end)

  it('is mended by a plain make, and has lost nothing: a full disk', function()
    if not lost.can_mount() then
      assert(not os.getenv 'GW_NO_SKIP', 'a small disk cannot be mounted here')
      pending 'a small disk cannot be mounted here'
    end
    local found, full = lost.run(0, 2, 9)
    assert.equal('', table.concat(found, '\n'))
    assert.equal(2, full)
  end)
end)
