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
  const all = selector => [...host.querySelectorAll(selector)].filter(each => each.getClientRects().length);
  const handles = all('[role=slider]');
  const kind = roll(4);
  if (kind === 0) return pick(all('button')).click();
  if (kind === 1 && all('input, select').length) {
    const input = pick(all('input, select'));
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

const opening = figure => Object.fromEntries(Object.entries(figure.kinds).map(([key, kind]) => [key, kind.value]));

// What each key does to a handle, from the figure's opening state. Nothing is right at an
// end; up and down, where a handle moves in the plane, its other key must then do something.
function keys(view, figure) {
  const wrong = [];
  const handles = () => [...figure.host.querySelectorAll('[role=slider]')].filter(each => each.getClientRects().length);
  const stands = handle => ['transform', 'aria-valuetext'].map(name => handle.getAttribute(name)).join();
  figure.set(opening(figure));
  handles().slice(0, 4).forEach((_, i) => {
    const idle = [];
    figure.set(opening(figure));
    for (const key of KEYS) {
      const handle = handles()[i], [low, high, now] = ['min', 'max', 'now'].map(end => Number(handle.getAttribute(`aria-value${end}`)));
      const before = stands(handle), down = /Left|Down|Home/.test(key), sent = new view.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      handle.dispatchEvent(sent);
      const complain = words => wrong.push(`${figure.name}, ${handle.getAttribute('aria-label')}: ${key} ${words}`);
      if (!sent.defaultPrevented) complain('scrolls the page');
      if (stands(handle) === before) idle.push(key);
      if (idle.includes(key) && /Left|Right|Home|End/.test(key) && now !== (down ? low : high)) complain('does nothing');
      if (/Left|Right|Home|End/.test(key) && Math.sign(Number(handle.getAttribute('aria-valuenow')) - now) === (down ? 1 : -1)) complain('goes the wrong way');
      if (!handle.getAttribute('aria-label') || /NaN|undefined/.test(handle.getAttribute('aria-valuetext'))) complain('has no words');
    }
    for (const pair of [['ArrowUp', 'ArrowDown'], ['PageUp', 'PageDown']]) if (pair.every(key => idle.includes(key))) wrong.push(`${figure.name}: ${pair} do nothing`);
  });
  figure.set(opening(figure));
  return wrong;
}

// Every button, every choice of every list, and every field typed anew, once; what copies has
// its own words.
function controls(view, figure) {
  const wrong = [], shown = selector => [...figure.host.querySelectorAll(selector)].filter(each => each.getClientRects().length);
  const labels = selector => shown(selector).map(each => each.textContent || each.parentNode.textContent);
  const stands = what => {
    const said = figure.problemLine.hidden ? '' : figure.problemLine.textContent;
    if (!figure.element.classList.contains('alive') || !figure.host.querySelector('svg[role=group] g > *')) wrong.push(`${what} leaves no picture`);
    if (/undefined|NaN|\[object/.test(said + figure.host.textContent)) wrong.push(`${what} shows ${/.{0,20}(undefined|NaN|\[object).{0,20}/.exec(said + figure.host.textContent)[0]}`);
  };
  const tell = input => input.dispatchEvent(new view.Event('input', { bubbles: true }));
  let count = 0;
  for (const kind of ['button', 'select', 'input']) {
    figure.set(opening(figure));
    labels(kind).forEach((label, i) => {
      const control = shown(kind)[i], what = `${figure.name}: ${kind} «${label.slice(0, 30)}»`;
      if (!control || /^Cop/.test(label)) return;
      count++;
      if (kind === 'button') control.click();
      else if (kind === 'input') tell(control);
      else for (let n = control.options.length - 1; n >= 0; n--) { control.selectedIndex = n; tell(control); stands(`${what}, ${control.options[n].textContent}`); }
      stands(what);
      if (kind === 'button' && control.textContent === 'Pause') control.click();
    });
  }
  figure.set(opening(figure));
  return { count, wrong };
}

// Touching a handle drags it; touching anything else scrolls the page.
function touches(view, figure) {
  const held = element => !element.dispatchEvent(new view.TouchEvent('touchstart', { bubbles: true, cancelable: true }));
  const free = element => view.getComputedStyle(element).touchAction !== 'none' && !held(element);
  return [...figure.host.querySelectorAll('svg[role=group]')].filter(svg => svg.getClientRects().length).flatMap(svg => {
    const handle = svg.querySelector('.handle circle');
    return [!free(svg) && 'no finger scrolls here', handle && (!held(handle) || view.getComputedStyle(handle).touchAction !== 'none') && 'a handle lets go'].filter(Boolean);
  });
}

// Without motion, Run shows the end at once.
function stands(view, figure) {
  const button = words => [...figure.host.querySelectorAll('button')].find(each => each.textContent === words), run = button('Run');
  if (!run) return [];
  const still = view.live.still;
  view.live.still = { matches: true };
  button('Reset').click();
  const before = figure.link();
  run.click();
  view.live.still = still;
  const after = figure.link();
  button('Reset').click();
  if (!button('Back')) return ['has no way back'];
  return [before === after && 'Run shows no end', run.textContent !== 'Run' && 'Run moves'].filter(Boolean);
}

// What trains must not do so beside what follows.
function stop(figure) {
  if (figure.parts.settle && figure.kinds.k) figure.set({ k: 0 });
}

// Ten changes in a moment are told once.
async function calm(figure) {
  await new Promise(done => setTimeout(done, 700));
  let told = 0;
  const watch = new MutationObserver(() => { told++; });
  watch.observe(figure.status, { childList: true, characterData: true, subtree: true });
  for (let i = 0; i < 10; i++) {
    figure.say(`for the ${i}th time`);
    await new Promise(done => setTimeout(done, 30));
  }
  await new Promise(done => setTimeout(done, 700));
  watch.disconnect();
  return [told > 1 && `${told} sentences in a moment`, !figure.status.textContent && 'says nothing'].filter(Boolean);
}

// A link shows what its sender saw.
async function shared(view, figure, state) {
  const look = () => { figure.parts.settle?.(); return JSON.stringify(plain(figure.parts.seen())); };
  if (state) figure.set(state);
  const sent = look(), link = figure.link(), asked = new URLSearchParams(link.replace(/^.*?\?/, '').replace(/\+/g, '%2B'));
  const lost = Object.keys(figure.kinds).filter(key => asked.get(key) !== figure.kinds[key].show(figure.state[key]));
  figure.set(opening(figure));
  view.history.replaceState(null, '', '#');
  view.location.hash = link;
  await new Promise(done => setTimeout(done, 100));
  const got = look();
  figure.set(opening(figure));
  const from = Math.max(0, [...sent].findIndex((letter, i) => letter !== got[i]) - 20);
  view.history.replaceState(null, '', '#');
  if (lost.length) return [`the link does not say ${lost}`];
  return sent === got ? [] : [`shows something else by ${link}: ${got.slice(from, from + 60)}, not ${sent.slice(from, from + 60)}`];
}

// Texts for a state, by its kind: those that cannot be, and those at its ends, which may be
// drawn or refused.
function asked(kind, roll) {
  const some = list => list.splice(roll(list.length), 1)[0], letters = 'x()+-*/^.,0123 e sin(ln(%&=';
  const noise = Array.from({ length: 12 }, () => letters[roll(letters.length)]).join('');
  if (kind.options) return { bad: ['', 'none such', `${kind.options[0][0]} `], ends: kind.options.map(([key]) => key) };
  if (Array.isArray(kind.value)) return { bad: ['x', '1, x', '1e999', '0,'.repeat(200)], ends: ['', '0', noise] };
  if (typeof kind.value === 'string') return { bad: ['', 'x'.repeat(500)], ends: ['x', '1/0', '(((', 'ln(x - 9) + ln(9 - w)', noise] };
  const { low, high, whole } = kind, odd = ['', 'x', 'NaN', '∞', '1e999', '-1e999', '--1', '1 2', String(high * 2 + 1), String(low - Math.abs(low) - 1), ...whole ? [String(low + 0.5)] : []];
  return { bad: [some(odd), some(odd)], ends: [String(low), String(high)] };
}

// Links and fields tampered with, as chance will have it: each gets a sentence or a picture,
// and what cannot be leaves the figure as it was.
function tampered(view, figure, roll, rounds) {
  const wrong = new Set(), opens = opening(figure);
  let count = 0;
  const stands = (what, bad) => {
    count++;
    const said = figure.problemLine.hidden ? '' : figure.problemLine.textContent, complain = words => wrong.add(`${figure.name}, ${what.slice(0, 80)}: ${words}`);
    if (bad && !said) complain('gets no sentence');
    if (said && (!/[.!?]$/.test(said) || /undefined|NaN|\[object|null/.test(said.replace(/«[^»]*»/g, '')))) complain(`says «${said}»`);
    const verdict = figure.host.querySelector('.check-verdict');
    if (verdict && figure.host.querySelector('[aria-invalid]') && view.getComputedStyle(verdict).visibility !== 'hidden') complain('keeps the verdict of another formula');
    for (const key in figure.kinds) try { figure.kinds[key].read(figure.kinds[key].show(figure.state[key])); } catch { complain(`leaves ${key} = ${figure.state[key]}`); }
    if (!figure.element.classList.contains('alive') || !figure.host.querySelector('svg[role=group] g > *')) complain('leaves no picture');
    const lost = [...figure.host.querySelectorAll('svg[role=group] *')].find(each => [...each.attributes].some(({ value }) => /NaN|undefined|Infinity/.test(value)));
    if (lost) complain(`draws ${lost.outerHTML.slice(0, 120)}`);
  };
  const link = (words, bad) => {
    view.history.replaceState(null, '', words);
    view.dispatchEvent(new view.HashChangeEvent('hashchange'));
    stands(words, bad);
  };
  figure.set(opens);
  const sent = figure.link();
  // What was refused leaves nothing behind; what learns shows other numbers anyway.
  const shows = () => { figure.redraw(); return figure.parts.settle ? '' : JSON.stringify(plain(figure.parts.seen())); };
  const leaves = (what, act) => {
    const before = shows();
    act();
    if (figure.link() === sent && shows() !== before) wrong.add(`${figure.name}, ${what.slice(0, 80)}: shows something else after it was refused`);
    figure.set(opens);
  };
  for (const [key, kind] of Object.entries(figure.kinds)) {
    const { bad, ends } = asked(kind, roll), input = figure.fields[key], some = list => Array.from({ length: Math.min(list.length, rounds) }, () => list.splice(roll(list.length), 1)[0]);
    for (const text of some(bad)) {
      link(`#live:${figure.name}?${key}=${encodeURIComponent(text)}`, true);
      if (figure.link() !== sent) wrong.add(`${figure.name}: ${key}=${text.slice(0, 40)} changes the state`);
      if (!input || kind.options) continue;
      leaves(`typed ${key} = ${text}`, () => {
        input.value = text;
        input.dispatchEvent(new view.Event('input', { bubbles: true }));
        stands(`typed ${key} = ${text}`, true);
        if (!input.hasAttribute('aria-invalid')) wrong.add(`${figure.name}: ${key} does not show that «${text.slice(0, 40)}» cannot be`);
      });
    }
    for (const text of some(ends)) leaves(`${key}=${text}`, () => link(`#live:${figure.name}?${key}=${encodeURIComponent(text)}`, false));
  }
  link(`#live:${figure.name}?nothing=1`, true);
  link(`#live:${figure.name}?${Object.keys(figure.kinds)[0]}=%E0%A4%A`, true);
  for (let i = 0; i < 3 * rounds; i++) {
    const from = figure.name.length + 7 + roll(sent.length - figure.name.length - 7), length = roll(4);
    link(sent.slice(0, from) + ['', '=', '&', '%', '9', '-', 'e'][roll(7)] + sent.slice(from + length), false);
    figure.set(opens);
  }
  if (figure.link() !== sent) wrong.add(`${figure.name}: does not come back`);
  view.history.replaceState(null, '', '#');
  stop(figure);
  return { count, wrong: [...wrong] };
}

// Every number that a state has, typed as it cannot be: what is no number, and what lies beyond
// the ends. Its own sentence says so, and the state stays; a number in a list is one, too.
const NO_NUMBERS = ['', ' ', '-', '+', '.', 'x', 'nan', 'NaN', '-nan', '∞', 'Infinity', '-Infinity', '1e999', '-1e999', '0x', '0x10', '0b1', '1e', 'e5', '--1', '1 2', '1.2.3', '½', '1n', 'null', 'true', '[]'];
function refuses(figure) {
  const wrong = new Set(), short = text => text.length > 12 ? `${text.slice(0, 12)}…` : text;
  let count = 0;
  for (const [key, kind] of Object.entries(figure.kinds)) {
    const each = kind.each || (kind.low !== undefined ? kind : null);
    if (!each) continue;
    const { low, high, whole, above, label } = each, own = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} must be a ${whole ? 'whole ' : ''}number (from|above) `);
    const beyond = [high + Math.abs(high) + 1, low - Math.abs(low) - 1, high + (whole ? 1 : 0.001 * (high - low)), 1e300, -1e300, Number.MAX_VALUE, -Number.MAX_VALUE, ...above === undefined ? [] : [above], ...whole ? [low + 0.5, high - 0.25] : []].map(String);
    for (const text of [...NO_NUMBERS, ...beyond, '9'.repeat(400)]) {
      // Nothing between two commas is nothing.
      if (kind.each && text.trim() === '') continue;
      const typed = kind.each ? [text, ...kind.show(figure.state[key]).split(', ').slice(1)].join(', ') : text, complain = words => wrong.add(`${figure.name}, ${key} = «${short(text)}»: ${words}`);
      count++;
      try { complain(`is read as ${kind.read(typed)}`); } catch (error) { if (!own.test(error.message)) complain(`says «${error.message}»`); }
      const input = figure.fields[key], before = figure.link();
      if (!input) continue;
      input.value = typed;
      input.dispatchEvent(new input.ownerDocument.defaultView.Event('input', { bubbles: true }));
      if (!own.test(figure.problemLine.textContent) || figure.problemLine.hidden) complain(`typed, says «${figure.problemLine.textContent}»`);
      if (!input.hasAttribute('aria-invalid')) complain('typed, is not marked');
      if (figure.link() !== before) complain('typed, changes the state');
    }
    figure.set({ [key]: figure.state[key] });
  }
  return { count, wrong: [...wrong] };
}

// The checker asks for single steps from a pass that was made once, and for whole points in
// between: what a step costs must not depend on what else was asked.
function steps(figure) {
  const { gw, parts } = figure, { cost, theta } = parts.checked(), mark = gw.mark(), other = gw.numbers(theta.length), wrong = [];
  for (let i = 0; i < theta.length; i++) {
    const step = () => cost({ entry: i, value: theta[i] + 0.25 }), alone = step();
    theta.forEach((x, j) => { other[j] = 1 - x + j; });
    const there = cost({ entry: -1, at: other.byteOffset });
    if (there === alone) wrong.push(`the cost of another point is that of a step of entry ${i}`);
    if (step() !== alone) wrong.push(`a step of entry ${i} costs ${step()} after a whole point, and ${alone} before`);
  }
  gw.release(mark);
  return { count: theta.length, wrong };
}

// A figure whose drawing asks to be drawn again, or makes it larger, is drawn for ever.
function restless(figure) {
  const high = () => figure.host.getBoundingClientRect().height;
  figure.redraw();
  const before = high(), asks = figure.plots.filter(plot => plot.resized());
  figure.redraw();
  return [asks.length && 'asks to be drawn again and again', high() - before >= 1 && `grows from ${before} to ${high()} pixels`].filter(Boolean).map(words => `${figure.name} ${words}`);
}

// What a look would find: words that leave their drawing, that lie on each other, or that
// their field cuts; what is too small for a finger, where fingers are, and for a mouse.
function looks(view, figure, narrow) {
  const wrong = new Set(), box = element => element.getBoundingClientRect(), say = (element, words) => wrong.add(`${figure.name}: «${element.textContent || element.value}» ${words}`);
  for (const svg of figure.host.querySelectorAll('svg[role=group]')) {
    if (!svg.getClientRects().length) continue;
    const around = box(svg), texts = [...svg.querySelectorAll('text')].filter(text => /[\p{L}\p{N}]/u.test(text.textContent)), places = texts.map(box);
    texts.forEach((text, i) => {
      const here = places[i];
      if (here.left < around.left - 2 || here.right > around.right + 2 || here.top < around.top - 4 || here.bottom > around.bottom + 4) say(text, `leaves its drawing, ${[here.left - around.left, around.right - here.right].map(Math.round)}`);
      for (let j = 0; j < i; j++) {
        const there = places[j], across = Math.min(here.right, there.right) - Math.max(here.left, there.left), down = Math.min(here.bottom, there.bottom) - Math.max(here.top, there.top);
        // Above and below the letters a line has room.
        if (across > 2 && down > 5) say(text, `lies on «${texts[j].textContent}»`);
      }
    });
  }
  for (const control of figure.host.querySelectorAll('button, input, select')) {
    const { width, height } = box(control);
    if (!width) continue;
    if (Math.min(width, height) < (narrow ? 40 : 24)) say(control, `is ${Math.round(width)} × ${Math.round(height)}`);
    if (control.tagName === 'INPUT' && !/[,a-z(]/.test(control.value) && control.scrollWidth > control.clientWidth + 1) say(control, 'is cut by its field');
  }
  for (const reach of figure.host.querySelectorAll('.reach')) if (box(reach).width && box(reach).width < 23.9) say(reach.parentNode, `has a handle ${box(reach).width} wide`);
  return [...wrong];
}

// What is said of links that ask for what cannot be; with the first the page was opened.
async function refusals(view, links) {
  const said = [];
  for (const { name, link } of links) {
    const figure = view.live.figures[name], hash = `#live:${name}?${link}`;
    if (view.location.hash !== hash) {
      view.history.replaceState(null, '', '#');
      view.location.hash = hash;
      await new Promise(done => setTimeout(done, 50));
    }
    said.push(figure.problemLine.textContent);
  }
  return said;
}

async function liveFigures(frame, { width, acts = 0, states = {}, settle, without, hands, links, tampers }) {
  const view = frame.contentWindow, page = frame.contentDocument, errors = [];
  view.addEventListener('error', event => errors.push(`${event.message}${(event.error?.stack || '').split('\n')[1] || ''}`));
  view.addEventListener('unhandledrejection', event => errors.push(String(event.reason)));
  view.console.error = (...words) => errors.push(words.join(' '));
  const seen = {}, wrong = [], used = [];
  const elements = [...page.querySelectorAll('figure[data-live]')];
  for (const element of elements) {
    const name = element.dataset.live;
    // As coming near to it does, on a page that is shown.
    await view.live.wake(element);
    const figure = view.live.figures[name];
    if (!figure && without) { seen[name] = { problem: element.querySelector('.live-problem').textContent }; continue; }
    if (!figure) { errors.push(`${name} did not come to life: ${element.textContent}`); continue; }
    // Only where numbers are looked at: some learn for seconds.
    const numbers = settle || Object.keys(states).length > 0;
    if (numbers) figure.parts.settle?.();
    seen[name] = { opens: numbers ? plain(figure.parts.seen()) : undefined, problem: figure.problemLine.textContent, states: [], commands: [figure.offer && !figure.offer.hidden && figure.command()], acts: 0 };
    const answer = figure.host.querySelector('.live-question a');
    if (!name.startsWith('check/') && (!answer || (answer.getAttribute('href').startsWith('#') && !page.getElementById(answer.hash.slice(1))))) errors.push(`${name}: its question has no answer`);
    if (answer?.textContent.includes('#')) errors.push(`${name}: «${answer.textContent}» ends with the link of a heading`);
    const caption = element.querySelector(':scope > figcaption')?.textContent;
    if (caption && !caption.endsWith(` ${view.live.texts[name].caption}`)) errors.push(`${name}: alive, it has the caption «${caption}»`);
    const over = [...figure.host.querySelectorAll('*')].find(each => each.getBoundingClientRect().right > page.documentElement.clientWidth + 1 && !each.closest('[aria-hidden], [role=slider], [role=status]'));
    const looked = new Set(), look = () => looks(view, figure, width < 400).forEach(words => looked.add(words));
    await page.fonts.ready;
    if (width >= 360) look();
    errors.push(...restless(figure));
    if (over) errors.push(`${name} is wider than the page: ${over.outerHTML.slice(0, 200)}`);
    for (const state of states[name] || []) {
      figure.set(state);
      figure.parts.settle?.();
      look();
      seen[name].states.push(plain(figure.parts.seen()));
      seen[name].commands.push(figure.offer && !figure.offer.hidden && figure.command());
    }
    if (numbers && figure.parts.checked) seen[name].steps = steps(figure);
    if (hands) {
      seen[name].controls = controls(view, figure);
      const found = [...seen[name].controls.wrong, ...keys(view, figure), ...touches(view, figure), ...stands(view, figure), ...await shared(view, figure, (states[name] || [])[0])];
      wrong.push(...found.map(words => words.startsWith(name) ? words : `${name}: ${words}`));
      stop(figure);
      used.push(figure);
    }
    const roll = dice(name.length + width);
    if (tampers) seen[name].refused = refuses(figure);
    if (tampers) seen[name].tampered = tampered(view, figure, roll, tampers);
    for (let i = 0; i < acts / elements.length; i++) {
      try { act(view, figure.host, roll); } catch (error) { errors.push(`${name}, act ${i}: ${error.stack || error}`); }
      const [out] = [...figure.host.querySelectorAll('[role=slider]')].filter(each => {
        const [low, now, high] = ['min', 'now', 'max'].map(end => Number(each.getAttribute(`aria-value${end}`)));
        return each.getClientRects().length && !(low <= now && now <= high);
      });
      if (out && errors.length < 20) errors.push(`${name}, act ${i}: ${out.getAttribute('aria-label')} stands outside of its ends: ${out.getAttribute('aria-valuetext')}`);
      seen[name].acts++;
      if (width >= 360) look();
      if (i % 10 === 0) await new Promise(done => setTimeout(done, 50));
    }
    for (const button of figure.host.querySelectorAll('button')) if (button.textContent === 'Pause') button.click();
    seen[name].looks = [...looked];
  }
  // They wait side by side.
  for (const [i, found] of (await Promise.all(used.map(calm))).entries()) wrong.push(...found.map(words => `${used[i].name}: ${words}`));
  return { seen, errors, hands: hands && wrong, said: links && await refusals(view, links) };
}
