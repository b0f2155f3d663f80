// What several figures ask: a formula as it is typed, and the slope of a function as the
// checker measures it.
'use strict';

// Why a formula could not be read, and where; in the reader's own names.
live.unread = (error, f, label, named = words => words) => {
  if (!f.problem) throw error;
  const rest = new TextDecoder().decode(new TextEncoder().encode(f.text).subarray(f.place));
  throw new Refused(`${label} cannot be read: ${named(f.problem).replace(/:$/, '')}${rest ? `, at «${named(rest)}»` : ', at its end'}.`);
};

// The library reads formulas in x; the reader may have another name for it. A letter takes
// the place of a letter, so that places in the text stay.
live.formula = (gw, label, variable = 'x', f = gw.struct('gw_formula')) => {
  const named = (text, from, to) => text.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${from}(?![\\p{L}\\p{N}_])`, 'gu'), to);
  let kept;
  return {
    formula: f,
    read(text) {
      if (text === kept) return;
      kept = undefined;
      try {
        gw.formula_read(named(text, variable, 'x'), f);
      } catch (error) {
        live.unread(error, f, label, words => named(words, 'x', variable));
      }
      kept = text;
    },
    struct: f,
    value: x => gw.formula_value(f, x),
    slope: x => gw.formula_slope(f, x),
  };
};

// The checker on a function of one number: judge(f, x, slope) says what it found.
live.judge = (gw, variable = 'x') => {
  const theta = gw.numbers(1), gradient = gw.numbers(1), point = gw.numbers(1), block = gw.struct('gw_gradcheck_block');
  const problem = gw.struct('gw_gradcheck_problem'), ask = gw.struct('gw_gradcheck_ask'), entry = gw.struct('gw_gradcheck_entry');
  block.name = variable;
  block.rows = block.cols = 1;
  Object.assign(problem, { size: 1, blocks: 1, theta, gradient, block, seed: 1 });
  const memory = gw.memory(gw.gradcheck_bytes(1, 1));
  return (f, x, slope) => {
    theta[0] = x;
    gradient[0] = slope;
    const check = gw.gradcheck_start(problem, memory);
    while (gw.gradcheck_next(check, ask)) {
      gw.gradcheck_point(check, ask.id, point);
      gw.gradcheck_tell(check, ask.id, f(point[0]));
    }
    gw.gradcheck_entry_result(check, 0, entry);
    const { numeric, bound, digits, verdict, cause } = entry;
    const words = verdict === gw.PASS && cause === gw.CAUSE_NONE ? `${gw.verdict_text(verdict)}, ${Math.floor(digits)} digits`
      : gw.verdict_text(verdict) + (cause === gw.CAUSE_NONE ? '' : `: ${gw.cause_text(cause)}`);
    return { numeric, bound, digits, verdict, words };
  };
};

// The rows of a block of a figure's accepted data, '' where it has no blocks. The build puts them here for every
// live.accepted('NAME', 'BLOCK') that a chapter's script has.
live.data = {};
live.accepted = (name, block) => live.data[`${name} ${block}`];
// The accepted facts of a chapter whose names contain `part`, in the same way.
live.facts = (chapter, part) => live.data[`${chapter} ${part}`];
