-- What the judge refuses and what it says: cheats, what is forbidden, what no point reaches, slips,
-- and what is no fault of the reader's.
local glob = require 'posix.glob'
local agreement = require 'judge.agreement'
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local conduct = require 'judge.conduct'
local declaration = require 'judge.declaration'
local exercise = require 'judge.exercise'
local explain = require 'judge.explain'
local files = require 'gw.files'
local judge = require 'judge.answer'
local kinds = require 'judge.kinds'
local mutants = require 'judge.mutants'
local parts = require 'judge.parts'
local points = require 'judge.points'
local paths = require 'gw.paths'
local reader = require 'tests.lua.reader'
local relations = require 'judge.relations'
local slip = require 'judge.slip'
local source = require 'judge.source'

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

  it('have a large table of which all numbers but one are equal', function()
    assert.truthy(has('', function(p)
      local count = {}
      for _, x in ipairs(p.t) do count[x] = (count[x] or 0) + 1 end
      return p.m > 100 and count[p.t[1]] and (count[p.t[1]] == p.m - 1 or count[p.t[2]] == p.m - 1)
    end))
  end)
end)

describe('where an answer is right', function()
  -- What is said of an answer to z, and to c, that is right where this holds.
  local function said(is_right, code)
    local d = { unit = 0, letters = {}, outputs = { { name = 'your answer' } },
      inputs = { { name = 'z', domain = { -9, 9 } }, { name = 'c', domain = { 1, 5 } } } }
    local list = {}
    for i = 0, 60 do
      local z, c = (i * 17 % 61) * 0.3 - 8.95, 1 + i % 4
      list[i + 1] = { z = z, c = c, right_ = { { z + 20 } }, bound_ = { { 1e-9 } },
        yours_ = { { is_right(z, c) and z + 20 or 0 } } }
    end
    return agreement(d, list, 1, code or '')
  end

  it('is said from both sides', function()
    local function inside(z) return math.abs(z) < 4 end
    local function outside(z) return math.abs(z) > 4 end
    assert.matches('^right for z from about %-3%.%d+ to 3%.%d+, wrong outside$', said(inside))
    assert.matches('^wrong for z from about %-[34]%.%d+ to [34]%.%d+, right elsewhere$', said(outside))
    assert.equal('right but where c is 3', said(function(_, c) return c ~= 3 end))
  end)

  it('names the number of the code that lies there', function()
    local function low(z) return z < 5 end
    assert.matches('wrong beyond; line 2 has the number 5$', said(low, '\nz > 5'))
    assert.matches('wrong beyond$', said(low, '\nz > 7'))
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
    { 'return 1 + z * z;', 'return 1 + z * z * z;', 'a power: a factor is there, but not often enough' },
    { 'return z * z * z;', 'return z * z * z / z;', 'an extra factor' },
    { 'return 2 / z;', 'return 2 / z * z;', 'an extra factor in the denominator' },
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
  for _, each in ipairs(SLIPS) do
    it('has a name that is true: ' .. each[3], function()
      local text, found = stub(each[1] .. '\n'), nil
      for _, edit in ipairs(mutants.of(text, parts.of(stub 'double s = exp(-z);\nreturn 1 + s * z;\n'))) do
        if edit.text == stub(each[2] .. '\n') then found = kinds.of(edit, text) end
      end
      assert.truthy(found, 'no edit leads there')
      assert.equal(1, (found:find(each[3], 1, true)), found)
    end)
  end
end)

describe('a slip at several places', function()
  -- What was meant, and what it is said to be.
  local SLIPS = {
    { 'return sin(z) + z * sin(2 * z);', 'return cos(z) + z * cos(2 * z);',
      'line 4: another function than «sin» belongs there, twice' },
    { 'double a = 1 / (1 + z);\nreturn a * a / (1 + z);', 'double a = 1 / sqrt(1 + z);\nreturn a * a / sqrt(1 + z);',
      'lines 4 and 5: a function is missing around «(1 + z)», twice' },
    { 'double a = z, b = 2;\nreturn a * a + b;', 'double a = z, b = 2;\nreturn b * b + a;',
      'line 5: a and b are exchanged, from here on' },
    { 'return z + exp(z) + 3;', 'return z * exp(z) * 3;', 'line 4: a sum, where a product belongs' },
    { 'return z * exp(z) * 3;', 'return z + exp(z) + 3;', 'line 4: a product, where a sum belongs' },
    { 'double s = 2 * z;\ns = s * s;\nreturn s + z * s;',
      'double s = 2 * z;\ndouble t = s;\ns = s * s;\nreturn t + z * s;',
      'line 5: s gets its new number here, and line 6 still needs the old one' },
    { 'double sum = 0;\nfor (int i = 0; i < 3; i++) {\nsum += z;\nz += sum / 3;\n}\nreturn z;',
      'double sum = 0;\nfor (int i = 0; i < 3; i++) {\nsum += z;\n}\nfor (int i = 0; i < 3; i++) {\n' ..
      'z += sum / 3;\n}\nreturn z;', 'line 5: this loop does two things' },
    { 'double p = z;\nreturn p + 1;', 'double p = 0;\nreturn p + 1;', 'line 4: what it starts with, «z»' },
    { 'for (int i = 0; i < 30 && i < 10; i++) z += i;\nreturn z;', 'for (int i = 0; i < 30; i++) z += i;\nreturn z;',
      'line 4: where this loop begins or ends' },
    { 'return (int)z + 0.5;', 'return z + 0.5;', 'line 4: «(int)» drops what comes after the point' },
    { 'return z * 7;', 'return z * z;', 'line 4: instead of the number «7» a name belongs' },
    { '#define FAR 15\nreturn z > FAR ? z : 0;', 'return z > 16 ? z : 0;', 'line 5: the number «15»' },
    { 'double s = z, t = 1;\nif (z > 0)\ns = 3;\nreturn s * t;', 'double s = z, t = 1;\nif (z > 0)\n{ s = 3; ' ..
      't = 2; }\nreturn s * t;', nil },
  }
  local d = { outputs = { { name = 'your answer' } } }
  local solution = parts.of(stub 'double s = 1 / (1 + exp(-z));\nreturn s + z * s * (1 - s);\n')

  -- The same to the compiler, however it is written.
  local function essence(text)
    return (text:gsub('double was_it = 0;', ''):gsub('%s', ''):gsub('[{}]', ''):gsub('was_it=s;', 'doublet=s;')
      :gsub('was_it', 't'))
  end

  for _, each in ipairs(SLIPS) do
    it(each[3] and 'has a name that is true: ' .. each[3] or 'is none where two lines are missing', function()
      local text, found = source.expanded(stub(each[1] .. '\n')), nil
      for _, edit in ipairs(mutants.of(text, solution)) do
        local meant = each[1]:match '^#' and stub('#define FAR 15\n' .. each[2] .. '\n') or stub(each[2] .. '\n')
        if not found and essence(edit.text) == essence(meant) then found = slip.said(d, edit, text).text end
      end
      if each[3] then assert.equal(1, (found or 'no edit leads there'):find(each[3], 1, true), found)
      else assert.is_nil(found) end
    end)
  end

  it('is two slips, each with its line', function()
    write('swish_slope', stub 'double s = 1 / (1 + exp(z));\nreturn s + 3 * s * (1 - s);\n')
    assert.matches('Probably: line 4: a sign – and line 5: instead of the number «3» a name belongs',
      (exercises 'try 4 swish_slope':gsub('%s+', ' ')))
  end)

  it('is said to be one of two where either mends it', function()
    write('swish_slope', stub 'double s = 1 / (1 + exp(-z));\ndouble t = 1 - s * s;\nreturn s + z * t;\n')
    assert.matches('Probably: line 5: brackets – or line 5: the number «1»',
      (exercises 'try 4 swish_slope':gsub('%s+', ' ')))
  end)

  it('is a step, where nearly right is all that it makes it', function()
    write('swish_slope', 'static double f(double z) { return z / (1 + exp(-z)); }\n' ..
      stub 'double h = 1e-4;\nreturn (f(z + h) - f(z - h)) / (2 * h);\n')
    assert.matches('Probably: line 5: how nearly right it is depends on «1e%-4»',
      (exercises 'try 4 swish_slope':gsub('%s+', ' ')))
  end)
end)

describe('what an answer is, seen from the right one,', function()
  -- Points with a table of n numbers, and with x and c; what is answered is made of what is right.
  local function d_of(size)
    return { outputs = { { name = 'v', size = size } }, inputs = { { name = 'x' }, { name = 'c' } }, domain = {},
      letters = size and { 'n', 'm' } or {}, derive = function() end }
  end
  local function made(size, answered)
    local list = {}
    for n = 2, 7 do
      local p = { n = n, m = n % 3 + 2, x = 0.3 * n - 1, c = 1.7 + n * n / 9 }
      local right, count = {}, size and p.n * (size[2] and p.m or 1) or 1
      for k = 1, count do right[k] = math.sin(5 * k + n) + 2 end
      p.right_, p.bound_, p.yours_ = { right }, { {} }, { {} }
      for k = 1, count do
        p.bound_[1][k] = 1e-9
        p.yours_[1][k] = answered(right, k, p)
      end
      list[n - 1] = p
    end
    local key, text = relations.of(nil, d_of(size), list, 1)
    return text or key
  end
  local RELATIONS = {
    { 'v holds the right numbers in the reverse order', { 'n' }, function(r, k) return r[#r + 1 - k] end },
    { 'v holds the right numbers one entry too late', { 'n' }, function(r, k) return r[k - 1] or 0 end },
    { 'v holds the right numbers one entry too early', { 'n' }, function(r, k) return r[k + 1] or 0 end },
    { 'v holds everywhere what belongs into its first entry', { 'n' }, function(r) return r[1] end },
    { 'v is transposed: its rows are what belongs into its columns', { 'n', 'm' }, function(r, k, p)
      local i, j = math.floor((k - 1) / p.m), (k - 1) % p.m
      return j < p.n and i < p.m and r[j * p.m + i + 1] or 0
    end },
    { 'v holds in every column what belongs into the first', { 'n', 'm' }, function(r, k, p)
      return r[math.floor((k - 1) / p.m) * p.m + 1] end },
    { 'v is everywhere what is right times x', nil, function(r, k, p) return r[k] * p.x end },
    { 'v is everywhere what is right divided by c', nil, function(r, k, p) return r[k] / p.c end },
    { 'v is everywhere what is right minus c', nil, function(r, k, p) return r[k] - p.c end },
    { 'v is everywhere 2 too small', nil, function(r, k) return r[k] - 2 end },
  }
  for _, each in ipairs(RELATIONS) do
    it('is told: ' .. each[1], function() assert.equal(each[1], made(each[2], each[3])) end)
  end

  it('is not told where it does not hold at one point', function()
    for _, each in ipairs(RELATIONS) do
      assert.is_nil(made(each[2], function(r, k, p)
        return each[3](r, k, p) + (p.n == 5 and 1e-3 or 0)
      end), each[1])
    end
  end)

  it('is told where it is right for other inputs', function()
    for _, e in ipairs(exercise.list '04-sigmoid') do
      if e.name == 'swish_slope' then
        local d = declaration.read(e)
        child.with_scratch('relations', function(scratch)
          local list = judge.points(e, d, '', scratch)
          for _, each in ipairs { { 'without its sign', math.abs }, { 'with 2 z instead of z', function(z)
            return 2 * z end }, { 'with z cut to a whole number', function(z)
            return z < 0 and math.ceil(z) or math.floor(z) end }, { nil, function(z) return z + 0.1 end } } do
            for _, p in ipairs(list) do
              local u = each[2](p.z)
              local s = 1 / (1 + math.exp(-u))
              p.yours_ = { { s + u * s * (1 - s) } }
            end
            local _, text = relations.of(e, d, list, 1, scratch)
            if each[1] then assert.matches(each[1], text) else assert.is_nil(text) end
          end
        end)
      end
    end
  end)
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
