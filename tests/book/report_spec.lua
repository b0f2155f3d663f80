-- build/report.json is for machines: this is what they may rely on.
local json = require 'dkjson'
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local here = paths.build .. '/tests/report'

describe('report.json', function()
  local slugs, report = {}, nil

  -- From the last run of every chapter, in a folder of its own: make test does
  -- not draw the figures that make waits for.
  setup(function()
    for i, path in ipairs(shell.lines 'ls scripts/*-*.lua') do slugs[i] = path:match '^scripts/(.+)%.lua$' end
    local status, said = shell.run([[rm -rf %s && mkdir -p %s && cp -a %s/{facts,data,reports} %s/ &&
      GW_BUILD=%s luajit scripts/tools/report.lua %s]], here, here, paths.build, here, here, table.concat(slugs, ' '))
    assert(status == 0, said)
    local position
    report, position = json.decode(files.read(here .. '/report.json'))
    assert(report, position)
  end)

  it('has every chapter, in order', function()
    local ids = {}
    for i, chapter in ipairs(report.chapters) do ids[i] = chapter.id end
    assert.same(slugs, ids)
  end)

  it('has the shape that it promises', function()
    local ids, totals = {}, { checks = 0, pass = 0, fail = 0, undecided = 0 }
    for _, chapter in ipairs(report.chapters) do
      assert.is_number(chapter.seconds)
      assert.is_true(chapter.seconds >= 0 and chapter.seconds < 60)
      assert.is_true(#chapter.checks > 0, chapter.id .. ' checks nothing')
      assert.is_true(#chapter.figures > 0, chapter.id .. ' has no figure')
      for _, path in ipairs(chapter.figures) do
        assert.matches('^plots/' .. chapter.id:gsub('%-', '%%-') .. '/', path)
        assert.is_truthy(files.read(path), path .. ' is missing')
      end
      assert.is_table(chapter.facts)
      for key, value in pairs(chapter.facts) do
        assert.matches('^[%w_]+$', key)
        assert.is_number(value)
      end
      for _, check in ipairs(chapter.checks) do
        local id = chapter.id .. ' ' .. check.id
        assert.is_nil(ids[id], id .. ' stands there twice')
        ids[id] = true
        assert.is_string(check.formula, id)
        assert.is_truthy(totals[check.verdict], id)
        totals.checks, totals[check.verdict] = totals.checks + 1, totals[check.verdict] + 1
        assert.is_true(check.entries >= 1, id)
        assert.equal(check.entries, check.passed + check.failed + check.undecided, id)
        assert.is_number(check.digits, id)
        if check.verdict == 'pass' then assert.equal(0, check.failed, id) end
        if check.verdict ~= 'pass' then assert.is_string(check.cause, id) end
        if check.worst then
          assert.is_string(check.worst.where, id)
          for _, key in ipairs { 'analytic', 'numeric', 'bound' } do
            local value = check.worst[key]
            assert.is_true(value == nil or type(value) == 'number', id .. ' ' .. key)
          end
        end
      end
    end
    assert.same(totals, report.totals)
  end)

  it('has no check that fails', function() assert.equal(0, report.totals.fail) end)
end)
