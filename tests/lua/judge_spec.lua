-- What the judge refuses and what it says: cheats, what is forbidden, what no point reaches, slips,
-- and what is no fault of the reader's.
local glob = require 'posix.glob'
local conduct = require 'judge.conduct'
local explain = require 'judge.explain'
local files = require 'gw.files'
local kinds = require 'judge.kinds'
local mutants = require 'judge.mutants'
local parts = require 'judge.parts'
local paths = require 'gw.paths'
local reader = require 'tests.lua.reader'

local exercises, write, answer, stub = reader.exercises, reader.write, reader.answer, reader.stub
local folder

before_each(function() folder = reader.enter() end)
after_each(reader.leave)

describe('a cheat', function()
  for _, path in ipairs(glob.glob(paths.root .. '/tests/exercises/cheats/*.c') or {}) do
    it('gets nothing: ' .. path:match '[^/]+$', function()
      write('swish_slope', files.read(path))
      local said, status = exercises 'try 4 swish_slope'
      assert.equal(1, status, said)
      assert.matches('wrong +swish_slope', said)
    end)
  end
end)

describe('what the machine does wrong', function()
  local function try(environment)
    local pipe = io.popen(("cd '%s' && GW_WORK='%s' NO_COLOR=1 %s scripts/exercises try 4 swish_slope 2>&1; " ..
      "echo \"=$?\""):format(paths.root, folder, environment))
    local said, status = pipe:read '*a':match '^(.*)=(%d+)\n$'
    pipe:close()
    return said, tonumber(status)
  end

  it('is said as such, and not remembered', function()
    answer('swish_slope', 'solution')
    local cc = folder .. '/cc'
    files.write(cc, '#!/bin/sh\ncase "$*" in *" -c "*) exec gcc "$@" ;; esac\n' ..
      'echo "/usr/bin/ld: cannot find -lasan" >&2\nexit 1\n')
    os.execute(("chmod +x '%s'"):format(cc))
    local said, status = try(("CC='%s'"):format(cc))
    assert.same({ 2, 'cannot find -lasan' }, { status, said:match 'cannot find %-lasan' })
    said, status = try "TMPDIR=/nonexistent"
    assert.same({ 2, 'no temporary folder' }, { status, said:match 'no temporary folder' })
    said, status = try ''
    assert.equal(0, status, said)
  end)

  it('is an answer that cannot be read, too', function()
    os.execute(("mkdir -p '%s/04-sigmoid/swish_slope.c'"):format(folder))
    local said, status = try ''
    assert.same({ 2, 'cannot be read' }, { status, said:match 'cannot be read' })
  end)
end)

describe('what no point reaches', function()
  it('is sought, and said of a right answer', function()
    write('swish_slope', stub('double s = 1 / (1 + exp(-z));\nif (sin(z) > 0.999)\nreturn 3;\n' ..
      'return s + z * s * (1 - s);\n'))
    assert.matches('wrong +swish_slope', (exercises 'try 4 swish_slope'))
    write('swish_slope', stub 'double s = 1 / (1 + exp(-z));\nif (z > 100)\nreturn 3;\nreturn s + z * s * (1 - s);\n')
    local said = exercises 'try 4 swish_slope'
    assert.matches('done +swish_slope.*line 6 was never reached', said)
  end)
end)

describe('what an exercise forbids', function()
  local function try(name, text)
    local slug = name == 'power' and '00-before' or '01-derivative'
    os.execute(("mkdir -p '%s/%s'"):format(folder, slug))
    files.write(('%s/%s/%s.c'):format(folder, slug, name), '#include "exercise.h"\n' .. text)
    local said, status = exercises(('try %s %s'):format(slug:match '%d+', name))
    return said:gsub('%s+', ' '), status
  end

  it('is read where it is called, whatever it is called there', function()
    local said, status = try('power', '#define P pow\ndouble power(double x, int n) {\n' ..
      '    double pow_of_x = P(x, n);\n    return pow_of_x;\n}\n')
    assert.equal(1, status)
    assert.matches('Line 4: it uses pow, which this exercise asks to do without', said)
  end)

  -- Right to every digit, each of them; what is read is how.
  local STEPS = {
    { 4, 'double h = 1e-30;\n    return -1 / (x * (x + h));\n' },
    { 4, 'double y = x, h = 1e-30;\n    y -=\n        h;\n    return -1 / (x * y);\n' },
    { 3, 'return between(x, 1e-30);\n',
      'static double between(double u, double h) { return -1 /\n (u * (h + (u))); }\n' },
  }
  for _, each in ipairs(STEPS) do
    it('is a step away from x, too: ' .. each[2]:gsub('\n', ' '), function()
      local said, status = try('reciprocal_slope', (each[3] or '') .. 'double reciprocal_slope(double x) {\n    ' ..
        each[2] .. '}\n')
      assert.equal(1, status)
      assert.matches(('Line %d: it uses x [+-] …, which this exercise asks to do without'):format(each[1]), said)
    end)
  end

  it('is no sum of something else', function()
    local said, status = try('reciprocal_slope', 'double reciprocal_slope(double x) {\n' ..
      '    return 0 - 1 / (x * x);\n}\n')
    assert.equal(0, status, said)
  end)

  it('is said to be unread without clang', function()
    local bin = folder .. '/bin'
    os.execute(("mkdir '%s'; find $(echo $PATH | tr : ' ') -maxdepth 1 ! -type d ! -name 'clang*' " ..
      "-exec ln -st '%s' {} + 2>/dev/null"):format(bin, bin))
    os.execute(("mkdir -p '%s/01-derivative'"):format(folder))
    files.write(folder .. '/01-derivative/reciprocal_slope.c', '#include "exercise.h"\n/* ' .. folder .. ' */\n' ..
      'double reciprocal_slope(double x) {\n    return -1 / (x * x);\n}\n')
    local pipe = io.popen(("cd '%s' && GW_WORK='%s' PATH='%s' scripts/exercises try 1 reciprocal_slope 2>&1"):format(
      paths.root, folder, bin))
    local said = pipe:read '*a'
    pipe:close()
    assert.matches('done +reciprocal_slope', said)
    assert.matches('What this exercise forbids was not read', said)
  end)
end)

