local csv = require 'gw.csv'

describe('a CSV file', function()
  local path = os.tmpname()
  teardown(function() os.remove(path) end)

  local function read(text)
    local file = assert(io.open(path, 'w'))
    file:write(text)
    file:close()
    local t, rows, lines = csv.open(path), {}, {}
    for cells, line in t.next do rows[#rows + 1], lines[#lines + 1] = cells, line end
    return { columns = t.columns, rows = rows, line = lines }
  end

  it('is read with and without a line break at its end', function()
    assert.same({ { '1', '2' }, { '3', '4' } }, read('a,b\n1,2\n3,4\n').rows)
    assert.same({ { '1', '2' }, { '3', '4' } }, read('a,b\n1,2\n3,4').rows)
  end)

  it('knows the line of every row, also after quoted line breaks, CRLF and blank lines', function()
    assert.same({ 2, 4 }, read('a,b\n1,"2\n3"\n4,5').line)
    local t = read 'a,b\r\n1,2\r\n\r\n"x,""y",4\r\n'
    assert.same({ 2, 4 }, t.line)
    assert.same({ 'x,"y', '4' }, t.rows[2])
  end)

  it('names the line of what is wrong', function()
    local function complaint(text) return select(2, pcall(read, text)) end
    assert.equal(path .. ':2: 3 cells, but the header names 2 columns', complaint 'a,b\n1,2,3\n')
    assert.matches(':3: not CSV', complaint 'a,b\n1,2\n3,"4\n')
    assert.equal(path .. ' is empty', complaint '')
  end)
end)
