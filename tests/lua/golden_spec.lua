-- What a run made is compared with what is accepted; here in a folder that
-- stands for the workbook, with one thing moved at a time.
local files = require 'gw.files'
local paths = require 'gw.paths'
local golden = require 'gw.golden'

local FACTS = 'half\t0.5\t0.001\ncount\t7\t0\n'
local DATA = '# x\ty\n# tolerance\t1e-05\t0.01\n# block\n1\t100\n2\t-200\n\n3\tword\n'

describe('what is accepted', function()
  local root, build = paths.root, paths.build
  local here = build .. '/tests/golden'

  before_each(function()
    paths.root, paths.build = here, here .. '/build'
    os.execute('rm -rf ' .. here)
    for path, text in pairs { ['chapters/04-x/facts.tsv'] = FACTS, ['build/facts/04-x.tsv'] = FACTS,
      ['plots/04-x/curve.tsv'] = DATA, ['build/data/04-x/curve.tsv'] = DATA } do
      files.write(here .. '/' .. path, text)
    end
  end)
  after_each(function() paths.root, paths.build = root, build end)

  local function moved()
    local texts = {}
    for i, m in ipairs(golden.compare '04-x') do texts[i] = m.text end
    return texts
  end

  local function facts(text) files.write(here .. '/build/facts/04-x.tsv', text) end
  local function data(from, to)
    files.write(here .. '/build/data/04-x/curve.tsv', (DATA:gsub(from, to, 1)))
  end

  it('agrees with itself', function() assert.same({}, moved()) end)

  it('agrees within each tolerance', function()
    facts 'half\t0.5009\t0.001\ncount\t7\t0\n'
    data('100', '101.9') -- 1 % of the largest, 200
    assert.same({}, moved())
  end)

  it('says which fact moved, from what to what', function()
    facts 'half\t0.502\t0.001\ncount\t7\t0\n'
    assert.same({ '«half» is 0.502 here, 0.5 in the book' }, moved())
    facts 'half\t0.5\t0.001\ncount\t8\t0\n'
    assert.same({ '«count» is 8 here, 7 in the book' }, moved())
  end)

  it('judges by the accepted tolerance, not by the fresh one', function()
    facts 'half\t0.6\t1\ncount\t7\t0\n'
    assert.equal(1, #moved())
  end)

  it('says when only the bits moved, and whether they are identical', function()
    assert.is_nil(golden.identical '04-x')
    facts('# bits\t0123456789abcdef\n' .. FACTS)
    assert.is_false(golden.identical '04-x')
    assert.same({ 'its bits are 0123456789abcdef here, none in the book' }, moved())
    files.write(here .. '/chapters/04-x/facts.tsv', '# bits\t0123456789abcdef\n' .. FACTS)
    assert.is_true(golden.identical '04-x')
    assert.same({}, moved())
  end)

  it('never agrees with a NaN', function()
    facts 'half\tNaN\t0.001\ncount\tinf\t0\n'
    assert.equal(2, #moved())
    data('100', 'NaN')
    assert.equal(3, #moved())
  end)

  it('says which fact is new and which is gone', function()
    facts 'half\t0.5\t0.001\nother\t1\t0\n'
    assert.same({ '«count» is gone', '«other» is new: 1' }, moved())
    os.remove(here .. '/build/facts/04-x.tsv')
    assert.same({ '«count» is gone', '«half» is gone' }, moved())
  end)

  it('says where data moved', function()
    data('%-200', '-203')
    assert.same({ 'figure 04-x/curve: y in row 3 is -203 here, -200 in the book' }, moved())
    data('word', 'sword')
    assert.same({ 'figure 04-x/curve: y in row 5 is sword here, word in the book' }, moved())
    data('block', 'other')
    assert.equal(1, #moved())
    data('2\t%-200\n', '')
    assert.same({ 'figure 04-x/curve has 4 rows here, 5 in the book' }, moved())
    data('x\ty', 'x\tz')
    assert.same({ 'figure 04-x/curve has other columns: x, z' }, moved())
  end)

  it('says which figure is new and which is gone', function()
    files.write(here .. '/build/data/04-x/more.tsv', DATA)
    assert.same({ 'figure 04-x/more is not accepted yet' }, moved())
    os.remove(here .. '/build/data/04-x/more.tsv')
    os.remove(here .. '/build/data/04-x/curve.tsv')
    assert.same({ 'figure 04-x/curve has no data any more' }, moved())
  end)

  it('says that a chapter is new', function()
    os.remove(here .. '/chapters/04-x/facts.tsv')
    assert.same({ 'its facts are not accepted yet' }, moved())
  end)
end)
