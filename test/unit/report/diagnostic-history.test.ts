import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/model/exchange.ts';
import {
  createReport,
  diagnosticHistory,
  parseReport,
  type Report,
  toJson,
} from '../../../src/report/index.ts';
import { diagnose, NO_HISTORY } from '../../../src/rules/index.ts';
import { indexHistory } from '../../../src/rules/index-history.ts';
import { ALL_CASES } from '../../rules/all-cases.ts';
import { hostileExchange, plausibleExchange } from '../../rules/arbitrary-exchange.ts';
import { anExchange, type ExchangeDescription, PAGE, STARTED_AT } from '../../rules/exchange-builder.ts';
import { CREATED_AT } from './sample-reports.ts';

/** The report of some of a recording, as its reader has it. */
function sent(exchanges: readonly Exchange[], recording: readonly Exchange[]): Report {
  const report = createReport({ exchanges, recording, createdAt: CREATED_AT, extensionVersion: '0.1.0' });
  const parsed = parseReport(toJson(report));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.report;
}

/** What its reader sends on: some of the exchanges of a report that was opened. */
function forwarded(report: Report, exchanges: readonly Exchange[]): Report {
  const historyOf = diagnosticHistory(report);
  const created = createReport({
    exchanges,
    recording: report.exchanges,
    given: { context: report.context ?? [], historyOf },
    diagnoseExchange: (exchange) => diagnose(exchange, historyOf(exchange)),
    createdAt: CREATED_AT,
    extensionVersion: '0.1.0',
  });
  const parsed = parseReport(toJson(created));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.report;
}

/** Every diagnosis of the exchanges as the recording gives them, and as the report does, whole. */
function bothDiagnoses(exchanges: readonly Exchange[], recording: readonly Exchange[], report: Report) {
  const inRecording = indexHistory(recording);
  const inReport = diagnosticHistory(report);
  return {
    before: exchanges.map((each) => JSON.stringify(diagnose(each, inRecording(each)))),
    after: report.exchanges.map((each) => JSON.stringify(diagnose(each, inReport(each)))),
  };
}

/** The exchanges as one recording has them: each with an id of its own, and in order. */
function recorded(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.map((exchange, index) => ({
    ...exchange,
    id: `x${index}`,
    startedAt: exchange.startedAt + index * 10,
  }));
}

const refused = (id: number): ExchangeDescription => ({
  id: `refused-${id}`,
  startedAt: STARTED_AT + id,
  outcome: { error: 'net::ERR_CONNECTION_REFUSED' },
});
const answered = (id: number, url = 'https://api.example.com/items'): ExchangeDescription => ({
  id: `answered-${id}`,
  url,
  startedAt: STARTED_AT + id,
  response: { headers: { 'Access-Control-Allow-Origin': PAGE } },
});
const running = (id: number): ExchangeDescription => ({
  id: `running-${id}`,
  startedAt: STARTED_AT + id,
  outcome: 'pending',
});

/** A refused connection of which another request tells that something listened there before; and all that was recorded. */
function aRefusalWithContext(): readonly [readonly Exchange[], readonly Exchange[]] {
  const recording = [answered(200), refused(300)].map(anExchange);
  return [recording.slice(-1), recording];
}

