// Chapter 7: a computation graph with numbers to change; forward, then backward, a node
// at a time, and beside each slope what the checker measures.
'use strict';

(() => {
  // Where a node stands, in a hundredth of width and height; `narrow` on a phone.
  const EXAMPLE = {
    inputs: { a: 5, b: 3, c: 2 },
    place: [[9, 14], [9, 50], [9, 86], [38, 68], [64, 40], [90, 40]],
    narrow: [[16, 8], [50, 8], [84, 8], [67, 38], [42, 66], [42, 92]],
    names: ['a', 'b', 'c', 'u = bc', 'v = a + u', 'J = 3v'], slopes: ['da', 'db', 'dc', 'du', 'dv', 'dJ'],
    arrows: [[0, 4, '× 1'], [1, 3, '× c'], [2, 3, '× b'], [3, 4, '× 1'], [4, 5, '× 3']],
    make: (gw, graph, { a, b, c }) => gw.graph_example(a, b, c, graph), nodes: gw => gw.EXAMPLE_NODES,
  };
  const LOGISTIC = {
    inputs: { x1: 2, w1: 0.3, x2: 3, w2: -0.4, b: 0.2, y: 1 },
    place: [[9, 9], [9, 29], [9, 50], [9, 71], [9, 91], null, null, null, [40, 50], [66, 50], [90, 50]],
    narrow: [[16, 7], [50, 7], [84, 7], [33, 25], [67, 25], null, null, null, [50, 48], [50, 70], [50, 92]],
    names: ['x₁', 'w₁', 'x₂', 'w₂', 'b', '', '', '', 'z = w₁x₁ + w₂x₂ + b', 'a = σ(z)', 'L(a, y)'],
    slopes: ['dx₁', 'dw₁', 'dx₂', 'dw₂', 'db', '', '', '', 'dz', 'da', 'dL'],
    // Slopes are told beside what goes forward, and the label is no node.
    told: true, given: [0, 2], label: { at: [90, 86], narrow: [84, 92], to: 10 },
    arrows: [[0, 8], [1, 8], [2, 8], [3, 8], [4, 8], [8, 9], [9, 10]],
    make: (gw, graph, { x1, w1, x2, w2, b, y }) => gw.graph_logistic(x1, w1, x2, w2, b, y, graph), nodes: gw => gw.LOGISTIC_NODES,
  };
  const LABELS = { x1: 'x₁', w1: 'w₁', x2: 'x₂', w2: 'w₂' };

  function state({ inputs, place }) {
    const kinds = {};
    for (const key in inputs) kinds[key] = key === 'y' ? live.number('y', 1, { low: 0, high: 1 }) : live.number(LABELS[key] || key, inputs[key]);
    return { ...kinds, k: live.number('step', 2 * place.filter(Boolean).length, { low: 0, high: 40, whole: true }) };
  }

  function build(figure, { inputs, place, narrow: turned, names, slopes, arrows, make, nodes, told, given = [], label }) {
    const { gw } = figure, count = nodes(gw), graph = gw.array('gw_node', count), judge = live.judge(gw);
    const row = live.make('div', { class: 'live-row live-plots' });
    figure.host.append(row);
    const plot = new live.Plot(figure, row, { label: 'The graph, with values and slopes', bare: true });
    // The order in which one comes by: the nodes with formulas forwards, then all backwards.
    const drawn = place.map((at, i) => at && i).filter(i => i !== null);
    const forward = drawn.filter(i => graph_computes(i)), backward = [...drawn].reverse();
    function graph_computes(i) { return arrows.some(([, to]) => to === i); }
    const last = () => forward.length + backward.length;
    figure.stepper(last);
    figure.controls('live-fields', ...Object.keys(inputs).map(key => figure.field(key, { size: 4 })));
    const table = figure.table(['node', 'value', 'slope', 'slope, measured', 'checker']);
    let seen;

    // The output with another value in node i; the graph stays as it is.
    function output(i, value) {
      const kept = graph[i].value;
      graph[i].value = value;
      let found = NaN;
      try {
        gw.graph_forward(graph, count, i + 1);
        found = graph[count - 1].value;
      } catch (error) { if (!(error instanceof GwError)) throw error; }
      graph[i].value = kept;
      gw.graph_forward(graph, count, i + 1);
      return found;
    }

    function box(i, narrow, has, slope) {
      const [x, y] = (narrow ? turned : place)[i];
      const px = plot.left + (plot.right - plot.left) * x / 100, py = plot.top + (plot.bottom - plot.top) * y / 100;
      const lines = [names[i].includes('=') || names[i].includes('(') ? names[i] : null,
        has ? `${lines_name(i)}${live.words(graph[i].value, 4)}` : '?', slope ? `${slopes[i]} = ${live.words(graph[i].derivative, 4)}` : null].filter(Boolean);
      const wide = Math.max(...lines.map(line => line.length)) * 7.2 + 12, high = 16 * lines.length + 8;
      return { i, px, py, lines, wide: narrow ? Math.min(wide, names[i].length > 12 ? 200 : 106) : wide, high };
    }
    function lines_name(i) { return names[i].includes('=') || names[i].includes('(') ? '' : `${names[i]} = `; }

    function draw() {
      const { k } = figure.state, all = last();
      make(gw, graph, figure.state);
      gw.graph_forward(graph, count, 0);
      gw.graph_reverse(graph, count);
      const narrow = plot.across() < 520;
      plot.ratio = narrow ? 1.25 : 0.52;
      plot.begin([0, 1], [0, 1]);
      const at = Math.min(k, all), known = i => !graph_computes(i) || forward.indexOf(i) < at, sloped = i => backward.indexOf(i) < at - forward.length;
      Object.assign(plot, { left: narrow ? 0 : 20, right: plot.width - (narrow ? 0 : 20), top: 12, bottom: plot.height - 8 });
      const boxes = place.map((where, i) => where && box(i, narrow, known(i), sloped(i)));
      for (const [from, to, words] of arrows) {
        const [p, q] = [boxes[from], boxes[to]];
        if (sloped(from) && !told) plot.arrow(q, p, 'c2 whole'); else plot.arrow(p, q, 'soft');
        if (!words || !sloped(from)) continue;
        // Beside the arrow, on its upper side.
        const long = Math.hypot(q.px - p.px, q.py - p.py), side = q.px < p.px ? -14 : 14;
        plot.add('text', { class: 'word slope', x: (p.px + q.px) / 2 + side * (q.py - p.py) / long, y: (p.py + q.py) / 2 - side * (q.px - p.px) / long + 5, 'text-anchor': 'middle' }, words);
      }
      if (label) {
        const [x, y] = narrow ? label.narrow : label.at;
        boxes.push({ i: given[0], px: plot.left + (plot.right - plot.left) * x / 100, py: plot.top + (plot.bottom - plot.top) * y / 100, lines: [`y = ${live.words(figure.state.y, 4)}`], wide: 70, high: 24 });
        plot.arrow(boxes[boxes.length - 1], boxes[label.to], 'soft');
      }
      for (const each of boxes.filter(Boolean)) {
        plot.add('rect', { class: `node ${given.includes(each.i) ? 'given' : sloped(each.i) && !told ? 'sloped' : known(each.i) ? 'known' : ''}`, x: each.px - each.wide / 2, y: each.py - each.high / 2, width: each.wide, height: each.high, rx: 4 });
        each.lines.forEach((line, n) => plot.add('text', { class: `word ${n && n === each.lines.length - 1 && sloped(each.i) ? 'slope' : ''}`, x: each.px, y: each.py - each.high / 2 + 16 + 16 * n, 'text-anchor': 'middle' }, line));
      }
      plot.end();
      const found = drawn.map(i => {
        const { value, derivative } = graph[i];
        return { i, value, derivative, ...judge(x => output(i, x), value, derivative) };
      });
      table(found.map(({ i, value, derivative, numeric, bound, words }) => [names[i], known(i) ? live.words(value, 5) : '',
        ...sloped(i) ? [`${slopes[i]} = ${live.words(derivative, 5)}`, `${live.words(numeric, 8)} ± ${live.words(bound, 2)}`, words] : ['', '', '']]));
      seen = { k: at, values: Array.from({ length: count }, (_, i) => [i, graph[i].value, graph[i].derivative]), measured: found };
      const now = at === 0 ? 'The inputs are known.' : at <= forward.length ? `Forward: ${names[forward[at - 1]]} is ${live.words(graph[forward[at - 1]].value)}.`
        : `Backward: ${slopes[backward[at - forward.length - 1]]} is ${live.words(graph[backward[at - forward.length - 1]].derivative)}.`;
      figure.say(now);
    }
    return { draw, seen: () => seen };
  }

  live.figure('07-one-example/reverse', {
    state: state(EXAMPLE), build: figure => build(figure, EXAMPLE),
  });
  live.figure('07-one-example/logistic', {
    state: state(LOGISTIC), build: figure => build(figure, LOGISTIC),
  });
})();
