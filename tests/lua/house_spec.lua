-- The house: what reads a file runs again when it is newer, and nothing else; and
-- without its tests the workbook works. Every other file is touched; with GW_LONG=1, as
-- `make test-long` has it, each.
-- Slow: it goes first.
local files = require 'gw.files'
local shell = require 'tests.lua.shell'

describe('the house', function()
  local here

  setup(function()
    here = shell.scratch('house', { '02-rules', '06-cost-surface' })
    -- What the models are used by takes long, so here is a chapter that only loads one.
    files.write(here .. '/scripts/99-model.lua', [[
      package.path = arg[0]:gsub('[^/]*$', '?.lua;') .. package.path
      local logistic = require 'models.logistic'
      require('gw.chapter').run({ title = 'A model', options = {} }, function(ch)
        ch:holds { id = 'a', formula = 'there is one', holds = logistic ~= nil }
      end)]])
    local status, said = shell.run('cd %s && make', here)
    assert(status == 0, said)
  end)

  local function make(words) return shell.run('cd %s && make %s', here, words or '') end

  -- The chapters that a make runs after a file was touched, and how many figures it draws.
  local function after(path, words)
    shell.run('cd %s && find build/figures -name "*.svg" -delete && touch %s', here, path)
    local status, said = make(words)
    assert.equal(0, status, said)
    local ran = {}
    for slug in said:gmatch 'running (%S+)' do ran[#ran + 1] = slug:match '^%w+' end
    table.sort(ran)
    return table.concat(ran, ' '), #shell.lines('find %s/build/figures -name "*.svg"', here)
  end

  local NONE, ONE, OTHER, BOTH, ALL, MODEL = '', '02', '06', '02 06', '02 06 99', '99'
  local CASES = { -- a file of each room
    ['csrc/rules.c'] = BOTH, ['csrc/cost_surface.c'] = OTHER, ['csrc/sigmoid.c'] = BOTH, ['csrc/network.c'] = NONE,
    ['csrc/base/random.c'] = BOTH, ['csrc/base/scaling.c'] = OTHER, ['csrc/base/cholesky.c'] = NONE,
    ['csrc/bank/mistakes_logistic.c'] = NONE, ['csrc/bank/twin.c'] = NONE, ['csrc/gradcheck/slope.c'] = BOTH,
    ['scripts/02-rules.lua'] = ONE, ['scripts/02-rules/table.lua'] = ONE, ['plots/02-rules/data.lua'] = ONE,
    ['scripts/06-cost-surface/surface.lua'] = OTHER, ['plots/06-cost-surface/data.lua'] = OTHER,
    ['scripts/gw/check.lua'] = ALL, ['scripts/gw/csv.lua'] = BOTH, ['scripts/gw/golden.lua'] = NONE,
    ['scripts/models/network.lua'] = NONE,
    ['scripts/models/logistic.lua'] = MODEL,
    ['scripts/checker/report.lua'] = NONE, ['scripts/judge/compiler_words.lua'] = NONE,
    ['scripts/judge/answer.lua'] = NONE, ['scripts/sandbox/child.lua'] = NONE, ['scripts/text/prose.lua'] = NONE,
    ['scripts/book/site.lua'] = NONE, ['data/oring.csv'] = BOTH, ['data/digits.csv'] = NONE,
    ['chapters/02-rules/README.md'] = NONE, ['chapters/02-rules/facts.tsv'] = NONE,
  }
  -- Files that nothing is run for are touched at once.
  local nobody, paths = {}, {}
  for path in pairs(CASES) do paths[#paths + 1] = path end
  table.sort(paths)
  for i, path in ipairs(paths) do
    local wanted = CASES[path]
    if wanted == NONE then
      nobody[#nobody + 1] = path
    elseif i % 2 == 0 or os.getenv 'GW_LONG' then
      it('runs what reads it, and no more: ' .. path, function()
        assert.equal(wanted, (after(path, 'check'))) -- no figure and no book
      end)
    end
  end
  it('runs and draws nothing for what no chapter reads', function()
    assert.is_true(#nobody >= 14)
    make() -- what the chapters above have left to be drawn
    assert.same({ NONE, 0 }, { after(table.concat(nobody, ' ')) })
  end)

  it('draws again what a figure is drawn by', function()
    local ran, drawn = after 'plots/02-rules/elementary.gp'
    assert.same({ NONE, 1 }, { ran, drawn })
    ran, drawn = after 'scripts/figures/figure.lua'
    assert.equal(NONE, ran)
    assert.is_true(drawn >= 5)
  end)

  it('runs one chapter where nothing is built yet', function()
    local status, said = make 'GW_BUILD=other chapter-02'
    assert.equal(0, status, said)
    make 'GW_BUILD=other clean'
  end)

  -- A run from another folder names its files otherwise than make does.
  it('keeps what make knows of a chapter when that is run from elsewhere', function()
    local path = here .. '/build/depends/02-rules.d'
    local before = assert(files.read(path))
    local status, said = shell.run('cd %s && root=$PWD && cd / && luajit $root/scripts/02-rules.lua --quiet', here)
    assert.equal(0, status, said)
    assert.equal(before, files.read(path))
  end)

  it('stands without its tests', function()
    shell.run('rm -rf %s/tests', here)
    for _, words in ipairs { '', 'start', 'try-02', 'solution-02 YES=1', 'hint-02', 'book', 'sync', 'check',
      'gradcheck', 'install PREFIX=$PWD/installed' } do
      local status, said = make(words)
      assert.equal(0, status, words .. '\n' .. said)
    end
    local status, said = shell.run("cd / && $OLDPWD/%s/installed/bin/gradcheck 'x^2' '2*x'", here)
    assert.equal(0, status, said)
  end)
end)
