-- The text of the chapters is tied to its source, and the tie holds: each kind of
-- corruption is refused.
local beside = require 'text.beside'
local facts = require 'gw.facts'
local files = require 'gw.files'
local paths = require 'gw.paths'
local prose = require 'text.prose'
local reading = require 'text.reading'
local shell = require 'tests.lua.shell'
local term = require 'gw.term'

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
    local good = 'The peak is 0.25<!--peak--> high. <!-- claim: peak == 0.25 -->\n'
    local new, wrong = prose.sync(good, SLUG)
    assert.same({}, wrong)
    assert.equal(good, new)
  end)

  it('has a wrong number, and is mended', function()
    local line, message = only_complaint 'First.\n\nThe peak is 0.26<!--peak--> high.\n'
    assert.equal(3, line)
    assert.equal('the text says «0.26», the fact peak is «0.25»', message)
    local new = prose.sync('It is 0.26<!--peak-->.\n', SLUG)
    assert.equal('It is 0.25<!--peak-->.\n', new)
  end)

  it('shows a number as it stands there: sign, decimals, exponent', function()
    for _, shown in ipairs { '−2', '−2.00', '−2e+00', '−2.0e+00' } do
      local good = ('At %s<!--0-2-->, at 3<!--1+2-->.\n'):format(shown)
      local new, wrong = prose.sync(good, SLUG)
      assert.same({}, wrong)
      assert.equal(good, new)
      assert.equal(good, (prose.sync(good:gsub('−2', '7'):gsub('3<', '−41<'), SLUG)))
    end
  end)

  it('has a separator within a number, which a marker would not cover', function()
    assert.equal('digits stand before «301» that <!--2301--> does not cover',
      select(2, only_complaint 'It takes 2,301<!--2301--> steps.\n'))
  end)

  it('names a fact that does not exist', function()
    assert.matches('^<!%-%-peek%-%-> is no number', select(2, only_complaint 'It is 0.25<!--peek-->.\n'))
    assert.equal('no number stands before <!--peak-->', select(2, only_complaint 'It is high<!--peak-->.\n'))
  end)

  it('makes a claim that does not hold', function()
    assert.equal('the claim «peak > 1» does not hold', select(2, only_complaint 'High. <!-- claim: peak > 1 -->\n'))
  end)

  it('may refer to values and claims beside it', function()
    local source = [=[
return {
  values = { top = 'peak', share = '100*top' },
  claims = { high = [[
    top == 0.25
    share > 1
      and share < 20
  ]] },
}
]=]
    local _, wrong = prose.sync('Up to 25<!--share--> %. <!-- claim: top > 0 -->\n', SLUG, source)
    assert.same({}, wrong)
    _, wrong = prose.sync('First.\n\nHigh. <!-- claim: high -->\n', SLUG, source)
    assert.same({ { 3, 'the claim «share > 1 and share < 20» does not hold' } }, wrong)
    _, wrong = prose.sync('High.\n', SLUG, 'return {\n  values = ,\n}\n')
    assert.equal('chapters/04-sigmoid/derivations.lua:2:', wrong[1][2]:match '^%S+')
  end)

  it('has a marker that is too long, or of several lines', function()
    local long = ('0.25 == peak and '):rep(7) .. 'true'
    assert.equal('a marker of more than 120 characters: give it a name in derivations.lua',
      select(2, only_complaint(('High. <!-- claim: %s -->\n'):format(long))))
    assert.equal('a marker does not end in its line', select(2, only_complaint 'High. <!-- claim: peak ==\n'))
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

describe('the time that a text takes', function()
  local function minutes(text) return reading.times(text).minutes end

  it('is counted: words, and what stands in fences', function()
    assert.equal(5, minutes '# Short\n')
    assert.equal(10, minutes(('word — '):rep(1800)))
    assert.equal(10, minutes(('```math\na few words of it\n```\n'):rep(10)))
    assert.equal(20, minutes(('word '):rep(1800) .. '\n' .. ('```c\nint x;\n```\n'):rep(10)))
  end)

  it('leaves out what is folded, shown or written elsewhere', function()
    local more = ('word '):rep(1800)
    for _, apart in ipairs { '<details>\n%s\n</details>', '![%s](a.svg)', '<!-- %s -->',
      '<!-- exercises -->\n%s\n<!-- /exercises -->' } do
      assert.equal(5, minutes(apart:format(more)), apart)
    end
  end)

  it('tells exercises and what is for later apart', function()
    local later = '## Then\n\n> **Come back later.**\n\n' .. ('word '):rep(1800) .. '\n## Now\n\n'
    local exercises = '<!-- exercises -->\n\n### 1.1 One\n\n### 1.2 Two\n<!-- /exercises -->\n'
    assert.same({ minutes = 10, later = 10, practice = 20 }, reading.times(later .. ('word '):rep(1800) .. '\n' ..
      exercises))
  end)
end)

describe('chapter 0', function()
  it('comes to its first exercise within ten minutes', function()
    local text = files.read(paths.root .. '/chapters/00-before/README.md')
    local _, exactly = reading.times(text:sub(1, assert(text:find('make try-00', 1, true))))
    assert.is_true(exactly <= 10, ('it takes %.1f minutes'):format(exactly))
  end)
end)

-- Ten lines begin in chapter 1 and grow: what each chapter adds is said briefly, or it would
-- be a chapter of its own.
describe('the learner so far', function()
  for k = 2, 10 do
    it(('takes at most 150 words in chapter %d'):format(k), function()
      local path = shell.lines("ls '%s'/chapters/%02d-*/README.md", paths.root, k)[1]
      local section = assert(files.read(path):match '\n## The learner so far\n(.-)\n## ')
      local seen = section:gsub('```.-```', ''):gsub('<!%-%-.-%-%->', ''):gsub('!%b[]%b()', '')
      local _, words = seen:gsub('%S+', '')
      assert.is_true(words > 40 and words <= 150, ('%d words'):format(words))
    end)
  end
end)

-- An author reads the source too.
describe('the source of a chapter', function()
  for _, text in ipairs(prose.texts()) do
    if text[1]:match '^chapters/%w+%-[^/]+/README' then
      it(text[1] .. ' hides at most 8 %', function()
        local source, hidden = files.read(paths.root .. '/' .. text[1]), 0
        for marker in source:gmatch '<!%-%-.-%-%->' do hidden = hidden + term.width(marker) end
        assert.is_true(hidden <= 0.08 * term.width(source), ('%.1f %%'):format(100 * hidden / term.width(source)))
      end)

      it(text[1] .. ' uses everything that stands beside it', function()
        local given, source = beside.of(text[2]), files.read(paths.root .. '/' .. text[1])
        local known, words = facts.of(text[2]), {}
        local function read(expression) for word in expression:gmatch '[%a_][%w_]*' do words[word] = true end end
        for expression in source:gmatch '<!%-%-(.-)%-%->' do read(expression) end
        for _, expression in pairs(given.values) do read(expression) end
        for name in pairs(given.values) do
          assert.is_true(words[name], ('%s: no text uses the value %s'):format(given.name, name))
          assert.is_nil(known[name], ('%s: a fact has the name of the value %s'):format(given.name, name))
        end
        for kind, marker in pairs { claims = 'claim', derivations = 'derivation' } do
          for name in pairs(given[kind]) do
            local _, uses = source:gsub(('<!-- %s: %s -->'):format(marker, name):gsub('%p', '%%%0'), '')
            assert.equal(1, uses, ('%s: %s'):format(given.name, name))
          end
        end
      end)
    end
  end
end)

describe('a derivation', function()
  local function text_of(count)
    return '<!-- derivation: d -->\n\n' .. ('```math\nx = y\n```\n\n'):rep(count) .. '<!-- /derivation -->\n'
  end

  -- A derivation with a formula of one row for each line: '' for one without.
  local function complaints(...)
    local formulas = {}
    for i, line in ipairs { ... } do formulas[i] = line ~= '' and line .. '\n\n' or '' end
    local _, wrong = prose.sync(text_of(select('#', ...)), '04-sigmoid',
      ('return { derivations = { d = [[\nz = uniform(-5, 5); e = exp(-z)\n\n%s]] } }\n'):format(table.concat(formulas)))
    return wrong
  end

  it('holds where each line equals the one before, and the first the slope', function()
    assert.same({}, complaints('slope(sigmoid, z) == e/(1+e)^2', '1/(1+e) * e/(1+e)', 'sigmoid(z) * (1-sigmoid(z))'))
    assert.same({}, complaints('{1, {z, 2*z}} == {1, {z, z+z}}', 'sum(3, function(i) return i*z end) == 6*z'))
  end)

  it('may declare itself in several lines, and go on in the next', function()
    local source = [=[
return {
  derivations = {
    d = [[
      A = matrix(2, 3, -1, 1)
      B = matrix(3, 2, 0, 1.5)

      transpose(product(A, B))
        == product(transpose(B), transpose(A))
    ]],
  },
}
]=]
    local new, wrong = prose.sync(text_of(1), '04-sigmoid', source)
    assert.same({}, wrong)
    assert.equal(text_of(1), new)
    source = source:gsub('product%(transpose%(B%), ', 'product(transpose(A), ')
    wrong = select(2, prose.sync(text_of(1), '04-sigmoid', source))
    assert.equal(3, wrong[1][1])
    assert.matches('^chapters/04%-sigmoid/derivations%.lua:7: the line «transpose', wrong[1][2])
  end)

  it('is refused where a line does not follow, and says where it stands in both files', function()
    local wrong = complaints('slope(sigmoid, z) == e/(1+e)^2', 'e/(1+e)')
    assert.equal(1, #wrong)
    assert.equal(7, wrong[1][1])
    assert.matches('^chapters/04%-sigmoid/derivations%.lua:6: the line «e/%(1%+e%)» does not hold: [%d.]+ is not ',
      wrong[1][2])
  end)

  it('is refused where its first line is not the slope, or no number', function()
    assert.matches('the slope is %S+, the line says', complaints('slope(sigmoid, z) == -e/(1+e)^2')[1][2])
    assert.matches('is not', complaints('0/0 == 0/0')[1][2])
    assert.matches('a nil against a number', complaints('y == 1')[1][2])
    assert.matches('2 values against 1', complaints('{z, z} == {z}')[1][2])
  end)

  it('is refused where a formula has no line, too few for its rows, or there is one too many', function()
    assert.equal('this formula has 1 row, and 0 lines to check', complaints('')[1][2])
    local _, wrong = prose.sync('<!-- derivation: d -->\n```math\na \\\\ b\n```\n<!-- /derivation -->\n', '04-sigmoid',
      'return { derivations = { d = [[\nz = 1\n\nz == 1\n\nz == 1]] } }')
    assert.equal('this formula has 2 rows, and 1 line to check', wrong[1][2])
    assert.equal('this derivation has 1 formula, and lines for 2', wrong[2][2])
  end)

  it('is refused where it does not end, begins twice, or stands nowhere', function()
    local function first(text)
      return select(2, prose.sync(text, '04-sigmoid', 'return { derivations = { d = "z = 1" } }'))[1][2]
    end
    assert.equal('this derivation does not end', first '<!-- derivation: d -->\nText.\n')
    assert.equal('a derivation begins within another', first '<!-- derivation: d -->\n<!-- derivation: d -->\n')
    assert.equal('no derivation ends here', first '<!-- /derivation -->\n')
    assert.equal('chapters/04-sigmoid/derivations.lua has no derivation «e»', first '<!-- derivation: e -->\n')
  end)
end)

-- Every line of every derivation is evaluated: spoiled, each is refused, and where it stands is said.
describe('the derivations of a chapter', function()
  for _, slug in ipairs { '02-rules', '04-sigmoid', '10-backprop' } do
    it(slug .. ' are refused with a wrong line', function()
      local text = files.read(('%s/chapters/%s/README.md'):format(paths.root, slug))
      local source = files.read(('%s/chapters/%s/derivations.lua'):format(paths.root, slug))
      local formulas, said, number = {}, {}, 0
      for _, given in pairs(beside.of(slug).derivations) do
        for i, paragraph in ipairs(given.paragraphs) do
          for _, line in ipairs(i > 1 and paragraph.lines or {}) do formulas[line.at] = true end
        end
      end
      source = (source:gsub('([^\n]*)\n', function(line)
        number = number + 1
        local broken, count = line:gsub('^(%s+%S.-) == ([^{].*)$', '%1 == 1e-3 + 1.001*(%2)')
        if not formulas[number] or count == 0 then return nil end
        said[number] = false
        return broken .. '\n'
      end))
      assert.is_truthy(next(said))
      local _, wrong = prose.sync(text, slug, source)
      for _, w in ipairs(wrong) do
        local at = tonumber(w[2]:match('derivations%.lua:(%d+): the line '))
        if at then said[at] = true end
      end
      for at, was in pairs(said) do assert.is_true(was, ('line %d'):format(at)) end
    end)
  end
end)
