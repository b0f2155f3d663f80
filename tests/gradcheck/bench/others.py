"""The check of check.c by another tool, timed: others.py scipy|torch DIGITS.csv THETA [probe]

Prints seconds, evaluations, and J. Status 3 if the tool is not installed. Each
tool is given the cost and the gradient as one writes them for it. With «probe» a
hundred evaluations of the cost only, to find what number of threads suits it.
"""
import sys
import time

tool, digits, point = sys.argv[1:4]
probe = sys.argv[4:] == ['probe']
try:
    import numpy as np
    if tool == 'scipy':
        import scipy.optimize
    else:
        import torch
except ImportError:
    sys.exit(3)

data = np.loadtxt(digits, delimiter=',', skiprows=1)
X = np.ascontiguousarray(data[:, :64].T) / 16
Y = (data[:, 64:].T >= 5).astype(float)
theta = np.fromfile(point)
m, n0, n1 = X.shape[1], 64, 32
evaluations = 0


def parts(t):
    return t[:n1 * n0].reshape(n1, n0), t[-2 * n1 - 1:-n1 - 1, None], t[None, -n1 - 1:-1], t[-1:, None]


def with_scipy():
    def cost(t):
        global evaluations
        evaluations += 1
        W1, b1, W2, b2 = parts(t)
        Z2 = W2 @ np.tanh(W1 @ X + b1) + b2
        return np.mean(np.logaddexp(0, Z2) - Y * Z2)

    def gradient(t):
        W1, b1, W2, b2 = parts(t)
        A1 = np.tanh(W1 @ X + b1)
        dZ2 = 1 / (1 + np.exp(-(W2 @ A1 + b2))) - Y
        dZ1 = W2.T @ dZ2 * (1 - A1 ** 2)
        return np.concatenate([(dZ1 @ X.T / m).ravel(), dZ1.mean(1), (dZ2 @ A1.T / m).ravel(), dZ2.mean(1)])

    J = cost(theta)
    if probe:
        return J, lambda: [cost(theta) for _ in range(100)]
    return J, lambda: scipy.optimize.check_grad(cost, gradient, theta) < 1e-5


def with_torch():
    inputs = [torch.tensor(p.copy(), requires_grad=True) for p in parts(theta)]
    x, y = torch.tensor(X), torch.tensor(Y)

    def cost(W1, b1, W2, b2):
        global evaluations
        evaluations += 1
        Z2 = W2 @ torch.tanh(W1 @ x + b1) + b2
        return torch.nn.functional.binary_cross_entropy_with_logits(Z2, y)

    J = cost(*inputs).item()
    if probe:
        return J, lambda: [cost(*inputs) for _ in range(100)]
    return J, lambda: torch.autograd.gradcheck(cost, inputs, fast_mode=False)


J, check = with_scipy() if tool == 'scipy' else with_torch()
evaluations = 0
began = time.perf_counter()
if not check():
    sys.exit(1)
print(f'{time.perf_counter() - began:.6f} {evaluations} {J:.17g}')
