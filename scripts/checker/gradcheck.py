"""Checks a gradient against the values of its function, with a bound on its own error.

    import gradcheck
    assert gradcheck.check(f, x, g)         # in a test: an AssertionError says what is wrong
    result = gradcheck.check(f, x, g)
    result.verdict, result.digits, result.diagnosis, result.worst

f(x) is a number, x an array of any shape, or a dict or list of arrays; g is the gradient
at x in the same shape, or a function that gives it. The verdict is 'pass', 'fail' or
'undecided', and nothing but a pass is true.

    gradcheck.check_jacobian(f, x, J)       # f gives an array; J is (f's size, x's size)
    gradcheck.check_vjp(f, x, vjp)          # vjp(x, u) is uᵀJ in the shape of x
    gradcheck.check_jvp(f, x, jvp)          # jvp(x, v) is J v in the shape of f(x)
    gradcheck.check_hessian(g, x, H)        # g(x) is a gradient, H its Jacobian
    gradcheck.check_torch(function, *tensors)   # a torch.autograd.Function's apply, say

One file over libgradcheck (gradcheck.h): it asks for the value at a point, and is told.
NumPy is used where arrays come in as NumPy's; without it lists do. MIT licence."""

import ctypes
import ctypes.util
import math
import os
import random

__all__ = ['check', 'check_jacobian', 'check_vjp', 'check_jvp', 'check_hessian', 'check_torch', 'Result']

_int, _double, _text = ctypes.c_int32, ctypes.c_double, ctypes.c_char_p
_doubles = ctypes.POINTER(_double)


def _struct(name, *fields):
    return type(name, (ctypes.Structure,), {'_fields_': list(fields)})


_Block = _struct('gw_gradcheck_block', ('name', ctypes.c_char * 24), ('first', _int), ('rows', _int), ('cols', _int))
_Problem = _struct('gw_gradcheck_problem', ('size', _int), ('blocks', _int), ('theta', _doubles),
                   ('gradient', _doubles), ('block', ctypes.POINTER(_Block)), ('seed', ctypes.c_uint64),
                   ('mode', ctypes.c_int))
_Ask = _struct('gw_gradcheck_ask', ('id', _int), ('entry', _int), ('value', _double))
_Entry = _struct('gw_gradcheck_entry', ('analytic', _double), ('numeric', _double), ('bound', _double),
                 ('digits', _double), ('verdict', ctypes.c_int), ('cause', ctypes.c_int))
_Summary = _struct('gw_gradcheck_summary', ('verdict', ctypes.c_int), ('cause', ctypes.c_int), ('entries', _int),
                   ('passed', _int), ('failed', _int), ('undecided', _int), ('zeros', _int), ('worst', _int),
                   ('digits', _double), ('noise', _double), ('evaluations', _double))
_Diagnosis = _struct('gw_diagnosis', ('key', ctypes.c_char * 32), ('text', ctypes.c_char * 192),
                     ('factor', _double))
_DIAGNOSES = 4
_VERSION = '2.'  # of the interface that is repeated above


def _load():
    here = os.path.dirname(os.path.realpath(__file__))
    name = 'libgradcheck.so.0'
    places = [os.environ.get('GRADCHECK_LIBRARY'), os.path.join(here, '../../../lib', name),
              os.path.join(here, '../../build', name), ctypes.util.find_library('gradcheck'), name]
    for place in places:
        try:
            library = ctypes.CDLL(place) if place else None
        except OSError:
            library = None
        if library is None:
            continue
        library.gw_gradcheck_version.restype = _text
        version = library.gw_gradcheck_version().decode()
        if not version.startswith(_VERSION):
            raise ImportError(f'{place} is libgradcheck {version}; this file speaks {_VERSION}x')
        library.gw_gradcheck_size_of.restype = ctypes.c_size_t
        for struct in (_Block, _Problem, _Ask, _Entry, _Summary, _Diagnosis):
            size = library.gw_gradcheck_size_of(struct.__name__.encode())
            if size != ctypes.sizeof(struct):
                raise ImportError(f'{struct.__name__} has {size} bytes in {place}, {ctypes.sizeof(struct)} here')
        return library
    raise ImportError(f'there is no {name}: make install, or name it in GRADCHECK_LIBRARY')


