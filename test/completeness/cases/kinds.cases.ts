import type { Case } from '../case.ts';
import { KINDS, type KindId } from '../kinds.ts';

/** Those that are about how a response ends, and have cases of their own. */
const ELSEWHERE: ReadonlySet<KindId> = new Set<KindId>([
  'fetch',
  'fetch-stream',
  'fetch-cancelled',
  'fetch-aborted',
  'fetch-pending',
  'beacon',
  'fetch-later',
  'link-header',
  'speculation-rules',
  'report',
  'worker-script',
  'svg-use',
]);

/** Of several manifests a page uses one, so there is one case. */
const ONCE: ReadonlySet<KindId> = new Set<KindId>(['manifest', 'preload-used']);

const LACKS: Partial<Record<KindId, Case['lacks']>> = {
  manifest: { firefox: 'Firefox for desktops reads no manifest.' },
  'paint-worklet': { firefox: 'Firefox has no paint worklets.' },
  'preload-track': { firefox: 'Firefox preloads no text tracks.' },
};

/** Every way to make a request, once with an answer that may be read and once with one that may not. */
export const KIND_CASES: readonly Case[] = (Object.keys(KINDS) as KindId[])
  .filter((kind) => !ELSEWHERE.has(kind))
  .flatMap((kind): readonly Case[] => {
    const lacks = LACKS[kind];
    const shared = { kind, from: 'page', ...(lacks === undefined ? {} : { lacks }) } as const;
    const { words } = KINDS[kind];
    const read: Case = { ...shared, id: `${kind}-read`, title: words, answers: [{}], outcome: 'read' };
    if (ONCE.has(kind)) return [read];
    return [
      read,
      { ...shared, id: `${kind}-refused`, title: words, answers: [{ allows: 'nobody' }], outcome: 'refused' },
    ];
  });
