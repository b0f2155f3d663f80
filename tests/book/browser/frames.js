// Uses every live figure of a page, a frame at a time: handles are moved, steps made, it
// runs, and every choice is made. Each frame is a task of its own, with a mark by which it
// is found again in the browser's trace. `PAGE` is the page, `WIDTH` its width.
'use strict';

const pause = ms => new Promise(done => setTimeout(done, ms));

// What it costs to look at the clock twice, where nobody comes between.
const CLOCK = Math.min(...Array.from({ length: 20 }, () => {
  const start = performance.now();
  for (let i = 0; i < 2000; i++) { performance.now(); performance.now(); }
  return (performance.now() - start) / 2000;
}));

// Each of the library's functions adds the time that it uses.
function clocked(gw) {
  const spent = { ms: 0, calls: 0 };
  for (const [name, call] of Object.entries(gw)) {
    if (typeof call !== 'function') continue;
    gw[name] = (...given) => {
      const start = performance.now();
      spent.calls++;
      try { return call(...given); } finally { spent.ms += performance.now() - start; }
    };
  }
  return spent;
}

// What part of each frame was spent in C is told to list, and what looking at the clock cost.
async function frames(view, figure, list) {
  const spent = clocked(figure.gw), { setTimeout: later, setInterval: again } = view;
  // One frame: what is done, and the layout that it asks for.
  const frame = (what, act) => {
    performance.mark(`frame ${list.length}`);
    Object.assign(spent, { ms: 0, calls: 0 });
    const start = performance.now();
    act();
    figure.host.getBoundingClientRect();
    list.push([figure.name, what, Math.min(1, spent.ms / (performance.now() - start || 1)), CLOCK * spent.calls]);
  };
  const alone = async (what, act, ms = 5) => {
    await new Promise(done => later(() => { frame(what, act); done(); }));
    await pause(ms);
  };
  view.setTimeout = (act, ms) => later(() => frame('goes on', act), ms);
  view.setInterval = (act, ms) => again(() => frame('runs', act), ms);
  const shown = selector => [...figure.host.querySelectorAll(selector)].filter(each => each.getClientRects().length);
  const button = words => shown('button').find(each => each.textContent === words);
  const press = (handle, key) => handle.dispatchEvent(new view.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const count = shown('[role=slider]').length;
  for (let i = 0; i < Math.min(4, count); i++) {
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp', 'ArrowLeft', 'PageDown', 'PageUp'])
      await alone(`${shown('[role=slider]')[i].getAttribute('aria-label')}, ${key}`, () => press(shown('[role=slider]')[i], key));
  }
  for (const words of ['Reset', 'Step', 'Step', 'Step', 'Back', 'Back', 'Run']) if (button(words)) await alone(words, () => button(words).click());
  if (button('Pause')) { await pause(1500); button('Pause')?.click(); }
  for (const select of shown('select')) {
    for (const i of [...Array(select.options.length).keys(), select.selectedIndex]) {
      const words = `${select.parentElement.textContent.slice(0, 12)}, ${select.options[i].text}`;
      await alone(words, () => { select.selectedIndex = i; select.dispatchEvent(new view.Event('input', { bubbles: true })); }, 60);
    }
  }
  await pause(500);
  Object.assign(view, { setTimeout: later, setInterval: again });
}

const telling = (async () => {
  const told = { frames: [] };
  try {
    const element = document.createElement('iframe');
    element.style.cssText = `width:${WIDTH}px;height:900px;border:0`;
    element.src = PAGE;
    await new Promise(done => { element.onload = done; document.body.append(element); });
    const { live, document: page } = element.contentWindow;
    for (const each of page.querySelectorAll('figure[data-live]')) {
      each.scrollIntoView();
      await live.wake(each);
      await pause(700);
      await frames(element.contentWindow, live.figures[each.dataset.live], told.frames);
    }
  } catch (error) { told.error = String(error.stack || error); }
  return told;
})();

// What was seen, when all is seen.
async function told() {
  return telling;
}
