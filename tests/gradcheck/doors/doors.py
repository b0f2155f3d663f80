"""The door from Python, on functions that nobody chose: random networks of NumPy's
functions, whose gradients are composed here by hand; right ones must pass, planted
mistakes must fail at the right place, and bad input must say what is wrong."""
import math
import sys

sys.path.insert(0, 'scripts/checker' if len(sys.argv) < 2 else sys.argv[1])
import gradcheck  # noqa: E402


def expect(holds, *what):
    if not holds:
        raise SystemExit('doors.py: ' + ' '.join(str(w) for w in what))


def refused(words, call):
    try:
        call()
    except (ValueError, TypeError) as e:
        expect(words in str(e), 'says', e, 'and not', words)
    else:
        expect(False, 'nothing was said of', words)


# Without NumPy.
rosenbrock = lambda x: 100 * (x[1] - x[0] ** 2) ** 2 + (1 - x[0]) ** 2
slope = lambda x: [-400 * x[0] * (x[1] - x[0] ** 2) - 2 * (1 - x[0]), 200 * (x[1] - x[0] ** 2)]
expect(gradcheck.check(rosenbrock, [-1.2, 1.0], slope), 'a right gradient does not pass')
wrong = gradcheck.check(rosenbrock, [-1.2, 1.0], lambda x: [-v for v in slope(x)])
expect(wrong.verdict == 'fail' and not wrong and wrong.diagnosis[0][0] == 'sign', wrong)
expect('[sign]' in repr(wrong) and wrong.worst['bound'] < 1e-6, repr(wrong))
expect(gradcheck.check(math.sin, 0.7, math.cos), 'a function of a number')
try:
    assert gradcheck.check(math.sin, 0.7, math.sin), 'and it says so'
    expect(False, 'a wrong gradient is no AssertionError')
except AssertionError:
    pass

rough = lambda x: [v * (1 + 1e-6) for v in slope(x)]
expect(gradcheck.check(rosenbrock, [-1.2, 1.0], rough).verdict == 'fail', 'six digits are not all')
expect(gradcheck.check(rosenbrock, [-1.2, 1.0], rough, digits=5), 'five were asked for')

# Where both slopes are 3 their squares look like 3 times them; not at other points. And beside
# the edge of a domain, where a function raises, there is no other point.
powers = lambda x: 1.5 * x[0] ** 2 + x[1] ** 3
squares = lambda x: [(3 * x[0]) ** 2, (3 * x[1] ** 2) ** 2]
named = lambda g: gradcheck.check(powers, [1.0, 1.0], g).diagnosis[0][0]
expect(named(squares([1.0, 1.0])) == 'scale' and named(squares) == 'unknown', 'names at one point, and at three')
asked = []
def at_the_edge(x):  # noqa: E302
    asked.append(x)
    return squares(x) if len(asked) == 1 else [math.log(-1)]
expect(gradcheck.check(powers, [1.0, 1.0], at_the_edge).diagnosis[0][0] == 'scale' and len(asked) == 3, asked)

F = lambda x: [x[0] * x[1], math.sin(x[0]), x[1] ** 2]
J = [[2.0, 1.0], [math.cos(1), 0], [0, 4.0]]
expect(gradcheck.check_jacobian(F, [1.0, 2.0], J), 'a right Jacobian')
bad = gradcheck.check_jacobian(F, [1.0, 2.0], [J[0], [math.cos(1), 0.1], J[2]])
expect(bad.verdict == 'fail' and bad.worst['where'] == 'f[2] by x[2]', bad)
expect(gradcheck.check_vjp(F, [1.0, 2.0], lambda x, u: [x[1] * u[0] + math.cos(x[0]) * u[1],
                                                        x[0] * u[0] + 2 * x[1] * u[2]]), 'uᵀJ')
jvp = lambda x, v: [x[1] * v[0] + x[0] * v[1], math.cos(x[0]) * v[0], 2 * x[1] * v[1]]
expect(gradcheck.check_jvp(F, [1.0, 2.0], jvp), 'J v')
bad = gradcheck.check_jvp(F, [1.0, 2.0], lambda x, v: [*jvp(x, v)[:2], x[1] * v[1]])
expect(bad.verdict == 'fail' and bad.worst['where'].startswith('f[3]'), bad)
hessian = lambda x: [[1200 * x[0] ** 2 - 400 * x[1] + 2, -400 * x[0]], [-400 * x[0], 200.0]]
expect(gradcheck.check_hessian(slope, [-1.2, 1.0], hessian), 'a Hessian')

