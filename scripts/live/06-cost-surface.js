// Chapter 6: the bowl of the O-rings from above, and two descents on it.
'use strict';

(() => {
  const FLIGHTS = live.accepted('08-logistic-regression/oring', 'flights'), GRID = 49, MOST = 500;
  const LEVELS = [0.46, 0.5, 0.56, 0.64, 0.8, 1, 1.3, 1.7, 2.2, 2.8, 3.5, 4.3];
  const VIEW = [-5, 3.5, -4.5, 3.5];

  live.figure('06-cost-surface/contours', {
    draws: { alpha: 'alpha', k: 'iterations' },
    state: {
      w: live.number('start w', 3, { low: -100, high: 100 }), b: live.number('start b', 2.5, { low: -100, high: 100 }),
      w2: live.number('other w', -3.5, { low: -100, high: 100 }), b2: live.number('other b', 2.8, { low: -100, high: 100 }),
      alpha: live.number('rate α', 1, { above: 0, high: 1e6 }),
      loss: live.choice('loss', 'log', [['log', 'logarithmic'], ['squared', 'squared error'], ['both', 'one beside the other']]),
      scaling: live.choice('temperature', 'both', [['both', 'centred and stretched'], ['centred', 'centred only'], ['stretched', 'stretched only'], ['none', 'as measured']]),
      k: live.number('step', 60, { low: 0, high: MOST, whole: true }),
    },
    build(figure) {
      if (!FLIGHTS) throw new Refused('This figure needs the flights of chapter 8, which is not here.');
      const { gw } = figure, m = FLIGHTS.length;
      const X = gw.matrix(1, m), Y = gw.matrix(1, m), mean = gw.matrix(1, 1), scale = gw.matrix(1, 1), path = gw.matrix(3, MOST + 1), zero = gw.matrix(1, 1), one = gw.matrix(1, 1);
      const measured = gw.matrix(1, m);
      one.data[0] = 1;
      FLIGHTS.forEach(([t, y], i) => { measured.data[i] = t; Y.data[i] = y; });
      gw.scaling_fit(measured, mean, scale);
      const [mu, s] = [mean.data[0], scale.data[0]];
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      // A plane for each loss; one of them, or both, are shown.
      const planes = [['log', 'logarithmic loss', gw.LOG_LOSS, [...LEVELS, 6, 9, 13, 18]], ['squared', 'squared error', gw.SQUARED_ERROR, [0.08, 0.09, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.34]]].map(([key, words, criterion, levels]) => ({
        key, words, criterion, levels, plot: new live.Plot(figure, row, { label: `Lines of equal cost, and two descents, with the ${words}`, share: 1.6, ratio: 0.8, x: {}, y: {} }),
      }));
      const costs = new live.Plot(figure, row, { label: 'The cost by step', ratio: 0.9, x: { label: 'step' }, y: { label: 'J' } });
      const legend = figure.legend();
      figure.stepper(() => MOST);
      figure.controls('live-fields', ...['w', 'b', 'w2', 'b2', 'alpha'].map(key => figure.field(key, { size: 5 })), figure.field('loss'), figure.field('scaling'));
      const numbers = figure.numbers({ first: 'one start: w, b', J: 'its cost', second: 'the other: w, b', J2: 'its cost', how: 'how it goes' }, ['how']);
      let seen;

      // The parameters of a model that says the same, when x is scaled so; and back.
      const centred = () => ['both', 'centred'].includes(figure.state.scaling), stretched = () => ['both', 'stretched'].includes(figure.state.scaling);
      const there = (w, b) => [stretched() ? w : w / s, centred() ? b : b - w * mu / s];
      const back = (w, b) => { const own = stretched() ? w : w * s; return [own, centred() ? b : b + own * mu / s]; };

      // The lines of equal cost of a plane, worked out once for each scaling.
      function survey(plane) {
        const { scaling } = figure.state;
        if (plane.known === scaling) return;
        const corners = [[VIEW[0], VIEW[2]], [VIEW[0], VIEW[3]], [VIEW[1], VIEW[2]], [VIEW[1], VIEW[3]]].map(([w, b]) => there(w, b));
        const range = i => [Math.min(...corners.map(c => c[i])), Math.max(...corners.map(c => c[i]))];
        const [[a, z], [c, d]] = [range(0), range(1)], values = new Float64Array(GRID * GRID), at = (i, low, high) => low + (high - low) * i / (GRID - 1);
        for (let j = 0; j < GRID; j++) for (let i = 0; i < GRID; i++) values[j * GRID + i] = gw.cost_surface_value(plane.criterion, X, Y, at(i, a, z), at(j, c, d));
        const lines = plane.levels.flatMap(level => live.zeros(values, GRID, level)).map(([x0, y0, x1, y1]) => [at(x0, a, z), at(y0, c, d), at(x1, a, z), at(y1, c, d)]);
        Object.assign(plane, { a, z, c, d, lines, known: scaling });
      }

      // From a start: [w, b, J] step by step, as far as J is finite.
      function descend(criterion, start) {
        path.data.fill(NaN);
        try {
          gw.cost_surface_descend(criterion, X, Y, ...there(...start), figure.state.alpha, path);
        } catch (error) { if (!(error instanceof GwError)) throw error; }
        const [w, b, J] = [0, 1, 2].map(i => path.data.subarray(i * (MOST + 1), (i + 1) * (MOST + 1)));
        const list = Array.from(J, (cost, i) => [w[i], b[i], cost]), end = J.findIndex(Number.isNaN);
        return end < 0 ? list : list.slice(0, end);
      }

      for (const { plot } of planes) {
        for (const [label, kind, w, b] of [['one start', 'c2', 'w', 'b'], ['another start', 'c3', 'w2', 'b2']]) plot.handle({
          label, kind, low: () => plot.a, high: () => plot.b, step: () => (plot.b - plot.a) / 85, free: true, lowY: () => plot.c, highY: () => plot.d, stepY: () => (plot.d - plot.c) / 80,
          get: () => there(figure.state[w], figure.state[b]),
          move: (x, y) => { const [own, other] = back(x, y); figure.set({ [w]: Number(own.toPrecision(6)), [b]: Number(other.toPrecision(6)) }); },
          says: () => `w = ${live.words(figure.state[w], 3)}, b = ${live.words(figure.state[b], 3)}`,
        });
      }

      // The two descents on a plane as far as step k, drawn over its lines.
      function walk(plane) {
        const { w, b, w2, b2, k } = figure.state, { plot } = plane;
        survey(plane);
        const runs = [descend(plane.criterion, [w, b]), descend(plane.criterion, [w2, b2])], shown = runs.map(run => run.slice(0, k + 1));
        plot.x.label = stretched() ? 'w (per standard deviation)' : 'w (per degree)';
        plot.y.label = figure.state.loss === 'both' ? `b, ${plane.words}` : 'b';
        plot.begin([plane.a, plane.z], [plane.c, plane.d]);
        plot.add('path', { class: 'line thin', d: plane.lines.map(([x0, y0, x1, y1]) => `M${plot.px(x0).toFixed(1)} ${plot.py(y0).toFixed(1)}L${plot.px(x1).toFixed(1)} ${plot.py(y1).toFixed(1)}`).join('') });
        shown.forEach((run, i) => { plot.curve(run, i ? 'c3' : 'c2'); if (k <= 100) plot.dots(run, i ? 'c3' : 'c2', 2.6); plot.dots([run[run.length - 1]], 'now', 6); });
        plot.end();
        return { shown, left: runs.some(run => run.length <= k), words: plane.words };
      }

      function draw() {
        const { loss, k } = figure.state;
        gw.scaling_apply(measured, centred() ? mean : zero, stretched() ? scale : one, X);
        for (const plane of planes) plane.plot.box.hidden = loss !== 'both' && loss !== plane.key;
        const walked = planes.filter(plane => !plane.plot.box.hidden).map(walk);
        const highest = Math.max(...walked.flatMap(({ shown }) => shown.flat()).map(point => point[2]).filter(Number.isFinite));
        costs.begin([0, Math.max(10, k)], [0, 1.05 * Math.min(20, highest)]);
        walked.forEach(({ shown }, which) => shown.forEach((run, i) => costs.curve(run.map((point, step) => [step, point[2]]), `${i ? 'c3' : 'c2'}${which ? ' faint' : ''}`)));
        costs.end();
        const told = walked.map(({ shown, left, words }) => {
          const rises = shown.map(run => run.filter((point, i) => i && point[2] > run[i - 1][2] * (1 + 1e-12)).length), ends = shown.map(run => run[run.length - 1]);
          const how = left ? 'it diverges: the cost has left the numbers' : rises[0] + rises[1] ? `the costs have risen in ${rises[0]} and ${rises[1]} of ${k} steps: α is too large here` : 'both costs have fallen step by step';
          return { rises, ends, how: loss === 'both' ? `${words}: ${how}` : how };
        });
        legend([['one start', 'c2'], ['another start', 'c3'], ['equal cost', 'soft'], ...loss === 'both' ? [['squared error', 'c3 faint'], ['', 'c2 faint']] : []]);
        const each = (i, show) => told.map(({ ends }) => show(ends[i])).join('; '), how = told.map(one => one.how).join('; ');
        numbers({ first: each(0, p => `${live.words(p[0])}, ${live.words(p[1])}`), J: each(0, p => live.words(p[2])), second: each(1, p => `${live.words(p[0])}, ${live.words(p[1])}`), J2: each(1, p => live.words(p[2])), how });
        figure.say(`After step ${k}: costs ${told.map(({ ends }) => ends.map(p => live.words(p[2], 4)).join(' and ')).join('; ')}; ${how}.`);
        seen = { paths: walked.flatMap(({ shown }) => shown), how, rises: told.flatMap(({ rises }) => rises) };
      }
      return { draw, seen: () => seen };
    },
  });
})();
