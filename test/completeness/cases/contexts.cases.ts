import { type Answer, type Case, WITH_PREFLIGHT } from '../case.ts';
import { CONTEXTS, type ContextId } from '../contexts.ts';

interface Variant {
  readonly id: string;
  readonly init?: RequestInit;
  readonly answers: readonly [Answer, ...Answer[]];
  readonly outcome: Case['outcome'];
}

/** What is tried from everywhere. */
const VARIANTS: readonly Variant[] = [
  { id: 'read', answers: [{}], outcome: 'read' },
  { id: 'refused', answers: [{ allows: 'nobody' }], outcome: 'refused' },
  {
    id: 'preflighted',
    init: WITH_PREFLIGHT,
    answers: [{ status: 201 }],
    outcome: 'read',
  },
  {
    id: 'preflight-refused',
    init: WITH_PREFLIGHT,
    answers: [{ preflight: { status: 405, allows: 'nobody' } }],
    outcome: 'refused',
  },
];

const NOBODYS = 'It names neither a tab nor an origin, so that it could be anybody’s.';

/** What is special about some of them. */
const SPECIAL: Partial<Readonly<Record<ContextId, Partial<Case>>>> = {
  'blank-frame': { by: { chromium: 'page' }, remark: 'Chromium names the frame that opened it.' },
  'data-shared-worker': { unseen: { chromium: NOBODYS, firefox: NOBODYS } },
};

/** Those that exist for cases of their own. */
const ELSEWHERE: readonly ContextId[] = ['guarded-frame', 'page-elsewhere'];

/** The same requests from every context. */
export const CONTEXT_CASES: readonly Case[] = (Object.keys(CONTEXTS) as ContextId[])
  .filter((context) => !ELSEWHERE.includes(context))
  .flatMap((from) =>
    VARIANTS.map(
      ({ id, ...variant }): Case => ({
        ...variant,
        ...SPECIAL[from],
        id: `from-${from}-${id}`,
        title: `from ${CONTEXTS[from].words}`,
        kind: 'fetch',
        from,
      }),
    ),
  );
