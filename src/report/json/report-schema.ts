import * as v from 'valibot';
import { SNIPPET_LANGUAGES } from '../../fixes/platforms/platform.ts';
import { REPORT_FORMAT, REPORT_VERSION, type Report } from '../report.ts';
import {
  credentialsMode,
  engine,
  exchangeSchema,
  headers,
  index,
  observedIn,
  status,
  text,
} from './exchange-schema.ts';
import { MAX_EXCHANGES, MAX_ITEMS } from './report-limits.ts';

const prose = v.pipe(
  v.array(v.strictObject({ kind: v.picklist(['text', 'code']), text })),
  v.maxLength(MAX_ITEMS),
);
const proses = v.pipe(v.array(prose), v.maxLength(MAX_ITEMS));
const texts = v.pipe(v.array(text), v.maxLength(MAX_ITEMS));
const confidence = v.picklist(['certain', 'likely', 'possible']);
const verdict = v.picklist(['allowed', 'blocked', 'failed', 'opaque', 'pending', 'unknown']);
const onResponse = v.picklist(['preflight', 'response']);

const finding = v.strictObject({
  rule: text,
  severity: v.picklist(['error', 'warning', 'info']),
  confidence,
  title: prose,
  headline: prose,
  explanation: prose,
  evidence: v.exactOptional(prose),
  at: v.strictObject({ hop: index, on: v.picklist(['request', 'preflight', 'response']) }),
});

const answerer = v.strictObject({
  platforms: texts,
  maker: v.exactOptional(v.strictObject({ platform: text, confidence: v.picklist(['certain', 'likely']) })),
  statement: prose,
  evidence: headers,
});

const advice = v.strictObject({
  rule: text,
  topic: v.picklist(['security', 'speed', 'hygiene']),
  target: text,
  severity: v.picklist(['high', 'medium', 'low', 'info']),
  confidence,
  title: prose,
  headline: prose,
  explanation: prose,
  evidence: prose,
  actions: proses,
  exchanges: v.pipe(v.array(text), v.maxLength(MAX_EXCHANGES)),
  cost: v.exactOptional(
    v.strictObject({
      requests: v.pipe(v.number(), v.integer(), v.minValue(0)),
      milliseconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
    }),
  ),
  probes: v.exactOptional(texts),
});

const opinionAlternative = v.strictObject({
  if: v.picklist([
    'credentials-include',
    'credentials-not-include',
    'two-header-lines',
    'one-header-line',
    'names-this-header',
    'names-these-address-spaces',
  ]),
  verdict,
  code: v.exactOptional(text),
  failedParameter: v.exactOptional(text),
  text: v.exactOptional(text),
});

const browserOpinion = v.strictObject({
  engine,
  basis: v.picklist(['observed', 'predicted']),
  verdict,
  code: v.exactOptional(text),
  failedParameter: v.exactOptional(text),
  text: v.exactOptional(text),
  alternatives: v.exactOptional(v.pipe(v.array(opinionAlternative), v.maxLength(MAX_ITEMS))),
});

const headerChange = v.strictObject({
  hop: index,
  on: onResponse,
  op: v.picklist(['set', 'remove']),
  name: text,
  value: v.exactOptional(text),
  before: texts,
  assumed: v.boolean(),
});

const fix = v.strictObject({
  changes: v.pipe(v.array(headerChange), v.maxLength(MAX_ITEMS)),
  statuses: v.pipe(
    v.array(v.strictObject({ hop: index, on: onResponse, before: status, after: status })),
    v.maxLength(MAX_ITEMS),
  ),
  requests: v.exactOptional(
    v.pipe(v.array(v.strictObject({ op: v.literal('remove'), name: text })), v.maxLength(MAX_ITEMS)),
  ),
  actions: proses,
  proven: v.boolean(),
});

const openQuestion = v.strictObject({
  branches: v.pipe(
    v.array(
      v.strictObject({
        if: v.picklist(['credentials-include', 'credentials-not-include']),
        verdict,
        headline: prose,
        fix,
      }),
    ),
    v.maxLength(MAX_ITEMS),
  ),
  settledBy: proses,
});

const diagnosisEntries = {
  exchange: text,
  verdict,
  headline: prose,
  credentials: v.union([credentialsMode, v.literal('unknown')]),
  lead: v.exactOptional(finding),
  findings: v.pipe(v.array(finding), v.maxLength(MAX_ITEMS)),
  notes: v.exactOptional(v.pipe(v.array(finding), v.maxLength(MAX_ITEMS))),
  answeredBy: v.exactOptional(answerer),
  browsers: v.pipe(v.array(browserOpinion), v.maxLength(MAX_ITEMS)),
  disagreements: v.exactOptional(proses),
  fix,
  openQuestion: v.exactOptional(openQuestion),
};

const diagnosis = v.strictObject({
  ...diagnosisEntries,
  history: v.exactOptional(v.pipe(v.array(text), v.maxLength(MAX_EXCHANGES))),
});

const configuration = v.strictObject({
  target: text,
  platform: text,
  name: text,
  snippets: v.pipe(
    v.array(
      v.strictObject({
        place: prose,
        file: v.exactOptional(text),
        language: v.picklist(SNIPPET_LANGUAGES),
        text,
      }),
    ),
    v.minLength(1),
    v.maxLength(MAX_ITEMS),
  ),
  reload: prose,
  warnings: proses,
  proof: prose,
  exchanges: v.pipe(v.array(text), v.maxLength(MAX_EXCHANGES)),
});

const exchanges = v.pipe(v.array(exchangeSchema), v.maxLength(MAX_EXCHANGES));

/** What reports of both versions have. */
const reportEntries = {
  format: v.literal(REPORT_FORMAT),
  createdAt: v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/)),
  extensionVersion: text,
  browser: v.nullable(observedIn),
  page: v.nullable(text),
  exchanges,
  advice: v.exactOptional(v.pipe(v.array(advice), v.maxLength(MAX_EXCHANGES))),
};

/**
 * A report of this version. It accepts exactly what `report.schema.json` accepts. Unknown fields are refused, because
 * they would be lost: a new field is a new version.
 */
export const reportSchema: v.GenericSchema<unknown, Report> = v.strictObject({
  ...reportEntries,
  version: v.literal(REPORT_VERSION),
  context: v.exactOptional(exchanges),
  diagnoses: v.pipe(v.array(diagnosis), v.maxLength(MAX_EXCHANGES)),
  configurations: v.exactOptional(v.pipe(v.array(configuration), v.maxLength(MAX_ITEMS))),
  aliased: v.exactOptional(v.literal(true)),
});

/** A report of version 1: exactly what `report-1.schema.json` accepts. What comes out is of this version. */
export const report1Schema: v.GenericSchema<unknown, Report> = v.pipe(
  v.strictObject({
    ...reportEntries,
    version: v.literal(1),
    diagnoses: v.pipe(v.array(v.strictObject(diagnosisEntries)), v.maxLength(MAX_EXCHANGES)),
  }),
  v.transform((report): Report => ({ ...report, version: REPORT_VERSION })),
);
