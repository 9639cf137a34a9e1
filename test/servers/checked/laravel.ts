import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { laravel as platform } from '../../../src/fixes/platforms/laravel.ts';
import { runTool } from '../run-tool.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { exactly, HEADER_NAME, listOf, ORIGIN, reader, type Schema, SECONDS } from './schema.ts';
import { textAt } from './snippet-at.ts';

interface Configuration {
  readonly paths: readonly string[];
  readonly allowed_origins: readonly string[];
  readonly supports_credentials: boolean;
  readonly exposed_headers: readonly string[];
  readonly allowed_methods: readonly string[];
  readonly allowed_headers: readonly string[];
  readonly max_age: number | null;
}

const NAMES: Schema = { type: 'array', items: HEADER_NAME, uniqueItems: true };

/** https://github.com/laravel/framework/blob/12.x/config/cors.php; there is an option for each. */
const read = reader<Configuration>(
  exactly({
    paths: listOf({ type: 'string', pattern: '^([A-Za-z0-9_.~-]+/)*\\*$' }),
    allowed_origins: listOf(ORIGIN),
    allowed_origins_patterns: { type: 'array', maxItems: 0 },
    supports_credentials: { type: 'boolean' },
    exposed_headers: NAMES,
    allowed_methods: listOf(HEADER_NAME),
    allowed_headers: NAMES,
    max_age: { anyOf: [SECONDS, { type: 'null' }] },
  }),
);

export const laravel: ParsedPlatform = {
  platform,
  needs: [{ there: 'php', from: { debian: 'php-cli' } }],
  parse: checkedBy(async (snippets, policy, { folder }) => {
    const file = join(folder, 'cors.php');
    await writeFile(file, textAt(snippets, 'config'));
    const { ok, printed } = await runTool('php', ['-r', `echo json_encode(require '${file}');`]);
    if (!ok) throw new Error(printed);
    const { paths, max_age, ...config } = read(JSON.parse(printed));
    // Laravel compares without the slash at the beginning.
    if (paths.join() !== `${(policy.path ?? '/').slice(1)}*`) throw new Error(`The path is ${paths.join()}.`);
    return {
      origins: config.allowed_origins,
      credentials: config.supports_credentials,
      methods: config.allowed_methods,
      headers: config.allowed_headers,
      exposed: config.exposed_headers,
      maxAge: max_age,
    };
  }),
};
