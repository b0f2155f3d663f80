-- What a change touches: CONTRIBUTING.md names the files, and here each change is made in
-- a copy of the workbook with those files alone, and works. Those that compile half of the
-- library again are made with GW_LONG=1, as `make test-long` has it.
-- Slow: it goes first.
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local SLUG, NAME = '02-rules', 'halves'

-- The files that CONTRIBUTING.md names first for a change, up to the full stop.
local function named(change)
  local line = assert(files.read 'CONTRIBUTING.md':match('\n%- ' .. change .. ': ([^\n]*)'), change)
  local list = {}
  for path in line:gsub('%. .*', ''):gmatch '`([^`]+)`' do
    list[#list + 1] = path:gsub('SLUG', SLUG):gsub('NAME', NAME)
  end
  table.sort(list)
  return list
end

describe('what a change touches:', function()
  local here

  setup(function()
    here = shell.scratch('costs', { SLUG })
    -- What is built for the tests in C and the zoo is built here already, but for what a change touches.
    shell.run('mkdir -p %s/build/tests && cp -a %s/tests/obj %s/build/tests/', here, paths.build, here)
    shell.run('cp -a %s/obj/zoo %s/build/obj/', paths.build, here)
  end)

  -- Makes the change: {path = a new text, or {what to find, what to put in its place}}.
  local function make_it(change, edits)
    local touched = {}
    for path, edit in pairs(edits) do
      touched[#touched + 1] = path
      local text = edit
      if type(edit) == 'table' then
        local before = assert(files.read(here .. '/' .. path), path)
        local first, last = before:find(edit[1], 1, true)
        assert(first, path .. ' has no ' .. edit[1])
        text = before:sub(1, first - 1) .. edit[2] .. before:sub(last + 1)
      end
      files.write(here .. '/' .. path, text)
    end
    table.sort(touched)
    assert.same(named(change), touched)
  end

  local function works(line, ...)
    local status, said = shell.run('cd ' .. here .. ' && ' .. line, ...)
    assert(status == 0, said)
    return said
  end

  local function in_long(what, body) if os.getenv 'GW_LONG' then it(what, body) end end

  in_long('an activation', function()
    local edits = {
      ['csrc/sigmoid.h'] = { '    GW_ACTIVATIONS ', '    GW_SOFTSIGN, /* z/(1 + |z|) */\n    GW_ACTIVATIONS ' },
      ['csrc/sigmoid.c'] = { 'static const struct {\n    double (*value)', [[
static double softsign(double z) {
    return z / (1 + fabs(z));
}

static double softsign_slope(double z) {
    return 1 / ((1 + fabs(z)) * (1 + fabs(z)));
}

static const struct {
    double (*value)]] },
      ['csrc/bank/twin.inc'] = { '    case GW_ACTIVATIONS:',
        '    case GW_SOFTSIGN:\n        return z / (1 + (RE(z) > 0 ? z : -z));\n    case GW_ACTIVATIONS:' },
      ['tests/c/test_sigmoid.c'] = { '    for (size_t i = 0; i < sizeof KNOWN', '    assert_close(gw_activation_value('
        .. 'GW_SOFTSIGN, 3), 0.75, 4 * DBL_EPSILON, 0);\n    for (size_t i = 0; i < sizeof KNOWN' },
    }
    make_it('An activation', edits)
    make_it('An activation', { ['csrc/sigmoid.h'] = files.read(here .. '/csrc/sigmoid.h'),
      ['csrc/bank/twin.inc'] = files.read(here .. '/csrc/bank/twin.inc'),
      ['tests/c/test_sigmoid.c'] = files.read(here .. '/tests/c/test_sigmoid.c'),
      ['csrc/sigmoid.c'] = { '    [GW_IDENTITY] = ',
        '    [GW_SOFTSIGN] = {softsign, softsign_slope},\n    [GW_IDENTITY] = ' } })
    works('tests=$(printf "build/tests/test_%s " sigmoid network backprop twin network_steps mistakes) && '
      .. 'make $tests && for t in $tests; do $t || exit; done')
  end)

  in_long('a mistake of the network', function()
    make_it('A mistake of the network', {
      ['csrc/bank/mistakes.h'] = { '    GW_MISTAKE_ZERO,', '    GW_MISTAKE_HALF,\n    GW_MISTAKE_ZERO,' },
      ['csrc/bank/mistakes.c'] = { '    [GW_MISTAKE_ZERO] = ',
        '    [GW_MISTAKE_HALF] = {"half", "dW1 is half of what it should be"},\n    [GW_MISTAKE_ZERO] = ' },
      ['tests/gradcheck/zoo/mistakes.tsv'] = { 'network\tsign\tsign\n', 'network\tsign\tsign\nnetwork\thalf\thalf\n' },
    })
    make_it('A mistake of the network', {
      ['csrc/bank/mistakes.h'] = files.read(here .. '/csrc/bank/mistakes.h'),
      ['csrc/bank/mistakes.c'] = { '    case GW_MISTAKE_SINGLE_ENTRY:',
        '    case GW_MISTAKE_HALF:\n        return scale(dW1, 0.5);\n    case GW_MISTAKE_SINGLE_ENTRY:' },
      ['tests/gradcheck/zoo/mistakes.tsv'] = files.read(here .. '/tests/gradcheck/zoo/mistakes.tsv'),
    })
    assert.matches('  half +dW1 is half of what it should be',
      works 'make gradcheck && scripts/gradcheck --list-mistakes')
    -- So small a zoo misses its gates; what counts is that the new one is planted and named.
    local RUN = 'cd %s && make build/zoo >/dev/null && build/zoo tests/gradcheck/zoo/mistakes.tsv 1 20'
    local _, before = shell.run(RUN, '.')
    local _, after = shell.run(RUN, here)
    local function planted(said) return tonumber((said:match '^(%d+) mistakes')) end
    assert.is_true(planted(after) > planted(before), after)
    assert.is_truthy(after:find('named rightly first: 100.00%', 1, true), after)
  end)

  it('a figure', function()
    make_it('A figure', {
      ['plots/02-rules/halves.gp'] = '# size 640x400\n# narrow 390x300\nset xlabel w_x\n'
        .. 'plot DATA using 1:2 with lines linetype VALUE notitle\n',
      ['plots/02-rules/data.lua'] = { "  ch:data('product'",
        "  ch:data('halves', { columns = { 'x', 'y' }, rows = { { 0, 0 }, { 1, 0.5 } } })\n  ch:data('product'" },
      ['plots/strings/en.tsv'] = { '02-rules/product\t', '02-rules/halves\talt\tA line from 0 to a half.\n'
        .. '02-rules/halves\tx\tx\n02-rules/product\t' },
      ['chapters/02-rules/README.md'] = { '## The five rules\n',
        '![](../../plots/02-rules/halves.svg)\n\n## The five rules\n' },
    })
    works 'make chapter-02 && make sync && make accept && test -s plots/02-rules/halves.svg'
    assert.is_truthy(files.read(here .. '/chapters/02-rules/README.md'):find('![A line from 0 to a half.]', 1, true))
  end)

  it('an exercise', function()
    local folder = 'chapters/02-rules/exercises/halves/'
    make_it('An exercise', {
      [folder .. 'page.md'] = '# 2.4 Half of it\n\nReturn half of x.\n\n## Hint 1\n\nHalf?\n\n## Hint 2\n\n'
        .. 'x/2.\n\n## Hint 3\n\n`x / 2`.\n\n## Why\n\nBecause.\n',
      [folder .. 'stub.c'] = '/* Exercise 2.4: half of it\n *\n * Worked: halves(3) = 1.5\n */\n'
        .. '#include "exercise.h"\n\ndouble halves(double x) {\n    return 0; /* your formula */\n}\n',
      [folder .. 'judge.lua'] = 'return { domain = { x = { -100, 100 } }, example = { x = 3 } }\n',
      ['scripts/judge/solutions/02-rules/halves.c'] = '#include "exercise.h"\n\ndouble halves(double x) {\n'
        .. '    return x / 2;\n}\n',
    })
    works 'make start'
    local function judged(formula)
      local answer = here .. '/work/02-rules/halves.c'
      files.write(answer, (files.read(answer):gsub('return [^;]*;', 'return ' .. formula .. ';')))
      local _, said = shell.run('cd %s && make try-02 EX=halves', here)
      return said
    end
    assert.matches('done', judged 'x * 0.5')
    assert.is_nil(judged('x / 3'):find('done', 1, true))
    works 'make sync'
    assert.is_truthy(files.read(here .. '/chapters/02-rules/README.md'):find('Half of it', 1, true))
  end)

  it('an option of a driver', function()
    local text = files.read(here .. '/scripts/02-rules.lua')
    local before = text:match 'options = %b{}'
    make_it('An option of a driver', {
      ['scripts/02-rules.lua'] = { before, (before:gsub(' }$', ', iterations = 7 }')) },
    })
    assert.matches('%-%-iterations', works 'luajit scripts/02-rules.lua --help')
    works 'luajit scripts/02-rules.lua --quiet --iterations 8'
    local status, said = shell.run('cd %s && luajit scripts/02-rules.lua --iterations many', here)
    assert.not_equal(0, status)
    assert.matches('iterations must be a whole number', said)
  end)
end)
