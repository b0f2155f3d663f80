// What the figures share in which a network learns: points of two classes, a training that
// goes on and back, and maps of what the network and its units answer over the plane.
'use strict';

live.REACH = 5;
live.GRID = 61;
live.SETS = [['flower', 'the flower'], ['moons', 'moons'], ['circles', 'circles'], ['xor', 'xor'], ['spirals', 'spirals']];

// m points of a set and m new ones, or those in own = [[x1, x2, y], …] and no new ones.
live.points = (gw, rng, { data, noise, own }, m) => {
  if (data === 'own') {
    const X = gw.matrix(2, own.length), Y = gw.matrix(1, own.length);
    own.forEach(([x1, x2, y], i) => { X.data[i] = x1; X.data[own.length + i] = x2; Y.data[i] = y; });
    return { X, Y };
  }
  const set = { flower: gw.SET_FLOWER, moons: gw.SET_MOONS, circles: gw.SET_CIRCLES, xor: gw.SET_XOR, spirals: gw.SET_SPIRALS }[data];
  const [X, newX] = [gw.matrix(2, m), gw.matrix(2, m)], [Y, newY] = [gw.matrix(1, m), gw.matrix(1, m)];
  gw.synthetic_set(set, rng, noise, X, Y);
  gw.synthetic_set(set, rng, noise, newX, newY);
  return { X, Y, newX, newY };
};

// A grid of points over the plane, row by row from below.
live.grid = gw => {
  const { GRID, REACH } = live, points = gw.matrix(2, GRID * GRID), line = i => -REACH + 2 * REACH * i / (GRID - 1);
  for (let j = 0; j < GRID * GRID; j++) {
    points.data[j] = line(j % GRID);
    points.data[GRID * GRID + j] = line(Math.floor(j / GRID));
  }
  return points;
};

// The training of `own`, made by live.network's parameters, on X and Y. What one needs to
// come back to an iteration is kept every so often; visit(k), if there is one, is called
// when iteration k is over.
live.training = (gw, { sizes, own, X, Y, alpha }) => {
  const KEEP = 50, network = live.network(gw), learn = network.pass(sizes, X), seen = network.pass(sizes, X), slopes = network.gradient(sizes, X.cols);
  const kept = [], t = { at: 0, costs: [], diverged: false };
  const forward = () => {
    if (t.at % KEEP === 0) kept[t.at / KEEP] ||= own.theta.slice();
    try {
      t.costs[t.at] = gw.backprop_step(own.net, alpha, Y, learn.pass, slopes.gradient);
      t.at++;
      t.visit?.(t.at);
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
      own.theta.set(kept[i]);
      t.at = i * KEEP;
      t.diverged = false;
    }
    while (t.at < k && !t.diverged && performance.now() < end) forward();
  };
  // The cost on these examples, and what part of them is right, in percent.
  t.right = (labels = Y, room = seen) => {
    gw.network_forward(own.net, room.pass);
    return { cost: gw.loss_cost(room.M.Z2, labels), right: 100 * (1 - gw.loss_mistakes(room.M.Z2, labels) / labels.cols) };
  };
  return t;
};

// Draws the regions of a map of Z2, their boundary and points of two classes into a plot of
// the plane that has begun.
live.regions = (figure, plot, canvas, Z, X, Y) => {
  const { GRID } = live, colours = live.regionColours(figure), [ink, c1, c2] = ['ink', 'c1', 'c2'].map(name => `rgb(${live.colour(figure, name)})`), m = Y.cols;
  live.map(canvas, Z, GRID, 3.5, colours);
  plot.paint(context => {
    const { left, top, right, bottom } = plot, cell = (right - left) / (GRID - 1), high = (bottom - top) / (GRID - 1);
    // The middle of an outer pixel is the edge of the plane.
    context.drawImage(canvas, left - cell / 2, top - high / 2, right - left + cell, bottom - top + high);
    const r = m > 100 ? 2.2 : 3.5;
    plot.kept(context, [X, Y, c1, c2], there => {
      for (const one of [true, false]) {
        Object.assign(there, { fillStyle: c1, strokeStyle: c2, lineWidth: 1.2 });
        there.beginPath();
        for (let j = 0; j < m; j++) {
          if (Y.data[j] > 0.5 !== one) continue;
          const x = plot.px(X.data[j]), y = plot.py(X.data[m + j]);
          there.moveTo(x + r, y);
          there.arc(x, y, r, 0, 7);
        }
        if (one) there.fill(); else there.stroke();
      }
    });
    context.strokeStyle = ink;
    context.lineWidth = 2;
    context.beginPath();
    for (const [x0, y0, x1, y1] of live.levels(Z, GRID, [0])) { context.moveTo(left + x0 * cell, bottom - y0 * high); context.lineTo(left + x1 * cell, bottom - y1 * high); }
    context.stroke();
  });
};

live.regionColours = figure => ['two-low', 'two-middle', 'two-high'].map(name => live.colour(figure, name));

// Draws the map of hidden unit u, of activation g, from the A1 of a forward pass over the grid.
live.unit = (canvas, A1, u, g, colours) => {
  const size = live.GRID * live.GRID, values = A1.subarray(u * size, (u + 1) * size);
  live.map(canvas, g === 'sigmoid' ? values.map(a => 2 * a - 1) : values, live.GRID, g === 'relu' ? Math.max(1e-9, ...values) : 1, colours);
};

// About `most` of the costs of a training, as points by iteration.
live.costLine = (costs, at, most = 300) => {
  const every = Math.max(1, Math.floor(at / most)), line = [];
  for (let i = 0; i < at; i += every) line.push([i, costs[i]]);
  if ((at - 1) % every) line.push([at - 1, costs[at - 1]]);
  return line;
};
