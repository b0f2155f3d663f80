"""Trainings by NumPy or PyTorch in the bench: others.py numpy|torch THREADS [cpu]

The commands `load N0 N1 M`, `cost` and `train SECONDS` of ours.c, and its numbers and
iterations; the derivatives as one writes them, with no cost computed and no tape. First
a line with the version. Status 3 if the tool is not installed.
"""
import os
import sys
import time

tool, threads = sys.argv[1], int(sys.argv[2])
clock = time.process_time if sys.argv[3:] == ['cpu'] else time.perf_counter
for name in 'OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS':
    os.environ[name] = sys.argv[2]
try:
    import numpy as np
    if tool == 'torch':
        import torch
        torch.set_num_threads(threads)
except ImportError:
    sys.exit(3)

CHECKED = 10
print(torch.__version__ if tool == 'torch' else np.__version__, flush=True)


def numbers(first, *shape):
    with np.errstate(over='ignore'):
        i = np.arange(first, first + int(np.prod(shape)), dtype=np.uint64)
        h = (i + np.uint64(1)) * np.uint64(0x9e3779b97f4a7c15)
        h = (h ^ (h >> np.uint64(29))) * np.uint64(0xbf58476d1ce4e5b9)
    return (((h ^ (h >> np.uint64(32))) >> np.uint64(11)) * 2.0**-52 - 1).reshape(shape)


def logistic_numpy(X, y, m, n):
    w, b = np.zeros(n), 0.0

    def run(many):
        nonlocal w, b
        for _ in range(many):
            dz = 1 / (1 + np.exp(-(w @ X + b))) - y
            w = w - 0.1 * (X @ dz / m)
            b = b - 0.1 * (dz.sum() / m)
    return run, lambda: w @ X + b


def network_numpy(X, y, m, n0, n1):
    W1, b1 = 0.1 * numbers(77, n1, n0), np.zeros((n1, 1))
    W2, b2 = 0.1 * numbers(78, 1, n1), np.zeros((1, 1))

    def run(many):
        nonlocal W1, b1, W2, b2
        for _ in range(many):
            A1 = np.tanh(W1 @ X + b1)
            dZ2 = 1 / (1 + np.exp(-(W2 @ A1 + b2))) - y
            dZ1 = W2.T @ dZ2 * (1 - A1 * A1)
            W2 = W2 - 0.1 * (dZ2 @ A1.T / m)
            b2 = b2 - 0.1 * (dZ2.sum(1, keepdims=True) / m)
            W1 = W1 - 0.1 * (dZ1 @ X.T / m)
            b1 = b1 - 0.1 * (dZ1.sum(1, keepdims=True) / m)
    return run, lambda: W2 @ np.tanh(W1 @ X + b1) + b2


def logistic_torch(X, y, m, n):
    X, y = torch.from_numpy(X), torch.from_numpy(y)
    w, b = torch.zeros(n, dtype=X.dtype), torch.zeros(1, dtype=X.dtype)

    def run(many):
        for _ in range(many):
            dz = torch.sigmoid(w @ X + b) - y
            w.sub_(X @ dz, alpha=0.1 / m)
            b.sub_(dz.sum(), alpha=0.1 / m)
    return run, lambda: (w @ X + b).numpy()


def network_torch(X, y, m, n0, n1):
    X, y = torch.from_numpy(X), torch.from_numpy(y)
    W1, b1 = torch.from_numpy(0.1 * numbers(77, n1, n0)), torch.zeros((n1, 1), dtype=X.dtype)
    W2, b2 = torch.from_numpy(0.1 * numbers(78, 1, n1)), torch.zeros((1, 1), dtype=X.dtype)

    def run(many):
        for _ in range(many):
            A1 = torch.tanh(W1 @ X + b1)
            dZ2 = torch.sigmoid(W2 @ A1 + b2) - y
            dZ1 = W2.T @ dZ2 * (1 - A1 * A1)
            W2.sub_(dZ2 @ A1.T, alpha=0.1 / m)
            b2.sub_(dZ2.sum(1, keepdim=True), alpha=0.1 / m)
            W1.sub_(dZ1 @ X.T, alpha=0.1 / m)
            b1.sub_(dZ1.sum(1, keepdim=True), alpha=0.1 / m)
    return run, lambda: (W2 @ torch.tanh(W1 @ X + b1) + b2).numpy()


for line in sys.stdin:
    word, *rest = line.split()
    if word == 'load':
        X = y = run = z = None
        n0, n1, m = map(int, rest)
        X = numbers(0, n0, m)
        y = (numbers(1000000007, m) > 0).astype(float)
        if n1:
            y = y.reshape(1, m)
            run, z = (network_torch if tool == 'torch' else network_numpy)(X, y, m, n0, n1)
        else:
            run, z = (logistic_torch if tool == 'torch' else logistic_numpy)(X, y, m, n0)
        found = 0
    elif word == 'cost':
        run(CHECKED - 1)
        at = z()
        found = float(np.mean(np.logaddexp(0, at) - y * at))
    else:
        begin = clock()
        run(1)
        many = max(1, int(2e-3 / (clock() - begin)))
        found, end = float('inf'), clock() + float(rest[0])
        while clock() < end:
            begin = clock()
            run(many)
            found = min(found, (clock() - begin) / many)
    print('%.17g' % found, flush=True)
