// Chapter 2: a rectangle whose sides grow, and what its area gains; and the table, row by row.
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
    const plot = new live.Plot(figure, row, { label: 'The rectangle and what it gains', ratio: 0.6, bare: true });
    const shortest = 2 ** -20;
    figure.player({
      forward: () => figure.set({ h: figure.state.h / 2 }), back: () => figure.set({ h: Math.min(10, figure.state.h * 2) }), reset: () => figure.set({ h: figure.kinds.h.value }),
      over: () => figure.state.h <= shortest, finish: () => figure.set({ h: shortest }), delay: 300,
    });
    figure.controls('live-fields', figure.field('f', { size: 12 }), figure.field('g', { size: 12 }), figure.field('x'), figure.field('h', { size: 12 }));
    const numbers = figure.numbers({ top: 'strip Δf·g, over h', side: 'strip f·Δg, over h', corner: 'corner Δf·Δg, over h', all: 'all three, over h', rule: "f'g + fg', by the rule", measured: 'slope of fg, measured', verdict: 'the checker says' });
    let seen;

    // Both sides grow with h, nearly in proportion: one that is to be so many times as long
    // asks for so many times h.
    const grow = times => figure.set({ h: Number(Math.min(10, figure.state.h * Math.max(0.2, Math.min(5, times))).toPrecision(3)) });
    const wider = { kind: 'c2', low: () => seen.G * 1.0001, high: () => plot.b, step: () => Math.max(1e-6, seen.DG / 10), move: at => grow((at - seen.G) / seen.DG) };
    plot.handle({ ...wider, label: 'the corner, h', get: () => [seen.G + seen.DG, seen.F + seen.DF], says: () => `h = ${live.words(figure.state.h)}` });
    plot.handle({ ...wider, kind: 'c3 small', label: 'the side g', get: () => [seen.G + seen.DG, seen.F / 2], says: () => `Δg = ${live.words(seen.DG, 4)}, h = ${live.words(figure.state.h)}` });
    plot.handle({
      kind: 'c2 small', label: 'the side f', upright: true, low: () => seen.F * 1.0001, high: () => plot.d, step: () => Math.max(1e-6, seen.DF / 10),
      get: () => [seen.G / 2, seen.F + seen.DF], move: (_, at) => grow((at - seen.F) / seen.DF), says: () => `Δf = ${live.words(seen.DF, 4)}, h = ${live.words(figure.state.h)}`,
    });

    function draw() {
      const { f: text, g: other, x, h } = figure.state;
      f.read(text);
      g.read(other);
      const [F, G] = [f.value(x), g.value(x)], [DF, DG] = [f.value(x + h) - F, g.value(x + h) - G], [df, dg] = [f.slope(x), g.slope(x)];
      if (!(F > 0 && G > 0 && DF > 0 && DG > 0) || ![F, G, DF, DG, df, dg].every(Number.isFinite))
        throw new Refused('This is a picture of areas: choose f and g that are above 0 and grow from x to x + h.');
      // What stands left of the rectangle and below it needs its room in letters, on a phone too.
      const wide = 1.04 * (G + DG), high = 1.08 * (F + DF), room = 104, line = 17, left = Math.max(0.62 * G / Math.E, wide * room / Math.max(room, plot.across() - 12 - room));
      plot.begin([-left, wide], [-high * 2.3 * line / (plot.high() - 12 - 2.3 * line), high]);
      const rect = (kind, a, b, c, d, words) => {
        const [x0, x1, y0, y1] = [plot.px(a), plot.px(b), plot.py(d), plot.py(c)];
        plot.add('rect', { class: kind, x: x0, y: y0, width: x1 - x0, height: y1 - y0 });
        if (x1 - x0 > 7 * words.length && y1 - y0 > 18) plot.word((a + b) / 2, (c + d) / 2, words, 'within', 'middle');
      };
      rect('old', 0, G, 0, F, `f·g = ${live.words(F * G, 3)}`);
      rect('top', 0, G, F, F + DF, `Δf·g = ${live.words(DF * G, 3)}`);
      rect('side', G, G + DG, 0, F, `f·Δg = ${live.words(F * DG, 3)}`);
      rect('corner', G, G + DG, F, F + DF, `Δf·Δg = ${live.words(DF * DG, 3)}`);
      const below = lines => plot.yAt(plot.py(0) + lines * line);
      plot.word(G / 2, below(1), `g = ${live.words(G, 3)}`, '', 'middle');
      plot.word(G + DG, below(2), `Δg = ${live.words(DG, 3)}`, '', 'end');
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

// The table: a function above, its derivative below, and a point that walks along both.
(() => {
  // Block of the accepted data, the function, what is written, and a parameter's name and value.
  const ROWS = [
    ['constant', 'CONSTANT', 'c', 'c', 1], ['power', 'POWER', 'xⁿ', 'n', 3], ['sqrt', 'SQRT', '√x'], ['to-the-x', 'EXPONENTIAL', 'aˣ', 'a', 0.5], ['exp', 'EXP', 'eˣ'],
    ['ln', 'LN', 'ln x'], ['log', 'LOG', 'logₐ x', 'a', 10], ['sin', 'SIN', 'sin x'], ['cos', 'COS', 'cos x'], ['tan', 'TAN', 'tan x'], ['arctan', 'ARCTAN', 'arctan x'],
    ['arcsin', 'ARCSIN', 'arcsin x'], ['sinh', 'SINH', 'sinh x'], ['cosh', 'COSH', 'cosh x'], ['tanh', 'TANH', 'tanh x'],
  ];
  const REACH = 3, SAMPLES = 241;
  const row_of = key => ROWS.find(([name]) => name === key);

  live.figure('02-rules/elementary', {
    state: {
      row: live.choice('row of the table', 'sin', ROWS.map(([key, , words]) => [key, words])),
      p: live.number('parameter', 1, { low: -100, high: 100 }),
      x: live.number('x', -1, { low: -REACH, high: REACH }),
      show: live.choice("f' is drawn", 'far', [['all', 'whole'], ['far', 'as far as x']]),
    },
    build(figure) {
      const { gw } = figure, judge = live.judge(gw);
      const FN = { CONSTANT: gw.FN_CONSTANT, POWER: gw.FN_POWER, SQRT: gw.FN_SQRT, EXPONENTIAL: gw.FN_EXPONENTIAL, EXP: gw.FN_EXP, LN: gw.FN_LN, LOG: gw.FN_LOG, SIN: gw.FN_SIN,
        COS: gw.FN_COS, TAN: gw.FN_TAN, ARCTAN: gw.FN_ARCTAN, ARCSIN: gw.FN_ARCSIN, SINH: gw.FN_SINH, COSH: gw.FN_COSH, TANH: gw.FN_TANH };
      const column = live.make('div', { class: 'live-row live-plots live-above' });
      figure.host.append(column);
      const upper = new live.Plot(figure, column, { label: 'The function and its tangent', ratio: 0.3, y: { label: 'f(x)' } });
      const lower = new live.Plot(figure, column, { label: 'Its derivative', ratio: 0.3, x: { label: 'x' }, y: { label: "f'(x)" } });
      figure.legend()([['f', 'c1'], ["f'", 'c2'], ['tangent at x', 'tangent']]);
      const go = x => figure.set({ x: Math.max(-REACH, Math.min(REACH, Number(x.toPrecision(6)))) });
      figure.player({
        forward: () => go(figure.state.x + 0.1), back: () => go(figure.state.x - 0.1), reset: () => go(-REACH), over: () => figure.state.x >= REACH,
        tick: () => go(figure.state.x + 0.05), finish: () => go(REACH), delay: 50,
      });
      const parameter = figure.field('p', { size: 5 });
      figure.controls('live-fields', figure.field('row'), parameter, figure.field('x'), figure.field('show'));
      // Another row comes with the parameter that it has in the picture.
      const choice = figure.fields.row;
      choice.oninput = () => figure.attempt(choice, () => figure.set({ row: choice.value, p: row_of(choice.value)[4] ?? 1 }));
      const numbers = figure.numbers({ f: 'f(x)', slope: "f'(x), by the table", measured: 'slope, measured', verdict: 'the checker says' }, ['verdict']);
      let seen;

      // NaN where there is none.
      const or_nan = act => { try { return act(); } catch (error) { if (error instanceof GwError) return NaN; throw error; } };
      const value = x => or_nan(() => gw.rules_value(FN[row_of(figure.state.row)[1]], figure.state.p, x));
      const slope = x => or_nan(() => gw.rules_slope(FN[row_of(figure.state.row)[1]], figure.state.p, x));
      const handle = (plot, label, f) => plot.handle({
        label, kind: plot === upper ? 'c1' : 'c2', low: -REACH, high: REACH, step: 0.1, get: () => [figure.state.x, Number.isFinite(f(figure.state.x)) ? f(figure.state.x) : 0],
        move: go, says: () => `x = ${live.words(figure.state.x)}, ${Number.isFinite(f(figure.state.x)) ? live.words(f(figure.state.x)) : 'no value'}`,
      });
      handle(upper, 'x on the function', value);
      handle(lower, 'x on the derivative', slope);

      function draw() {
        const [key, , words, name] = row_of(figure.state.row);
        parameter.hidden = !name;
        if (name) parameter.firstChild.textContent = name;
        const { p, x, show } = figure.state;
        if (![-2.5, -1.5, -0.5, 0.5, 1.5, 2.5].some(at => Number.isFinite(value(at)))) throw new Refused(`${words} has no value for ${name} = ${live.words(p)}.`);
        const y = value(x), dy = slope(x), curve = live.sampled(value, -REACH, REACH, SAMPLES), slopes = live.sampled(slope, -REACH, REACH, SAMPLES);
        // At a pole the curve goes off the picture, and comes back on the other side.
        const broken = points => points.map(([at, height]) => [at, Math.abs(height) < 12 ? height : NaN]);
        upper.begin([-REACH, REACH], [-REACH, REACH]);
        upper.curve(broken(curve), 'c1');
        if (Number.isFinite(dy)) upper.curve([-0.7, 0.7].map(at => [x + at, gw.derivative_tangent(x, y, dy, x + at)]), 'tangent');
        upper.end();
        lower.begin([-REACH, REACH], [-REACH, REACH]);
        lower.curve([[-REACH, 0], [REACH, 0]], 'ink');
        lower.curve(broken(slopes).filter(([at]) => show === 'all' || at <= x + 1e-9), 'c2');
        lower.end();
        const found = Number.isFinite(dy) ? judge(value, x, dy) : null;
        numbers({
          f: Number.isFinite(y) ? live.words(y) : 'no value', slope: Number.isFinite(dy) ? live.words(dy, 10) : 'no slope',
          measured: found ? `${live.words(found.numeric, 10)} ± ${live.words(found.bound, 2)}` : '–', verdict: found ? found.words : 'there is nothing to check here',
        });
        figure.say(Number.isFinite(dy) ? `At x = ${live.words(x)} the function is ${live.words(y, 4)}, its slope ${live.words(dy, 4)}.` : `At x = ${live.words(x)} there is no slope.`);
        seen = { row: key, p, curve, slopes, y, dy, ...found };
      }
      return { draw, seen: () => seen };
    },
  });
})();
