import type { Hop } from '../../model/exchange.ts';
import type { HeaderList } from '../../model/header-list.ts';
import type { DiagnosedExchange } from '../cause-groups.ts';
import { toUtcTime } from '../utc-time.ts';
import { formatCount } from '../visible-text.ts';
import { element, fragment, type Html } from './element.ts';
import { codeBlock, fold, paragraph, proseToHtml, requestLine } from './prose.ts';

/** More header lines of one message are counted. */
const MAX_LINES = 200;

/** An exchange with all of its header lines, folded away behind what it was and how it ended. */
export function exchangeDetails({ exchange, diagnosis }: DiagnosedExchange): Html {
  const { method, url } = exchange.hops[0];
  return fold(
    fragment(requestLine(method, url), ` · ${diagnosis.verdict}`),
    paragraph(proseToHtml(diagnosis.headline)),
    element(
      'p',
      { class: 'note' },
      `At ${toUtcTime(exchange.startedAt)}, from `,
      element('code', {}, exchange.initiator),
      exchange.outcome.state === 'error'
        ? fragment('. It ended with ', element('code', {}, exchange.outcome.error))
        : '',
      '.',
    ),
    ...exchange.hops.map(hopMessages),
  );
}

function hopMessages(hop: Hop): Html {
  const { preflight, request, unsentRequest, response } = hop;
  const blocks: readonly (readonly string[] | null)[] = [
    preflight ? [`OPTIONS ${hop.url}`, ...lines(preflight.request.headers)] : null,
    preflight?.response ? [`HTTP ${preflight.response.status}`, ...lines(preflight.response.headers)] : null,
    [`${hop.method} ${hop.url}`, ...lines((request ?? unsentRequest)?.headers ?? [])],
    response ? [`HTTP ${response.status}`, ...lines(response.headers)] : null,
  ];
  return fragment(...blocks.map((block) => block && codeBlock(block)));
}

function lines(headers: HeaderList): readonly string[] {
  const shown = headers.slice(0, MAX_LINES).map(([name, value]) => `${name}: ${value}`);
  const more = headers.length - shown.length;
  return more > 0 ? [...shown, `(and ${formatCount(more)} more)`] : shown;
}
