// Chapter 5: descents on a curve, drawn over the curve or step by step.
'use strict';

(() => {
  const SAMPLES = 151, MOST = 500;

  // On this curve, by this α, from this start: the path, how it came to its end, and where
  // a last step would have led that has no finite cost.
  function descend(gw, J, start, alpha, epsilon, most) {
    if (!Number.isFinite(J.value(start))) throw new Refused(`J has no value at the start w = ${live.words(start)}.`);
    const mark = gw.mark(), table = gw.matrix(2, most + 1), { steps, ending } = gw.descent_run_formula(J.formula, start, alpha, epsilon, table);
    const path = Array.from({ length: steps + 1 }, (_, i) => [table.data[i], table.data[most + 1 + i]]), w = path[steps][0];
    const next = gw.descent_update(w, J.slope(w), alpha), left = ending === gw.DIVERGED && !Number.isFinite(J.value(next)) ? next : undefined;
    gw.release(mark);
    return { start, alpha, path, ending, left };
  }

  function playground({ J, starts, alphas, epsilon, most, view, bySteps, look = 1 }) {
    const several = starts.length * alphas.length > 1;
    return {
      state: {
        J: live.text('J(w)', J),
        starts: live.numbers(starts.length > 1 ? 'starts w' : 'start w', starts, starts.length > 1 ? 51 : 1),
        alphas: live.numbers(alphas.length > 1 ? 'rates α' : 'rate α', alphas, alphas.length > 1 ? 6 : 1, { above: 0, high: 1e6 }),
        epsilon: live.number('stop at ε', epsilon, { low: 0, high: 1e6 }),
        most: live.number('steps at most', most, { low: 1, high: MOST, whole: true }),
        ...several && { run: live.number('look at run', look, { low: 1, high: 51, whole: true }) },
        k: live.number('step', MOST, { low: 0, high: MOST, whole: true }),
      },
      build: figure => build(figure, { view, bySteps, several, label: J }),
    };
  }

  function build(figure, { view, bySteps, several }) {
    const { gw, state } = figure;
    const J = live.formula(gw, 'J(w)', 'w'), judge = live.judge(gw, 'w');
    const row = live.make('div', { class: 'live-row live-plots' });
    figure.host.append(row);
    const main = new live.Plot(figure, row, bySteps
      ? { label: 'w by step', share: 1.5, x: { label: 'step' }, y: { label: 'w' } }
      : { label: 'The curve and the descent', share: 1.7, x: { label: 'w' }, y: { label: 'J(w)' } });
    const costs = new live.Plot(figure, row, { label: 'The cost by step', ratio: 0.9, x: { label: 'step' }, y: { label: 'J' } });
    const legend = figure.legend();
    const last = () => Math.max(...now.runs.map(run => run.path.length - 1));
    figure.stepper(last);
    figure.controls('live-fields', figure.field('J', { size: 18 }), figure.field('starts', { size: several && !bySteps ? 24 : 6 }),
      figure.field('alphas', { size: bySteps ? 18 : 6 }), figure.field('epsilon', { size: 6 }), figure.field('most', { size: 5 }),
      ...several ? [figure.field('run', { size: 3 })] : []);
    const numbers = figure.numbers({ step: 'step', w: 'w', J: 'J(w)', dw: 'slope dw, by the rules', measured: 'slope, measured', verdict: 'the checker says', ending: 'how it goes' }, ['ending']);
    let now, known, seen, range = view, drawn, handles = [];

    // All paths, to their ends; only k changes while they play.
    function descents() {
      const { k, run, ...rest } = figure.state;
      const key = JSON.stringify(rest);
      J.read(rest.J); // each time, for what was refused has been read as well
      if (key === known) return;
      const pairs = rest.starts.flatMap(start => rest.alphas.map(alpha => [start, alpha]));
      now = { runs: pairs.map(([start, alpha]) => descend(gw, J, start, alpha, rest.epsilon, rest.most)) };
      known = key;
    }

    // What is looked at stays while a start is dragged within it.
    function look() {
      const { starts, J: text } = figure.state;
      const reach = 1.15 * Math.max(1, ...starts.map(Math.abs));
      const inside = range && starts.every(start => start >= range[0] && start <= range[1]);
      if (!inside || text !== drawn && text !== figure.kinds.J.value) range = view && starts.every(start => start >= view[0] && start <= view[1]) ? view : [-reach, reach];
      drawn = text;
      return range;
    }

    function place() {
      if (bySteps || handles.length === figure.state.starts.length) return;
      for (const handle of handles) handle.remove();
      handles = figure.state.starts.length > 12 ? [] : figure.state.starts.map((_, i) => main.handle({
        label: several ? `start ${i + 1}` : 'start w', kind: several ? `c${1 + i % 6}` : 'c2', low: () => main.a, high: () => main.b,
        step: () => 10 ** Math.round(Math.log10((main.b - main.a) / 100)),
        get: () => now.runs[i].path[0],
        move: x => figure.set({ starts: figure.state.starts.map((start, j) => j === i ? Number(x.toPrecision(6)) : start) }),
        says: () => `w = ${live.words(now.runs[i].start)}, J = ${live.words(now.runs[i].path[0][1])}`,
      }));
    }

    function draw() {
      descents();
      const { k } = figure.state, which = Math.min((figure.state.run || 1) - 1, now.runs.length - 1);
      const shown = now.runs.map(run => run.path.slice(0, k + 1));
      const run = now.runs[which], at = Math.min(k, run.path.length - 1), [w, height] = run.path[at];
      const kinds = now.runs.map((_, i) => bySteps ? ['c3', 'c1', 'c4', 'c2', 'c5', 'c6'][i % 6] : several ? `c${1 + i % 6}` : 'c2');
      const dw = J.slope(w);
      const most = Math.max(1, last());
      const runs = now.runs.length > 6 ? [] : now.runs.map((each, i) => [bySteps ? `α = ${live.words(each.alpha)}` : `from w = ${live.words(each.start)}`, kinds[i]]);
      legend(bySteps ? runs : [...several ? runs : [['J', 'c1'], ['steps of the descent', 'c2']], ['tangent', 'ink']]);
      if (bySteps) {
        const high = 1.12 * Math.max(...now.runs.flatMap(({ path }) => path.map(point => Math.abs(point[0])))) || 1;
        main.begin([0, Math.min(1.2 * most, MOST)], [-high, high]);
        main.curve([[0, 0], [main.b, 0]], 'ink');
        shown.forEach((path, i) => {
          const points = path.map(([x], step) => [step, x]);
          main.curve(points, kinds[i]);
          main.dots(points, kinds[i], 3);
        });
      } else {
        const [a, b] = look();
        const curve = live.sampled(J.value, a, b, SAMPLES);
        now.curve = curve;
        main.begin([a, b], live.heights(curve));
        main.curve(curve, several ? 'soft' : 'c1');
        shown.forEach((path, i) => { main.curve(path, kinds[i]); main.dots(path, kinds[i]); });
        if (Number.isFinite(dw)) {
          const reach = 0.16 * (b - a), line = x => [x, gw.derivative_tangent(w, height, dw, x)];
          main.curve([line(w - reach), line(w + reach)], 'ink');
        }
        main.dots([[w, height]], 'now', 6);
        place();
      }
      const all = now.runs.flatMap(({ path }) => path);
      costs.begin([0, most], live.heights(all));
      shown.forEach((path, i) => {
        const points = path.map(([, cost], step) => [step, cost]);
        costs.curve(points, kinds[i]);
        costs.dots(points, kinds[i], 2.5);
      });
      main.end();
      costs.end();

      const found = Number.isFinite(dw) ? judge(J.value, w, dw) : { words: 'there is no slope here', numeric: NaN, bound: NaN };
      const over = at === run.path.length - 1;
      const ending = !over ? `on its way, step ${at} of ${run.path.length - 1}`
        : run.left !== undefined ? `it diverges: from here a step leads to w = ${live.words(run.left)}, where J has no finite value`
          : `${run.ending === gw.DIVERGED ? 'it diverges: ' : ''}${gw.ending_text(run.ending)}`;
      numbers({
        step: `${at}`, w: live.words(w), J: live.words(height), dw: live.words(dw),
        measured: `${live.words(found.numeric, 10)} ± ${live.words(found.bound, 2)}`, verdict: found.words, ending,
      });
      if (over) figure.say(`After step ${at}: w = ${live.words(w)}, J = ${live.words(height)}; ${ending}.`);
      seen = { curve: now.curve, runs: now.runs, k, w, dw, numeric: found.numeric, bound: found.bound, verdict: found.verdict };
    }
    return { draw, seen: () => seen, state };
  }

  live.figure('05-descent/steps', { ...playground({
    J: 'w^2 + 12', starts: [5], alphas: [0.2], epsilon: 0.01, most: 50,
  }), draws: { alphas: 'alpha', starts: 'start', most: 'iterations' }, free: ['k'] });
  live.figure('05-descent/rates', playground({
    J: 'w^2 + 12', starts: [5], alphas: [0.02, 0.2, 0.9, 1.1], epsilon: 0.01, most: 30, bySteps: true, look: 2,
  }));
  live.figure('05-descent/nonconvex', playground({
    J: 'w^2/5 + 2*sin(2*w) + 3', starts: [-5.3, -2.3, 0.7, 0.9, 6.8], alphas: [0.05], epsilon: 0.001, most: 100, view: [-5.5, 7], look: 4,
  }));
})();
