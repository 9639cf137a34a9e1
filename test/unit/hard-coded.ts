import { PLATFORMS } from '../../src/fixes/index.ts';
import { RANKING } from '../../src/rules/ranking.ts';
import { messagesOfCode } from '../locales/code-messages.ts';

/** Attributes that are read or shown. */
const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription', 'aria-valuetext'];

/** What is in no language of ours, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'a[href^="https:"]': 'The name of a page elsewhere, or of an algorithm in the Fetch standard.',
  '.console': 'What a browser prints in its console.',
  'pre.script': 'Commands for a shell.',
  '.snippet-lines': 'What is pasted into a configuration.',
  '.snippet-file': 'The name of a file.',
  'optgroup > option': 'The name of a server.',
};

/** What is written so in every language, and why. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'The name of the extension, and of its panel in DevTools.': ['CORS Lens', 'CORS'],
  'Browsers, as rules name them.': ['Chrome', 'Firefox', 'Safari'],
  'Methods and modes, as HTTP and the Fetch standard spell them.': [
    'OPTIONS',
    'GET',
    'HEAD',
    'POST',
    'same-origin',
  ],
  'Servers and libraries, as their makers write them.': PLATFORMS.map(({ name }) => name),
  'Keys of a Mac.': ['Cmd+Option+I'],
  'What script is told.': ['TypeError: Failed to fetch', 'TypeError: NetworkError'],
};

/** A run of letters. One alone is a sign, and no word. */
const RUN = /[a-zA-Z]{2,}/g;

/** All that stands in data: what is shown of it is no word of ours. */
export function runsIn(data: unknown): ReadonlySet<string> {
  const text = JSON.stringify(data) ?? '';
  return new Set([...`${text} ${encodeURI(text)}`.toLowerCase().matchAll(RUN)].map(([run]) => run));
}

/** Code in our words stays as it is in every language, and so do the names that rules have in the filter. */
const IN_CODE = runsIn([
  [...messagesOfCode('en').values()].map((template) =>
    template.split('`').filter((_, index) => index % 2 === 1),
  ),
  RANKING.map(({ id }) => id),
]);

/** The plain words that an element shows, or says of itself, and that are neither data nor known. */
export function hardCodedIn(root: Element, data: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (element === null || element.closest(Object.keys(ELSEWHERE).join()) !== null) continue;
    const isCode = element.closest('code') !== null;
    // The parts of a value may begin and end anywhere.
    const isPart = element.closest('.path-start, .path-end, .comparison, .header-line') !== null;
    for (const text of textsOf(node)) {
      for (const { 0: run, index } of text.matchAll(RUN)) {
        const word = run.toLowerCase();
        if (data.has(word) || (isCode && (IN_CODE.has(word) || isIdentifier(run)))) continue;
        const isCut = isPart || text[index + run.length] === '…';
        if (!isCut || ![...data].some((each) => each.includes(word))) found.push(`${run}: ${text}`);
      }
    }
  }
  return [...new Set(found)];
}

function textsOf(node: Node): readonly string[] {
  const texts =
    node instanceof Element
      ? ATTRIBUTES.map((name) => node.getAttribute(name) ?? '')
      : [node.textContent ?? ''];
  const known = Object.values(KNOWN).flat();
  return texts.map((text) => known.reduce((rest, each) => rest.replaceAll(each, ''), text));
}

/** Such as the errors of browsers, which people search for by these names. */
function isIdentifier(run: string): boolean {
  return /[a-z][A-Z]/.test(run);
}
