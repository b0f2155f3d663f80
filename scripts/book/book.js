// What the book can do without: the choice of light or dark, the search, boxes that
// the keyboard can scroll. It is loaded in the head, so that a dark page is dark from
// its first moment.
'use strict';

const html = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');

// A browser may forbid a page to remember.
function stored(value) {
  try {
    if (value === undefined) return localStorage.getItem('gw-theme');
    if (value) localStorage.setItem('gw-theme', value); else localStorage.removeItem('gw-theme');
  } catch { return null; }
}

const theme = () => html.dataset.theme || (systemDark.matches ? 'dark' : 'light');

function setTheme(name) {
  if (name === 'light' || name === 'dark') html.dataset.theme = name; else delete html.dataset.theme;
  const media = { light: 'not all', dark: 'screen' }[html.dataset.theme] || 'screen and (prefers-color-scheme: dark)';
  // data-dark says for which widths a source is: «(max-width: 40rem)», or nothing for all.
  for (const source of document.querySelectorAll('source[data-dark]')) {
    source.media = source.dataset.dark && media !== 'not all' ? `${media} and ${source.dataset.dark}` : media;
  }
}

setTheme(stored());

function element(name, attributes, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

function themeButton() {
  const button = element('button', { type: 'button', className: 'theme' });
  const label = () => { button.textContent = theme() === 'dark' ? 'Light' : 'Dark'; button.title = 'Change to ' + button.textContent.toLowerCase(); };
  button.onclick = () => {
    const wanted = theme() === 'dark' ? 'light' : 'dark';
    // What the system has anyway need not be remembered.
    const choice = wanted === (systemDark.matches ? 'dark' : 'light') ? '' : wanted;
    stored(choice);
    setTheme(choice);
    label();
  };
  systemDark.onchange = label;
  label();
  return button;
}

// A box that is wider than the page can be reached and scrolled by keyboard.
function markScrolling() {
  for (const box of document.querySelectorAll('.formula, .long, .table, figure, pre')) {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    box.toggleAttribute('tabindex', scrolls);
    if (scrolls) {
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      box.setAttribute('aria-label', { PRE: 'Code', FIGURE: 'Figure' }[box.tagName] || (box.className === 'table' ? 'Table' : 'Formula'));
    } else {
      box.removeAttribute('role');
      box.removeAttribute('aria-label');
    }
  }
}

// The search: every word of the question begins a word of the section.

let index;
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’′]/g, "'").toLowerCase();
const wordsOf = text => plain(text).match(/[\p{L}\p{N}_]+/gu) || [];

window.gwSearch = pages => {
  index = [];
  for (const [href, title, sections] of pages) {
    if (!sections.length) sections.push(['', '', '']);
    for (const [anchor, heading, text] of sections)
      index.push({ href: href + (anchor && '#' + anchor), title, heading, text,
        inTitle: ' ' + wordsOf(heading || title).join(' '), inText: ' ' + wordsOf(text).join(' ') });
  }
};

function search(question) {
  const words = wordsOf(question);
  if (!words.length) return [];
  const phrase = ' ' + words.join(' ');
  const found = [];
  for (const section of index) {
    const all = section.inTitle + section.inText;
    if (!words.every(word => all.includes(' ' + word))) continue;
    let score = 0;
    for (const word of words) if (section.inTitle.includes(' ' + word)) score += 4;
    if (section.inTitle.includes(phrase)) score += 8 + 8 * phrase.length / section.inTitle.length;
    if (section.inText.includes(phrase)) score += 4;
    score += Math.min(3, section.inText.split(phrase).length - 1);
    if (!section.inText) score -= 12; // a source, found by its name
    found.push({ score, section });
  }
  return found.sort((a, b) => b.score - a.score).map(f => f.section);
}

// The text around the first word found, with all of them marked.
function excerpt(text, words) {
  const pattern = new RegExp('(?<![\\p{L}\\p{N}_])(?:' + words.join('|') + ')[\\p{L}\\p{N}_]*', 'giu');
  const phrase = text.search(new RegExp('(?<![\\p{L}\\p{N}_])' + words.join('[^\\p{L}\\p{N}_]+'), 'iu'));
  const first = Math.max(0, phrase < 0 ? text.search(pattern) : phrase);
  let start = Math.max(0, first - 60);
  if (start) start = text.indexOf(' ', start) + 1;
  const end = text.length > start + 170 ? text.lastIndexOf(' ', start + 170) : text.length;
  const piece = (start ? '… ' : '') + text.slice(start, end) + (end < text.length ? ' …' : '');
  const out = [];
  let at = 0;
  for (const hit of piece.matchAll(pattern)) {
    out.push(piece.slice(at, hit.index), element('mark', { textContent: hit[0] }));
    at = hit.index + hit[0].length;
  }
  return [...out, piece.slice(at)];
}

function searchBox() {
  const root = document.body.dataset.root;
  const input = element('input', { type: 'search', placeholder: 'Search  ( / )', autocomplete: 'off' });
  input.setAttribute('aria-label', 'Search the book');
  const status = element('p', {});
  status.setAttribute('role', 'status');
  const list = element('ol', {});
  const panel = element('div', { className: 'results', hidden: true }, status, list);
  const form = element('form', { className: 'search' }, input);
  form.setAttribute('role', 'search');

  function show() {
    const question = input.value.trim();
    panel.hidden = !question || !index;
    if (panel.hidden) return;
    const found = search(question);
    status.textContent = found.length ? found.length + (found.length === 1 ? ' section' : ' sections') : 'Nothing found.';
    list.replaceChildren(...found.slice(0, 30).map(section => element('li', {}, element('a', { href: root + section.href },
      element('b', { textContent: section.heading || section.title }),
      element('small', { textContent: section.heading && section.heading !== section.title ? section.title : '' }),
      ...excerpt(section.text, wordsOf(question))))));
  }
  function load() {
    if (index || document.querySelector('script[data-index]')) return;
    const script = element('script', { src: root + 'search.js', onload: show });
    script.dataset.index = '';
    document.head.append(script);
  }
  input.onfocus = () => { load(); show(); };
  input.oninput = show;
  form.onsubmit = event => {
    event.preventDefault();
    const first = list.querySelector('a');
    if (first) { panel.hidden = true; location.href = first.href; }
  };
  document.addEventListener('keydown', event => {
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (event.key === 'Escape' && !panel.hidden) {
      panel.hidden = true;
      input.focus();
      panel.hidden = true;
    } else if (!panel.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp') && (at >= 0 || document.activeElement === input)) {
      event.preventDefault();
      (links[at + (event.key === 'ArrowDown' ? 1 : -1)] || input).focus();
    }
  });
  document.addEventListener('click', event => {
    if (!event.target.closest('.tools') || event.target.closest('.results a')) panel.hidden = true;
  });
  return [form, panel];
}

document.addEventListener('DOMContentLoaded', () => {
  setTheme(html.dataset.theme);
  document.getElementById('tools').append(...searchBox(), themeButton());
  markScrolling();
  addEventListener('resize', markScrolling);
  addEventListener('toggle', markScrolling, true);
  // On paper nothing can be unfolded.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    for (const each of closed) each.open = true;
  });
  addEventListener('afterprint', () => { for (const each of closed) each.open = false; });
});
