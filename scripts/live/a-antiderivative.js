// Appendix A: the area under a curve as a sum of rectangles whose ends one drags.
'use strict';

live.figure('a-antiderivative/riemann', {
  state: {
    f: live.text('f(x)', '1/(5 - 2*x)'),
    a: live.number('from a', 0, { low: -1000, high: 1000 }),
    b: live.number('to b', 2, { low: -1000, high: 1000 }),
    cuts: live.numbers('cuts', live.accepted('a-antiderivative/riemann', 'pieces_1').slice(1).map(([x, , w]) => Number((x - w / 2).toPrecision(6))), 63, { low: -1000, high: 1000 }),
    place: live.choice('height taken at', 'left', [['left', 'left ends'], ['middle', 'the middle'], ['right', 'right ends']]),
  },
  build(figure) {
    const { gw } = figure, f = live.formula(gw, 'f(x)'), FINE = 4096, PLACE = { left: gw.RIEMANN_LEFT, middle: gw.RIEMANN_MIDDLE, right: gw.RIEMANN_RIGHT };
    const row = live.make('div', { class: 'live-row live-plots' });
    figure.host.append(row);
    const plot = new live.Plot(figure, row, { label: 'The curve and the rectangles', share: 1.6, x: { label: 'x' }, y: { label: 'f(x)' } });
    const errors = new live.Plot(figure, row, { label: 'The error against the widest piece, as pieces are cut in two', ratio: 0.9, x: { label: 'widest piece', log: true }, y: { label: 'error', log: true } });
    const legend = figure.legend(), KIND = { left: 'c2', middle: 'c3', right: 'c4' };
    const halved = all => all.flatMap((x, i) => i ? [(all[i - 1] + x) / 2, x] : [x]);
    const ends = () => [figure.state.a, ...figure.state.cuts, figure.state.b];
    const inner = all => all.slice(1, -1).map(x => Number(x.toPrecision(10)));
    const finer = () => { if (figure.state.cuts.length > 30) throw new Refused('More than 62 pieces cannot be told apart here.'); figure.set({ cuts: inner(halved(ends())) }); };
    figure.player({
      forward: finer, back: () => figure.set({ cuts: figure.state.cuts.filter((_, i) => i % 2) }), reset: () => figure.set({ a: 0, b: 2, cuts: figure.kinds.cuts.value }),
      over: () => figure.state.cuts.length > 30, finish: () => { while (figure.state.cuts.length <= 30) finer(); }, delay: 700,
    });
    figure.controls('live-fields', figure.field('f', { size: 14 }), figure.field('a', { size: 4 }), figure.field('b', { size: 4 }), figure.field('place'));
    const numbers = figure.numbers({ pieces: 'pieces', widest: 'the widest', sum: 'their sum', area: `area, by ${FINE} middles`, error: 'they differ by' });
    let handles = [], known, area, rates, seen;

    // The sum over pieces between these ends, heights taken there.
    function sum(all, place) {
      const mark = gw.mark(), x = gw.matrix(1, all.length), t = gw.matrix(1, all.length - 1), y = gw.matrix(1, all.length - 1);
      try {
        x.data.set(all);
        gw.antiderivative_places(PLACE[place], x, t);
        for (let i = 0; i < t.data.length; i++) y.data[i] = f.value(t.data[i]);
        return { ...gw.antiderivative_sum(x, y), at: [...t.data], heights: [...y.data] };
      } finally { gw.release(mark); }
    }

    function place() {
      if (handles.length === figure.state.cuts.length) return;
      for (const handle of handles) handle.remove();
      const least = () => (plot.b - plot.a) * 1e-3;
      handles = figure.state.cuts.length > 15 ? [] : figure.state.cuts.map((_, i) => plot.handle({
        label: `end of piece ${i + 1}`, kind: 'ink small', low: () => ends()[i] + least(), high: () => ends()[i + 2] - least(), step: () => (figure.state.b - figure.state.a) / 100,
        get: () => [figure.state.cuts[i], 0], move: x => figure.set({ cuts: figure.state.cuts.map((each, j) => j === i ? Number(x.toPrecision(6)) : each) }), says: () => `x = ${live.words(figure.state.cuts[i], 4)}`,
      }));
    }

    function draw() {
      const { f: text, a, b } = figure.state, all = ends();
      f.read(text);
      if (!all.every((x, i) => !i || x > all[i - 1])) throw new Refused('The ends of the pieces must increase from a to b.');
      const found = sum(all, figure.state.place);
      // The area and the errors are of f, a and b alone; they stay while pieces are dragged, and
      // where others cannot be had.
      const key = JSON.stringify([text, a, b]);
      if (key !== known) {
        const whole = sum(Array.from({ length: FINE + 1 }, (_, i) => a + (b - a) * i / FINE), 'middle').sum, found = [];
        for (let i = 0, pieces = [a, b]; i < 9; i++, pieces = halved(pieces)) {
          const [left, middle] = [sum(pieces, 'left'), sum(pieces, 'middle')];
          found.push([left.widest, Math.abs(left.sum - whole), Math.abs(middle.sum - whole)]);
        }
        [area, rates, known] = [whole, found, key];
      }
      const curve = live.sampled(f.value, a, b, 201), [low, high] = live.heights([...curve, [0, 0]]);
      const kind = KIND[figure.state.place];
      legend([['f', 'c1'], ['left ends', 'c2'], ['middles', 'c3'], ...kind === 'c4' ? [['right ends', 'c4']] : []]);
      plot.begin([a, b], [Math.min(0, low), high]);
      found.heights.forEach((y, i) => {
        const [top, foot] = [plot.py(Math.max(0, y)), plot.py(Math.min(0, y))];
        plot.add('rect', { class: `piece ${kind}`, x: plot.px(all[i]), y: top, width: Math.max(0, plot.px(all[i + 1]) - plot.px(all[i])), height: Math.max(0, foot - top) });
      });
      plot.curve(curve, 'c1');
      plot.dots(found.at.map((x, i) => [x, found.heights[i]]), kind, 3);
      place();
      plot.end();
      const seenErrors = rates.flatMap(([, e, m]) => [e, m]).filter(e => e > 0);
      errors.begin([rates[8][0] / 1.5, rates[0][0] * 1.5], seenErrors.length ? [Math.min(...seenErrors) / 2, Math.max(...seenErrors) * 2] : [1e-9, 1]);
      errors.curve(rates.map(([w, e]) => [w, e]), 'c2');
      errors.curve(rates.map(([w, , e]) => [w, e]), 'c3');
      errors.dots([[found.widest, Math.abs(found.sum - area)]], 'now', 6);
      errors.end();
      numbers({ pieces: String(all.length - 1), widest: live.words(found.widest), sum: live.words(found.sum, 8), area: live.words(area, 8), error: live.words(Math.abs(found.sum - area), 3) });
      figure.say(`${all.length - 1} pieces: their sum is ${live.words(found.sum)}, the area ${live.words(area)}.`);
      seen = { curve, pieces: found.heights.map((y, i) => [(all[i] + all[i + 1]) / 2, y, all[i + 1] - all[i]]), sum: found.sum, widest: found.widest, area };
    }
    return { draw, seen: () => seen };
  },
});
