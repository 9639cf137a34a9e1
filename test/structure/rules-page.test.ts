import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FETCH_STANDARD_DATE } from '../../src/fetch/spec-links.ts';
import { completenessPage } from '../docs/completeness-page.ts';
import { allPages } from '../docs/pages/all-pages.tsx';
import { rulesPage } from '../docs/rules-page.ts';

const page = readFileSync(new URL('../../src/rules/README.md', import.meta.url), 'utf8');

describe('the page about the rules', () => {
  it('is what `npm run docs` writes', () => {
    expect(page).toBe(rulesPage());
  });

  it('names the text of the standard that the rules follow, and so does the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(page).toContain(FETCH_STANDARD_DATE);
    expect(readme).toContain(FETCH_STANDARD_DATE);
  });
});

describe('the page about what is recorded', () => {
  it('is what `npm run docs` writes', () => {
    const file = new URL('../completeness/README.md', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(completenessPage());
  });
});

describe('the pages that are shipped', () => {
  const folder = new URL('../../public/causes/', import.meta.url);
  const pages = allPages();

  it('are what `npm run docs` writes, all of them and no others', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.html'));
    expect(files.sort()).toEqual([...pages.keys()].sort());
    const outdated = files.filter((name) => readFileSync(new URL(name, folder), 'utf8') !== pages.get(name));
    expect(outdated).toEqual([]);
  });

  it.each([...pages])('%s has an example, and leads nowhere that isn’t there', (name, html) => {
    if (name !== 'index.html') expect(html).toContain('<h2>Example</h2>');
    const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url = '']) => url);
    for (const url of links) {
      if (url.startsWith('https://')) continue;
      const isThere = url.startsWith('#') ? html.includes(` id="${url.slice(1)}"`) : pages.has(url);
      expect(url === 'page.css' || isThere, url).toBe(true);
    }
    expect(html).not.toMatch(/<script|\son[a-z]+=|\{[a-zA-Z]+\}/);
  });

  it('each has a link on the first one', () => {
    const index = pages.get('index.html') ?? '';
    const missing = [...pages.keys()].filter((name) => name !== 'index.html' && !index.includes(`"${name}"`));
    expect(missing).toEqual([]);
  });
});
