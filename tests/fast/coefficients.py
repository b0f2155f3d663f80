"""The coefficients of csrc/base/functions.inc: coefficients.py FILE

q of e^r = 1 + r + r² q(r) on |r| ≤ ln2/2, by Remez' exchange with fifty digits. The
weight is nearly |r|, for e^r − 1 too is to be good relative to itself. Ends with
status 1 if the file's are others.
"""
import re
import sys

import mpmath as mp

mp.mp.dps = 50
DEGREE = 9
END = mp.log(2) / 2 * mp.mpf('1.0001')


def q(r):
    if abs(r) < mp.mpf('1e-8'):
        return mp.mpf(1) / 2 + r / 6 + r * r / 24
    return (mp.e**r - 1 - r) / r**2


def weight(r):
    return abs(r) + mp.mpf('0.001')


def remez(rounds=12, steps=2000):
    many = DEGREE + 2
    points = [-END * mp.cos(mp.pi * i / (many - 1)) for i in range(many)]
    grid = [-END + 2 * END * i / mp.mpf(steps) for i in range(steps + 1)]
    for _ in range(rounds):
        A, y = mp.matrix(many, many), mp.matrix(many, 1)
        for i, x in enumerate(points):
            for k in range(DEGREE + 1):
                A[i, k] = x**k
            A[i, DEGREE + 1] = (-1)**i / weight(x)
            y[i] = q(x)
        c = [v for v in mp.lu_solve(A, y)][:DEGREE + 1]
        error = [weight(x) * (mp.polyval(c[::-1], x) - q(x)) for x in grid]
        # The largest error of each stretch of one sign.
        peaks, i = [], 0
        while i <= steps:
            j = i
            while j <= steps and (error[j] > 0) == (error[i] > 0):
                j += 1
            peaks.append(max(range(i, j), key=lambda k: abs(error[k])))
            i = j
        while len(peaks) > many:
            peaks.pop(0 if abs(error[peaks[0]]) < abs(error[peaks[-1]]) else -1)
        if len(peaks) < many:
            break
        points = [grid[k] for k in peaks]
    return c, max(abs(e) for e in error)


c, worst = remez()
print('relative error at most %s' % mp.nstr(worst, 3))
for k, v in enumerate(c):
    print('q%d = %s' % (k, float(v).hex()))
text = open(sys.argv[1], encoding='utf-8').read()
text = text[text.index('/* [coefficients] */'):text.index('/* [/coefficients] */')]
# They stand there in Horner's order, the even beside the odd ones.
found = sorted((float.fromhex(h) for h in re.findall(r'0x[0-9a-f.]+p-?\d+', text)), reverse=True)
if found != [float(v) for v in c]:
    sys.exit('%s has others' % sys.argv[1])
