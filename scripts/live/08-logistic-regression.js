// Chapter 8: a fit that follows when a flight is moved, and a boundary that follows when
// a tumour is added.
'use strict';

(() => {
  const MOST_STEPS = 40;

  // Logistic regression of these examples, features × m, to the very bottom by Newton's
  // steps from 0, halved until the cost does not rise: as the chapter's driver does.
  function fit(gw, rows, labels, asked = []) {
    const n = rows.length, m = labels.length, mark = gw.mark();
    const X = gw.matrix(n, m), Y = gw.matrix(1, m), mean = gw.matrix(n, 1), scale = gw.matrix(n, 1), Xa = gw.matrix(n + 1, m);
    rows.forEach((row, i) => X.data.set(row, i * m));
    Y.data.set(labels);
    gw.scaling_fit(X, mean, scale);
    gw.scaling_apply(X, mean, scale, X);
    Xa.data.set(X.data);
    Xa.data.fill(1, n * m);
    const [theta, next, step, dtheta] = [0, 0, 0, 0].map(() => gw.matrix(n + 1, 1)), [Z, dZ] = [0, 0].map(() => gw.matrix(1, m));
    const [H, L, V] = [0, 0, 0].map(() => gw.matrix(n + 1, n + 1)), w = gw.matrix(n, 1);
    let steps = 0, part = 1, cost, found;
    const size = M => Math.max(...M.data.map(Math.abs));
    try {
      while (part > 0 && steps < MOST_STEPS) {
        gw.logistic_regression_newton(Xa, Y, theta, Z, dZ, dtheta, H, L, step);
        ({ part, J: cost } = gw.logistic_regression_backtrack(Xa, Y, theta, step, Z, next));
        theta.data.set(next.data);
        steps++;
        if (size(step) <= 1e-13 * (1 + size(theta))) break;
      }
      const mistakes = gw.loss_mistakes(Z, Y);
      // Where all are on their side, doubling w and b helps for ever.
      if (mistakes === 0) throw new Refused('parted');
      w.data.set(theta.data.subarray(0, n));
      const b = gw.scaling_undo(w, theta.data[n], mean, scale, w);
      gw.logistic_regression_covariance(Xa, Z, H, L, V);
      // What the error is asked for: intercept, slopes, then z at the points asked.
      const C = gw.matrix(n + 1, n + 1 + asked.length), error = gw.matrix(1, n + 1 + asked.length), q = C.cols;
      C.data[n * q] = 1;
      for (let k = 0; k < n; k++) {
        C.data[k * q] = -mean.data[k] / scale.data[k];
        C.data[k * q + k + 1] = 1 / scale.data[k];
        asked.forEach((point, i) => { C.data[k * q + n + 1 + i] = (point[k] - mean.data[k]) / scale.data[k]; });
      }
      asked.forEach((_, i) => { C.data[n * q + n + 1 + i] = 1; });
      gw.logistic_regression_standard_errors(V, C, error);
      found = { b, w: [...w.data], cost, mistakes, steps, errors: [...error.data.subarray(0, n + 1)], spread: [...error.data.subarray(n + 1)] };
    } catch (error) {
      if (!(error instanceof GwError || error instanceof Refused)) throw error;
      found = null;
    }
    gw.release(mark);
    return found;
  }

  const NO_FIT = 'No finite w and b are best: the two outcomes can be parted wholly, or the points do not determine a line.';
  const FLIGHTS = live.accepted('08-logistic-regression/oring', 'flights');
  const LOW = 28, HIGH = 84, ASKED = Array.from({ length: 113 }, (_, i) => [LOW + (HIGH - LOW) * i / 112]);

  live.figure('08-logistic-regression/oring', {
    state: {
      t: live.numbers('temperature', FLIGHTS.map(([t]) => t), 40, { low: LOW, high: HIGH }),
      y: live.numbers('outcome', FLIGHTS.map(([, y]) => y), 40, { low: 0, high: 1, whole: true }),
    },
    build(figure) {
      const { gw } = figure;
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      const plot = new live.Plot(figure, row, { label: 'Flights by temperature, and the fitted chance of distress', ratio: 0.62, x: { label: 'temperature, °F' }, y: { label: 'chance of distress' } });
      figure.legend()([['distress', 'c1 point'], ['none', 'hollow point'], ['the fit', 'c1'], ['two standard errors of z either way', 'band']]);
      const reset = figure.button('Reset', () => figure.set({ t: figure.kinds.t.value, y: figure.kinds.y.value }));
      figure.controls('live-player', reset);
      const numbers = figure.numbers({ w: 'slope w, a degree', b: 'intercept b', J: 'cost J', even: 'an even chance at', night: 'chance at 31 °F', from: 'its band' });
      let seen, stacked;

      // Flights at one temperature with one outcome are stacked outwards.
      function stack() {
        const before = {};
        const { t, y } = figure.state;
        stacked = t.map((temperature, i) => { const key = `${temperature} ${y[i]}`, among = before[key] = (before[key] ?? -1) + 1; return [temperature, y[i] ? 1 + 0.045 * among : -0.045 * among]; });
      }
      stack();
      const change = (key, i, value) => figure.state[key].map((each, j) => j === i ? value : each);
      FLIGHTS.forEach((_, i) => plot.handle({
        label: `flight ${i + 1}`, low: LOW, high: HIGH, step: 1, free: true, lowY: -0.2, highY: 1.2, stepY: 1,
        get: () => stacked[i],
        move: (t, y) => figure.set({ t: change('t', i, Math.round(t)), y: change('y', i, y >= 0.5 ? 1 : 0) }),
        says: () => `${figure.state.t[i]} °F, ${figure.state.y[i] ? 'distress' : 'no distress'}`,
      }));

      function draw() {
        const { t, y } = figure.state;
        if (t.length !== FLIGHTS.length || y.length !== FLIGHTS.length) throw new Refused(`There are ${FLIGHTS.length} flights, each with a temperature and an outcome.`);
        stack();
        const found = fit(gw, [t], y, ASKED);
        plot.begin([LOW, HIGH], [-0.2, 1.2]);
        const z = found && ASKED.map(([at]) => found.b + found.w[0] * at);
        const curve = found && ASKED.map(([at], i) => [at, gw.sigmoid_value(z[i])]);
        const band = found && ASKED.map(([at], i) => [at, gw.sigmoid_value(z[i] - 2 * found.spread[i]), gw.sigmoid_value(z[i] + 2 * found.spread[i])]);
        if (found) {
          const path = [...band.map(([at, low]) => [at, low]), ...band.map(([at, , high]) => [at, high]).reverse()];
          plot.add('path', { class: 'band', d: path.map(([at, value], i) => `${i ? 'L' : 'M'}${plot.px(at).toFixed(1)} ${plot.py(value).toFixed(1)}`).join('') + 'Z' });
          plot.curve(curve, 'c1');
          plot.dots([[31, gw.sigmoid_value(found.b + 31 * found.w[0])]], 'c1', 6);
        }
        plot.handles.forEach((handle, i) => handle.group.setAttribute('class', `handle small ${y[i] ? 'c1' : 'hollow'}`));
        plot.end();
        const night = found && ASKED.findIndex(([at]) => at === 31);
        numbers(found ? {
          w: `${live.words(found.w[0])} ± ${live.words(found.errors[1], 3)}`, b: `${live.words(found.b)} ± ${live.words(found.errors[0], 3)}`, J: live.words(found.cost),
          even: `${live.words(-found.b / found.w[0], 4)} °F`, night: live.words(curve[night][1], 4), from: `${live.words(band[night][1], 2)} to ${live.words(band[night][2], 4)}`,
        } : { w: '–', b: NO_FIT, J: '–', even: '–', night: '–', from: '–' });
        figure.say(found ? `The fit: w = ${live.words(found.w[0], 3)}, b = ${live.words(found.b, 4)}; at 31 °F the chance is ${live.words(curve[night][1], 3)}.` : NO_FIT);
        seen = { found, curve, band, flights: t.map((each, i) => [each, y[i]]) };
      }
      return { draw, seen: () => seen };
    },
  });

  const BENIGN = live.accepted('08-logistic-regression/boundary', 'benign'), MALIGNANT = live.accepted('08-logistic-regression/boundary', 'malignant');
  const MOST_ADDED = 60;

  live.figure('08-logistic-regression/boundary', {
    state: {
      what: live.choice('a click adds', 'malignant', [['malignant', 'a malignant one'], ['benign', 'a benign one']]),
      x: live.numbers('radii added', [], MOST_ADDED, { low: 6, high: 29 }),
      texture: live.numbers('textures added', [], MOST_ADDED, { low: 8, high: 42 }),
      y: live.numbers('labels added', [], MOST_ADDED, { low: 0, high: 1, whole: true }),
    },
    build(figure) {
      const { gw } = figure;
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      const plot = new live.Plot(figure, row, { label: 'Tumours by mean radius and texture, and the line where a is one half', ratio: 0.66, x: { label: 'mean radius' }, y: { label: 'mean texture' } });
      figure.legend()([['benign', 'hollow point'], ['malignant', 'c1 point'], ['a = ½', 'ink']]);
      const place = { x: 18, y: 35 };
      const add = (x, texture) => {
        const s = figure.state;
        if (s.x.length >= MOST_ADDED) throw new Refused(`No more than ${MOST_ADDED} can be added.`);
        figure.set({ x: [...s.x, Number(x.toPrecision(4))], texture: [...s.texture, Number(texture.toPrecision(4))], y: [...s.y, s.what === 'malignant' ? 1 : 0] });
      };
      const fewer = count => figure.set({ x: figure.state.x.slice(0, count), texture: figure.state.texture.slice(0, count), y: figure.state.y.slice(0, count) });
      figure.controls('live-player', figure.button('Add at the ring', () => add(place.x, place.y)), figure.button('Back', () => fewer(Math.max(0, figure.state.x.length - 1))), figure.button('Reset', () => fewer(0)));
      figure.controls('live-fields', figure.field('what'));
      const numbers = figure.numbers({ w: 'w, radius and texture', b: 'b', J: 'cost J', wrong: 'on the wrong side', added: 'added' });
      plot.handle({
        label: 'ring, where a tumour is added', kind: 'ring', low: 6, high: 29, step: 0.5, free: true, lowY: 8, highY: 42, stepY: 1,
        get: () => [place.x, place.y], move: (x, y) => { Object.assign(place, { x, y }); plot.end(); }, says: () => `radius ${live.words(place.x, 3)}, texture ${live.words(place.y, 3)}`,
      });
      plot.svg.addEventListener('click', event => {
        if (event.target.closest('.handle')) return;
        const box = plot.svg.getBoundingClientRect(), x = plot.xAt(event.clientX - box.left), y = plot.yAt(event.clientY - box.top);
        if (x >= 6 && x <= 29 && y >= 8 && y <= 42) figure.attempt(null, () => add(x, y));
      });
      let seen;

      function draw() {
        const { x, texture, y } = figure.state;
        if (x.length !== texture.length || x.length !== y.length) throw new Refused('Each tumour added has a radius, a texture and a label.');
        const points = [...BENIGN.map(p => [...p, 0]), ...MALIGNANT.map(p => [...p, 1]), ...x.map((_, i) => [x[i], texture[i], y[i]])];
        const found = fit(gw, [points.map(p => p[0]), points.map(p => p[1])], points.map(p => p[2]));
        const colours = ['c2', 'c1'].map(name => `rgb(${live.colour(figure, name)})`);
        plot.begin([6, 29], [8, 42]);
        plot.paint(context => {
          points.forEach(([a, b, label], i) => {
            context.strokeStyle = context.fillStyle = colours[label];
            const [px, py] = [plot.px(a), plot.py(b)], r = i >= points.length - x.length ? 4.5 : 3;
            context.beginPath();
            if (label) { context.rect(px - r + 0.5, py - r + 0.5, 2 * r - 1, 2 * r - 1); context.fill(); } else { context.arc(px, py, r, 0, 7); context.stroke(); }
          });
        });
        const line = found && [8, 42].map(at => [-(found.b + found.w[1] * at) / found.w[0], at]);
        if (found) plot.curve(line, 'ink');
        plot.end();
        numbers(found ? { w: found.w.map(each => live.words(each)).join(', '), b: live.words(found.b), J: live.words(found.cost), wrong: `${found.mistakes} of ${points.length}`, added: String(x.length) }
          : { w: '–', b: NO_FIT, J: '–', wrong: '–', added: String(x.length) });
        figure.say(found ? `${x.length} added; ${found.mistakes} of ${points.length} are on the wrong side.` : NO_FIT);
        seen = { found, line, count: points.length };
      }
      return { draw, seen: () => seen };
    },
  });
})();
