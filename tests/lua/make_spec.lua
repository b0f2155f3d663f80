-- What make does when all is well, and what it says when it is not. Every case
-- works in a copy of the workbook that has one chapter.
-- Slow: it goes first.
local files = require 'gw.files'
local shell = require 'tests.lua.shell'
local term = require 'gw.term'

local CHAPTER, FIGURE = '04-sigmoid', '04-sigmoid/sigmoid'

describe('make', function()
  local here

  setup(function()
    here = shell.scratch('make', { CHAPTER })
    local status, said = shell.run('cd %s && git init -q && printf "build/\\n" > .gitignore && git add . && make', here)
    assert(status == 0, said)
  end)

  local function make(words) return shell.run('cd %s && make %s', here, words or '') end

  local function contains(text, part)
    assert.is_truthy(text:find(part, 1, true), ('«%s» in:\n%s'):format(part, text))
  end
  local function lacks(text, part) assert.is_nil(text:find(part, 1, true), text) end

  local function untouched()
    return shell.lines('cd %s && git diff --name-only && git ls-files --others --exclude-standard', here)
  end

  -- Puts text in a file while f runs.
  local function with(path, text, f)
    path = here .. '/' .. path
    local before = files.read(path)
    files.write(path, text)
    local ok, message = pcall(f)
    if before then files.write(path, before) else os.remove(path) end
    assert(ok, message)
  end

  local function with_driver(body, f)
    with('scripts/99-scratch.lua', ([[
      package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
      require('gw.chapter').run({ title = 'Scratch', options = { seed = 1 } }, function(ch) %s end)]]):format(body), f)
    shell.run('cd %s && rm -f build/*/99-scratch*', here)
  end

  it('ends with a table and changes no file in git', function()
    local status, said = make()
    assert.equal(0, status, said)
    contains(said, 'chapter ')
    contains(said, CHAPTER)
    lacks(said, 'running')
    assert.same({}, untouched())
  end)

  it('runs again only what was touched', function()
    with_driver("ch:holds { id = 'a', formula = 'a', holds = true }", function()
      local status, said = make()
      assert.equal(0, status, said)
      contains(said, 'running 99-scratch')
      lacks(said, 'running ' .. CHAPTER)
      shell.run('touch %s/scripts/%s.lua', here, CHAPTER)
      status, said = make()
      assert.equal(0, status, said)
      contains(said, 'running ' .. CHAPTER)
      lacks(said, 'running 99-scratch')
      status, said = make()
      assert.equal(0, status, said)
      lacks(said, 'running')
    end)
  end)

  it('fails when a check fails', function()
    with_driver("ch:holds { id = 'a', formula = '1 = 2', holds = false, because = 'it is not' } " ..
      "ch:holds { id = 'b', formula = ('long '):rep(20), holds = false }", function()
      local status, said = make()
      assert.not_equal(0, status)
      contains(said, '99-scratch: 1 = 2: it is not')
      for line in said:gmatch '[^\n]+' do assert.is_true(term.width(line) <= 80, line) end
    end)
  end)

  it('says which fact moved', function()
    local facts = 'chapters/' .. CHAPTER .. '/facts.tsv'
    with(facts, (files.read(here .. '/' .. facts)
      :gsub('(%S+)\t%S+', '%1\t77', 1)), function()
      local status, said = make()
      assert.equal(0, status, said)
      contains(said, CHAPTER .. ': «')
      contains(said, ' here, 77 in the book')
    end)
  end)

  it('says in one line what ended a driver, and keeps none of its files', function()
    with_driver("ch:fact('x', 1, 0) error('no luck', 0)", function()
      local status, said = make()
      assert.not_equal(0, status)
      contains(said, 'scripts/99-scratch.lua: no luck')
      lacks(said, 'traceback')
      assert.is_nil(files.read(here .. '/build/facts/99-scratch.tsv'))
      assert.is_nil(files.read(here .. '/build/stamps/99-scratch'))
    end)
  end)

  it('hands what a driver returns to what prepares its figures', function()
    local function prepared(text, f) with('plots/99-scratch/data.lua', text, f) end
    local function says(sentence)
      local status, said = make()
      assert.not_equal(0, status)
      contains(said, sentence)
      lacks(said, 'traceback')
    end
    with_driver('return { x = 3 }', function()
      make()
      assert.is_nil(files.read(here .. '/build/facts/99-scratch.tsv'))
      prepared("return function(ch, r) ch:fact('x', r.x, 0) end", function()
        local status, said = make()
        assert.equal(0, status, said)
        assert.equal('x\t3\t0\n', files.read(here .. '/build/facts/99-scratch.tsv'))
      end)
      prepared('return 3', function() says 'plots/99-scratch/data.lua returns no function(ch, results)' end)
      prepared('return function(', function() says 'plots/99-scratch/data.lua:1: ' end)
      prepared('return function(_, r) r.y.z = 1 end', function() says "plots/99-scratch/data.lua:1: attempt" end)
    end)
  end)

  -- The whole group gets the signal, as from a terminal. One job at a time, so that it is
  -- known what runs just then, and says the one sentence.
  local function interrupted(words, sentence)
    local status, said = shell.run('cd %s && exec setsid --wait env --default-signal=INT make --jobs=1 %s', here, words)
    assert.not_equal(0, status)
    contains(said, sentence .. ': interrupted, and nothing half-written is left')
    assert.equal(1, select(2, said:gsub('interrupted', '')), said)
    assert.same({}, shell.lines('find %s/build/tmp -type f', here))
    -- Nor does anything that was started go on; on a busy machine, dying takes time.
    local left
    for _ = 1, 50 do
      left = shell.lines('cd %s && sleep 0.1 && for process in /proc/[0-9]*; do ' ..
        [[test "$(readlink $process/cwd)" != "$PWD" || tr '\0' ' ' < $process/cmdline | grep -v bash || true; ]] ..
        'done', here)
      if #left == 0 then break end
    end
    assert.same({}, left)
  end
  local INTERRUPT = [[
    io.open(require('gw.files').temporary 'half', 'w'):close()
    os.execute '(sleep 0.1; kill -INT 0) &'
    local x = 0
    for _ = 1, 1e12 do x = x + 1 end]]

  it('is interrupted in a driver', function()
    with_driver(INTERRUPT, function()
      interrupted('', '99-scratch')
      interrupted('chapter-99', '99-scratch')
      assert.is_nil(files.read(here .. '/build/stamps/99-scratch'))
    end)
  end)

  it('is not needed to interrupt a driver, not even in a compiled loop', function()
    with_driver(INTERRUPT, function()
      local status = shell.run('cd %s && timeout 5 setsid --wait env --default-signal=INT luajit scripts/%s', here,
        '99-scratch.lua')
      assert.is_true(status ~= 0 and status ~= 124, 'status ' .. status)
    end)
    shell.run('rm -f %s/build/tmp/half*', here)
  end)

  it('is interrupted in a figure', function()
    local script = files.read(here .. '/plots/' .. FIGURE .. '.gp')
    local picture = here .. '/build/figures/' .. FIGURE .. '.svg'
    local before = files.read(picture)
    with('plots/' .. FIGURE .. '.gp', script .. '\nsystem "(sleep 0.1; kill -INT 0) &"\npause 100\n', function()
      interrupted('build/figures/' .. CHAPTER .. '/drawn', 'the figures of ' .. CHAPTER)
      interrupted('figures ONLY=' .. FIGURE, 'figures')
    end)
    assert.is_true(files.read(picture) == nil or files.read(picture) == before)
    assert.equal(0, (make()))
    assert.equal(before, files.read(picture))
  end)

  it('says little of a chapter, and all under --verbose, which is no parameter of the reader', function()
    local status, said = make('chapter-04')
    assert.equal(0, status, said)
    contains(said, "  claimed   σ'(z) = σ(z)(1 − σ(z)), and 19 more\n  checked   at ")
    lacks(said, 'line 1 of the derivation')
    assert.is_true(select(2, said:gsub('\n', '')) < 24, said)
    status, said = make('chapter-04 ARGS=--verbose')
    assert.equal(0, status, said)
    contains(said, "pass      line 1 of the derivation = σ'(z)")
    for line in said:gmatch '[^\n]+' do assert.is_true(term.width(line) <= 80, line) end
    status, said = make()
    assert.equal(0, status, said)
    lacks(said, 'running')
  end)

  -- The chapter asks its reader to do so.
  it('shows what is wrong with a slope with a minus for a plus', function()
    local source = files.read(here .. '/csrc/sigmoid.c')
    with('csrc/sigmoid.c', (source:gsub('return e / %(%(1 %+ e%)', 'return e / ((1 - e)', 1)), function()
      local status, said = make('chapter-04')
      assert.not_equal(0, status)
      contains(said, ' of 19 statements FAIL')
      contains(said, "look at   σ'(z) = σ(z)(1 − σ(z)), at ")
      local formula, slope = said:match 'the formula gives (%S+), the measured slope is (%S+)'
      assert.is_true(tonumber(formula) > 10 * tonumber(slope), said)
      lacks(said, '\n            \n')
      lacks(said, '++---') -- a sketch would push what failed off the screen
      lacks(said, 'make accept')
      assert.is_true(select(2, said:gsub('\n', '')) < 24, said)
      for line in said:gmatch '[^\n]+' do assert.is_true(term.width(line) <= 80, line) end
    end)
  end)

  it('takes parameters of the reader and leaves git alone', function()
    local status, said = make('chapter-04 ARGS="--seed 9 --verbose"')
    assert.equal(0, status, said)
    contains(said, 'build/figures/' .. FIGURE .. '.svg')
    contains(said, ' plots/' .. FIGURE .. '.svg')
    contains(said, 'beside.html')
    assert.same({}, untouched())
    status, said = make('accept') -- which first runs it again as it is
    assert.equal(0, status, said)
    contains(said, 'running ' .. CHAPTER)
    assert.same({}, untouched())
  end)

  -- README.md promises it.
  it('copies the exercises into work/, and changes nothing else', function()
    local status, said = make('start')
    assert.equal(0, status, said)
    local changed = untouched()
    shell.run('rm -rf %s/work', here)
    assert.is_true(#changed > 0)
    for _, path in ipairs(changed) do assert.matches('^work/', path) end
  end)

  local BAD = {
    ['chapter-77'] = 'there is no chapter 77; there are 04-sigmoid',
    ['chapter-04 ARGS="--seed x"'] = '--seed must be a whole number',
    ['chapter-04 ARGS=--bogus'] = "unknown option '--bogus'",
    ['figures ONLY=04-sigmoid/nothing'] = 'there is no figure «04-sigmoid/nothing»: make list-figures',
    ['figures ONLY=nothing'] = 'there is no figure «nothing»',
    ['figures THEME=pink'] = "'--theme' must be one of 'light', 'dark', 'print'",
    ['figures FORMAT=bmp'] = "'--format' must be one of",
    ['figures SIZE=big'] = '«big» is no size: WIDTHxHEIGHT',
    ['figures SIZE=1x1'] = '«1x1» is no size',
    ['figures SCALE=big'] = '«big» is no scale: a number from 0.25 to 8',
    ['figures SCALE=0'] = '«0» is no scale',
    ['figures SCALE=nan'] = '«nan» is no scale',
    ['figures SIZE=720x'] = '«720x» is no size',
    ['figures LANGUAGE=xx'] = 'no words for figures in «xx»',
    ['GW_BUILD=/proc/nowhere'] = 'the folder /proc/nowhere cannot be written',
    ['tyr-04'] = 'Did you mean try-04?',
    ['figures LANGUAGE=../strings/en'] = 'no words for figures in «../strings/en»',
    ['CC=no-such-compiler'] = 'missing: no-such-compiler. scripts/setup installs',
    ['LUA=no-such-lua'] = 'missing: no-such-lua. scripts/setup installs',
  }
  for words, sentence in pairs(BAD) do
    it('refuses ' .. words, function()
      local status, said = make(words)
      assert.not_equal(0, status)
      contains(said, sentence)
      lacks(said, 'traceback')
      assert.is_true(select(2, said:gsub('\n', '')) <= 8, said)
    end)
  end

  it('cleans what it made, and nothing else', function()
    local status, said
    for _, folder in ipairs { 'precious', 'with space', '$PWD', '..', '/', '$HOME' } do
      status, said = shell.run('cd %s && mkdir -p precious "with space" && touch precious/x "with space/x" && ' ..
        'GW_BUILD="%s" make clean', here, folder)
      assert.not_equal(0, status, said)
      assert.same({ 'precious/x', 'with space/x' }, shell.lines('cd %s && ls precious/x "with space/x"', here))
    end
    assert.same({}, shell.lines('cd %s && rm -r precious "with space" && git diff --name-only', here))
    status, said = make 'GW_BUILD=$PWD/other $PWD/other/runner'
    assert.equal(0, status, said)
    status, said = make 'GW_BUILD=other clean'
    assert.equal(0, status, said)
    assert.equal(1, (shell.run('cd %s && test -e other', here)))
    -- A clean that was cut off can be done again.
    status, said = shell.run('cd %s && mkdir other && touch other/.made-by-the-gradient-workbook && ' ..
      'GW_BUILD=other make clean && test ! -e other', here)
    assert.equal(0, status, said)
  end)

  it('waits for another that builds, and for what that left running', function()
    local status, said = shell.run([[cd %s && make GW_BUILD=other other/runner &&
      { flock other/lock sleep 1 & make GW_BUILD=other other/runner; s=$?; wait; rm -rf other; exit $s; }]], here)
    assert.equal(0, status, said)
    contains(said, 'waiting for «make other/runner')
    status, said = shell.run([[cd %s && { make & a=$!; make check & b=$!; wait $a && wait $b; }]], here)
    assert.equal(0, status, said)
  end)

  it('leaves nothing in its folder for temporary files, whatever ends it', function()
    for _, signal in ipairs { 'INT', 'TERM', 'HUP' } do
      local status, said = shell.run([[cd %s && touch csrc/*.c
        { env --default-signal=INT,TERM,HUP make build/libgw.so >/dev/null &
          sleep 0.4; kill -%s $!; wait $!; status=$?; } 2>/dev/null
        for i in $(seq 50); do test -n "$(find build/tmp -type f)" || break; sleep 0.1; done
        find build/tmp -type f; test $status -ne 0]], here, signal)
      assert.equal('', said)
      assert.equal(0, status, signal)
    end
    assert.equal(0, (make()))
  end)

  it('takes LUA and CC as words', function()
    -- Elsewhere, for another compiler makes another library.
    local status, said = make 'CC="env gcc" GW_BUILD=other other/runner'
    assert.equal(0, status, said)
    status, said = make 'LUA="luajit -joff" check'
    assert.equal(0, status, said)
    shell.run('rm -rf %s/other', here)
  end)

  it('knows who may not write', function()
    -- root may write anywhere, so this needs somebody else
    local status, said = shell.run('cd %s && mkdir -p build/locked && chmod 555 build/locked && %s', here,
      '$(test $(id -u) = 0 && echo setpriv --reuid 65534 --regid 65534 --clear-groups) make GW_BUILD=$PWD/build/locked')
    assert.not_equal(0, status)
    contains(said, 'build/locked cannot be written')
  end)

  it('draws every theme in every format', function()
    local magic = { svg = '^<%?xml', png = '^\137PNG', pdf = '^%%PDF' }
    for format, start in pairs(magic) do
      for _, theme in ipairs { 'light', 'dark', 'print' } do
        local status, said = make(('figures ONLY=%s THEME=%s FORMAT=%s SIZE=900x500'):format(FIGURE, theme, format))
        assert.equal(0, status, said)
        local path = ('build/figures/%s%s-900x500.%s'):format(FIGURE, theme == 'light' and '' or '-' .. theme, format)
        contains(said, path)
        local picture = files.read(here .. '/' .. path)
        assert.matches(start, picture)
        if format == 'svg' then assert.matches('viewBox="0 0 900 500"', picture) end
        if format == 'png' then assert.equal('\0\0\3\132\0\0\1\244', picture:sub(17, 24)) end
      end
    end
    local status, said = make 'figures ONLY=04-sigmoid'
    assert.equal(0, status, said)
    assert.equal(#shell.lines('cd %s && make list-figures', here), select(2, said:gsub('%.svg\n', '')))
    assert.same({}, untouched())
  end)

  it('shows every look of a figure on one page', function()
    local status, said = make('sheets ONLY=' .. FIGURE)
    assert.equal(0, status, said)
    local looks = {}
    for file in files.read(here .. '/build/sheets/index.html'):gmatch 'src="([^"]+)"' do
      looks[files.read(here .. '/build/sheets/' .. file):gsub('id="[^"]*"', '')] = file
    end
    local count = 0
    for _ in pairs(looks) do count = count + 1 end
    assert.equal(5, count)
    assert.same({}, untouched())
  end)

  it('has commands that help names, and no others', function()
    local _, said = make 'help'
    local count = 0
    for target in said:gmatch '%f[%w]make ([a-z-]+)' do
      if target ~= 'chapter-' then
        count = count + 1
        local status, why = make('-n ' .. target:gsub('%-$', '-04'))
        assert.equal(0, status, why)
      end
    end
    assert.is_true(count >= 8)
    local lines = 0
    for line in said:gmatch '([^\n]*)\n' do
      lines = lines + 1
      assert.is_true(require('gw.term').width(line) <= 80, line)
    end
    assert.is_true(lines <= 24)
  end)

  it('builds with other flags another library, also in the same folder', function()
    local status, said = make 'OPENMP= CFLAGS=-O0 GW_BUILD=build/plain build/plain/libgw.so'
    assert.equal(0, status, said)
    assert.same({}, shell.lines('cd %s && ldd build/plain/libgw.so | grep -i gomp || true', here))
    status, said = make 'GW_BUILD=build/plain -n build/plain/libgw.so'
    assert.equal(0, status)
    contains(said, 'csrc/fast/engine.c')
  end)
end)
