-- scripts/gradcheck on models in C: right ones, mistakes, and whatever else people give it.
local gradcheck = require 'tests.lua.gradcheck'

local contains, one_line = gradcheck.contains, gradcheck.one_line
local on = gradcheck.within 'c'

describe('gradcheck of a model in C', function()
  -- {model, what is replaced, by what, the key}
  local MISTAKES = {
    { 'rosenbrock.c', '-2 * (1 - x)', '2 * (1 - x)', 'single-entry' },
    { 'rosenbrock.c', '200 * (y', '-200 * (y', 'single-entry' },
    { 'rosenbrock.c', '    gradient[1] = 200 * (y - x * x);\n', '', 'unwritten' },
    { 'rosenbrock.c', 'gradient[1] = 200', 'gradient[2] = 200', 'out-of-bounds' },
    { 'rosenbrock.c', 'gradient[1] = 200', 'gradient[1] = 0.0 / 0.0 * 200', 'nan' },
    { 'rosenbrock.c', 'gradient[0] = -2', '((double *)theta)[0] += 1; gradient[0] = -2', 'theta-modified' },
    { 'rosenbrock.c', 'return (1 - x)', 'static int calls; return calls++ * 1e-3 + (1 - x)', 'not-a-function' },
    { 'rosenbrock.c', 'gradient[0] =', 'static int calls; calls++; gradient[0] = calls * 1e-3', 'not-a-function' },
    { 'convolution.c', ' * (1 - a * a)', '', 'unknown' },
    { 'convolution.c', 'dz * signal[i + k]', '-dz * signal[i + k]', 'sign' },
    { 'convolution.c', ' / OUT;\n        for', ';\n        for', 'missing-mean' },
    { 'convolution.c', 'gradient[KERNEL] += dz', 'gradient[KERNEL] -= dz', 'sign' },
    { 'convolution.c', 'k <= KERNEL; k++)\n        gradient[k] = 0', 'k < KERNEL; k++)\n        gradient[k] = 0',
      'accumulated' },
    { 'convolution.c', 'gradient[KERNEL] += dz', 'gradient[KERNEL + 1] += dz', 'out-of-bounds' },
    { 'convolution.c', 'gradient[k] += dz * signal[i + k]', 'gradient[(k + 1) % KERNEL] += dz * signal[i + k]',
      'shifted' },
  }
  for _, name in ipairs { 'rosenbrock.c', 'convolution.c' } do
    it('passes ' .. name, function() on.passes(name) end)
  end
  for i, case in ipairs(MISTAKES) do
    it(('fails %s: %d, %s'):format(case[1], i, case[4]), function()
      on.fails(on.planted(case[1], case[2], case[3]), case[4])
    end)
  end

  -- What a model may do, the status, and a part of the sentence.
  local BAD = {
    ['has no size'] = { { size = '' }, 2, 'model.c has no function int gradcheck_size(void)' },
    ['has no cost'] = { { cost = '' }, 2, 'model.c: it needs a function gradcheck_cost' },
    ['has no gradient'] = { { gradient = '' }, 2, 'model.c: it needs a function gradcheck_gradient' },
    ['has size 0'] = { { size = 'int gradcheck_size(void) { return 0; }' }, 2, 'gradcheck_size is 0: there must be' },
    ['has a negative size'] = { { size = 'int gradcheck_size(void) { return -3; }' }, 2, 'gradcheck_size is -3' },
    ['has a huge size'] = { { size = 'int gradcheck_size(void) { return 2147483647; }' }, 2, 'memory' },
    ['has blocks that are too few'] = { { more = 'const char *gradcheck_blocks(void) { return "W 1x2"; }' }, 2,
      'gradcheck_blocks covers fewer than the 3 parameters of gradcheck_size' },
    ['has blocks that are too many'] = { { more = 'const char *gradcheck_blocks(void) { return "W 100000x100000"; }' },
      2, 'gradcheck_blocks covers more than the 3 parameters' },
    ['has blocks that cannot be read'] = { { more = 'const char *gradcheck_blocks(void) { return "W 1x1, b zwei"; }' },
      2, 'gradcheck_blocks: cannot read «b zwei»: write name rowsxcols' },
    ['has blocks of nothing'] = { { more = 'const char *gradcheck_blocks(void) { return "W 0x3"; }' }, 2,
      'cannot read' },
    ['has two blocks of one name'] = { { more = 'const char *gradcheck_blocks(void) { return "W 1x1, W 2x1"; }' }, 2,
      'names two blocks W' },
    ['has a cost that is NaN'] = { { cost = 'double gradcheck_cost(const double *t) { (void)t; return NAN; }' }, 2,
      'gradcheck_cost is NaN at each of 100 random points: give one with gradcheck_point' },
    ['has a cost that is infinite'] =
      { { cost = 'double gradcheck_cost(const double *t) { (void)t; return -INFINITY; }' },
      2, 'gradcheck_cost is -inf at each' },
    ['has a cost that is NaN at its point'] = { { cost = 'double gradcheck_cost(const double *t) { return log(t[0]); }',
      more = 'void gradcheck_point(double *t) { t[0] = -1; }' }, 2,
        'gradcheck_cost is NaN at the point of gradcheck_point' },
    ['has a point that is NaN'] = { { more = 'void gradcheck_point(double *t) { t[0] = NAN; }' }, 2,
      'gradcheck_point gives no finite number for theta[1]' },
    ['has a cost that overflows at 1e300'] = { { more =
      'void gradcheck_point(double *t) { t[0] = t[1] = t[2] = 1e300; }' }, 2, 'gradcheck_cost is inf at the point' },
    ['does not compile'] = { { more = 'int f(void) {\n  return 1 +;\n}' }, 2,
      'model.c does not compile; line 14: expected' },
    ['includes what is not there'] = { { more = '#include "nowhere.h"' }, 2,
      'model.c does not compile; line 13: nowhere.h' },
    ['calls what is not there'] = { { more = 'int nowhere(void);\nint f(void) { return nowhere(); }' }, 2,
      'model.c calls nowhere, which is nowhere defined' },
    ['has a main'] = { { more = 'int main(void) { return 0; }' }, 2, 'model.c must not have a main' },
    ['never returns'] = { { cost = 'double gradcheck_cost(const double *t) { for (volatile int i = 0;; i = !i); }' }, 2,
      'model.c did not end within 1 second: an endless loop?', '--seconds 1' },
    ['sleeps'] =
      { { cost = '#include <unistd.h>\ndouble gradcheck_cost(const double *t) { sleep(100); return t[0]; }' },
      2, 'model.c did not end within 1 second', '--seconds 1' },
    ['waits for input'] = { { cost = 'double gradcheck_cost(const double *t) { if (getchar() != EOF) abort(); '
      .. 'return (t[0] * t[0] + t[1] * t[1] + t[2] * t[2]) / 2; }' }, 0, 'pass' },
    ['aborts'] = { { cost = 'double gradcheck_cost(const double *t) {\n  if (t) abort();\n  return 0;\n}' }, 2,
      'model.c in line 6: it aborts' },
    ['asserts'] =
      { { cost = '#include <assert.h>\ndouble gradcheck_cost(const double *t) {\n  assert(!t);\n  return 0;\n}' },
      2, 'model.c in line 7: it aborts' },
    ['reads what is not its own'] = { { cost = 'double gradcheck_cost(const double *t) {\n  (void)t;\n'
      .. '  return *(volatile double *)(size_t)64;\n}' }, 2,
        'model.c in line 7: it reads or writes memory that is not its own' },
    ['follows no pointer'] = { { cost = 'double gradcheck_cost(const double *t) {\n  double *volatile p = NULL;\n'
      .. '  return t[0] + *p;\n}' }, 2, 'model.c in line 7: ' },
    ['reads past the parameters'] = { { cost = 'double gradcheck_cost(const double *t) {\n  return t[3];\n}' }, 2,
      'model.c in line 6: it reads or writes outside of an array' },
    ['calls itself without end'] = { { cost = 'double gradcheck_cost(const double *t) {\n  volatile double x[100];\n'
      .. '  x[0] = t[0] + 1;\n  return gradcheck_cost((const double *)x) + x[0];\n}' }, 2,
      'functions call each other without end' },
    ['asks for too much memory'] = { { cost = 'double gradcheck_cost(const double *t) {\n'
      .. '  char *volatile p = malloc((size_t)1 << 50);\n  return p[0] + t[0];\n}' }, 2,
      'model.c in line 6: it asks for more memory than there is' },
    ['takes too much memory'] = { { cost = 'double gradcheck_cost(const double *t) {\n  double sum = 0;\n'
      .. '  for (;;) {\n    char *p = malloc(1 << 24);\n    for (int i = 0; i < 1 << 24; i += 4096) p[i] = 1;\n'
      .. '    sum += p[0] + t[0];\n  }\n  return sum;\n}' }, 2, 'memory' },
    ['divides by zero'] = { { cost = 'double gradcheck_cost(const double *t) {\n  volatile int m = 0;\n'
      .. '  return t[0] / (1 / m);\n}' }, 2, 'model.c in line 7: it divides a whole number by zero' },
    ['overflows an int'] = { { cost = 'double gradcheck_cost(const double *t) {\n  volatile int m = 2147483647;\n'
      .. '  return t[0] * (m + 1);\n}' }, 2, 'model.c in line 7: signed integer overflow' },
    ['frees twice'] =
      { { cost = 'double gradcheck_cost(const double *t) {\n  char *volatile p = malloc(3);\n  free(p);\n'
      .. '  free(p);\n  return t[0];\n}' }, 2, 'it frees memory twice' },
    ['stops itself'] = { { cost = '#include <signal.h>\ndouble gradcheck_cost(const double *t) { raise(SIGSTOP); '
      .. 'return t[0]; }' }, 2, 'model.c stops itself, or what it started, with SIGSTOP or the like', '--seconds 1' },
    ['stops its process group'] = { { cost = '#include <signal.h>\ndouble gradcheck_cost(const double *t) '
      .. '{ kill(0, SIGTSTP); return t[0]; }' }, 2, 'model.c stops itself, or what it started', '--seconds 1' },
    ['kills itself'] = { { cost = '#include <signal.h>\ndouble gradcheck_cost(const double *t) { raise(SIGKILL); '
      .. 'return t[0]; }' }, 2, 'model.c: signal 9 (SIGKILL) ended it, but not for its memory: it, or what it' },
    ['kills its process group'] = { { gradient = '#include <signal.h>\nvoid gradcheck_gradient(const double *t, '
      .. 'double *g) { g[0] = t[0]; kill(0, SIGKILL); }' }, 2,
      'model.c sends signal 9 (SIGKILL) to its whole process group, and ends with it' },
    ['ends its process group'] = { { gradient = '#include <signal.h>\nvoid gradcheck_gradient(const double *t, '
      .. 'double *g) { g[0] = t[0]; kill(0, SIGTERM); }' }, 2,
      'model.c sends signal 15 (SIGTERM) to its whole process group' },
    ['kills all it can reach'] = { { more = '#include <signal.h>\nvoid gradcheck_point(double *t) '
      .. '{ t[0] = t[1] = t[2] = 2; kill(-1, SIGKILL); }' }, 0, 'pass' },
    ['has an alarm of its own'] = { { cost = '#include <unistd.h>\ndouble gradcheck_cost(const double *t) '
      .. '{ ualarm(1000, 0); usleep(90000); return t[0]; }' }, 2, 'model.c: its own alarm ended it (SIGALRM)' },
    ['ends as if its time were over'] = { { cost = 'double gradcheck_cost(const double *t) { exit(124); '
      .. 'return t[0]; }' }, 2, 'model.c ended before the check did, with status 124' },
    ['ends as if a signal had ended it'] = { { cost = 'double gradcheck_cost(const double *t) '
      .. '{ fputs("no SEGV\\n", stderr); exit(139); return t[0]; }' }, 2,
      'model.c ended before the check did, with status 139: no SEGV' },
    ['closes every file'] = { { cost = '#include <unistd.h>\ndouble gradcheck_cost(const double *t) '
      .. '{ for (int i = 3; i < 1024; i++) close(i); return t[0]; }' }, 2,
      'model.c ended before the check did, with status 2: it closes files that it has not opened' },
    ['includes what has no end'] = { { more = '#include "/dev/zero"' }, 2,
      'model.c: the compiler needs more memory than the 1024 MB it may have' },
    ['ends the program'] = { { cost = 'double gradcheck_cost(const double *t) { exit(0); return t[0]; }' }, 2,
      'model.c ended before the check did, with status 0' },
    ['ends the program at the second point'] = { { cost = 'static int calls;\ndouble gradcheck_cost(const double *t) { '
      .. 'if (calls++ > 60) exit(0); return (t[0] * t[0] + t[1] * t[1] + t[2] * t[2]) / 2; }' }, 2,
      'model.c ended before the check did, with status 0', '--points 9' },
    ['ends the program in its gradient'] = { { gradient = 'void gradcheck_gradient(const double *t, double *g) '
      .. '{ (void)t; (void)g; exit(0); }' }, 2, 'ended before the check did' },
    ['prints'] = { { more = '__attribute__((constructor)) static void f(void) { puts("block\\tpass\\nend"); }',
      gradient =
      'void gradcheck_gradient(const double *t, double *g)'
        .. ' { for (int i = 0; i < 3; i++) printf("%g\\n", g[i] = t[i]); }' },
      0, 'pass: right to at least' },
    ['writes one past its end'] = { { gradient =
      'void gradcheck_gradient(const double *t, double *g)'
        .. ' { for (int i = 0; i <= 3; i++) g[i] = i < 3 ? t[i] : 0; }' }, 1,
      '[out-of-bounds] gradcheck_gradient writes outside of its buffer.' },
    ['writes far past its end'] = { { gradient =
      'void gradcheck_gradient(const double *t, double *g) {\n  g[0] = t[0];\n  g[80] = 1;\n}' }, 1,
      '[out-of-bounds] model.c in line 12: it reads or writes outside of an array.' },
    ['writes before its start'] = { { gradient =
      'void gradcheck_gradient(const double *t, double *g)'
        .. ' { for (int i = -1; i < 3; i++) g[i] = t[i < 0 ? 0 : i]; }' }, 1,
      '[out-of-bounds]' },
    ['writes nothing'] =
      { { gradient = 'void gradcheck_gradient(const double *t, double *g) { (void)t; (void)g; }' }, 1,
      '[unwritten] gradcheck_gradient writes nothing.' },
    ['never clears its sums'] =
      { { gradient = 'static double s[3];\nvoid gradcheck_gradient(const double *t, double *g) '
      .. '{ for (int i = 0; i < 3; i++) g[i] = s[i] += t[i]; }' }, 1,
      '[accumulated] gradcheck_gradient adds to what an earlier call left: clear its sums first.' },
    ['changes theta in its cost'] = { { cost = 'double gradcheck_cost(const double *t) { ((double *)t)[1] = 0; '
      .. 'return (t[0] * t[0] + t[1] * t[1] + t[2] * t[2]) / 2; }' }, 1,
        '[theta-modified] gradcheck_cost changes theta.' },
    ['changes theta in its pattern'] = { { more = 'unsigned long gradcheck_pattern(const double *t) '
      .. '{ ((double *)t)[1] = 0; return 0; }' }, 1, '[theta-modified] gradcheck_pattern changes theta.' },
    ['has another pattern each time'] = { { more = 'unsigned long gradcheck_pattern(const double *t) '
      .. '{ static int calls; (void)t; return calls++; }' }, 1,
        '[not-a-function] gradcheck_pattern answers differently when asked again.' },
    -- These are not bad, only hard.
    ['has no value near its point'] = { { cost = 'double gradcheck_cost(const double *t) '
      .. '{ return t[1] + t[2] - log(t[0]) + t[0] * sqrt(t[0]); }', gradient =
      'void gradcheck_gradient(const double *t, double *g) { g[0] = 1.5 * sqrt(t[0]) - 1 / t[0]; g[1] = g[2] = 1; }',
      more = 'void gradcheck_point(double *t) { t[0] = 1e-3; }' }, 0, 'pass' },
    ['has parameters of 1e-300'] =
      { { more = 'void gradcheck_point(double *t) { t[0] = t[1] = t[2] = 1e-300; }' }, nil, '',
      '--points 1' },
    ['has parameters of 1e300'] = { { cost = 'double gradcheck_cost(const double *t) '
      .. '{ return (t[0] + t[1] + t[2]) / 2; }', gradient =
      'void gradcheck_gradient(const double *t, double *g) { (void)t; g[0] = g[1] = g[2] = 0.5; }',
      more = 'void gradcheck_point(double *t) { t[0] = t[1] = 1e300; t[2] = -1e300; }' }, 0, 'pass' },
    ['has parameters of 1e300 and a wrong gradient'] = { { cost = 'double gradcheck_cost(const double *t) '
      .. '{ return (t[0] + t[1] + t[2]) / 2; }', gradient =
      'void gradcheck_gradient(const double *t, double *g) { (void)t; g[0] = g[1] = g[2] = 1; }',
      more = 'void gradcheck_point(double *t) { t[0] = t[1] = 1e300; t[2] = -1e300; }' }, 1, '[scale]', '--points 1' },
  }
  for what, case in pairs(BAD) do
    it('takes a model that ' .. what, function()
      local began = os.time()
      local status, said = on.run(('%s %s'):format(case[4] or '', on.parabola(case[1])))
      assert.is_true(os.time() - began < 30)
      if case[2] then
        assert(status == case[2], ('status %d: %s'):format(status, said))
      else
        assert(status == 0 or status == 3, said)
      end
      contains(said, case[3])
      if status == 2 then one_line(said) end
    end)
  end
end)
