-- gradcheck -- PROGRAM: examples in other languages, and programs that answer badly.
local poll = require 'posix.poll'
local files = require 'gw.files'
local child = require 'sandbox.child'
local gradcheck = require 'tests.lua.gradcheck'
local shell = require 'tests.lua.shell'

local contains, one_line = gradcheck.contains, gradcheck.one_line
local on = gradcheck.within 'pipe'

-- J = x²/2 + 3 y and its gradient; a line is replaced in what follows.
local PROGRAM = [[
io.stdout:setvbuf 'line'
local function cost(x, y) return ('%.17g'):format(x^2 / 2 + 3 * y) end
local function theta() return io.read('*l'):match '(%S+) (%S+)' end
for question in io.lines() do
  local word, count = question:match '^(%S+) ?(%S*)'
  local answer = '?'
  if word == 'gradcheck' then answer = 1 end
  if word == 'size' then answer = 2 end
  if word == 'cost' then
    answer = {}
    for k = 1, count do answer[k] = cost(theta()) end
    answer = table.concat(answer, ' ')
  end
  if word == 'gradient' then answer = theta() .. ' 3' end
  print(word .. ' ' .. answer)
end]]

local function run(changes, options)
  local text = PROGRAM
  for from, to in pairs(changes) do
    local at, last = text:find(from, 1, true)
    assert(at, from)
    text = text:sub(1, at - 1) .. to .. text:sub(last + 1)
  end
  return on.run(('%s -- luajit %s'):format(options or '', on.write('model.lua', text)))
end