_library = _load()
_handle = ctypes.c_void_p
for _name, _result, *_arguments in (
        ('gw_gradcheck_bytes', ctypes.c_size_t, _int, _int),
        ('gw_gradcheck_start', ctypes.c_int, ctypes.POINTER(_Problem), _handle, ctypes.POINTER(_handle)),
        ('gw_gradcheck_next', ctypes.c_int, _handle, ctypes.POINTER(_Ask)),
        ('gw_gradcheck_point', ctypes.c_int, _handle, _int, _doubles),
        ('gw_gradcheck_tell', ctypes.c_int, _handle, _int, _double),
        ('gw_gradcheck_entry_result', ctypes.c_int, _handle, _int, ctypes.POINTER(_Entry)),
        ('gw_gradcheck_block_result', ctypes.c_int, _handle, _int, ctypes.POINTER(_Summary)),
        ('gw_gradcheck_result', ctypes.c_int, _handle, ctypes.POINTER(_Summary)),
        ('gw_diagnose_points', ctypes.c_int, ctypes.POINTER(_handle), _int, _int, _int, _double,
         ctypes.POINTER(_Diagnosis), ctypes.POINTER(_int)),
        ('gw_gradcheck_accept', ctypes.c_int, _handle, _double),
        ('gw_gradcheck_allow_noise', ctypes.c_int, _handle, _double),
        ('gw_verdict_text', _text, ctypes.c_int), ('gw_cause_text', _text, ctypes.c_int),
        ('gw_status_text', _text, ctypes.c_int)):
    getattr(_library, _name).restype, getattr(_library, _name).argtypes = _result, _arguments


def _must(status):
    if status != 0:
        raise ValueError('gradcheck: ' + _library.gw_status_text(status).decode())


class Result:
    """What was found. True if, and only if, it is a pass; repr() is the text."""

    def __init__(self, verdict, cause, digits, evaluations, worst, blocks, diagnosis):
        self.verdict, self.cause, self.digits, self.evaluations = verdict, cause, digits, evaluations
        self.worst = worst            # {'where', 'analytic', 'numeric', 'bound'}
        self.blocks = blocks          # {name: verdict}
        self.diagnosis = diagnosis    # [(key, text), …] of the first block that failed

    def __bool__(self):
        return self.verdict == 'pass'

    def __repr__(self):
        if self.verdict == 'pass':
            return f'pass: right to at least {self.digits:.1f} digits ({self.evaluations} evaluations)'
        w = self.worst
        lines = [f'{self.verdict}: {w["where"]} is {w["analytic"]:.10g}, measured {w["numeric"]:.10g} '
                 f'± {w["bound"]:.2g} ({self.evaluations} evaluations)']
        if self.cause:
            lines.append(f'  why: {self.cause}')
        return '\n'.join(lines + [f'  [{key}] {text}' for key, text in self.diagnosis])


def _shape(a):
    """Size, rows and columns of an array as a block: (n,) is n x 1, (a, b, c) is a x bc; and
    whether an entry is told by its row alone."""
    shape = tuple(getattr(a, 'shape', ()) or (len(a) if hasattr(a, '__len__') else 1,))
    rows = shape[0] if shape else 1
    size = 1
    for n in shape:
        size *= n
    return size, rows, size // rows if rows else 0, len(shape) < 2


def _numbers(a):
    if hasattr(a, 'detach'):
        a = a.detach().cpu().numpy()
    if hasattr(a, 'ravel'):
        return [float(v) for v in a.ravel()]
    if not hasattr(a, '__len__'):
        return [float(a)]
    return [w for v in a for w in _numbers(v)]


class _Parts:
    """x as a list of named arrays, and back."""

    def __init__(self, x):
        self.kind = dict if isinstance(x, dict) else list if isinstance(x, (list, tuple)) and any(
            hasattr(v, '__len__') for v in x) else None
        self.names = list(x) if self.kind is dict else \
            [f'x{i}' for i in range(len(x))] if self.kind is list else ['x']
        self.models = [x[k] for k in x] if self.kind is dict else list(x) if self.kind is list else [x]
        self.shapes = [_shape(m) for m in self.models]
        if not all(shape[0] for shape in self.shapes):
            raise ValueError('gradcheck: x has an empty part')

    def numbers(self, x, what):
        items = [x[k] for k in self.names] if self.kind is dict else list(x) if self.kind is list else [x]
        numbers = [_numbers(item) for item in items]
        for name, (size, *_), part in zip(self.names, self.shapes, numbers):
            if len(part) != size:
                raise ValueError(f'gradcheck: {what} has {len(part)} numbers where {name} has {size}')
        return [v for part in numbers for v in part]

    def pack(self, numbers):
        parts, first = [], 0
        for model, (size, *_) in zip(self.models, self.shapes):
            part = list(numbers[first:first + size])
            first += size
            if hasattr(model, 'detach'):
                part = model.detach().new_tensor(part).reshape(model.shape)
            elif hasattr(model, 'reshape'):
                part = type(model).__array__(model).astype(float).copy().reshape(-1)
                part[:] = numbers[first - size:first]
                part = part.reshape(model.shape)
            elif not hasattr(model, '__len__'):
                part = part[0]
            parts.append(part)
        return dict(zip(self.names, parts)) if self.kind is dict else parts if self.kind is list else parts[0]


