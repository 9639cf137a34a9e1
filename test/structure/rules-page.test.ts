import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FETCH_STANDARD_DATE } from '../../src/fetch/spec-links.ts';
import { CAUSES } from '../../src/rules/causes/index.ts';
import { rulesPage } from '../docs/rules-page.ts';

const page = readFileSync(new URL('../../src/rules/README.md', import.meta.url), 'utf8');

describe('the page about the rules', () => {
  it('is what `npm run docs` writes', () => {
    expect(page).toBe(rulesPage());
  });

  it('has every cause with an example', () => {
    const sections = page.split(/^### /m).slice(1);
    const withExample = sections.filter((section) => section.includes('```http'));
    expect(withExample.map((section) => section.split('\n')[0])).toEqual(CAUSES.map(({ id }) => id));
  });

  it('names the text of the standard that the rules follow, and so does the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(page).toContain(FETCH_STANDARD_DATE);
    expect(readme).toContain(FETCH_STANDARD_DATE);
  });
});
