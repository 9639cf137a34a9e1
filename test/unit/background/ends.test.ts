import { describe, expect, it } from 'vitest';
import {
  ANSWER_TIME_LIMIT_MS,
  BODY_TIME_LIMIT_MS,
  REDIRECT_TIME_LIMIT_MS,
  RESUME_TIME_LIMIT_MS,
} from '../../../src/model/limits.ts';
import {
  API,
  type EngineName,
  type RequestOptions,
  request,
  type StreamEvent,
  startRecorder,
  summary,
} from './event-streams.ts';

/** What happens to the request, besides its events: a sign, or the passing of so many milliseconds since the last one. */
type Step = StreamEvent | 'left' | 'tab-closed' | number;

interface EndCase {
  readonly name: string;
  readonly engines: readonly EngineName[];
  /** Each step with what the exchange is after it. */
  readonly steps: (engine: EngineName) => readonly (readonly [Step, string])[];
}

const BOTH: readonly EngineName[] = ['chromium', 'firefox'];
const OTHER = 'https://other.example/';
const ABORTED = { chromium: 'net::ERR_ABORTED', firefox: 'NS_BINDING_ABORTED' } as const;

function get(engine: EngineName, options: Partial<RequestOptions> = {}) {
  return request(engine, '1', options);
}

const put = (engine: EngineName) => get(engine, { method: 'PUT' });
const optionsOf = (engine: EngineName) => request(engine, '2', { method: 'OPTIONS' });

