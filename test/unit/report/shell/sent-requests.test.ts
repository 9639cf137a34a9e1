import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RequestToRepeat, toCurl } from '../../../../src/report/index.ts';
import { quotePosix } from '../../../../src/report/shell/posix-quoting.ts';
import { HOSTILE } from './hostile-arguments.ts';
import { type RecordingServer, startRecordingServer } from './recording-server.ts';

/** Each is a process of curl's. */
const REQUESTS = 40;
const BODY = '@/etc/passwd $(touch ran) `touch ran` \'"\\ é';

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const LATIN1 = fc.string({
  unit: fc.integer({ min: 0x80, max: 0xff }).map((code) => String.fromCharCode(code)),
});

/** A recorded value has no blanks around it, as no header's value has. */
const VALUE = fc.oneof(HOSTILE, LATIN1).map((text) => text.trim());

const METHOD = fc.constantFrom(
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'patch',
  "O'PTIONS",
  '$X',
  '-X',
  '`id`',
  '!!',
);

function requestTo(origin: string): fc.Arbitrary<RequestToRepeat> {
  return fc.record({
    method: METHOD,
    url: fc.oneof(HOSTILE, LATIN1).map((text) => withoutFragment(`${origin}/${text.replaceAll('#', '')}`)),
    headers: fc.array(fc.tuple(fc.constantFrom('X-A', "x-'b", 'x-`c`', 'x-$d', 'x-!!'), VALUE), {
      maxLength: 4,
    }),
    hasBody: fc.boolean(),
  });
}

/** As it would have been recorded: what a URL parser makes of it. */
function withoutFragment(text: string): string {
  return new URL(text).href;
}

const INVISIBLE = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

function expected({ method, url, headers, hasBody }: RequestToRepeat, origin: string) {
  return {
    line: `${method} ${url.slice(origin.length)}`,
    headers: headers
      .filter(([, value]) => !INVISIBLE.test((value ?? '').replaceAll(' ', '')))
      .map(([name, value]) => (value === '' ? `${name}:` : `${name}: ${value}`)),
    body: hasBody ? BODY : '',
  };
}

describe.each(['sh', 'bash'])('commands of toCurl, run by %s', (shell) => {
  it('send the server exactly the request, and run nothing else', async () => {
    const { origin, arrived } = server;
    // curl sends no body with --head.
    const requests = fc
      .sample(requestTo(origin), REQUESTS)
      .map((each) => ({ ...each, hasBody: each.hasBody && each.method !== 'HEAD' }));
    const commands = requests.map((request) => toCurl(request)?.command ?? 'false');
    const before = arrived.length;
    const folder = mkdtempSync(join(tmpdir(), 'cors-lens-sent-'));
    const script = join(tmpdir(), `${folder.split('/').at(-1)}.sh`);
    writeFileSync(script, [`YOUR_BODY=${quotePosix(BODY)}`, ...commands].join('\n'));
    const env = { ...process.env, CURL_HOME: folder, no_proxy: '*', NO_PROXY: '*' };
    await promisify(execFile)(shell, [script], { cwd: folder, env });
    const created = readdirSync(folder);
    rmSync(folder, { recursive: true });
    rmSync(script);

    expect(created).toEqual([]);
    const ours = arrived.slice(before).map((request) => ({
      ...request,
      headers: request.headers.filter((line) => line.toLowerCase().startsWith('x-')),
    }));
    expect(ours).toEqual(requests.map((request) => expected(request, origin)));
  });
});
