// What the book can do without: the choice of light or dark, the search box, links to
// sections, code to copy, boxes that the keyboard can scroll. It is loaded in the head, so
// that a dark page is dark from its first moment.
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

// A page that opens at its top is painted as soon as the screen is laid out, and the rest
// then: a chapter's formulas take longer than all else. Who comes back, or to a place far
// below, has the whole at once.
const opening = !location.hash && performance.getEntriesByType('navigation')[0]?.type === 'navigate';
html.classList.toggle('opening', opening);

function whenPainted(act) {
  if (opening) requestAnimationFrame(() => setTimeout(act)); else act();
}

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
  for (const box of document.querySelectorAll('.formula, .long, .table, picture, pre')) {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    box.toggleAttribute('tabindex', scrolls);
    box.classList.toggle('scrolls', scrolls);
    if (scrolls) {
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      box.setAttribute('aria-label', { PRE: 'Code', PICTURE: 'Figure' }[box.tagName] || (box.classList.contains('table') ? 'Table' : 'Formula'));
    } else {
      box.removeAttribute('role');
      box.removeAttribute('aria-label');
    }
  }
}

// Where one is on the page, marked in the contents.
function followScroll() {
  const links = new Map([...document.querySelectorAll('.sections a')].map(a => [document.getElementById(decodeURIComponent(a.hash.slice(1))), a]));
  const nav = document.getElementById('contents');
  let current;
  function follow() {
    let now;
    for (const heading of links.keys()) if (heading && heading.getBoundingClientRect().top < innerHeight / 3) now = heading;
    if (now === current) return;
    links.get(current)?.removeAttribute('aria-current');
    current = now;
    const link = links.get(now);
    if (!link) return;
    link.setAttribute('aria-current', 'location');
    const box = link.getBoundingClientRect(), frame = nav.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) nav.scrollTop += box.top - frame.top - frame.height / 2;
  }
  if (!links.size) return;
  addEventListener('scroll', follow, { passive: true });
  follow();
}

// A link to each section, beside its heading.
function anchorHeadings() {
  for (const heading of document.querySelectorAll('article :is(h2, h3)[id]')) {
    const link = element('a', { className: 'anchor', href: '#' + heading.id, textContent: '#' });
    link.setAttribute('aria-label', `Link to «${heading.textContent}»`);
    heading.append(' ', link);
  }
}

// A page from a file may not have the clipboard; then as it was done before there was one.
async function copied(text) {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* by hand, then */ }
  const area = element('textarea', { value: text, readOnly: true });
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  before?.focus();
  return done;
}

function copyButtons() {
  for (const pre of document.querySelectorAll('.listing-box:not(.output) pre')) {
    const button = element('button', { type: 'button', className: 'copy', textContent: 'Copy' });
    button.setAttribute('aria-label', 'Copy this code');
    button.onclick = async () => {
      button.textContent = await copied(pre.textContent.replace(/\n*$/, '\n')) ? 'Copied' : 'Not allowed';
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    };
    pre.closest('.listing-box').append(button);
  }
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
    const ready = window.gwSearch?.ready;
    panel.hidden = !question || !ready;
    if (panel.hidden) return;
    const found = gwSearch.find(question);
    status.textContent = found.length ? found.length + (found.length === 1 ? ' section' : ' sections') : 'Nothing found.';
    list.replaceChildren(...found.slice(0, 30).map(section => element('li', {}, element('a', { href: root + section.href },
      element('b', { textContent: section.heading || section.title }),
      element('small', { textContent: section.heading && section.heading !== section.title ? section.title : '' }),
      ...gwSearch.excerpt(section).map(([piece, hit]) => hit ? element('mark', { textContent: piece }) : piece)))));
  }
  function load() {
    if (document.querySelector('script[data-index]')) return;
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
  anchorHeadings();
  copyButtons();
  whenPainted(() => {
    html.classList.replace('opening', 'opened');
    followScroll();
    markScrolling();
    addEventListener('resize', markScrolling);
    addEventListener('toggle', markScrolling, true);
  });
  // On paper nothing can be unfolded.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    for (const each of closed) each.open = true;
  });
  addEventListener('afterprint', () => { for (const each of closed) each.open = false; });
});
