import type { Placeholders } from './placeholders.ts';
import { quotePowerShell, quotePowerShellParts } from './powershell-quoting.ts';
import { inParts, type RequestInParts, type RequestToRepeat } from './request-to-repeat.ts';

export interface PowerShellScript {
  /** Statements over several lines, for Windows PowerShell 5.1 and PowerShell 7; also to be pasted into a console. */
  readonly script: string;
  /** `known` and those that this script needs besides: `$YOUR_…` in it. */
  readonly placeholders: Placeholders;
  /** Names of headers that .NET can't send as they were. */
  readonly leftOut: readonly string[];
}

/**
 * The PowerShell that sends a request as the browser did and prints the answer's status and header lines; `null` if it
 * can't be sent, because the URL isn't one of http or https or the method isn't a token.
 *
 * It asks .NET itself: how arguments for `curl.exe` are quoted changed between the versions of PowerShell, and
 * Invoke-WebRequest throws where the status is 400 or more.
 */
export function toPowerShell(request: RequestToRepeat, known: Placeholders = []): PowerShellScript | null {
  const takesContent = request.method !== 'GET' && request.method !== 'HEAD';
  const canSend = ([name, value]: readonly [string, string]) =>
    PRINTABLE_ASCII.test(value) && (takesContent || !isContentHeader(name));
  const parts = inParts(request, known, canSend);
  if (parts === null) return null;
  const { method, url, placeholders, leftOut } = parts;
  const script = [
    'Add-Type -AssemblyName System.Net.Http',
    '& {',
    '  $handler = [System.Net.Http.HttpClientHandler]::new()',
    '  $handler.AllowAutoRedirect = $false',
    '  $handler.UseCookies = $false',
    '  $client = [System.Net.Http.HttpClient]::new($handler)',
    `  $method = [System.Net.Http.HttpMethod]::new(${quotePowerShell(method)})`,
    `  $request = [System.Net.Http.HttpRequestMessage]::new($method, ${quotePowerShellParts(url)})`,
    // Windows PowerShell would ask first whether it may send a body.
    '  $request.Headers.ExpectContinue = $false',
    ...headerLines(parts, '$request.Headers', (name) => !isContentHeader(name)),
    ...contentLines(parts),
    '  $response = $client.SendAsync($request).GetAwaiter().GetResult()',
    '  "HTTP/$($response.Version) $([int]$response.StatusCode) $($response.ReasonPhrase)"',
    '  foreach ($header in @($response.Headers) + @($response.Content.Headers)) {',
    '    foreach ($value in $header.Value) { "$($header.Key): $value" }',
    '  }',
    '}',
  ].join('\n');
  return { script, placeholders, leftOut };
}

/** .NET sends no other character in a header. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Headers that .NET takes with the content only. @see https://learn.microsoft.com/en-us/dotnet/api/system.net.http.headers.httpcontentheaders */
function isContentHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith('content-') || ['allow', 'expires', 'last-modified'].includes(lower);
}

function contentLines(parts: RequestInParts): readonly string[] {
  const lines = headerLines(parts, '$request.Content.Headers', isContentHeader);
  if (parts.body === null && lines.length === 0) return [];
  const body = quotePowerShellParts(parts.body ?? []);
  return [
    `  $request.Content = [System.Net.Http.StringContent]::new(${body})`,
    // It comes with a Content-Type of its own.
    '  $request.Content.Headers.Clear()',
    ...lines,
  ];
}

function headerLines(
  { headers }: RequestInParts,
  on: '$request.Headers' | '$request.Content.Headers',
  isOne: (name: string) => boolean,
): readonly string[] {
  return headers
    .filter(([name]) => isOne(name))
    .map(([name, value]) => {
      const line = `${quotePowerShell(name)}, ${quotePowerShellParts(value)}`;
      return `  [void]${on}.TryAddWithoutValidation(${line})`;
    });
}
