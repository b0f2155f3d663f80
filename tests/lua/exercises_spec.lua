-- The reader's way through the exercises: start, try, watch, hint, progress, solution.
local glob = require 'posix.glob'
local files = require 'gw.files'
local hash = require 'gw.hash'
local paths = require 'gw.paths'
local words = require 'judge.compiler_words'

local folder
local STUB = paths.root .. '/chapters/04-sigmoid/exercises/swish_slope/stub.c'

-- Runs scripts/exercises on a folder of its own; returns what it says, and its status.
local function exercises(arguments, input)
  local pipe = io.popen(("cd '%s' && GW_WORK='%s' NO_COLOR=1 scripts/exercises %s 2>&1 < '%s'; echo \"=$?\""):format(
    paths.root, folder, arguments, input or '/dev/null'))
  local text = pipe:read '*a'
  pipe:close()
  local said, status = text:match '^(.*)=(%d+)\n$'
  return said, tonumber(status)
end

local function work(name) return ('%s/04-sigmoid/%s.c'):format(folder, name) end

local function write(name, text)
  os.execute(("mkdir -p '%s/04-sigmoid'"):format(folder))
  local file = assert(io.open(work(name), 'wb'))
  file:write(text)
  file:close()
end

local function answer(name, from)
  local path = from == 'solution' and 'scripts/judge/solutions/04-sigmoid/%s.c' or 'tests/exercises/04-sigmoid/%s/%s.c'
  local mistake = ('chapters/04-sigmoid/exercises/%s/mistakes/%s.c'):format(name, (from:gsub('^wrong%-', '')))
  write(name, files.read(paths.root .. '/' .. path:format(name, from)) or files.read(paths.root .. '/' .. mistake))
end

local function stub(body) return '#include "exercise.h"\n\ndouble swish_slope(double z) {\n' .. body .. '}\n' end

before_each(function()
  folder = io.popen 'mktemp -d':read '*l'
end)
after_each(function() os.execute(("rm -rf '%s'"):format(folder)) end)

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
    assert.matches('Next: mend .*swish_slope%.c, save it, and run make try%-04 again', (said:gsub('%s+', ' ')))
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
      'in line 5: it uses index 3 of an array whose indices go from 0 to 2' },
    { 'a null pointer', 'double *p = 0;\nreturn *p + z;\n', 'in line 5: .*null pointer' },
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

describe('the compiler', function()
  local CASES = {
    { 'return z\n', 'a semicolon is missing' },
    { 'double s = z\nreturn s;\n', 'a semicolon is missing: at the end of the line above' },
    { 'return 2 * z);\n', 'a ) too many' },
    { 'for (int i = 0; i < 3) z = 2;\nreturn z;\n', 'in the brackets of a for, one ; too few' },
    { 'for (int i = 0, i < 3, i++) z = 2;\nreturn z;\n', 'the parts of a for are parted by ;' },
    { 'for (i = 0; i < 3; i++) z = 2;\nreturn z;\n', '«for (int i = 0; …»' },
    { 'double s = 3 z;\nreturn s;\n', 'something is missing before «z»: a * if this is a product' },
    { 'return 1.8z;\n', 'put a * before «z»' },
    { 'return z : 2;\n', 'C has / and not :' },
    { 'return z ** 2;\n', '** is no power in C' },
    { 'for (int i = 0; i < 3; i++)\ndouble z = z * z;\nreturn z;\n', 'Leave the double out' },
    { 'return z / 1,8;\n', 'In C it is 1.8, not 1,8' },
    { 'return [z + 1] * 2;\n', 'square brackets are for arrays' },
    { 'retrun z;\n', 'write return, in small letters' },
    { 'Return (z);\n', 'write return, in small letters' },
    { 'doubel s = z;\nreturn s;\n', 'write double, in small letters' },
    { 'return zz;\n', 'is it a product? That is z * z' },
    { 'double left = z;\nreturn letf;\n', 'is it «left»?' },
    { 'return sqrt;\n', 'a function needs its brackets' },
    { 'return 1 / sqrt + z;\n', 'a function needs its brackets' },
    { 'return sqrtz;\n', 'a function needs its brackets, sqrt(x)' },
    { 'return arctan(z);\n', 'arctan is called atan in C' },
    { 'return z²;\n', '² is x * x there' },
    { 'return σ(z);\n', 'it has sqrt and exp' },
    { 'int s = z;\nreturn s;\n', 'an int keeps whole numbers only' },
    { 'double z = 2;\nreturn z;\n', 'choose another for yours' },
    { 'for (int i = 0; i < 3; i++);\n    z = z * z;\nreturn z;\n', 'a ; right behind it leaves none' },
    { 'return z 2;\n', 'before the number a sign is missing' },
    { 'return = z;\n', 'and return takes none' },
    { 'return "z";\n', 'text and no number' },
    { 'return z; /* mine\n', '*/ is missing' },
    { 'printf("%d\\n", z);\nreturn z;\n', 'printf takes %g for a double' },
    { 'return y;\n', 'the name «y» is not known here' },
    { 'return e^z;\n', 'the power e^z is written exp(z) in C' },
    { 'return ln(z);\n', 'ln is called log in C' },
    { 'return sigma(z);\n', 'there is no function «sigma»' },
    { 'return (z + 1;\n', 'a bracket ( is opened and never closed' },
    { 'return z * ;\n', 'something is missing before «;»' },
    { 'z := z + 1;\nreturn z;\n', 'the := of a text is a plain =' },
    { 'z = 1;\n', 'can come to its end without a return' },
    { 'return z ^ 2;\n', '^ is no power in C' },
    { 'return 2(z);\n', 'two things side by side are no product' },
    { 'return z − 1;\n', 'a character here is none of C' },
    { 'return exp(z, 1);\n', '«exp» is given too many numbers' },
    { '1 + z = z;\nreturn z;\n', 'left of = must stand the name of a variable' },
    { 'if (z > 0) {\nreturn z;\n', 'a closing } is missing' },
    { 'z == 3;\nreturn z;\n', 'this line computes something and keeps it nowhere' },
    { 'double s, *dw = &s;\ndw = z;\nreturn z;\n', '*dw = … fills it' },
    { 'struct { int rows; } m = { 1 }, *W = &m;\nreturn W.rows + z;\n', 'have an arrow: W->rows, W->cols' },
    { 'double x[2] = { z, z };\nreturn x * z;\n', 'an array, whose numbers are x[i], or a place, whose number is *V' },
    { 'typedef struct { int rows; } matrix;\nmatrix m = { 1 };\nreturn m * z;\n', 'a matrix is no number: at(' },
    { 'return z[0];\n', 'only an array takes [ ]' },
    { 'double x[2] = { z, z };\nreturn x == 1 ? z : 0;\n', 'an array is compared with a number' },
    { 'return 0 <= z <= z * z;\n', 'C asks one question at a time' },
    { 'int n = 3;\nreturn n ^ n + 1;\n', '^ is no power in C' },
    { 'const double x = z;\nx = 1;\nreturn x;\n', 'this is given to be read only' },
    { 'double s;\nreturn s + z;\n', 'a variable is used before it was given a value' },
  }
  for _, case in ipairs(CASES) do
    it('is put into words: ' .. case[2], function()
      local source = folder .. '/x.c'
      local file = assert(io.open(source, 'wb'))
      file:write('#include <math.h>\n#include <stdio.h>\ndouble swish_slope(double z) {\n' .. case[1] .. '}\n')
      file:close()
      local pipe = io.popen(("gcc -std=c11 -O1 -Wall -Wextra -Wfloat-conversion -Werror=return-type " ..
        "-fno-diagnostics-color -Werror=implicit-function-declaration -c '%s' -o /dev/null 2>&1"):format(source))
      local said = pipe:read '*a'
      pipe:close()
      local first = words.parse(said, 'x.c')[1]
      assert.truthy(first, said)
      assert.truthy((first.plain or first.message):find(case[2], 1, true), first.plain or first.message)
    end)
  end
end)

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