describe('a slip', function()
  it('is named by its line, and its edit only with the third hint', function()
    write('swish_slope', stub 'double s = 1 / (1 + exp(-z));\nreturn s + z * s * (2 - s);\n')
    local said = exercises 'try 4 swish_slope'
    assert.matches('Probably: line 5: the number «2»', said)
    assert.falsy(said:match '1 %- s')
    for _ = 1, 2 do assert.falsy((exercises 'hint 4 swish_slope'):match '%(1 %- s%)') end
    assert.matches('«return s %+ z %* s %* %(1 %- s%)»', (exercises 'hint 4 swish_slope'))
  end)

  -- The edit that leads from one body to the other, in words.
  local SLIPS = {
    { 'return 1 + z * z;', 'return 1 + z * z * z;', 'a power: a factor is there, and not often enough' },
    { 'return z * z * z;', 'return z * z * z / z;', 'a factor too many' },
    { 'return 2 / z;', 'return 2 / z * z;', 'a factor too many below the line' },
    { 'return 2 * z;', 'return 2 * z * exp(-z);', 'a factor is missing' },
    { 'return 2 * z;', 'return 2 * z / exp(-z);', 'something is still to be divided' },
    { 'return fabs(z) + 1;', 'return (z) + 1;', 'a function too many' },
    { 'return sin(z) + 1;', 'return cos(z) + 1;', 'another function than «sin» belongs there' },
    { 'return cos(z) / z;', 'return cos(sqrt(z)) / z;', 'what goes into «cos»' },
    { 'return z / (1 + z);', 'return z / sqrt(1 + z);', 'a function is missing around «(1 + z)»' },
    { 'if (z < -10) return 0;\nreturn z;', 'if (0) return 0;\nreturn z;', 'what this if treats apart needs no case' },
    { 'if (z < -10) return 0;\nreturn z;', 'if (z > -10) return 0;\nreturn z;', 'the condition of this if' },
    { 'for (int i = 0; i < 9; i++) z *= 2;\nreturn z;', 'for (int i = 0; i < 8; i++) z *= 2;\nreturn z;',
      'where this loop begins or ends' },
    { 'double h = 4e-9;\nreturn z * h;', 'double h = sqrt(4e-9);\nreturn z * h;', 'the number «4e-9»' },
    { 'return 1 / (1 + exp(z));', 'return 1 / (1 + exp(-z));', 'a sign' },
  }
  for _, slip in ipairs(SLIPS) do
    it('has a name that is true: ' .. slip[3], function()
      local text, found = stub(slip[1] .. '\n'), nil
      for _, edit in ipairs(mutants.of(text, parts.of(stub 'double s = exp(-z);\nreturn 1 + s * z;\n'))) do
        if edit.text == stub(slip[2] .. '\n') then found = kinds.of(edit, text) end
      end
      assert.truthy(found, 'no edit leads there')
      assert.equal(1, (found:find(slip[3], 1, true)), found)
    end)
  end
end)

describe('what is said of numbers', function()
  local d = { f = { returns = 'double' }, digits = 11, unit = 0, letters = {}, inputs = { { name = 'z' } },
    outputs = { { name = 'your answer' } } }
  local function point(yours)
    return { z = 16, yours_ = { { yours } }, right_ = { { 2 } }, bound_ = { { 2e-11 } } }
  end

  it('names a float only where there is one', function()
    local function said(text) return explain.lost_digits(d, { point(2 + 3e-8) }, 1, text)[1].text end
    for _, text in ipairs { 'float s = z;', 'return expf(z);', 'return 0.1f * z;' } do
      assert.matches('a float keeps 7', said(text))
    end
    for _, text in ipairs { 'if (z > 15) return z;', 'double f, half(double z);', 'return 0x1f * z;' } do
      assert.matches('of the 11 digits asked, 7 are right at z = 16', said(text))
    end
  end)

  it('names only what the text has where one is none', function()
    local function said(yours, text) return conduct.not_a_number(d, { point(yours) }, text).text end
    local ENDS = { { 0 / 0, 'z / z', '0/0' }, { 0 / 0, 'log(z)', 'the ln of a negative' },
      { 1 / 0, 'exp(z)', 'an exp' }, { 0 / 0, 'sqrt(z)', 'the √ of a negative' },
      { 0 / 0, '0 * exp(z)', '0 times infinite' }, { 1 / 0, '1 / z', 'a division by 0' },
      { 1 / 0, 'for (;;) z *= z', 'what grows from round to round' } }
    for _, this in ipairs(ENDS) do
      for _, other in ipairs(ENDS) do
        local said_too = said(this[1], 'return ' .. this[2] .. ';'):find(other[3], 1, true) ~= nil
        assert.equal(this[3] == other[3], said_too, this[2] .. ': ' .. other[3])
      end
    end
  end)
end)