def _at(entry, cols, by_row):
    return f'[{entry + 1}]' if by_row else f'[{entry // cols + 1},{entry % cols + 1}]'


def check(f, x, g, *, mode='entries', seed=1, examples=0, digits=0, noise=0):
    """Is g the gradient of f at x? `mode` is 'entries', or 'directions' for many parameters;
    examples is m where f is a mean over m examples, so that a forgotten mean can be named; digits
    accepts what agrees to so many, of a gradient in single precision, say; noise, by how much f
    may tremble at any distance, which may be a ripple too. Where g is a function
    and fails, it is checked at two points near x too: the diagnosis then holds at all of them."""
    parts = _Parts(x)
    theta = parts.numbers(x, 'x')

    def gradient(numbers):
        return parts.numbers(g(parts.pack(numbers)) if callable(g) else g, 'g')

    return _check(lambda numbers: float(f(parts.pack(numbers))), theta, gradient(theta),
                  list(zip(parts.names, parts.shapes)), mode, seed, examples, digits, noise,
                  gradient if callable(g) else None)


def _check(f, theta, gradient, blocks, mode, seed, examples, digits=0, noise=0, again=None):
    if mode not in ('entries', 'directions'):
        raise ValueError(f"gradcheck: mode is {mode!r}, not 'entries' or 'directions'")
    first = _run(f, theta, gradient, blocks, mode, seed, digits, noise)
    whole = _Summary()
    _must(_library.gw_gradcheck_result(first[0], whole))
    runs = [first]
    if again and _library.gw_verdict_text(whole.verdict) == b'fail':
        runs += _near(f, theta, again, blocks, mode, seed)
    return _result(runs, blocks, examples)


def _run(f, theta, gradient, blocks, mode, seed, digits=0, noise=0):
    """A check that has ended, and its memory."""
    n, first, described = len(theta), 0, (_Block * len(blocks))()
    for k, (name, (size, rows, cols, _)) in enumerate(blocks):
        described[k] = _Block(str(name).encode()[:23], first, rows, cols)
        first += size
    array = _double * n
    point = array(*theta)
    problem = _Problem(n, len(blocks), point, array(*gradient), described, seed, int(mode == 'directions'))
    memory = ctypes.create_string_buffer(_library.gw_gradcheck_bytes(n, len(blocks)) + 16)
    check, ask = _handle(), _Ask()
    aligned = (ctypes.addressof(memory) + 15) // 16 * 16
    _must(_library.gw_gradcheck_start(problem, aligned, check))
    _must(_library.gw_gradcheck_allow_noise(check, noise))
    moved = array()
    while _library.gw_gradcheck_next(check, ask):
        _must(_library.gw_gradcheck_point(check, ask.id, moved))
        _must(_library.gw_gradcheck_tell(check, ask.id, f(list(moved))))
    if digits:
        _must(_library.gw_gradcheck_accept(check, digits))
    return check, memory


def _near(f, theta, gradient, blocks, mode, seed):
    """Checks at two points around theta, each entry moved by half of its own size or, where that
    is 0, of its block's; where f has no value there, none."""
    rng, runs = random.Random(seed), []
    for _ in range(2):
        point, first = [], 0
        for _, (size, *_) in blocks:
            part = theta[first:first + size]
            first += size
            other = [v * v for v in part if v != 0]
            usual = (sum(other) / len(other)) ** 0.5 if other else 1
            point += [v + 0.5 * (abs(v) or usual) * rng.gauss(0, 1) for v in part]
        try:
            if math.isfinite(f(point)):
                runs.append(_run(f, point, gradient(point), blocks, mode, seed))
        except (ArithmeticError, ValueError):
            pass  # outside of the domain of f
    return runs


def _result(runs, blocks, examples):
    whole, entry, part = _Summary(), _Entry(), _Summary()
    check = runs[0][0]
    _must(_library.gw_gradcheck_result(check, whole))
    _must(_library.gw_gradcheck_entry_result(check, whole.worst, entry))
    where, first, verdicts, diagnosis, evaluations = f'x[{whole.worst + 1}]', 0, {}, [], 0
    for k, (name, (size, _, cols, by_row)) in enumerate(blocks):
        if first <= whole.worst < first + size:
            where = name + _at(whole.worst - first, cols, by_row)
        first += size
        _must(_library.gw_gradcheck_block_result(check, k, part))
        verdicts[name] = _library.gw_verdict_text(part.verdict).decode()
        if verdicts[name] == 'fail' and not diagnosis:
            found, count = (_Diagnosis * _DIAGNOSES)(), _int()
            checks = (_handle * len(runs))(*[run[0] for run in runs])
            _must(_library.gw_diagnose_points(checks, len(runs), k, examples, 0.0, found, count))
            diagnosis = [(d.key.decode(), d.text.decode()) for d in found[:count.value]]
    for run in runs:
        _must(_library.gw_gradcheck_result(run[0], part))
        evaluations += int(part.evaluations)
    verdict = _library.gw_verdict_text(whole.verdict).decode()
    cause = _library.gw_cause_text(whole.cause).decode() if verdict != 'pass' else ''
    return Result(verdict, cause, whole.digits, evaluations,
                  {'where': where, 'analytic': entry.analytic, 'numeric': entry.numeric, 'bound': entry.bound},
                  verdicts, diagnosis)


