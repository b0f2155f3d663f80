#!/usr/bin/python3
"""The zoo's mistakes and right gradients before the real checkers of others.

    real.py BUILD SEEDS CORRECT

The cases are those of zoo.c, with fewer seeds: SEEDS of each mistake in each
regime, and every tenth of CORRECT right gradients; then generated costs of wild.c,
ten SEEDS of each kind with each mistake. Whatever is not installed is left out, and
said. The last column counts the cases on which the rule that
rules.c computes, and the table of zoo.c shows, gives the same verdict.
"""
import ctypes
import os
import subprocess
import sys
import warnings

BUILD, SEEDS, CORRECT = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
HERE = os.path.dirname(os.path.abspath(__file__))
LIBRARY = os.path.abspath(os.path.join(BUILD, 'libzoo.so'))
# Numbers of the rules in rules.c.
SLOW, FAST, CHECK_GRAD, CERES, NO_RULE = 0, 1, 2, 4, None


class Missing(Exception):
    """Something that is not installed here."""


class Zoo:
    """flat.c: one case at a time."""

    def __init__(self):
        self.flat = flat = ctypes.CDLL(LIBRARY, mode=ctypes.RTLD_GLOBAL)
        doubles = ctypes.POINTER(ctypes.c_double)
        flat.flat_theta.restype = flat.flat_gradient.restype = doubles
        flat.flat_cost.restype = ctypes.c_double

    def make(self, case):
        """Makes a case; false where the mistake is none."""
        counts = self.flat.flat_make(*case)
        self.size = self.flat.flat_size()
        self.theta = self.flat.flat_theta()[:self.size]
        self.gradient = self.flat.flat_gradient()[:self.size]
        return counts

    def cost(self, theta):
        return self.flat.flat_cost((ctypes.c_double * self.size)(*theta))

    def cases(self):
        """All (model, regime, seed, mistake), the mistake 0 for a right gradient."""
        models = self.flat.flat_models()
        for model in range(models):
            for mistake in range(1, self.flat.flat_mistakes(model) + 1):
                for regime in range(self.flat.flat_regimes(0)):
                    for seed in range(1, SEEDS + 1):
                        yield model, regime, seed, mistake
        for k in range(0, CORRECT, 10):
            yield k % models, k // models % self.flat.flat_regimes(1), 1000 + k, 0

    def generated(self):
        """The same of generated costs."""
        for model in range(self.flat.flat_models(), self.flat.flat_models() + self.flat.flat_kinds()):
            for mistake in range(self.flat.flat_mistakes(model) + 1):
                for seed in range(1, 10 * SEEDS + 1):
                    yield model, 0, seed, mistake


def each(zoo, passes):
    """A judge that takes one case after the other."""
    def judge(cases):
        for case in cases:
            zoo.make(case)
            yield bool(passes())
    return judge


def scipy(zoo):
    try:
        import numpy
        import scipy
        from scipy.optimize import check_grad
    except ImportError:
        raise Missing('SciPy (python3-scipy)')

    def passes():
        return check_grad(zoo.cost, lambda _: numpy.array(zoo.gradient), zoo.theta) < 1e-6
    yield 'SciPy ' + scipy.__version__, CHECK_GRAD, each(zoo, passes)


def torch(zoo):
    try:
        import torch
    except ImportError:
        raise Missing('PyTorch (python3-torch)')

    class Cost(torch.autograd.Function):
        @staticmethod
        def forward(ctx, theta):
            return theta.new_tensor(zoo.cost(theta.tolist()))

        @staticmethod
        def backward(ctx, above):
            return above * above.new_tensor(zoo.gradient)

    def passes(fast):
        theta = torch.tensor(zoo.theta, dtype=torch.float64, requires_grad=True)
        return torch.autograd.gradcheck(Cost.apply, theta, raise_exception=False, fast_mode=fast)
    version = 'PyTorch ' + torch.__version__.split('a')[0].split('+')[0]
    yield version + ' slow', SLOW, each(zoo, lambda: passes(False))
    yield version + ' fast', FAST, each(zoo, lambda: passes(True))


