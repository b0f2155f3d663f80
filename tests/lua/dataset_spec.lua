local csv = require 'gw.csv'
local dataset = require 'gw.dataset'

local path = os.tmpname()

local function write(text)
  local file = assert(io.open(path, 'wb'))
  file:write(text)
  file:close()
end

-- Loads the text as a data set; the message if that fails.
local function load(text, o)
  write(text)
  o = o or {}
  o.data = path
  local ok, result = pcall(dataset.load, o)
  if ok then return result end
  return nil, (tostring(result):gsub(path:gsub('%p', '%%%0'), 'FILE'))
end

local function message(text, o) return select(2, load(text, o)) end

describe('a data set from CSV', function()
  teardown(function() os.remove(path) end)

  it('has examples as columns, and text labels as 0 and 1', function()
    local d = load 'age,size,kind\n3,0.5,cat\n4,-1e2,dog\n5, 7 ,cat\n'
    assert.equal('2x3', d.X:shape())
    assert.same({ 3, 4, 5, 0.5, -100, 7 }, d.X:values())
    assert.same({ 0, 1, 0 }, d.Y:values())
    assert.same({ 'age', 'size' }, d.features)
    assert.equal('dog', d.positive)
    assert.equal(0, d.dropped)
  end)

  it('takes the columns asked for, in that order', function()
    local d = load('a,y,b,c\n1,0,2,3\n4,1,5,6\n', { label = 'y', features = { 'c', 'a' } })
    assert.same({ 3, 6, 1, 4 }, d.X:values())
    d = load('a,y\n1,no\n2,yes\n', { positive = 'no' })
    assert.same({ 1, 0 }, d.Y:values())
  end)

  it('reads quotes, CRLF, line breaks inside quotes, and a byte order mark', function()
    local d = load '\239\187\191"size, cm","he said ""big""",y\r\n"1",2,"no"\r\n3,"4","yes,\r\nreally"\r\n'
    assert.same({ 'size, cm', 'he said "big"' }, d.features)
    assert.same({ 1, 3, 2, 4 }, d.X:values())
    assert.equal('yes,??really', d.positive)
  end)

  it('does not ask for a line break at the end, and skips empty lines', function()
    assert.same({ 1, 2 }, load('x,y\n1,0\n\n2,1').X:values())
    assert.same({ 1, 2 }, load('x,y\r1,0\r2,1\r').X:values())
  end)

  it('names a missing cell by row and column, or leaves its row out', function()
    assert.equal('FILE:3: column x is missing (--drop-missing leaves such rows out)', message 'x,y\n1,0\n,1\n2,1\n')
    assert.equal('FILE:4: column y is missing (--drop-missing leaves such rows out)',
      message '"a\nx",y\r\n1,0\r\n1,NA\r\n')
    local d = load('x,z,y\n1,?,0\n2, ,1\n3,NA,1\n4,5,0\n6,7,1\n', { drop_missing = true })
    assert.same({ 4, 6, 5, 7 }, d.X:values())
    assert.equal(3, d.dropped)
    -- What is missing in a column that is not used does not matter.
    assert.same({ 1, 2 }, load('x,z,y\n1,,0\n2,,1\n', { features = { 'x' } }).X:values())
    assert.equal('FILE has no complete row', message('x,y\n,0\n,1\n', { drop_missing = true }))
  end)

  it('names what is no number by row and column', function()
    assert.equal('FILE:3: column x: «tall» is not a number', message 'x,y\n1,0\ntall,1\n')
    assert.equal('FILE:2: column x: «0x10» is not a number', message 'x,y\n0x10,0\n2,1\n')
    for _, cell in ipairs { 'nan', 'NaN', 'inf', '-Infinity', '1e999' } do
      assert.matches('^FILE:2: column x: .* is not', message('x,y\n' .. cell .. ',0\n2,1\n'))
    end
  end)

  it('wants two classes, and to know which is which', function()
    assert.equal('FILE: every label in column y is «0»: there is nothing to tell apart', message 'x,y\n1,0\n2,0\n')
    assert.equal('FILE: column y has 3 labels (a, b, c …): say which counts as 1 with --positive',
      message 'x,y\n1,a\n2,b\n3,c\n')
    assert.same({ 0, 1, 0 }, load('x,y\n1,a\n2,b\n3,c\n', { positive = 'b' }).Y:values())
    assert.equal('FILE: no label in column y is «cat»; they are 0, 1', message('x,y\n1,0\n2,1\n', { positive = 'cat' }))
  end)

  it('knows the names of the columns', function()
    assert.equal('FILE has no column «z» for the label; it has x, y', message('x,y\n1,0\n2,1\n', { label = 'z' }))
    assert.equal('FILE has no column «w» for the features; it has x, y',
      message('x,y\n1,0\n2,1\n', { features = { 'w' } }))
    assert.equal('FILE has no column to learn from', message 'y\n0\n1\n')
  end)

  -- A file of 12 MB is 10 MB of numbers; as text in tables it would be 150.
  it('keeps numbers, not text', function()
    local file = assert(io.open(path, 'w'))
    file:write 'a,b,c,d,y\n'
    local line = ('0.12345678,1.12345678,2.12345678,3.12345678,%d\n')
    for i = 1, 250000 do file:write(line:format(i % 2)) end
    file:close()
    collectgarbage()
    local before = collectgarbage 'count'
    local d = dataset.load { data = path }
    local kept = collectgarbage 'count' - before
    assert.equal('4x250000', d.X:shape())
    assert.is_true(kept < 60000, ('%.0f kB'):format(kept))
  end)

  it('refuses what is no table', function()
    assert.equal('FILE is empty', message '')
    assert.equal('FILE is empty', message ' \n\n')
    assert.equal('FILE has a header but no rows', message 'x,y\n')
    assert.equal('FILE:3: 3 cells, but the header names 2 columns', message 'x,y\n1,0\n1,2,3\n')
    assert.equal('FILE:2: not CSV: a quote where none may stand, or one that never ends', message 'x,y\n"1,0\n2,1\n')
    assert.equal('FILE:3: not CSV: a quote where none may stand, or one that never ends', message 'x,y\n1,0\n2"3,1\n')
    local ok, text = pcall(csv.open, '/no/such/file.csv')
    assert.is_false(ok)
    assert.equal('cannot read /no/such/file.csv: No such file or directory', text)
  end)
end)