const cases: readonly EndCase[] = [
  {
    name: 'aborted during its preflight: Chromium never ends the preflight',
    engines: ['chromium'],
    steps: (engine) => [
      [put(engine).before(), 'PUT: pending'],
      [optionsOf(engine).before(), 'PUT: pending'],
      [optionsOf(engine).asks('PUT'), 'PUT (no answer): pending'],
      [put(engine).failed(ABORTED.chromium), 'PUT (no answer): net::ERR_ABORTED'],
      [ANSWER_TIME_LIMIT_MS + 1, 'PUT (no answer): net::ERR_ABORTED'],
    ],
  },
  {
    name: 'aborted during its preflight: Firefox ends both',
    engines: ['firefox'],
    steps: (engine) => [
      [put(engine).before(), 'PUT: pending'],
      [put(engine).sent(), 'PUT: pending'],
      [optionsOf(engine).before(), 'PUT: pending'],
      [optionsOf(engine).asks('PUT'), 'PUT (no answer): pending'],
      [put(engine).failed(ABORTED.firefox), 'PUT (no answer): NS_BINDING_ABORTED'],
      [optionsOf(engine).failed(ABORTED.firefox), 'PUT (NS_BINDING_ABORTED): NS_BINDING_ABORTED'],
    ],
  },
  {
    name: 'the page is left, and comes back out of the back/forward cache, where the request fails',
    engines: BOTH,
    steps: (engine) => [
      [get(engine).before(), 'GET: pending'],
      ['left', 'GET: navigation'],
      [get(engine).failed(ABORTED[engine]), `GET: ${ABORTED[engine]}`],
    ],
  },
  {
    name: 'the page is left, and a keepalive request goes on',
    engines: BOTH,
    steps: (engine) => [
      [get(engine).before(), 'GET: pending'],
      ['left', 'GET: navigation'],
      [get(engine).sent(), 'GET: pending'],
      [get(engine).answered(204), 'GET 204: pending'],
      [get(engine).done(), 'GET 204: completed'],
    ],
  },
  {
    name: 'the page is left, a request goes on and then there is silence',
    engines: BOTH,
    steps: (engine) => [
      [get(engine).before(), 'GET: pending'],
      ['left', 'GET: navigation'],
      [get(engine).sent(), 'GET: pending'],
      [ANSWER_TIME_LIMIT_MS + 1_000, 'GET: timeout'],
    ],
  },
  {
    name: 'the tab is closed',
    engines: BOTH,
    steps: (engine) => [
      [get(engine).before(), 'GET: pending'],
      ['tab-closed', 'GET: tab-closed'],
      [ANSWER_TIME_LIMIT_MS + 1, 'GET: tab-closed'],
    ],
  },
  {
    name: 'no answer, as behind a permission prompt',
    engines: BOTH,
    steps: (engine) => [
      [get(engine).before(), 'GET: pending'],
      [get(engine).sent(), 'GET: pending'],
      [ANSWER_TIME_LIMIT_MS - 1_000, 'GET: pending'],
      [ANSWER_TIME_LIMIT_MS + 1_000, 'GET: timeout'],
      [get(engine).answered(200), 'GET 200: pending'],
      [get(engine).done(), 'GET 200: completed'],
    ],
  },
  {
    name: 'a slow preflight counts as a sign of life',
    engines: ['chromium'],
    steps: (engine) => [
      [put(engine).before(), 'PUT: pending'],
      [optionsOf(engine).asks('PUT'), 'PUT (no answer): pending'],
      [at(optionsOf(engine).answered(204), ANSWER_TIME_LIMIT_MS), 'PUT (204): pending'],
      [ANSWER_TIME_LIMIT_MS - 1, 'PUT (204): pending'],
      [ANSWER_TIME_LIMIT_MS + 1, 'PUT (204): timeout'],
    ],
  },
  {
    name: 'a stream: its response was let through, and its end is reported whenever it comes',
    engines: BOTH,
    steps: (engine) => [
      [get(engine).before(), 'GET: pending'],
      [get(engine).sent(), 'GET: pending'],
      [get(engine).answered(200), 'GET 200: pending'],
      [BODY_TIME_LIMIT_MS - 1, 'GET 200: pending'],
      [BODY_TIME_LIMIT_MS + 1, 'GET 200: still-receiving'],
      [10 * ANSWER_TIME_LIMIT_MS, 'GET 200: still-receiving'],
      ['tab-closed', 'GET 200: still-receiving'],
      [get(engine).failed(ABORTED[engine]), `GET 200: ${ABORTED[engine]}`],
    ],
  },
  {
    name: 'a redirect that isn’t followed, such as Firefox’s to ftp:',
    engines: BOTH,
    steps: (engine) => [
      [get(engine).before(), 'GET: pending'],
      [get(engine).answered(302), 'GET 302: pending'],
      [get(engine).redirected('ftp://x/'), 'GET 302: pending'],
      [REDIRECT_TIME_LIMIT_MS - 1_000, 'GET 302: pending'],
      [REDIRECT_TIME_LIMIT_MS + 1_000, 'GET 302: timeout'],
    ],
  },
  {
    name: 'a redirect through a site that isn’t shown, back to one that is',
    engines: BOTH,
    steps: (engine) => [
      [get(engine).before(), 'GET: pending'],
      [get(engine).redirected(OTHER), 'GET 302: pending'],
      [REDIRECT_TIME_LIMIT_MS + 1_000, 'GET 302: timeout'],
      [get(engine, { url: `${API}/back` }).before(), 'GET 302, GET: pending'],
      [get(engine, { url: `${API}/back` }).answered(200), 'GET 302, GET 200: pending'],
    ],
  },
  {
    name: 'a service worker takes it over, and gives it back',
    engines: ['firefox'],
    steps: (engine) => [
      [get(engine).before(), 'GET: pending'],
      [get(engine).redirected(API, 0), 'GET 0: service-worker'],
      [ANSWER_TIME_LIMIT_MS + 1, 'GET 0: service-worker'],
      [get(engine).before(), 'GET: pending'],
      [get(engine).done(), 'GET: completed'],
    ],
  },
  {
    name: 'a shared worker dies without a word',
    engines: BOTH,
    steps: (engine) => [
      [get(engine, { tabId: -1, frameId: -1 }).before(), 'GET: pending'],
      ['tab-closed', 'GET: pending'],
      [ANSWER_TIME_LIMIT_MS + 1, 'GET: timeout'],
    ],
  },
];

/** The same event, so much later. */
function at([kind, details]: StreamEvent, later: number): StreamEvent {
  return [kind, { ...details, timeStamp: details.timeStamp + later }];
}

describe.each(BOTH)('how a request ends in %s', (engine) => {
  it.each(cases.filter(({ engines }) => engines.includes(engine)))('$name', ({ steps }) => {
    const { recorder, store, accept } = startRecorder(engine);
    let last = 0;
    for (const [step, expected] of steps(engine)) {
      if (typeof step === 'number') recorder.closeOverdue(last + step);
      else if (step === 'left') recorder.closeTab(1, last, 'navigation');
      else if (step === 'tab-closed') recorder.closeTab(1, last, 'tab-closed');
      else {
        accept(step);
        last = step[1].timeStamp;
      }
      expect([...store.list(1), ...store.list(-1)].map(summary)).toEqual([expected]);
    }
  });
});

