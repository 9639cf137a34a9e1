import type { EngineDecisions, EngineReports } from '../../../../src/fetch/engine-profile.ts';
import type { Verdict } from '../../../../src/fetch/evaluation.ts';
import type { Engine } from '../../../../src/model/exchange.ts';
import type { Diagnosis, Disagreement } from '../../../../src/rules/diagnosis.ts';
import { API, type ExchangeDescription, PAGE } from '../../../rules/exchange-builder.ts';
import { allowing } from '../../../rules/rule-case.ts';

const OTHER = 'https://other.example.net/items';
const OWN = `${PAGE}/items`;

/** An exchange about which engines decide differently because of one difference. */
export interface DecisionCase {
  readonly exchange: ExchangeDescription;
  readonly verdicts: Readonly<Record<Engine, Verdict>>;
  /** The engines that decide otherwise than the one that ran it. */
  readonly otherwise: Partial<Readonly<Record<Engine, Disagreement['outcome']>>>;
  readonly headline: string;
}

/** For each difference a case, or why there can be none. A look where no verdict hangs on it. */
export const DECISION_CASES: Readonly<Record<keyof EngineDecisions, DecisionCase | ReportCase | string>> = {
  wildcardCoversAuthorization: 'all three engines do alike; only the standard says otherwise',
  dropsEmptyHeaderLines: {
    exchange: {
      credentials: 'include',
      response: {
        headers: [
          ['Access-Control-Allow-Origin', PAGE],
          ['Access-Control-Allow-Credentials', ''],
          ['Access-Control-Allow-Credentials', 'true'],
        ],
      },
      outcome: 'blocked',
    },
    verdicts: { chromium: 'blocked', firefox: 'allowed', webkit: 'blocked' },
    otherwise: { firefox: 'passes' },
    headline: 'Fails in Chrome, passes in Firefox.',
  },
  preflightOriginWhenTainted: {
    exchange: {
      method: 'PUT',
      preflight: { headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'PUT' }) },
      response: { status: 307, headers: allowing(PAGE) },
      redirects: [
        {
          url: OTHER,
          sends: 'null',
          preflight: { headers: allowing('null', { 'Access-Control-Allow-Methods': 'PUT' }) },
          response: { headers: allowing('null') },
        },
      ],
    },
    verdicts: { chromium: 'allowed', firefox: 'blocked', webkit: 'allowed' },
    otherwise: { firefox: 'fails' },
    headline: 'Passes in Chrome, fails in Firefox.',
  },
  checksOriginOfPreflightToOwnOrigin: {
    exchange: {
      engine: 'firefox',
      credentials: 'same-origin',
      method: 'PUT',
      preflight: { headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'PUT' }) },
      response: { status: 307, headers: allowing(PAGE) },
      redirects: [
        {
          url: OWN,
          sends: 'null',
          preflight: {
            headers: allowing('https://wrong.example', { 'Access-Control-Allow-Methods': 'PUT' }),
          },
          response: { headers: allowing('null') },
        },
      ],
      readableByScript: true,
    },
    verdicts: { chromium: 'blocked', firefox: 'allowed', webkit: 'blocked' },
    otherwise: { chromium: 'fails', webkit: 'fails' },
    headline: 'Passes in Firefox, fails in Chrome.',
  },
  preflightsAfterDroppedUnsafePart: {
    exchange: {
      headers: { Authorization: '[masked: Bearer, 32 characters]' },
      preflight: { headers: allowing('*', { 'Access-Control-Allow-Headers': 'authorization' }) },
      response: { headers: allowing('*') },
      redirects: [{ url: OTHER, headers: {}, sends: 'null', response: { headers: allowing('*') } }],
    },
    verdicts: { chromium: 'allowed', firefox: 'unknown', webkit: 'unknown' },
    otherwise: { firefox: 'may-fail', webkit: 'may-fail' },
    headline: 'Passes in Chrome, may fail in Firefox.',
  },
  preflightsUploadListenerWithoutBody: {
    exchange: { engine: 'firefox', preflight: { status: 404, asksForHeaders: [] } },
    verdicts: { chromium: 'unknown', firefox: 'blocked', webkit: 'blocked' },
    otherwise: { chromium: 'may-pass' },
    headline: 'Fails in Firefox, may pass in Chrome.',
  },
  extraSafelistedRequestHeaders: {
    exchange: { headers: { DPR: '2' }, response: { headers: allowing('*') } },
    verdicts: { chromium: 'allowed', firefox: 'unknown', webkit: 'unknown' },
    otherwise: { firefox: 'may-fail', webkit: 'may-fail' },
    headline: 'Passes in Chrome, may fail in Firefox.',
  },
  extraForbiddenRequestHeaders: {
    exchange: {
      engine: 'firefox',
      credentials: 'same-origin',
      headers: { 'User-Agent': 'x' },
      preflight: { headers: allowing('*'), asksForHeaders: ['user-agent'] },
    },
    verdicts: { chromium: 'unknown', firefox: 'blocked', webkit: 'blocked' },
    otherwise: { chromium: 'may-pass' },
    headline: 'Fails in Firefox, may pass in Chrome.',
  },
  nonAsciiIsUnsafe: {
    exchange: {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain;charset=\u00fc' },
      response: { headers: allowing('*') },
    },
    verdicts: { chromium: 'allowed', firefox: 'unknown', webkit: 'allowed' },
    otherwise: { firefox: 'may-fail' },
    headline: 'Passes in Chrome, may fail in Firefox.',
  },
  userinfoInLocation: {
    exchange: {
      url: OWN,
      response: { status: 302, headers: { Location: OWN.replace('//', '//user:pass@') } },
      outcome: 'blocked',
    },
    verdicts: { chromium: 'blocked', firefox: 'unknown', webkit: 'unknown' },
    otherwise: { firefox: 'may-pass', webkit: 'may-pass' },
    headline: 'Fails in Chrome, may pass in Firefox.',
  },
  followsEmptyLocation: {
    exchange: { response: { status: 301, headers: allowing('*', { Location: '' }) } },
    verdicts: { chromium: 'allowed', firefox: 'failed', webkit: 'failed' },
    otherwise: { firefox: 'fails', webkit: 'fails' },
    headline: 'Passes in Chrome, fails in Firefox.',
  },
  localNetworkAccess: {
    exchange: {
      url: 'http://192.168.1.20/status',
      outcome: { error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' },
    },
    verdicts: { chromium: 'failed', firefox: 'failed', webkit: 'unknown' },
    otherwise: { webkit: 'may-pass' },
    headline: 'Fails in Chrome, may pass in Safari.',
  },
  exposesAllBeforeInvalidItem: {
    exchange: {
      credentials: 'same-origin',
      response: { headers: allowing('*', { 'Access-Control-Expose-Headers': '*, a b', ETag: '"1"' }) },
    },
    look: ({ evaluation }) => evaluation.readable?.conditions.join(),
    seen: { chromium: '', firefox: 'fetch', webkit: '' },
  },
};