refused('2 numbers where x has 3', lambda: gradcheck.check(sum, [1.0, 2.0, 3.0], [1.0, 1.0]))
refused('not 3 x 2', lambda: gradcheck.check_jacobian(F, [1.0, 2.0], J[:2]))
refused("mode is 'some'", lambda: gradcheck.check(sum, [1.0], [1.0], mode='some'))
refused('empty', lambda: gradcheck.check(sum, [], []))
refused('finite', lambda: gradcheck.check(sum, [math.nan], [1.0]))
expect(gradcheck.check(lambda x: math.nan, [1.0], [1.0]).verdict == 'undecided', 'a cost without a value')

try:
    import numpy as np
except ImportError:
    print('no numpy')
    sys.exit(0)

KINDS = {'tanh': (np.tanh, lambda z: 1 - np.tanh(z) ** 2), 'sin': (np.sin, np.cos), 'exp': (np.exp, np.exp),
         'square': (np.square, lambda z: 2 * z), 'softplus': (lambda z: np.logaddexp(0, z), lambda z: 1 / (1 + np.exp(-z)))}


def network(rng):
    """f, its gradient and a point: layers of random width and kind, a random loss."""
    sizes = rng.integers(1, 6, size=rng.integers(2, 5))
    kinds = [KINDS[k] for k in rng.choice(sorted(KINDS), size=len(sizes) - 1)]
    theta = {}
    for k, (n, m) in enumerate(zip(sizes[1:], sizes[:-1])):
        theta[f'W{k + 1}'] = rng.normal(size=(n, m)) * 0.5
        theta[f'b{k + 1}'] = rng.normal(size=n) * 0.5
    X = rng.normal(size=(sizes[0], 3))
    y = rng.normal(size=(sizes[-1], 3))

    def forward(t):
        A, zs, inputs = X, [], []
        for k, (g, _) in enumerate(kinds):
            inputs.append(A)
            zs.append(t[f'W{k + 1}'] @ A + t[f'b{k + 1}'][:, None])
            A = g(zs[-1])
        return A, zs, inputs

    def cost(t):
        return float(np.mean((forward(t)[0] - y) ** 2))

    def gradient(t):
        A, zs, inputs = forward(t)
        d, out = 2 * (A - y) / A.size, {}
        for k in reversed(range(len(kinds))):
            d = d * kinds[k][1](zs[k])
            out[f'W{k + 1}'], out[f'b{k + 1}'] = d @ inputs[k].T, d.sum(axis=1)
            d = t[f'W{k + 1}'].T @ d
        return out

    return cost, gradient, theta


tally = {'pass': 0, 'undecided': 0, 'fail': 0}
for seed in range(40):
    rng = np.random.default_rng(seed)
    cost, gradient, theta = network(rng)
    tally[gradcheck.check(cost, theta, gradient).verdict] += 1
    broken = gradient(theta)
    name = rng.choice(sorted(broken))
    at = tuple(rng.integers(0, n) for n in broken[name].shape)
    size = max(float(np.abs(v).max()) for v in broken.values())
    broken[name][at] += (1e-3 * size + abs(broken[name][at])) * rng.choice([-1, 1])
    found = gradcheck.check(cost, theta, broken)
    expect(found.verdict == 'fail', 'seed', seed, found)
    where = name + '[' + ','.join(str(i + 1) for i in at) + ']'
    expect(found.worst['where'] == where, 'seed', seed, found.worst, where)
    expect([n for n, v in found.blocks.items() if v == 'fail'] == [name], found.blocks)
expect(tally['fail'] == 0 and tally['pass'] >= 38, tally)
print('numpy', tally)

try:
    import torch
except ImportError:
    print('no torch')
    sys.exit(0)


class Cube(torch.autograd.Function):
    factor = 3.0

    @staticmethod
    def forward(ctx, x, y):
        ctx.save_for_backward(x, y)
        return x * x * x * y

    @staticmethod
    def backward(ctx, g):
        x, y = ctx.saved_tensors
        return Cube.factor * x * x * y * g, x * x * x * g


x = torch.linspace(0.3, 1.9, 6, dtype=torch.float64).reshape(2, 3).requires_grad_()
y = torch.linspace(-1, 1, 6, dtype=torch.float64).reshape(2, 3).requires_grad_()
expect(gradcheck.check_torch(Cube.apply, x, y), 'a right backward')
expect(gradcheck.check_torch(Cube.apply, x.detach(), y), 'a tensor that is not varied')
Cube.factor = 3 * (1 + 1e-6)
bad = gradcheck.check_torch(Cube.apply, x, y)
expect(bad.verdict == 'fail' and bad.blocks == {'input0': 'fail', 'input1': 'pass'}, bad)
expect(torch.autograd.gradcheck(Cube.apply, (x, y)), 'what PyTorch lets pass')
refused('torch.float32', lambda: gradcheck.check_torch(torch.tanh, torch.ones(2, requires_grad=True)))
refused('no tensor', lambda: gradcheck.check_torch(torch.tanh, torch.ones(2)))
print('torch', bad.diagnosis[0][0])
