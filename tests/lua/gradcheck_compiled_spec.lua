-- scripts/gradcheck on models in C++, on models that need libraries, and on shared objects.
local gradcheck = require 'tests.lua.gradcheck'
local shell = require 'tests.lua.shell'

local contains, one_line = gradcheck.contains, gradcheck.one_line
local on = gradcheck.within 'compiled'

-- J = x y²; its gradient is multiplied by %s.
local CPP = [[
#include <complex>
#include <vector>
template <class T> static T J(const T *t) { return t[0] * t[1] * t[1]; }
int gradcheck_size() { return 2; }
double gradcheck_cost(const double *t) { std::vector<double> v(t, t + 2); return J(v.data()); }
void gradcheck_gradient(const double *t, double *g) { g[0] = t[1] * t[1]; g[1] = %s * t[0] * t[1]; }
extern "C" std::complex<double> gradcheck_cost_complex(const std::complex<double> *t) { return J(t); }
void gradcheck_point(double *t) { t[0] = t[1] = 3; }
]]

local function passes(words)
  local status, said = on.run(words)
  assert(status == 0, said)
end

local function refuses(words, sentence)
  local status, said = on.run(words)
  assert(status == 2, said)
  one_line(said)
  contains(said, sentence)
end

describe('gradcheck of a model in C++', function()
  it('takes .cpp and .cc, whether or not they say extern "C"', function()
    for _, name in ipairs { 'model.cpp', 'model.cc' } do
      passes(on.write(name, CPP:format '2'))
      passes('--mode complex ' .. on.write(name, (CPP:format '2')))
      local result = on.result_of('--points 1 ' .. on.write(name, CPP:format '2.01'))
      assert.equal('fail', result.verdict)
      assert.equal('theta[2]', result.blocks[1].worst.where)
      assert.equal('18.09', ('%.6g'):format(result.blocks[1].worst.analytic)) -- at its own point
      passes(on.write(name, (CPP:format('2'):gsub('\n(%l+ gradcheck)', '\nextern "C" %1'))))
    end
  end)

  it('says where it breaks', function()
    refuses(on.write('model.cpp', (CPP:format('2'):gsub('return J', 'std::vector<int> w; w[9] = 1; return J'))),
      'model.cpp in line 5: ')
    refuses(on.write('model.cpp', CPP:format '2 +;'), 'model.cpp does not compile; line 6: expected')
    refuses('--seconds 1 ' .. on.write('model.cpp', (CPP:format('2'):gsub('return J%(v', 'for (;;) { } return J(v'))),
      'model.cpp did not end within 1 second')
  end)
end)

describe('gradcheck of a model with another signature', function()
  -- {what is declared, what must be}
  local WRONG = {
    { 'double gradcheck_cost(double *t) { return t[0]; }', 'double gradcheck_cost(const double *theta)' },
    { 'float gradcheck_cost(const double *t) { return t[0]; }', 'double gradcheck_cost(const double *theta)' },
    { 'double gradcheck_cost(const double *t, int n) { return t[n]; }', 'double gradcheck_cost(const double *theta)' },
    { 'static double gradcheck_cost(const double *t) { return t[0]; }', 'double gradcheck_cost(const double *theta)' },
    { 'void gradcheck_gradient(const float *t, float *g) { g[0] = t[0]; }',
      'void gradcheck_gradient(const double *theta, double *gradient)' },
    { 'double *gradcheck_gradient(const double *t) { return (double *)t; }',
      'void gradcheck_gradient(const double *theta, double *gradient)' },
    { 'int gradcheck_pattern(const double *t) { return t[0] > 0; }',
      'unsigned long gradcheck_pattern(const double *theta)' },
    { 'int gradcheck_blocks = 3;', 'const char *gradcheck_blocks(void)' },
  }
  local COMPILERS = { c = { 'gcc', 'clang' }, cpp = { 'g++', 'clang++' } }
  for i, case in ipairs(WRONG) do
    for ending, compilers in pairs(COMPILERS) do
      for _, compiler in ipairs(compilers) do
        it(('%d, %s'):format(i, compiler), function()
          if shell.run('command -v ' .. compiler) ~= 0 then return end
          local path = on.write('wrong.' .. ending, '\n' .. case[1] .. '\n')
          local status, said = shell.run('CC=%s CXX=%s scripts/gradcheck %s', compiler, compiler, path)
          assert.equal(2, status, said)
          one_line(said)
          -- clang++ takes another list of parameters for another function, without a warning.
          if compiler ~= 'clang++' or not said:find 'has no function' then
            contains(said, ('wrong.%s, line 2: this function must be %s\n'):format(ending, case[2]))
          end
        end)
      end
    end
  end

  it('leaves functions of its own, and includes nothing', function()
    passes(on.write('own.c', [[
      typedef double complex;
      double I = 2;
      double gradcheck_own(complex x) { return I * x; }
      int gradcheck_size() { return 1; }
      double gradcheck_cost(const double *t) { return gradcheck_own(*t); }
      void gradcheck_gradient(const double *t, double *g) { (void)t; *g = I; }]]))
    passes(on.write('own.cpp', [[
      double gradcheck_own(double x) { return 2 * x; }
      int gradcheck_size() { return 1; }
      double gradcheck_cost(const double *t) { return gradcheck_own(*t); }
      void gradcheck_gradient(const double *, double *g) { *g = 2; }]]))
  end)
end)

