-- A known mistake that is written as what differs from the solution.
local known_mistakes = require 'judge.known_mistakes'

local SOLUTION = 'double f(double x) {\n    double s = 0;\n    s += x;\n    s *= 2;\n    return s;\n}\n'

local function applied(changes) return known_mistakes.applied(changes, SOLUTION, 'KEY.diff') end

describe('a known mistake as a difference', function()
  it('has its lines in place of the solution\'s, and its sentence', function()
    local code, sentence = applied 'it is added\nto itself\n\n-  s += x;\n+    s += s;\n'
    assert.equal('it is added to itself', sentence)
    assert.equal(SOLUTION:gsub('s %+= x', 's += s'), code)
  end)

  it('changes several places, adds lines, and takes them away', function()
    local code = applied 'why\n\n double s = 0;\n+    int n = 1;\n\n-s *= 2;\n\n-return s;\n+    return n;\n'
    assert.equal('double f(double x) {\n    double s = 0;\n    int n = 1;\n    s += x;\n    return n;\n}\n', code)
  end)

  it('is refused where the solution has its lines not once', function()
    for changes, words in pairs {
      ['-s -= x;\n+s = x;'] = 'the solution has «s -= x;» 0 times',
      ['+s = x;'] = 'nothing says where «+s = x;» stands',
      ['s += x;'] = '«s += x;» begins with neither',
    } do
      local ok, said = pcall(applied, 'why\n\n' .. changes .. '\n')
      assert.is_false(ok)
      assert.matches('^KEY.diff: ', said)
      assert.is_truthy(said:find(words, 1, true), said)
    end
    local ok, said = pcall(known_mistakes.applied, 'why\n\n-s;\n+t;\n', 's;\ns;\n', 'KEY.diff')
    assert.is_false(ok)
    assert.equal('KEY.diff: the solution has «s;» 2 times; it must be there once', said)
    ok, said = pcall(applied, 'why\n')
    assert.is_false(ok)
    assert.matches('behind its sentence', said)
  end)
end)

describe('a known mistake as an answer', function()
  it('has its sentence in the comment that it begins with', function()
    local sentence, code = known_mistakes.split('KEY.c', '/* it is added\n * to itself */\ndouble f(void);\n')
    assert.equal('it is added to itself', sentence)
    assert.equal('\ndouble f(void);\n', code)
    local ok, said = pcall(known_mistakes.split, 'KEY.c', 'double f(void); /* twice */\n')
    assert.is_false(ok)
    assert.equal('KEY.c: it does not begin with its sentence, a comment', said)
  end)
end)
