-- The book on paper: nothing folded is lost, and nothing that is to be left out stays.
local exercise = require 'judge.exercise'
local needs = require 'book.needs'
local pieces = require 'book.pieces'
local print_ = require 'book.print'
local gw = require 'gw'
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local SECTION = [[
<h2 id="exercises">Exercises</h2>
<p>Write it.</p>
<h3 id="one">4.1 One</h3>
<p>The text.</p>
<details>
<summary>Hint 1</summary>
<p>The hint.</p>
</details>
<details><summary>Hint 2</summary><p>Another.</p></details>
]]

describe('on paper', function()
  it('what is folded is open, or left out', function()
    assert.matches('<details open>\n<summary>Hint 1', print_.unfold(SECTION, true))
    local without = print_.unfold(SECTION, false)
    assert.is_nil(without:find('int', 1, true), without)
    assert.matches('The text', without)
  end)

  it('a key has the hints under their exercise, and nothing else', function()
    local key = print_.folded_only(SECTION)
    assert.matches('^<h2 id="exercises">Exercises</h2>\n<h3>4%.1 One</h3>\n<details open>', key)
    assert.matches('Another', key)
    assert.is_nil(key:find('The text', 1, true))
    assert.is_nil(key:find('Write it', 1, true))
  end)

  it('a key has the solution of each exercise and the reason for it', function()
    local key = print_.folded_only(SECTION, { ['4.1 One'] = '<p>The solution.</p>' })
    assert.matches('Another.*The solution', key)
  end)

  it('a handout has room below each exercise and each question', function()
    local _, rooms = print_.with_room(SECTION .. '<h3 id="two">4.2 Two</h3><p>More.</p>'):gsub('<div class="room"', '')
    assert.equal(2, rooms)
    assert.matches('data%-for="4.2"></div>$', print_.with_room(SECTION .. '<h3 id="two">4.2 Two</h3>'))
    local sheet = print_.with_room '<h2>To think about</h2><ol><li>Why?</li><li>Who?</li></ol><details>No.</details>'
    _, rooms = sheet:gsub('class="room lines"></div></li>', '')
    assert.equal(2, rooms)
    assert.is_nil(sheet:find('No.', 1, true))
  end)

  it('a link leads to another part, or nowhere', function()
    local parts = { ['05-descent'] = true, ['04-sigmoid'] = true }
    local said = print_.as_part('<h2 id="a">A</h2><a href="#a">a</a> <a href="05-descent.html#b">b</a> '
      .. '<a href="05-descent.html">c</a> <a href="source/csrc/x.c.html">d</a>', { name = '04-sigmoid' }, parts)
    assert.equal('<h2 id="04-sigmoid--a">A</h2><a href="#04-sigmoid--a">a</a> <a href="#05-descent--b">b</a> '
      .. '<a href="#05-descent">c</a> d', said)
  end)

  it('a long listing is parted where something ends, a short one never', function()
    local rng, parted = gw.random(14), 0
    -- After the first three something ends, before the last something begins.
    local ends = { '', ' *', ' */', '}', 'case X:' }
    for round = 1, 300 do
      -- Of the text, below a heading and a sentence, and of an exercise.
      local short, from, before = 13, 'csrc/x.c', ''
      if round % 3 == 1 then short, before = 7, '<h2 id="a">A</h2>\n<p>Here it is.</p>\n' end
      if round % 3 == 2 then short, from = 12, 'chapters/00-x/exercises/y/stub.c' end
      local lines = {}
      for i = 1, 1 + gw.random_below(rng, 70) do
        lines[i] = gw.random_below(rng, 4) == 0 and ends[1 + gw.random_below(rng, #ends)] or 'x = y * 2;'
      end
      local box = before .. ('<div class="listing-box output">\n<p class="from">%s</p>'
        .. '<pre class="text"><code>%s</code></pre>\n</div>'):format(from, table.concat(lines, '\n'))
      local kept = pieces.kept(box)
      assert.equal(box, (kept:gsub('</?span[^>]*>', ''):gsub(' long"', '"')))
      if kept ~= box then
        parted = parted + 1
        assert.is_true(#lines > short)
        local list = {}
        for piece in kept:gmatch '<span class="piece">(.-)</span>' do list[#list + 1] = piece end
        assert.is_true(#list > 1)
        for i, piece in ipairs(list) do
          local last = i == #list
          assert.is_true(select(2, piece:gsub('\n', '\n')) >= (last and 3 or 4), kept)
          assert.is_truthy(last or ('\n' .. piece):match '\n *%*?/?\n$' or piece:match '\n}\n$'
            or list[i + 1]:match '^case', kept)
        end
      end
    end
    assert.is_true(parted > 50, parted)
  end)

  it('a paragraph that announces something stays with it', function()
    assert.equal('<p class="leads">So <b>it is</b>:</p><p>This: no.</p>',
      pieces.kept '<p>So <b>it is</b>:</p><p>This: no.</p>')
  end)

  it('a paragraph that announces a figure names it, for it may stand on the next page', function()
    local figure = '<figure id="f"><figcaption><a href="#f">Figure 4.1</a> It.</figcaption></figure>'
    assert.equal('<p>So: here it is (<a href="#f">Figure 4.1</a>).</p>\n' .. figure,
      pieces.kept('<p>So: here it is:</p>\n' .. figure))
    assert.equal('<p class="leads">So:</p><p>No.</p>' .. figure, pieces.kept('<p>So:</p><p>No.</p>' .. figure))
  end)

  it('the pages of a PDF are counted', function()
    local pdf = '%PDF-1.4\n7 0 obj\n<</Type /Page\n>>\nendobj\n9 0 obj\n<</Type /Page\n>>\nendobj\n'
      .. '5 0 obj\n<</one [7 0 R /XYZ 0 0 0]\n/two--b [9 0 R /XYZ 0 0 0]>>\nendobj\n'
    assert.same({ one = 1, ['two--b'] = 2 }, print_.page_numbers(pdf))
  end)

  it('one sentence names what is missing', function()
    local status, said = shell.run([[
      bin=$(mktemp -d); trap 'rm -rf $bin' EXIT
      for tool in sh luajit rm; do ln -s "$(command -v $tool)" $bin/; done
      PATH=$bin luajit scripts/book/build.lua handout 04]])
    assert.equal(1, status)
    assert.equal('book: this needs Chromium: as root, apt-get install chromium (or scripts/setup --tests)\n', said)
  end)

  it('refuses a chapter that is not there', function()
    local status, said = shell.run 'luajit scripts/book/build.lua handout 77'
    assert.equal(1, status)
    assert.equal('book: there is no chapter 77\n', said)
  end)

  it('a handout and its key are printed', function()
    local missing = needs.missing 'chromium'
    if missing then pending(missing) return end
    local status, said = shell.run 'luajit scripts/book/build.lua handout 04'
    assert.equal(0, status, said)
    for _, name in ipairs { 'handout-04', 'handout-04-key' } do
      assert.matches('^%%PDF', files.read(('%s/book/%s.pdf'):format(paths.build, name)))
      assert.is_truthy(said:find(name .. '.pdf', 1, true))
    end
    -- Text is text: a font of Type 3 is drawings of letters.
    local pdf = files.read(paths.build .. '/book/handout-04-key.pdf')
    assert.matches('/CIDFontType2', pdf)
    assert.is_nil(pdf:find('/Subtype /Type3', 1, true))
    local key = files.read(paths.build .. '/parts/handout-04-key.html')
    assert.matches('<details open>', key)
    for _, e in ipairs(exercise.list '04-sigmoid') do
      local number = e.page.number:gsub('%p', '%%%0')
      assert.matches(('<h3>%s .-<strong>A solution</strong>.-<pre.-%s'):format(number, e.name), key)
    end
    assert.is_nil(files.read(paths.build .. '/parts/handout-04.html'):find('<details', 1, true))
  end)
end)

-- A browser that has a profile, in a folder whose name has a space.
describe('a browser', function()
  it('leaves no profile behind, and clears away nothing else', function()
    local here = paths.build .. '/tests/browser'
    local status, said = shell.run([[rm -rf %s; mkdir -p '%s/a b' %s/a %s/bin; cd %s && touch a/precious
      cat > bin/chromium <<'END'
#!/bin/sh
for word; do case $word in --user-data-dir=*) mkdir "${word#*=}" && echo "${word#*=}" ;; esac; done
END
      chmod +x bin/chromium; cd $OLDPWD
      PATH=$PWD/%s/bin:$PATH GW_TMP='%s/a b' luajit -e "package.path = 'scripts/?.lua;' .. package.path
        io.write(require('book.chromium').start('', 'x')())"]], here, here, here, here, here, here, here)
    assert.equal(0, status, said)
    assert.matches('/a b/chromium', said)
    assert.same({ 'precious' }, shell.lines("cd %s && ls -A 'a b' a | grep -v ':'", here))
  end)
end)
