// Chapter 1: secants through a point, and how far each is from the tangent's slope.
'use strict';

live.figure('01-derivative/secants', {
  state: {
    f: live.text('f(x)', 'exp(x)'),
    x: live.number('point x', 0),
    h: live.number('h', 2, { low: -10, high: 10 }),
  },
  build(figure) {
    const { gw } = figure;
    const f = live.formula(gw, 'f(x)'), judge = live.judge(gw);
    const row = live.make('div', { class: 'live-row live-plots' });
    figure.host.append(row);
    const main = new live.Plot(figure, row, { label: 'The curve, secants and the tangent', share: 1.5, x: { label: 'x' }, y: { label: 'f(x)' } });
    const errors = new live.Plot(figure, row, { label: 'The error of the slope against h', share: 1.2, ratio: 0.8, x: { label: 'h', log: true }, y: { label: 'error of the slope', log: true } });
    const legend = figure.legend();
    const SHORTEST = 2 ** -52;
    figure.player({
      forward: () => figure.set({ h: figure.state.h / 2 }), back: () => figure.set({ h: Math.max(-10, Math.min(10, figure.state.h * 2)) }),
      reset: () => figure.set({ h: figure.kinds.h.value }), over: () => Math.abs(figure.state.h) <= SHORTEST,
      finish: () => figure.set({ h: SHORTEST }),
    });
    figure.controls('live-fields', figure.field('f', { size: 18 }), figure.field('x'), figure.field('h', { size: 12 }));
    const numbers = figure.numbers({ secant: 'slope of the secant', slope: "f'(x), by the rules", error: 'they differ by', digits: 'digits that remain', measured: "f'(x), measured", verdict: 'the checker says' });
    let view, drawn, seen;

    // NaN where there is no such slope.
    const attempt = slope => { try { return slope(); } catch (error) { if (error instanceof GwError) return NaN; throw error; } };
    const secant = (x, h) => attempt(() => gw.derivative_secant(x, f.value(x), x + h, f.value(x + h)));
    const DIFFERENCES = [
      ['forward', 'c1', (x, h) => attempt(() => gw.derivative_forward(f.value(x), f.value(x + h), h))],
      ['central', 'c2', (x, h) => attempt(() => gw.derivative_central(f.value(x - h), f.value(x + h), h))],
    ];
    legend([['f', 'c1'], ['secant, to x + h', 'ink bold'], ['secants for h/2, h/4', 'soft'], ['tangent', 'tangent'], ['error of the secant, a forward difference', 'c1'], ['error of the central one, from x − h to x + h', 'c2']]);

    const size = () => Math.max(1e-16, Math.abs(figure.state.h));
    const step = () => 10 ** Math.round(Math.log10((main.b - main.a) / 100));
    main.handle({
      label: 'point x', kind: 'c1', low: () => main.a, high: () => main.b, step,
      get: () => [figure.state.x, f.value(figure.state.x)], move: x => figure.set({ x: Number(x.toPrecision(6)) }),
      says: () => `x = ${live.words(figure.state.x)}, f(x) = ${live.words(f.value(figure.state.x))}`,
    });
    main.handle({
      label: 'second point, x + h', kind: 'ink', low: () => main.a, high: () => main.b, step,
      get: () => [figure.state.x + figure.state.h, f.value(figure.state.x + figure.state.h)],
      move: x => { const h = Number((x - figure.state.x).toPrecision(6)); if (h !== 0 && Math.abs(h) <= 10) figure.set({ h }); },
      says: () => `h = ${live.words(figure.state.h)}`,
    });
    errors.handle({
      label: 'h', kind: 'ink', low: 1e-16, high: 10, step: 10 ** 0.1, get: () => [size(), seen ? seen.error : 1],
      move: h => figure.set({ h: Number((Math.sign(figure.state.h) * h).toPrecision(6)) }),
      says: () => `h = ${live.words(figure.state.h)}, error ${live.words(seen.error, 2)}`,
    });

    function look(text, x) {
      if (text === figure.kinds.f.value && x >= -1 && x <= 2.4) view = [-1, 3.8, [-0.6, 9.4], 2.4];
      else if (text !== drawn || !view || !(x >= view[0] && x <= view[1])) view = [x - 3, x + 3, null, x + 3];
      drawn = text;
    }

    function draw() {
      const { f: text, x, h } = figure.state;
      if (h === 0) throw new Refused('h must not be 0: through one point go many lines.');
      f.read(text);
      const y = f.value(x), slope = f.slope(x);
      if (!Number.isFinite(y)) throw new Refused(`f has no value at x = ${live.words(x)}.`);
      look(text, x);
      const [a, b, heights, end] = view;
      const curve = live.sampled(f.value, a, end, 137);
      const secants = [h, h / 2, h / 4].map(dx => [x, y, dx, f.value(x + dx), secant(x, dx)]);
      main.begin([a, b], heights || live.heights(curve));
      const line = (kind, s) => { if (Number.isFinite(s)) main.curve([a, b].map(at => [at, gw.derivative_tangent(x, y, s, at)]), kind); };
      secants.forEach(([, , , , s], i) => line(i ? 'soft' : 'ink bold', s));
      line('tangent', slope);
      main.curve(curve, 'c1');
      main.dots(secants.map(([, , dx, y1]) => [x + dx, y1]), 'ink');

      const error = Math.abs(secants[0][4] - slope);
      const lists = DIFFERENCES.map(([, kind, difference]) => [kind, Array.from({ length: 86 }, (_, i) => { const at = 10 ** (1 - i / 5); return [at, Math.abs(difference(x, at) - slope)]; })]);
      const all = lists.flatMap(([, list]) => list.map(([, e]) => e)).filter(e => e > 0 && Number.isFinite(e));
      errors.begin([1e-16, 10], all.length ? [Math.max(1e-16, Math.min(...all)) / 3, Math.max(...all) * 3] : [1e-16, 1]);
      for (const [kind, list] of lists) errors.curve(list, kind);
      errors.dots([[size(), error]], 'now', 6);
      const found = judge(f.value, x, slope);
      seen = { curve, secants, x, h, slope, error, numeric: found.numeric, bound: found.bound, verdict: found.verdict };
      main.end();
      errors.end();

      const digits = error === 0 ? 16 : Math.max(0, Math.min(16, -Math.log10(error / Math.abs(slope || 1))));
      numbers({
        secant: live.words(secants[0][4], 10), slope: live.words(slope, 10), error: live.words(error, 3),
        digits: Number.isFinite(digits) ? live.words(digits, 2) : 'none', measured: `${live.words(found.numeric, 10)} ± ${live.words(found.bound, 2)}`, verdict: found.words,
      });
      figure.say(`h = ${live.words(h)}: the secant's slope is ${live.words(secants[0][4])}, the tangent's ${live.words(slope)}.`);
    }
    return { draw, seen: () => seen };
  },
});
