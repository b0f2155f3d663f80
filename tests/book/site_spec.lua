-- The site holds together: every link, every picture, nothing from outside, nothing
-- left of TeX or Markdown. So do the texts on a forge. Each kind of corruption is
-- refused.
local check = require 'book.check'
local html = require 'book.html'
local fragments = require 'book.fragments'
local links = require 'book.links'
local pages = require 'book.pages'
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local NBSP = '\194\160'
local FOLDER = paths.build .. '/book'

describe('the text', function()
  for _, page in ipairs(pages.all()) do
    it(page.path .. ' links to what there is', function()
      local said = {}
      for i, w in ipairs(links.check(page.path, page.text)) do
        said[i] = ('%s:%d: %s'):format(page.path, w[1], w[2])
      end
      assert.same({}, said)
    end)

    it(page.path .. ' has the anchors that the site has', function()
      local anchors, ids = links.anchors(page.text), {}
      for _, heading in ipairs(html.headings(files.read(fragments.path(page.path)))) do ids[heading.id] = true end
      assert.same(ids, anchors)
    end)
  end

  local function only_complaint(text)
    local wrong = links.check('chapters/04-sigmoid/README.md', text)
    assert.equal(1, #wrong)
    return wrong[1][1], wrong[1][2]
  end

  it('may link in every way that a forge knows', function()
    assert.same({}, links.check('chapters/04-sigmoid/README.md', table.concat({
      '# Title', '## A part: σ and “more”', '',
      '[a](../05-descent/README.md) [b](../../csrc/sigmoid.h#L3) [c](#a-part-σ-and-more) [d](../../README.md#more)',
      '[e](https://outside.invalid/) [f](../../csrc) `[g](nowhere)`', '```', '[h](nowhere)', '```',
      '![words](../../plots/04-sigmoid/sigmoid.svg)', '' }, '\n')))
  end)

  it('is refused with a link to nothing, with its line', function()
    local line, message = only_complaint 'One.\n\nSee [it](../05-descnt/README.md).\n'
    assert.equal(3, line)
    assert.equal('the link ../05-descnt/README.md leads nowhere', message)
  end)

  it('is refused with a wrong anchor', function()
    local function complaint(text) return select(2, only_complaint(text)) end
    assert.equal('chapters/04-sigmoid/README.md has no heading #the-chek', complaint '# The check\n[it](#the-chek)\n')
    assert.equal('README.md has no heading #mor', complaint '[it](../../README.md#mor)\n')
    assert.equal('csrc/sigmoid.h has no line #L9999', complaint '[it](../../csrc/sigmoid.h#L9999)\n')
  end)

  it('is refused with a picture without words', function()
    assert.matches('has no words$', select(2, only_complaint '![](../../plots/04-sigmoid/sigmoid.svg)\n'))
  end)
end)

-- The characters of a text, as numbers.
local function codes_of(text)
  local list = {}
  for first, rest in text:gmatch '([%z\1-\127\194-\244])([\128-\191]*)' do
    local code = first:byte()
    if code >= 0xC0 then code = code % (code >= 0xF0 and 0x08 or code >= 0xE0 and 0x10 or 0x20) end
    for byte in rest:gmatch '.' do code = code * 64 + byte:byte() % 64 end
    list[#list + 1] = code
  end
  return list
end

describe('the site', function()
  local site = {}
  for _, path in ipairs(shell.lines('cd %s && find . -type f -printf "%%P\\n"', FOLDER)) do
    site[path] = path:match '%.[hcj][tvs][ms]l?s?$' and files.read(FOLDER .. '/' .. path) or ''
  end

  it('holds together', function() assert.same({}, check.site(site)) end)

  it('has a page for every chapter', function()
    for _, chapter in ipairs(pages.chapters()) do assert.is_truthy(site[chapter.name .. '.html'], chapter.name) end
  end)

  it('shows every figure of its texts in the light and in the dark, wide and narrow', function()
    local count = 0
    for _, page in ipairs(pages.all()) do
      for name in site[page.name .. '.html']:gmatch '<img src="(figures/[^"]*)%.%a+"' do
        count = count + 1
        assert.is_truthy(site[name .. '.svg'] or site[name .. '.png'], name)
        -- A still has no script of gnuplot's, and so no drawing for a narrow page.
        for _, twin in ipairs(name:match '^figures/live/' and { '-dark' } or { '-dark', '-narrow', '-narrow-dark' }) do
          local path = site[name .. twin .. '.svg'] and name .. twin .. '.svg' or name .. twin .. '.png'
          assert.is_truthy(site[path], path)
          assert.is_truthy(site[page.name .. '.html']:find(('<source srcset="%s"'):format(path), 1, true), path)
        end
      end
    end
    assert.is_true(count > 40)
  end)

  it('gives every figure a number in its order, a caption, and an id of its own', function()
    for _, page in ipairs(pages.chapters()) do
      local body, count = site[page.name .. '.html'], 0
      local chapter = page.name:match '^(%w+)%-'
      local number = chapter and tostring(tonumber(chapter) or chapter:upper()) .. '.' or ''
      for attributes, inner in body:gmatch '<figure( [^>]*)>(.-)</figure>' do
        if inner:find('<img', 1, true) then
          count = count + 1
          local id = assert(attributes:match ' id="([^"]+)"', page.name)
          local said = inner:match '<figcaption><a href="#([^"]+)">Figure '
          local caption = inner:match '</a> (.-)</figcaption>'
          assert.equal(id, said)
          assert.is_truthy(inner:find(('Figure %s%d</a>'):format(number, count), 1, true), page.name .. ' ' .. id)
          assert.is_true(#caption > 20 and inner:match ' alt="([^"]*)"':sub(1, #caption) == caption, caption)
        end
      end
    end
  end)

  -- Where an excerpt says that it begins, there is its first line.
  it('says of every excerpt which file and lines it is of, and leads there', function()
    local count = 0
    for _, page in ipairs(pages.chapters()) do
      for from, code in site[page.name .. '.html']:gmatch '<p class="from">(.-)</p>(.-)</pre>' do
        count = count + 1
        local target, anchor = from:match 'href="([^"#]+)#?([^"]*)"'
        local source = html.text((site[target]:match('id="' .. (anchor ~= '' and anchor or 'L1') .. '">(.-)\n')))
        local first = html.text((code:match '^.-<code[^>]*>([^\n]*)' or ''))
        assert.is_truthy(#first > 0 and source:find(first, 1, true), ('%s: «%s», «%s»'):format(from, source, first))
        if anchor ~= '' then assert.matches('line.* ' .. anchor:sub(2), html.text(from)) end
      end
    end
    assert.is_true(count > 60, count)
  end)

  it('has letters for everything that its pages and figures say', function()
    local has, every = {}, {} -- of each family, and of the fonts of figures
    for line in files.read 'scripts/book/fonts/fonts.tsv':gmatch '[^\n]+' do
      local family, ranges = line:match '^%S+%.woff2\t([^\t]+)\t.*\t([^\t]+)$'
      if family then
        has[family] = has[family] or {}
        for a, b in (ranges .. ' '):gmatch '(%x+)%-?(%x*) ' do
          for code = tonumber(a, 16), tonumber(b ~= '' and b or a, 16) do has[family][code] = true end
        end
      end
    end
    local function lacking(text, ...)
      for _, code in ipairs(codes_of(text)) do
        local found = code <= 32 or code == 0x200B
        for _, family in ipairs { ... } do found = found or has[family][code] end
        if not found then every[('%s U+%04X'):format((...), code)] = true end
      end
    end
    for _, page in ipairs(pages.chapters()) do
      if page.name ~= 'glossary' then -- which has Cyrillic and Chinese
        local body = site[page.name .. '.html']:gsub('<annotation.-</annotation>', '')
        lacking(html.text(body:gsub('<math.-</math>', ''):gsub('<code.-</code>', '')), 'Workbook Text',
          'Workbook Scripts', 'Workbook Math')
        for code in body:gmatch '<code.-</code>' do lacking(html.text(code), 'Workbook Mono') end
        for math in body:gmatch '<math.-</math>' do lacking(html.text(math), 'Workbook Math', 'Workbook Scripts') end
        for words in body:gmatch '<figcaption>(.-)</figcaption>' do
          lacking(html.text(words), 'Workbook Sans', 'Workbook Signs')
        end
      end
    end
    for path in pairs(site) do
      local text = path:match '^figures/.*%.svg$' and files.read(FOLDER .. '/' .. path):gsub('<title>.-</title>', '')
        :gsub('<style>.-</style>', '')
      for words in (text or ''):gmatch '<text.-</text>' do lacking(html.text(words), 'Figure Sans', 'Figure Signs') end
    end
    assert.same({}, every)
  end)

  it('weighs less than 300 KB a page, gzipped, fonts aside', function()
    local known = {}
    local function gzipped(how, path)
      local size = known[path] or tonumber(shell.lines('cd %s && %s %s | gzip -9c | wc -c', FOLDER, how, path)[1])
      known[path] = size
      return size
    end
    for _, page in ipairs(pages.all()) do
      local list, pictures = { page.name .. '.html', 'book.css', 'book.js', 'fonts.css' }, {}
      local body = site[list[1]]
      for path in body:gmatch ' src="(live/[%w-]+%.js)"' do list[#list + 1] = path end
      if #list > 4 then
        list[#list + 1] = 'live/gw.js'
        list[#list + 1] = 'live/live.css'
      end
      -- A page loads a figure in the light or in the dark.
      for path in body:gmatch '<img src="([^"]+)"' do pictures[#pictures + 1] = path end
      -- Each file comes by itself.
      local weight = 0
      for _, path in ipairs(list) do weight = weight + gzipped('cat', path) end
      for _, path in ipairs(pictures) do weight = weight + gzipped("sed '/^<style>$/,/^<.style>$/d'", path) end
      assert.is_true(weight > 5e3 and weight < 300e3, ('%s: %d'):format(page.name, weight))
    end
  end)

  it('tells those who are sent a link what a page is about', function()
    local said = {}
    for _, page in ipairs(pages.all()) do
      local body = site[page.name .. '.html']
      local words = assert(body:match '<meta name="description" content="([^"]+)">', page.name)
      assert.is_true(#words > 30 and not said[words], page.name .. ': ' .. words)
      assert.is_truthy(body:find('<meta property="og:image" content="cover.png">', 1, true))
      said[words] = true
    end
    assert.matches('^\137PNG', files.read(FOLDER .. '/cover.png'))
  end)

  -- The same site with one page changed.
  local function refused(path, before, after, message)
    local copy = setmetatable({}, { __index = site })
    for key, value in pairs(site) do copy[key] = value end
    local first, last = copy[path]:find(before, 1, true)
    assert.is_truthy(first, before)
    copy[path] = copy[path]:sub(1, first - 1) .. after .. copy[path]:sub(last + 1)
    local wrong = check.site(copy)
    assert.is_true(#wrong > 0, 'nobody minds ' .. after)
    assert.is_truthy(table.concat(wrong, '\n'):find(path .. ': ' .. message, 1, true), table.concat(wrong, '\n'))
  end

  local PAGE = '04-sigmoid.html'

  it('is refused with a link that leads nowhere', function()
    refused(PAGE, '<p>', '<p><a href="03-chian-rule.html">x</a>', 'the link 03-chian-rule.html leads nowhere')
    refused(PAGE, 'href="#the-check"', 'href="#the-chek"', PAGE .. ' has no place #the-chek')
    refused(PAGE, '<p>', '<p><a href="source/csrc/sigmoid.h.html#L9999">x</a>',
      'source/csrc/sigmoid.h.html has no place')
    refused(PAGE, 'id="the-check"', 'id="the-chekc"', PAGE .. ' has no place #the-check')
  end)

  it('is refused with a picture missing, or without words', function()
    refused(PAGE, 'figures/04-sigmoid/sigmoid.svg', 'figures/04-sigmoid/sigmod.svg',
      'figures/04-sigmoid/sigmod.svg is missing')
    refused(PAGE, 'figures/04-sigmoid/sigmoid-dark.svg', 'dark.svg', 'dark.svg is missing')
    refused(PAGE, ' alt="', ' alt="" title="', 'no words for <img')
  end)

  it('is refused when it loads from outside', function()
    refused(PAGE, '<p>', '<p><img src="https://outside.invalid/a.png" alt="x">',
      'it loads https://outside.invalid/a.png')
    refused(PAGE, '<link', '<link rel="stylesheet" href="//outside.invalid/a.css"><link',
      'it loads //outside.invalid/a.css')
    refused('book.css', '--paper', 'x: url(https://outside.invalid/f.woff); --paper',
      'it loads https://outside.invalid/f.woff')
    refused(PAGE, "default-src 'none'", 'default-src *', "it lacks default%-src 'none'")
  end)

  it('is refused with something left of TeX, Markdown or a marker', function()
    refused(PAGE, '<p>', '<p>\\frac{1}{2} ', 'TeX is left: \\frac{')
    refused(PAGE, '<p>', '<p>$`x`$ ', 'TeX is left: $`x`')
    refused(PAGE, '<p>', '<p>&lt;!--peak--&gt; ', 'a marker is left: ')
    refused(PAGE, '<p>', '<p>![x](y) ', 'Markdown is left: ![x](')
    refused(PAGE, '<p>', '<p>![The array [0] is <a href="#top">here</a> ', 'Markdown is left: ![The')
  end)

  it('is refused with headings out of order, or a name given twice', function()
    refused(PAGE, '<h2 id="the-check">The check</h2>', '<h4 id="the-check">The check</h4>',
      'heading The check skips a level')
    refused(PAGE, '<h2 id="the-picture"', '<h2 id="the-check"', 'two places are called #the-check')
  end)
end)

describe('pandoc', function()
  it('refuses a formula that it cannot convert', function()
    local text = 'It is $`\\color{red}x`$.\n'
    local ok, message = pcall(fragments.pandoc, 'README.md', text, fragments.FROM .. ' --to html5')
    assert.is_false(ok)
    assert.matches('pandoc refuses it', message)
  end)

  it('refuses one page of many, and names it', function()
    local bad = fragments.absolute(paths.build .. '/tests/refused.md')
    files.write(bad, 'It is $`\\color{red}x`$.\n')
    local ok, message = pcall(fragments.at_once, { 'data/README.md', bad }, '--to html5')
    assert.is_false(ok)
    assert.is_truthy(message:find(bad .. ': pandoc refuses it', 1, true), message)
  end)

  local function converted(text)
    return fragments.pandoc('chapters/04-sigmoid/README.md', text, fragments.FROM .. ' --to html5')
  end

  it('stretches only what \\left and \\right ask for', function()
    local said = converted '```math\nf(x) \\left( \\frac{1}{2} \\right) \\sqrt[3]{x} \\bigl(y\\bigr)\n```\n'
    local _, stretchy = said:gsub('<mo stretchy="true"', '')
    assert.equal(2, stretchy)
    assert.matches('<mroot>', said)
    assert.matches('minsize="1.2em" maxsize="1.2em" stretchy="true"', said)
  end)

  it('sets the names of functions as TeX does', function()
    local function spaces(formula)
      local list = {}
      local said = converted('$`' .. formula .. '`$\n')
      for before, after, name in said:gmatch '<mo lspace="(%S+)" rspace="(%S+)">(%a+)' do
        list[#list + 1] = before .. ' ' .. name .. ' ' .. after
      end
      return table.concat(list, ', ')
    end
    assert.equal('0.167em ln 0.167em', spaces 'y \\ln a')
    assert.equal('0.167em ln 0', spaces 'y \\ln(1 - a)')
    assert.equal('0 sin 0.167em, 0 cos 0', spaces '-\\sin x + \\cos\\left(x\\right)')
    assert.equal('0.167em cos 0.167em', spaces 'p^2 \\cos^2 t')
  end)

  it('drops markers and the neighbours, and keeps the words between', function()
    local said = converted('At 0.5<!--x--> now. <!-- claim: x == 1 -->\n\n'
      .. '<!-- nav -->\n\n[a](nowhere)\n\n<!-- /nav -->\n\nAfter.\n')
    assert.equal('<p>At 0.5 now.</p>\n<p>After.</p>\n', said)
  end)

  it('knows primes from apostrophes, and keeps short formulas together', function()
    assert.equal('<p>σ′ = a and <span class="kept">f′(x),</span> the unit’s “slope”</p>\n',
      (converted "σ' = a and f'(x), the unit's \"slope\"\n":gsub(NBSP, ' ')))
    assert.equal('<p>f′g and f′g′, f’s and I’m, <span class="kept">f′′</span></p>\n',
      converted "f'g and f'g', f's and I'm, f''\n")
    assert.equal(('<p>of ln_x, tan_2x and 5_% is sin itself</p>\n'):gsub('_', NBSP),
      converted 'of ln x, tan 2x and 5 % is sin itself\n')
    assert.equal(('<p>at (n[0],_m) and (2,_1), (but no)</p>\n'):gsub('_', NBSP),
      converted 'at (n[0], m) and (2, 1), (but no)\n')
    assert.equal(('<p>then 1_−_a is 0 in chapter_4</p>\n'):gsub('_', NBSP), converted 'then 1 − a is 0 in chapter 4\n')
  end)

  it('keeps a formula and the comma after it, bars and letters, in one line', function()
    assert.matches('^<p>So <span class="kept"><math.-</math>,</span> then', converted 'So $`x_1`$, then\n')
    assert.matches('^<p><math.-</math> is', converted '$`x_1`$ is\n')
    assert.equal('<p><span class="kept">ln<span class="bar">|</span>x<span class="bar">|</span></span></p>\n',
      converted 'ln|x|\n')
  end)

  it('raises powers that a terminal has to spell', function()
    assert.equal('<p><span class="kept">e<sup>−x/2</sup></span> and <span class="kept">e<sup>u</sup>.</span></p>\n',
      converted 'e^(−x/2) and e^u.\n')
  end)

  it('breaks a long path behind a slash only', function()
    assert.equal('<p><code><span class="kept">work/</span><wbr/><span class="kept">08-logistic-regression/</span><wbr/>'
      .. '<span class="kept">ridge_gradient.c</span></code></p>\n',
      converted '`work/08-logistic-regression/ridge_gradient.c`\n')
  end)

  it('gives f the room that it needs, and signs in scripts none', function()
    local function math_ml(formula) return converted('$`' .. formula .. '`$\n'):gsub('<annotation.*', '') end
    assert.matches('<mi>f</mi><mspace width="0.13em"></mspace><mi>′</mi>', math_ml "f'(x)")
    assert.matches('<mspace width="0.07em"></mspace><msup><mi>f</mi>', math_ml 'x + f^{(5)}')
    assert.matches('<mfrac><mi>f</mi><mi>g</mi></mfrac>', math_ml '\\frac{f}{g}')
    assert.matches('<mo>%+</mo>', math_ml 'x + 1')
    assert.matches('<mi>p</mi><mo lspace="0" rspace="0">%+</mo><mn>1</mn>', math_ml 'h^{p + 1}')
    assert.matches('<mi mathvariant="normal">Δ</mi>', math_ml '\\Delta x')
    assert.matches('<mi mathvariant="normal">ReLU</mi>', math_ml '\\mathrm{ReLU}(x)')
  end)

  it('lets formulas side by side stand below each other', function()
    local _, count = converted '```math\na = b \\qquad c = d\n```\n':gsub('<math', '')
    assert.equal(2, count)
    _, count = converted '```math\n\\begin{cases} a \\qquad b \\end{cases}\n```\n':gsub('<math', '')
    assert.equal(1, count)
  end)

  it('makes notes of alerts', function()
    assert.matches('<div class="alert note" role="note" aria%-label="Note">', converted '> [!NOTE]\n> Mind this.\n')
  end)
end)
