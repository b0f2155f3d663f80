local tsv = require 'gw.tsv'

describe('the data of a figure', function()
  it('has columns, tolerances, blocks and gaps', function()
    local text = tsv.data { columns = { 'x', 'y' }, tolerance = { y = 0.2 }, blocks = {
      { name = 'one', rows = { { 1, 1 / 3 }, false, { 2, 'word' } } },
      { name = 'two', rows = { { 1e-20, 0 / 0 }, { -1 / math.huge, -math.huge } } },
    } }
    assert.equal('# x\ty\n# tolerance\t1e-05\t0.2\n' ..
      '# one\n1\t0.333333\n\n2\tword\n\n\n# two\n1e-20\tNaN\n0\t-inf\n', text)
    local back = tsv.read_data(text)
    assert.same({ 'x', 'y' }, back.columns)
    assert.same({ 1e-5, 0.2 }, back.tolerance)
    assert.same({ { '# one' }, { '1', '0.333333' }, { '' }, { '2', 'word' }, { '' }, { '' }, { '# two' },
      { '1e-20', 'NaN' }, { '0', '-inf' } }, back.rows)
  end)

  it('has as many numbers in a row as columns', function()
    assert.has_error(function() tsv.data { columns = { 'x', 'y' }, rows = { { 1 } } } end)
  end)
end)

describe('facts', function()
  it('come back as they went', function()
    local facts = tsv.read_facts(tsv.facts { { 'a', 1 / 3, 1e-9 }, { 'b', -5, 0 }, { 'c', 0 / 0, 1 } })
    assert.same({ 0.3333333333, 1e-9 }, facts.a)
    assert.same({ -5, 0 }, facts.b)
    assert.is_true(facts.c[1] ~= facts.c[1])
  end)

  it('bring the hash of the bits with them', function()
    local facts, bits = tsv.read_facts(tsv.facts({ { 'a', 1, 0 } }, '00ff'))
    assert.same({ { 1, 0 }, '00ff' }, { facts.a, bits })
    assert.is_nil(select(2, tsv.read_facts 'a\t1\t0\n'))
  end)

  it('must be facts', function()
    assert.has_error(function() tsv.read_facts 'key value\n' end)
  end)
end)

describe('the blocks of a figure', function()
  it('stands in blocks that two blank lines part', function()
    local text = tsv.data { columns = { 'x', 'y' }, blocks = {
      { name = 'a', rows = { { 1, 2 }, false, { 3, 4 } } }, { name = 'b', rows = { { 5, 6 } } } } }
    assert.equal('# x\ty\n# tolerance\t1e-05\t1e-05\n# a\n1\t2\n\n3\t4\n\n\n# b\n5\t6\n', text)
  end)

  it('keeps a block whole where several rows in a row are left out', function()
    local text = tsv.data { columns = { 'x' }, rows = { { 1 }, false, false, { 2 } } }
    assert.equal('# x\n# tolerance\t1e-05\n1\n\n2\n', text)
  end)
end)
