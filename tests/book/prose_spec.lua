-- The text of the chapters is tied to its source, and the tie holds: each kind of
-- corruption is refused.
local files = require 'gw.files'
local paths = require 'gw.paths'
local prose = require 'text.prose'

describe('the text', function()
  for _, text in ipairs(prose.texts()) do
    it(text[1] .. ' agrees with its source and facts', function()
      local said = {}
      local new, wrong = prose.sync(files.read(paths.root .. '/' .. text[1]), text[2])
      for i, w in ipairs(wrong) do said[i] = ('%s:%d: %s'):format(text[1], w[1], w[2]) end
      assert.same({}, said)
      assert.equal(new, files.read(paths.root .. '/' .. text[1]))
    end)
  end
end)

describe('a corrupted text', function()
  local SLUG = '04-sigmoid'

  local function only_complaint(text)
    local _, wrong = prose.sync(text, SLUG)
    assert.equal(1, #wrong)
    return wrong[1][1], wrong[1][2]
  end

  it('is not this one', function()
    local good = 'The peak is <!-- n:peak %.2f -->0.25<!-- /n --> high. <!-- claim: peak == 0.25 -->\n'
    local new, wrong = prose.sync(good, SLUG)
    assert.same({}, wrong)
    assert.equal(good, new)
  end)

  it('has a wrong number, and is mended', function()
    local line, message = only_complaint 'First.\n\nThe peak is <!-- n:peak %.2f -->0.26<!-- /n --> high.\n'
    assert.equal(3, line)
    assert.equal('the text says «0.26», the fact peak is «0.25»', message)
    local new = prose.sync('It is <!-- n:peak %.2f -->0.26<!-- /n -->.\n', SLUG)
    assert.equal('It is <!-- n:peak %.2f -->0.25<!-- /n -->.\n', new)
  end)

  it('names a fact that does not exist', function()
    assert.matches('^n:peek is no number', select(2, only_complaint 'It is <!-- n:peek %.2f -->0.25<!-- /n -->.\n'))
  end)

  it('makes a claim that does not hold', function()
    assert.equal('the claim «peak > 1» does not hold', select(2, only_complaint 'High. <!-- claim: peak > 1 -->\n'))
  end)

  it('has a decimal that nothing covers', function()
    assert.equal('the decimal 3.7 is tied to no fact', select(2, only_complaint 'About 3.7 of them.\n'))
    local _, wrong = prose.sync('About 3.7 of them, `0.1` in code. <!-- const: 3.7 -->\n', SLUG)
    assert.same({}, wrong)
  end)

  it('has another snippet than its source, and is mended', function()
    local marker = '<!-- code: csrc/sigmoid.c#slope -->\n'
    local line, message = only_complaint(marker .. '```c\nreturn 0;\n```\n')
    assert.equal(1, line)
    assert.equal('the snippet is not csrc/sigmoid.c#slope as it stands there', message)
    local new = prose.sync(marker .. '```c\nreturn 0;\n```\nAfter.\n', SLUG)
    assert.equal(marker .. '```c\n' .. prose.region('csrc/sigmoid.c', 'slope') .. '\n```\nAfter.\n', new)
    assert.matches('double gw_sigmoid_slope', new)
  end)

  it('names a region that does not exist', function()
    assert.equal('csrc/sigmoid.c has no region [slop]',
      select(2, only_complaint '<!-- code: csrc/sigmoid.c#slop -->\n```c\n```\n'))
  end)

  it('has a snippet tied to nothing', function()
    assert.equal('this snippet is tied to no source', select(2, only_complaint '```c\nint x;\n```\n'))
  end)

  it('describes a figure in other words than its own, and is mended', function()
    local link = '](../../plots/04-sigmoid/sigmoid.svg)\n'
    local _, message = only_complaint('![A curve.' .. link)
    assert.equal('the alt text of 04-sigmoid/sigmoid is not its words in plots/strings/en.tsv', message)
    assert.matches('^!%[The sigmoid rises', (prose.sync('![A curve.' .. link, SLUG)))
    _, message = only_complaint '![A](../../plots/04-sigmoid/nose.svg)\n'
    assert.equal('there is no figure 04-sigmoid/nose', message)
  end)

  it('has an output that no command prints, and is mended', function()
    local marker = '<!-- out: printf "x is\\n 3" -->\n'
    assert.equal('the output is not what «printf "x is\\n 3"» prints',
      select(2, only_complaint(marker .. '```text\nx is 3\n```\n')))
    local new = prose.sync(marker .. '```text\nx is 3\n```\n', SLUG)
    assert.equal(marker .. '```text\nx is\n 3\n```\n', new)
    assert.equal('this output is tied to no command', select(2, only_complaint '```text\nx is 3\n```\n'))
  end)

  it('has no links to its neighbours, and is mended', function()
    local line, message = only_complaint 'Text.\n\n<!-- nav -->\n<!-- /nav -->\n'
    assert.equal(3, line)
    assert.equal('what stands up to <!-- /nav --> is not up to date', message)
    assert.matches('%[5%. .- →%]%(%.%./05%-descent/README%.md%)', (prose.sync('<!-- nav -->\n<!-- /nav -->\n', SLUG)))
    assert.equal('«<!-- /nav -->» is missing', select(2, only_complaint '<!-- nav -->\nText.\n'))
  end)
end)

describe('a derivation', function()
  local function complaints(...)
    local text = { '<!-- derivation: z = uniform(-5, 5); e = exp(-z) -->', '' }
    for _, line in ipairs { ... } do
      text[#text + 1] = line == '' and '' or ('<!-- line: %s -->'):format(line)
      text[#text + 1] = '```math\nx = y\n```\n'
    end
    text[#text + 1] = '<!-- /derivation -->'
    local _, wrong = prose.sync(table.concat(text, '\n') .. '\n', '04-sigmoid')
    return wrong
  end

  it('holds where each line equals the one before, and the first the slope', function()
    assert.same({}, complaints('slope(sigmoid, z) == e/(1+e)^2', '1/(1+e) * e/(1+e)', 'sigmoid(z) * (1-sigmoid(z))'))
    assert.same({}, complaints('{1, {z, 2*z}} == {1, {z, z+z}}', 'sum(3, function(i) return i*z end) == 6*z'))
  end)

  it('may declare itself in several lines, in which no decimal needs a fact', function()
    local text = '<!-- derivation: A = matrix(2, 3, -1, 1)\n  B = matrix(3, 2, 0, 1.5)\n-->\n\n' ..
      '<!-- line: transpose(product(A, B)) == product(transpose(B), transpose(A)) -->\n```math\nx = y\n```\n\n' ..
      '<!-- /derivation -->\n'
    local new, wrong = prose.sync(text, '04-sigmoid')
    assert.same({}, wrong)
    assert.equal(text, new)
    local wrong_text = text:gsub('product%(transpose%(B%), ', 'product(transpose(A), ')
    assert.equal(5, select(2, prose.sync(wrong_text, '04-sigmoid'))[1][1])
  end)

  it('is refused where a line does not follow', function()
    local wrong = complaints('slope(sigmoid, z) == e/(1+e)^2', 'e/(1+e)')
    assert.equal(1, #wrong)
    assert.equal(8, wrong[1][1])
    assert.matches('^the line «e/%(1%+e%)» does not hold: [%d.]+ is not ', wrong[1][2])
  end)

  it('is refused where its first line is not the slope, or no number', function()
    assert.matches('the slope is %S+, the line says', complaints('slope(sigmoid, z) == -e/(1+e)^2')[1][2])
    assert.matches('is not', complaints('0/0 == 0/0')[1][2])
    assert.matches('a nil against a number', complaints('y == 1')[1][2])
    assert.matches('2 values against 1', complaints('{z, z} == {z}')[1][2])
  end)

  it('is refused where a formula has no line, or too few for its rows', function()
    assert.equal('this formula has 1 row, and 0 lines to check', complaints('')[1][2])
    local _, wrong = prose.sync('<!-- derivation: z = 1 -->\n<!-- line: z == 1 -->\n```math\na \\\\ b\n```\n' ..
      '<!-- /derivation -->\n', '04-sigmoid')
    assert.equal('this formula has 2 rows, and 1 line to check', wrong[1][2])
  end)

  it('is refused where it does not end', function()
    local _, wrong = prose.sync('<!-- derivation: z = 1 -->\nText.\n', '04-sigmoid')
    assert.equal('this derivation does not end', wrong[1][2])
  end)
end)
