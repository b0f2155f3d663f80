// Brings the live figures of a page to life, looks at what they show, and uses them as
// somebody would who presses everything.
'use strict';

function dice(seed) {
  let state = seed >>> 0 || 1;
  return count => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state % count;
  };
}

const TYPED = ['', '0', '1', '-1', '2.5', '-3,4', '1e9', 'x', 'w^2', 'w^', 'x*exp(-x)', 'ln(w)', 'abs(x)', '1/x', 'sin(3*w) + w', '(((', '∞', '0.7, 0.9, 12'];
const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];

// One act of chance on a figure.
function act(view, host, roll) {
  const pick = list => list[roll(list.length)];
  const handles = [...host.querySelectorAll('[role=slider]')];
  const kind = roll(4);
  if (kind === 0) return pick([...host.querySelectorAll('button')]).click();
  if (kind === 1 && host.querySelector('input, select')) {
    const input = pick([...host.querySelectorAll('input, select')]);
    if (input.tagName === 'SELECT') input.selectedIndex = roll(input.options.length); else input.value = pick(TYPED);
    for (const name of ['input', 'change', 'blur']) input.dispatchEvent(new view.Event(name, { bubbles: true }));
    return undefined;
  }
  if (!handles.length) return undefined;
  const handle = pick(handles);
  if (kind === 2) return handle.dispatchEvent(new view.KeyboardEvent('keydown', { key: pick(KEYS), bubbles: true, cancelable: true }));
  const box = handle.getBoundingClientRect();
  let x = box.x + box.width / 2, y = box.y + box.height / 2;
  const send = name => handle.dispatchEvent(new view.PointerEvent(name, { pointerId: 1, button: 0, clientX: x, clientY: y, bubbles: true, cancelable: true }));
  send('pointerdown');
  for (let i = 0; i < 3; i++) { x += roll(300) - 150; y += roll(300) - 150; send('pointermove'); }
  return send('pointerup');
}

// What JSON has no word for is sent as one.
const plain = value => JSON.parse(JSON.stringify(value, (_, x) => typeof x === 'number' && !Number.isFinite(x) ? String(x) : x));

async function liveFigures(frame, { acts = 0, states = {}, without }) {
  const view = frame.contentWindow, page = frame.contentDocument, errors = [];
  if (without) delete view[without];
  view.addEventListener('error', event => errors.push(event.message));
  view.addEventListener('unhandledrejection', event => errors.push(String(event.reason)));
  view.console.error = (...words) => errors.push(words.join(' '));
  const seen = {};
  for (const element of page.querySelectorAll('figure[data-live]')) {
    const name = element.dataset.live;
    // As coming near to it does, on a page that is shown.
    await view.live.wake(element);
    const figure = view.live.figures[name];
    if (!figure && without) { seen[name] = { problem: element.querySelector('.live-problem').textContent }; continue; }
    if (!figure) { errors.push(`${name} did not come to life: ${element.textContent}`); continue; }
    // Only where numbers are looked at: some learn for seconds.
    if (Object.keys(states).length) figure.parts.settle?.();
    seen[name] = { opens: plain(figure.parts.seen()), problem: figure.problemLine.textContent, states: [], acts: 0 };
    const over = [...figure.host.querySelectorAll('*')].find(each => each.getBoundingClientRect().right > page.documentElement.clientWidth + 1 && !each.closest('[aria-hidden], [role=slider], [role=status]'));
    if (over) errors.push(`${name} is wider than the page: ${over.outerHTML.slice(0, 200)}`);
    for (const state of states[name] || []) {
      figure.set(state);
      figure.parts.settle?.();
      seen[name].states.push(plain(figure.parts.seen()));
    }
    const roll = dice(name.length + 7);
    for (let i = 0; i < acts; i++) {
      try { act(view, figure.host, roll); } catch (error) { errors.push(`${name}, act ${i}: ${error.stack || error}`); }
      seen[name].acts++;
      if (i % 10 === 0) await new Promise(done => setTimeout(done, 50));
    }
    for (const button of figure.host.querySelectorAll('button')) if (button.textContent === 'Pause') button.click();
  }
  return { seen, errors };
}
