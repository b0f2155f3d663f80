-- One slug names a chapter in every room.
local files = require 'gw.files'
local generated = require 'text.generated'
local shell = require 'tests.lua.shell'

local rooms = {
  { 'scripts/*-*.lua', 'scripts/(.+)%.lua$' },
  { 'plots/*-*', 'plots/([^/]+)$' },
  { 'chapters/*/facts.tsv', 'chapters/(.+)/facts%.tsv$' },
}

-- 04-sigmoid → sigmoid, 03-chain-rule → chain_rule
local function module_of(slug) return (slug:gsub('^%w+%-', ''):gsub('-', '_')) end

-- csrc/sigmoid.h; a larger module is a folder: csrc/gradcheck/gradcheck.h
local function source(name, kind)
  local plain = ('csrc/%s.%s'):format(name, kind)
  return files.read(plain) and plain or ('csrc/%s/%s.%s'):format(name, name, kind)
end

local function check_links(slug, prose)
  prose = prose:gsub('```.-```', ''):gsub('%$[^$\n]*%$', '') -- formulas may look like links
  for link in prose:gmatch '%]%(([^)#]+)' do
    if not link:match '^%a+:' then
      assert.is_truthy(io.open(('chapters/%s/%s'):format(slug, link)), link .. ' leads nowhere')
    end
  end
end

-- A command reads its words and calls its room.
describe('the command', function()
  for path, room in pairs { ['scripts/gradcheck'] = 'checker', ['scripts/exercises'] = 'judge' } do
    it(path .. ' is short, for it has a room', function()
      local text = files.read(path)
      assert.is_true(select(2, text:gsub('\n', '')) <= 100, path)
      assert.is_truthy(text:find(("require '%s."):format(room), 1, true))
    end)
  end
end)

describe('the chapter', function()
  local drivers = shell.lines 'ls scripts/*-*.lua'

  -- Data, training, checks, facts, from top to bottom; what its figures show is prepared
  -- beside them. Where a driver is longer, something in it wants a room of its own.
  for _, path in ipairs(drivers) do
    local slug = path:match '^scripts/(.+)%.lua$'
    it(slug .. ' has a driver that can be read in one go', function()
      local text = files.read(path)
      local lines = select(2, text:gsub('\n', ''))
      assert.is_true(40 <= lines and lines <= 120, ('%s has %d lines'):format(path, lines))
      assert.is_nil(text:find('ch:data', 1, true), path .. ' prepares a figure')
      assert.is_truthy(files.read(('plots/%s/data.lua'):format(slug)))
    end)
  end

  for _, path in ipairs(drivers) do
    local slug = path:match '^scripts/(.+)%.lua$'
    local name = module_of(slug)
    it(slug .. ' has all its rooms', function()
      assert.matches('^[%da-z]+%-[a-z-]+$', slug)
      for _, room in ipairs {
        source(name, 'h'), source(name, 'c'), ('tests/c/test_%s.c'):format(name),
        ('chapters/%s/README.md'):format(slug), ('chapters/%s/facts.tsv'):format(slug),
      } do
        assert.is_truthy(files.read(room), room .. ' is missing')
      end
      assert.is_true(#shell.lines('ls plots/%s/*.gp 2>/dev/null || true', slug) > 0, slug .. ' has no figure')
      local prose = files.read(('chapters/%s/README.md'):format(slug))
      local number = slug:match '^%d+' and tostring(tonumber(slug:match '^%d+')) or slug:match('^%a'):upper()
      assert.equal(number, prose:match '^# (%w+)%. ', 'the title begins with the chapter')
      for _, link in ipairs { '../../' .. source(name, 'h'), '../../' .. source(name, 'c'),
        ('../../scripts/%s.lua'):format(slug), ('make chapter-%s'):format(slug:match '^%w+') } do
        assert.is_truthy(prose:find(link, 1, true), ('chapters/%s/README.md does not say %s'):format(slug, link))
      end
      check_links(slug, prose)
    end)
  end

  -- Chapter 0 comes before everything: a text and its small programs.
  it('00-before has a text and programs, and neither driver nor module', function()
    local prose = files.read 'chapters/00-before/README.md'
    assert.equal('0', prose:match '^# (%w+)%. ')
    check_links('00-before', prose)
    for _, path in ipairs(shell.lines 'ls chapters/*/code/*.c') do
      local text = files.read(path:match '^chapters/[^/]+/' .. 'README.md')
      assert.is_truthy(text:find(path, 1, true), 'the text does not quote ' .. path)
    end
    assert.same({}, shell.lines 'ls csrc/before.* scripts/00-* 2>/dev/null || true')
  end)

  it('has the same title in README', function()
    local readme = files.read 'README.md'
    for _, path in ipairs(shell.lines 'ls chapters/*/README.md') do
      local title = files.read(path):match '^# %w+%. ([^\n]+)'
      if title then
        assert.is_truthy(readme:find(('| [%s](%s) |'):format(title, path), 1, true), path .. ' has another title')
      end
    end
  end)

  it('is not what the pages after the last chapter are', function()
    for _, name in ipairs { 'glossary', 'sources', 'statements', 'where-next' } do
      check_links(name, files.read(('chapters/%s/README.md'):format(name)))
    end
    local seen, lacking = 0, {}
    for _, cells in ipairs(generated.rows('glossary', 'glossary')) do
      assert.equal(7, #cells, cells[1])
      local prose = files.read(('chapters/%s/README.md'):format(cells[3]))
      assert.is_truthy(prose, cells[3] .. ' is not a chapter')
      local bold = {}
      for words in prose:gmatch '%*%*(.-)%*%*' do bold[#bold + 1] = words:lower():gsub('%s+', ' ') end
      bold = table.concat(bold, '; ')
      for word in cells[1]:gmatch '[^,]+' do
        word = word:match '^ *(.*)':lower()
        if not bold:find(word, 1, true) then lacking[#lacking + 1] = cells[3] .. ' ' .. word end
      end
      seen = seen + 1
    end
    assert.equal('', table.concat(lacking, ', '), 'a word of the glossary that its chapter does not set in bold')
    for _, cells in ipairs(generated.rows('glossary', 'signs')) do
      assert.equal(4, #cells, cells[1])
      assert.is_truthy(files.read(('chapters/%s/README.md'):format(cells[3])), cells[3] .. ' is not a chapter')
    end
    assert.is_true(seen > 20)
  end)

  it('is in no room without its driver', function()
    for _, room in ipairs(rooms) do
      for _, path in ipairs(shell.lines('ls -d %s', room[1])) do
        assert.is_truthy(files.read(('scripts/%s.lua'):format(path:match(room[2]))), path .. ' has no driver')
      end
    end
  end)
end)
