import { DECISION_DIFFERENCES } from '../../src/fetch/engine-decisions.ts';
import { PREFLIGHT_CACHE_DIFFERENCES } from '../../src/fetch/engine-preflight-cache.ts';
import { REPORT_DIFFERENCES } from '../../src/fetch/engine-reports.ts';
import { FETCH_STANDARD_DATE } from '../../src/fetch/spec-links.ts';
import { ADVICE } from '../../src/rules/advice/index.ts';
import { NOTES } from '../../src/rules/notes/index.ts';
import { RANKING } from '../../src/rules/ranking.ts';
import { adviceSection } from './advice-section.ts';
import { causeSection } from './cause-section.ts';
import { checkSection, checksByOrder } from './check-section.ts';
import { differenceTable } from './difference-table.ts';

/**
 * The page that lists every check, every difference between the engines and every cause, each with an example. All of it
 * comes from the code and from the case tables, so it can't say anything that the rules don't do.
 */
export function rulesPage(): string {
  return [
    INTRODUCTION,
    '## The checks',
    CHECKS_INTRODUCTION,
    ...checksByOrder().map(checkSection),
    '## Where the engines differ',
    DIFFERENCES_INTRODUCTION,
    '### What they decide',
    differenceTable(DECISION_DIFFERENCES),
    '### How they cache preflights',
    differenceTable(PREFLIGHT_CACHE_DIFFERENCES),
    '### What they show to an extension',
    differenceTable(REPORT_DIFFERENCES),
    '## The causes',
    CAUSES_INTRODUCTION,
    ...RANKING.map(causeSection),
    '## What you should also know',
    NOTES_INTRODUCTION,
    ...NOTES.map(causeSection),
    '## Advice',
    ADVICE_INTRODUCTION,
    ...ADVICE.map(adviceSection),
  ]
    .join('\n\n')
    .concat('\n');
}

const INTRODUCTION = `# What the rules know

Written by \`npm run docs\` from the code and the case tables; a test fails when it is out of date. Don't edit it.

The rules follow the [Fetch standard](https://fetch.spec.whatwg.org/) as of its ${FETCH_STANDARD_DATE}, and Chromium 156 and Firefox 153 as measured. What is said of WebKit was read in its source and documents, and not measured.`;

const CHECKS_INTRODUCTION =
  'In the standard’s order. Where an engine checks in another order, the number is its own; a dash means that it isn’t a check of its own there.';

const DIFFERENCES_INTRODUCTION =
  'Each difference is one entry of a table that the algorithms read: its name there, what holds in each engine, and in brackets how that is known.';

const CAUSES_INTRODUCTION =
  'In order of rank: of those that explain what was seen, the first one leads. Each example is a case of the tests.';

const NOTES_INTRODUCTION = 'Said besides the cause, where it applies.';

const ADVICE_INTRODUCTION =
  'On servers whose responses pass: one line for each server, however many requests show it.';