/** The same messages, seen or predicted in each engine, of which engines say something different. */
export interface ReportCase {
  readonly exchange: ExchangeDescription;
  /** What is looked at of the diagnosis by an engine that ran it. */
  readonly look: (diagnosis: Diagnosis) => unknown;
  readonly seen: Partial<Readonly<Record<Engine, unknown>>>;
}

const words = ({ browsers }: Diagnosis) => browsers[0]?.code ?? browsers[0]?.text;
const verdict = (diagnosis: Diagnosis) => diagnosis.verdict;

export const REPORT_CASES: Readonly<Record<keyof EngineReports, ReportCase>> = {
  preflightChecks: {
    exchange: { method: 'PUT', preflight: { status: 405, headers: {} } },
    look: words,
    seen: {
      chromium: 'PreflightMissingAllowOriginHeader',
      firefox: 'CORSMissingAllowOrigin2',
      webkit: 'Preflight response is not successful. Status code: 405',
    },
  },
  namesInvalidAllowOrigin: {
    exchange: { response: { headers: allowing('nowhere') }, outcome: 'blocked' },
    look: words,
    seen: {
      chromium: 'InvalidAllowOriginValue',
      firefox: 'CORSAllowOriginNotMatchingOrigin',
      webkit: `Origin ${PAGE} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
    },
  },
  completedProvesReadable: {
    exchange: { response: {}, outcome: 'completed' },
    look: verdict,
    seen: { chromium: 'unknown', firefox: 'blocked', webkit: 'blocked' },
  },
  refusals: {
    exchange: { response: {}, outcome: { error: 'net::ERR_FAILED' } },
    look: verdict,
    seen: { chromium: 'blocked', firefox: 'failed' },
  },
  refusalsOfRedirects: {
    exchange: {
      credentials: 'include',
      response: { status: 302, headers: allowing(PAGE, { Location: OTHER }) },
      outcome: { error: 'NS_ERROR_NET_ON_RECEIVING_FROM' },
    },
    look: verdict,
    seen: { chromium: 'failed', firefox: 'blocked' },
  },
  redirectsOutOfReach: {
    exchange: {
      response: {
        status: 302,
        headers: allowing(PAGE, { Location: 'https://user:pass@other.example.net/' }),
      },
      outcome: { error: 'NS_ERROR_CORRUPTED_CONTENT' },
    },
    look: verdict,
    seen: { chromium: 'failed', firefox: 'blocked' },
  },
  unansweredRefusal: {
    exchange: { outcome: 'blocked' },
    look: ({ cause }) => cause?.rule,
    seen: { chromium: 'local-network-access', firefox: 'connection-closed', webkit: 'network-failure-other' },
  },
  storageAccessHeader: {
    exchange: {
      method: 'PUT',
      preflight: { headers: allowing('*', { 'Access-Control-Allow-Methods': 'PUT' }), site: 'cross-site' },
      response: { headers: allowing('*') },
    },
    look: ({ evaluation }) => 'by' in evaluation.credentials && evaluation.credentials.by,
    seen: { chromium: 'went-on', firefox: 'no-sec-fetch-storage-access', webkit: 'went-on' },
  },
  reusesResponsesLoadedWithoutCors: {
    exchange: { id: 'x2', startedAt: 2_000_000_000_000, response: {}, outcome: 'blocked' },
    look: ({ cause }) => cause?.rule,
    seen: {
      chromium: 'cached-without-cors-headers',
      firefox: 'no-cors-headers',
      webkit: 'cached-without-cors-headers',
    },
  },
};

/** An earlier load of the same URL without CORS, for whoever asks the history. */
export const EARLIER: ExchangeDescription = {
  id: 'x1',
  url: API,
  mode: 'no-cors',
  type: 'image',
  response: {},
};
