import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { toSummary } from '../../../../src/popup/view-models/summary.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { type ExchangeName, exchanges } from '../../../gallery/exchanges.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

const summaryOf = (recorded: readonly Exchange[]) => toSummary(recorded, (each) => diagnose(each));

/** A request that its server answered with 500 and no CORS header; newer the later it is in the list. */
function crashed(url: string, id: string): Exchange {
  return anExchange({ id, url, response: { status: 500 }, outcome: 'blocked' });
}

describe('the title', () => {
  it.each<{ names: readonly ExchangeName[]; tone: string; title: string }>([
    { names: ['allowed', 'serverError'], tone: 'blocked', title: '1 blocked request' },
    { names: ['font', 'serverError'], tone: 'blocked', title: '2 blocked requests' },
    { names: ['allowed'], tone: 'fine', title: '1 cross-origin request, not blocked' },
    { names: ['allowed', 'refused'], tone: 'fine', title: '2 cross-origin requests, none blocked' },
    {
      names: ['credentialsUnknown'],
      tone: 'undecided',
      title: '1 cross-origin request, not known to be blocked',
    },
    {
      names: ['credentialsUnknown', 'allowed'],
      tone: 'undecided',
      title: '2 cross-origin requests, none known to be blocked',
    },
    { names: ['credentialsUnknown', 'font'], tone: 'blocked', title: '1 blocked request' },
  ])('$title', ({ names, tone, title }) => {
    expect(summaryOf(exchanges(...names))).toMatchObject({ tone, title });
  });

  it('says nothing of what is still being checked', () => {
    const recorded = exchanges('allowed', 'serverError');
    const [first] = recorded;
    const known = (each: Exchange) => (each === first ? diagnose(each) : undefined);
    expect(toSummary(recorded, known)).toMatchObject({ tone: 'checking', title: 'Checking 1 request…' });
    expect(toSummary(recorded, () => undefined)).toMatchObject({ title: 'Checking 2 requests…' });
  });
});

describe('the causes', () => {
  it('are those of the blocked ones only, the newest first', () => {
    const { causes } = summaryOf(
      exchanges('allowed', 'serverError', 'refused', 'font', 'credentialsUnknown'),
    );
    expect(causes.map(({ title }) => title)).toEqual([
      'Another origin is allowed',
      'Server error 500 behind the CORS error',
    ]);
  });

  it('have their requests, the newest first, and those to one URL once', () => {
    const urls = ['a', 'b', 'a', 'c', 'b'].map((path) => `https://api.example.com/${path}?q=1`);
    const [cause] = summaryOf(urls.map((url, index) => crashed(url, String(index)))).causes;
    expect(cause?.requests.map(({ path, count }) => [path, count])).toEqual([
      ['/b?q=1', 2],
      ['/c?q=1', null],
      ['/a?q=1', 2],
    ]);
    expect(cause?.requests[0]).toMatchObject({ method: 'GET', target: 'api.example.com', url: urls[1] });
  });

  it.each<{
    urls: readonly string[];
    others: readonly ExchangeName[];
    ofCause: number | null;
    ofUrls: unknown;
  }>([
    { urls: ['a', 'a', 'a'], others: [], ofCause: null, ofUrls: [null] },
    { urls: ['a', 'a', 'b'], others: [], ofCause: null, ofUrls: [null, 2] },
    { urls: ['a', 'a'], others: ['font'], ofCause: 2, ofUrls: [null] },
    { urls: ['a', 'a', 'b'], others: ['font'], ofCause: 3, ofUrls: [null, 2] },
    { urls: ['a'], others: ['font'], ofCause: null, ofUrls: [null] },
  ])('say no number that stands above them: $urls and $others', ({ urls, others, ofCause, ofUrls }) => {
    const mine = urls.map((path, index) => crashed(`https://api.example.com/${path}`, String(index)));
    const [cause] = summaryOf([...exchanges(...others), ...mine]).causes;
    expect(cause?.count).toBe(ofCause);
    expect(cause?.requests.map(({ count }) => count)).toEqual(ofUrls);
  });

  it('list a few requests and count the rest', () => {
    const recorded = [1, 2, 3, 4, 5, 6].map((n) => crashed(`https://api.example.com/${n}`, String(n)));
    const [cause] = summaryOf(recorded).causes;
    expect(cause?.requests.map(({ path }) => path)).toEqual(['/6', '/5', '/4', '/3']);
    expect(cause?.more).toBe(2);
    expect(summaryOf(recorded.slice(2)).causes[0]?.more).toBe(0);
  });

  it('have a sentence if it is the same for all of them', () => {
    const text = (recorded: readonly Exchange[]) =>
      summaryOf(recorded)
        .causes[0]?.headline?.map((part) => part.text)
        .join('');
    const one = crashed('https://one.example/a', '1');
    expect(text([one])).toMatch(/^one\.example failed with 500/);
    expect(text([one, crashed('https://one.example/b', '2')])).toMatch(/^one\.example failed with 500/);
    expect(text([one, crashed('https://two.example/', '2')])).toBeUndefined();
  });
});

describe('what else is to be known', () => {
  it.each<{ names: readonly ExchangeName[]; others: readonly string[] }>([
    { names: ['allowed', 'serverError', 'opaque'], others: [] },
    { names: ['refused'], others: ['1 failed, and not because of CORS.'] },
    {
      names: ['pending', 'credentialsUnknown', 'refused'],
      others: [
        '1 failed, and not because of CORS.',
        '1 undecided: the panel in DevTools says what it hangs on, and may settle it.',
        '1 has not ended.',
      ],
    },
  ])('$names', ({ names, others }) => {
    expect(summaryOf(exchanges(...names)).others).toEqual(others);
  });
});
