import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayNotLack } from './chosen-servers.ts';
import { missing } from './find-needs.ts';
import { pythonModule } from './python.ts';
import { type AnsweringApi, startAnsweringApi } from './regression-tests/answering-api.ts';
import { EXPORTED, failing, mended } from './regression-tests/failing-exchanges.ts';
import { runPlaywright } from './regression-tests/run-playwright.ts';
import { runPytest } from './regression-tests/run-pytest.ts';

const lacks = missing([
  pythonModule('pytest', 'python3-pytest'),
  pythonModule('requests', 'python3-requests'),
]);

/** What the report doesn't have, as whoever runs the tests would set it. */
const VARIABLES = {
  CORS_SEND_UNSAFE: '1',
  CORS_TEST_AUTHORIZATION: 'secret',
  CORS_TEST_COOKIE: 'secret',
  CORS_TEST_BODY: '{}',
};

/** Playwright starts a browser anew after each test that fails. */
const TIMEOUT_MS = 240_000;

describe.each([
  { name: 'Playwright', run: runPlaywright, lacking: [] },
  { name: 'pytest', run: runPytest, lacking: lacks },
])('the regression tests for $name', { timeout: TIMEOUT_MS }, ({ run, lacking }) => {
  if (lacking.length > 0 && !mayNotLack()) {
    it.skip(`can be run, once there is ${lacking.join('; ')}`);
    return;
  }

  let api: AnsweringApi;
  let folder: string;
  beforeAll(async () => {
    api = await startAnsweringApi();
    folder = await mkdtemp(join(tmpdir(), 'cors-lens-regression-'));
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are red as long as the servers are as they were recorded', async () => {
    const exchanges = failing(api.origin);
    api.answerAs(exchanges);
    const results = await run(folder, exchanges, VARIABLES);
    expect(results).toHaveLength(EXPORTED.length);
    expect(results.filter(({ passed }) => passed)).toEqual([]);
    // Not for want of a variable.
    expect(results.filter(({ text }) => /Set (the environment variable )?CORS_/.test(text))).toEqual([]);
  });

  it('are green once the servers answer as the report proposes', async () => {
    const exchanges = failing(api.origin);
    api.answerAs(mended(exchanges));
    const results = await run(folder, exchanges, VARIABLES);
    expect(results).toHaveLength(EXPORTED.length);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('send nothing that may change data, and say which variable they want', async () => {
    const exchanges = failing(api.origin);
    api.answerAs(mended(exchanges));
    const results = await run(folder, exchanges, {});
    expect([...api.methods()].toSorted()).toEqual(['GET', 'OPTIONS']);
    const said = results.filter(({ passed }) => !passed).map(({ text }) => /\bCORS_[A-Z_]+/.exec(text)?.[0]);
    expect(said.toSorted()).toEqual(['CORS_SEND_UNSAFE', 'CORS_TEST_AUTHORIZATION', 'CORS_TEST_COOKIE']);
  });
});
