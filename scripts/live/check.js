// Check a derivative: a function and the derivative that somebody claims, checked as it is
// typed by csrc/bank/claim.h, as the command gradcheck checks them.
'use strict';

(() => {
  const SAMPLES = 241, LONGEST = 2000, STEPS = 40;

  // Around the points, but those far out.
  function range(points) {
    const sorted = points.map(point => point.x).sort((a, b) => a - b), at = part => sorted[Math.round(part * (sorted.length - 1))];
    const [low, high] = [at(0.1), at(0.9)], reach = 0.15 * (high - low);
    return [low - reach, high + reach];
  }

  const quoted = text => `'${text.replace(/'/g, `'\\''`)}'`;

  function build(figure) {
    const { gw } = figure;
    const f = live.formula(gw, 'f(x)'), slope = live.formula(gw, 'Your derivative');
    const claim = gw.struct('gw_claim'), memory = gw.memory(gw.claim_bytes());
    figure.controls('live-fields', figure.field('f', { size: 26 }), figure.field('claim', { size: 26 }));
    const verdict = live.make('p', { class: 'check-verdict' });
    const mistakes = live.make('ul', { class: 'check-mistakes' });
    figure.host.append(verdict, mistakes);
    const row = live.make('div', { class: 'live-row live-plots' });
    figure.host.append(row);
    const slopes = new live.Plot(figure, row, { label: 'Your derivative and the measured slopes', share: 1.4, x: { label: 'x' }, y: { label: 'slope' } });
    const errors = new live.Plot(figure, row, { label: 'Error of a central difference by its step', share: 1, ratio: 0.87, x: { label: 'step h', log: true }, y: { label: 'error', log: true } });
    const legend = figure.legend();
    const numbers = figure.numbers({ at: 'look at', analytic: 'your derivative there', numeric: 'measured slope', command: 'in a terminal' }, ['command']);
    let seen;

    function check() {
      const { f: text, claim: claimed, seed } = figure.state;
      f.read(text);
      slope.read(claimed);
      try {
        gw.claim_check(f.struct, slope.struct, seed, memory, claim);
      } catch (error) {
        if (!(error instanceof GwError) || claim.points >= gw.CLAIM_FEWEST) throw error;
        throw new Refused(`f(x) has a value at ${claim.points ? `only ${claim.points}` : 'none'} of the points tried, from x = −1000 to 1000: nothing to check.`);
      }
    }

    // Of a plain central difference at the point to look at first, from long steps to short.
    function errorsByStep({ x, analytic }) {
      const list = [], scale = Math.max(1, Math.abs(x));
      for (let k = 0; k <= STEPS; k++) {
        const h = scale * 10 ** (-0.35 * k), minus = f.value(x - h), plus = f.value(x + h);
        if (Number.isFinite(minus) && Number.isFinite(plus)) list.push([h, Math.abs(gw.derivative_central(minus, plus, h) - analytic)]);
      }
      return list.filter(([, error]) => error > 0 && error < Infinity);
    }

    function draw() {
      check();
      const points = claim.point.slice(0, claim.points), worst = points[claim.worst];
      const [a, b] = range(points), claimed = live.sampled(slope.value, a, b, SAMPLES);
      const measured = points.filter(point => Number.isFinite(point.numeric));
      slopes.begin([a, b], live.heights([...claimed, ...measured.map(({ x, numeric }) => [x, numeric])].filter(([x]) => x >= a && x <= b)));
      slopes.curve(claimed, 'c1');
      for (const [is, kind] of [[gw.PASS, 'c3'], [gw.FAIL, 'c2'], [gw.UNDECIDED, 'c6']])
        slopes.dots(measured.filter(point => point.verdict === is).map(({ x, numeric }) => [x, numeric]), kind, 4.5);
      slopes.end();
      const curve = errorsByStep(worst), heights = curve.map(([, error]) => error);
      const low = Math.min(...heights, worst.bound || Infinity), high = Math.max(...heights, worst.bound || 0);
      errors.begin(curve.length ? [curve.at(-1)[0] / 2, curve[0][0] * 2] : [1e-14, 2], low > 0 && high < Infinity && low < high ? [low / 3, high * 3] : [1e-16, 1]);
      if (worst.bound > 0) errors.curve([[errors.a, worst.bound], [errors.b, worst.bound]], 'soft');
      errors.dots(curve, 'c4', 3);
      errors.end();
      legend([['your derivative', 'c1 whole'], ['measured: agrees', 'c3 point'], ['differs', 'c2 point'], ['cannot tell', 'c6 point'], ['error of a central difference', 'c4 point'], ['bound of the checker', 'soft']]);

      const name = gw.verdict_text(claim.verdict), digits = claim.digits.toFixed(1), why = gw.claim_why(claim);
      verdict.className = `check-verdict ${name}`;
      verdict.textContent = claim.verdict === gw.PASS ? `${name}: right to at least ${digits} digits, at ${claim.points} points`
        : `${name}${why ? `: ${why}` : claim.verdict === gw.FAIL ? ': wrong by more than noise and truncation explain' : ''}`;
      const list = claim.mistake.slice(0, claim.mistakes).map(({ key, text }) => ({ key, text }));
      mistakes.replaceChildren(...list.map(({ key, text }) => live.make('li', {}, live.make('b', {}, key), ` ${text}`)));
      numbers({
        at: `x = ${live.words(worst.x, 4)}`, analytic: live.words(worst.analytic, 10), numeric: `${live.words(worst.numeric, 10)} ± ${live.words(worst.bound, 2)}`,
        command: `scripts/gradcheck ${quoted(figure.state.f)} ${quoted(figure.state.claim)}${figure.state.seed === 1 ? '' : ` --seed ${figure.state.seed}`}`,
      });
      figure.say([verdict.textContent, ...list.map(({ text }) => text)].join('. '));
      seen = { verdict: name, digits: claim.digits, why, x: worst.x, analytic: worst.analytic, numeric: worst.numeric, bound: worst.bound, evaluations: claim.evaluations, mistakes: list };
    }
    return { draw, seen: () => seen };
  }

  // A box opens with the example of the text that it stands in.
  for (const { dataset } of document.querySelectorAll('figure[data-live^="check/"]')) {
    live.figure(dataset.live, {
      label: 'Check a derivative',
      state: {
        f: live.text('f(x)', dataset.f, LONGEST), claim: live.text('your derivative', dataset.claim, LONGEST),
        seed: live.number('seed', 1, { low: 0, high: 2 ** 31, whole: true }),
      },
      build,
    });
  }
})();
