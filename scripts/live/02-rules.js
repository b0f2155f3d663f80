// Chapter 2: a rectangle whose sides grow, and what its area gains.
'use strict';

live.figure('02-rules/product', {
  state: {
    f: live.text('f(x)', 'x^2'),
    g: live.text('g(x)', 'exp(x)'),
    x: live.number('x', 1),
    h: live.number('h', 0.25, { above: 0, high: 10 }),
  },
  build(figure) {
    const { gw } = figure;
    const f = live.formula(gw, 'f(x)'), g = live.formula(gw, 'g(x)'), judge = live.judge(gw);
    const row = live.make('div', { class: 'live-row live-plots' });
    figure.host.append(row);
    const plot = new live.Plot(figure, row, { label: 'The rectangle and what it gains', ratio: 0.6 });
    const shortest = 2 ** -20;
    figure.player({
      forward: () => figure.set({ h: figure.state.h / 2 }), back: () => figure.set({ h: Math.min(10, figure.state.h * 2) }), reset: () => figure.set({ h: figure.kinds.h.value }),
      over: () => figure.state.h <= shortest, finish: () => figure.set({ h: shortest }), delay: 300,
    });
    figure.controls('live-fields', figure.field('f', { size: 12 }), figure.field('g', { size: 12 }), figure.field('x', { size: 5 }), figure.field('h'));
    const numbers = figure.numbers({ top: 'strip Δf·g, over h', side: 'strip f·Δg, over h', corner: 'corner Δf·Δg, over h', all: 'all three, over h', rule: "f'g + fg', by the rule", measured: 'slope of fg, measured', verdict: 'the checker says' });
    let seen;

    plot.handle({
      label: 'the corner, h', kind: 'c2', low: () => seen.G * 1.0001, high: () => plot.b, step: () => Math.max(1e-6, seen.DG / 10),
      get: () => [seen.G + seen.DG, seen.F + seen.DF],
      // The side g grows with h, nearly in proportion.
      move: at => figure.set({ h: Number(Math.min(10, figure.state.h * Math.max(0.2, Math.min(5, (at - seen.G) / seen.DG))).toPrecision(6)) }),
      says: () => `h = ${live.words(figure.state.h)}`,
    });

    function draw() {
      const { f: text, g: other, x, h } = figure.state;
      f.read(text);
      g.read(other);
      const [F, G] = [f.value(x), g.value(x)], [DF, DG] = [f.value(x + h) - F, g.value(x + h) - G], [df, dg] = [f.slope(x), g.slope(x)];
      if (!(F > 0 && G > 0 && DF > 0 && DG > 0) || ![F, G, DF, DG, df, dg].every(Number.isFinite))
        throw new Refused('This is a picture of areas: choose f and g that are above 0 and grow from x to x + h.');
      plot.begin([-0.62 * G / Math.E, 1.04 * (G + DG)], [-0.28 * F, 1.08 * (F + DF)]);
      plot.back.replaceChildren();
      const rect = (kind, a, b, c, d, words) => {
        const [x0, x1, y0, y1] = [plot.px(a), plot.px(b), plot.py(d), plot.py(c)];
        plot.add('rect', { class: kind, x: x0, y: y0, width: x1 - x0, height: y1 - y0 });
        if (x1 - x0 > 7 * words.length && y1 - y0 > 18) plot.word((a + b) / 2, (c + d) / 2, words, '', 'middle');
      };
      rect('old', 0, G, 0, F, `f·g = ${live.words(F * G, 3)}`);
      rect('top', 0, G, F, F + DF, `Δf·g = ${live.words(DF * G, 3)}`);
      rect('side', G, G + DG, 0, F, `f·Δg = ${live.words(F * DG, 3)}`);
      rect('corner', G, G + DG, F, F + DF, `Δf·Δg = ${live.words(DF * DG, 3)}`);
      plot.word(G / 2, -0.12 * F, `g = ${live.words(G, 3)}`, '', 'middle');
      plot.word(G + DG / 2, -0.24 * F, `Δg = ${live.words(DG, 3)}`, '', 'middle');
      plot.word(-0.04 * G, F / 2, `f = ${live.words(F, 3)}`, '', 'end');
      plot.word(-0.04 * G, F + DF / 2, `Δf = ${live.words(DF, 3)}`, '', 'end');
      const rule = gw.rules_product(F, df, G, dg), found = judge(at => f.value(at) * g.value(at), x, rule);
      seen = { F, G, DF, DG, rule, numeric: found.numeric, bound: found.bound, verdict: found.verdict };
      plot.end();
      const all = (DF * G + F * DG + DF * DG) / h;
      numbers({
        top: live.words(DF * G / h), side: live.words(F * DG / h), corner: live.words(DF * DG / h), all: live.words(all), rule: live.words(rule, 8),
        measured: `${live.words(found.numeric, 8)} ± ${live.words(found.bound, 2)}`, verdict: found.words,
      });
      figure.say(`h = ${live.words(h)}: strips and corner over h are ${live.words(all, 5)}, the corner alone ${live.words(DF * DG / h, 3)}.`);
    }
    return { draw, seen: () => seen };
  },
});
