-- build/report.json is for machines: this is what they may rely on.
local json = require 'dkjson'
local account = require 'gw.account'
local files = require 'gw.files'
local paths = require 'gw.paths'
local term = require 'gw.term'
local generated = require 'text.generated'
local shell = require 'tests.lua.shell'

local UNITS = { points = true, entries = true, cases = true, claims = true }
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
      assert.is_true(chapter.seconds >= 0)
      assert.is_true(#chapter.checks > 0, chapter.id .. ' checks nothing')
      assert.is_true(#chapter.figures > 0, chapter.id .. ' has no figure')
      assert.is_string(chapter.claim, chapter.id .. ' does not say what it is about')
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
        assert.is_truthy(UNITS[check.unit], id)
        if check.unit == 'cases' and check.digits < 3 then assert.is_true(check.used <= 1, id) end
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
      assert.is_truthy(ids[chapter.id .. ' ' .. chapter.claim], chapter.id .. ' has no claim ' .. chapter.claim)
    end
    assert.same(totals, report.totals)
  end)

  -- The page of statements is a promise: each of them is checked, and drawn.
  it('holds every statement that is taught', function()
    local taught = {}
    for _, statement in ipairs(generated.rows('statements', 'statements')) do
      assert.equal(4, #statement, table.concat(statement, ' '))
      local slug, check, figure, sentence = unpack(statement)
      taught[slug] = taught[slug] or {}
      assert.is_nil(taught[slug][sentence], sentence .. ' stands there twice')
      taught[slug][sentence] = { check, figure }
    end
    for _, chapter in ipairs(report.chapters) do
      local known = {}
      for _, check in ipairs(chapter.checks) do known[check.id] = true end
      for _, path in ipairs(chapter.figures) do known[path] = true end
      assert.is_table(taught[chapter.id], 'chapters/statements says nothing of ' .. chapter.id)
      for sentence, proof in pairs(taught[chapter.id]) do
        local path = ('plots/%s/%s.svg'):format(chapter.id, proof[2])
        assert.is_true(known[proof[1]], ('«%s»: %s has no check %s'):format(sentence, chapter.id, proof[1]))
        assert.is_true(known[path], ('«%s»: there is no %s'):format(sentence, path))
      end
      taught[chapter.id] = nil
    end
    assert.same({}, taught)
  end)

  it('is told in a few lines of at most 80 columns', function()
    for _, chapter in ipairs(report.chapters) do
      local lines = account.lines(chapter.checks, chapter.claim)
      assert.matches('^  claimed   ', lines[1], chapter.id)
      assert.is_true(#lines >= 3 and #lines <= 5, chapter.id .. '\n' .. table.concat(lines, '\n'))
      for _, check in ipairs(chapter.checks) do
        for _, line in ipairs(account.detail(check)) do lines[#lines + 1] = line end
      end
      for _, line in ipairs(lines) do
        assert.is_true(term.width(line) <= 80, line)
        assert.is_nil(line:match '[ ]0%.?0* digits', line)
      end
    end
  end)

  it('has no check that fails', function() assert.equal(0, report.totals.fail) end)
end)
