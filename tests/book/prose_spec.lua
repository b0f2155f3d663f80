-- The text of the chapters is tied to its source, and the tie holds: each kind of
-- corruption is refused.
local files = require 'gw.files'
local paths = require 'gw.paths'
local prose = require 'gw.prose'

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
end)
