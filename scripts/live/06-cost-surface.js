// Chapter 6: the bowl of the O-rings, as a surface that can be turned and from above, and
// descents on it.
'use strict';

(() => {
  const FLIGHTS = live.accepted('08-logistic-regression/oring', 'flights'), LOWEST = live.accepted('06-cost-surface/bowl', 'minimum'), MOST = 500;
  const number = (label, value) => live.number(label, value, { low: -100, high: 100 });
  const LOSSES = [['log', 'logarithmic'], ['squared', 'squared error']], start = { w: number('start w', 3), b: number('start b', 2.5) };
  const model = {
    alpha: live.number('rate α', 1, { above: 0, high: 1e6 }),
    scaling: live.choice('temperature', 'both', [['both', 'centred and stretched'], ['centred', 'centred only'], ['stretched', 'stretched only'], ['none', 'as measured']]),
    k: live.number('step', 60, { low: 0, high: MOST, whole: true }),
  };

  // The flights in each scaling, and descents on their cost.
  function flights(figure) {
    if (!FLIGHTS) throw new Refused('This figure needs the flights of chapter 8, which is not here.');
    const { gw } = figure, m = FLIGHTS.length;
    const Y = gw.matrix(1, m), mean = gw.matrix(1, 1), scale = gw.matrix(1, 1), path = gw.matrix(3, MOST + 1), zero = gw.matrix(1, 1), one = gw.matrix(1, 1), measured = gw.matrix(1, m);
    one.data[0] = 1;
    FLIGHTS.forEach(([t, y], i) => { measured.data[i] = t; Y.data[i] = y; });
    gw.scaling_fit(measured, mean, scale);
    const [mu, s] = [mean.data[0], scale.data[0]];
    const scaled = Object.fromEntries([['both', mean, scale], ['centred', mean, one], ['stretched', zero, scale], ['none', zero, one]].map(([key, from, by]) => {
      const X = gw.matrix(1, m);
      gw.scaling_apply(measured, from, by, X);
      return [key, X];
    }));
    const centred = () => ['both', 'centred'].includes(figure.state.scaling), stretched = () => ['both', 'stretched'].includes(figure.state.scaling);
    // The parameters of a model that says the same, when x is scaled so; and back.
    const there = (w, b) => [stretched() ? w : w / s, centred() ? b : b - w * mu / s];
    const back = (w, b) => { const own = stretched() ? w : w * s; return [own, centred() ? b : b + own * mu / s]; };
    return {
      there, back,
      criterion: { log: gw.LOG_LOSS, squared: gw.SQUARED_ERROR },
      label: () => stretched() ? 'w (per standard deviation)' : 'w (per degree)',
      // What is seen of the plane: the smallest rectangle that holds the corners.
      view([a, z, c, d]) {
        const corners = [[a, c], [a, d], [z, c], [z, d]].map(([w, b]) => there(w, b));
        return [0, 1].map(i => [Math.min(...corners.map(each => each[i])), Math.max(...corners.map(each => each[i]))]);
      },
      // The cost in the scaling of now.
      cost(criterion) {
        const X = scaled[figure.state.scaling];
        return (w, b) => gw.cost_surface_value(criterion, X, Y, w, b);
      },
      // From a start: [w, b, J] step by step, as far as J is finite.
      descend(criterion, from) {
        path.data.fill(NaN);
        try {
          gw.cost_surface_descend(criterion, scaled[figure.state.scaling], Y, ...there(...from), figure.state.alpha, path);
        } catch (error) { if (!(error instanceof GwError)) throw error; }
        const [w, b, J] = [0, 1, 2].map(i => path.data.subarray(i * (MOST + 1), (i + 1) * (MOST + 1)));
        const list = Array.from(J, (cost, i) => [w[i], b[i], cost]), end = J.findIndex(Number.isNaN);
        return end < 0 ? list : list.slice(0, end);
      },
    };
  }
  const rises = run => run.filter((point, i) => i && point[2] > run[i - 1][2] * (1 + 1e-12)).length;
  // No finer than a pixel, that the fields can show it.
  const round = list => list.map(each => Number(Number(each.toPrecision(4)).toFixed(3)));

  live.figure('06-cost-surface/bowl', {
    draws: { alpha: 'alpha', k: 'iterations' }, free: ['turn'],
    state: { ...start, ...model, loss: live.choice('loss', 'log', LOSSES), turn: live.number('turned by, in degrees', 28, { low: -180, high: 180 }) },
    build(figure) {
      const data = flights(figure), CELLS = 24, [low] = LOWEST, AROUND = [low[0] - 5, low[0] + 5, low[1] - 4, low[1] + 4];
      const FLOOR = 0.48, TALL = 1.6, TILT = 62 * Math.PI / 180;
      const LEVELS = { log: [0.5, 0.7, 1, 1.4, 1.9, 2.5, 3.2], squared: [0.08, 0.1, 0.15, 0.2, 0.25, 0.3, 0.34] };
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      const plot = new live.Plot(figure, row, { label: 'The cost as a surface over w and b, and a descent', share: 1.6, bare: true, high: width => Math.min(440, 0.85 * width + 40) });
      const costs = new live.Plot(figure, row, { label: 'The cost by step', ratio: 0.9, x: { label: 'step' }, y: { label: 'J' } });
      const legend = figure.legend();
      figure.stepper(() => MOST);
      figure.controls('live-fields', ...['w', 'b', 'alpha', 'turn'].map(key => figure.field(key, { size: 5 })), figure.field('loss'), figure.field('scaling'));
      const numbers = figure.numbers({ now: 'w, b', J: 'their cost', how: 'how it goes' }, ['how']);
      const landscape = live.landscape(figure, 4 * CELLS + 1, CELLS + 1);
      let ground = {}, lines, seen;

      // Heights over the plane, worked out once for a loss and a scaling, and lines of equal cost.
      function survey() {
        const { loss, scaling } = figure.state, key = [loss, scaling].join(), view = data.view(AROUND);
        lines = landscape.of(key, view, data.cost(data.criterion[loss]), LEVELS[loss]);
        if (ground.key === key) return;
        const [[a, z], [c, d]] = view, cost = data.cost(data.criterion[loss]), count = CELLS + 1, w = i => a + (z - a) * i / CELLS, b = j => c + (d - c) * j / CELLS;
        const heights = Float64Array.from({ length: count * count }, (_, n) => cost(w(n % count), b(Math.floor(n / count))));
        ground = { key, a, z, c, d, w, b, count, heights, least: Math.min(...heights), most: Math.max(...heights) };
      }

      // Where a point of space is in the box, how far back it lies, and the point of the floor at a pixel.
      const turned = () => { const angle = figure.state.turn * Math.PI / 180; return [Math.cos(angle), Math.sin(angle)]; };
      const scale = () => Math.min((plot.width - 60) / 2.83, (plot.height - 70) / 3);
      const share = (x, low, high) => 2 * (x - low) / (high - low) - 1;
      function place(w, b, J) {
        const [cos, sin] = turned(), x = share(w, ground.a, ground.z), y = share(b, ground.c, ground.d), up = J === undefined ? 0 : TALL * (J / ground.most + FLOOR) / (1 + FLOOR);
        return [plot.width / 2 + scale() * (x * cos + y * sin), plot.height - 48 - scale() * (0.67 + (y * cos - x * sin) * Math.cos(TILT) + up * Math.sin(TILT))];
      }
      const depth = (w, b) => { const [cos, sin] = turned(); return share(b, ground.c, ground.d) * cos - share(w, ground.a, ground.z) * sin; };
      const floor = {
        pixels: ([w, b]) => place(w, b),
        point([px, py]) {
          const [cos, sin] = turned(), across = (px - plot.width / 2) / scale(), back = ((plot.height - 48 - py) / scale() - 0.67) / Math.cos(TILT), x = across * cos - back * sin, y = across * sin + back * cos;
          return [ground.a + (ground.z - ground.a) * (x + 1) / 2, ground.c + (ground.d - ground.c) * (y + 1) / 2];
        },
      };
      plot.handle({
        label: 'the start, on the floor', kind: 'c2', low: () => ground.a, high: () => ground.z, step: () => (ground.z - ground.a) / 100, free: true, lowY: () => ground.c, highY: () => ground.d, stepY: () => (ground.d - ground.c) / 80,
        get: () => data.there(figure.state.w, figure.state.b), seenAt: floor,
        move: (x, y) => { const [w, b] = round(data.back(x, y)); figure.set({ w, b }); }, says: () => `w = ${live.words(figure.state.w, 3)}, b = ${live.words(figure.state.b, 3)}`,
      });
      // Below the picture, from a half turn to the left to a half turn to the right.
      const rail = x => 30 + (plot.width - 60) * (x + 180) / 360;
      plot.handle({
        label: 'turns the picture', kind: 'ink small', low: -180, high: 180, step: 3, get: () => [figure.state.turn, 0], move: x => figure.set({ turn: Math.round(x) }), says: () => `turned by ${live.words(figure.state.turn)} degrees`,
        seenAt: { pixels: ([x]) => [rail(x), plot.height - 14], point: ([px]) => [360 * (px - 30) / (plot.width - 60) - 180, 0] },
      });

      // Cells from the back to the front, each with the steps that lie on it.
      function paint(context, run) {
        const { a, z, c, d, w, b, count, heights, least, most } = ground, [cos, sin] = turned();
        const trace = (list, colour, width) => {
          Object.assign(context, { strokeStyle: colour, lineWidth: width });
          context.beginPath();
          for (const [from, to] of list) { context.moveTo(...from); context.lineTo(...to); }
          context.stroke();
        };
        const [edge, soft, ink, c1, c2] = ['map-edge', 'soft', 'ink', 'c1', 'c2'].map(name => `rgb(${live.colour(figure, name)})`);
        const shades = ['map-low', 'map-middle', 'map-high'].map(name => live.colour(figure, name));
        const within = ([x, y]) => x >= a && x <= z && y >= c && y <= d, pairs = run.slice(1).map((to, i) => [run[i], to]).filter(pair => pair.every(within));
        const corners = [[a, c], [z, c], [z, d], [a, d]];
        trace(corners.map((from, i) => [place(...from), place(...corners[(i + 1) % 4])]), soft, 1);
        trace(lines.map(([x0, y0, x1, y1]) => [place(x0, y0), place(x1, y1)]), c1, 1);
        trace(pairs.map(pair => pair.map(([x, y]) => place(x, y))), c2, 1.6);
        const cell = (x, low, high) => Math.max(0, Math.min(CELLS - 1, Math.floor((x - low) / (high - low) * CELLS))), on = new Map();
        const put = (x, y, act) => { const key = cell(y, c, d) * CELLS + cell(x, a, z); if (!on.has(key)) on.set(key, []); on.get(key).push(act); };
        // A step is cut where it leaves a cell.
        for (const [from, to] of pairs) {
          const cuts = Math.min(40, 1 + Math.ceil(CELLS * Math.max(Math.abs(to[0] - from[0]) / (z - a), Math.abs(to[1] - from[1]) / (d - c))));
          const at = t => from.map((each, i) => each + t * (to[i] - each));
          for (let n = 0; n < cuts; n++) {
            const middle = at((n + 0.5) / cuts);
            put(middle[0], middle[1], () => trace([[place(...at(n / cuts)), place(...at((n + 1) / cuts))]], c2, 2.4));
          }
        }
        const disc = ([x, y, J], r) => () => { const [px, py] = place(x, y, J); context.fillStyle = c2; context.beginPath(); context.arc(px, py, r, 0, 7); context.fill(); };
        run.forEach((point, i) => { if (within(point)) put(point[0], point[1], disc(point, i ? 2.6 : 7)); });
        if (ground.edge !== edge) {
          ground.edge = edge;
          ground.fills = Array.from(heights, J => {
            const t = 2 * Math.min(1, Math.max(0, (J - least) / (most - least))), from = shades[t < 1 ? 0 : 1], to = shades[t < 1 ? 1 : 2];
            return `rgb(${from.map((each, n) => Math.round(each + (t < 1 ? t : t - 1) * (to[n] - each)))})`;
          });
        }
        // Only who turns the picture, or makes it wider, moves the surface.
        const view = [figure.state.turn, plot.width, plot.height].join();
        if (ground.view !== view) Object.assign(ground, { view, points: Array.from(heights, (J, n) => place(w(n % count), b(Math.floor(n / count)), J)) });
        const { points } = ground;
        context.lineJoin = 'round';
        for (let p = 0; p < CELLS; p++) {
          for (let q = 0; q < CELLS; q++) {
            const j = cos > 0 ? CELLS - 1 - p : p, i = sin > 0 ? q : CELLS - 1 - q, at = j * count + i;
            context.fillStyle = ground.fills[at];
            context.beginPath();
            for (const n of [at, at + 1, at + count + 1, at + count]) context.lineTo(points[n][0], points[n][1]);
            context.closePath();
            context.fill();
            context.strokeStyle = edge;
            context.lineWidth = 0.6;
            context.stroke();
            for (const act of on.get(j * CELLS + i) || []) act();
          }
        }
        if (figure.state.loss !== 'log') return;
        const [px, py] = place(...data.there(low[0], low[1]), low[2]);
        trace([[[px - 6, py - 6], [px + 6, py + 6]], [[px - 6, py + 6], [px + 6, py - 6]]], ink, 2);
      }

      // The names of the axes; then, as far as they find room, numbers along the two edges in
      // front, and upright at the left.
      function axes() {
        const { a, z, c, d } = ground, front = depth((a + z) / 2, c) < depth((a + z) / 2, d) ? c : d, side = depth(a, (c + d) / 2) < depth(z, (c + d) / 2) ? a : z;
        const [middleX, middleY] = place((a + z) / 2, (c + d) / 2), taken = [];
        const words = (kind, x, y, text, anchor) => {
          const wide = 2 + 8.3 * text.length, left = x - wide * { start: 0, middle: 0.5, end: 1 }[anchor];
          if (taken.some(([from, to, low]) => left < to && from < left + wide && Math.abs(y - low) < 15)) return;
          taken.push([left, left + wide, y]);
          plot.add('text', { class: kind, x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': anchor }, text);
        };
        // Straight out from the edge, each as far.
        const beside = ([edgeX, edgeY]) => {
          const dx = edgeX - middleX, dy = edgeY - middleY, long = Math.hypot(dx, dy) || 1;
          return ([px, py], text, far = 12) => words('tick', px + far * dx / long, py + 4 + far * dy / long, text, Math.abs(dx) < 0.5 * long ? 'middle' : dx < 0 ? 'end' : 'start');
        };
        const [alongW, alongB] = [place((a + z) / 2, front), place(side, (c + d) / 2)], [forW, forB] = [beside(alongW), beside(alongB)];
        const corner = [[a, c], [z, c], [z, d], [a, d]].reduce((p, q) => place(...q)[0] < place(...p)[0] ? q : p), foot = place(...corner, 0), head = place(...corner, ground.most);
        plot.add('path', { class: 'axis', d: `M${foot.join(' ')}L${head.join(' ')}` });
        words('name', head[0], head[1] - 10, 'J(w, b)', 'middle');
        forW(alongW, 'w', 30);
        forB(alongB, 'b', 34);
        for (const x of live.ticks(a, z, 4)) forW(place(x, front), live.words(x, 3));
        for (const y of live.ticks(c, d, 4)) forB(place(side, y), live.words(y, 3));
        for (const J of live.ticks(0, ground.most, 4)) {
          const [px, py] = place(...corner, J);
          plot.add('path', { class: 'axis', d: `M${px - 4} ${py}h4` });
          words('tick', px - 7, py + 4, live.words(J, 3), 'end');
        }
      }

      function draw() {
        const { w, b, k, loss } = figure.state;
        survey();
        const run = data.descend(data.criterion[loss], [w, b]), shown = run.slice(0, k + 1), over = run.length <= k, last = shown[shown.length - 1];
        plot.begin([0, 1], [0, 1]);
        plot.paint(context => paint(context, shown));
        axes();
        const foot = place(shown[0][0], shown[0][1]), head = place(...shown[0]);
        plot.add('path', { class: 'line soft dashed', d: `M${foot.join(' ')}L${head.join(' ')}` });
        plot.add('path', { class: 'axis', d: `M${rail(-180)} ${plot.height - 14}H${rail(180)}` });
        plot.end();
        costs.begin([0, Math.max(10, k)], [0, 1.05 * Math.min(20, Math.max(...shown.map(point => point[2])))]);
        costs.curve(shown.map((point, step) => [step, point[2]]), 'c2');
        costs.end();
        const up = rises(shown), how = over ? 'it diverges: the cost has left the numbers' : up ? `the cost has risen in ${up} of ${k} steps: α is too large here` : 'the cost has fallen step by step';
        legend([['steps of the descent', 'c2'], ['equal cost, on the floor', 'c1'], ...loss === 'log' ? [['the lowest point', 'cross']] : []]);
        numbers({ now: `${live.words(last[0])}, ${live.words(last[1])}`, J: live.words(last[2]), how });
        figure.say(`After step ${k}: cost ${live.words(last[2], 4)}; ${how}.`);
        seen = { path: shown, how, rises: up, least: ground.least };
      }
      return { draw, seen: () => seen, settle: landscape.settle };
    },
  });

  live.figure('06-cost-surface/contours', {
    draws: { alpha: 'alpha', k: 'iterations' },
    state: {
      ...start, w2: number('other w', -3.5), b2: number('other b', 2.8), ...model,
      loss: live.choice('loss', 'log', [...LOSSES, ['both', 'one beside the other']]),
    },
    build(figure) {
      const data = flights(figure), GRID = 49, COARSE = 17, VIEW = [-5, 3.5, -4.5, 3.5];
      const LEVELS = { log: [0.46, 0.5, 0.56, 0.64, 0.8, 1, 1.3, 1.7, 2.2, 2.8, 3.5, 4.3, 6, 9, 13, 18], squared: [0.08, 0.09, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.34] };
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      // A plane for each loss; one of them, or both, are shown.
      const planes = [['log', 'logarithmic loss'], ['squared', 'squared error']].map(([key, words]) => ({
        key, words, criterion: data.criterion[key], landscape: live.landscape(figure, GRID, COARSE), plot: new live.Plot(figure, row, { label: `Lines of equal cost, and two descents, with the ${words}`, share: 1.6, ratio: 0.8, x: {}, y: {} }),
      }));
      const costs = new live.Plot(figure, row, { label: 'The cost by step', ratio: 0.9, x: { label: 'step' }, y: { label: 'J' } });
      const legend = figure.legend();
      figure.stepper(() => MOST);
      figure.controls('live-fields', ...['w', 'b', 'w2', 'b2', 'alpha'].map(key => figure.field(key, { size: 5 })), figure.field('loss'), figure.field('scaling'));
      const numbers = figure.numbers({ first: 'one start: w, b', J: 'its cost', second: 'the other: w, b', J2: 'its cost', how: 'how it goes' }, ['how']);
      let seen;

      for (const { plot } of planes) {
        for (const [label, kind, w, b] of [['one start', 'c2', 'w', 'b'], ['another start', 'c3', 'w2', 'b2']]) plot.handle({
          label, kind, low: () => plot.a, high: () => plot.b, step: () => (plot.b - plot.a) / 85, free: true, lowY: () => plot.c, highY: () => plot.d, stepY: () => (plot.d - plot.c) / 80,
          get: () => data.there(figure.state[w], figure.state[b]),
          move: (x, y) => { const [own, other] = round(data.back(x, y)); figure.set({ [w]: own, [b]: other }); },
          says: () => `w = ${live.words(figure.state[w], 3)}, b = ${live.words(figure.state[b], 3)}`,
        });
      }

      // The two descents on a plane as far as step k, drawn over its lines.
      function walk({ key, words, criterion, plot, landscape }) {
        const { w, b, w2, b2, k, scaling, loss } = figure.state, view = data.view(VIEW);
        const runs = [data.descend(criterion, [w, b]), data.descend(criterion, [w2, b2])], shown = runs.map(run => run.slice(0, k + 1));
        plot.x.label = data.label();
        plot.y.label = loss === 'both' ? `b, ${words}` : 'b';
        plot.begin(...view);
        plot.pieces(landscape.of(scaling, view, data.cost(criterion), LEVELS[key]), 'thin');
        shown.forEach((run, i) => { plot.curve(run, i ? 'c3' : 'c2'); if (k <= 100) plot.dots(run, i ? 'c3' : 'c2', 2.6); plot.dots([run[run.length - 1]], 'now', 6); });
        if (key === 'log') {
          const [x, y] = plot.pixels(data.there(...LOWEST[0]));
          plot.add('path', { class: 'line cross', d: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10` });
        }
        plot.end();
        return { shown, left: runs.some(run => run.length <= k), words };
      }

      function draw() {
        const { loss, k } = figure.state;
        for (const plane of planes) plane.plot.box.hidden = loss !== 'both' && loss !== plane.key;
        const walked = planes.filter(plane => !plane.plot.box.hidden).map(walk);
        const highest = Math.max(...walked.flatMap(({ shown }) => shown.flat()).map(point => point[2]).filter(Number.isFinite));
        costs.begin([0, Math.max(10, k)], [0, 1.05 * Math.min(20, highest)]);
        walked.forEach(({ shown }, which) => shown.forEach((run, i) => costs.curve(run.map((point, step) => [step, point[2]]), `${i ? 'c3' : 'c2'}${which ? ' faint' : ''}`)));
        costs.end();
        const told = walked.map(({ shown, left, words }) => {
          const up = shown.map(rises), ends = shown.map(run => run[run.length - 1]);
          const how = left ? 'it diverges: the cost has left the numbers' : up[0] + up[1] ? `the costs have risen in ${up[0]} and ${up[1]} of ${k} steps: α is too large here` : 'both costs have fallen step by step';
          return { up, ends, how: loss === 'both' ? `${words}: ${how}` : how };
        });
        legend([['one start', 'c2'], ['another start', 'c3'], ['equal cost', 'soft'], ...loss === 'squared' ? [] : [['the lowest point', 'cross']], ...loss === 'both' ? [['squared error', 'c3 faint'], ['', 'c2 faint']] : []]);
        const each = (i, show) => told.map(({ ends }) => show(ends[i])).join('; '), how = told.map(one => one.how).join('; ');
        numbers({ first: each(0, p => `${live.words(p[0])}, ${live.words(p[1])}`), J: each(0, p => live.words(p[2])), second: each(1, p => `${live.words(p[0])}, ${live.words(p[1])}`), J2: each(1, p => live.words(p[2])), how });
        figure.say(`After step ${k}: costs ${told.map(({ ends }) => ends.map(p => live.words(p[2], 4)).join(' and ')).join('; ')}; ${how}.`);
        seen = { paths: walked.flatMap(({ shown }) => shown), how, rises: told.flatMap(({ up }) => up) };
      }
      return { draw, seen: () => seen, settle: () => { for (const { landscape, plot } of planes) if (!plot.box.hidden) landscape.settle(); } };
    },
  });
})();
