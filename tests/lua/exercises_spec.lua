-- The reader's way through the exercises: start, try, watch, hint, progress, solution.
local files = require 'gw.files'
local hash = require 'gw.hash'
local paths = require 'gw.paths'
local reader = require 'tests.lua.reader'

local exercises, work, write, answer, stub = reader.exercises, reader.work, reader.write, reader.answer, reader.stub
local STUB = reader.STUB
local folder

before_each(function() folder = reader.enter() end)
after_each(reader.leave)

describe('make start', function()
  it('copies every stub, and overwrites nothing', function()
    local said, status = exercises 'start'
    assert.equal(0, status)
    assert.matches('^%d+ exercises copied', said)
    assert.equal(files.read(STUB), files.read(work 'swish_slope'))
    write('swish_slope', '/* mine */\n')
    os.remove(work 'softplus_slope')
    assert.matches('^1 exercise copied', (exercises 'start'))
    assert.equal('/* mine */\n', files.read(work 'swish_slope'))
  end)
end)

describe('make try', function()
  it('says done, wrong or not started of each, and what is next', function()
    answer('softplus_slope', 'solution')
    answer('swish_slope', 'wrong-product-rule-half')
    local said, status = exercises 'try 4'
    assert.equal(1, status)
    assert.matches('done +softplus_slope', said)
    assert.matches('wrong +swish_slope', said)
    assert.matches('At z = .- yours is .-; the slope measured there is ', said)
    assert.matches('Probably: .* half of the product rule', said)
    assert.matches('not started +stable_softplus', said)
    assert.matches('Next: fix .*swish_slope%.c, save it, and run make try%-04 again', (said:gsub('%s+', ' ')))
  end)

  it('names the exercise where make hint would speak of another', function()
    answer('swish_slope', 'wrong-product-rule-half')
    local said = exercises 'try 4 swish_slope':gsub('%s+', ' ')
    assert.matches('run make try%-04 EX=swish_slope again%. A hint: make hint%-04 EX=swish_slope%.', said)
    answer('swish_slope', 'solution')
    said = exercises 'try 4 swish_slope':gsub('%s+', ' ')
    assert.matches('make solution%-04 EX=swish_slope Next: make start', said)
  end)

  it('asks whether the file was saved where nothing has changed', function()
    answer('swish_slope', 'wrong-product-rule-half')
    local file = assert(io.open(work 'swish_slope', 'ab'))
    file:write('// ', folder, '\n') -- or a run before this one has judged it
    file:close()
    assert.falsy((exercises 'try 4 swish_slope'):match 'have you saved it')
    assert.matches('Nothing has changed .*have you saved it', (exercises 'try 4 swish_slope'))
    answer('softplus_slope', 'wrong-sign')
    file = assert(io.open(work 'softplus_slope', 'ab'))
    file:write('// ', folder, '\n')
    file:close()
    assert.falsy((exercises 'try 4'):match 'have you saved it')
  end)

  it('shows the line that it speaks of, and says no sentence twice', function()
    write('swish_slope', stub 'double s = 1\nreturn s;\n')
    assert.matches('\n      5 | return s;\n', (exercises 'try 4 swish_slope'))
    write('stable_softplus', files.read(paths.root .. '/chapters/04-sigmoid/exercises/stable_softplus/stub.c'):gsub(
      'return log', 'if (z > 0) return z + log1p(exp(-z)); return log'))
    local said = exercises 'try 4 stable_softplus'
    assert.matches('Probably: nothing overflows', said)
    assert.falsy(said:match 'Each of these')
  end)

  it('ends with status 0 where all is done', function()
    for _, name in ipairs { 'softplus_slope', 'swish_slope', 'stable_softplus' } do answer(name, 'solution') end
    local said, status = exercises 'try 04'
    assert.equal(0, status)
    assert.matches('All of them are right', said)
    assert.matches('on to the next: chapters/05%-descent, and make try%-05', said)
  end)

  it('counts a stub with new comments as not started', function()
    write('swish_slope', '// hello\n' .. files.read(STUB))
    assert.matches('not started +swish_slope', (exercises 'try 04 swish_slope'))
  end)

  it('names a chapter or an exercise that there is not, with status 2', function()
    local said, status = exercises 'try 77'
    assert.same({ 'exercises: there is no chapter 77\n', 2 }, { said, status })
    said, status = exercises 'try 04 nonsense'
    assert.equal(2, status)
    assert.matches('no exercise «nonsense»; it has softplus_slope, ', said)
  end)

  -- There 1/x is a float, and its noise must be measured to know that it is none.
  it('sees a step left in at x = 2 alone, where 1/x is a half', function()
    os.execute(("mkdir -p '%s/01-derivative'"):format(folder))
    files.write(folder .. '/01-derivative/reciprocal_slope.c', '#include "exercise.h"\n'
      .. 'double reciprocal_slope(double x) {\n'
      .. '    return x == 2 ? -1 / (2 * 2.001) : -1 / (x * x);\n}\n')
    local said, status = exercises 'try 01 reciprocal_slope'
    assert.equal(1, status)
    assert.matches('At x = 2, yours is %-0.249875; the slope measured there is %-0.25%.', said)
  end)

  local ENDS = {
    { 'an endless loop', 'while (z == z) { }\nreturn z;\n', 'does not come to an end' },
    { 'a write outside of an array', 'double a[3];\nfor (int i = 0; i < 4; i++) a[i] = z;\nreturn a[2];\n',
      'Line 5: it uses index 3 of an array whose indices go from 0 to 2' },
    { 'a null pointer', 'double *p = 0;\nreturn *p + z;\n', 'Line 5: .*null pointer' },
    { 'a call without end', 'return swish_slope(z + 1) + 1;\n', 'call each other without end' },
    { 'a value that is left over', 'static double sum;\nsum += z;\nreturn sum;\n', 'Asked twice the same' },
    { 'NaN', 'return sqrt(-1 - z * z);\n', 'is not a number' },
    { 'the library\'s own answer', 'double gw_sigmoid_value(double);\nreturn gw_sigmoid_value(z);\n',
      'calls gw_sigmoid_value, which is nowhere defined' },
    { 'an exit', 'exit(0);\n', 'no function «exit»' },
    { 'a turned operator', 'double s = z;\ns =+ 1;\nreturn s;\n', 'Line 5: =%+ sets s, where %+= changes it' },
    { 'a sum that begins nowhere', 'double s;\ns += z;\nreturn s;\n', 'comes from a variable that was given no value' },
    { 'integer division', 'double s = 1 / 2 + tanh(z / 2) / 2;\nreturn s + z * s * (1 - s);\n',
      '«1 / 2» divides two whole numbers, and C drops .* Write «1.0 / 2»' },
    { 'integer division that is not all', 'return 1 / 2 * z;\n', 'Line 4: 1 / 2 divides two whole numbers' },
    { 'a fraction without brackets below', 'double s = 1 / 1 + exp(-z);\nreturn s + z * s * (1 - s);\n',
      'line 4: C does %* and / before.*«double s = 1 / %(1 %+ exp%(%-z%)%)»' },
    { 'a fraction without brackets above',
      'double e = exp(-z), s = 1 / (1 + e);\nreturn 1 + e + z * e / (1 + e) * s;\n',
      'line 5: .*«return %(1 %+ e %+ z %* e%) /' },
    { 'a fraction with a product below', 'double e = exp(-z), n = 1 + e;\nreturn (1 + e + z * e) / n * n;\n',
      'line 5: .*/ %(n %* n%)»' },
    { 'a rounded e', 'double s = 1 / (1 + pow(2.718, -z));\nreturn s + z * s * (1 - s);\n', '«2.718» is rounded' },
  }
  for _, each in ipairs(ENDS) do
    it('makes a sentence of ' .. each[1], function()
      write('swish_slope', stub(each[2]))
      local said, status = exercises 'try 04 swish_slope'
      assert.equal(1, status)
      assert.matches(each[3], (said:gsub('%s+', ' ')))
      assert.falsy(said:match 'traceback')
    end)
  end

  it('shows what the reader\'s code prints', function()
    write('swish_slope', stub 'printf("z is %g\\n", z);\nreturn z;\n')
    assert.matches('Your code printed.*\n        z is 0\n', (exercises 'try 04 swish_slope'))
  end)

  it('keeps to 80 columns', function()
    write('swish_slope', stub 'return e^z * 2(z);\n')
    for line in exercises 'try 04':gmatch '[^\n]+' do
      assert.truthy(#line:gsub('[\128-\191]', '') <= 80 or line:match(folder, 1, true), line)
    end
  end)
end)

describe('make hint', function()
  it('gives one more each time, for the first that is not done', function()
    answer('softplus_slope', 'solution')
    for _, wanted in ipairs { 1, 2, 3, 3 } do
      local said, status = exercises 'hint 04'
      assert.equal(0, status)
      assert.matches(('^swish_slope, hint %d of 3'):format(wanted), said)
    end
    assert.matches('^stable_softplus, hint 1', (exercises 'hint 04 stable_softplus'))
  end)
end)

describe('a damaged file', function()
  local function kept() return ('%s/exercises/%s.json'):format(paths.build, hash(folder)) end

  it('of hints is as none', function()
    for _, damaged in ipairs { '', '{', '[1, 2]', '7', '{"04-sigmoid/softplus_slope": "x"}',
      '{"04-sigmoid/softplus_slope": -5}', '{"04-sigmoid/softplus_slope": {}}' } do
      files.write(folder .. '/.hints.json', damaged)
      local said, status = exercises 'hint 04'
      assert.equal(0, status, said)
      assert.matches('^softplus_slope, hint 1 of 3', said)
    end
  end)

  it('of results is as none', function()
    answer('softplus_slope', 'solution')
    exercises 'try 04 softplus_slope'
    local whole = files.read(kept())
    for _, damaged in ipairs { '', whole:sub(1, 40), '[]', '{"code":1,"result":{"state":"x"}}',
      (whole:gsub('done', 'gone')) } do
      files.write(kept(), damaged)
      local said, status = exercises 'try 04 softplus_slope'
      assert.equal(0, status, said)
      assert.matches('done', said)
    end
  end)
end)

describe('make solution', function()
  it('asks before it shows one that is not done', function()
    local said, status = exercises 'solution 04 swish_slope'
    assert.equal(1, status)
    assert.falsy(said:match 'double s')
    assert.matches('double s', (exercises 'solution 04 swish_slope --yes'))
    answer('swish_slope', 'right-quotient')
    said, status = exercises 'solution 04 swish_slope'
    assert.equal(0, status)
    assert.matches('double s = .*The product rule', said)
  end)

  it('shows those that are done, and names the others', function()
    answer('swish_slope', 'solution')
    local said, status = exercises 'solution 04'
    assert.equal(0, status)
    assert.matches('^swish_slope · ', said)
    assert.matches('softplus_slope is not done yet: make solution%-04 EX=softplus_slope', said)
  end)
end)

describe('make progress', function()
  it('tells from the code where the reader stands', function()
    answer('softplus_slope', 'right-tanh')
    assert.matches('done +softplus_slope', (exercises 'progress'))
    assert.matches('\n1 of %d+ are done', (exercises 'progress'))
    answer('softplus_slope', 'wrong-sign')
    assert.matches('wrong +softplus_slope', (exercises 'progress'))
  end)
end)

describe('make watch', function()
  it('judges a file when it is saved, also under its old time', function()
    answer('softplus_slope', 'solution')
    answer('swish_slope', 'wrong-missing-factor')
    local log = folder .. '/log'
    os.execute(("cd '%s'; GW_WORK='%s' NO_COLOR=1 timeout 60 scripts/exercises watch > '%s' 2>&1 & echo $! > '%s/pid'")
      :format(paths.root, folder, log, folder))
    local function wait_for(pattern)
      for _ = 1, 200 do
        if (files.read(log) or ''):match(pattern) then return true end
        os.execute 'sleep 0.1'
      end
      return false
    end
    assert.is_true(wait_for 'Watching .*Next: ')
    os.execute(("cp -p '%s' '%s/old'"):format(work 'swish_slope', folder))
    answer('swish_slope', 'solution')
    os.execute(("touch -r '%s/old' '%s'"):format(folder, work 'swish_slope'))
    assert.is_true(wait_for 'done +swish_slope')
    os.execute(("kill $(cat '%s/pid')"):format(folder)) -- this one, and no other reader's
  end)
end)
