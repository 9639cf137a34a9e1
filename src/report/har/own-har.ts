import * as v from 'valibot';
import type { Exchange } from '../../model/exchange.ts';
import { maskError, maskUrl } from '../../model/mask-secrets.ts';
import { exchangeSchema } from '../json/exchange-schema.ts';
import type { HarRecord } from './har-record.ts';

const at = { exchange: v.string(), hop: v.pipe(v.number(), v.integer(), v.minValue(0)) };
const facts = v.record(v.string(), v.unknown());

/** `_corsLens`, as far as it is read. What it holds is judged as a part of the exchange that it is put into. */
const mark = v.variant('role', [
  v.object({ role: v.literal('request'), ...at, exchangeFacts: v.exactOptional(facts), hopFacts: facts }),
  v.object({ role: v.literal('preflight'), ...at, preflightFacts: facts }),
]);

type Mark = v.InferOutput<typeof mark>;

export interface OwnExchanges {
  readonly exchanges: readonly Exchange[];
  /** Entries that belong to none of them. They are read as those of any other HAR. */
  readonly rest: readonly HarRecord[];
}

/**
 * The exchanges that a HAR of our own was made of, out of its entries and what `_corsLens` adds. An exchange that isn't
 * whole, or isn't one any more, is none; its entries are then the rest.
 */
export function ownExchanges(records: readonly HarRecord[]): OwnExchanges {
  const groups = new Map<string, Marked[]>();
  const rest: HarRecord[] = [];
  for (const record of records) {
    const parsed = v.safeParse(mark, record.mark);
    if (!parsed.success) rest.push(record);
    else {
      const marked = { record, mark: parsed.output };
      const others = groups.get(parsed.output.exchange);
      if (others === undefined) groups.set(parsed.output.exchange, [marked]);
      else others.push(marked);
    }
  }
  const exchanges: Exchange[] = [];
  for (const group of groups.values()) {
    const { success, output } = v.safeParse(exchangeSchema, assembled(group), { abortEarly: true });
    if (success) exchanges.push(maskedAgain(output));
    else rest.push(...group.map(({ record }) => record));
  }
  return { exchanges, rest };
}

interface Marked {
  readonly record: HarRecord;
  readonly mark: Mark;
}

/** Not yet known to be an exchange. */
function assembled(group: readonly Marked[]): unknown {
  const hops: unknown[] = [];
  let exchangeFacts: object = {};
  const requests = group.flatMap(({ record, mark: each }) =>
    each.role === 'request' ? [{ record, each }] : [],
  );
  for (const { record, each } of requests.sort((one, other) => one.each.hop - other.each.hop)) {
    if (each.hop !== hops.length) return null;
    if (each.hop === 0) exchangeFacts = each.exchangeFacts ?? {};
    hops.push({ ...hopOf(record, each.hopFacts), ...preflightOf(group, each.hop) });
  }
  return { ...exchangeFacts, hops };
}

function hopOf(record: HarRecord, hopFacts: object): object {
  const { url, method, request } = record;
  const { request: sent, unsentRequest: unsent, response, ...rest } = hopFacts as Record<string, unknown>;
  return {
    ...rest,
    url,
    method,
    ...(isObject(sent) ? { request: { ...sent, headers: request.headers } } : {}),
    ...(isObject(unsent) ? { unsentRequest: { ...unsent, headers: request.headers } } : {}),
    ...responseOf(record, response),
  };
}

function preflightOf(group: readonly Marked[], hop: number): object {
  for (const { record, mark: each } of group) {
    if (each.role !== 'preflight' || each.hop !== hop) continue;
    const { request, response, ...rest } = each.preflightFacts;
    const facts = isObject(request) ? request : {};
    return {
      preflight: {
        ...rest,
        request: { ...facts, headers: record.request.headers },
        ...responseOf(record, response),
      },
    };
  }
  return {};
}

/** What a browser answers itself has status 0, which elsewhere means that there was no answer. */
function responseOf({ response, responseHeaders: headers }: HarRecord, facts: unknown): object {
  if (!isObject(facts)) return {};
  const { status, statusText } = response ?? { status: 0 };
  return {
    response: { ...facts, status, ...(statusText === undefined ? {} : { statusText }), headers },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Nobody knows through whose hands the file went: what was masked stays as it is, what was added since is masked. Header
 * lines were, by their names.
 */
function maskedAgain(exchange: Exchange): Exchange {
  return maskTexts(exchange) as Exchange;
}

function maskTexts(value: unknown): unknown {
  if (typeof value === 'string')
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? maskUrl(value) : maskError(value);
  if (Array.isArray(value)) return value.map(maskTexts);
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, each]) => [key, key === 'headers' ? each : maskTexts(each)]));
}
