// Chapter 6: the bowl of the O-rings from above, and two descents on it.
'use strict';

(() => {
  const FLIGHTS = live.accepted('08-logistic-regression/oring', 'flights'), GRID = 49, MOST = 500;
  const LEVELS = [0.46, 0.5, 0.56, 0.64, 0.8, 1, 1.3, 1.7, 2.2, 2.8, 3.5, 4.3];
  const VIEW = [-5, 3.5, -4.5, 3.5];

  live.figure('06-cost-surface/contours', {
    question: 'Both starts reach the same lowest point. Will they if x is only centred, or only stretched, with the same α? And with the squared error?',
    state: {
      w: live.number('start w', 3, { low: -100, high: 100 }), b: live.number('start b', 2.5, { low: -100, high: 100 }),
      w2: live.number('other w', -3.5, { low: -100, high: 100 }), b2: live.number('other b', 2.8, { low: -100, high: 100 }),
      alpha: live.number('rate α', 1, { above: 0, high: 1e6 }),
      loss: live.choice('loss', 'log', [['log', 'logarithmic'], ['squared', 'squared error']]),
      scaling: live.choice('temperature', 'both', [['both', 'centred and stretched'], ['centred', 'centred only'], ['stretched', 'stretched only'], ['none', 'as measured']]),
      k: live.number('step', 60, { low: 0, high: MOST, whole: true }),
    },
    build(figure) {
      if (!FLIGHTS) throw new Refused('This figure needs the flights of chapter 8, which is not here.');
      const { gw } = figure, m = FLIGHTS.length;
      const X = gw.matrix(1, m), Y = gw.matrix(1, m), mean = gw.matrix(1, 1), scale = gw.matrix(1, 1), path = gw.matrix(3, 2), zero = gw.matrix(1, 1), one = gw.matrix(1, 1);
      const measured = gw.matrix(1, m);
      one.data[0] = 1;
      FLIGHTS.forEach(([t, y], i) => { measured.data[i] = t; Y.data[i] = y; });
      gw.scaling_fit(measured, mean, scale);
      const [mu, s] = [mean.data[0], scale.data[0]];
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      const plane = new live.Plot(figure, row, { label: 'Lines of equal cost, and two descents', share: 1.6, ratio: 0.8, x: { label: 'w' }, y: { label: 'b' } });
      const costs = new live.Plot(figure, row, { label: 'The cost by step', ratio: 0.9, x: { label: 'step' }, y: { label: 'J' } });
      figure.legend()([['one start', 'c2'], ['another start', 'c3'], ['equal cost', 'soft']]);
      figure.stepper(() => MOST);
      figure.controls('live-fields', ...['w', 'b', 'w2', 'b2', 'alpha'].map(key => figure.field(key, { size: 5 })), figure.field('loss'), figure.field('scaling'));
      const numbers = figure.numbers({ first: 'one start: w, b', J: 'its cost', second: 'the other: w, b', J2: 'its cost', how: 'how it goes' }, ['how']);
      let seen, known, bowl;

      // The parameters of a model that says the same, when x is scaled so; and back.
      const centred = () => ['both', 'centred'].includes(figure.state.scaling), stretched = () => ['both', 'stretched'].includes(figure.state.scaling);
      const there = (w, b) => [stretched() ? w : w / s, centred() ? b : b - w * mu / s];
      const back = (w, b) => { const own = stretched() ? w : w * s; return [own, centred() ? b : b + own * mu / s]; };
      const criterion = () => figure.state.loss === 'log' ? gw.LOG_LOSS : gw.SQUARED_ERROR;

      function surface() {
        const { loss, scaling } = figure.state, key = `${loss} ${scaling}`;
        if (key === known) return;
        gw.scaling_apply(measured, centred() ? mean : zero, stretched() ? scale : one, X);
        const corners = [[VIEW[0], VIEW[2]], [VIEW[0], VIEW[3]], [VIEW[1], VIEW[2]], [VIEW[1], VIEW[3]]].map(([w, b]) => there(w, b));
        const range = i => [Math.min(...corners.map(c => c[i])), Math.max(...corners.map(c => c[i]))];
        const [[a, z], [c, d]] = [range(0), range(1)], values = new Float64Array(GRID * GRID);
        for (let j = 0; j < GRID; j++) for (let i = 0; i < GRID; i++)
          values[j * GRID + i] = gw.cost_surface_value(criterion(), X, Y, a + (z - a) * i / (GRID - 1), c + (d - c) * j / (GRID - 1));
        const levels = loss === 'log' ? [...LEVELS, 6, 9, 13, 18] : [0.08, 0.09, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.34];
        bowl = { a, z, c, d, lines: levels.flatMap(level => live.zeros(values.map(J => J - level), GRID)) };
        known = key;
      }

      // From a start: [w, b, J] step by step, as far as J is finite.
      function descend(start) {
        let [w, b] = there(...start);
        const list = [[w, b, gw.cost_surface_value(criterion(), X, Y, w, b)]];
        try {
          for (let i = 0; i < MOST; i++) {
            gw.cost_surface_descend(criterion(), X, Y, w, b, figure.state.alpha, path);
            [w, b] = [path.data[1], path.data[3]];
            list.push([w, b, path.data[5]]);
          }
        } catch (error) { if (!(error instanceof GwError)) throw error; }
        return list;
      }

      const handle = (label, kind, w, b) => plane.handle({
        label, kind, low: () => plane.a, high: () => plane.b, step: () => (plane.b - plane.a) / 85, free: true, lowY: () => plane.c, highY: () => plane.d, stepY: () => (plane.d - plane.c) / 80,
        get: () => there(figure.state[w], figure.state[b]),
        move: (x, y) => { const [own, other] = back(x, y); figure.set({ [w]: Number(own.toPrecision(6)), [b]: Number(other.toPrecision(6)) }); },
        says: () => `w = ${live.words(figure.state[w], 3)}, b = ${live.words(figure.state[b], 3)}`,
      });
      handle('one start', 'c2', 'w', 'b');
      handle('another start', 'c3', 'w2', 'b2');

      function draw() {
        const { w, b, w2, b2, k } = figure.state;
        surface();
        plane.x.label = stretched() ? 'w (per standard deviation)' : 'w (per degree)';
        const runs = [descend([w, b]), descend([w2, b2])], shown = runs.map(run => run.slice(0, k + 1));
        plane.begin([bowl.a, bowl.z], [bowl.c, bowl.d]);
        const at = (i, low, high) => low + (high - low) * i / (GRID - 1);
        plane.add('path', { class: 'line thin', d: bowl.lines.map(([x0, y0, x1, y1]) => `M${plane.px(at(x0, bowl.a, bowl.z)).toFixed(1)} ${plane.py(at(y0, bowl.c, bowl.d)).toFixed(1)}L${plane.px(at(x1, bowl.a, bowl.z)).toFixed(1)} ${plane.py(at(y1, bowl.c, bowl.d)).toFixed(1)}`).join('') });
        shown.forEach((run, i) => { plane.curve(run, i ? 'c3' : 'c2'); if (k <= 100) plane.dots(run, i ? 'c3' : 'c2', 2.6); plane.dots([run[run.length - 1]], 'now', 6); });
        plane.end();
        const highest = Math.max(...shown.flat().map(point => point[2]).filter(Number.isFinite));
        costs.begin([0, Math.max(10, k)], [0, 1.05 * Math.min(20, highest)]);
        shown.forEach((run, i) => costs.curve(run.map((point, step) => [step, point[2]]), i ? 'c3' : 'c2'));
        costs.end();
        const [p, q] = shown.map(run => run[run.length - 1]), left = runs.some(run => run.length <= k);
        const rises = shown.map(run => run.filter((point, i) => i && point[2] > run[i - 1][2] * (1 + 1e-12)).length);
        const how = left ? 'it diverges: the cost has left the numbers' : rises[0] + rises[1] ? `the costs have risen in ${rises[0]} and ${rises[1]} of ${k} steps: α is too large here` : 'both costs have fallen step by step';
        numbers({ first: `${live.words(p[0])}, ${live.words(p[1])}`, J: live.words(p[2]), second: `${live.words(q[0])}, ${live.words(q[1])}`, J2: live.words(q[2]), how });
        figure.say(`After step ${k}: costs ${live.words(p[2], 4)} and ${live.words(q[2], 4)}; ${how}.`);
        seen = { paths: shown, how, rises };
      }
      return { draw, seen: () => seen };
    },
  });
})();
