import { describe, expect, it } from 'vitest';
import { type ProofLine, type ProofVM, toProof } from '../../../../src/panel/view-models/proof.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS, type ExchangeName } from '../../../gallery/exchanges.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../../rules/exchange-builder.ts';

function proofOf(description: ExchangeDescription): ProofVM {
  const exchange = anExchange({ ...description, id: 'x' });
  return toProof(exchange, diagnose(exchange));
}

const proofOfNamed = (name: ExchangeName) => proofOf(DESCRIPTIONS[name]);
const linesOf = ({ groups }: ProofVM): readonly ProofLine[] => groups.flatMap(({ lines }) => lines);
const textOf = (parts: ProofLine['words']) => parts.map(({ text }) => text).join('');
const lineWith = (proof: ProofVM, text: string) =>
  linesOf(proof).find(({ words }) => textOf(words).includes(text));

describe('a proof', () => {
  it('is grouped by hop and message, and opens where something failed', () => {
    const groups = proofOfNamed('redirected').groups.map(({ title, about, outcome, tally, open }) => [
      title,
      about,
      outcome,
      tally,
      open,
    ]);
    expect(groups).toEqual([
      ['Request', 'GET https://api.example.com/v1/download/7', 'pass', '3 of 3 passed', false],
      ['Response', '302', 'pass', '3 of 3 passed', false],
      ['Redirect 1 · Request', 'GET https://files.example.net/7.bin', 'pass', '3 of 3 passed', false],
      ['Redirect 1 · Response', '200', 'fail', '1 of 2 passed', true],
    ]);
  });

  it('counts the checks that the engine got to', () => {
    expect(proofOfNamed('serverError').summary).toMatch(
      /^\d+ of \d+ checks passed, in the order of the Fetch standard and Chromium 156$/,
    );
  });

  it('goes from the origins to the verdict', () => {
    const proof = proofOfNamed('serverError');
    const lines = linesOf(proof).map(({ words }) => textOf(words));
    expect(lines[0]).toBe(
      `The page’s origin is ${PAGE}, the URL’s is https://api.example.com: that is cross-origin.`,
    );
    expect(lines[1]).toBe('The request’s mode is cors: its Sec-Fetch-Mode says so.');
    expect(lines[2]).toBe('Credentials are included: a Cookie was sent.');
    expect(textOf(proof.conclusion)).toBe('So it’s blocked: Server error 500 behind the CORS error');
  });

  it('says of each check behind the one that decided what it would have said', () => {
    const tagsOf = (text: string) => lineWith(proofOfNamed('preflightUnauthorized'), text)?.tags;
    expect(tagsOf('has no Access-Control-Allow-Origin')).toEqual([]);
    expect(tagsOf('only a 2xx will do')).toEqual(['Not reached, would fail']);
    expect(tagsOf('which counts as an empty list')).toEqual(['Not reached, would pass']);
    expect(tagsOf('A response wasn’t seen')).toEqual(['Not reached']);
  });

  it('links each step to its step of the standard and to MDN', () => {
    const line = lineWith(proofOfNamed('serverError'), 'has no Access-Control-Allow-Origin');
    expect(line?.links).toEqual([
      { label: 'CORS check, step 2', url: 'https://fetch.spec.whatwg.org/#concept-cors-check' },
      {
        label: 'MDN',
        url: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Access-Control-Allow-Origin',
      },
    ]);
    for (const { links } of linesOf(proofOfNamed('headersNotAllowed'))) {
      expect(links.map(({ url }) => new URL(url).host)).toEqual([
        'fetch.spec.whatwg.org',
        'developer.mozilla.org',
      ]);
    }
  });

  it('shows the header lines of the message that the check looked at, and what was not there', () => {
    const line = lineWith(proofOfNamed('serverError'), 'The response has no Access-Control-Allow-Origin');
    expect(line?.evidence).toEqual([
      { message: 'Request', name: 'origin', lines: [PAGE] },
      { message: 'Response', name: 'access-control-allow-origin', lines: [] },
    ]);
  });

  it.each<[string, ExchangeDescription, string, readonly string[]]>([
    [
      'a check of some engines only',
      DESCRIPTIONS.serverError,
      'doesn’t redirect',
      ['Chromium and Firefox only, not in the standard'],
    ],
    [
      'a check that the standard has later',
      { ...DESCRIPTIONS.serverError, engine: 'firefox' },
      'The method, POST',
      ['Earlier than in the standard'],
    ],
    [
      'what the standard would refuse',
      {
        credentials: 'omit',
        headers: { Authorization: 'Bearer x' },
        preflight: {
          headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
        },
        response: { headers: { 'Access-Control-Allow-Origin': '*' } },
      },
      'covered by the *',
      ['The standard would refuse it'],
    ],
    [
      'what one engine leaves out',
      {
        engine: 'firefox',
        credentials: 'omit',
        response: { headers: { 'Access-Control-Allow-Origin': PAGE } },
        redirects: [{ url: `${PAGE}/x`, method: 'PUT', sends: 'null', preflight: {}, response: {} }],
        outcome: 'blocked',
      },
      'Access-Control-Allow-Origin of the preflight’s answer isn’t checked',
      ['Firefox only, not in the standard'],
    ],
    ['what is the standard’s', DESCRIPTIONS.serverError, 'is a 2xx', []],
  ])('marks %s', (_name, description, text, tags) => {
    expect(lineWith(proofOf(description), text)?.tags).toEqual(tags);
  });
});
