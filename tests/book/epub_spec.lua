-- The book as an EPUB: its figures are dark where the reader is; and with GW_LONG=1, as `make site-long`
-- has it, epubcheck has nothing to say.
local needs = require 'book.needs'
local picture = require 'book.picture'
local figure = require 'figures.figure'
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

describe('the EPUB', function()
  local missing = needs.missing 'epubcheck'
  if not os.getenv 'GW_LONG' then missing = 'a long form: make site-long' end
  local EPUB = paths.build .. '/book/the-gradient-workbook.epub'

  local function checked(path)
    return shell.run('java -jar $(readlink -f "$(command -v epubcheck)") %s', path)
  end

  -- Colours as the dark twin has them, by rules alone.
  it('has figures that are dark where the reader is', function()
    local light = '<svg><defs></defs><g fill="#fff" stroke = \'red\'/><g fill="none" color="#fff"/></svg>'
    local dark = '<svg><defs></defs><g fill="#000" stroke = \'blue\'/><g fill="none" color="#000"/></svg>'
    local both = picture.adaptive(light, dark)
    for _, rule in ipairs { '[fill="#fff"] { fill: #000; }', '[stroke="red"] { stroke: blue; }',
      '[color="#fff"] { color: #000; }' } do
      assert.is_truthy(both:find(rule, 1, true), rule)
    end
    assert.is_nil(both:find('[fill="none"]', 1, true))
    assert.is_nil(picture.adaptive(light, '<svg><defs></defs></svg>'))
  end)

  -- What is painted in pixels cannot be told by rules: it is there twice, under other names.
  it('has every figure in both looks', function()
    local painted = 0
    for _, name in ipairs(figure.list()) do
      local one = files.read(('plots/%s.svg'):format(name))
      local other = files.read(('%s/parts/figures/%s-dark.svg'):format(paths.build, name))
      local both, ids = one and other and picture.adaptive(one, other), {}
      assert.is_truthy(both, name)
      assert.matches('@media %(prefers%-color%-scheme: dark%)', both, nil, nil, name)
      for id in both:gmatch ' id=["\']([^"\']*)' do
        assert.is_nil(ids[id], name .. ': ' .. id)
        ids[id] = true
      end
      for id in both:gmatch 'href=["\']#([^"\']*)' do assert.is_true(ids[id], name .. ': #' .. id) end
      if one:find('<image', 1, true) then
        assert.equal(2 * select(2, one:gsub('<image', '')), select(2, both:gsub('<image', '')), name)
        painted = painted + 1
      end
    end
    assert.is_true(painted > 3)
  end)

  it('is clean under epubcheck', function()
    if missing then pending(missing) return end
    local status, said = shell.run 'luajit scripts/book/build.lua epub'
    assert.equal(0, status, said)
    status, said = checked(EPUB)
    assert.equal(0, status, said)
    assert.matches('No errors or warnings detected', said)
  end)

  it('is refused when it is cut short', function()
    if missing then pending(missing) return end
    local path = paths.build .. '/tests/wrong.epub'
    files.write(path, files.read(EPUB):sub(1, 5000))
    assert.not_equal(0, (checked(path)))
  end)
end)