def ceres(zoo):
    try:
        library = ctypes.CDLL(os.path.abspath(os.path.join(BUILD, 'libzoo_ceres.so')))
    except OSError:
        raise Missing('Ceres (libceres-dev and g++)')
    library.real_ceres_version.restype = ctypes.c_char_p
    version = library.real_ceres_version().decode()
    yield 'Ceres ' + '.'.join(version.split('.')[:3]).split('-')[0], CERES, each(zoo, library.real_ceres)


def num_deriv(zoo):
    command = ['Rscript', '--vanilla', os.path.join(HERE, 'real.R'), LIBRARY]

    def ask(cases):
        said = subprocess.run(command, input='\n'.join('%d %d %d %d' % case for case in cases),
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              universal_newlines=True, check=True).stdout.split()
        return said[0], [word == '1' for word in said[1:]]
    try:
        version, _ = ask([(0, 0, 1, 0)])
    except (OSError, subprocess.CalledProcessError):
        raise Missing('numDeriv (r-cran-numderiv)')
    yield 'numDeriv ' + version, NO_RULE, lambda cases: ask(cases)[1]


def row(name, verdicts, rules):
    wrong = [passed for case, passed in verdicts if case[3]]
    right = [passed for case, passed in verdicts if not case[3]]
    agree = '' if rules is None else '  -'
    if rules:
        same = sum(passed == rule for (_, passed), rule in zip(verdicts, rules))
        agree = '  %d of %d' % (same, len(rules))
    print('%-26s %7.2f%% %7d %9d %7d %10.3f%%%s' % (
        name, 100 * wrong.count(False) / max(1, len(wrong)), wrong.count(True), 0, 0,
        100 * right.count(False) / max(1, len(right)), agree), flush=True)


def own(zoo, cases):
    """This checker on generated costs; a wrong one that passes is missed, however little it is off."""
    count = {False: [0, 0, 0], True: [0, 0, 0]}
    for case in cases:
        zoo.make(case)
        count[case[3] > 0][zoo.flat.flat_own()] += 1
    (_, _, accused), (undecided, missed, caught) = count[False], count[True]
    print('%-26s %7.2f%% %7d %9d %7d %10.3f%%' % ('this one', 100 * caught / max(1, sum(count[True])), missed,
                                                 undecided, 0, 100 * accused / max(1, sum(count[False]))))
    print('\nOf the right ones this one leaves %d of %d undecided.' % (count[False][0], sum(count[False])))


def run(zoo, cases, has_rules, title):
    """A table of all tools that are installed; returns whether there is one, and who is missing."""
    wrong = sum(case[3] > 0 for case in cases)
    missing, header = [], False
    for tool in scipy, torch, ceres, num_deriv:
        try:
            for name, rule, judge in tool(zoo):
                if not header:
                    print('\n' + title % (wrong, len(cases) - wrong) + '\n')
                    print('%-26s %8s %7s %9s %7s %11s%s' % (
                        'checker', 'caught', 'missed', 'undecided', 'hidden', 'false alarm',
                        '  as its rule above' if has_rules else ''))
                    header = True
                verdicts = list(zip(cases, judge(cases)))
                rules = None
                if has_rules:
                    rules = [] if rule is None else list(each(zoo, lambda: zoo.flat.flat_rule(rule))(cases))
                row('real ' + name, verdicts, rules)
        except Missing as what:
            missing.append(str(what))
    return header, missing


def main():
    warnings.simplefilter('ignore')
    zoo = Zoo()
    cases = [case for case in zoo.cases() if zoo.make(case)]
    header, missing = run(zoo, cases, True, 'The real ones, on %d of these runs and %d of these right gradients:')
    if header:
        print('\nThe fast mode draws another direction than its rule does. numDeriv only computes;\n'
              'its verdict is all.equal() with the default tolerance, and no rule above is it.')
        cases = [case for case in zoo.generated() if zoo.make(case)]
        run(zoo, cases, False, 'The same on %d wrong and %d right gradients of generated costs:')
        own(zoo, cases)
    if missing:
        print('\nNot installed here, so not called: ' + ', '.join(missing) + '.')


main()
