-- The zoo of mistakes, with fewer seeds than `make zoo` takes.
local files = require 'gw.files'
local gw = require 'gw'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

describe('the zoo', function()
  it('misses no mistake, accuses no right gradient, and names mistakes rightly', function()
    local status, said = shell.run('%s/zoo tests/gradcheck/zoo/mistakes.tsv 2 3000', paths.build)
    assert(status == 0, said)
    local mistakes, runs, right = said:match '(%d+) mistakes, (%d+) runs; (%d+) right gradients'
    assert.is_true(tonumber(mistakes) >= 60 and tonumber(runs) >= 1000 and tonumber(right) >= 2500, said)
    for _, rule in ipairs { 'this one', 'PyTorch', 'SciPy', 'JAX', 'Ceres', 'DeepLearning.AI', 'CS231n' } do
      assert.is_truthy(said:find(rule, 1, true), said)
    end
  end)

  it('accuses no right gradient by the complex step, which sees what differences do not', function()
    local status, said = shell.run('%s/zoo-twins 5500', paths.build)
    assert(status == 0, said)
    assert.matches('\nall +5500 +0 ', said)
    local fail, of, passes, before = said:match('off by 1e%-11: (%d+) of (%d+) fail, %d+ are undecided, (%d+) pass; '
      .. 'by differences (%d+) fail')
    assert.same({ fail, passes }, { of, '0' })
    assert.is_true(tonumber(of) >= 500 and tonumber(before) < tonumber(of) / 10, said)
    assert.equal(2, (shell.run('%s/zoo-twins', paths.build)))
  end)

  it('accuses nobody of what no network has, and misses nothing', function()
    local status, said = shell.run('%s/zoo-wild 100', paths.build)
    assert(status == 0, said)
    assert.matches('\nall generated +%d+ +%d+ ', said)
    assert.equal(2, (shell.run('%s/zoo-wild', paths.build)))
  end)

  it('says no name that is not true', function()
    local status, said = shell.run('%s/zoo-names 10', paths.build)
    assert(status == 0, said)
    assert.matches('\nall names +%d+ +%d+ ', said)
    assert.matches('\nalong directions +%d+ +%d+ ', said)
    assert.equal(2, (shell.run('%s/zoo-names', paths.build)))
  end)

  it('accuses no twin that is another program, and sees what is hidden at the own point', function()
    local status, said = shell.run('%s/zoo-session 100', paths.build)
    assert(status == 0, said)
    assert.matches('forgotten at zero unseen 0\n', said)
    assert.equal(2, (shell.run('%s/zoo-session', paths.build)))
  end)

  it('has the sentences of the bank from the bank', function()
    local list = files.read 'tests/gradcheck/zoo/mistakes.tsv'
    for k = 1, gw.MISTAKES - 1 do
      assert.is_nil(list:find('\t' .. gw.mistake_text(k) .. '\n', 1, true), gw.mistake_text(k))
    end
  end)

  it('has a row for each constant of the checker, and none besides', function()
    local rows, count = files.read 'tests/gradcheck/zoo/constants.md', 0
    for line in files.read 'csrc/gradcheck/constants.h':gmatch '[^\n]+' do
      local name, value, away, row = line:match '([%u_]+) = ([%w.-]+)[ };]+/%* ([%w.-]+): ([%w%s-]+) %*/$'
      if name then
        count = count + 1
        assert.is_truthy(rows:find(('\n| %s | %s | %s | %s |'):format(name, value, away, row), 1, true), name)
      end
    end
    assert.equal(count, select(2, rows:gsub('\n| %u', '')))
    assert.is_true(count >= 50)
  end)

  it('does not run without its list', function()
    assert.equal(2, (shell.run('%s/zoo', paths.build)))
    local status, said = shell.run('%s/zoo nowhere.tsv 1 1', paths.build)
    assert.equal(2, status)
    assert.equal('zoo: cannot read nowhere.tsv\n', said)
    status, said = shell.run([[f=$(mktemp) && printf 'network\tno-such\tsign\twhy\n' >$f && %s/zoo $f 1 1; s=$?; rm $f
      exit $s]], paths.build)
    assert.equal(2, status)
    assert.equal('zoo: nobody plants no-such in network\n', said)
  end)
end)
