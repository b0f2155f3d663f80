// Looks at pages of the book in frames of given widths, and writes what it saw, as
// JSON, into the page; Chromium prints that with --dump-dom. `CASES` says what to
// look at, `AXE` where axe-core is.
'use strict';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const pause = ms => new Promise(done => setTimeout(done, ms));

function load(url, width, still) {
  return new Promise((done, failed) => {
    const frame = document.createElement('iframe');
    frame.style.cssText = `width:${width}px;height:900px;border:0`;
    if (still) frame.sandbox = 'allow-same-origin';
    frame.onload = () => done(frame);
    frame.onerror = failed;
    frame.src = url;
    document.body.append(frame);
  });
}

function addScript(page, url) {
  return new Promise((done, failed) => {
    const script = page.createElement('script');
    script.onload = done;
    script.onerror = () => failed(new Error('cannot load ' + url));
    script.src = url;
    page.head.append(script);
  });
}

async function violations(frame) {
  await addScript(frame.contentDocument, AXE);
  const result = await frame.contentWindow.axe.run(frame.contentDocument, { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] });
  return result.violations.map(v => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].any.map(c => c.message).join(' ')}`);
}

// What the search says to a question, and where its links lead.
async function search(frame, question) {
  const page = frame.contentDocument;
  page.dispatchEvent(new frame.contentWindow.KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
  const input = page.querySelector('input[type=search]');
  const focused = page.activeElement === input;
  if (!focused) input.focus();
  input.value = question;
  for (let i = 0; i < 100 && !page.querySelector('.results a'); i++) {
    input.dispatchEvent(new frame.contentWindow.Event('input'));
    await pause(20);
  }
  const found = [...page.querySelectorAll('.results a')].map(a => ({ href: a.getAttribute('href'), text: a.textContent }));
  const seen = { focused, said: page.querySelector('.results p').textContent, found };
  seen.violations = await violations(frame);
  return seen;
}

// The button's choice, as the page and its pictures show it.
function toggle(frame) {
  const page = frame.contentDocument, view = frame.contentWindow;
  const state = () => ({ paper: view.getComputedStyle(page.documentElement).backgroundColor, source: page.querySelector('source[data-dark=""]').media });
  const before = state();
  page.querySelector('button.theme').click();
  const after = state();
  page.querySelector('button.theme').click();
  return [before, after, state()];
}

// Whether the page's policy lets a request to another place through.
async function outside(frame) {
  const refused = [];
  frame.contentDocument.addEventListener('securitypolicyviolation', event => refused.push(event.blockedURI));
  const image = frame.contentDocument.createElement('img');
  image.src = 'https://outside.invalid/picture.png';
  frame.contentDocument.body.append(image);
  for (let i = 0; i < 50 && !refused.length; i++) await pause(20);
  image.remove();
  return refused;
}

async function look({ url, width, axe, ask, still, ...more }) {
  const frame = await load(url, width, still);
  const view = frame.contentWindow, root = frame.contentDocument.documentElement;
  const seen = { url, width, part: more.part };
  if (ask === 'live') seen.live = await liveFigures(frame, more);
  // Pictures that have not come yet are not measured.
  await Promise.all([...frame.contentDocument.images].map(image => image.decode().catch(() => {})));
  seen.sideways = root.scrollWidth - root.clientWidth;
  if (seen.sideways > 0) {
    const culprit = [...root.querySelectorAll('main *')].filter(each => each.getBoundingClientRect().right > root.clientWidth
      && !each.closest('.formula, .table, pre')).pop();
    seen.culprit = culprit ? culprit.outerHTML.slice(0, 200) : '';
  }
  seen.broken = [...frame.contentDocument.images].filter(image => !image.naturalWidth).map(image => image.src);
  seen.figures = [...frame.contentDocument.querySelectorAll('figure[data-live]')].map(figure => ({ alive: figure.classList.contains('alive'), shows: figure.querySelector('img').offsetWidth > 0 }));
  seen.violations = axe ? await violations(frame) : [];
  if (ask === 'search') seen.search = await search(frame, 'chain rule');
  if (ask === 'toggle') seen.toggle = toggle(frame);
  if (ask === 'outside') seen.outside = await outside(frame);
  seen.requests = view.performance.getEntriesByType('resource').map(entry => entry.name);
  frame.remove();
  return seen;
}

(async () => {
  const out = [];
  for (const each of CASES) {
    try { out.push(await look(each)); } catch (error) { out.push({ ...each, error: String(error) }); }
  }
  const result = document.createElement('pre');
  result.id = 'result';
  result.textContent = JSON.stringify(out);
  document.body.append(result);
})();
