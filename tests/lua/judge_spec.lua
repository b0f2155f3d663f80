-- What the judge refuses: cheats, what is forbidden, what no point reaches; the points that it
-- draws; and what is no fault of the reader's.
local glob = require 'posix.glob'
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local declaration = require 'judge.declaration'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local points = require 'judge.points'
local paths = require 'gw.paths'
local random = require 'judge.random'
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

describe('what an answer writes', function()
  it('is a number or none, whatever its bits', function()
    local any, bytes = random.whole(1), {}
    for n = 1, 2000 do
      -- The least of it comes first: in every second one all bits of the exponent are set.
      local byte = {}
      for k = 1, 8 do byte[k] = any(256) - 1 end
      byte[8] = byte[8] % 127
      if n % 2 == 0 then byte[7], byte[8] = 240 + byte[7] % 16, n % 4 == 0 and 255 or 127 end
      bytes[n] = string.char(unpack(byte))
    end
    local all, n = ask.doubles(table.concat(bytes) .. ('\255'):rep(8) .. '\0\0\0\0\0\0\240\127')
    assert.equal(2002, n)
    for i = 0, n - 1 do
      local x = all[i]
      assert.equal('number', type(x))
      local is_none = i < 2000 and i % 2 == 1 or i == 2000
      assert.equal(is_none, x ~= x)
    end
    assert.equal(math.huge, all[n - 1])
  end)
end)

describe('a search for slips', function()
  it('loses no edit beside one that does not compile, within a macro or without', function()
    local e = exercise.list('09-network')[3]
    local d, right = declaration.read(e), files.read(e.solution)
    child.with_scratch('search', function(scratch)
      for _, bad in ipairs { 'at(z, j, k)', 'at(W, j, nowhere)' } do
        local wrong = right:gsub('at%(W, j, k%)', bad)
        assert.not_equal(right, wrong)
        local place, count = ask.compile({ wrong, right, wrong, right }, d, scratch .. '/edits', scratch)
        assert.same({ 2, 1, 2 }, { count, place and place[2], place and place[4] }, bad)
      end
    end)
  end)

  it('ends when it has taken its seconds of the processor', function()
    child.with_scratch('search', function(scratch)
      local before = child.spent()
      child.run({ 'luajit', '-e', 'while os.clock() < 0.3 do end' }, scratch .. '/said', 20, 0)
      local spent = child.spent() - before
      assert.truthy(spent > 0.2 and spent < 2, ('%g seconds'):format(spent))
    end)
  end)
end)

describe('the points for a text', function()
  local d = { f = {}, letters = { 'm' }, least = { m = 2 }, domain = {}, example = { m = 3, z = 0, t = { 1, 2, 3 } },
    inputs = { { name = 'z', domain = { -100, 100 } }, { name = 't', size = { 'm' }, domain = { -100, 100 } } } }

  -- Is there a point that fulfils this?
  local function has(text, fulfils)
    for _, p in ipairs(points.draw(d, text)) do if fulfils(p) then return true end end
    return false
  end

  it('lie where its numbers are, wherever they are named and whatever is done to z there', function()
    for _, text in ipairs { 'z > 17.5', '#define FAR 17.5\nz > FAR', 'z * z > 306.25',
      ('exp(z) > %.17g'):format(math.exp(17.5)) } do
      assert.truthy(has(text, function(p) return p.z > 17.5 and p.z < 17.7 end), text)
    end
    assert.falsy(has('', function(p) return p.z > 17.5 and p.z < 17.7 end))
  end)

  it('have the sizes that it names', function()
    assert.truthy(has('m == 37', function(p) return p.m == 37 end))
    assert.falsy(has('', function(p) return p.m == 37 end))
  end)

  it('have the corners, up to where what must hold together ends', function()
    local function sum(p)
      local s = 0
      for _, x in ipairs(p.t) do s = s + x end
      return s
    end
    d.where = function(p) return math.abs(sum(p)) <= 17050 end
    assert.truthy(has('', function(p) return sum(p) == 17000 and p.z == -100 end))
    assert.truthy(has('', function(p) return sum(p) == -17000 and p.z == 100 end))
    d.where = nil
    assert.truthy(has('', function(p) return p.m == 300 and sum(p) == 30000 end))
    assert.truthy(has('', function(p) return p.m == 300 and sum(p) == 0 and p.t[1] == -p.t[2] end))
  end)

  it('have a large table of which all numbers but one are equal', function()
    assert.truthy(has('', function(p)
      local count = {}
      for _, x in ipairs(p.t) do count[x] = (count[x] or 0) + 1 end
      return p.m > 100 and count[p.t[1]] and (count[p.t[1]] == p.m - 1 or count[p.t[2]] == p.m - 1)
    end))
  end)
end)
