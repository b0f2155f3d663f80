// The search, by MiniSearch. It is loaded when the search box is first used, together
// with that library before it and the index behind it: gwSearch([[href, title, [[anchor,
// heading, text, terms], …]], …]), terms being those that are explained there, in bold. A
// page without sections is a source, found by its name.
//
// gwSearch.find(question) returns sections, the best first: { href, title, heading, text,
// terms }, terms being the words of the text that were found.
'use strict';

(() => {
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’′]/g, "'").toLowerCase();
  // A formula's dZ[2] is the code's dZ2.
  const wordsOf = text => plain(text).replace(/\b([a-z]+)\[(\d)\]/g, '$1$2 $1').match(/[\p{L}\p{N}_]+/gu) || [];
  // What check, checks, checking and checker have in common, with a sign that no word has.
  const rootOf = word => '~' + word.replace(/(?<=\p{L}{4})(?:ing|er|ed|e)?s?$/u, '').replace(/([^aeiou])\1$/, '$1');
  const seen = new Map();
  // The roots of a text's words, between spaces.
  const rooted = text => {
    if (!seen.has(text)) seen.set(text, ` ${wordsOf(text).map(rootOf).join(' ')} `);
    return seen.get(text);
  };
  // As many letters may be wrong in a word.
  const forgiven = word => word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const FEW = 3; // sections; where no more have all the words, one of these may be misspelt
  const PART = 3; // letters, at least, in each half of a word that may be written as two

  const index = new MiniSearch({
    fields: ['heading', 'title', 'explained', 'text'], storeFields: ['href', 'title', 'heading', 'text', 'prose', 'explained'],
    tokenize: wordsOf, processTerm: word => [word, rootOf(word)],
    // A chapter explains what other pages mention, and a section its terms.
    searchOptions: { processTerm: term => term, tokenize: term => [term], boostTerm: term => term[0] === '~' ? 0.5 : 1,
      boostDocument: (id, term, { href, explained }) => (/^\w+-/.test(href) ? 1 : /^contributing/.test(href) ? 0.3 : 0.6) * (plain(explained).split(', ').includes(term) ? 2 : 1),
      boost: { heading: 3, title: 2, explained: 4 }, weights: { fuzzy: 0.3, prefix: 0.5 } },
  });
  const known = new Set();

  window.gwSearch = pages => {
    const list = [];
    for (const [href, title, sections] of pages) {
      for (const [anchor, heading, text, explained] of sections.length ? sections : [['', '', '', '']])
        list.push({ id: list.length, href: href + (anchor && '#' + anchor), title, heading, text, explained, prose: sections.length > 0 });
    }
    for (const { title, heading, text } of list) for (const word of wordsOf(`${title} ${heading} ${text}`)) known.add(word);
    index.addAll(list);
    gwSearch.ready = true;
  };

  // Two words that are one here, and one that is two: over fitting, backpropagation.
  const halves = word => Array.from({ length: Math.max(0, word.length - 2 * PART + 1) }, (_, i) => [word.slice(0, i + PART), word.slice(i + PART)])
    .filter(pair => pair.every(half => known.has(half)));
  const swapped = word => Array.from({ length: word.length - 1 }, (_, i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2))
    .filter(each => each !== word && known.has(each));
  const together = words => ({ combineWith: 'AND', queries: words });

  // What a word may stand for. Misspelt is one that no text has or begins with, or, where
  // `doubted`, any.
  function meanings(word, last, doubted) {
    if (!doubted && known.has(word)) return [{ queries: [word], prefix: last }, rootOf(word), ...halves(word).map(together)];
    if (!doubted && last && index.search(word, { prefix: true }).length) return [{ queries: [word], prefix: true }];
    const near = [...new Set([word, ...index.search(word, { fuzzy: forgiven(word) }).flatMap(found => found.terms)])];
    return [{ queries: [word, rootOf(word)], fuzzy: forgiven(word) }, ...swapped(word), ...near.map(rootOf), ...near.flatMap(halves).map(together)];
  }

  gwSearch.find = question => {
    const words = wordsOf(question);
    if (!words.length) return [];
    const joined = words.slice(1).map((word, i) => words[i] + word).filter(word => known.has(word));
    const ask = (combineWith, doubted) => index.search({ combineWith: 'OR', queries: [...joined,
      { combineWith, queries: words.map((word, i) => ({ combineWith: 'OR', queries: meanings(word, i === words.length - 1, doubted) })) }] });
    let found = ask('AND', false);
    if (found.length < FEW) found = ask('AND', true);
    if (!found.length) found = ask('OR', true);
    // Better where the heading has the words, together, as most of it, and so the page's title.
    const phrase = rooted(question), holds = text => rooted(text).includes(phrase);
    const most = heading => words.filter(word => rooted(heading).includes(` ${rootOf(word)} `)).length / words.length;
    const titled = found.some(({ title }) => holds(title));
    for (const section of found) {
      section.score *= 1 + most(section.heading) ** 2;
      if (holds(section.heading)) section.score *= 1 + words.length / wordsOf(section.heading).length;
      else if (holds(section.text)) section.score *= 2;
      if (holds(section.title)) section.score *= 1.5;
      // Where it is explained, unless a whole page is about it.
      if (!titled && section.explained.split(', ').some(term => rooted(term) === phrase)) section.score *= 3;
    }
    // Prose comes first: it says what a source does.
    return found.sort((a, b) => b.prose - a.prose || b.score - a.score);
  };

  // The text around the first word found, as [piece, whether it was found], …
  gwSearch.excerpt = ({ text, terms }) => {
    const hits = [...text.matchAll(/[\p{L}\p{N}_]+/gu)].filter(([word]) => terms.includes(plain(word)) || terms.includes(rootOf(plain(word))));
    // Where most of them stand close to each other.
    const close = hit => hits.filter(other => other.index >= hit.index && other.index < hit.index + 100).length;
    const first = hits.reduce((best, hit) => !best || close(hit) > close(best) ? hit : best, null)?.index ?? 0;
    let start = Math.max(0, first - 60);
    if (start) start = text.indexOf(' ', start) + 1;
    const end = text.length > start + 170 ? text.lastIndexOf(' ', start + 170) : text.length;
    const pieces = [[start ? '… ' : '', false]];
    let at = start;
    for (const hit of hits.filter(each => each.index >= start && each.index + each[0].length <= end)) {
      pieces.push([text.slice(at, hit.index), false], [hit[0], true]);
      at = hit.index + hit[0].length;
    }
    return [...pieces, [text.slice(at, end) + (end < text.length ? ' …' : ''), false]];
  };
})();
