// Looks at pages of the book in frames of given widths; what it saw, as JSON, is what
// `telling` comes to. `CASES` says what to look at, `AXE` where axe-core is.
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

// Of the page, or of what a selector names in it; without what nobody reads.
async function violations(frame, within) {
  await addScript(frame.contentDocument, AXE);
  within = frame.contentDocument.querySelector(within || 'none') && within; // nothing lives without WebAssembly
  const result = await frame.contentWindow.axe.run(within ? { include: [[within]] } : frame.contentDocument, { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'], selectors: false, preload: false });
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
  for (let i = 0; i < 500 && !page.querySelector('.results a'); i++) {
    input.dispatchEvent(new frame.contentWindow.Event('input'));
    await pause(20);
  }
  const found = [...page.querySelectorAll('.results a')].map(a => ({ href: a.getAttribute('href'), text: a.textContent }));
  const seen = { focused, said: page.querySelector('.results p').textContent, found };
  seen.violations = await violations(frame);
  return seen;
}

// Where the answers to many questions lead.
async function questions(frame, list) {
  frame.contentDocument.querySelector('input[type=search]').focus();
  for (let i = 0; i < 500 && !frame.contentWindow.gwSearch?.ready; i++) await pause(20);
  return list.map(question => frame.contentWindow.gwSearch.find(question).map(section => section.href));
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

// Whether a page's last formula is there while the page opens, and after.
async function endOf(frame) {
  const root = frame.contentDocument.documentElement, last = [...root.querySelectorAll('.formula math')].pop();
  const there = async () => {
    await new Promise(done => frame.contentWindow.requestAnimationFrame(() => setTimeout(done)));
    return last.checkVisibility({ contentVisibilityAuto: true });
  };
  const after = await there();
  root.className = 'opening';
  const before = await there();
  root.className = 'opened';
  return { before, after };
}

// What a script adds to a page: links beside headings, buttons beside code, hints one by
// one, the place in the contents, shades where a box scrolls; and the fonts it is set in.
async function frameOf(frame) {
  const page = frame.contentDocument, view = frame.contentWindow, count = selector => page.querySelectorAll(selector).length;
  const hints = [...page.querySelectorAll('article > details')].slice(0, 3), shown = () => hints.map(each => each.getClientRects().length > 0);
  const seen = { headings: count('article :is(h2, h3)[id]'), anchors: count('article :is(h2, h3) > .anchor'),
    copies: count('.copy'), programs: count('.listing-box:not(.output)'), hints: { closed: shown() } };
  seen.end = await endOf(frame);
  hints[0].open = true;
  seen.hints.opened = shown();
  hints[0].open = false;
  page.getElementById('the-check').scrollIntoView();
  view.dispatchEvent(new view.Event('scroll'));
  await pause(50);
  seen.follows = page.querySelector('.sections a[aria-current=location]')?.getAttribute('href');
  view.scrollTo(0, 0);
  seen.shaded = [...page.querySelectorAll('.formula, .table, picture, pre')].filter(each => each.scrollWidth <= each.clientWidth + 1
    && view.getComputedStyle(each).backgroundImage !== 'none').map(each => each.outerHTML.slice(0, 80));
  await page.fonts.ready;
  seen.fonts = [...new Set([...page.fonts].filter(font => font.status === 'loaded').map(font => font.family.replace(/"/g, '')))]
    .filter(family => /Text|Sans|Mono|Math/.test(family)).sort();
  return seen;
}

// Whether the page's policy lets a request to another place through.
async function outside(frame) {
  const refused = [];
  frame.contentDocument.addEventListener('securitypolicyviolation', event => refused.push(event.blockedURI));
  const image = frame.contentDocument.createElement('img');
  image.src = 'https://outside.invalid/picture.png';
  frame.contentDocument.body.append(image);
  for (let i = 0; i < 500 && !refused.length; i++) await pause(20);
  image.remove();
  return refused;
}

async function look({ url, width, axe, ask, still, ...more }) {
  const frame = await load(url, width, still);
  const root = frame.contentDocument.documentElement;
  for (let i = 0; i < 500 && root.classList.contains('opening'); i++) await pause(20);
  const refused = [];
  frame.contentDocument.addEventListener('securitypolicyviolation', event => refused.push(event.blockedURI));
  const view = frame.contentWindow;
  const seen = { url, width, part: more.part, slug: more.slug, opened: root.className };
  if (ask === 'live') seen.live = await liveFigures(frame, { width, ...more });
  // Pictures that have not come yet are not measured; decode() fails where another source is chosen meanwhile.
  // A lazy one that nobody comes near would never come at all.
  const pictures = [...frame.contentDocument.images];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.all(pictures.map(image => image.decode().catch(() => {})));
  for (let i = 0; i < 100 && pictures.some(image => !image.naturalWidth); i++) await pause(20);
  seen.sideways = root.scrollWidth - root.clientWidth;
  if (seen.sideways > 0) {
    const culprit = [...root.querySelectorAll('main *')].filter(each => each.getBoundingClientRect().right > root.clientWidth
      && !each.closest('.formula, .table, pre')).pop();
    seen.culprit = culprit ? culprit.outerHTML.slice(0, 200) : '';
  }
  seen.broken = [...frame.contentDocument.images].filter(image => !image.naturalWidth).map(image => image.src);
  seen.figures = [...frame.contentDocument.querySelectorAll('figure[data-live]')].map(figure => ({ alive: figure.classList.contains('alive'), shows: figure.querySelector('img, .still').offsetWidth > 0 }));
  seen.violations = axe ? await violations(frame, ask === 'live' && '.live') : [];
  if (ask === 'search') seen.search = await search(frame, 'chain rule');
  if (ask === 'questions') seen.answers = await questions(frame, more.questions);
  if (ask === 'frame') seen.frame = await frameOf(frame);
  if (ask === 'toggle') seen.toggle = toggle(frame);
  if (ask === 'outside') seen.outside = await outside(frame);
  // What the policy refused was asked for as well.
  seen.requests = [...view.performance.getEntriesByType('resource').map(entry => entry.name), ...refused];
  frame.remove();
  return seen;
}

const telling = (async () => {
  const out = [];
  for (const each of CASES) {
    try { out.push(await look(each)); } catch (error) { out.push({ ...each, error: String(error) }); }
  }
  const told = JSON.stringify(out);
  window.dump?.(`TOLD ${told}\n`); // for Firefox
  return told;
})();
