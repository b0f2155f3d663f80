// Chapter 3: a lamp that turns by u = x² and its spot on a shore at tan u; or any chain that
// is typed in, link by link, each with its slope.
'use strict';

(() => {
  const MOST = 5, REACH = 2, SAMPLES = 401;
  // The innermost link, the outermost, and those between.
  const colour = (k, count) => k === 0 ? 'c3' : k === count - 1 ? 'c4' : ['c6', 'c5', 'soft'][k - 1];
  const LOWERED = ['₁', '₂', '₃', '₄', '₅'];

  live.figure('03-chain-rule/composite', {
    state: { chain: live.text('links, the innermost first', 'x^2, tan(x)'), x: live.number('x', 0.8, { low: -1000, high: 1000 }) },
    build(figure) {
      const { gw } = figure, judge = live.judge(gw), opening = figure.kinds.chain.value;
      const structs = gw.array('gw_formula', MOST), links = structs.map((struct, i) => live.formula(gw, `Link ${i + 1}`, 'x', struct));
      const u = gw.numbers(MOST), factors = gw.numbers(MOST);
      const plots = (...list) => {
        const row = live.make('div', { class: 'live-row live-plots' });
        figure.host.append(row);
        return list.map(options => new live.Plot(figure, row, options));
      };
      const [lamp, below] = plots({ label: 'A lamp, its beam, and the spot on the shore', share: 1, ratio: 0.7, bare: true },
        { label: 'The slopes at every x', share: 1.3, ratio: 0.6, x: { label: 'x' }, y: { label: 'slope' } });
      const parts = plots(...Array.from({ length: MOST + 1 }, (_, i) => ({ label: i < MOST ? `Link ${i + 1} and its tangent` : 'The whole and its tangent', share: 0.85, ratio: 0.9, x: {}, y: {} })));
      const whole = parts[MOST], legend = figure.legend();
      figure.controls('live-fields', figure.field('chain', { size: 24 }), figure.field('x'));
      const table = figure.table(['link', 'takes in', 'gives', 'slope', 'slope, measured', 'checker']);
      let count = 0, now, seen, known = {};

      const through = (x, to = count) => { let at = x; for (let k = 0; k < to; k++) at = links[k].value(at); return at; };
      // The chain at x: { value, slope }, with u and factors filled; null where a link has no slope.
      const at = x => {
        try { return gw.chain_rule_formulas(structs, count, x, u, factors); } catch (error) { if (error instanceof GwError) return null; throw error; }
      };
      const round = x => Number(x.toPrecision(5));
      const range = () => Math.abs(figure.state.x) <= REACH ? [-REACH, REACH] : [figure.state.x - REACH, figure.state.x + REACH];

      lamp.handle({
        label: 'the spot on the shore', kind: 'c1', low: 0, high: 3, step: 0.05, get: () => [through(figure.state.x), 1],
        move: y => figure.set({ x: round(Math.sqrt(Math.atan(y))) }), says: () => `the spot at ${live.words(through(figure.state.x), 4)} km, x = ${live.words(figure.state.x, 4)}`,
      });
      const point = plot => plot.handle({
        label: 'x', kind: plot === below ? 'c2' : 'c1', low: () => plot.a, high: () => plot.b, step: () => (plot.b - plot.a) / 100, get: () => [figure.state.x, plot === below ? now.slope : now.value],
        move: x => figure.set({ x: round(x) }), says: () => `x = ${live.words(figure.state.x, 4)}, the slope is ${live.words(now.slope, 4)}`,
      });
      point(whole);
      point(below);

      function read(text) {
        const texts = text.split(/[,;]/);
        if (texts.length > MOST) throw new Refused(`There is room for ${MOST} links, with commas between them.`);
        texts.forEach((each, k) => links[k].read(each));
        count = texts.length;
        return texts.map(each => each.trim());
      }

      // The lamp stands at 0, the shore lies 1 km before it; the beam has turned by the angle u.
      function shine(found) {
        const y = found.value, angle = u[1];
        lamp.begin([-0.35, 3.2], [-0.25, 1.35]);
        lamp.curve([[-0.35, 1], [3.2, 1]], 'soft');
        lamp.curve([[0, 0], [0, 1]], 'thin');
        lamp.curve([[0, 0], [y, 1]], 'c4 whole');
        lamp.curve(Array.from({ length: 25 }, (_, i) => [0.35 * Math.sin(angle * i / 24), 0.35 * Math.cos(angle * i / 24)]), 'c3 whole');
        lamp.dots([[0, 0]], 'ink', 6);
        lamp.word(0.06, -0.17, 'the lamp');
        lamp.word(3.15, 1.1, 'the shore, 1 km away', '', 'end');
        lamp.word(0.05 + 0.5 * y, 0.36, `u = ${live.words(angle, 3)}`);
        lamp.word(Math.min(y + 0.08, 2.3), 0.86, `y = ${live.words(y, 3)} km`);
        lamp.end();
      }

      // The chain over the view, worked out once: a point that moves leaves it as it is.
      function survey(chain, a, b) {
        const key = [chain, a, b].join('|');
        if (known.of === key) return known;
        const every = live.sampled(t => t, a, b, SAMPLES).map(([t]) => {
          // Where a link has no slope it may have a value all the same.
          const there = at(t), inputs = Array.from({ length: count }, (_, k) => there ? u[k] : through(t, k));
          return { t, inputs, value: there ? there.value : through(t), slope: there ? there.slope : NaN, factors: inputs.map((_, k) => there ? factors[k] : NaN) };
        });
        const gap = (t, slope, shown = slope) => [t, Math.abs(slope) < 4000 ? shown : NaN], whole = every.map(({ t, value, slope }) => gap(t, slope, value));
        return known = {
          of: key, every, links: [], whole, heights: live.heights(whole),
          slopes: [...links.slice(0, count).map((_, k) => every.map(each => gap(each.t, each.factors[k]))), every.map(({ t, slope }) => gap(t, slope))],
          steep: chain === opening ? [-15, 15] : live.heights(every.flatMap(each => [[0, each.slope], ...each.factors.map(factor => [0, factor])])),
        };
      }
      // The curve of link k, also kept.
      function link(k, low, high) {
        const { links: kept } = known, range = [low, high].join('|');
        if (kept[k]?.range !== range) kept[k] = { range, curve: live.sampled(links[k].value, low, high, 161) };
        return kept[k].curve;
      }

      function draw() {
        const { chain, x } = figure.state, texts = read(chain), [a, b] = range(), { every, whole: curve, heights, slopes: lines, steep } = survey(chain, a, b), found = at(x), is_lamp = chain === opening && x >= 0 && found && u[1] < 1.2495; // as far as the shore is drawn
        if (!found) throw new Refused(`At x = ${live.words(x)} a link has no value, or no slope.`);
        now = found;
        const top = Math.max(1.5, 1.15 * found.value);
        const inputs = [...u.subarray(0, count)], slopes = [...factors.subarray(0, count)];
        const name = k => k === 0 ? 'x' : count === 2 ? 'u' : `u${LOWERED[k - 1]}`, given = k => k === count - 1 ? 'y' : name(k + 1);
        const written = k => `${given(k)} = ${texts[k].replace(/(?<![\p{L}\p{N}_])x(?![\p{L}\p{N}_])/gu, name(k))}`;

        // What is hidden says how wide the others are, so that comes first.
        lamp.box.hidden = !is_lamp;
        parts.forEach((plot, k) => { plot.box.hidden = k >= count && k < MOST; });
        if (is_lamp) shine(found);

        const tangent = (plot, from, to, slope, half) => plot.curve([from - half, from + half].map(t => [t, gw.derivative_tangent(from, to, slope, t)]), 'ink');
        const show = (plot, [low, high], heights, kind, curve, from, to, slope, words) => {
          Object.assign(plot.x, { label: words[0] });
          Object.assign(plot.y, { label: words[1] });
          plot.begin([low, high], heights);
          plot.curve(curve, kind);
          tangent(plot, from, to, slope, 0.23 * (high - low));
          plot.dots([[from, to]], 'now', 5);
          plot.word((low + high) / 2, plot.yAt(plot.top + Math.max(28, 0.16 * (plot.bottom - plot.top))), `slope ${live.words(slope, 3)}`, '', 'middle');
          plot.end();
        };
        // What link k takes in over the view, and its curve there. The picture has its own frame.
        parts.forEach((plot, k) => {
          if (k >= count) return;
          const taken = every.map(each => each.inputs[k]).filter(Number.isFinite), [low, high] = is_lamp ? [0, 1.3] : k === 0 ? [a, b] : live.heights([...taken, inputs[k]].map(each => [0, each]));
          const curve = link(k, low, high);
          show(plot, [low, high], is_lamp ? [0, k ? top : 1.5] : live.heights([...curve, [0, links[k].value(inputs[k])]]), `${colour(k, count)} whole`, curve, inputs[k], links[k].value(inputs[k]), slopes[k], [name(k), written(k)]);
        });
        show(whole, is_lamp ? [0, 1.3] : [a, b], is_lamp ? [0, top] : heights, 'c1', curve, x, found.value, found.slope, ['x', 'y, the whole']);

        below.begin([a, b], steep);
        lines.forEach((line, k) => below.curve(line, k < count ? colour(k, count) : 'c2 whole'));
        legend([...texts.map((_, k) => [`slope of ${written(k)}`, colour(k, count)]), ['their product', 'c2 whole']]);

        const all = judge(through, x, found.slope);
        const judged = inputs.map((from, k) => judge(links[k].value, from, slopes[k]));
        const line = (words, from, to, slope, { numeric, bound, words: verdict }) => [words, live.words(from, 5), live.words(to, 5), live.words(slope, 6), `${live.words(numeric, 8)} ± ${live.words(bound, 2)}`, verdict];
        table([...inputs.map((from, k) => line(written(k), from, links[k].value(from), slopes[k], judged[k])), line('the whole, the product', x, found.value, found.slope, all)]);
        seen = () => ({ inputs, slopes, value: found.value, slope: found.slope, judged, all, inner: live.sampled(links[0].value, a, b, SAMPLES), whole: every.map(({ t, value, slope }) => [t, value, slope]), factor: every.map(each => each.factors[count - 1]) });
        below.end();
        figure.say(`x = ${live.words(x, 4)}: ${slopes.map(each => live.words(each, 4)).join(' times ')} is ${live.words(found.slope, 4)}.`);
      }
      return { draw, seen: () => seen() };
    },
  });
})();
