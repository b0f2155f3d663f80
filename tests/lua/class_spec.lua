-- A class is judged student by student, and none sees another.
local stdlib = require 'posix.stdlib'
local unistd = require 'posix.unistd'
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local declaration = require 'judge.declaration'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local paths = require 'gw.paths'
local reader = require 'tests.lua.reader'

local STUB = reader.STUB
local folder

before_each(function() folder = reader.enter() end)
after_each(reader.leave)

local function give(student, text)
  os.execute(("mkdir -p '%s/%s/04-sigmoid'"):format(folder, student))
  local file = assert(io.open(('%s/%s/04-sigmoid/swish_slope.c'):format(folder, student), 'wb'))
  file:write(text)
  file:close()
end

-- Judges the class in the folder; returns what is said, and the table.
local function class()
  local pipe = io.popen(("d=$(mktemp -d); r=$(pwd); b=$(realpath ${GW_BUILD:-build}); " ..
    "cd $d && env -u GW_TMP GW_BUILD=$b $r/scripts/exercises class '%s' 2>&1; cat class.tsv; rm -r $d"):format(folder))
  local said = pipe:read '*a'
  pipe:close()
  return said
end

local function listing()
  return io.popen(("cd '%s' && ls -lR --time-style=full-iso . | md5sum"):format(folder)):read '*a'
end

local NAME = '\t04%-sigmoid/swish_slope\t'
local solution = files.read(paths.root .. '/scripts/judge/solutions/04-sigmoid/swish_slope.c')

describe('a class', function()
  -- Otherwise each of its answers is compiled by itself, which takes ten times as long.
  it('is compiled many at a time, under sanitizers', function()
    local e = exercise.list('04-sigmoid')[1]
    local right = files.read(e.solution)
    child.with_scratch('class', function(scratch)
      local place, count = ask.compile({ right, 'nonsense', right }, declaration.read(e), scratch .. '/many', scratch,
        'strict')
      assert.same({ 1, nil, 2 }, place)
      assert.equal(2, count)
    end)
  end)

  it('is judged student by student, and only read', function()
    local mistake = reader.mistake('swish_slope', 'product-rule-half')
    give('ann', solution)
    give('bob', mistake)
    give('cleo', mistake)
    give('dan', 'double swish_slope(double z) { for (;;) z += 1; }\n')
    give('eve', files.read(STUB))
    os.execute(("mkdir -p '%s/fay/04-sigmoid'; ln -s /dev/zero '%s/fay/04-sigmoid/swish_slope.c'"):format(folder,
      folder))
    local before, said = listing(), class()
    assert.equal(before, listing())
    assert.matches('5 answers judged: 1 done, 3 wrong, 1 could not be judged', said)
    assert.matches('   2  04%-sigmoid/swish_slope: σ%(z%) is the first half', said)
    assert.matches('\nann' .. NAME .. 'done', said)
    assert.matches('\nbob' .. NAME .. 'wrong\tσ%(z%) is the first half', said)
    assert.matches('\ndan' .. NAME .. 'wrong\tline 1: this loop does not come to an end', said)
    assert.matches('\nfay' .. NAME .. 'not judged\tit is not a file', said)
  end)

  -- Right only where nothing can be seen of the others, and nothing be written.
  it('keeps each answer apart, whatever it does', function()
    local reach = '#include "exercise.h"\nint access(const char *, int);\nint mkdir(const char *, unsigned);\n' ..
      'int chmod(const char *, unsigned);\ndouble swish_slope(double z) {\n' ..
      '    double s = 1 / (1 + exp(-z));\n    if (%s)\n        return 0;\n    return s + z * s * (1 - s);\n}\n'
    local function hostile(student, condition) give(student, reach:format(condition:format(folder))) end
    local there = os.tmpname()
    give('ann', solution)
    hostile('beth', 'access("%s/ann/04-sigmoid/swish_slope.c", 0) == 0')
    hostile('carl', 'mkdir("%s/ann/04-sigmoid/carl", 0700) == 0')
    hostile('dora', ('access("%s", 0) == 0 || mkdir("%s-dora", 0700) == 0'):format(there, there))
    hostile('emil', ('mkdir("%s/emil", 0700) == 0'):format(stdlib.realpath(paths.build)))
    hostile('finn', ('access("/proc/%d/stat", 0) == 0'):format(unistd.getpid()))
    give('gina', ('#include "%s/ann/04-sigmoid/swish_slope.c"\n'):format(folder))
    local before, said = listing(), class()
    os.remove(there)
    assert.equal(before, listing())
    for _, student in ipairs { 'ann', 'beth', 'carl', 'dora', 'emil', 'finn' } do
      assert.matches('\n' .. student .. NAME .. 'done', said)
    end
    assert.matches('\ngina' .. NAME .. 'wrong\tit does not compile', said)
  end)
end)