describe('a request that ran when the background was stopped', () => {
  function restarted(events: readonly StreamEvent[], now: number) {
    const before = startRecorder('chromium');
    events.forEach(before.accept);
    const after = startRecorder('chromium');
    for (const id of before.touched) {
      const stored = before.recorder.recordOf(id);
      if (stored !== null) after.recorder.restore(stored, now);
    }
    return after;
  }

  const running = () => [get('chromium').before(), get('chromium').sent()];
  const seen = ({ store }: ReturnType<typeof restarted>) => store.list(1).map(summary);

  it('is given a while to be heard of again', () => {
    const after = restarted(running(), 5_000_000);
    after.recorder.closeOverdue(5_000_000 + RESUME_TIME_LIMIT_MS);
    expect(seen(after)).toEqual(['GET: pending']);
    after.recorder.closeOverdue(5_000_001 + RESUME_TIME_LIMIT_MS);
    expect(seen(after)).toEqual(['GET: recorder-stopped']);
    after.accept(get('chromium').answered(200));
    expect(seen(after)).toEqual(['GET 200: pending']);
  });

  it('is no stream because nothing was heard: what refused its response may be lost', () => {
    const after = restarted([...running(), get('chromium').answered(200)], 5_000_000);
    after.recorder.closeOverdue(5_000_001 + RESUME_TIME_LIMIT_MS);
    expect(seen(after)).toEqual(['GET 200: recorder-stopped']);
  });

  it('is waited for as any other once it was heard of', () => {
    const after = restarted(running(), 0);
    const answer = get('chromium').answered(200);
    after.accept(answer);
    after.recorder.closeOverdue(answer[1].timeStamp + BODY_TIME_LIMIT_MS + 1);
    expect(seen(after)).toEqual(['GET 200: still-receiving']);
  });

  it('is given another while by what looks like its preflight', () => {
    const preflight = optionsOf('chromium');
    const after = restarted([put('chromium').before(), preflight.asks('PUT')], 0);
    const answer = preflight.answered(204);
    after.accept(answer);
    after.recorder.closeOverdue(answer[1].timeStamp + RESUME_TIME_LIMIT_MS);
    expect(seen(after)).toEqual(['PUT (204): pending']);
    after.recorder.closeOverdue(answer[1].timeStamp + RESUME_TIME_LIMIT_MS + 1);
    expect(seen(after)).toEqual(['PUT (204): recorder-stopped']);
  });

  it('does not stay open because it was taken for the one that a preflight was sent for', () => {
    const after = restarted([put('chromium').before()], 0);
    const other = request('chromium', '3', { method: 'PUT' });
    const preflight = optionsOf('chromium');
    // The older one is taken for it, until the other is sent with what this preflight asked for.
    [other.before(), preflight.asks('PUT', 'x-a'), preflight.answered(204), preflight.done()].forEach(
      after.accept,
    );
    expect(seen(after)).toEqual(['PUT (204): pending', 'PUT: pending']);
    [other.sent({ 'x-a': '1' }), other.answered(200), other.done()].forEach(after.accept);
    expect(seen(after)).toEqual(['PUT: pending', 'PUT (204) 200: completed']);
    after.recorder.closeOverdue(other.before()[1].timeStamp + RESUME_TIME_LIMIT_MS + 1);
    expect(seen(after)).toEqual(['PUT: recorder-stopped', 'PUT (204) 200: completed']);
  });
});

it('no exchange stays pending, whatever was the last that was heard of it', () => {
  for (const engine of BOTH) {
    const a = put(engine);
    const p = optionsOf(engine);
    const b = a.at({ url: OTHER });
    const stream = [
      a.before(),
      ...(engine === 'firefox' ? [a.sent()] : []),
      p.before(),
      p.asks('PUT'),
      p.answered(204),
      p.done(),
      a.sent(),
      a.answered(307),
      a.redirected(OTHER, 307),
      b.before(),
      b.sent(),
      b.answered(200),
    ];
    for (let heard = 1; heard <= stream.length; heard += 1) {
      const { recorder, store, accept } = startRecorder(engine);
      stream.slice(0, heard).forEach(accept);
      recorder.closeOverdue(ANSWER_TIME_LIMIT_MS + 1_000_000);
      expect(store.list(1).map(({ outcome }) => outcome.state)).toEqual(['closed']);
    }
  }
});
