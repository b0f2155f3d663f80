// Chapter 11: mistakes planted in the six equations and what the checker says of them, and
// the error of a slope by the length of its step.
'use strict';

(() => {
  // Milliseconds of work in a frame of eight, for it ends with a step, of one or two.
  const BUDGET = 6;
  const EXAMPLES = 40, SIZES = [2, 4, 1], COUNT = 17, ALPHA = 0.1;
  const EQUATIONS = [['all', 'wherever it belongs'], ['dZ2', 'in dZ2 = A2 − Y'], ['dW2', 'in dW2 alone'], ['db2', 'in db2 alone'],
    ['dZ1', "in dZ1 = W2ᵀ dZ2 ∘ g1'(Z1)"], ['dW1', 'in dW1 alone'], ['db1', 'in db1 alone']];
  const PLACES = { order1: [1, 0.5], start: [0.01, 0], zeros: [0, 0] };
  // The entries of θ by name, as the library counts them.
  const ENTRIES = [[4, 2, 'W1'], [4, 1, 'b1'], [1, 4, 'W2'], [1, 1, 'b2']].flatMap(([rows, cols, name]) => Array.from({ length: rows * cols }, (_, i) => {
    const row = Math.floor(i / cols) + 1;
    return name === 'b2' ? name : name === 'b1' ? `${name}[${row}]` : `${name}[${row},${i % cols + 1}]`;
  }));

  // The chapter's network on its small flower, at parameters of this size.
  function workbench(gw, { seed, g, place }) {
    const network = live.network(gw), rng = gw.struct('gw_random'), X = gw.matrix(2, EXAMPLES), Y = gw.matrix(1, EXAMPLES);
    const activation = { tanh: gw.TANH, sigmoid: gw.SIGMOID, relu: gw.RELU, 'leaky-relu': gw.LEAKY_RELU }[g];
    const made = () => ({ ...network.parameters(SIZES, activation), ...network.pass(SIZES, X) });
    gw.random_seed(rng, seed);
    gw.synthetic_flower(rng, X, Y);
    const own = network.parameters(SIZES, activation), [scale, biases] = PLACES[place];
    gw.random_fill_normal(rng, scale, own.M.W1);
    gw.random_fill_normal(rng, scale, own.M.W2);
    gw.random_fill_normal(rng, biases, own.M.b1);
    gw.random_fill_normal(rng, biases, own.M.b2);
    return { X, Y, own, network, pass: () => network.pass(SIZES, X), gradient: () => network.gradient(SIZES, EXAMPLES), copy: made };
  }

  // A mistake planted, and the session of the checker about it.
  function planted(gw, state) {
    const bench = workbench(gw, state), { X, Y, own } = bench, { lambda } = state;
    const right = bench.gradient(), gradient = bench.gradient(), mistaken = bench.gradient(), pass = bench.pass();
    const work = gw.matrix(1, gw.mistakes_network_work(own.net, EXAMPLES));
    const mistakes = (k, into) => gw.mistakes_network(k, own.net, X, Y, lambda, ALPHA, work, into.gradient);
    const mistake = Number(state.mistake);
    gw.network_forward(own.net, pass.pass);
    mistakes(0, right);
    mistakes(0, gradient);
    mistakes(mistake, mistaken);
    gw.planted(EQUATIONS.findIndex(([key]) => key === state.equation), own.net, pass.pass, lambda, mistaken.gradient, gradient.gradient);

    // The cost has a network of its own, which the checker moves.
    const moved = bench.network.parameters(SIZES, own.net.g[1]), seen = bench.pass();
    const cost = ask => {
      moved.theta.set(gw.at(ask.at, COUNT));
      if (ask.entry >= 0) moved.theta[ask.entry] = ask.value;
      try {
        gw.network_forward(moved.net, seen.pass);
        return gw.loss_cost(seen.M.Z2, Y) + gw.planted_regulariser(moved.net, lambda, EXAMPLES);
      } catch (error) {
        if (!(error instanceof GwError)) throw error;
        return NaN;
      }
    };
    // The mistakes of the bank but NONE, each with its own key and text in memory.
    const texts = Array.from({ length: gw.MISTAKES }, (_, k) => ({ key: gw.text(gw.mistake_key(k)), text: gw.text(gw.mistake_text(k)) }));
    const variant = k => { mistakes(k + 1, mistaken); return { gradient: mistaken.all, ...texts[k + 1] }; };
    const session = live.session(gw, { theta: own.theta, gradient: gradient.all, M: own.M, examples: EXAMPLES, alpha: ALPHA, cost, variants: gw.MISTAKES - 1, variant });
    return { session, right: right.all, gradient: gradient.all };
  }

  // Whether what was planted can be seen at all, in words.
  function visible(gw, state, now, entries) {
    if (Number(state.mistake) === 0) return 'The right gradient: nothing is planted.';
    if (now.gradient.every((x, i) => x === now.right[i])) return 'Here this changes no number of the gradient. No check could see it.';
    if (entries.every(({ bound }, i) => Math.abs(now.gradient[i] - now.right[i]) <= bound)) return 'At this point the mistake moves no number by more than the bound: it is hidden here.';
    const wrong = entries.filter(({ verdict }) => verdict === gw.FAIL).length;
    return wrong ? `Caught: ${wrong} of ${COUNT} numbers fail.` : 'No number fails, but not all pass: where the checker cannot tell, it says so.';
  }

  live.figure('11-gradcheck/mistakes', {
    state: gw => ({
      mistake: live.choice('mistake', String(gw.MISTAKE_MISSING_ACTIVATION_DERIVATIVE), Array.from({ length: gw.MISTAKES }, (_, k) => [String(k), gw.mistake_text(k)])),
      equation: live.choice('planted', 'all', EQUATIONS),
      g: live.choice('activation', 'tanh', [['tanh', 'tanh'], ['sigmoid', 'σ'], ['relu', 'ReLU'], ['leaky-relu', 'leaky ReLU']]),
      place: live.choice('parameters', 'order1', [['order1', 'of the size of 1'], ['start', 'small, biases 0'], ['zeros', 'all zero']]),
      lambda: live.number('regulariser λ', 0.5, { low: 0, high: 1000 }),
      seed: live.number('seed', 11, { low: 0, high: 1e9, whole: true }),
      entry: live.choice('entry', 'W1[1,1]', ENTRIES.map(name => [name, name])),
    }),
    build(figure) {
      const { gw, state } = figure, base = gw.mark();
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      const bars = new live.Plot(figure, row, { label: 'The error of each entry of the gradient', ratio: 0.75, x: { label: 'parameter', ticks: [[4.5, 'W1'], [10.5, 'b1'], [14.5, 'W2'], [17, 'b2']].map(([at, name]) => [at, live.raised(name)]) },
        y: { label: 'error, over the largest slope', log: true } });
      figure.legend()([['within the bound', 'c1 point'], ['fails', 'c2 point'], ['undecided', 'c4 point'], ["the checker's bound", 'ink']]);
      figure.controls('live-fields', figure.field('mistake'), figure.field('equation'));
      figure.controls('live-fields', figure.field('g'), figure.field('place'), figure.field('lambda', { size: 4 }), figure.field('seed', { size: 5 }), figure.field('entry'));
      const numbers = figure.numbers({ all: 'the checker says', analytic: 'this entry', numeric: 'as measured', bound: 'bound', verdict: 'verdict' }, ['all', 'verdict']);
      const table = figure.table(['block', 'verdict', 'what it looks like']);
      const place = () => ENTRIES.indexOf(figure.state.entry);
      bars.handle({ label: 'Entry of the gradient', kind: 'ink small', low: 1, high: COUNT, step: 1, get: () => [place() + 1, 10 ** -13.4],
        move: x => figure.set({ entry: ENTRIES[Math.round(x) - 1] }), says: () => figure.state.entry });
      let now, known, seen, found, tabled;

      function restart() {
        const { entry, ...rest } = figure.state, key = JSON.stringify(rest);
        if (key === known) return;
        known = undefined;
        gw.release(base);
        now = planted(gw, rest);
        known = key;
        found = undefined;
      }

      function paint() {
        const entries = found ? found.entries : [], size = Math.max(...entries.map(({ numeric }) => Math.abs(numeric)).filter(Number.isFinite), 0) || 1;
        const errors = entries.map(({ analytic, numeric, bound }) => [Math.max(Math.abs(analytic - numeric) / size, 1e-13), bound / size]);
        const top = Math.max(10 ** 1.5, ...errors.map(([error]) => 2 * error).filter(Number.isFinite));
        bars.begin([0.3, COUNT + 0.7], [10 ** -13.8, top]);
        for (const x of [8.5, 12.5, 16.5]) bars.add('line', { class: 'grid', x1: bars.px(x), x2: bars.px(x), y1: bars.top, y2: bars.bottom });
        errors.forEach(([error, bound], i) => {
          const left = bars.px(i + 0.69), right = bars.px(i + 1.31), kind = entries[i].verdict === gw.PASS ? 'c1' : entries[i].verdict === gw.FAIL ? 'c2' : 'c4';
          if (Number.isFinite(error)) bars.add('rect', { class: `bar ${kind}${i === place() ? ' chosen' : ''}`, x: left, y: bars.py(error), width: right - left, height: Math.max(0, bars.bottom - bars.py(error)) });
          if (Number.isFinite(bound) && bound > 0) bars.add('path', { class: 'line ink', d: `M${bars.px(i + 0.58)} ${bars.py(bound)}H${bars.px(i + 1.42)}` });
        });
        bars.end();
        const e = entries[place()], words = x => e ? live.words(x, 10) : '…';
        numbers({ all: found ? found.words : '…', analytic: words(e?.analytic), numeric: words(e?.numeric), bound: e ? live.words(e.bound, 3) : '…',
          verdict: e ? live.verdict(gw, e) : '…' });
        if (found && found !== tabled) {
          const told = new Map();
          table(found.blocks.map(({ name, words, diagnoses }) => [live.raised(`d${name}`), words, diagnoses.map(({ key, text }) => {
              const before = told.get(text);
              told.set(text, before || name);
              return before ? `${key}, as d${before}` : `${key}: ${text}`;
            }).join('; ')]));
          tabled = found;
          figure.say(`${found.words} ${found.blocks.map(({ name, words }) => `d${name} ${words}`).join(', ')}.`);
        }
        seen = { gradient: [...now.gradient], entries, blocks: found?.blocks, words: found?.words, errors, evaluations: found?.evaluations };
      }

      function work(budget) {
        if (found) return false;
        if (!now.session.on(budget)) return true;
        const entries = now.session.entries();
        found = { entries, blocks: now.session.blocks(), words: visible(gw, figure.state, now, entries), evaluations: now.session.evaluations() };
        paint();
        return false;
      }
      const later = figure.slices(() => work(BUDGET));
      function draw() {
        const end = performance.now() + BUDGET;
        restart();
        if (found) paint();
        else if (work(end - performance.now())) { paint(); later(); }
      }
      return { draw, seen: () => seen, settle: () => { while (work(Infinity)); } };
    },
  });

  const KINDS = [['forward', 'c1'], ['central', 'c2'], ['extrapolated', 'c3'], ['complex', 'c4']];
  const LOWEST = -15, STEPS = 61;

  live.figure('11-gradcheck/vcurve', {
    draws: { seed: 'seed' }, free: ['h'],
    state: {
      entry: live.choice('slope', 'all', [['all', 'typical, over all 17'], ...ENTRIES.map(name => [name, `in ${name}`])]),
      h: live.number('step h', 1e-5, { low: 1e-15, high: 1 }),
      g: live.choice('activation', 'tanh', [['tanh', 'tanh'], ['sigmoid', 'σ']]),
      seed: live.number('seed', 11, { low: 0, high: 1e9, whole: true }),
    },
    build(figure) {
      const { gw } = figure, base = gw.mark();
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      const plot = new live.Plot(figure, row, { label: 'The error of a slope by its step', ratio: 0.75, x: { label: 'step h, shorter to the right', log: true, falls: true }, y: { label: 'error of the slope', log: true } });
      figure.legend()([...KINDS.map(([name, kind]) => [name === 'complex' ? 'complex step' : name, kind]), ["the checker's bound", 'ink']]);
      figure.controls('live-fields', figure.field('entry'), figure.field('h', { size: 8 }), figure.field('g'), figure.field('seed', { size: 5 }));
      const numbers = figure.numbers({ forward: 'error, forward', central: 'central', extrapolated: 'extrapolated', complex: 'complex step', best: 'best step, central', check: 'the checker says' }, ['check'], ['best']);
      const index = () => ENTRIES.indexOf(figure.state.entry);
      plot.handle({ label: 'Step h', kind: 'ink small', low: 1e-15, high: 1, step: 10 ** 0.25, get: () => [figure.state.h, 1e-17], move: x => figure.set({ h: Number(x.toPrecision(3)) }) });
      const steps = Array.from({ length: STEPS }, (_, i) => 10 ** (LOWEST * i / (STEPS - 1)));
      let now, known, curve, curveOf, timer, seen;

      function restart() {
        const { seed, g, entry } = figure.state, key = JSON.stringify([seed, g]);
        if (key !== known) {
          known = undefined;
          gw.release(base);
          const bench = workbench(gw, { seed, g, place: 'order1' }), { own, X, Y } = bench, pass = bench.pass(), gradient = bench.gradient();
          const truths = gw.matrix(COUNT, 2), errors = gw.matrix(gw.DIFFERENCE_KINDS, 1), moved = bench.network.parameters(SIZES, own.net.g[1]);
          gw.network_forward(own.net, pass.pass);
          gw.backprop(own.net, Y, pass.pass, gradient.gradient);
          const cost = ask => {
            moved.theta.set(gw.at(ask.at, COUNT));
            if (ask.entry >= 0) moved.theta[ask.entry] = ask.value;
            gw.network_forward(moved.net, pass.pass);
            return gw.loss_cost(pass.M.Z2, Y);
          };
          now = {
            truths: [], entries: null, session: live.session(gw, { theta: own.theta, gradient: gradient.all, M: own.M, cost }),
            // The slope of the next entry in twice the digits.
            truth() {
              const { slope, rest } = gw.doubled_network_slope(own.net, X, Y, now.truths.length, 1e-6);
              truths.data.set([slope, rest], 2 * now.truths.length);
              now.truths.push(slope);
            },
            at(h) {
              gw.differences_errors(gw.DOUBLE, own.net, Y, pass.pass, index(), truths, h, errors);
              return [...errors.data];
            },
          };
          known = key;
          curveOf = undefined;
        }
        if (curveOf !== entry) { curve = []; curveOf = entry; }
      }

      // What is left to do: the truth, entry by entry; the checker; the curve, step by step.
      function work(budget) {
        const end = performance.now() + budget;
        do {
          if (now.truths.length < COUNT) now.truth();
          else if (!now.entries) { if (now.session.on(end - performance.now())) now.entries = now.session.entries(); }
          else if (curve.length < STEPS) curve.push([steps[curve.length], ...now.at(steps[curve.length])]);
        } while ((curve.length < STEPS) && performance.now() < end);
        return curve.length < STEPS;
      }

      function paint() {
        const { h } = figure.state, i = index(), here = now.entries && now.at(h);
        // For all together, the entry with the fewest digits, as the picture has it.
        const e = now.entries && (now.entries[i] || now.entries.reduce((a, b) => b.digits < a.digits ? b : a));
        plot.begin([1, 10 ** LOWEST], [1e-18, 10]);
        plot.add('path', { class: 'line soft', d: `M${plot.px(h)} ${plot.top}V${plot.bottom}` });
        KINDS.forEach(([, kind], k) => plot.curve(curve.map(point => [point[0], point[k + 1]]), kind));
        if (e) plot.curve([[1, e.bound], [10 ** LOWEST, e.bound]], 'ink');
        if (here) KINDS.forEach(([, kind], k) => plot.dots([[h, here[k]]], kind, 4.5));
        plot.end();
        if (!e) return;
        const best = curve.reduce((a, b) => b[2] < a[2] ? b : a, [NaN, 0, Infinity]);
        const words = { best: curve.length < STEPS ? '…' : `h = ${live.words(best[0], 2)}, error ${live.words(best[2], 2)}`,
          check: `${live.verdict(gw, e)}: analytic ${live.words(e.analytic, 12)}, measured ${live.words(e.numeric, 12)}, bound ${live.words(e.bound, 3)}` };
        KINDS.forEach(([name], k) => { words[name] = live.words(here[k], 3); });
        numbers(words);
        figure.say(`At h = ${live.words(h, 3)} the error is ${KINDS.map(([name]) => `${words[name]} ${name}`).join(', ')}.`);
        seen = { curve, bound: e.bound, here, numeric: e.numeric, analytic: e.analytic, verdict: e.verdict, truth: i < 0 ? null : now.truths[i] };
      }

      const later = figure.slices(() => { const more = work(BUDGET); if (!more || !live.still.matches) paint(); return more; });
      function draw() {
        const end = performance.now() + BUDGET;
        restart();
        const more = work(end - performance.now());
        paint();
        if (more) later();
      }
      return { draw, seen: () => seen, settle: () => { while (work(Infinity)); paint(); } };
    },
  });
})();
