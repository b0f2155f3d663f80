// What the figures of a network share: its matrices as C wants them, and the checker of a
// cost of many parameters, a slice at a time.
'use strict';

live.BLOCKS = ['W1', 'b1', 'W2', 'b2'];

// What was found, in words: "pass, 9 digits".
live.verdict = (gw, { verdict, cause, digits }) => {
  const why = gw.cause_text(cause);
  return gw.verdict_text(verdict) + (verdict === gw.PASS && digits > 0 ? `, ${Math.floor(digits)} digits` : '') + (why ? `: ${why}` : '');
};

// A network's matrices W1, b1, W2, b2 of [n0, n1, n2], one after the other in θ, and room
// for its passes.
live.network = gw => {
  const shapes = ([n0, n1, n2]) => ({ W1: [n1, n0], b1: [n1, 1], W2: [n2, n1], b2: [n2, 1] });
  const count = ([n0, n1, n2]) => n1 * (n0 + 1) + n2 * (n1 + 1);

  // Matrices that look at `all` from the front: { W1: … }.
  function lay(all, sizes) {
    const M = {};
    let at = 0;
    for (const [name, [rows, cols]] of Object.entries(shapes(sizes))) {
      M[name] = gw.over(all, at, rows, cols);
      at += rows * cols;
    }
    return M;
  }

  return {
    count,
    parameters(sizes, g) {
      const theta = gw.numbers(count(sizes)), net = gw.struct('gw_network'), M = lay(theta, sizes);
      net.layers = 2;
      net.g[1] = g;
      for (const name of live.BLOCKS) net[name[0]][name[1]].copy(M[name]);
      return { theta, net, M };
    },
    // Room for a forward pass of these examples.
    pass([, n1, n2], X) {
      const made = gw.struct('gw_network_pass'), m = X.cols;
      const M = { Z1: gw.matrix(n1, m), A1: gw.matrix(n1, m), Z2: gw.matrix(n2, m), A2: gw.matrix(n2, m) };
      made.A[0].copy(X);
      for (const name in M) made[name[0]][name[1]].copy(M[name]);
      return { pass: made, M };
    },
    // Room for a backward pass; dW1, db1, dW2, db2 are one after the other in `all`.
    gradient(sizes, m) {
      const made = gw.struct('gw_network_gradient'), all = gw.numbers(count(sizes)), M = lay(all, sizes);
      const dZ = [null, gw.matrix(sizes[1], m), gw.matrix(sizes[2], m)];
      for (const l of [1, 2]) made.dZ[l].copy(dZ[l]);
      for (const name of live.BLOCKS) made[`d${name[0]}`][name[1]].copy(M[name]);
      return { gradient: made, all, dZ, M };
    },
  };
};

// A session of the checker about a gradient at a point θ, both copied, whose blocks are M's.
// cost(ask) answers J: at θ with θ[ask.entry] = ask.value or, for ask.entry −1, at the
// numbers ask.at. Where there are gradients that are known to be wrong, variant(k) gives one
// as { gradient, key, text }. on(budget) works so many milliseconds and says whether it has
// ended.
live.session = (gw, { theta, gradient, M, examples = 0, alpha = 0, cost, variants = 0, variant }) => {
  const problem = gw.struct('gw_gradcheck_problem'), model = gw.struct('gw_session_model'), block = gw.array('gw_gradcheck_block', live.BLOCKS.length);
  const ask = gw.struct('gw_session_ask'), answer = gw.struct('gw_session_answer'), summary = gw.struct('gw_gradcheck_summary');
  const entry = gw.struct('gw_gradcheck_entry'), list = gw.array('gw_diagnosis', gw.SESSION_DIAGNOSES);
  let first = 0;
  live.BLOCKS.forEach((name, i) => {
    const { rows, cols } = M[name];
    Object.assign(block[i], { name, first, rows, cols });
    first += rows * cols;
  });
  Object.assign(problem, { size: first, blocks: block.length, theta, gradient, block: block.address, seed: 1 });
  Object.assign(model, { given: problem, mode: gw.SESSION_ENTRIES, examples, alpha, variants });
  const session = gw.session_start(model, gw.memory(gw.session_bytes(model)));

  function tell() {
    Object.assign(answer, { value: NaN, gradient: 0, key: 0, text: 0 });
    if (ask.what === gw.ASK_VARIANT) Object.assign(answer, variant(ask.entry));
    else answer.value = cost(ask);
    gw.session_tell(session, ask.id, answer);
  }

  return {
    on(budget) {
      const end = performance.now() + budget;
      while (gw.session_next(session, ask)) {
        if (ask.what !== gw.ASK_NOTHING) tell();
        if (performance.now() >= end) return false;
      }
      return true;
    },
    // What was found, when it has ended.
    entries() {
      const check = gw.session_check(session);
      return Array.from({ length: first }, (_, i) => {
        gw.gradcheck_entry_result(check, i, entry);
        const { analytic, numeric, bound, digits, verdict, cause } = entry;
        return { analytic, numeric, bound, digits, verdict, cause };
      });
    },
    blocks() {
      const check = gw.session_check(session);
      return live.BLOCKS.map((name, i) => {
        gw.gradcheck_block_result(check, i, summary);
        const { verdict, digits } = summary, words = live.verdict(gw, summary), count = gw.session_diagnose(session, i, list);
        return { name, verdict, digits, words, diagnoses: list.slice(0, count).map(({ key, text }) => ({ key, text })) };
      });
    },
    evaluations: () => gw.session_evaluations(session),
  };
};
