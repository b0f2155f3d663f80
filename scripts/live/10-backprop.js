// Chapter 10: a network that learns in the page, and the checker that looks on.
'use strict';

(() => {
  const MOST = 20000, KEEP = 50, GRID = 61, REACH = 5, EXAMPLES = 400, BUDGET = 8;
  // The networks of the chapter draw their weights one after the other.
  const SIZES = [1, 2, 3, 4, 5, 20, 50];
  const BLOCKS = ['W1', 'b1', 'W2', 'b2'];

  // θ as it lies in memory, W1, b1, W2, b2, and a gw_network that looks at it.
  function parameters(gw, n, g) {
    const theta = gw.numbers(4 * n + 1), net = gw.struct('gw_network');
    const M = { W1: gw.over(theta, 0, n, 2), b1: gw.over(theta, 2 * n, n, 1), W2: gw.over(theta, 3 * n, 1, n), b2: gw.over(theta, 4 * n, 1, 1) };
    net.layers = 2;
    net.g[1] = g;
    for (const name of BLOCKS) net[name[0]][name[1]].copy(M[name]);
    return { theta, net, M };
  }

  // Room for a forward pass of these examples.
  function pass(gw, n, X) {
    const made = gw.struct('gw_network_pass'), M = { Z1: gw.matrix(n, X.cols), A1: gw.matrix(n, X.cols), Z2: gw.matrix(1, X.cols), A2: gw.matrix(1, X.cols) };
    made.A[0].copy(X);
    for (const name in M) made[name[0]][name[1]].copy(M[name]);
    return { pass: made, M };
  }

  function gradient(gw, n, m) {
    const made = gw.struct('gw_network_gradient'), all = gw.numbers(4 * n + 1);
    made.dZ[1].copy(gw.matrix(n, m));
    made.dZ[2].copy(gw.matrix(1, m));
    made.dW[1].copy(gw.over(all, 0, n, 2));
    made.db[1].copy(gw.over(all, 2 * n, n, 1));
    made.dW[2].copy(gw.over(all, 3 * n, 1, n));
    made.db[2].copy(gw.over(all, 4 * n, 1, 1));
    return { gradient: made, all };
  }

  // Everything of one training; it begins anew when one of these changes.
  function training(gw, { hidden: n, g, seed, alpha }) {
    const rng = gw.struct('gw_random'), activation = { tanh: gw.TANH, sigmoid: gw.SIGMOID, relu: gw.RELU }[g];
    gw.random_seed(rng, seed);
    const [X, test] = [gw.matrix(2, EXAMPLES), gw.matrix(2, EXAMPLES)], [Y, testY] = [gw.matrix(1, EXAMPLES), gw.matrix(1, EXAMPLES)];
    gw.synthetic_flower(rng, X, Y);
    gw.synthetic_flower(rng, test, testY);
    const own = parameters(gw, n, activation), kept = gw.mark();
    const place = SIZES.indexOf(n);
    for (const size of [...place < 0 ? SIZES : SIZES.slice(0, place), n]) {
      const W1 = size === n ? own.M.W1 : gw.matrix(size, 2), W2 = size === n ? own.M.W2 : gw.matrix(1, size);
      gw.random_fill_normal(rng, 0.01, W1);
      gw.random_fill_normal(rng, 0.01, W2);
    }
    gw.release(kept);
    const points = gw.matrix(2, GRID * GRID), line = i => -REACH + 2 * REACH * i / (GRID - 1);
    for (let j = 0; j < GRID * GRID; j++) {
      points.data[j] = line(j % GRID);
      points.data[GRID * GRID + j] = line(Math.floor(j / GRID));
    }
    const learn = pass(gw, n, X), seen = pass(gw, n, X), tested = pass(gw, n, test), map = pass(gw, n, points), slopes = gradient(gw, n, EXAMPLES);
    const t = { at: 0, costs: [], kept: [], diverged: false, X, Y, theta: own.theta, map: map.M };

    t.forward = () => {
      if (t.at % KEEP === 0) t.kept[t.at / KEEP] ||= own.theta.slice();
      try {
        t.costs[t.at] = gw.backprop_step(own.net, alpha, Y, learn.pass, slopes.gradient);
        t.at++;
      } catch (error) {
        if (!(error instanceof GwError)) throw error;
        t.diverged = true;
      }
    };
    // To iteration k, or as far as one comes in so many milliseconds.
    t.advance = (k, budget) => {
      const end = performance.now() + budget;
      if (k < t.at) {
        const i = Math.floor(k / KEEP);
        own.theta.set(t.kept[i]);
        t.at = i * KEEP;
        t.diverged = false;
      }
      while (t.at < k && !t.diverged && performance.now() < end) t.forward();
    };
    t.look = () => {
      const right = (room, labels) => {
        gw.network_forward(own.net, room.pass);
        return { cost: gw.loss_cost(room.M.Z2, labels), right: 100 * (1 - gw.loss_mistakes(room.M.Z2, labels) / EXAMPLES) };
      };
      gw.network_forward(own.net, map.pass);
      return { learned: right(seen, Y), tested: right(tested, testY) };
    };

    // The checker works on a copy, in slices. Its single steps (gw_network_steps) and its
    // evaluations of a whole point have passes of their own: neither may write where the
    // other reads.
    const copy = parameters(gw, n, activation), whole = parameters(gw, n, activation);
    const back = pass(gw, n, X), steps = pass(gw, n, X), full = pass(gw, n, X), claimed = gradient(gw, n, EXAMPLES), room = gw.matrix(1, EXAMPLES);
    const problem = gw.struct('gw_gradcheck_problem'), blocks = gw.array('gw_gradcheck_block', 4), ask = gw.struct('gw_gradcheck_ask');
    const summary = gw.struct('gw_gradcheck_summary'), memory = gw.memory(gw.gradcheck_bytes(4 * n + 1, 4));
    let first = 0;
    BLOCKS.forEach((name, i) => {
      const { rows, cols } = own.M[name];
      blocks[i].name = name;
      Object.assign(blocks[i], { first, rows, cols });
      first += rows * cols;
    });
    Object.assign(problem, { size: first, blocks: 4, theta: copy.theta, gradient: claimed.all, block: blocks, seed: 1 });
    t.buffers = { steps: [steps.M, room], full: [full.M] };
    let check;
    t.check = () => {
      copy.theta.set(own.theta);
      gw.network_forward(copy.net, back.pass);
      gw.backprop(copy.net, Y, back.pass, claimed.gradient);
      gw.network_steps_start(copy.net, Y, steps.pass);
      check = gw.gradcheck_start(problem, memory);
      t.checking = t.at;
    };
    // Returns what was found when the check has ended.
    t.checkOn = budget => {
      const end = performance.now() + budget;
      while (gw.gradcheck_next(check, ask)) {
        let J;
        if (ask.entry >= 0) {
          J = gw.network_steps_cost(copy.net, Y, steps.pass, ask.entry, ask.value, room);
        } else {
          gw.gradcheck_point(check, ask.id, whole.theta);
          gw.network_forward(whole.net, full.pass);
          J = gw.loss_cost(full.M.Z2, Y);
        }
        gw.gradcheck_tell(check, ask.id, J);
        if (performance.now() >= end) return null;
      }
      return BLOCKS.map((name, i) => {
        gw.gradcheck_block_result(check, i, summary);
        const { verdict, cause, digits } = summary;
        return { name, verdict, digits, words: gw.verdict_text(verdict) + (verdict === gw.PASS && digits > 0 ? `, ${Math.floor(digits)} digits` : verdict === gw.PASS ? '' : `: ${gw.cause_text(cause)}`) };
      });
    };
    return t;
  }

  function build(figure) {
    const { gw } = figure, base = gw.mark();
    const row = live.make('div', { class: 'live-row live-plots' });
    figure.host.append(row);
    const plane = new live.Plot(figure, row, { label: 'The flower, and the regions of the network', share: 1.5, square: true, x: { label: 'x₁' }, y: { label: 'x₂' } });
    const costs = new live.Plot(figure, row, { label: 'The cost by iteration', ratio: 0.9, x: { label: 'iteration' }, y: { label: 'J' } });
    const units = live.make('div', { class: 'live-units', role: 'img' });
    figure.host.append(units);
    figure.legend()([['y = 1', 'c1 point'], ['y = 0', 'c2 point'], ['the boundary, a = ½', 'ink']]);
    const go = k => figure.set({ k: Math.max(0, Math.min(MOST, k)) });
    figure.player({
      forward: () => go(figure.state.k + 1), back: () => go(now.at - 1), reset: () => go(0), over: () => figure.state.k >= MOST || now.diverged,
      tick: () => { now.advance(MOST, BUDGET); figure.set({ k: now.at }); }, finish: () => go(figure.state.k + 500), delay: 16,
    });
    figure.controls('live-fields', figure.field('hidden', { size: 3 }), figure.field('g'), figure.field('alpha', { size: 5 }), figure.field('seed', { size: 6 }), figure.field('k', { size: 6 }));
    const numbers = figure.numbers({ at: 'iteration', cost: 'cost J', learned: 'right, of those learned', tested: 'right, of new points', check: 'the checker says of the gradient' }, ['check']);
    const small = document.createElement('canvas');
    let now, known, timer, seen, verdicts, checked = -1, checkedFor, painted, next = 0;

    function restart() {
      const { k, ...rest } = figure.state, key = JSON.stringify(rest);
      if (key === known) return;
      known = undefined;
      gw.release(base);
      now = training(gw, rest);
      known = key;
      checked = -1;
      painted = undefined;
      checkedFor = verdicts = undefined;
      units.replaceChildren(...Array.from({ length: rest.hidden }, () => live.make('canvas')));
      units.setAttribute('aria-label', `What each of the ${rest.hidden} hidden units answers over the plane`);
    }

    function paint() {
      const { hidden, g } = figure.state, found = now.look(), colours = ['two-low', 'two-middle', 'two-high'].map(name => live.colour(figure, name));
      const [ink, c1, c2] = ['ink', 'c1', 'c2'].map(name => `rgb(${live.colour(figure, name)})`);
      const Z = now.map.Z2.data;
      live.map(small, Z, GRID, 3.5, colours);
      plane.begin([-REACH, REACH], [-REACH, REACH]);
      plane.paint(context => {
        const { left, top, right, bottom } = plane, cell = (right - left) / (GRID - 1);
        // The middle of an outer pixel is the edge of the plane.
        context.drawImage(small, left - cell / 2, top - cell / 2, right - left + cell, bottom - top + cell);
        for (let j = 0; j < EXAMPLES; j++) {
          const one = now.Y.data[j] > 0.5, x = plane.px(now.X.data[j]), y = plane.py(now.X.data[EXAMPLES + j]);
          context.fillStyle = one ? c1 : c2;
          context.beginPath();
          if (one) context.arc(x, y, 2.2, 0, 7); else context.rect(x - 2, y - 2, 4, 4);
          context.fill();
        }
        context.strokeStyle = ink;
        context.lineWidth = 2;
        context.beginPath();
        for (const [x0, y0, x1, y1] of live.zeros(Z, GRID)) { context.moveTo(left + x0 * cell, bottom - y0 * cell); context.lineTo(left + x1 * cell, bottom - y1 * cell); }
        context.stroke();
      });
      plane.end();
      // While it learns, four of the units' maps a frame; at rest, all.
      for (let i = 0; i < (now.at === painted ? hidden : Math.min(4, hidden)); i++) {
        const u = next = (next + 1) % hidden;
        const from = u * GRID * GRID, values = now.map.A1.data.subarray(from, from + GRID * GRID);
        live.map(units.children[u], g === 'sigmoid' ? values.map(a => 2 * a - 1) : values, GRID, g === 'relu' ? Math.max(1e-9, ...values) : 1, colours);
      }
      painted = now.at;
      const every = Math.max(1, Math.floor(now.at / 300)), list = now.costs.slice(0, now.at).map((J, i) => [i, J]).filter((_, i) => i % every === 0 || i === now.at - 1);
      costs.begin([0, Math.max(10, now.at)], [0, 1.05 * Math.max(0.7, ...list.map(([, J]) => J))]);
      costs.curve(list, 'c1');
      costs.end();
      numbers({
        at: now.diverged ? `${now.at}: it has diverged, and has no further` : now.at < figure.state.k ? `${now.at} of ${figure.state.k} …` : String(now.at),
        cost: live.words(found.learned.cost), learned: `${live.words(found.learned.right, 4)} %`, tested: `${live.words(found.tested.right, 4)} %`,
        check: verdicts ? `${verdicts.map(v => `d${v.name}: ${v.words}`).join(' · ')} (at iteration ${checkedFor})` : '…',
      });
      if (now.at >= figure.state.k || now.diverged) figure.say(`After ${now.at} iterations: cost ${live.words(found.learned.cost, 4)}, ${live.words(found.tested.right, 4)} % of new points right.`);
      const addresses = list => list.flatMap(M => M.data ? [M.data.byteOffset] : Object.values(M).map(each => each.data.byteOffset));
      seen = {
        at: now.at, costs: now.costs.slice(0, Math.min(now.at, 100)), theta: [...now.theta], ...found, points: [...now.X.data], labels: [...now.Y.data],
        map: [...Z], verdicts, checkedFor, buffers: { steps: addresses(now.buffers.steps), full: addresses(now.buffers.full) },
      };
    }

    // What is left to do: iterations, then a check of where they led, a slice at a time.
    function work(budget) {
      const { k } = figure.state;
      if (now.at < k && !now.diverged) {
        now.advance(k, budget);
        paint();
        return true;
      }
      if (now.checking === undefined && checkedFor !== now.at && (budget === Infinity || performance.now() - checked > 1000)) now.check();
      if (now.checking === undefined) return checkedFor !== now.at;
      const found = now.checkOn(budget);
      if (found) {
        verdicts = found;
        checkedFor = now.checking;
        now.checking = undefined;
        checked = performance.now();
        paint();
      }
      return checkedFor !== now.at;
    }
    function later() {
      if (timer) return;
      timer = setTimeout(() => { timer = undefined; if (work(BUDGET)) later(); }, checkedFor === undefined || now.at < figure.state.k ? 4 : 60);
    }

    function draw() {
      restart();
      now.advance(figure.state.k, BUDGET);
      paint();
      later();
    }
    return { draw, seen: () => seen, settle: () => { while (work(Infinity)); } };
  }

  live.figure('10-backprop/four', {
    state: {
      hidden: live.number('hidden units', 4, { low: 1, high: 20, whole: true }),
      g: live.choice('activation', 'tanh', [['tanh', 'tanh'], ['sigmoid', 'σ'], ['relu', 'ReLU']]),
      alpha: live.number('rate α', 1.2, { above: 0, high: 1e6 }),
      seed: live.number('seed', 10, { low: 0, high: 1e9, whole: true }),
      k: live.number('iterations', 2000, { low: 0, high: MOST, whole: true }),
    },
    build,
  });
})();