describe('gradcheck of a model with a library', function()
  local MODEL = [[
    #include <mine.h>
    int gradcheck_size(void) { return 2; }
    double gradcheck_cost(const double *t) { return mine(t); }
    void gradcheck_gradient(const double *t, double *g) { mine_slope(t, g); }]]
  local MINE = [[
    #include <math.h>
    double mine(const double *t) { return sin(t[0]) * t[1]; }
    void mine_slope(const double *t, double *g) { g[0] = cos(t[0]) * t[1]; g[1] = FACTOR * sin(t[0]); }]]

  setup(function()
    on.write('model.c', MODEL)
    on.write('mine.c', MINE)
    on.write('mine.h', 'double mine(const double *); void mine_slope(const double *, double *);')
    local status, said = shell.run([[cd %s && mkdir -p include lib && mv mine.h include &&
      gcc -DFACTOR=1 -c mine.c && ar rcs libmine.a mine.o &&
      gcc -DFACTOR=1 -shared -fPIC mine.c -o lib/libmine.so && gcc -DFACTOR=-1 -c mine.c -o wrong.o &&
      gcc -DFACTOR=1 -shared -fPIC -Wl,-soname,libown.so.3 mine.c -o lib/own.so && ln -sf own.so lib/libown.so.3 &&
      gcc -DFACTOR=1 -Iinclude -shared -fPIC model.c mine.c -o model.so &&
      gcc -DFACTOR=-1 -Iinclude -shared -fPIC model.c mine.c -lm -o wrong.so]], on.folder)
    assert(status == 0, said)
  end)

  it('gives the compiler what it needs, in order', function()
    for _, words in ipairs { 'libmine.a', '-L. -lmine', '-L lib -lmine', 'lib/libmine.so', 'lib/own.so', 'mine.o',
      'mine.c -DFACTOR=1', '-lmine -Llib' } do
      local status, said = shell.run('cd %s && "$OLDPWD/scripts/gradcheck" model.c -- -Iinclude %s', on.folder, words)
      assert(status == 0, words .. ': ' .. said)
    end
    local status, said = on.run '--json --points 1 $HERE/model.c -- -I$HERE/include $HERE/wrong.o'
    assert.equal(1, status)
    contains(said, '"single-entry"')
  end)

  it('says what is missing', function()
    refuses('$HERE/model.c', 'model.c does not compile; line 1: mine.h: No such file')
    refuses('$HERE/model.c -- -I$HERE/include', 'model.c calls mine, which is nowhere defined')
    refuses('$HERE/model.c -- -I$HERE/include -lnowhere', 'cannot find -lnowhere')
    refuses('$HERE/model.c -- -I$HERE/include --bogus', "unrecognized command-line option")
    refuses("'x^2' '2*x' -- -lm", 'a formula is not compiled')
    refuses('tests/gradcheck/models/softmax.lua -- -lm', 'softmax.lua is not compiled')
    refuses('x -- luajit', '«x» is not a file in .c')
  end)

  it('finds functions of the model that lie in a library alone', function()
    local FUNCTIONS = { size = 'int gradcheck_size(void) { return 2; }',
      point = 'void gradcheck_point(double *t) { t[0] = 3; t[1] = 4; }',
      blocks = 'const char *gradcheck_blocks(void) { return "a 1x1, b 1x1"; }',
      cost = 'double gradcheck_cost(const double *t) { return t[0] * t[0] + t[1]; }',
      gradient = 'void gradcheck_gradient(const double *t, double *g) { g[0] = 2 * t[0]; g[1] = 1; }' }
    -- Each alone is in the library, a file of the archive each, and all are.
    for name in pairs(FUNCTIONS) do
      local model, members = '', { FUNCTIONS[name] }
      for other, text in pairs(FUNCTIONS) do if other ~= name then model = model .. text .. '\n' end end
      for case, list in ipairs { members, FUNCTIONS } do
        if case == 2 then model = 'int nothing;\n' end
        shell.run('rm -rf %s/parts', on.folder)
        for part, text in pairs(list) do on.write(('parts/%s.c'):format(part), text .. '\n') end
        local status, said = shell.run('cd %s/parts && gcc -c *.c && ar rcs libparts.a *.o', on.folder)
        assert(status == 0, said)
        on.write('partly.c', model)
        status, said = on.run '$HERE/partly.c -- $HERE/parts/libparts.a'
        assert(status == 0, said)
        assert.matches('\n  b +pass', said)
      end
    end
    on.write('parts/gradient.c', (FUNCTIONS.gradient:gsub('= 1', '= 2')))
    local status, said = shell.run('cd %s/parts && gcc -c gradient.c && ar rcs libparts.a gradient.o', on.folder)
    assert(status == 0, said)
    status, said = on.run '$HERE/partly.c -- -L$HERE/parts -lparts'
    assert.equal(1, status, said)
    contains(said, '\n  b            fail')
  end)

  it('leaves the sanitizers out', function()
    local path = on.write('reads.c', [[
      int gradcheck_size(void) { return 1; }
      static double x[2];
      double gradcheck_cost(const double *t) { volatile int k = 2; return *t * *t + 0 * (x[k] != x[k]); }
      void gradcheck_gradient(const double *t, double *g) { *g = 2 * *t; }]])
    refuses(path, 'reads.c in line 3: ')
    passes('--no-sanitize ' .. path)
    refuses('--no-sanitize tests/gradcheck/models/softmax.lua', '--no-sanitize is for models that are compiled here')
    refuses('--no-sanitize x 1', '--no-sanitize is for models')
    refuses('--no-sanitize -- cat', '--no-sanitize is for models in a file')
  end)

  it('takes a shared object as it is', function()
    passes '$HERE/model.so -- -lm'
    local status, said = on.run '$HERE/wrong.so'
    assert.equal(1, status)
    contains(said, '[single-entry]')
    refuses('$HERE/lib/own.so', 'own.so has no function int gradcheck_size(void)')
    refuses(on.write('text.so', 'no library'), 'text.so')
    refuses('--no-sanitize $HERE/model.so', '--no-sanitize is for models that are compiled here')
    assert.equal(0, (shell.run('cd %s && "$OLDPWD/scripts/gradcheck" wrong.so; test $? = 1', on.folder)))
  end)
end)

describe("gradcheck's compiler", function()
  it('is understood whatever language its user has', function()
    on.write('speaks', [[#!/bin/sh
      case $LC_ALL$LANGUAGE in C.UTF-8) exec cc "$@" ;; esac
      echo 'Fehler: alles falsch' >&2; exit 1]])
    local status, said = shell.run([[chmod +x %s/speaks && LC_ALL=de_DE.UTF-8 LANGUAGE=de CC=%s/speaks \
      scripts/gradcheck tests/gradcheck/models/rosenbrock.c]], on.folder, on.folder)
    assert(status == 0, said)
    on.write('locale.lua', [[assert(os.getenv 'LANGUAGE' == 'de' and os.getenv 'LC_ALL' == 'de_DE.UTF-8')
      return dofile 'tests/gradcheck/models/softmax.lua']])
    status, said = shell.run('LC_ALL=de_DE.UTF-8 LANGUAGE=de scripts/gradcheck %s/locale.lua', on.folder)
    assert(status == 0, said)
  end)
end)
