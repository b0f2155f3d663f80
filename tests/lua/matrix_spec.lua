local gw = require 'gw'
local matrix = gw.matrix

describe('a matrix', function()
  it('counts from 1 and refuses what lies outside', function()
    local M = matrix.from { { 1, 2, 3 }, { 4, 5, 6 } }
    assert.equal(1, M:get(1, 1))
    assert.equal(6, M:get(2, 3))
    local outside = { { 0, 1 }, { 1, 0 }, { 3, 1 }, { 1, 4 }, { 1.5, 1 }, { 'x', 1 }, { 0 / 0, 1 }, { -1, 1 } }
    for _, place in ipairs(outside) do
      local ok, message = pcall(function() M:get(place[1], place[2]) end)
      assert.is_false(ok)
      assert.matches('^tests/lua/matrix_spec%.lua:%d+: matrix: %(.*%) is outside of 2x3$', message)
      assert.is_false(pcall(M.set, M, place[1], place[2], 0))
    end
    assert.same({ 1, 2, 3, 4, 5, 6 }, M:values())
  end)

  it('has a shape of whole numbers from 1', function()
    for _, shape in ipairs { { 0, 1 }, { 1, 0 }, { 1.5, 1 }, { -1, 1 }, { 2 ^ 31, 1 }, { 'a', 1 }, { 1 } } do
      local ok, message = pcall(function() local _ = matrix.new(shape[1], shape[2]) end)
      assert.is_false(ok)
      assert.matches('^tests/lua/matrix_spec%.lua:%d+: matrix: .* is no shape$', message)
    end
    assert.has_error(function() matrix.from { { 1, 2 }, { 3 } } end, 'matrix: row 2 has 1 numbers, row 1 has 2')
  end)

  it('starts as zeros', function()
    for _ = 1, 20 do
      for _, x in ipairs(matrix.new(7, 9):values()) do assert.equal(0, x) end
    end
  end)

  it('shares its numbers with its views', function()
    local M = matrix.from { { 1, 2, 3, 4 }, { 5, 6, 7, 8 } }
    local V = M:columns(2, 3)
    assert.equal('2x2', V:shape())
    assert.same({ 2, 3, 6, 7 }, V:values())
    V:set(2, 1, 60)
    assert.equal(60, M:get(2, 2))
    M:set(1, 3, 30)
    assert.equal(30, V:get(1, 2))
    assert.has_error(function() V:get(1, 3) end)
    assert.same({ 5, 60, 7, 8 }, M:row(2):values())
    assert.same({ 60, 7 }, V:row(2):values())
    assert.same({ 60 }, V:columns(1, 1):row(2):values())
    for _, bad in ipairs { { 0, 1 }, { 3, 5 }, { 4, 3 } } do
      assert.has_error(function() M:columns(bad[1], bad[2]) end)
    end
  end)

  it('gives C a view with the right stride', function()
    local M = matrix.from { { 1, 2, 3 }, { 4, 5, 6 } }
    gw.matrix_fill(M:columns(2, 2), 0)
    assert.same({ 1, 0, 3, 4, 0, 6 }, M:values())
    local T = matrix.new(2, 2)
    gw.matrix_transpose(M:columns(2, 3), T)
    assert.same({ 0, 0, 3, 6 }, T:values())
  end)

  it('copies into memory of its own', function()
    local M = matrix.from { { 1, 2, 3 }, { 4, 5, 6 } }
    local copy = M:columns(2, 3):copy()
    M:set(1, 2, 99)
    assert.same({ 2, 3, 5, 6 }, copy:values())
  end)

  -- A view that outlives its matrix is all that holds the buffer.
  it('is kept alive by a view', function()
    local views = {}
    for i = 1, 200 do
      local M = matrix.new(1, 500)
      gw.matrix_fill(M, i)
      views[i] = M:columns(100, 300)
    end
    for _ = 1, 3 do
      collectgarbage()
      for _ = 1, 200 do gw.matrix_fill(matrix.new(1, 500), -1) end
    end
    for i, V in ipairs(views) do
      for _, x in ipairs(V:values()) do assert.equal(i, x) end
      assert.equal(i, V.c.data[0]) -- what C sees
    end
  end)
end)
