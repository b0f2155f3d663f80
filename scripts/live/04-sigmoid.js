// Chapter 4: the sigmoid and its slope at a z that one moves; and the digits that the
// plain form of the slope has left there.
'use strict';

live.figure('04-sigmoid/sigmoid', {
  state: { z: live.number('z', 2, { low: -745, high: 745 }) },
  build(figure) {
    const { gw } = figure, SATURATION = live.accepted('04-sigmoid/saturation', '');
    const judge = live.judge(gw, 'z');
    const row = live.make('div', { class: 'live-row live-plots' });
    figure.host.append(row);
    const main = new live.Plot(figure, row, { label: 'The sigmoid and its slope', share: 1.5, x: { label: 'z' }, y: { label: "σ and σ'" } });
    const digits = new live.Plot(figure, row, { label: "Digits of the slope's two forms", share: 1, ratio: 0.8, x: { label: 'z' }, y: { label: 'digits of the slope' } });
    figure.legend()([['σ(z)', 'c1'], ["its slope σ'(z)", 'c2'], ['a triangle of width 1', 'tangent'], ['digits of the stable form', 'c1'], ['of a(1 − a)', 'c2']]);
    const round = z => Number(z.toPrecision(6));
    figure.player({
      forward: () => figure.set({ z: Math.min(45, round(figure.state.z + 0.25)) }), back: () => figure.set({ z: Math.max(-45, round(figure.state.z - 0.25)) }),
      reset: () => figure.set({ z: -6 }), over: () => figure.state.z >= 45, finish: () => figure.set({ z: 45 }), delay: 60,
    });
    figure.controls('live-fields', figure.field('z'));
    const numbers = figure.numbers({ a: 'a = σ(z)', slope: "σ'(z), the stable form", plain: 'a(1 − a), the plain form', left: 'digits of the plain form', measured: 'slope, measured', verdict: 'the checker says' });
    let seen;

    main.handle({
      label: 'z', kind: 'c1', low: () => main.a, high: () => main.b, step: 0.1,
      get: () => [figure.state.z, gw.sigmoid_value(figure.state.z)], move: z => figure.set({ z: round(z) }),
      says: () => `z = ${live.words(figure.state.z)}, σ = ${live.words(gw.sigmoid_value(figure.state.z))}`,
    });

    // In how many digits the plain form agrees with the stable one.
    const agreed = z => {
      const stable = gw.sigmoid_slope(z), plain = gw.sigmoid_slope_plain(z);
      return stable === 0 ? NaN : Math.max(0, Math.min(16, -Math.log10(Math.abs(plain - stable) / stable)));
    };

    function draw() {
      const { z } = figure.state, reach = Math.max(6, Math.abs(z));
      const a = gw.sigmoid_value(z), slope = gw.sigmoid_slope(z), left = agreed(z);
      const curve = live.sampled(gw.sigmoid_value, -reach, reach, 241), slopes = live.sampled(gw.sigmoid_slope, -reach, reach, 241);
      main.begin([-reach, reach], [0, 1.05]);
      main.curve(slopes, 'c2');
      main.curve(curve, 'c1');
      main.curve([[z, a], [z + 1, a], [z + 1, a + slope], [z, a]], 'tangent');
      main.dots([[z, slope]], 'c2', 5);
      main.end();
      digits.begin([0, 45], [-0.5, 17.5]);
      digits.curve(SATURATION.map(([at, , stable]) => [at, stable]), 'c1');
      digits.curve(live.sampled(agreed, 0, 45, 136), 'c2');
      digits.dots([[Math.abs(z), left]], 'now', 6);
      digits.end();
      // Right of 0 the digits of σ are spent on the 1; −σ(−z) has the same slope.
      const found = judge(at => z < 0 ? gw.sigmoid_value(at) : -gw.sigmoid_value(-at), z, slope);
      numbers({
        a: live.words(a, 10), slope: live.words(slope, 10), plain: live.words(gw.sigmoid_slope_plain(z), 10),
        left: Number.isFinite(left) ? live.words(left, 2) : 'none', measured: `${live.words(found.numeric, 10)} ± ${live.words(found.bound, 2)}`, verdict: found.words,
      });
      figure.say(`z = ${live.words(z)}: σ = ${live.words(a)}, its slope ${live.words(slope)}.`);
      seen = { z, a, slope, plain: gw.sigmoid_slope_plain(z), curve, slopes, left: SATURATION.map(([at]) => agreed(at)), numeric: found.numeric, bound: found.bound, verdict: found.verdict };
    }
    return { draw, seen: () => seen };
  },
});
