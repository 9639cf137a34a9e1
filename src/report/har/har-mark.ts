import type { Verdict } from '../../fetch/evaluation.ts';
import type { Exchange, Hop, HttpRequest, HttpResponse, Preflight } from '../../model/exchange.ts';
import type { DiagnosisSummary } from '../report.ts';

/**
 * `_corsLens`, our own field of an entry: what was made of it, for its readers, and what was observed that a HAR has no
 * place for. With the latter a HAR that was exported here gives the very exchanges that it was made of.
 */
export type HarMark = RequestMark | PreflightMark;

interface MarkOf<Role extends 'request' | 'preflight'> {
  readonly role: Role;
  /** The exchange's id: entries with the same are one request with its redirects and preflights. */
  readonly exchange: string;
  /** From 0. */
  readonly hop: number;
  /** Of the whole exchange. */
  readonly verdict: Verdict;
  /** What is wrong, in a sentence. Plain text. */
  readonly headline: string;
  /** The rule that says so; absent if none does. */
  readonly rule?: string;
}

export interface RequestMark extends MarkOf<'request'> {
  /** With the first hop only. */
  readonly exchangeFacts?: ExchangeFacts;
  readonly hopFacts: HopFacts;
}

export interface PreflightMark extends MarkOf<'preflight'> {
  readonly preflightFacts: PreflightFacts;
}

/** All of an exchange but its hops. */
export type ExchangeFacts = Omit<Exchange, 'hops'>;

/** All of a hop but what the entry itself says, and its preflight, which is an entry of its own. */
export interface HopFacts
  extends Omit<Hop, 'url' | 'method' | 'request' | 'unsentRequest' | 'response' | 'preflight'> {
  readonly request?: Omit<HttpRequest, 'headers'>;
  readonly unsentRequest?: Omit<HttpRequest, 'headers'>;
  readonly response?: ResponseFacts;
}

/** All of a preflight but what the entry itself says. */
export interface PreflightFacts extends Omit<Preflight, 'request' | 'response'> {
  readonly request: Omit<HttpRequest, 'headers'>;
  readonly response?: ResponseFacts;
}

type ResponseFacts = Omit<HttpResponse, 'status' | 'statusText' | 'headers'>;

/** The mark of the entry of a hop. */
export function requestMark(
  exchange: Exchange,
  index: number,
  hop: Hop,
  diagnosis: DiagnosisSummary | undefined,
): RequestMark {
  const { hops: _, ...exchangeFacts } = exchange;
  const {
    url: _url,
    method: _method,
    preflight: _preflight,
    request,
    unsentRequest,
    response,
    ...rest
  } = hop;
  return {
    role: 'request',
    ...saidOf(exchange, index, diagnosis),
    ...(index === 0 ? { exchangeFacts } : {}),
    hopFacts: {
      ...rest,
      ...(request === undefined ? {} : { request: requestFacts(request) }),
      ...(unsentRequest === undefined ? {} : { unsentRequest: requestFacts(unsentRequest) }),
      ...(response === undefined ? {} : { response: responseFacts(response) }),
    },
  };
}

/** The mark of the entry of a hop's preflight. */
export function preflightMark(
  exchange: Exchange,
  index: number,
  preflight: Preflight,
  diagnosis: DiagnosisSummary | undefined,
): PreflightMark {
  const { request, response, ...rest } = preflight;
  return {
    role: 'preflight',
    ...saidOf(exchange, index, diagnosis),
    preflightFacts: {
      ...rest,
      request: requestFacts(request),
      ...(response === undefined ? {} : { response: responseFacts(response) }),
    },
  };
}

function saidOf(
  { id }: Exchange,
  hop: number,
  diagnosis: DiagnosisSummary | undefined,
): Omit<MarkOf<'request'>, 'role'> {
  const lead = diagnosis?.lead ?? diagnosis?.findings[0];
  return {
    exchange: id,
    hop,
    verdict: diagnosis?.verdict ?? 'unknown',
    headline: (diagnosis?.headline ?? []).map(({ text }) => text).join(''),
    ...(lead === undefined ? {} : { rule: lead.rule }),
  };
}

function requestFacts({ headers: _, ...rest }: HttpRequest): Omit<HttpRequest, 'headers'> {
  return rest;
}

function responseFacts({
  status: _,
  statusText: _text,
  headers: _headers,
  ...rest
}: HttpResponse): ResponseFacts {
  return rest;
}
