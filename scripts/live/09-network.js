// Chapter 9: hidden units that part or never do, and the shape of every matrix.
'use strict';

(() => {
  // BUDGET: milliseconds of training a frame, to which the passes for the maps come.
  const MOST = 2000, EVERY = 10, BUDGET = 5, EXAMPLES = 400, KINDS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
  // What the units of the picture start with: weights, then biases and output weights.
  const STARTS = { equal: live.accepted('09-network/symmetry', 'equal_start'), random: live.accepted('09-network/symmetry', 'random_start') };
  const PICTURED = (STARTS.random.length - 1) / 2;

  // Parameters of n units that start so: the picture's own where seed is 0.
  function begin(gw, own, { start, seed }) {
    const { W1, b1, W2, b2 } = own.M, n = b1.rows, rng = gw.struct('gw_random');
    if (start === 'zeros') return;
    if (seed === 0) {
      if (n !== PICTURED) throw new Refused(`The picture's own start, seed 0, has ${PICTURED} hidden units. Choose another seed for another number.`);
      for (let i = 0; i < n; i++) {
        W1.data.set(STARTS[start][i].slice(1), 2 * i);
        [, b1.data[i], W2.data[i]] = STARTS[start][n + i];
      }
      [, b2.data[0]] = STARTS[start][2 * n];
      return;
    }
    gw.random_seed(rng, seed);
    const scale = start === 'equal' ? 0.5 : 0.01;
    gw.random_fill_normal(rng, scale, W1);
    gw.random_fill_normal(rng, scale, W2);
    if (start === 'random') return;
    gw.random_fill_normal(rng, scale, b1);
    gw.random_fill_normal(rng, scale, b2);
    for (let i = 1; i < n; i++) {
      W1.data.copyWithin(2 * i, 0, 2);
      b1.data[i] = b1.data[0];
      W2.data[i] = W2.data[0];
    }
  }

  live.figure('09-network/symmetry', {
    state: {
      start: live.choice('start', 'random', [['zeros', 'from zeros'], ['equal', 'from equal units'], ['random', 'from small random units']]),
      units: live.number('hidden units', PICTURED, { low: 1, high: 8, whole: true }),
      seed: live.number("seed, 0 the picture's", 0, { low: 0, high: 1e9, whole: true }),
      alpha: live.number('rate α', 1.2, { above: 0, high: 1e6 }),
      k: live.number('iteration', MOST, { low: 0, high: MOST, whole: true }),
      // Where units were dragged to before the training; empty where they are as they came.
      a: live.numbers('weights of x₁ at the start', [], 8, { low: -20, high: 20 }),
      b: live.numbers('weights of x₂ at the start', [], 8, { low: -20, high: 20 }),
    },
    build(figure) {
      const { gw } = figure, base = gw.mark(), network = live.network(gw);
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      const ways = new live.Plot(figure, row, { label: "The way of each hidden unit's two weights", square: true, x: { label: 'weight of x₁' }, y: { label: 'weight of x₂' } });
      const plane = new live.Plot(figure, row, { label: 'The flower, and the regions of the network', square: true, x: { label: 'x₁' }, y: { label: 'x₂' } });
      const units = live.make('div', { class: 'live-units', role: 'img' });
      figure.host.append(units);
      const legend = figure.legend();
      const go = k => figure.set({ k: Math.max(0, Math.min(MOST, k)) });
      figure.player({
        forward: () => go(figure.state.k + 1), back: () => go(now.t.at - 1), reset: () => go(0), over: () => figure.state.k >= MOST || now.t.diverged,
        tick: () => { now.t.advance(MOST, BUDGET / 2); figure.set({ k: now.t.at }); }, finish: () => go(MOST), delay: 16,
      });
      figure.controls('live-fields', ...['start', 'units', 'seed', 'alpha', 'k'].map(key => figure.field(key, { size: 6 })));
      // Who chooses a start wants all of it, not what was dragged before.
      for (const key of ['start', 'units', 'seed']) {
        const input = figure.fields[key];
        input.oninput = () => figure.attempt(input, () => {
          const value = figure.kinds[key].read(input.value), other = key === 'units' && value !== PICTURED && figure.state.seed === 0;
          figure.set({ [key]: value, a: [], b: [], ...other ? { seed: 1 } : {} }, key);
        });
      }
      const numbers = figure.numbers({ at: 'iteration', cost: 'cost J', right: 'right', same: 'units that are equal' });
      const small = document.createElement('canvas');
      let now, known, seen, next = 0;

      function restart() {
        const { k, ...rest } = figure.state, key = JSON.stringify(rest), { a, b, units: n, alpha } = rest;
        if (key === known) return;
        if (a.length !== b.length || a.length && a.length !== n) throw new Refused('Each unit has one weight of x₁ and one of x₂ at the start.');
        known = undefined;
        gw.release(base);
        const sizes = [2, n, 1], rng = gw.struct('gw_random'), X = gw.matrix(2, EXAMPLES), Y = gw.matrix(1, EXAMPLES), own = network.parameters(sizes, gw.TANH);
        gw.random_seed(rng, 9);
        gw.synthetic_flower(rng, X, Y);
        begin(gw, own, rest);
        a.forEach((w, i) => own.M.W1.data.set([w, b[i]], 2 * i));
        const t = live.training(gw, { sizes, own, X, Y, alpha }), path = [];
        t.visit = at => { if (at % EVERY === 0) path[at / EVERY] ||= own.M.W1.data.slice(); };
        t.visit(0);
        now = { t, own, X, Y, path, n, map: network.pass(sizes, live.grid(gw)), begins: [...own.theta] };
        known = key;
        units.replaceChildren(...Array.from({ length: n }, () => live.make('canvas')));
        units.setAttribute('aria-label', `What each of the ${n} hidden units answers over the plane`);
        legend([...Array.from({ length: n }, (_, i) => [`unit ${i + 1}`, KINDS[i % KINDS.length]]), ['the boundary, a = ½', 'ink']]);
        // Who drags a handle must keep it in hand.
        while (ways.handles.length > n) ways.handles[ways.handles.length - 1].remove();
        while (ways.handles.length < n) unitHandle(ways.handles.length);
      }

      // A unit's start, to be dragged.
      function unitHandle(i) {
        const at = () => [...now.path[0].subarray(2 * i, 2 * i + 2)];
        ways.handle({
          label: `start of unit ${i + 1}`, kind: `${KINDS[i % KINDS.length]} small`, low: -20, high: 20, step: 0.1, free: true, lowY: -20, highY: 20, get: at,
          move: (x, y) => {
            const weights = now.path[0], moved = which => Array.from({ length: now.n }, (_, j) => j === i ? Number([x, y][which].toPrecision(4)) : weights[2 * j + which]);
            figure.set({ a: moved(0), b: moved(1) });
          },
          says: () => `${live.words(at()[0], 3)}, ${live.words(at()[1], 3)}`,
        });
      }

      // How many units are the same to the bit as another.
      function equal() {
        const { W1, b1, W2 } = now.own.M, key = i => [W1.data[2 * i], W1.data[2 * i + 1], b1.data[i], W2.data[i]].join(' '), keys = Array.from({ length: now.n }, (_, i) => key(i));
        return keys.filter((each, i) => keys.some((other, j) => j !== i && other === each)).length;
      }

      function paint(all) {
        const { t, n } = now, last = Math.floor(t.at / EVERY), shown = now.path.slice(0, last + 1), here = now.own.M.W1.data;
        const side = 1.25 * Math.max(0.8, ...shown.flatMap(W1 => Array.from(W1, Math.abs)).filter(Number.isFinite));
        ways.begin([-side, side], [-side, side]);
        for (let i = 0; i < n; i++) {
          const way = [...shown.map(W1 => [W1[2 * i], W1[2 * i + 1]]), [here[2 * i], here[2 * i + 1]]];
          ways.curve(way, KINDS[i % KINDS.length]);
          ways.dots([way[way.length - 1]], KINDS[i % KINDS.length], 4.5);
        }
        ways.end();
        gw.network_forward(now.own.net, now.map.pass);
        plane.begin([-live.REACH, live.REACH], [-live.REACH, live.REACH]);
        live.regions(figure, plane, small, now.map.M.Z2.data, now.X, now.Y);
        plane.end();
        const colours = live.regionColours(figure);
        for (let i = 0; i < (all ? n : Math.min(4, n)); i++) {
          next = (next + 1) % n;
          live.unit(units.children[next], now.map.M.A1.data, next, 'tanh', colours);
        }
        const { cost, right } = t.right(), same = equal();
        numbers({ at: t.diverged ? `${t.at}: it has diverged` : String(t.at), cost: live.words(cost), right: `${live.words(right, 4)} %`, same: `${same} of ${n}` });
        if (all) figure.say(`After ${t.at} iterations ${same ? `${same} of ${n} units are equal` : 'no two units are equal'}; cost ${live.words(cost, 4)}.`);
        seen = () => ({ at: t.at, costs: t.costs.slice(0, Math.min(t.at, 100)), theta: [...now.own.theta], begins: now.begins, cost, right, same, path: shown.map(W1 => [...W1]) });
      }

      function work(budget) {
        const { k } = figure.state;
        now.t.advance(k, budget);
        const more = now.t.at < k && !now.t.diverged;
        if (!more || !live.still.matches) paint(!more);
        return more;
      }
      const later = figure.slices(() => work(BUDGET));
      function draw() {
        restart();
        if (work(BUDGET)) later();
      }
      return { draw, seen: () => seen(), settle: () => { while (work(Infinity)); } };
    },
  });

  // Each equation's boxes, as the picture has them: matrix, equation, place.
  const BOXES = live.accepted('09-network/shapes', '');
  // The colour of a size.
  const SIDE = { n0: 'c3', n1: 'c1', n2: 'c2', m: 'c4', 1: 'soft' };
  const SIZES = { W1: ['n1', 'n0'], X: ['n0', 'm'], b1: ['n1', '1'], Z1: ['n1', 'm'], A1: ['n1', 'm'], W2: ['n2', 'n1'], b2: ['n2', '1'], Z2: ['n2', 'm'], A2: ['n2', 'm'] };

  live.figure('09-network/shapes', {
    state: {
      n0: live.number('inputs n0', 2, { low: 1, high: 64, whole: true }),
      n1: live.number('hidden units n1', 4, { low: 1, high: 50, whole: true }),
      n2: live.number('outputs n2', 1, { low: 1, high: 10, whole: true }),
      m: live.number('examples m', 400, { low: 1, high: 2000, whole: true }),
      spoilt: live.choice('one row too many in', 'none', [['none', 'none'], ...Object.keys(SIZES).map(name => [name, name])]),
    },
    build(figure) {
      const { gw } = figure, base = gw.mark();
      const row = live.make('div', { class: 'live-row live-plots' });
      figure.host.append(row);
      const plot = new live.Plot(figure, row, { label: 'The four equations, each matrix as a box', bare: true });
      figure.legend()([['inputs n0', 'side c3'], ['hidden units n1', 'side c1'], ['outputs n2', 'side c2'], ['examples m', 'side c4']]);
      figure.controls('live-fields', ...['n0', 'n1', 'n2', 'm'].map(key => figure.field(key, { size: 4 })), figure.field('spoilt'));
      const numbers = figure.numbers({ says: 'the library says', count: 'parameters, W1, b1, W2, b2', work: 'products of two numbers, in W1 X and W2 A1' }, ['says', 'count', 'work']);
      let seen;

      // The matrices, and what the library says of them.
      function asked(state) {
        gw.release(base);
        const M = {}, net = gw.struct('gw_network'), pass = gw.struct('gw_network_pass');
        for (const [name, [rows, cols]] of Object.entries(SIZES)) M[name] = gw.matrix(state[rows] + (name === state.spoilt), cols === '1' ? 1 : state[cols]);
        net.layers = 2;
        net.g[1] = gw.TANH;
        for (const name of live.BLOCKS) net[name[0]][name[1]].copy(M[name]);
        pass.A[0].copy(M.X);
        for (const name of ['Z1', 'A1', 'Z2', 'A2']) pass[name[0]][name[1]].copy(M[name]);
        try {
          gw.network_forward(net, pass);
          return { M, says: 'The shapes fit, and all four equations are computed.', fits: true };
        } catch (error) {
          if (!(error instanceof GwError)) throw error;
          const [rows, cols] = SIZES[state.spoilt], wanted = `${state[rows]} × ${cols === '1' ? 1 : state[cols]}`;
          return { M, says: `Refused: ${error.message}. ${state.spoilt} is ${M[state.spoilt].rows} × ${M[state.spoilt].cols}, and must be (${rows}, ${cols}), that is ${wanted}.`, fits: false };
        }
      }

      function draw() {
        const { state } = figure, { n0, n1, n2, m } = state, found = asked(state);
        // As many pixels as a row or column has; a row of boxes is as high as its highest.
        const across = plot.across(), cell = Math.min(16, across / 39), short = count => cell * (count > 20 ? 7.4 : count > 8 ? 6.2 : count), tall = count => cell * Math.min(8, count);
        const centre = (e, p) => across * (e % 2 === 0 ? [37, 85][p - 1] : [13, 37, 59, 85][p - 1]) / 100;
        const highest = e => Math.max(...BOXES.filter(box => box[1] === e).map(([name]) => tall(found.M[name].rows)));
        const middle = [0];
        let y = 8;
        for (const e of [1, 2, 3, 4]) { middle[e] = y + 20 + highest(e) / 2; y += highest(e) + 73; }
        plot.begin([0, 1], [0, 1], y);
        const write = (x, at, words, kind = '') => plot.add('text', { class: `word ${kind}`, x, y: at, 'text-anchor': 'middle' }, live.raised(words));
        for (const e of [1, 2, 3, 4]) {
          const at = middle[e] + 6, part = share => across * share / 100;
          write(part(71), at, '=', 'large');
          if (e % 2) { write(part(24.5), at, '·', 'large'); write(part(50), at, '+', 'large'); } else write(part(20), at, e === 2 ? 'g of' : 'σ of');
        }
        for (const [name, e, p] of BOXES) {
          const { rows, cols } = found.M[name], w = short(cols), h = tall(rows), x = centre(e, p) - w / 2, top = middle[e] - h / 2, [r, c] = SIZES[name];
          plot.add('rect', { class: `node ${name === state.spoilt ? 'spoilt' : 'given'}`, x, y: top, width: w, height: h });
          // A line a row, and a column, where they can be told apart.
          let lines = '';
          for (let i = 1; i < rows && rows <= 8; i++) lines += `M${x} ${top + cell * i}h${w}`;
          for (let i = 1; i < cols && cols <= 8; i++) lines += `M${x + cell * i} ${top}v${h}`;
          if (lines) plot.add('path', { class: 'grid', d: lines });
          plot.add('path', { class: `line side ${SIDE[r]}`, d: `M${x} ${top}v${h}` });
          plot.add('path', { class: `line side ${SIDE[c]}`, d: `M${x} ${top}h${w}` });
          if (cols > 8) write(x + w / 2, middle[e] + 4, '⋯');
          write(x + w / 2, top - 6, name);
          write(x + w / 2, top + h + 19, `(${r}, ${c})`);
          write(x + w / 2, top + h + 34, `${rows} × ${cols}`);
        }
        plot.end();
        numbers({ says: found.says, count: String(n1 * n0 + n1 + n2 * n1 + n2), work: live.words(n1 * n0 * m + n2 * n1 * m, 9) });
        figure.say(`${found.says} W1 is ${found.M.W1.rows} × ${found.M.W1.cols}, Z1 ${found.M.Z1.rows} × ${found.M.Z1.cols}, A2 ${found.M.A2.rows} × ${found.M.A2.cols}.`);
        seen = { fits: found.fits, says: found.says, boxes: BOXES.map(([name, e, p]) => [name, e, p, found.M[name].rows, found.M[name].cols]) };
      }
      return { draw, seen: () => seen };
    },
  });
})();