describe('a class', function()
  it('is judged student by student, and only read', function()
    local function give(student, name, text)
      os.execute(("mkdir -p '%s/%s/04-sigmoid'"):format(folder, student))
      local file = assert(io.open(('%s/%s/04-sigmoid/%s.c'):format(folder, student, name), 'wb'))
      file:write(text)
      file:close()
    end
    local solution = files.read(paths.root .. '/scripts/judge/solutions/04-sigmoid/swish_slope.c')
    local mistake = files.read(paths.root .. '/chapters/04-sigmoid/exercises/swish_slope/mistakes/product-rule-half.c')
    give('ann', 'swish_slope', solution)
    give('bob', 'swish_slope', mistake)
    give('cleo', 'swish_slope', mistake)
    give('dan', 'swish_slope', 'double swish_slope(double z) { for (;;) z += 1; }\n')
    give('eve', 'swish_slope', files.read(STUB))
    os.execute(("mkdir -p '%s/fay/04-sigmoid'; ln -s /dev/zero '%s/fay/04-sigmoid/swish_slope.c'"):format(folder,
      folder))
    local before = io.popen(("cd '%s' && ls -lR --time-style=full-iso . | md5sum"):format(folder)):read '*a'
    local pipe = io.popen(("d=$(mktemp -d); r=$(pwd); b=$(realpath ${GW_BUILD:-build}); " ..
      "cd $d && env -u GW_TMP GW_BUILD=$b $r/scripts/exercises class '%s'; cat class.tsv; " ..
      "rm -r $d")
      :format(folder))
    local said = pipe:read '*a'
    pipe:close()
    local NAME = '\t04%-sigmoid/swish_slope\t'
    assert.matches('5 answers judged: 1 done, 3 wrong, 1 could not be judged', said)
    assert.matches('   2  04%-sigmoid/swish_slope: σ%(z%) is the first half', said)
    assert.matches('\nann' .. NAME .. 'done', said)
    assert.matches('\nbob' .. NAME .. 'wrong\tσ%(z%) is the first half', said)
    assert.matches('\ndan' .. NAME .. 'wrong\tit does not come to an end', said)
    assert.matches('\nfay' .. NAME .. 'not judged\tit is no file', said)
    assert.equal(before, io.popen(("cd '%s' && ls -lR --time-style=full-iso . | md5sum"):format(folder)):read '*a')
  end)
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
    { 3, 'return between(x, 1e-30);\n', 'static double between(double u, double h) { return -1 /\n (u * (h + (u))); }\n' },
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
    local said, status = try('reciprocal_slope', 'double reciprocal_slope(double x) {\n    return 0 - 1 / (x * x);\n}\n')
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
    assert.matches('Probably: line 5: a number', said)
    assert.falsy(said:match '1 %- s')
    for _ = 1, 2 do assert.falsy((exercises 'hint 4 swish_slope'):match '%(1 %- s%)') end
    assert.matches('«return s %+ z %* s %* %(1 %- s%)»', (exercises 'hint 4 swish_slope'))
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
