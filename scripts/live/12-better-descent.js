// Chapter 12: four ways to go downhill, side by side.
'use strict';

(() => {
  const MOST = 200, GRID = 61, COARSE = 21, LEVELS = 9, PART = 1e-4, EPSILON = 1e-8;
  const METHODS = [['plain', 'plain', 'c2'], ['momentum', 'momentum', 'c1'], ['rmsprop', 'RMSProp', 'c3'], ['adam', 'Adam', 'c4']];
  const UPRIGHT = live.facts('12-better-descent', '_upright_'), TURNED = live.facts('12-better-descent', '_turned_');
  const START = live.facts('12-better-descent', 'start_'), KAPPA = live.facts('12-better-descent', 'kappa').kappa;
  const { start_u: u, start_v: v } = START;

  // How each landscape opens: the bowls with the settings that the chapter's race has tuned,
  // the rest with usual ones.
  const tuned = (facts, bowl) => ({ plain: facts[`alpha_${bowl}_plain`], momentum: facts[`alpha_${bowl}_momentum`], beta: facts[`beta_${bowl}_momentum`],
    rmsprop: facts[`alpha_${bowl}_rmsprop`], forget: facts[`beta_${bowl}_rmsprop`], adam: facts[`alpha_${bowl}_adam`], beta1: facts[`beta_${bowl}_adam`], beta2: facts[`beta2_${bowl}_adam`] });
  const usual = alpha => ({ plain: alpha, momentum: alpha, beta: 0.9, rmsprop: alpha, forget: 0.9, adam: alpha, beta1: 0.9, beta2: 0.999 });
  const TUNED = { upright: tuned(UPRIGHT, 'upright'), turned: tuned(TURNED, 'turned') };
  const OPENS = {
    upright: [{ x: u, y: v, reach: 10.5 }, TUNED.upright],
    turned: [{ x: (u - v) * Math.SQRT1_2, y: (u + v) * Math.SQRT1_2, reach: 10.5 }, TUNED.turned],
    saddle: [{ x: 1, y: 1e-6, reach: 2 }, usual(0.1)],
    own: [{ x: 0.5, y: -4.5, reach: 6 }, { ...usual(0.01), rmsprop: 0.1, adam: 0.3 }],
  };
  // Their lowest points, where they are known.
  const LOWEST = { upright: 0, turned: 0, saddle: -0.25 };

  // One method after another goes down the same landscape.
  function runner(gw) {
    const [P, dP, V, S] = Array.from({ length: 4 }, () => gw.matrix(2, 1)), formula = gw.struct('gw_formula');
    let known;
    const surfaces = {
      upright: ({ kappa }) => gw.better_descent_bowl(kappa, 0, P, dP),
      turned: ({ kappa }) => gw.better_descent_bowl(kappa, Math.PI / 4, P, dP),
      saddle: () => gw.better_descent_saddle(P, dP),
      own: () => gw.formula_plane(formula, P, dP),
    };
    const steps = {
      plain: s => gw.better_descent_plain(s.plain, dP, P),
      momentum: s => gw.better_descent_momentum(s.momentum, s.beta, dP, V, P),
      rmsprop: s => gw.better_descent_rmsprop(s.rmsprop, s.forget, EPSILON, dP, S, P),
      adam: (s, t) => gw.better_descent_adam(s.adam, s.beta1, s.beta2, EPSILON, t, dP, V, S, P),
    };
    return {
      read(text) {
        if (text === known) return;
        known = undefined;
        try { gw.formula_read_plane(text, formula); } catch (error) { live.unread(error, formula, 'J(x, y)'); }
        known = text;
      },
      // J there, NaN where it has none.
      value(state, x, y) {
        P.data.set([x, y]);
        try { return surfaces[state.surface](state); } catch (error) { if (error instanceof GwError) return NaN; throw error; }
      },
      // [x, y, J] step by step, as far as there is a J.
      walk(state, method) {
        const path = [];
        P.data.set([state.x, state.y]);
        V.data.fill(0);
        S.data.fill(0);
        try {
          for (let t = 0; t <= MOST; t++) {
            const J = surfaces[state.surface](state);
            path.push([P.data[0], P.data[1], J]);
            steps[method](state, t + 1);
          }
        } catch (error) { if (!(error instanceof GwError)) throw error; }
        return path;
      },
    };
  }

  const rate = (label, value) => live.number(label, value, { above: 0, high: 1e6 });
  const memory = (label, value) => live.number(label, value, { low: 0, high: 0.999999 });

  live.figure('12-better-descent/race', {
    state: {
      surface: live.choice('landscape', 'upright', [['upright', 'long bowl'], ['turned', 'the bowl turned by 45°'], ['saddle', 'saddle'], ['own', 'one of my own']]),
      kappa: live.number('κ of the bowl', KAPPA, { low: 1, high: 1e6 }),
      f: live.text('J(x, y)', '(x^2 + y - 11)^2 + (x + y^2 - 7)^2'),
      x: live.number('start x', OPENS.upright[0].x, { low: -1000, high: 1000 }),
      y: live.number('start y', OPENS.upright[0].y, { low: -1000, high: 1000 }),
      reach: live.number('seen to ±', OPENS.upright[0].reach, { above: 0, high: 1000 }),
      plain: rate('plain: α', TUNED.upright.plain),
      momentum: rate('momentum: α', TUNED.upright.momentum), beta: memory('momentum: β', TUNED.upright.beta),
      rmsprop: rate('RMSProp: α', TUNED.upright.rmsprop), forget: memory('RMSProp: β', TUNED.upright.forget),
      adam: rate('Adam: α', TUNED.upright.adam), beta1: memory('Adam: β₁', TUNED.upright.beta1), beta2: memory('Adam: β₂', TUNED.upright.beta2),
      k: live.number('step', 120, { low: 0, high: MOST, whole: true }),
    },
    build(figure) {
      const { gw } = figure, run = runner(gw);
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      const plane = new live.Plot(figure, row, { label: 'The landscape from above, and four paths', share: 1.2, square: true, x: { label: 'x' }, y: { label: 'y' } });
      const landscape = live.landscape(figure, GRID, COARSE);
      const costs = new live.Plot(figure, row, { label: 'The cost by iteration', ratio: 0.9, x: { label: 'iteration' }, y: {} });
      figure.legend()(METHODS.map(([, words, kind]) => [words, kind]));
      figure.stepper(() => MOST);
      const field = (key, size = 11) => figure.field(key, { size });
      figure.controls('live-fields', field('surface'), field('kappa', 5), field('f', 24), field('x', 13), field('y', 13), field('reach', 5), field('k', 4));
      figure.controls('live-fields', ...['plain', 'momentum', 'beta', 'rmsprop', 'forget', 'adam', 'beta1', 'beta2'].map(key => field(key)));
      // Another landscape has another start. A bowl that is only turned keeps the settings.
      const bowl = name => name in TUNED;
      figure.fields.surface.oninput = () => figure.attempt(figure.fields.surface, () => {
        const surface = figure.fields.surface.value, [place, settings] = OPENS[surface];
        figure.set({ surface, ...place, ...bowl(surface) && bowl(figure.state.surface) ? {} : settings }, 'surface');
      });
      figure.controls('live-links', figure.button('First settings', () => figure.set(OPENS[figure.state.surface][1])));
      const table = figure.table(['method', 'is at', 'cost', 'steps to a ten-thousandth']);
      let paths, walkedFor, seen;

      plane.handle({
        label: 'start', kind: 'ink', low: () => plane.a, high: () => plane.b, step: () => (plane.b - plane.a) / 84, free: true, lowY: () => plane.c, highY: () => plane.d,
        get: () => [figure.state.x, figure.state.y], move: (x, y) => figure.set({ x: Number(x.toPrecision(6)), y: Number(y.toPrecision(6)) }),
        says: () => `x = ${live.words(figure.state.x, 3)}, y = ${live.words(figure.state.y, 3)}`,
      });

      // The four paths, worked out once for what they depend on.
      function walk({ k, reach, ...rest }) {
        const key = JSON.stringify(rest);
        if (key === walkedFor) return;
        paths = METHODS.map(([method]) => run.walk(rest, method));
        walkedFor = key;
      }

      // Lines of equal cost, for what is seen: closer together below.
      function contours(state) {
        const { surface, kappa, f, reach } = state, view = [-reach, reach];
        const value = (x, y) => { if (surface === 'own') run.read(f); return run.value(state, x, y); };
        return landscape.of(JSON.stringify([surface, kappa, f, reach]), [view, view], value, values => {
          const sorted = values.filter(Number.isFinite).sort(), low = sorted[0], high = sorted[Math.floor(0.9 * sorted.length)];
          return Array.from({ length: LEVELS }, (_, i) => low + (high - low) * ((i + 1) / LEVELS) ** 2.5);
        });
      }

      function draw() {
        const { state } = figure, { surface, k } = state;
        if (surface === 'own') run.read(state.f);
        figure.fields.kappa.parentElement.hidden = !bowl(surface);
        figure.fields.f.parentElement.hidden = surface !== 'own';
        if (!Number.isFinite(run.value(state, state.x, state.y))) throw new Refused(`J has no value and slope at the start (${live.words(state.x)}, ${live.words(state.y)}).`);
        walk(state);
        const shown = paths.map(path => path.slice(0, k + 1)), start = paths[0][0][2];
        plane.begin([-state.reach, state.reach], [-state.reach, state.reach]);
        plane.pieces(contours({ ...state }), 'thin');
        shown.forEach((path, i) => {
          const kind = METHODS[i][2];
          plane.curve(path, kind);
          plane.dots(path.slice(0, 40), kind, 2.4);
          plane.dots([path[path.length - 1]], kind, 6);
        });
        plane.end();

        const low = LOWEST[surface] ?? 0, heights = shown.map(path => path.map(point => point[2] - low)), all = heights.flat();
        costs.y.log = all.every(J => J >= 0) && all[0] > 0;
        costs.y.label = low ? 'height above the valleys' : 'cost J';
        const highest = Math.min(Math.max(...all), 1e9 * all[0]);
        costs.begin([0, Math.max(10, k)], costs.y.log ? [Math.max(1e-8 * all[0], Math.min(...all.filter(J => J > 0))) / 2, 2 * highest] : [Math.min(...all), highest]);
        heights.forEach((list, i) => costs.curve(list.map((J, t) => [t, J]), METHODS[i][2]));
        if (surface !== 'own') costs.curve([[0, PART * (start - low)], [MOST, PART * (start - low)]], 'ink');
        costs.end();

        const arrived = paths.map(path => surface === 'own' ? -1 : path.findIndex(point => point[2] - low <= PART * (start - low)));
        table(METHODS.map(([, words], i) => {
          const [x, y, J] = shown[i][shown[i].length - 1], over = shown[i].length <= k;
          const when = surface === 'own' ? '—' : arrived[i] < 0 ? `over ${paths[i].length - 1}` : String(arrived[i]);
          return [words, `${live.words(x, 3)}, ${live.words(y, 3)}`, over ? `diverged after step ${shown[i].length - 1}` : live.words(J, 4), when];
        }));
        figure.say(`After step ${k}: ${METHODS.map(([, words], i) => `${words} ${shown[i].length <= k ? 'has diverged' : live.words(shown[i][k][2], 3)}`).join(', ')}.`);
        seen = { paths: shown, arrived };
      }
      return { draw, seen: () => seen, settle: landscape.settle };
    },
  });
})();
