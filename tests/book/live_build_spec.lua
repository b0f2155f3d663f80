-- What the build makes of the live figures' scripts: they match the texts, have the
-- pictures' colours, and call the library as its headers say.
local needs = require 'book.needs'
local pages = require 'book.pages'
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

-- The figures that the texts mark, and those that scripts draw: { name = true }.
local function marked()
  local set = {}
  for _, page in ipairs(pages.chapters()) do
    for name in page.text:gmatch '%(%.%./%.%./plots/([%w/_-]+)%.%a+%) <!%-%- live %-%->' do set[name] = true end
  end
  return set
end

local function scripted()
  local set = {}
  for path in io.popen('ls scripts/live/*-*.js'):lines() do
    for name in files.read(path):gmatch "live%.figure%('([^']+)'" do
      assert.equal(path:match '([^/]+)%.js$', name:match '^[^/]+')
      set[name] = true
    end
  end
  return set
end

describe('live figures', function()
  it('are those that the texts mark, and every one of these', function()
    assert.same(marked(), scripted())
    assert.is_true(next(marked()) ~= nil)
  end)

  it('have a still, in README and beside the chapter that it links', function()
    local name = files.read 'scripts/live/build.mk':match 'STILL := (%S+)'
    assert.is_true(scripted()[name])
    local picture, chapter = files.read 'README.md':match '%[!%[.-%]%((plots/%S+)%)%]%(chapters/([%w-]+)/README.md#'
    assert.equal('plots/live/still.png', picture)
    -- On the first screen: a paragraph stands above it.
    assert.is_true(#files.read 'README.md':match '^(.-)%[!%[' < 600)
    assert.equal(name:match '^[^/]+', chapter)
    for _, theme in ipairs { '', '-dark' } do
      local still = files.read(('plots/live/still%s.png'):format(theme))
      assert.equal('\137PNG', still:sub(1, 4))
      assert.is_true(#still < 120000)
    end
  end)

  it('have the colours of the pictures', function()
    local style, css = files.read 'plots/style.gp', files.read 'scripts/live/live.css'
    local dark, light = style:match 'dark.-{(.-)}.-print.-{.-}.-{(.-)}'
    for i = 1, 6 do
      local function of(part) return part:match('C' .. i .. ' = "(#%x+)"') end
      assert.is_truthy(css:find(('--c%d: light-dark(%s, %s);'):format(i, of(light), of(dark)), 1, true), 'C' .. i)
    end
    -- The surface's palette.
    local function stops(part)
      return { part:match 'set palette defined %(0 "(#%x+)", 0.5 "(#%x+)", 1 "(#%x+)"%)' }
    end
    local by_night, by_day = stops(style), stops(style:match '.*(set palette defined.-%))')
    for i, name in ipairs { 'low', 'middle', 'high' } do
      local line = ('--map-%s: light-dark(%s, %s);'):format(name, by_day[i], by_night[i])
      assert.is_truthy(css:find(line, 1, true), line)
    end
  end)

  -- What the generator says of a script.
  local function bound(script)
    local folder = paths.build .. '/tests/live'
    files.write(folder .. '/planted.js', script)
    return shell.run('GW_BUILD=%s luajit scripts/live/bindings.lua %s %s/planted.js', paths.build, folder, folder)
  end

  it('bind no pointer whose shape no header states', function()
    local status, said = bound 'gw.loss_sum(Z, Y)'
    assert.equal(1, status)
    assert.matches('gw_loss_sum: sum %(double %*%) may be one number or many: GW_SHAPES must say so', said)
    status, said = bound 'gw.no_such_function(1)'
    assert.equal(1, status)
    assert.matches('planted%.js: gw%.no_such_function is in no header', said)
    assert.equal(0, (bound 'gw.derivative_secant(0, 0, 1, 1) + gw.RISES'))
  end)

  -- A clang that cannot make WebAssembly, in a folder of its own before the others; and what
  -- the build then decides, and makes of the pages.
  it('stay still where nothing makes WebAssembly, and the book is whole', function()
    local folder = paths.build .. '/tests/static'
    shell.run('rm -rf %s && mkdir -p %s/bin && ln -s "$(realpath %s/parts)" %s/parts', folder, folder, paths.build,
      folder)
    files.write(folder .. '/bin/clang', '#!/bin/sh\nexit 1\n')
    shell.run('chmod +x %s/bin/clang', folder)
    local function decided(path)
      local status, said = shell.run('PATH=%s make -s -f scripts/live/build.mk B=%s GW_TMP=%s/tmp '
        .. "--eval 'whether: ; @echo live=$(LIVE) files=$(words $(LIVE_FILES))' whether", path, folder, folder)
      assert.equal(0, status, said)
      return said
    end
    assert.equal('live= files=0\n', decided('"$(realpath ' .. folder .. '/bin):$PATH"'))
    if not needs.missing 'clang for wasm32' then assert.matches('^live=yes files=%d%d\n$', decided '"$PATH"') end
    assert.equal(0, (shell.run('GW_BUILD=%s luajit scripts/book/build.lua site still', folder)))
    local count = 0
    for _, page in ipairs(pages.chapters()) do
      local text = files.read(('%s/book/%s.html'):format(folder, page.name))
      assert.is_nil(text:match '<script[^>]*live/' or text:match '<meta[^>]*wasm')
      for figure in text:gmatch '<figure [^>]*data%-live=.-</figure>' do
        if not figure:match 'data%-live="check/' then
          assert.matches('<picture>.*<img src="figures/', figure)
          count = count + 1
        end
      end
    end
    local marks = 0
    for _ in pairs(marked()) do marks = marks + 1 end
    assert.equal(marks, count)
  end)

  it('have the layouts that the compiler has', function()
    local static = needs.missing 'clang for wasm32'
    if static then pending(static) return end
    assert.equal(0, (bound "gw.struct('gw_gradcheck_ask')"))
    local path = paths.build .. '/tests/live/layouts.c'
    local layouts = files.read(path)
    local function compiles(text)
      files.write(path, text)
      return shell.run('clang --target=wasm32-wasi -std=c11 -fsyntax-only $(printf -- "-I%%s " csrc csrc/*/) %s', path)
    end
    assert.equal(0, (compiles(layouts)))
    local count = 0
    for name in files.read(paths.build .. '/cdef.h'):gmatch 'typedef struct%s*%b{}%s*([%w_]+);' do
      assert.is_truthy(layouts:find(('sizeof(%s) =='):format(name), 1, true), name)
      count = count + 1
    end
    assert.is_true(count > 15)
    local status, said = compiles((layouts:gsub('offsetof%(gw_gradcheck_ask, value%) == 8', '%0 + 4')))
    assert.equal(1, status)
    assert.matches('gw_gradcheck_ask%.value', said)
  end)
end)
