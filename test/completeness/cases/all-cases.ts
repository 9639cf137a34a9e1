import type { Case } from '../case.ts';
import { CONTEXT_CASES } from './contexts.cases.ts';
import { ENDING_CASES } from './endings.cases.ts';
import { KIND_CASES } from './kinds.cases.ts';
import {
  AHEAD_CASES,
  BACK_CASES,
  LEAVE_CASES,
  LEFT_CASES,
  LOAD_CASES,
  PUSHED_CASES,
  SECURE_CASES,
} from './lifetime.cases.ts';
import { REDIRECT_CASES } from './redirects.cases.ts';
import { SERVICE_WORKER_CASES } from './service-worker.cases.ts';

/** Those of a page that is opened as a file. */
export const FILE_CASES: readonly Case[] = CONTEXT_CASES.filter(({ from }) => from === 'file-page');

/** Those of a page on https. */
export const HTTPS_CASES: readonly Case[] = [
  ...SECURE_CASES,
  ...CONTEXT_CASES.filter(({ from }) => from === 'secure-page'),
];

/** Those that one page can make, all at once. */
export const PAGE_CASES: readonly Case[] = [
  ...CONTEXT_CASES.filter(({ from }) => from !== 'file-page' && from !== 'secure-page'),
  ...KIND_CASES,
  ...REDIRECT_CASES,
  ...ENDING_CASES,
  ...SERVICE_WORKER_CASES,
];

interface CaseGroup {
  readonly title: string;
  readonly cases: readonly Case[];
}

/** All of them, as the documentation lists them. */
export const CASE_GROUPS: readonly CaseGroup[] = [
  { title: 'From everywhere', cases: CONTEXT_CASES },
  { title: 'Of every kind', cases: [...KIND_CASES, ...LOAD_CASES] },
  { title: 'Redirects', cases: REDIRECT_CASES },
  { title: 'Methods, statuses, streams, caches and failures', cases: ENDING_CASES },
  { title: 'Behind a service worker', cases: SERVICE_WORKER_CASES },
  { title: 'From a page on https', cases: SECURE_CASES },
  { title: 'In a page that gives itself another URL', cases: Object.values(PUSHED_CASES).flat() },
  { title: 'While a page goes away', cases: [...LEFT_CASES, ...LEAVE_CASES] },
  {
    title: 'In a page that comes back out of the back/forward cache',
    cases: Object.values(BACK_CASES).flat(),
  },
  { title: 'In a page that is rendered ahead', cases: Object.values(AHEAD_CASES).flat() },
];

export const ALL_CASES: readonly Case[] = CASE_GROUPS.flatMap(({ cases }) => cases);