def _dot(u, v):
    return sum(a * b for a, b in zip(u, v))


def _named(result, row):
    result.worst['where'] = f'f[{row + 1}] by {result.worst["where"]}'
    return result


def _worse(a, b):
    order = ('pass', 'undecided', 'fail')
    if a is None or order.index(b.verdict) > order.index(a.verdict):
        return b
    return b if b.verdict == a.verdict == 'pass' and b.digits < a.digits else a


def check_jacobian(f, x, jacobian, *, seed=1):
    """Is J, or jacobian(x), the derivative of f's entries (rows) by those of x (columns)? Row by
    row, each a gradient of its own."""
    parts = _Parts(x)
    theta = parts.numbers(x, 'x')
    rows = jacobian(parts.pack(theta)) if callable(jacobian) else jacobian
    outputs = len(_numbers(f(parts.pack(theta))))
    numbers = _numbers(rows)
    if len(numbers) != outputs * len(theta):
        raise ValueError(f'gradcheck: J has {len(numbers)} numbers, not {outputs} x {len(theta)}')
    whole, evaluations = None, 0
    for r in range(outputs):
        row = numbers[r * len(theta):(r + 1) * len(theta)]
        result = _check(lambda t, r=r: _numbers(f(parts.pack(t)))[r], theta, row,
                        list(zip(parts.names, parts.shapes)), 'entries', seed, 0)
        evaluations += result.evaluations
        whole = _worse(whole, _named(result, r))
    whole.evaluations = evaluations
    return whole


def check_vjp(f, x, vjp, *, seed=1):
    """Is vjp(x, u) the product uᵀJ? For a random u, as the gradient of uᵀf."""
    parts = _Parts(x)
    theta = parts.numbers(x, 'x')
    value = f(parts.pack(theta))
    of = _Parts(value)
    rng = random.Random(seed)
    u = [rng.gauss(0, 1) for _ in of.numbers(value, 'f(x)')]
    return check(lambda t: _dot(u, _numbers(f(t))), x, lambda t: vjp(t, of.pack(u)), seed=seed)


def check_jvp(f, x, jvp, *, seed=1):
    """Is jvp(x, v) the product J v? For a random v, as the slopes of the entries of f(x + t v)
    at t = 0: uᵀf for each unit vector u."""
    parts = _Parts(x)
    theta = parts.numbers(x, 'x')
    rng = random.Random(seed)
    v = [rng.gauss(0, 1) for _ in theta]
    slopes = _numbers(jvp(parts.pack(theta), parts.pack(v)))

    def along(t):
        return f(parts.pack([a + t[0] * b for a, b in zip(theta, v)]))

    return check_jacobian(along, [0.0], [[s] for s in slopes], seed=seed)


def check_hessian(g, x, hessian, *, seed=1):
    """Is H the derivative of the gradient g? The Jacobian of g, row by row."""
    return check_jacobian(g, x, hessian, seed=seed)


def check_torch(function, *tensors, mode='entries', seed=1):
    """Is the backward pass of function(*tensors) right? Tensors that require gradients are
    varied; the gradient is that of uᵀ function(…) for a random u."""
    import torch
    varied = {f'input{i}': t for i, t in enumerate(tensors) if t.requires_grad}
    if not varied:
        raise ValueError('gradcheck: no tensor requires a gradient')
    for name, t in varied.items():
        if t.dtype != torch.float64:
            raise ValueError(f'gradcheck: {name} is {t.dtype}; check in torch.float64')
    given = [t.detach() for t in tensors]
    generator = torch.Generator().manual_seed(seed)
    out = function(*given)
    u = torch.randn(out.shape, generator=generator, dtype=torch.float64)

    def call(parts, grad):
        args = [parts.get(f'input{i}', t) for i, t in enumerate(given)]
        if grad:
            args = [a.clone().requires_grad_(f'input{i}' in parts) for i, a in enumerate(args)]
        return args, (function(*args) * u).sum()

    def gradient(parts):
        args, value = call(parts, True)
        value.backward()
        return {f'input{i}': torch.zeros_like(a) if a.grad is None else a.grad
                for i, a in enumerate(args) if f'input{i}' in parts}

    return check(lambda parts: float(call(parts, False)[1]), {k: t.detach() for k, t in varied.items()},
                 gradient, mode=mode, seed=seed)
