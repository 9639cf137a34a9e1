import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestToRepeat } from '../../../../src/report/index.ts';
import { toPowerShell } from '../../../../src/report/shell/powershell.ts';
import { quotePowerShell, quotePowerShellParts } from '../../../../src/report/shell/powershell-quoting.ts';
import { HOSTILE_TO_POWERSHELL } from './hostile-to-powershell.ts';
import { readPowerShellLiteral } from './read-powershell-literal.ts';

const GET: RequestToRepeat = { method: 'GET', url: 'https://api.example.com/', headers: [], hasBody: false };

describe('quotePowerShell', () => {
  it('gives a literal that PowerShell reads as exactly the text', () => {
    fc.assert(
      fc.property(HOSTILE_TO_POWERSHELL, (text) => {
        const usable = text.replaceAll('\0', '');
        expect(readPowerShellLiteral(quotePowerShell(usable))).toBe(usable);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['', "''"],
    ["it's", "'it''s'"],
    ['$(a) `b', "'$(a) `b'"],
    ['a’b‘', "'a’’b‘‘'"],
  ])('%s becomes %s', (text, expected) => expect(quotePowerShell(text)).toBe(expected));

  it('refuses what ends a script', () => expect(() => quotePowerShell('a\0b')).toThrow(RangeError));

  it.each(['PATH;ls', 'a', '', 'A-B'])('refuses %j as the name of a variable', (variable) => {
    const placeholder = { variable, stands: 'url', name: 'URL', why: 'masked', marker: '' } as const;
    expect(() => quotePowerShellParts([placeholder])).toThrow(RangeError);
  });
});

describe('toPowerShell', () => {
  it('is a script to be pasted into a console', () => {
    const written = toPowerShell({
      method: 'PUT',
      url: 'https://api.example.com/items?key=masked-9',
      headers: [
        ['Origin', 'http://localhost:5173'],
        ['Authorization', '[masked: Bearer, 43 characters]'],
        ['Content-Type', 'application/json'],
        ['X-Empty', ''],
        ['X-Name', 'Jürgen'],
      ],
      hasBody: true,
    });
    expect(written?.script.split('\n')).toEqual([
      'Add-Type -AssemblyName System.Net.Http',
      '& {',
      '  $handler = [System.Net.Http.HttpClientHandler]::new()',
      '  $handler.AllowAutoRedirect = $false',
      '  $handler.UseCookies = $false',
      '  $client = [System.Net.Http.HttpClient]::new($handler)',
      "  $method = [System.Net.Http.HttpMethod]::new('PUT')",
      "  $request = [System.Net.Http.HttpRequestMessage]::new($method, 'https://api.example.com/items?key=' + $YOUR_KEY)",
      '  $request.Headers.ExpectContinue = $false',
      "  [void]$request.Headers.TryAddWithoutValidation('Origin', 'http://localhost:5173')",
      "  [void]$request.Headers.TryAddWithoutValidation('Authorization', 'Bearer ' + $YOUR_AUTHORIZATION)",
      "  [void]$request.Headers.TryAddWithoutValidation('X-Empty', '')",
      '  $request.Content = [System.Net.Http.StringContent]::new($YOUR_BODY)',
      '  $request.Content.Headers.Clear()',
      "  [void]$request.Content.Headers.TryAddWithoutValidation('Content-Type', 'application/json')",
      '  $response = $client.SendAsync($request).GetAwaiter().GetResult()',
      '  "HTTP/$($response.Version) $([int]$response.StatusCode) $($response.ReasonPhrase)"',
      '  foreach ($header in @($response.Headers) + @($response.Content.Headers)) {',
      '    foreach ($value in $header.Value) { "$($header.Key): $value" }',
      '  }',
      '}',
    ]);
    expect(written?.leftOut).toEqual(['X-Name']);
  });

  it('leaves out what describes a body where .NET sends none', () => {
    const written = toPowerShell({ ...GET, headers: [['Content-Type', 'application/json']] });
    expect(written?.leftOut).toEqual(['Content-Type']);
    expect(written?.script).not.toContain('$request.Content');
  });

  it.each(['ftp://a.example/', 'file:///etc/passwd', "'", ''])('has no script for %j', (url) => {
    expect(toPowerShell({ ...GET, url })).toBeNull();
  });
});
