-- Bad input, by the table: every command, every option of every driver, every public
-- function. Whatever it is, it ends within ten seconds of work (a minute on a busy machine)
-- with a status of its own and a sentence, and leaves nothing behind. Each option of a driver has
-- a third of the bad values, another third at the next driver; with GW_LONG=1, as `make
-- test-long` has it, all of them.
-- Slow: it goes first.
local files = require 'gw.files'
local gw = require 'gw'
local library = require 'gw.ffi'
local matrix = require 'gw.matrix'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'
local term = require 'gw.term'
local unistd = require 'posix.unistd'

local here = unistd.getcwd()
local folder = ('%s/tests/bad-input'):format(paths.build)
local WORK = '$PWD/work' -- each row has a folder of its own

local rows, groups = {}, {}

-- A row: its command in bash, and what its sentence must hold.
local function row(group, command, sentence)
  rows[#rows + 1] = { group = group, command = command, sentence = sentence }
  if not groups[group] then
    groups[group] = true
    groups[#groups + 1] = group
  end
end

-- Drivers: no option takes what is not its own kind, and none that it has not.
local BAD = {
  seed = { '', 'x', '-1', '1.5', '1e10', 'nan', 'inf', '0x', '1 2', '99999999999999999999' },
  alpha = { '', 'x', '0', '-1', 'nan', 'inf', '1e999', '0.1.2', '--', '1e308;' },
  iterations = { '', 'x', '0', '-1', '2.5', 'nan', '1e8', '2147483648' },
  hidden = { '', 'x', '0', '-3', '1.5', 'inf', '100000000', '2000000000' },
  start = { '', 'x', 'nan', 'inf', '-inf', '1e308' },
  data = { '', '/no/such/file.csv', '/', '/dev/zero', '/dev/null', '$PWD/pipe' },
  label = { '', 'x' }, positive = { '', 'x' }, features = { '', ',', ',,' },
}
for k, path in ipairs(shell.lines 'ls scripts/*-*.lua') do
  local driver = path:match '[^/]+$'
  local help = select(2, shell.run('luajit %s --help', path))
  local function bad(words, sentence)
    row(driver, ('luajit %s/%s --quiet %s'):format(here, path, words), sentence)
  end
  bad('--bogus', 'bogus')
  bad('stray', 'too many arguments')
  bad('--seed', 'argument')
  for name, values in pairs(BAD) do
    local has = help:find('--' .. name .. ' <', 1, true)
    for i, value in ipairs(values) do
      if has and (os.getenv 'GW_LONG' or (i + k) % 3 == 0) then
        bad(('--%s="%s"'):format(name, value), value == '' and '--' .. name or '')
      end
    end
    if not has then bad(('--%s=1'):format(name), name) end
  end
end
for driver, option in pairs { ['07-one-example'] = '--alpha 1e308', ['08-logistic-regression'] = '--alpha 1e308',
  ['09-network'] = '--alpha 1e308', ['10-backprop'] = '--alpha 1e308', ['06-cost-surface'] = '--alpha 1e308',
  ['12-better-descent'] = '--alpha 1e308' } do
  row(driver .. '.lua', ('luajit %s/scripts/%s.lua --quiet %s'):format(here, driver, option))
end

-- Data of one's own: how it is written, and what its sentence holds.
local OWN = ('luajit %s/scripts/08-logistic-regression.lua --quiet'):format(here)
local DATA = {
  { 'printf ""', 'is empty' }, { 'printf "\\n\\n"', 'is empty' }, { 'printf "x,y\\n"', 'no rows' },
  { 'printf "y\\n0\\n1\\n"', 'no column to learn from' }, { 'printf "x,y\\n1,0\\n2,0\\n"', 'nothing to tell apart' },
  { 'printf "x,y\\n1,0\\n1,1\\n"', 'ever changes' }, { 'printf "x,y\\n1,a\\n2,b\\n3,c\\n"', '--positive' },
  { 'printf "x,y\\n1,0\\n2,1,3\\n"', ':3: 3 cells' }, { 'printf "x,y\\n1,0\\n\\"2,1\\n"', 'not CSV' },
  { 'printf "x,y\\n1,0\\n2\\"3,1\\n"', 'not CSV' }, { 'printf "x,y\\n1,0\\ntall,1\\n"', '«tall» is not a number' },
  { 'printf "x,y\\n1,0\\nnan,1\\n"', 'not finite' }, { 'printf "x,y\\n1,0\\n1e999,1\\n"', 'not finite' },
  { 'printf "x,y\\n1,0\\n,1\\n"', '--drop-missing' }, { 'printf "x,y\\n0x10,0\\n2,1\\n"', 'not a number' },
  { 'printf "x,y\\n1,0\\n2,1\\n" | iconv -t UTF-16', 'UTF-16' },
  { 'printf "x,y\\n1,0\\n2,1\\n" | iconv -t UTF-16LE', 'no text' },
  { 'printf "x,y\\n1,0\\n2\\0,1\\n"', 'no text' }, { 'printf "x\\033[2J\\a,y\\n1,0\\nq\\033[31m,1\\n"', 'x?[2J?' },
  { 'printf "x,y\\n1e-320,0\\n3e-320,1\\n2e-320,1\\n5e-320,0\\n"', 'another unit' },
  { 'printf "x,y\\n1e307,0\\n-9e307,1\\n9e307,1\\n5e306,0\\n"', 'another unit' },
  { 'printf "x,y\\n"; head -c 5000000 /dev/zero | tr "\\0" a; printf ",1\\n2,0\\n"', 'a row of more than' },
  { 'printf "x,y\\n"; head -c 5000 /dev/zero | tr "\\0" a; printf ",1\\n2,0\\n"', 'a cell of 5000 bytes' },
  { 'seq -s , 100000; seq -s , 100000', 'at most 1000 can be' }, { 'seq -s , 900; seq -s , 800', '800 cells' },
  { 'printf "x,y\\n"; for i in $(seq 1500); do echo $i,$i; done', 'is it the label' },
  { 'head -c 3000000 /dev/urandom' }, { 'head -c 3000000 /dev/zero', 'no text' }, { 'cat /bin/ls', 'no text' },
}
for _, case in ipairs(DATA) do
  row('data', ('{ %s; } > bad.csv; %s --data bad.csv'):format(case[1], OWN), case[2])
end
for words, sentence in pairs {
  ['--label q'] = 'no column «q»', ['--features q'] = 'no column «q»', ['--features x,x'] = 'twice',
  ['--features y'] = 'is the label', ['--positive q'] = 'no label', ['--label x --features x'] = 'is the label',
} do
  row('data', ('printf "x,z,y\\n1,2,0\\n2,3,1\\n3,1,0\\n" > bad.csv; %s --data bad.csv %s'):format(OWN, words),
    sentence)
end
for _, words in ipairs { '--label y', '--positive 1', '--features x', '--drop-missing' } do
  row('data', OWN .. ' ' .. words, '--data is missing')
end

-- gradcheck: its options, its formulas, its models.
local function gradcheck(words, sentence) row('gradcheck', here .. '/scripts/gradcheck ' .. words, sentence) end
for name, values in pairs {
  seed = { '', 'x', '-1', '1.5', '1e20', 'nan' }, points = { '', '0', 'x', '1e9', '2.5', '-1' },
  seconds = { '', '0', 'x', '1e9', 'nan' }, alpha = { '', '0', 'x', '-1', 'nan', 'inf' }, mode = { '', 'x', 'Entries' },
} do
  for _, value in ipairs(values) do gradcheck(('x x --%s="%s"'):format(name, value), '--' .. name) end
end
for _, words in ipairs { '', '--bogus', 'x', 'x x x', '""', '"" ""', '/', '/dev/null', 'nothing.c', 'nothing.lua',
  'x --mode complex', 'x 1 --mode equations', 'x 1 --alpha 1', 'model.txt', '--seed', '.c', '..' } do
  gradcheck(words)
end
-- As a derivative these are wrong, and no bad input.
local VALUELESS = { ['1/0/0'] = true, ['ln(-1-x^2)'] = true, ['sqrt(-x^2-1)'] = true, ['1e999'] = true }
for _, formula in ipairs { 'x+', '(x', 'x)', 'x y', '2**x', 'foo(x)', 'x^', '1/0/0', 'sin', 'sin(', '*x', 'x++', '1e',
  'x#2',  'y', 'ln(-1-x^2)', 'sqrt(-x^2-1)', '0x10', '1e999', 'x;x', '`x`', 'σ(', ('('):rep(3000) .. 'x' } do
  gradcheck(("'%s' 1"):format(formula))
  if not VALUELESS[formula] then gradcheck(("'x^2' '%s'"):format(formula)) end
end
local MODELS = {
  { '' }, { 'return 1' }, { 'return nil' }, { 'syntax error here' }, { 'error "no"' }, { 'return {}' },
  { 'return { size = 0 }' }, { 'return { size = -1 }' }, { 'return { size = 1.5 }' }, { 'return { size = "x" }' },
  { 'return { size = 1 }', 'cost' }, { 'return { size = 1, cost = 1 }', 'cost' },
  { 'return { size = 1, cost = function() return 1 end }', 'gradient' },
  { 'return { size = 1, cost = function() end, gradient = function(t, g) g[1] = 1 end }' },
  { 'return { size = 1, cost = function() return "x" end, gradient = function(t, g) g[1] = 1 end }' },
  { 'return { size = 1, cost = function() error "no" end, gradient = function(t, g) g[1] = 1 end }' },
  { 'while true do end', 'did not end' },
  { 'return { size = 2, cost = function(t) return t[1] end, gradient = function(t, g) g[1] = 1 end, blocks = 7 }' },
  { 'return { size = 2, cost = function(t) return t[1] end, gradient = function(t, g) g[1] = 1 end, ' ..
    'blocks = {{"a", 9, 9}} }' },
  { 'os.exit(0)' }, { 'local t = {} while true do t[#t + 1] = ("x"):rep(1e6) end' },
}
for _, model in ipairs(MODELS) do
  row('models in Lua', ("cat > m.lua <<'END'\n%s\nEND\n%s/scripts/gradcheck --seconds 2 m.lua"):format(model[1], here),
    model[2])
end
for code, sentence in pairs { [''] = 'gradcheck_', ['int x'] = 'does not compile', ['#include "/dev/zero"'] = 'memory',
  ['int main(void) { return 0; }'] = 'main', ['char a[1 << 30] = {1};'] = '64 MB', ['#error no'] = 'no' } do
  row('models in C', ("cat > m.c <<'END'\n%s\nEND\n%s/scripts/gradcheck m.c"):format(code, here), sentence)
end

-- The exercises, with files that something has damaged.
local function exercises(words, sentence, before)
  row('exercises', ('%s export GW_WORK=%s; %s/scripts/exercises %s'):format(before or '', WORK, here, words), sentence)
end
for _, words in ipairs { '', 'bogus', 'try', 'try 99', 'try x y z', 'try ""', 'try 04 nothing', 'try "*"', 'try ../..',
  'hint', 'hint 99', 'hint 4 nothing', 'solution', 'solution 99', 'solution 4 nothing', 'start now', 'watch 4',
  'progress 4', 'try --yes 4', 'solution 4 --no' } do
  exercises(words)
end
exercises('start', 'cannot', 'touch work;')
exercises('start', 'cannot', 'mkdir work; touch work/00-before;')

-- The words of make, and the tools behind it.
local function make(words, sentence)
  row('make', ('export GW_BUILD=%s/%s; cd %s && make %s'):format(here, paths.build, here, words), sentence)
end
for words, sentence in pairs {
  ['tyr-04'] = 'did you mean try-04', xyzzy = 'no goal', ['a:b'] = 'no goal', ["'%x'"] = 'no goal', ["';'"] = 'no goal',
  ['chapter-99'] = 'there is no chapter 99', ["'chapter-*'"] = 'there is no chapter',
  ['try-99'] = 'there is no chapter',
  ['try-04 EX=nothing'] = 'no exercise', ["try-04 EX=';id'"] = 'no exercise',
  ["try-04 EX='$(shell id)'"] = 'no exercise',
  ["chapter-04 ARGS='\"'"] = 'never ends', ["chapter-04 ARGS='; id'"] = 'too many arguments',
  ["chapter-04 ARGS='$(shell id)'"] = 'too many arguments', ["chapter-04 ARGS='`id`'"] = 'too many arguments',
  ['figures THEME=pink'] = 'theme', ["figures THEME=\\'"] = 'theme', ['figures FORMAT=bmp'] = 'format',
  ['figures SIZE=0x0'] = 'no size', ['figures LANGUAGE=../strings/en'] = 'no words',
  ['figures LANGUAGE=.'] = 'no words',
  ['figures ONLY=none'] = 'no figure', ["figures ONLY=\"';id'\""] = 'no figure', ['handout-99'] = 'no chapter',
  ["LUA='nothing -joff'"] = 'missing: nothing', ['CC=nothing'] = 'missing: nothing',
  ['GW_BUILD=csrc'] = 'did not put there',
  ["GW_BUILD='a b'"] = 'character', ['GW_BUILD=/'] = 'more than a build', ['GW_BUILD=$PWD'] = 'more than a build',
  ['GW_BUILD=.. clean'] = 'more than a build', ['GW_BUILD=$HOME clean'] = 'more than a build',
  ['GW_BUILD=csrc clean'] = 'not made by make', ["GW_BUILD='$(shell id)' clean"] = 'character',
  ['GW_BUILD=/proc/x'] = 'cannot be written', ['no/such/file'] = 'there is no file',
} do
  make(words, sentence)
end
local function tool(words, sentence) row('tools', ('cd %s && %s'):format(here, words), sentence) end
tool('scripts/setup --bogus', 'setup')
tool('scripts/setup --tests extra', 'setup')
tool('scripts/setup extra', 'setup')
for _, words in ipairs { '', 'nothing.c', 'scripts', 'a b' } do tool('scripts/tools/run-c ' .. words, 'C program') end
for _, words in ipairs { '', 'nothing', '04-sigmoid/nothing', '../../etc/passwd', '--theme',
  '04-sigmoid/sigmoid --data /no',
  '04-sigmoid/sigmoid --size 1x', '04-sigmoid/sigmoid --language /etc/passwd', '04-sigmoid/sigmoid --out /proc' } do
  tool('luajit scripts/figures/draw.lua ' .. words)
end
for _, words in ipairs { '', 'bogus', 'page nothing.md', 'handout zz' } do
  tool('luajit scripts/book/build.lua ' .. words)
end

-- What is lost: printing into nothing, and a folder for temporary files that there is not.
local PRINTERS = { 'scripts/gradcheck x 1', 'scripts/gradcheck --help', 'scripts/gradcheck --list-mistakes',
  'scripts/gradcheck x 1 --json', 'scripts/gradcheck x 1 --explain', 'luajit scripts/04-sigmoid.lua',
  'luajit scripts/04-sigmoid.lua --help', 'scripts/exercises --help', 'scripts/exercises try 4',
  'scripts/exercises progress', paths.build .. '/zoo-twins 10', paths.build .. '/zoo-wild 1', 'make help',
  'make list-figures', 'scripts/tools/doctor',
  'luajit scripts/tools/report.lua 04-sigmoid',
  'luajit scripts/figures/draw.lua --format dumb 04-sigmoid/sigmoid --data plots' }
for _, command in ipairs(PRINTERS) do
  for _, where in ipairs { '>/dev/full', '>&-' } do
    row('output', ('export GW_WORK=%s GW_BUILD=%s/%s; cd %s && %s %s'):format(WORK, here, paths.build, here, command,
      where))
  end
end
row('TMPDIR', ("printf 'int x;' > m.c; TMPDIR=/no/such %s/scripts/gradcheck m.c"):format(here), 'TMPDIR')
row('TMPDIR', ("touch file m.lua; TMPDIR=$PWD/file %s/scripts/gradcheck m.lua"):format(here), 'TMPDIR')

-- No place in a source, no words of Lua's own, nothing that controls a terminal.
local RIDDLES = { '%.lua:%d', 'traceback', 'attempt to', 'bad argument', 'userdata', 'nil value', 'core dumped',
  'unbound variable', 'syntax error near', '%c%[', '\7' }

local function judged(each, out, status)
  if status == 0 then return 'status 0' end
  if status == 124 or status > 128 then return 'status ' .. status end
  local said = files.read(out) or ''
  if each.group ~= 'output' then said = said .. (files.read((out:gsub('err$', 'out'))) or '') end
  if not said:match '%w' then return 'nothing said' end
  for _, riddle in ipairs(RIDDLES) do
    if said:gsub('\n', ''):match(riddle) then return 'a riddle: ' .. term.safe(said, 300) end
  end
  local is_short = select(2, said:gsub('\n', '')) <= 8 and #said <= 3000 or each.group == 'output'
  if not is_short then return 'many words: ' .. term.safe(said, 300) end
  if each.sentence and not said:lower():find(each.sentence:lower(), 1, true) then
    return ('not «%s» but: %s'):format(each.sentence, term.safe(said, 300))
  end
end

describe('bad input', function()
  local found = {}

  setup(function()
    -- A build of their own, with all that a driver and the command need, and no chapter's facts.
    local list = {}
    shell.run([[rm -rf %s; mkdir -p %s/build/tmp %s/tmp
      cp -a %s/{cdef.h,signatures.lua,uses.lua,libgw.so,libgradcheck.a,runner,judges,command} %s/build/]],
      folder, folder, folder, paths.build, folder)
    for i, each in ipairs(rows) do
      files.write(('%s/%d.sh'):format(folder, i), ('mkdir %d && cd %d && mkfifo pipe\n%s\n'):format(i, i, each.command))
      list[i] = i
    end
    files.write(folder .. '/list', table.concat(list, '\n') .. '\n')
    local status, said = shell.run([[cd %s && export TMPDIR=$PWD/tmp GW_BUILD=$PWD/build NO_COLOR=1 &&
      xargs -P 3 -I@ sh -c 'ulimit -t 10; timeout 60 bash @.sh >@.out 2>@.err </dev/null
        echo $? >@.status' <list]], folder)
    assert(status == 0, said)
    for i, each in ipairs(rows) do
      found[i] = judged(each, ('%s/%d.err'):format(folder, i), tonumber(files.read(('%s/%d.status'):format(folder, i))))
    end
  end)

  it('is of at least 300 kinds', function() assert.is_true(#rows >= 300, #rows .. ' rows') end)

  for _, group in ipairs(groups) do
    it('is met with a sentence: ' .. group, function()
      local wrong = {}
      for i, each in ipairs(rows) do
        if each.group == group and found[i] then
          wrong[#wrong + 1] = ('%d: %s\n    %s'):format(i, each.command, found[i])
        end
      end
      assert.equal('', table.concat(wrong, '\n'))
    end)
  end

  it('leaves nothing behind', function()
    assert.same({}, shell.lines('find %s/tmp %s/build/tmp -mindepth 1', folder, folder))
    assert.same({}, shell.lines('cd %s/build && ls -d facts data reports figures 2>/dev/null || true', folder))
  end)

  -- Nothing, a word, and a matrix of one number, instead of each argument in turn.
  it('is met with a sentence in every public function', function()
    local count = 0
    for name, signature in pairs(library.signatures) do
      local f = gw[name:gsub('^gw_', '')]
      for _, argument in ipairs(signature.arguments) do
        local is_input = signature.shapes[argument[1]] or signature.members[argument[1]] or not argument[2]:match '%*$'
        if is_input then
          for _, bad in ipairs { 'nothing', 'a word', {} } do
            local values, n = {}, 0
            for _, other in ipairs(signature.arguments) do
              n = n + 1
              values[n] = other[2]:match '%*$' and matrix.new(1, 1) or 1
              if other == argument then values[n] = bad ~= 'nothing' and bad or nil end
            end
            local ok, message = pcall(f, unpack(values, 1, n))
            count = count + 1
            assert.is_false(ok, name .. ' takes a ' .. type(bad) .. ' for ' .. argument[1])
            assert.matches('gw%.' .. name:gsub('^gw_', '') .. ': .*', tostring(message))
          end
        end
      end
    end
    assert.is_true(count > 600, count .. ' calls')
  end)
end)
