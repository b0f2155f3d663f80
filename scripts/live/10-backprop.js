// Chapter 10: a network that learns in the page, and the checker that looks on; networks of
// several sizes; and the six equations with the numbers of one example.
'use strict';

(() => {
  // BUDGET: milliseconds of training a frame, to which the passes for the maps come.
  const MOST = 20000, EXAMPLES = 400, BUDGET = 4, MOST_POINTS = 60;
  // The networks of the chapter draw their weights one after the other.
  const SIZES = [1, 2, 3, 4, 5, 20, 50];
  const ACTIVATIONS = [['tanh', 'tanh'], ['sigmoid', 'σ'], ['relu', 'ReLU']];
  const activation = (gw, g) => ({ tanh: gw.TANH, sigmoid: gw.SIGMOID, relu: gw.RELU })[g];
  // What one begins with who clicks points of one's own: xor, by hand.
  const FOUR = { x1: [-3, 3, -3, 3], x2: [-3, 3, 3, -3], y: [1, 1, 0, 0] };

  const noise = () => live.number('noise', 0.2, { low: 0, high: 5 });
  const common = {
    alpha: live.number('rate α', 1.2, { above: 0, high: 1e6 }),
    seed: live.number('seed', 10, { low: 0, high: 1e9, whole: true }),
    k: live.number('iterations', 2000, { low: 0, high: MOST, whole: true }),
  };

  // The points, and start(n, g): a network of n hidden units as the chapter draws it.
  function beginning(gw, { seed, data, noise: spread, size: deviation = 0.01, own = [] }) {
    const rng = gw.struct('gw_random'), again = gw.struct('gw_random'), network = live.network(gw);
    gw.random_seed(rng, seed);
    const points = live.points(gw, rng, { data, noise: spread, own }, EXAMPLES);
    const start = (n, g) => {
      const made = network.parameters([2, n, 1], activation(gw, g)), kept = gw.mark(), place = SIZES.indexOf(n);
      again.copy(rng);
      for (const size of [...place < 0 ? SIZES : SIZES.slice(0, place), n]) {
        const W1 = size === n ? made.M.W1 : gw.matrix(size, 2), W2 = size === n ? made.M.W2 : gw.matrix(1, size);
        gw.random_fill_normal(again, deviation, W1);
        gw.random_fill_normal(again, deviation, W2);
      }
      gw.release(kept);
      return made;
    };
    return { ...points, start };
  }

  // Everything of one training; it begins anew when one of these changes.
  function training(gw, { hidden: n, g, alpha, x1, x2, y, ...rest }) {
    const network = live.network(gw), sizes = [2, n, 1];
    const { X, Y, newX, newY, start } = beginning(gw, { ...rest, own: x1.map((_, i) => [x1[i], x2[i], y[i]]) }), own = start(n, g);
    const t = live.training(gw, { sizes, own, X, Y, alpha }), map = network.pass(sizes, live.grid(gw)), tested = newX && network.pass(sizes, newX);
    Object.assign(t, { X, Y, theta: own.theta, map: map.M });
    t.look = () => {
      gw.network_forward(own.net, map.pass);
      return { learned: t.right(), tested: tested && t.right(newY, tested) };
    };

    // The checker works on a copy, in slices. Its single steps (gw_network_steps) and its
    // evaluations of a whole point have passes of their own: neither may write where the
    // other reads.
    const [copy, whole] = [0, 0].map(() => network.parameters(sizes, own.net.g[1]));
    const [back, steps, full] = [0, 0, 0].map(() => network.pass(sizes, X)), claimed = network.gradient(sizes, X.cols), room = gw.matrix(1, X.cols);
    const cost = ask => {
      if (ask.entry >= 0) return gw.network_steps_cost(copy.net, Y, steps.pass, ask.entry, ask.value, room);
      whole.theta.set(gw.at(ask.at, whole.theta.length));
      gw.network_forward(whole.net, full.pass);
      return gw.loss_cost(full.M.Z2, Y);
    };
    t.cost = cost;
    const above = gw.mark();
    t.check = () => {
      copy.theta.set(own.theta);
      gw.network_forward(copy.net, back.pass);
      gw.backprop(copy.net, Y, back.pass, claimed.gradient);
      gw.network_steps_start(copy.net, Y, steps.pass);
      gw.release(above);
      t.session = live.session(gw, { theta: copy.theta, gradient: claimed.all, M: own.M, cost });
      t.checking = t.at;
    };
    return t;
  }

  live.figure('10-backprop/four', {
    draws: { seed: 'seed', alpha: 'alpha', hidden: 'hidden', k: 'iterations' }, free: ['x1', 'x2', 'y', 'adds'],
    state: {
      data: live.choice('data', 'flower', [...live.SETS, ['own', 'points of my own']]),
      noise: noise(),
      hidden: live.number('hidden units', 4, { low: 1, high: 20, whole: true }),
      g: live.choice('activation', 'tanh', ACTIVATIONS),
      size: live.number('weights start by', 0.01, { low: 0, high: 10 }),
      ...common,
      x1: live.numbers('x₁', FOUR.x1, MOST_POINTS, { low: -live.REACH, high: live.REACH }),
      x2: live.numbers('x₂', FOUR.x2, MOST_POINTS, { low: -live.REACH, high: live.REACH }),
      y: live.numbers('class', FOUR.y, MOST_POINTS, { low: 0, high: 1, whole: true }),
      adds: live.choice('a click adds', '1', [['1', 'y = 1'], ['0', 'y = 0']]),
    },
    build(figure) {
      const { gw } = figure, base = gw.mark();
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      const plane = new live.Plot(figure, row, { label: 'The points, and the regions of the network', share: 1.5, square: true, x: { label: 'x₁' }, y: { label: 'x₂' } });
      const costs = new live.Plot(figure, row, { label: 'The cost by iteration', ratio: 0.9, x: { label: 'iteration' }, y: { label: 'J' } });
      const units = live.make('div', { class: 'live-units', role: 'img' });
      figure.host.append(units);
      figure.legend()([['y = 1', 'c1 point'], ['y = 0', 'hollow point'], ['the boundary, a = ½', 'ink']]);
      const go = k => figure.set({ k: Math.max(0, Math.min(MOST, k)) });
      figure.player({
        forward: () => go(figure.state.k + 1), back: () => go(now.at - 1), reset: () => go(0), over: () => figure.state.k >= MOST || now.diverged,
        tick: () => { now.advance(MOST, BUDGET); figure.set({ k: now.at }); }, finish: () => go(figure.state.k + 500), delay: 16,
      });
      figure.controls('live-fields', figure.field('data'), figure.field('noise', { size: 4 }), figure.field('hidden', { size: 3 }), figure.field('g'), figure.field('size', { size: 4 }), figure.field('alpha', { size: 5 }), figure.field('seed', { size: 6 }), figure.field('k', { size: 6 }));

      // Points of one's own: at a click, or with the keyboard at the ring.
      const ring = { x: 1, y: 1 }, mine = () => figure.state.data === 'own';
      const add = (a, b) => {
        const { x1, x2, y, adds } = figure.state;
        if (x1.length >= MOST_POINTS) throw new Refused(`There is room for ${MOST_POINTS} points.`);
        figure.set({ x1: [...x1, Number(a.toPrecision(3))], x2: [...x2, Number(b.toPrecision(3))], y: [...y, Number(adds)] });
      };
      const fewer = count => {
        if (count < 1) throw new Refused('At least one point must stay.');
        figure.set({ x1: figure.state.x1.slice(0, count), x2: figure.state.x2.slice(0, count), y: figure.state.y.slice(0, count) });
      };
      const hand = figure.controls('live-fields', figure.field('adds'), figure.button('Add at the ring', () => add(ring.x, ring.y)),
        figure.button('Remove the last', () => fewer(figure.state.x1.length - 1)), figure.button('Remove all but one', () => fewer(1)));
      const { group } = plane.handle({
        label: 'ring, where a point is added', kind: 'ring', low: -live.REACH, high: live.REACH, step: 0.25, free: true, lowY: -live.REACH, highY: live.REACH, stepY: 0.25,
        get: () => [ring.x, ring.y], move: (x, y) => { Object.assign(ring, { x, y }); plane.end(); }, says: () => `x₁ = ${live.words(ring.x, 3)}, x₂ = ${live.words(ring.y, 3)}`,
      });
      plane.svg.addEventListener('click', event => {
        if (!mine() || event.target.closest('.handle')) return;
        const box = plane.svg.getBoundingClientRect(), x = plane.xAt(event.clientX - box.left), y = plane.yAt(event.clientY - box.top);
        if (Math.max(Math.abs(x), Math.abs(y)) <= live.REACH) figure.attempt(null, () => add(x, y));
      });

      const numbers = figure.numbers({ at: 'iteration', cost: 'cost J', learned: 'right, of those learned', tested: 'right, of new points', check: 'the checker says of the gradient' }, ['check']);
      const small = document.createElement('canvas');
      let now, known, seen, verdicts, checked = -1, checkedFor, painted, next = 0;

      function restart() {
        const { k, adds, ...rest } = figure.state, key = JSON.stringify(rest);
        if (key === known) return;
        known = undefined;
        if (rest.x1.length !== rest.x2.length || rest.x1.length !== rest.y.length) throw new Refused('Each point has an x₁, an x₂ and a class.');
        gw.release(base);
        now = training(gw, rest);
        known = key;
        checked = -1;
        painted = undefined;
        checkedFor = verdicts = undefined;
        units.replaceChildren(...Array.from({ length: rest.hidden }, () => live.make('canvas')));
        units.setAttribute('aria-label', `What each of the ${rest.hidden} hidden units answers over the plane`);
        figure.fields.noise.parentElement.hidden = mine();
        hand.hidden = !mine();
        group.style.display = mine() ? '' : 'none';
      }

      function paint() {
        const { hidden, g } = figure.state, found = now.look(), { REACH } = live;
        plane.begin([-REACH, REACH], [-REACH, REACH]);
        live.regions(figure, plane, small, now.map.Z2.data, now.X, now.Y);
        plane.end();
        // While it learns, four of the units' maps a frame; at rest, all.
        const colours = live.regionColours(figure), still = now.at === painted || now.at >= figure.state.k || now.diverged;
        for (let i = 0; i < (still ? hidden : Math.min(4, hidden)); i++) {
          next = (next + 1) % hidden;
          live.unit(units.children[next], now.map.A1.data, next, g, colours);
        }
        painted = now.at;
        const list = live.costLine(now.costs, now.at);
        costs.begin([0, Math.max(10, now.at)], [0, 1.05 * Math.max(0.7, ...list.map(([, J]) => J))]);
        costs.curve(list, 'c1');
        costs.end();
        numbers({
          at: now.diverged ? `${now.at}: it has diverged, and has no further` : now.at < figure.state.k ? `${now.at} of ${figure.state.k} …` : String(now.at),
          cost: live.words(found.learned.cost), learned: `${live.words(found.learned.right, 4)} %`, tested: found.tested ? `${live.words(found.tested.right, 4)} %` : 'there are none',
          check: verdicts ? `${verdicts.map(v => `d${v.name}: ${v.words}`).join(' · ')} (at iteration ${checkedFor})` : '…',
        });
        if (now.at >= figure.state.k || now.diverged) figure.say(`After ${now.at} iterations: cost ${live.words(found.learned.cost, 4)}, ${live.words((found.tested || found.learned).right, 4)} % ${found.tested ? 'of new points' : 'of the points'} right.`);
        seen = () => ({
          at: now.at, costs: now.costs.slice(0, Math.min(now.at, 100)), highest: Math.max(...now.costs.slice(100, now.at)), theta: [...now.theta], ...found, points: [...now.X.data], labels: [...now.Y.data],
          map: [...now.map.Z2.data], verdicts, checkedFor,
        });
      }

      // What is left to do: iterations, then a check of where they led, a slice at a time.
      function work(budget) {
        const { k } = figure.state;
        if (now.at < k && !now.diverged) {
          now.advance(k, budget);
          const over = now.at >= k || now.diverged;
          if (over || !live.still.matches) paint();
          return true;
        }
        if (now.checking === undefined && checkedFor !== now.at && (budget === Infinity || performance.now() - checked > 1000)) now.check();
        if (now.checking === undefined) return checkedFor !== now.at;
        if (now.session.on(budget)) {
          verdicts = now.session.blocks();
          checkedFor = now.checking;
          now.checking = undefined;
          checked = performance.now();
          paint();
        }
        return checkedFor !== now.at;
      }
      const later = figure.slices(() => work(BUDGET), () => checkedFor === undefined || now.at < figure.state.k ? 4 : 60);

      // What begins anew is painted in the next slice.
      function draw() {
        const before = now;
        restart();
        if (now === before || !before) {
          now.advance(figure.state.k, BUDGET);
          paint();
        }
        later();
      }
      return { draw, seen: () => seen(), settle: () => { while (work(Infinity)); }, checked: () => now };
    },
  });

  const FLOWER = 2000;

  live.figure('10-backprop/sizes', {
    state: {
      units: live.numbers('hidden units', SIZES, 7, { low: 1, high: 50, whole: true }),
      data: live.choice('data', 'flower', live.SETS), noise: noise(), g: live.choice('activation', 'tanh', ACTIVATIONS),
      alpha: common.alpha, seed: common.seed, k: live.number('iterations', FLOWER, { low: 0, high: FLOWER, whole: true }),
    },
    build(figure) {
      const { gw } = figure, base = gw.mark(), network = live.network(gw);
      const maps = live.make('div', { class: 'live-maps' }), row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(maps, row);
      const plot = new live.Plot(figure, row, { label: 'What part is right, by the number of hidden units', ratio: 0.4, x: { label: 'hidden units', log: true, ticks: [] }, y: { label: 'right, %' } });
      figure.legend()([['right, of those learned', 'c3'], ['right, of new points', 'c4']]);
      const go = k => figure.set({ k: Math.max(0, Math.min(FLOWER, k)) }), forward = () => go(figure.state.k + 50);
      figure.player({ forward, back: () => go(figure.state.k - 50), reset: () => go(0), over: () => figure.state.k >= FLOWER, tick: forward, finish: () => go(FLOWER), delay: 60 });
      figure.controls('live-fields', figure.field('units', { size: 18 }), figure.field('data'), figure.field('noise', { size: 4 }), figure.field('g'), figure.field('alpha', { size: 5 }), figure.field('seed', { size: 6 }), figure.field('k', { size: 5 }));
      const small = document.createElement('canvas');
      let now, known, seen, next = 0, turn = 0;

      function restart() {
        const { k, ...rest } = figure.state, key = JSON.stringify(rest);
        if (key === known) return;
        known = undefined;
        gw.release(base);
        const points = beginning(gw, rest), { X, Y, newX, newY, start } = points;
        now = { points, grid: live.grid(gw), nets: rest.units.map(n => {
          const sizes = [2, n, 1], own = start(n, rest.g), tested = network.pass(sizes, newX);
          return { n, sizes, own, t: live.training(gw, { sizes, own, X, Y, alpha: rest.alpha }), look() { this.learned = this.t.right(); this.tested = this.t.right(newY, tested); } };
        }) };
        known = key;
        maps.replaceChildren(...now.nets.map(net => {
          net.canvas = live.make('canvas', { width: 122, height: 122 });
          net.words = live.make('figcaption');
          return live.make('figure', {}, net.canvas, net.words);
        }));
      }

      // The regions of one network, its boundary, and every second point.
      function map(net) {
        const mark = gw.mark(), over = network.pass(net.sizes, now.grid), context = net.canvas.getContext('2d'), side = net.canvas.width, cell = side / (live.GRID - 1);
        gw.network_forward(net.own.net, over.pass);
        live.map(small, over.M.Z2.data, live.GRID, 3.5, live.regionColours(figure));
        context.drawImage(small, 0, 0, side, side);
        const { X, Y } = now.points, [ink, ...kinds] = ['ink', 'c2', 'c1'].map(name => `rgb(${live.colour(figure, name)})`), at = x => (x + live.REACH) / (2 * live.REACH) * side;
        kinds.forEach((kind, y) => {
          context.fillStyle = kind;
          context.beginPath();
          for (let i = 0; i < X.cols; i += 2) if (Y.data[i] === y) context.rect(at(X.data[i]) - 1, side - at(X.data[X.cols + i]) - 1, 2, 2);
          context.fill();
        });
        context.strokeStyle = ink;
        context.lineWidth = 1.5;
        context.beginPath();
        for (const [x0, y0, x1, y1] of live.levels(over.M.Z2.data, live.GRID, [0])) { context.moveTo(x0 * cell, side - y0 * cell); context.lineTo(x1 * cell, side - y1 * cell); }
        context.stroke();
        gw.release(mark);
        net.look();
        net.words.textContent = `${net.n} unit${net.n > 1 ? 's' : ''}:\n${live.words(net.learned.right, 4)} %${net.t.diverged ? `, diverged after ${net.t.at}` : ''}`;
      }

      // A map a frame, that of the next network that has learned since it was drawn; or, every
      // third frame and at the end, what they have come to.
      function paint(all) {
        const nets = now.nets, stale = nets.map((_, i) => nets[(next + 1 + i) % nets.length]).find(net => net.drawn !== net.t.at);
        if (stale) { map(stale); stale.drawn = stale.t.at; next = nets.indexOf(stale); }
        if (stale && seen && nets.some(net => net.drawn !== net.t.at) && turn++ % 3) return;
        for (const net of now.nets) if (!net.learned) net.look();
        const list = [...now.nets].sort((p, q) => p.n - q.n), rows = list.map(net => [net.n, net.learned.right, net.tested.right]);
        plot.x.ticks = rows.map(([n]) => [n, String(n)]);
        plot.begin([0.85 * rows[0][0], 1.2 * rows[rows.length - 1][0]], [Math.min(60, ...rows.flatMap(([, ...two]) => two)) - 2, 100]);
        ['c3', 'c4'].forEach((kind, i) => { const line = rows.map(each => [each[0], each[i + 1]]); plot.curve(line, kind); plot.dots(line, kind, 4); });
        plot.end();
        seen = () => ({ at: now.nets.map(({ t }) => t.at), rows, costs: now.nets.map(({ t, n }) => [n, ...t.costs.slice(0, 100)]) });
        if (all) figure.say(`After ${figure.state.k} iterations: ${rows.map(([n, , tested]) => `${n} units ${live.words(tested, 4)} %`).join(', ')} of new points right.`);
      }

      // The network that lags behind goes on.
      function work(budget) {
        const { k } = figure.state, end = performance.now() + budget;
        for (;;) {
          const waiting = now.nets.filter(({ t }) => t.at < k && !t.diverged), net = waiting.sort((p, q) => p.t.at - q.t.at)[0], left = end - performance.now();
          if (!net || left <= 0) {
            if (!net || !live.still.matches) paint(!net);
            return Boolean(net) || now.nets.some(each => each.drawn !== each.t.at);
          }
          net.t.advance(Math.min(k, net.t.at + 20), left);
        }
      }
      const later = figure.slices(() => work(BUDGET));

      // What begins anew is painted in the next slice.
      function draw() {
        const before = now;
        restart();
        for (const net of now.nets) {
          if (net.t.at > figure.state.k) net.t.advance(figure.state.k, Infinity);
          net.drawn = undefined;
        }
        if (before && now !== before || work(BUDGET)) later();
      }
      return { draw, seen: () => seen(), settle: () => { while (work(Infinity)); } };
    },
  });

  // The twelve matrices: where their boxes stand, in hundredths of width and height, wide
  // and narrow; the step that computes each; and what it is computed from.
  const BOXES = [['X', [9, 12], [16, 7], 0, 'the example'], ['Z1', [29, 12], [16, 24], 1, 'W1 X + b1'], ['A1', [49, 12], [16, 41], 2, 'g1(Z1)'], ['Z2', [69, 12], [16, 58], 3, 'W2 A1 + b2'],
    ['A2', [91, 12], [16, 75], 4, 'σ(Z2)'], ['Y', [91, 48], [16, 92], 0, 'the answer'], ['dZ2', [69, 48], [50, 75], 5, 'A2 − Y'], ['dW2', [59, 86], [84, 64], 6, 'dZ2 A1ᵀ'],
    ['db2', [81, 86], [84, 86], 7, 'dZ2'], ['dZ1', [29, 48], [50, 33], 8, "W2ᵀ dZ2 ∘ g1'(Z1)"], ['dW1', [16, 86], [84, 22], 9, 'dZ1 Xᵀ'], ['db1', [38, 86], [84, 44], 10, 'dZ1']];
  const ARROWS = [['X', 'Z1'], ['Z1', 'A1'], ['A1', 'Z2'], ['Z2', 'A2'], ['A2', 'dZ2'], ['Y', 'dZ2'], ['dZ2', 'dW2'], ['dZ2', 'db2'], ['dZ2', 'dZ1'], ['dZ1', 'dW1'], ['dZ1', 'db1'], ['A1', 'dW2'], ['Z1', 'dZ1'], ['X', 'dW1']];
  const LAST = 10, TWO = [2, 2, 1];

  live.figure('10-backprop/flow', {
    state: {
      x: live.numbers('x', [2, 1], 2), y: live.number('y', 1, { low: 0, high: 1 }),
      W1: live.numbers('W1, row by row', [0.5, -0.5, -0.25, 1], 4), b1: live.numbers('b1', [0.5, -1], 2),
      W2: live.numbers('W2', [-1, 2], 2), b2: live.number('b2', 0.5), g: live.choice('g1', 'tanh', ACTIVATIONS), k: live.number('step', LAST, { low: 0, high: LAST, whole: true }),
    },
    build(figure) {
      const { gw } = figure, base = gw.mark(), network = live.network(gw);
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      const plot = new live.Plot(figure, row, { label: 'The flow: forward along the top, then backward', bare: true });
      figure.stepper(() => LAST);
      figure.controls('live-fields', figure.field('x', { size: 6 }), figure.field('y', { size: 3 }), figure.field('W1', { size: 16 }), figure.field('b1', { size: 6 }), figure.field('W2', { size: 6 }), figure.field('b2', { size: 4 }), figure.field('g'), figure.field('k', { size: 3 }));
      const table = figure.table(['matrix', 'numbers', 'measured']);
      let seen;

      function computed({ x, y, W1, b1, W2, b2, g }) {
        for (const [name, list, count] of [['x', x, 2], ['W1', W1, 4], ['b1', b1, 2], ['W2', W2, 2]]) if (list.length !== count) throw new Refused(`${name} has ${count} numbers.`);
        gw.release(base);
        const X = gw.matrix(2, 1), Y = gw.matrix(1, 1), own = network.parameters(TWO, activation(gw, g)), pass = network.pass(TWO, X), back = network.gradient(TWO, 1);
        X.data.set(x);
        Y.data[0] = y;
        own.theta.set([...W1, ...b1, ...W2, b2]);
        gw.network_forward(own.net, pass.pass);
        gw.backprop(own.net, Y, pass.pass, back.gradient);
        const moved = network.parameters(TWO, own.net.g[1]), there = network.pass(TWO, X);
        const session = live.session(gw, { theta: own.theta, gradient: back.all, M: own.M, examples: 1, cost: ask => {
          moved.theta.set(gw.at(ask.at, moved.theta.length));
          if (ask.entry >= 0) moved.theta[ask.entry] = ask.value;
          gw.network_forward(moved.net, there.pass);
          return gw.loss_cost(there.M.Z2, Y);
        } });
        session.on(Infinity);
        const M = { X, Y, ...pass.M, dZ1: back.dZ[1], dZ2: back.dZ[2] };
        for (const name of live.BLOCKS) M[`d${name}`] = back.M[name];
        return { M, cost: gw.loss_cost(pass.M.Z2, Y), entries: session.entries(), blocks: session.blocks() };
      }

      const matrix = ({ rows, cols, data }) => Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols), each => live.words(each, 4)).join(', ')).join('; ');

      function draw() {
        const { k } = figure.state, found = computed(figure.state), narrow = plot.across() < 520;
        plot.begin([0, 1], [0, 1], narrow ? 440 : 380);
        // Raised letters are narrower, and need a higher line.
        const breadth = words => { const rest = words.replace(/\^\{.*?\}/g, ''); return 7.8 * rest.length + 4.5 * (words.length - rest.length - 3 * words.split('^').length + 3) + 14; };
        const boxes = {}, { M } = found, LINE = 18;
        for (const [name, wide, thin, step, words] of BOXES) {
          const [x, y] = narrow ? thin : wide, lines = [name, !narrow && words, `${M[name].rows} × ${M[name].cols}`].filter(Boolean);
          boxes[name] = { px: plot.width * x / 100, py: plot.height * y / 100, lines, wide: narrow ? 76 : Math.max(76, breadth(live.raised(words))), high: LINE * lines.length + 8, step };
        }
        for (const [from, to] of ARROWS) {
          const [p, q] = [boxes[from], boxes[to]], back = from[0] === 'd' || to === 'dZ2';
          plot.arrow(p, q, !back && to[0] === 'd' ? 'soft dashed' : q.step > k ? 'soft' : `${back ? 'c2' : 'c1'} whole`);
        }
        for (const { px, py, lines, wide, high, step } of Object.values(boxes)) {
          plot.add('rect', { class: `node ${step > k ? '' : step > 4 ? 'sloped' : 'known'}${step === k && k ? ' at' : ''}`, x: px - wide / 2, y: py - high / 2, width: wide, height: high, rx: 4 });
          lines.forEach((line, n) => plot.add('text', { class: 'word', x: px, y: py - high / 2 + LINE * (n + 0.9), 'text-anchor': 'middle' }, live.raised(line)));
        }
        plot.end();
        table(BOXES.map(([name, , , step, words]) => {
          const i = live.BLOCKS.indexOf(name.slice(1)), block = name[0] === 'd' && found.blocks[i];
          const first = block && live.BLOCKS.slice(0, i).reduce((sum, each) => sum + M[`d${each}`].data.length, 0);
          const measured = block ? `${found.entries.slice(first, first + M[name].data.length).map(each => live.words(each.numeric, 4)).join(', ')}: ${block.words}` : '';
          return [live.raised(step ? `${name} = ${words}` : name), step > k ? '?' : matrix(M[name]), step > k ? '' : measured];
        }));
        const now = BOXES.find(box => box[3] === k && k);
        figure.say(now ? `${now[0]} = ${now[4]} is ${matrix(M[now[0]])}. The loss is ${live.words(found.cost, 4)}.` : 'The example and its answer are known.');
        seen = { cost: found.cost, M: Object.fromEntries(Object.entries(M).map(([name, each]) => [name, [...each.data]])), shapes: BOXES.map(([name]) => [name, M[name].rows, M[name].cols]), blocks: found.blocks };
      }
      return { draw, seen: () => seen };
    },
  });
})();
