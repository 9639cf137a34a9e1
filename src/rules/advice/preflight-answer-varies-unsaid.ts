import { extractHeaderListValues } from '../../fetch/extract-header-list-values.ts';
import { containsHeader, getHeader, getHeaderLines, type HeaderList } from '../../model/header-list.ts';
import { displayUrl } from '../display-url.ts';
import { mdnHeader } from '../links.ts';
import { sharedCacheHit, variesBy } from '../shared-cache.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';
import type { MeasuredPreflight } from './measured-preflights.ts';

/** The server allows each preflight just what it asks for, and doesn't tell caches that its answers differ. */
export const preflightAnswerVariesUnsaid: AdviceRule = {
  id: 'preflight-answer-varies-unsaid',
  topic: 'speed',
  words: {
    title: 'Preflight answers differ, and Vary doesn’t say so',
    headline:
      '`{host}` allows each preflight just what it asks for, without `Vary: {asked}`: a cache in front of it can hand one request’s answer to another.',
    explanation:
      'A cache that keeps answers to `OPTIONS`, as some content delivery networks can be told to, goes by the URL and by what `Vary` names. Then a request fails now and then, because its preflight got the answer to another.',
    evidence:
      'Two preflights for `{url}` got `{one}` and `{other}` in `{list}`, and `{sign}` shows a proxy or cache on the way; whether that keeps answers to `OPTIONS` can’t be seen.',
    'action-name-in-vary':
      'Add `{asked}` to `Vary` in the answers to preflights, or answer each of them with the whole list.',
  },
  links: [mdnHeader('Vary')],
  find({ preflights }): AdviceFound | null {
    const storable = preflights.filter(({ passed, answer }) => passed && !isKeptFromCaches(answer.headers));
    for (const { asked, list } of ECHOED) {
      const unsaid = storable.filter(({ answer }) => !variesBy(answer.headers, asked.toLowerCase()));
      for (const { echoes, alike } of echoesByUrl(unsaid, asked, list)) {
        const [one, other] = echoes;
        const sign = alike.map(({ answer }) => signOfCache(answer.headers)).find((each) => each !== null);
        const [first] = alike;
        if (other === undefined || one === undefined || !sign || first === undefined) continue;
        return {
          data: { asked, list, url: displayUrl(first.hop.url), one, other, sign },
          severity: 'low',
          confidence: 'possible',
          shownBy: exchangesOf(alike),
          actions: [{ id: 'name-in-vary', data: { asked } }],
        };
      }
    }
    return null;
  },
};

/** What a preflight asks for, and what answers that. */
const ECHOED = [
  { asked: 'Access-Control-Request-Headers', list: 'Access-Control-Allow-Headers' },
  { asked: 'Access-Control-Request-Method', list: 'Access-Control-Allow-Methods' },
] as const;

/** Preflights for one URL that got back just what they asked for. */
interface Echoes {
  /** The different answers. */
  readonly echoes: readonly string[];
  readonly alike: readonly MeasuredPreflight[];
}

function echoesByUrl(
  preflights: readonly MeasuredPreflight[],
  asked: string,
  list: string,
): readonly Echoes[] {
  const byUrl = new Map<string, { echoes: Set<string>; alike: MeasuredPreflight[] }>();
  for (const preflight of preflights) {
    const { hop, answer } = preflight;
    const echo = itemsOf(answer.headers, list);
    if (echo === '' || echo !== itemsOf(hop.preflight?.request.headers ?? [], asked)) continue;
    const known = byUrl.get(hop.url);
    if (known === undefined) byUrl.set(hop.url, { echoes: new Set([echo]), alike: [preflight] });
    else {
      known.echoes.add(echo);
      known.alike.push(preflight);
    }
  }
  return Array.from(byUrl.values(), ({ echoes, alike }) => ({ echoes: [...echoes], alike }));
}

/** The items of a list in an order of their own, so that lists compare; empty if it isn't one. */
function itemsOf(headers: HeaderList, name: string): string {
  const listed = extractHeaderListValues(getHeaderLines(headers, name));
  if (!listed.ok) return '';
  return [...new Set(listed.values.map((each) => each.toLowerCase()))].sort().join(', ');
}

function isKeptFromCaches(headers: HeaderList): boolean {
  return /(^|[\s,])(no-store|private)([\s,=]|$)/i.test(getHeader(headers, 'cache-control') ?? '');
}

/** The header that shows that the answer came through a proxy or a cache; null if none does. */
function signOfCache(headers: HeaderList): string | null {
  const [hit] = sharedCacheHit(headers) ?? [];
  return hit ?? ['age', 'x-cache', 'via'].find((name) => containsHeader(headers, name)) ?? null;
}