describe('gradcheck of a program', function()
  local EXAMPLES = { { 'model.py', 'python3' }, { 'model.R', 'Rscript' }, { 'model.jl', 'julia' }, { 'model.sh', 'sh' },
    { 'model.f90', 'gfortran' } }
  for _, example in ipairs(EXAMPLES) do
    it('takes the example ' .. example[1], function()
      if shell.run('command -v ' .. example[2]) ~= 0 then
        -- Debian's stable edition has no julia, and the workbook itself needs no Fortran.
        return
      end
      local path = 'scripts/checker/examples/' .. example[1]
      local words = example[2] .. ' ' .. path
      if example[2] == 'gfortran' then
        words = on.folder .. '/fortran'
        assert.equal(0, (shell.run('gfortran %s -o %s', path, words)))
      end
      local said = select(2, shell.run('scripts/gradcheck -- ' .. words))
      -- The very numbers of the model in C, but for how each language rounds powers.
      assert.matches('theta +pass +7%.7', said)
      assert.matches('%(3 points: from N%(0, 1%), 69 evaluations%)', said)
      local text = files.read(path)
      local wrong = text:gsub('200 %* %(', '201 * (')
      assert.not_equal(text, wrong)
      local copy = on.write('wrong' .. example[1]:match '%..*$', wrong)
      if example[2] == 'gfortran' then
        assert.equal(0, (shell.run('gfortran %s -o %s', copy, words)))
      else
        words = example[2] .. ' ' .. copy
      end
      local status
      status, said = shell.run('scripts/gradcheck -- ' .. words)
      assert.equal(1, status, said)
      contains(said, '[single-entry] Only dtheta[2] is wrong')
    end)
  end

  it('passes it with its arguments, and says which command it was', function()
    local status, said = run {}
    assert.equal(0, status, said)
    contains(said, 'model.lua\n')
    status, said = on.run [[-- sh -c 'exec luajit "$2/model.lua"' --points 7 $HERE --json]]
    assert.equal(0, status, said)
    contains(said, '(3 points: ')
    status = on.run '--json --points 1 -- luajit $HERE/model.lua'
    assert.equal(0, status)
  end)

  it('says what is wrong with its gradient', function()
    local status, said = run { ["theta() .. ' 3'"] = "'-' .. theta() .. ' 3'" }
    assert.equal(1, status, said)
    contains(said, '[single-entry] Only dtheta[1] is wrong')
    status, said = run { ["theta() .. ' 3'"] = "theta() .. ' nan'" }
    assert.equal(1, status, said)
    contains(said, '[nan]')
    status, said = run { ["theta() .. ' 3'"] = "theta() .. ' 3 changed outside writes on the wall'" }
    assert.equal(1, status, said)
    contains(said, '[theta-modified] gradient changes theta.')
    contains(said, '[out-of-bounds] gradient writes on the wall.')
    status, said = run { ["theta() .. ' 3'"] = "theta() .. ' ' .. count" }
    assert.equal(1, status, said)
    contains(said, '[unwritten] gradient leaves 1 of 2 entries as they were.')
  end)

  it('reads hexadecimal numbers, blocks, points, patterns and a step size', function()
    local status, said = run { ["'%.17g'"] = "'%a'", ["answer = '?'"] = [[answer = '?'
      if word == 'blocks' then answer = 'W 1x1, b 1x1' end
      if word == 'point' then answer = '1 0x1p-1' end
      if word == 'pattern' then
        answer = {}
        for k = 1, count do answer[k] = theta():match '^%-' and 'left' or 'right' end
        answer = table.concat(answer, ' ')
      end
      if word == 'alpha' then answer = '0.5' end]] }
    assert.equal(0, status, said)
    assert.matches('\n  W +pass', said)
  end)

  it('takes one that keeps points, and one that does not, alike', function()
    local _, plain = run({}, '--json')
    local _, keeps = run({ ["local function theta() return io.read('*l'):match '(%S+) (%S+)' end"] = [[
      local bases = {}
      local function theta()
        local line = io.read '*l'
        local at, k, x = line:match '^@(%d+) ?(%d*) ?(%S*)'
        if not at then return line:match '(%S+) (%S+)' end
        local a, b = unpack(bases[at])
        return k == '1' and x or a, k == '2' and x or b
      end]], ["answer = '?'"] = [[answer = '?'
      if word == 'moves' then answer = 'yes' end
      if word == 'base' then bases[count], answer = { theta() }, '' end]] }, '--json')
    assert.equal(plain, keeps)
  end)

  local COST = 'return (\'%.17g\'):format(x^2 / 2 + 3 * y)'
  -- {what is changed, a part of the sentence, options}
  local BAD = {
    ['answers too few numbers'] = { { ["theta() .. ' 3'"] = 'theta()' },
      'model.lua: to «gradient 0» it answers 1 number, not 2' },
    ['answers too many numbers'] = { { ["theta() .. ' 3'"] = "theta() .. ' 3 3'" },
      'to «gradient 0» it answers more than 2 numbers' },
    ['answers too few costs'] = { { ['for k = 1, count do answer[k] = cost(theta()) end'] =
      'for k = 1, count do answer[k] = cost(theta()) end answer[2] = nil' },
      'to «cost 2» it answers 1 number, not 2' },
    ['answers in words'] = { { [COST] = "return 'much'" }, 'to «cost 1» it answers «much», which is not a number' },
    ['answers with nothing'] = { { ["print(word .. ' ' .. answer)"] =
      "print(word == 'cost' and '' or word .. ' ' .. answer)" },
      'to «cost 1» it answers «», which does not begin with cost' },
    ['answers NaN'] = { { [COST] = "return 'nan'" }, 'cost is NaN at each of 100 random points: give one with point' },
    ['answers with infinity'] = { { [COST] = "return '-Infinity'" }, 'cost is -inf at each of 100' },
    ['prints what else it thinks'] = { { [COST] = "print 'epoch 1' " .. COST },
      'to «cost 1» it answers «epoch 1», which does not begin with cost' },
    ['speaks another version'] = { { ['answer = 1 '] = 'answer = 2 ' },
      'it speaks version 2 of the protocol, and this gradcheck version 1' },
    ['speaks no version'] = { { ['answer = 1 '] = "answer = '?' " }, 'it speaks no version of the protocol' },
    ['is no model'] = { { ["io.stdout:setvbuf 'line'"] = "print 'Hello, world' os.exit(0)" },
      'to «gradcheck 1» it answers «Hello, world», which does not begin with gradcheck' },
    ['has no size'] = { { ['answer = 2 '] = "answer = '?' " }, 'size is not known: there must be' },
    ['has half a size'] = { { ['answer = 2 '] = 'answer = 2.5 ' },
      'size is 2.5: there must be at least one parameter' },
    ['has a huge size'] = { { ['answer = 2 '] = 'answer = 1e12 ' }, 'there is memory for a check of at most' },
    ['does not know its cost'] = { { ["word == 'cost'"] = "word == 'loss'" },
      'it does not know the question «cost 1»' },
    ['says why it cannot'] = { { ["theta() .. ' 3'"] = "'! singular matrix'" }, 'model.lua: singular matrix' },
    ['dies at once'] = { { ["io.stdout:setvbuf 'line'"] = 'os.exit(7)' }, 'ended before the check did, with status 7' },
    ['dies later'] = { { [COST] = "calls = (calls or 0) + 1 if calls > 9 then error 'no more' end " .. COST },
      'ended before the check did, with status 1' },
    ['leaves in the middle of a line'] = { { [COST] = "io.write 'cost 1' os.exit(0)" },
      'ended before the check did, with status 0' },
    ['is killed'] = { { [COST] = "os.execute('kill -9 $PPID') " .. COST },
      'signal 9 (SIGKILL) ended it, but not for' },
    ['is late'] = { { [COST] = "os.execute 'sleep 1000' " .. COST }, 'did not end within 1 second', '--seconds 1' },
    ['answers without end'] = { { [COST] = "while true do io.write 'cost cost cost cost ' end" },
      'to «cost 1» it answers without end' },
    ['waits for more'] = { { [COST] = 'io.read "*a" ' .. COST }, 'did not end within 1 second', '--seconds 1' },
    ['knows no equations'] = { {}, 'it does not know the question «equations»', '--mode equations' },
    ['has a complex twin and keeps no points'] = { { ["answer = '?'"] = "answer = word == 'complex' and '' or '?'" },
      '--mode complex needs the question «moves»', '--mode complex' },
    ['has no complex twin'] = { {}, 'it does not know the question «complex»', '--mode complex' },
  }
  for what, case in pairs(BAD) do
    it('refuses one that ' .. what, function()
      local status, said = run(case[1], case[3]) -- 124 if it waits for what does not come
      assert.equal(2, status, said)
      one_line(said)
      contains(said, case[2])
      assert.same({}, shell.lines('pgrep -f "^luajit %s" || true', on.folder))
    end)
  end

  it('hears what a program said that ended before it was asked', function()
    local talk = child.talk({ 'sh', '-c', 'echo Hello, world; exit 7' }, '/dev/null', 60, 100)
    poll.poll({ [talk.to] = { events = {} } }, -1) -- until nobody reads
    assert.same({ 'Hello, world' }, talk:ask('gradcheck 1\n', 1, 100))
    assert.is_nil((talk:ask('size\n', 1, 100)))
    assert.equal(7, (talk:close(60)))
  end)

  it('refuses a program that there is not, and two things at once', function()
    for words, part in pairs { ['-- ./nowhere --x'] = 'cannot run ./nowhere: No such file',
      ["-- sh -c 'exec >&-; sleep 20'"] = "sleep 20: it closes its standard output before the check ends",
      ['--'] = 'there is no program behind --', ['x -- y'] = '«x» is not a file in .c',
      ['-- /'] = 'cannot run /: Permission denied' } do
      local status, said = on.run(words)
      assert.equal(2, status, said)
      one_line(said)
      contains(said, part)
    end
  end)

  it('takes a gradient of more numbers than a pipe holds', function()
    local status, said = run({ ['answer = 2 '] = 'answer = 20000 ',
      ["return io.read('*l'):match '(%S+) (%S+)'"] = "return io.read '*l'",
      ['local function cost(x, y) ' .. COST .. ' end'] = [[local function cost(line)
        local J = 0
        for x in line:gmatch '%S+' do J = J + tonumber(x)^2 / 2 end
        return ('%.17g'):format(J)
      end]], ["theta() .. ' 3'"] = 'theta()' }, '--mode directions --points 1')
    assert.equal(0, status, said)
  end)
end)
