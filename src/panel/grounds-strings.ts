import type { Engine } from '../model/exchange.ts';
import type { OpinionAlternative, PreflightExplanation } from '../rules/diagnosis.ts';
import { counted, slotted, words } from './language/words.ts';
import type { ProofPart } from './view-models/proof.ts';

/** The words of what an explanation rests on: the proof, the preflight, the browsers, the times and the headers. */
export const groundsStrings = words('grounds', {
  proof: {
    heading: 'Proof',
    summary: counted({
      one: '{passed} of {count} checks passed, in the order of the Fetch standard and {engine}',
      other: '{passed} of {count} checks passed, in the order of the Fetch standard and {engine}',
    }),
    outcome: {
      pass: 'Passed',
      fail: 'Failed',
      unknown: 'Unknown',
      'not-applicable': 'Not applicable',
    },
    parts: { request: 'Request', preflight: 'Preflight', response: 'Response' } as const satisfies Record<
      ProofPart,
      string
    >,
    hop: 'Redirect {number}',
    tally: counted({ one: '{passed} of {count} passed', other: '{passed} of {count} passed' }),
    noneReached: 'not reached',
    notReached: {
      pass: 'Not reached, would pass',
      fail: 'Not reached, would fail',
      unknown: 'Not reached',
      'not-applicable': 'Not reached',
    },
    only: '{engines} only, not in the standard',
    earlier: 'Earlier than in the standard',
    laxer: 'The standard would refuse it',
    absent: slotted('{name} not there'),
    empty: '(empty)',
    step: '{algorithm}, step {number}',
    steps: '{algorithm}, steps {number}',
    credentialsMode: 'Credentials mode',
    evidenceOf: {
      request: 'Request',
      response: 'Response',
      'preflight-request': 'Preflight',
      'preflight-response': 'Preflight response',
    },
  },
  preflight: {
    whyOne: 'Why a preflight',
    whyNone: 'Why no preflight',
    states: {
      sent: 'sent',
      kept: 'the browser had an answer',
      'not-seen': 'none was seen',
      'not-needed': 'not needed',
      unknown: 'can’t tell',
    } as const satisfies Record<PreflightExplanation['state'], string>,
    uploadOrStream: 'upload or stream',
    redirect: 'Redirect {number}',
    took: 'It took {time}.',
    tookOf: 'It took {time}, of {total} in all.',
    keptCost: 'It cost nothing: {time}.',
    kept: 'It came at {from} and is kept until {until}.',
    show: 'Show it',
  },
  browsers: {
    heading: 'What each browser says',
    differs: '{names} would decide differently',
    names: { chromium: 'Chromium', firefox: 'Firefox', webkit: 'Safari' } as const satisfies Record<
      Engine,
      string
    >,
    observed: 'seen here',
    predicted: {
      chromium: 'by its rules',
      firefox: 'by its rules',
      webkit: 'by WebKit’s source, not measured',
    } as const satisfies Record<Engine, string>,
    silent: 'Prints nothing in its console.',
    conditions: {
      'credentials-include': 'If the request includes credentials',
      'credentials-not-include': 'If it does not include credentials',
      'two-header-lines': 'If the values came in two header lines',
      'one-header-line': 'If they came in one header line',
      'names-this-header': 'If it names this header',
      'names-these-address-spaces': 'If these are the address spaces',
    } as const satisfies Record<OpinionAlternative['if'], string>,
    parameter: 'parameter {value}',
  },
  time: { underOne: 'under {time}' },
  timing: {
    heading: 'How long it took',
    began: 'It began at {time}.',
    phaseColumn: 'What',
    timeColumn: 'Time',
    hop: 'Redirect {number}',
    preflight: 'Preflight',
    kept: 'The browser still had the answer to an earlier one.',
    waiting: '{method}, until the response’s headers',
    waitingWithPreflight: 'Preflight and request, until the response’s headers',
    receiving: 'The rest of the response',
    total: 'In all',
    preflights: counted({ one: '{time} for the preflight', other: '{time} for {count} preflights' }),
    cost: counted({
      one: '{total}, {time} of it for the preflight',
      other: '{total}, {time} of it for {count} preflights',
    }),
  },
  headers: {
    heading: 'Headers as they were',
    request: '{method} request',
    response: 'Response {status}',
    preflightRequest: 'OPTIONS preflight',
    preflightResponse: 'Preflight response {status}',
    none: 'No headers.',
    leftOut: counted({
      one: '{count} more line was left out to stay within memory.',
      other: '{count} more lines were left out to stay within memory.',
    }),
    notShown: 'The browser didn’t show this message.',
    unsentRequest: '{method} request, not sent',
    unsent:
      'Its preflight failed. This is what DevTools says it would have been, without the headers that the browser adds last, such as Origin and Cookie.',
    joined: 'Firefox joins the lines of one name, so two lines look like a list here.',
    twice: 'sent twice',
    duplicate: counted({ one: 'sent {count} time', other: 'sent {count} times' }),
    masked: 'A secret, which was masked before it was recorded',
    empty: '(empty)',
    messages: counted({ one: '{count} message', other: '{count} messages' }),
    search: 'Find in these headers',
    noneFound: counted({ one: 'None of {count} lines', other: 'None of {count} lines' }),
    found: counted({ one: '{found} of {count} lines', other: '{found} of {count} lines' }),
    copyValue: 'Copy value',
    copyLine: 'Copy line',
    copyAll: 'Copy all',
    showAll: counted({ one: 'Show all {count} characters', other: 'Show all {count} characters' }),
    showLess: 'Show less',
  },
});