describe('a report that was sent', () => {
  it.each(ALL_CASES.filter(([, { history }]) => history !== undefined))(
    'gives its reader the same diagnosis as its author, alone: %s',
    (_, { exchange, history = [] }) => {
      const one = { ...anExchange(exchange), id: 'the-one' };
      const recording = [...recorded(history.map(anExchange)), one].sort((a, b) => a.startedAt - b.startedAt);
      const report = sent([one], recording);
      const { before, after } = bothDiagnoses([one], recording, report);
      expect(after).toEqual(before);
    },
  );

  it('gives the same of one, some and all of any recording', () => {
    const recording = fc
      .array(fc.oneof({ weight: 4, arbitrary: plausibleExchange }, hostileExchange), {
        minLength: 1,
        maxLength: 25,
      })
      .map(recorded);
    let withContext = 0;
    fc.assert(
      fc.property(recording, fc.infiniteStream(fc.boolean()), fc.nat(), (all, picks, index) => {
        const some = all.filter(() => picks.next().value);
        const one = all.slice(index % all.length).slice(0, 1);
        for (const chosen of [one, some, all]) {
          const report = sent(chosen, all);
          const { before, after } = bothDiagnoses(chosen, all, report);
          expect(after).toEqual(before);
          withContext += report.context?.length ?? 0;
        }
      }),
      { numRuns: 40 },
    );
    expect(withContext).toBeGreaterThan(0);
    // In milliseconds. The machine may be busy with other tests.
  }, 60_000);

  it('gives the same once more to whom its reader sends it, or a part of it', () => {
    const { context: needed, ...refusedAlone } = sent(...aRefusalWithContext());
    expect(needed).toHaveLength(1);
    const given = { ...refusedAlone, context: needed ?? [] };
    const again = forwarded(given, given.exchanges);
    expect(again.context).toEqual(needed);
    expect(again.diagnoses.map(({ lead }) => lead)).toEqual(given.diagnoses.map(({ lead }) => lead));
  });

  it('gives the same of what is sent on from any report', () => {
    const recording = fc.array(plausibleExchange, { minLength: 2, maxLength: 20 }).map(recorded);
    fc.assert(
      fc.property(
        recording,
        fc.infiniteStream(fc.boolean()),
        fc.infiniteStream(fc.boolean()),
        (all, a, b) => {
          const first = sent(
            all.filter(() => a.next().value),
            all,
          );
          const chosen = first.exchanges.filter(() => b.next().value);
          const second = forwarded(first, chosen);
          const { before, after } = bothDiagnoses(chosen, all, second);
          // The original's own recording is what all go back to.
          expect(after).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it.each([
    ['what is too far away stays unseen', [], ['answered-1', 'refused-900'], []],
    ['what is near enough is seen', [answered(890)], ['refused-900'], ['answered-890']],
    ['what is enough is seen', [answered(890), answered(891)], ['answered-1', 'refused-900'], ['answered-1']],
  ])('gives the same of a recording larger than what is looked back on: %s', (_, near, ids, seen) => {
    const between = Array.from({ length: 600 }, (_each, index) => running(index + 2));
    const after = Array.from({ length: 60 }, (_each, index) => running(index + 901));
    const recording = [answered(1), ...between, ...near, refused(900), ...after].map(anExchange);
    const chosen = recording.filter(({ id }) => ids.includes(id));
    const report = sent(chosen, recording);
    const diagnoses = bothDiagnoses(chosen, recording, report);
    expect(diagnoses.after).toEqual(diagnoses.before);
    const last = chosen.at(-1);
    if (last === undefined) throw new Error('It was recorded.');
    expect(
      diagnosticHistory(report)(last)
        .ofTarget('https://api.example.com')
        .map(({ id }) => id),
    ).toEqual(seen);
  });
});

describe('the context of a report', () => {
  const other = answered(1, 'https://other.example/');

  it('is absent where the diagnosis is the same without', () => {
    const recording = [answered(1), answered(2), other].map(anExchange);
    const report = sent(recording.slice(1, 2), recording);
    expect(report).not.toHaveProperty('context');
    expect(report.diagnoses[0]).not.toHaveProperty('history');
  });

  it('is absent where the report has what is needed', () => {
    const recording = [answered(1), refused(2), other].map(anExchange);
    const report = sent(recording.slice(0, 2), recording);
    expect(report).not.toHaveProperty('context');
    expect(report.diagnoses.map(({ history }) => history)).toEqual([undefined, undefined]);
  });

  it('is what is needed and no more', () => {
    const many = Array.from({ length: 100 }, (_, index) => answered(index, 'https://other.example/'));
    const recording = [...many, answered(200), refused(300)].map(anExchange);
    const report = sent(recording.slice(-1), recording);
    expect(report.context?.map(({ id }) => id)).toEqual(['answered-200']);
    expect(report.diagnoses[0]?.history).toEqual(['answered-200']);
    const [refusedOne] = report.exchanges;
    if (refusedOne === undefined) throw new Error('It was exported.');
    expect(diagnose(refusedOne, diagnosticHistory(report)(refusedOne)).lead.evidence.key).toBe(
      'evidence-stopped',
    );
    expect(diagnose(refusedOne, NO_HISTORY).lead.evidence.key).not.toBe('evidence-stopped');
  });

  it('serves an exchange that was changed', () => {
    const recording = [answered(200), refused(300)].map(anExchange);
    const report = sent(recording.slice(-1), recording);
    const historyOf = diagnosticHistory(report);
    const again = anExchange({ ...refused(300), method: 'PUT' });
    expect(
      historyOf(again)
        .ofTarget('https://api.example.com')
        .map(({ id }) => id),
    ).toEqual(['answered-200']);
    expect(historyOf(again).ofTarget('https://other.example')).toEqual([]);
  });
});
