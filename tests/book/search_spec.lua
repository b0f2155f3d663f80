-- The search finds what is asked for, in Chromium: every term of the glossary, every
-- heading and every chapter's title, each also misspelt in three ways; and prose before
-- sources.
local files = require 'gw.files'
local fragments = require 'book.fragments'
local generated = require 'text.generated'
local html = require 'book.html'
local needs = require 'book.needs'
local pages = require 'book.pages'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local ROOM = 'scripts/book/search/'

it('MiniSearch is the file of the registry, unchanged', function()
  local said = files.read(ROOM .. 'minisearch.tsv'):match 'sha256\t(%x+)'
  assert.equal(said, shell.lines('sha256sum %sminisearch.js', ROOM)[1]:match '^%x+')
  assert.matches('Permission is hereby granted', files.read(ROOM .. 'minisearch.LICENSE'))
end)

local missing = needs.missing 'chromium'
if missing then
  it('the search in a browser', function() pending(missing) end)
  return
end

-- Of a word of ASCII letters alone: one dropped, two swapped, one doubled, in its middle.
local function misspelt(word)
  local at = math.floor(#word / 2)
  local swapped = word:sub(1, at - 1) .. word:sub(at + 1, at + 1) .. word:sub(at, at) .. word:sub(at + 2)
  return { word:sub(1, at - 1) .. word:sub(at + 1), swapped, word:sub(1, at) .. word:sub(at) }
end

local LONG = 6 -- a shorter word misspelt is often another word

-- The words of the book: «though» is no misspelling of «through».
local known = {}
for _, page in ipairs(pages.all()) do
  for word in html.text(files.read(fragments.path(page.path))):lower():gmatch '%a+' do known[word] = true end
end

-- A question, and three times the same with its longest word misspelt, if that is long.
local function asked(words)
  local longest = ''
  for word in words:gmatch '%f[%w\128-\255]%a+%f[^%w\128-\255]' do
    if #word > #longest then longest = word end
  end
  local list = { words }
  if #longest >= LONG then
    for _, other in ipairs(misspelt(longest)) do
      if not known[other:lower()] then list[#list + 1] = words:gsub(longest, other, 1) end
    end
  end
  return list
end

local CASES = {} -- { kind, question, the page that must be found }
local function add(kind, words, page)
  for i, question in ipairs(asked(words)) do
    CASES[#CASES + 1] = { kind = i == 1 and kind or kind .. ', misspelt', question = question, page = page }
  end
end

for _, cells in ipairs(generated.rows('glossary', 'glossary')) do
  for term in cells[1]:gmatch '[^,]+' do add('term', term:match '^ *(.*)', cells[3]) end
end
-- A heading that one page alone has, and of two words at least, for «The derivation» is
-- also a part of others.
local headings = {}
for _, page in ipairs(pages.all()) do
  for _, heading in ipairs(html.headings(files.read(fragments.path(page.path)))) do
    local words = html.text(heading.inner):gsub('^%w+%.%d* ', '')
    local list = headings[words:lower()] or { words = words }
    headings[words:lower()] = list
    if list[#list] ~= page.name then list[#list + 1] = page.name end
  end
end
for _, list in pairs(headings) do
  if #list == 1 and list.words:match '%a%a%a%a.* .*%a%a%a%a' then add('heading', list.words, list[1]) end
end
-- Written as one, where the texts have two, or the other way round, or wrongly.
for question, page in pairs {
  backpropagation = '10-backprop', backpropogation = '10-backprop', overfiting = '08-logistic-regression',
  ['over fitting'] = '08-logistic-regression', minibatch = '12-better-descent', chainrule = '03-chain-rule',
  sigmiod = '04-sigmoid', ['gradient check'] = '11-gradcheck', ['RMS prop'] = '12-better-descent',
} do
  CASES[#CASES + 1] = { kind = 'joined', question = question, page = page }
end

-- As the code writes a name of the formulas, in another form than the text, or wrongly.
for question, page in pairs {
  backpropagation = '10-backprop', overfiting = '08-logistic-regression', ['chain rule'] = '03-chain-rule',
  dZ2 = '10-backprop', ['dZ[2]'] = '10-backprop', ['gradient checking'] = '11-gradcheck',
  ['gradient cheking'] = '11-gradcheck', sigmoid = '04-sigmoid', momentum = '12-better-descent',
  ['learning rate'] = '05-descent', ["σ'"] = '04-sigmoid',
} do
  CASES[#CASES + 1] = { kind = 'question', question = question, page = page }
end

describe('the search', function()
  local answers

  setup(function()
    local questions = {}
    for i, case in ipairs(CASES) do questions[i] = case.question end
    questions[#questions + 1] = 'sigmoid'
    questions[#questions + 1] = 'qqqqqqqq'
    local url = 'file://' .. fragments.absolute(paths.build) .. '/book/index.html'
    local look = dofile('tests/book/browser/look.lua').chromium
    local case = { url = url, width = 1000, ask = 'questions', questions = questions }
    local seen = look('search', { light = { case } }).light[1]
    assert(not seen.error, seen.error)
    answers = seen.answers
  end)

  -- Which of the first so many pages found is this one?
  local function rank(found, case)
    local pages_seen, list = {}, 0
    for _, href in ipairs(found) do
      local page = href:match '^(.-)%.html'
      if not pages_seen[page] then
        pages_seen[page], list = true, list + 1
        if page == case.page then return list end
      end
    end
    return math.huge
  end

  local AMONG = { term = 3, ['term, misspelt'] = 5, heading = 2, ['heading, misspelt'] = 3, joined = 3, question = 1 }
  for kind, within in pairs(AMONG) do
    it(('finds a %s among the first %d pages'):format(kind, within), function()
      local count, wrong = 0, {}
      for i, case in ipairs(CASES) do
        if case.kind == kind then
          count = count + 1
          local at = rank(answers[i], case)
          if at > within then
            wrong[#wrong + 1] = ('«%s» finds %s at %s: %s'):format(case.question, case.page, at,
              table.concat(answers[i], ' ', 1, math.min(8, #answers[i])))
          end
        end
      end
      assert.is_true(count >= 9)
      assert.same({}, wrong)
    end)
  end

  it('shows prose before sources, and nothing for a word that is none', function()
    local found, is_source = answers[#answers - 1], false
    for _, href in ipairs(found) do
      assert.is_true(not is_source or href:match '^source/' ~= nil, href)
      is_source = href:match '^source/' ~= nil
    end
    assert.is_true(is_source and not found[1]:match '^source/')
    assert.same({}, answers[#answers])
  end)
end)
