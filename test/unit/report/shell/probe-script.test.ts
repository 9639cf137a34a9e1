import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probeScript } from '../../../../src/report/shell/probe-script.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { HOSTILE } from './hostile-arguments.ts';

const URL = 'https://api.example.com/items';
const INVISIBLE = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

describe.each(['sh', 'bash'])('probeScript, run by %s', (shell) => {
  it('hands curl exactly the origins, and runs nothing else', () => {
    const directory = mkdtempSync(join(tmpdir(), 'cors-lens-probe-'));
    const origins = fc
      .sample(HOSTILE, 1_000)
      .filter((origin) => origin !== '' && !INVISIBLE.test(origin.replaceAll(' ', '')));
    const exchange = anExchange({ url: `${URL}?q='$(touch%20ran)` });
    const script = [
      `curl() { printf '%s\\0' "$@"; printf '\\0'; }`,
      'grep() { cat; }',
      `printf() { case $1 in *Origin*) ;; *) command printf "$@" ;; esac; }`,
      probeScript(exchange, origins),
    ].join('\n');
    const run = (...options: readonly string[]) =>
      spawnSync(shell, options, { input: `${script}\n`, encoding: 'utf8', cwd: directory, maxBuffer: 1e8 });
    expect(run('-n')).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const { stdout, stderr, status } = run();
    const created = readdirSync(directory);
    rmSync(directory, { recursive: true });

    expect({ stderr, status, created }).toEqual({ stderr: '', status: 0, created: [] });
    expect(origins.length).toBeGreaterThan(100);
    expect(
      stdout
        .split('\0\0')
        .slice(0, -1)
        .map((call) => call.split('\0')),
    ).toEqual(
      origins.map((origin) => [
        '--include',
        '--globoff',
        '--request',
        'GET',
        `${URL}?q='$(touch%20ran)`,
        '--header',
        `Origin: ${origin}`,
        '--silent',
      ]),
    );
  });
});

describe('probeScript', () => {
  it('is a loop over the origins', () => {
    expect(probeScript(anExchange(), ['https://a.example', 'null'])?.split('\n')).toEqual([
      'for YOUR_ORIGIN in \\',
      "  'https://a.example' \\",
      '  null',
      'do',
      `  printf '\\nOrigin: %s\\n' "$YOUR_ORIGIN"`,
      `  curl --include --globoff --request GET '${URL}' \\`,
      `    --header 'Origin: '"$YOUR_ORIGIN" \\`,
      `    --silent | grep -iE '^(HTTP/|access-control-allow-|vary:)'`,
      'done',
    ]);
  });

  it('asks for what isn’t read by its preflight only, so that it changes nothing', () => {
    const script = probeScript(anExchange({ method: 'DELETE' }), ['null']);
    expect(script).toContain('--request OPTIONS ');
    expect(script).toContain(`--header 'Access-Control-Request-Method: DELETE'`);
  });

  it('asks the server of the last hop', () => {
    const redirected = anExchange({
      response: {},
      redirects: [{ url: 'https://www.example.com/new', response: {} }],
    });
    expect(probeScript(redirected, ['null'])).toContain(`'https://www.example.com/new'`);
  });

  it('has the secrets of the URL for the reader to fill in, also one that is named as the origin is', () => {
    const script = probeScript(anExchange({ url: `${URL}?origin=masked-20` }), ['null']);
    expect(script).toMatch(/^YOUR_ORIGIN=''\nfor YOUR_ORIGIN_2 in /);
    expect(script).toContain(`'${URL}?origin='"$YOUR_ORIGIN" \\`);
  });

  it('leaves out what no header can hold', () => {
    expect(probeScript(anExchange(), ['a\r\nX-B: b', ''])).toBeNull();
    expect(probeScript(anExchange(), ['a\nb', 'null'])).toMatch(/ in \\\n {2}null\ndo/);
  });

  it('has nothing for what curl can’t ask', () => {
    expect(probeScript(anExchange({ url: 'ws://api.example.com/' }), ['null'])).toBeNull();
  });
});
