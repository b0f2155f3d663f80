// A live figure: its state, its controls, the link to it, and how it comes to life.
// Without this, or where something fails, the picture stays.
//
//   live.figure('05-descent/steps', {
//     state: { alpha: live.number('α', 0.2, { above: 0, high: 1e6 }), … },
//     build(figure) { …; return { draw() { … }, seen() { … } }; },
//     draws: { alpha: 'alpha' }, free: ['k'],   where the chapter's driver has these options
//   });
//
// build is called once, draw after every change of the state; seen() is for tests:
// the numbers that the figure shows. Its caption, the question below it, and where the text
// answers it, are of plots/strings/en.tsv; the build puts them into live.texts.
'use strict';

const live = window.live = { definitions: {}, figures: {}, texts: {} };

live.figure = (name, definition) => { live.definitions[name] = definition; };
live.still = matchMedia('(prefers-reduced-motion: reduce)');

// What a reader did that cannot be: a sentence for the page.
class Refused extends Error {}
// What the library says, «gw.NAME: why», is made one.
const sentence = error => error instanceof GwError ? `${error.message.replace(/^(gw\.\w+): /, '$1 says: ')}.` : error.message;

live.make = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === true) made.setAttribute(key, '');
    else if (key.startsWith('on')) made[key] = value;
    else if (value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

class Figure {
  constructor(element, name, definition, gw) {
    Object.assign(this, { element, name, gw, kinds: typeof definition.state === 'function' ? definition.state(gw) : definition.state, state: {}, fields: {}, plots: [], colours: {} });
    for (const key in this.kinds) this.state[key] = this.kinds[key].value;
    this.host = live.make('div', { class: 'live', role: 'group', 'aria-label': definition.label || `${live.texts[name].caption.replace(/\.$/, '')}: live figure` });
    this.problemLine = live.make('p', { class: 'live-problem', id: `problem-${name.replace('/', '-')}`, hidden: true });
    this.status = live.make('p', { class: 'live-status', role: 'status' });
    const refused = this.readLink();
    this.parts = definition.build(this);
    const offers = this.host.querySelector('.live-player') || this.controls('live-links');
    offers.append(this.copies('Copy link', 'The link to this state', () => location.href.replace(/#.*$/, '') + this.link(), () => {
      // The address bar has the link.
      history.replaceState(null, '', this.link());
      return 'The link stands in the address bar.';
    }));
    if (definition.draws) {
      Object.assign(this, { draws: definition.draws, free: definition.free || [] });
      this.offer = this.copies('Copy command', 'The command that draws this picture', () => this.command(), () => `The command is: ${this.command()}`);
      offers.append(this.offer);
    }
    this.host.append(this.problemLine, this.status);
    if (!live.texts[name]) return; // a box to check one's own has none
    const { question, answer } = live.texts[name], heading = document.getElementById(answer);
    // A heading ends with the link to itself.
    const title = heading && [...heading.childNodes].filter(node => !node.classList?.contains('anchor')).map(node => node.textContent).join('').trim();
    // The cover has the figure without its chapter.
    const where = heading ? `#${answer}` : `${name.split('/')[0]}.html#${answer}`;
    this.host.append(live.make('p', { class: 'live-question' }, live.make('b', {}, 'Predict, then try. '), question, ' ',
      live.make('a', { href: where }, heading ? `The answer is in «${title}».` : 'The answer is in its chapter.')));
  }

  start() {
    const caption = this.element.querySelector(':scope > figcaption');
    this.element.insertBefore(this.host, caption);
    this.element.classList.add('alive');
    this.redraw();
    // That of the picture says what the picture shows.
    if (caption) caption.replaceChildren(...caption.querySelectorAll('a'), ` ${live.texts[this.name].caption}`);
    // What is painted on a canvas does not follow the page's colours by itself.
    const recolour = () => { this.colours = {}; this.redraw(); };
    new MutationObserver(recolour).observe(document.documentElement, { attributeFilter: ['data-theme'] });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);
    // Not at once: what is drawn may change the size again.
    new ResizeObserver(() => setTimeout(() => {
      if (!this.plots.some(plot => plot.resized())) return;
      this.measured = undefined;
      this.redraw();
    })).observe(this.host);
  }

  /* Controls */

  controls(kind, ...parts) {
    const row = live.make('div', { class: `live-row ${kind}` }, ...parts);
    this.host.append(row);
    return row;
  }

  field(key, { size = 7, mode } = {}) {
    const kind = this.kinds[key];
    if (kind.whole) size = Math.max(size, String(kind.high).length);
    const input = kind.options
      ? live.make('select', {}, ...kind.options.map(([value, words]) => live.make('option', { value }, words)))
      : live.make('input', { type: 'text', size, inputmode: mode, spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' });
    input.setAttribute('aria-describedby', this.problemLine.id);
    input.value = kind.show(this.state[key]);
    input.oninput = () => this.attempt(input, () => this.set({ [key]: kind.read(input.value) }, key));
    // What was refused is taken back when one goes on.
    input.onblur = () => { if (!input.hasAttribute('aria-invalid')) input.value = kind.show(this.state[key]); };
    this.fields[key] = input;
    return live.make('label', { class: 'live-field' }, live.make('span', {}, kind.label), input);
  }

  button(words, act, attributes) {
    return live.make('button', { type: 'button', onclick: () => this.attempt(null, act), ...attributes }, words);
  }

  attempt(input, act) {
    try {
      act();
      if (input) input.removeAttribute('aria-invalid');
    } catch (error) {
      if (!(error instanceof Refused || error instanceof GwError)) throw error;
      if (input) input.setAttribute('aria-invalid', 'true');
      this.problem(sentence(error));
    }
  }

  problem(words) {
    this.problemLine.hidden = !words;
    this.problemLine.textContent = words || '';
    if (words) this.say(words);
  }

  // Said calmly: not more often than one can listen.
  say(words) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => { if (this.status.textContent !== words) this.status.textContent = words; }, 600);
  }

  // What the colours mean: pairs of words and a kind of line.
  legend() {
    const list = live.make('ul', { class: 'live-legend' });
    this.host.append(list);
    return pairs => {
      const key = JSON.stringify(pairs);
      if (key === list.dataset.key) return;
      list.dataset.key = key;
      list.replaceChildren(...pairs.map(([words, kind]) => {
        const sample = shape('svg', { width: 34, height: 12, 'aria-hidden': 'true' });
        if (kind === 'cross') sample.append(shape('path', { class: 'line cross', d: 'M12 1L22 11M12 11L22 1' }));
        else if (!kind.includes('point')) sample.append(shape('path', { class: `line ${kind}`, d: 'M1 6H33' }));
        if (/^c\d|point/.test(kind)) sample.append(shape('circle', { class: `dot ${kind}`, cx: 17, cy: 6, r: 3.5 }));
        return live.make('li', {}, sample, words);
      }));
    };
  }

  // Pairs of words and numbers that change while one plays; not announced.
  numbers(labels, wide = [], broad = ['measured', 'numeric']) {
    const cells = {};
    const list = live.make('dl', { class: 'live-numbers' });
    for (const [key, words] of Object.entries(labels)) {
      cells[key] = live.make('dd');
      // What is measured stands with its bound, on one line.
      list.append(live.make('div', { class: wide.includes(key) ? 'wide' : broad.includes(key) && 'broad' }, live.make('dt', {}, words), cells[key]));
    }
    this.host.append(list);
    return values => {
      for (const key in values) {
        const words = values[key];
        if (cells[key].textContent !== words) cells[key].textContent = words;
      }
    };
  }

  // A table whose rows are lists of words, the first their name, with raised parts as ^{…}.
  table(columns) {
    const body = live.make('tbody');
    this.host.append(live.make('table', { class: `live-table ${columns.length > 5 ? 'many' : ''}` }, live.make('thead', {}, live.make('tr', {}, ...columns.map(words => live.make('th', { scope: 'col' }, words)))), body));
    return rows => {
      while (body.rows.length > rows.length) body.lastChild.remove();
      rows.forEach((row, i) => {
        if (i === body.rows.length) body.append(live.make('tr', {}, ...row.map((_, j) => j ? live.make('td', { 'data-column': columns[j] }) : live.make('th', { scope: 'row' }))));
        const { cells } = body.rows[i];
        row.forEach((words, j) => { if (cells[j].words !== words) write(cells[j], cells[j].words = words); });
      });
    };
  }

  /* State */

  // Changes the state; if it cannot be drawn so, it stays as it was.
  set(changes, typed) {
    const before = { ...this.state };
    Object.assign(this.state, changes);
    try {
      this.parts.draw();
    } catch (error) {
      this.state = before;
      throw error;
    }
    this.problem('');
    if (this.offer) this.offer.hidden = !this.command();
    for (const key in changes) {
      const input = this.fields[key];
      if (!input) continue;
      const words = this.kinds[key].show(this.state[key]);
      if (key !== typed && input.value !== words) input.value = words;
      input.removeAttribute('aria-invalid');
    }
    // The address shows the figure that was touched last.
    clearTimeout(live.linking);
    live.linking = setTimeout(() => history.replaceState(null, '', this.link()), 400);
  }

  redraw() {
    try {
      this.parts.draw();
      if (this.refused) this.problem(this.refused);
      if (this.offer) this.offer.hidden = !this.command();
    } catch (error) {
      if (!(error instanceof Refused || error instanceof GwError)) throw error;
      for (const key in this.kinds) this.state[key] = this.kinds[key].value;
      for (const key in this.fields) this.fields[key].value = this.kinds[key].show(this.state[key]);
      this.parts.draw();
      this.problem(`The link cannot be shown: ${sentence(error)}`);
    }
    this.refused = null;
  }

  link() {
    const pairs = Object.keys(this.kinds).map(key => `${key}=${encodeURIComponent(this.kinds[key].show(this.state[key]))}`);
    return `#live:${this.name}?${pairs.join('&')}`;
  }

  // What a link asks for; what it cannot have is said.
  readLink() {
    const [, asked] = location.hash.match(/^#live:[^?]*\?(.*)$/) || [];
    if (asked === undefined || live.linked() !== this.name) return;
    for (const pair of asked.split('&').filter(Boolean)) {
      const [key, coded = ''] = pair.split('=');
      try {
        if (!Object.hasOwn(this.kinds, key)) throw new Refused(`this figure has no «${key}».`);
        let text;
        try { text = decodeURIComponent(coded); } catch { throw new Refused(`«${coded}» cannot be read.`); }
        this.state[key] = this.kinds[key].read(text);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        this.refused = `The link asks for what cannot be: ${error.message}`;
      }
    }
  }

  // The command that draws the picture in this state, or nothing where the driver has no
  // options for it.
  command() {
    const changed = Object.keys(this.kinds).filter(key => !this.free.includes(key) && this.kinds[key].show(this.state[key]) !== this.kinds[key].show(this.kinds[key].value));
    if (changed.some(key => !this.draws[key])) return undefined;
    const words = changed.map(key => `--${this.draws[key]} ${this.kinds[key].show(this.state[key])}`).join(' ');
    return `make figures ONLY=${this.name}${words && ` ARGS='${words}'`}`;
  }

  // A button that copies; where a page may not, otherwise() says what there is instead.
  copies(words, what, text, otherwise) {
    const button = live.make('button', { type: 'button', onclick: () => this.copy(button, words, what, text(), otherwise) }, words);
    return button;
  }

  async copy(button, words, what, copied, otherwise) {
    // A page from a file may not have the clipboard; then as it was done before there was one.
    const byHand = () => {
      const text = live.make('textarea', { readonly: true, 'aria-hidden': 'true' });
      text.value = copied;
      this.host.append(text);
      text.select();
      const done = document.execCommand('copy');
      text.remove();
      button.focus();
      if (!done) throw new Error('not copied');
    };
    try {
      await navigator.clipboard.writeText(copied).catch(byHand);
      button.textContent = 'Copied';
      this.say(`${what} is copied.`);
      setTimeout(() => { button.textContent = words; }, 2000);
    } catch {
      this.problem(`This browser does not let a page copy. ${otherwise()}`);
    }
  }

  // Goes on with work, a slice at a time, as long as it says that something is left.
  slices(work, wait = () => 4) {
    let timer;
    const later = () => { timer ||= setTimeout(() => { timer = undefined; if (work()) later(); }, wait()); };
    return later;
  }

  /* Steps. forward, back and reset change the state; over() says that no step is left,
   * tick is what Run does again and again, finish what it comes to where nothing may move. */
  player({ forward, back, reset, over, finish, tick = forward, delay = 120 }) {
    let timer;
    const stop = () => { clearInterval(timer); timer = undefined; run.textContent = 'Run'; };
    const still = act => () => { stop(); act(); };
    const run = this.button('Run', () => {
      if (timer) { stop(); return; }
      if (over()) reset();
      if (live.still.matches) { finish(); return; }
      run.textContent = 'Pause';
      timer = setInterval(() => { if (over()) stop(); else this.attempt(null, tick); }, delay);
    });
    this.controls('live-player', this.button('Reset', still(reset)), this.button('Back', still(back)), this.button('Step', still(forward)), run);
  }

  // Where the state has k, the step that is shown, of last().
  stepper(last) {
    const go = k => this.set({ k: Math.max(0, Math.min(last(), k)) });
    const at = () => Math.min(this.state.k, last());
    this.player({ forward: () => go(at() + 1), back: () => go(at() - 1), reset: () => go(0), over: () => at() >= last(), finish: () => go(last()) });
  }
}

/* How figures come to life */

live.linked = () => location.hash.match(/^#live:([^?]*)/)?.[1];

let loading;
function load() {
  loading ||= new Promise((done, failed) => {
    live.library = (tables, text) => done({ tables, text });
    const script = live.make('script', { src: 'live/gw.js' });
    script.onerror = () => failed(new Error('live/gw.js is missing'));
    document.head.append(script);
  }).then(async ({ tables, text }) => {
    const bytes = Uint8Array.from(text, letter => letter.charCodeAt(0) & 255); // scripts/live/text.lua
    return { tables, module: await WebAssembly.compile(bytes) };
  });
  return loading;
}

const waking = new Map();
live.wake = element => {
  if (!waking.has(element)) waking.set(element, wake(element));
  return waking.get(element);
};

async function wake(element) {
  const name = element.dataset.live;
  try {
    if (typeof WebAssembly !== 'object') throw new Refused('This browser has no WebAssembly, so the figure stays still.');
    const { tables, module } = await load();
    const figure = new Figure(element, name, live.definitions[name], gwLibrary(tables, module));
    figure.start();
    live.figures[name] = figure;
    if (live.linked() === name) element.scrollIntoView({ block: 'start' });
  } catch (error) {
    element.classList.remove('alive');
    element.querySelector('.live')?.remove();
    element.append(live.make('p', { class: 'live-problem' }, error instanceof Refused ? error.message : 'This figure could not come to life, so it stays still.'));
    if (!(error instanceof Refused)) console.error(error);
  }
}

document.addEventListener('DOMContentLoaded', () => {
  const near = new IntersectionObserver(entries => {
    for (const entry of entries) if (entry.isIntersecting) { near.unobserve(entry.target); live.wake(entry.target); }
  }, { rootMargin: '600px' });
  for (const element of document.querySelectorAll('figure[data-live]')) {
    if (!live.definitions[element.dataset.live]) continue;
    if (live.linked() === element.dataset.live) live.wake(element); else near.observe(element);
  }
  // A link to a figure of the page that one is on.
  addEventListener('hashchange', () => {
    const figure = live.figures[live.linked()];
    if (!figure) return;
    clearTimeout(live.linking);
    figure.problem('');
    figure.readLink();
    for (const key in figure.fields) {
      figure.fields[key].value = figure.kinds[key].show(figure.state[key]);
      figure.fields[key].removeAttribute('aria-invalid');
    }
    figure.redraw();
    figure.element.scrollIntoView({ block: 'start' });
  });
});
