import '../property-seed.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestToRepeat } from '../../src/report/index.ts';
import { toPowerShell } from '../../src/report/shell/powershell.ts';
import { HOSTILE_TO_POWERSHELL } from '../unit/report/shell/hostile-to-powershell.ts';
import { powerShellReader } from './checked/read-powershell.ts';
import { mayNotLack } from './chosen-servers.ts';
import { missing } from './find-needs.ts';

const lacks = missing(['web-tree-sitter', 'tree-sitter-powershell'].map((there) => ({ there, from: 'npm' })));

describe('toPowerShell, read by a grammar of PowerShell', () => {
  if (lacks.length > 0 && !mayNotLack()) {
    it.skip(`can be read, once there is ${lacks.join('; ')}`);
    return;
  }

  it('says nothing but the request, whatever is in it', async () => {
    const read = await powerShellReader();
    const request: fc.Arbitrary<RequestToRepeat> = fc.record({
      method: fc.constantFrom('POST', 'OPTIONS', "O'PTIONS", '$X', '`id`', '-X'),
      url: HOSTILE_TO_POWERSHELL.map((text) => `https://api.example.com/${text}`),
      headers: fc.array(
        fc.tuple(
          fc.constantFrom('X-A', "x'b", 'x`c`', '$x', 'Content-Type'),
          HOSTILE_TO_POWERSHELL.map((text) => text.trim()),
        ),
        { maxLength: 4 },
      ),
      hasBody: fc.boolean(),
    });
    fc.assert(
      fc.property(request, (each) => {
        const { commands, calls, sets } = read(toPowerShell(each)?.script ?? '');
        const sendable = each.headers.filter(([, value]) => /^[ -~]*$/.test(value ?? ''));
        const isContent = ([name]: readonly [string, unknown]) => name === 'Content-Type';
        const added = sendable.map(([name, value]) => [[name], [value]]);
        const named = (name: string) => calls.filter((call) => call.name === name).map(({ args }) => args);

        expect(commands).toEqual(['Add-Type -AssemblyName System.Net.Http', '&']);
        expect(sets).toEqual([
          ...['$handler', '$handler.AllowAutoRedirect', '$handler.UseCookies', '$client', '$method'],
          ...['$request', '$request.Headers.ExpectContinue'],
          ...(each.hasBody || sendable.some(isContent) ? ['$request.Content'] : []),
          '$response',
        ]);
        expect(named('[System.Net.Http.HttpMethod]::new')).toEqual([[[each.method]]]);
        const [url] = named('[System.Net.Http.HttpRequestMessage]::new').map(([, text]) => text?.[0] ?? '');
        expect(decodeURIComponentOf(url)).toBe(decodeURIComponentOf(each.url));
        expect(url).toMatch(/^[!-~]+$/);
        expect([
          ...named('$request.Headers.TryAddWithoutValidation'),
          ...named('$request.Content.Headers.TryAddWithoutValidation'),
        ]).toEqual([
          ...added.filter((_, index) => !isContent(sendable[index] ?? ['', ''])),
          ...added.filter((_, index) => isContent(sendable[index] ?? ['', ''])),
        ]);
      }),
      { numRuns: 200 },
    );
  });
});

/** What the URL means, whatever of it is percent-encoded. */
function decodeURIComponentOf(url: string | undefined): string {
  const bytes = Buffer.from((url ?? '').replace(/\p{Cs}/gu, '\uFFFD'));
  return bytes
    .toString('latin1')
    .replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
