import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RequestToRepeat, toCurl } from '../../../../src/report/index.ts';
import { HOSTILE } from './hostile-arguments.ts';

const GET: RequestToRepeat = { method: 'GET', url: 'https://api.example.com/', headers: [], hasBody: false };

const REQUEST: fc.Arbitrary<RequestToRepeat> = fc.record({
  method: fc.oneof(
    fc.constantFrom('GET', 'POST', 'HEAD', 'p@tch', "O'PTIONS", '$(ls)', '-X', '`id`'),
    HOSTILE,
  ),
  url: HOSTILE.map((text) => `https://api.example.com/${text}`),
  headers: fc.array(
    fc.tuple(
      fc.oneof(fc.constantFrom('X-A', "x'b", 'x`c`', '$x', '!x', '@x', 'x y', 'x:'), HOSTILE),
      fc.oneof(HOSTILE, fc.constant(null)),
    ),
    { maxLength: 4 },
  ),
  hasBody: fc.boolean(),
});

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const INVISIBLE = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/** The arguments that curl has to get, where each placeholder has been filled in with its own name. */
function expectedArguments({ method, url, headers, hasBody }: RequestToRepeat): readonly string[] {
  return [
    '--include',
    '--globoff',
    ...(method === 'HEAD' ? ['--head'] : ['--request', method]),
    percentEncoded(url),
    ...headers.flatMap(([name, value]) => {
      if (!TOKEN.test(name)) return [];
      if (value === null) return ['--header', expect.stringMatching(/^.+: YOUR_[A-Z0-9_]+$/)];
      if (INVISIBLE.test(value.replaceAll(' ', ''))) return [];
      return ['--header', value === '' ? `${name};` : `${name}: ${value}`];
    }),
    ...(hasBody ? ['--data-raw', expect.stringMatching(/^YOUR_BODY/)] : []),
  ];
}

function percentEncoded(url: string): string {
  return [...Buffer.from(url)].map(percentEncodedByte).join('');
}

function percentEncodedByte(byte: number): string {
  if (byte > 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

describe.each(['sh', 'bash'])('toCurl, run by %s', (shell) => {
  it('hands curl exactly the request, and runs nothing else', () => {
    const directory = mkdtempSync(join(tmpdir(), 'cors-lens-curl-'));
    const requests = fc.sample(REQUEST, 1_500).filter(({ method }) => TOKEN.test(method));
    const commands = requests.map((request) => toCurl(request));
    const script = [
      `curl() { printf '%s\\0' "$@"; printf '\\0'; }`,
      ...commands.flatMap((command) => [
        ...(command?.placeholders ?? []).map(({ variable }) => `${variable}='${variable}'`),
        command?.command ?? 'false',
      ]),
    ].join('\n');
    const { stdout, stderr, status } = spawnSync(shell, {
      input: `${script}\n`,
      encoding: 'utf8',
      cwd: directory,
      maxBuffer: 1e8,
    });
    const created = readdirSync(directory);
    rmSync(directory, { recursive: true });

    expect({ stderr, status, created }).toEqual({ stderr: '', status: 0, created: [] });
    const calls = stdout.split('\0\0').slice(0, -1);
    expect(calls).toHaveLength(requests.length);
    for (const [index, request] of requests.entries()) {
      expect(calls[index]?.split('\0')).toEqual(expectedArguments(request));
    }
  });
});

describe('toCurl', () => {
  it.each(['ftp://a.example/', 'file:///etc/passwd', '--output', 'https://', 'javascript:1', ''])(
    'has no command for %j',
    (url) => expect(toCurl({ ...GET, url })).toBeNull(),
  );

  it('names the placeholder of a secret after where it stands, and keeps the rest', () => {
    const command = toCurl({
      ...GET,
      url: 'https://api.example.com/a;session=masked-9/b?api-key=masked-32&page=2',
      headers: [
        ['Authorization', '[masked: Bearer, 43 characters]'],
        ['Cookie', 'a=[masked: 3 characters]; b=[masked: 4 characters]'],
        ['Path', '[masked: 5 characters]'],
      ],
    });
    expect(command?.command.split(' \\\n  ')).toEqual([
      `curl --include --globoff --request GET 'https://api.example.com/a;session='"$YOUR_SESSION"'/b?api-key='"$YOUR_API_KEY"'&page=2'`,
      `--header 'Authorization: Bearer '"$YOUR_AUTHORIZATION"`,
      `--header 'Cookie: '"$YOUR_COOKIE"`,
      `--header 'Path: '"$YOUR_PATH"`,
    ]);
    expect(command?.placeholders.map(({ stands, name, why }) => [stands, name, why])).toEqual([
      ['parameter', 'session', 'masked'],
      ['parameter', 'api-key', 'masked'],
      ['header-part', 'Authorization', 'masked'],
      ['header', 'Cookie', 'masked'],
      ['header-part', 'Path', 'masked'],
    ]);
  });

  it('gives the same secret the same variable in the next command, and another one another', () => {
    const headers = [['X-Key', '[masked: 5 characters]']] as const;
    const first = toCurl({ ...GET, headers });
    const second = toCurl(
      { ...GET, headers: [...headers, ['x-key', '[masked: 6 characters]']] },
      first?.placeholders,
    );
    expect(second?.command).toContain(`'X-Key: '"$YOUR_X_KEY" \\\n  --header 'x-key: '"$YOUR_X_KEY_2"`);
  });

  it('puts a placeholder for what is too long to read', () => {
    const url = `https://api.example.com/?${'a'.repeat(200_000)}`;
    const command = toCurl({ ...GET, url, headers: [['X-Long', 'b'.repeat(100_000)]] });
    expect(command?.command).toBe(
      `curl --include --globoff --request GET "$YOUR_URL" \\\n  --header 'X-Long: '"$YOUR_X_LONG"`,
    );
  });

  it('says which headers it had to leave out', () => {
    const command = toCurl({
      ...GET,
      headers: [
        ['X-A', 'a\r\nX-B: b'],
        ['@file', 'a'],
        ['X-C', 'c'],
      ],
    });
    expect(command?.leftOut).toEqual(['X-A', '@file']);
    expect(command?.command).not.toMatch(/X-B|file/);
  });
});
