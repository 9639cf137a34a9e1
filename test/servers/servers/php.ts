import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { php as platform } from '../../../src/fixes/platforms/php.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { runProgram } from '../run-program.ts';
import { runTool } from '../run-tool.ts';
import type { ServerUnderTest, Surroundings } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const php: ServerUnderTest = {
  platform,
  needs: [{ there: 'php', from: { debian: 'php-cli' } }],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  async start(surroundings, snippets) {
    await write(surroundings, snippets);
    // As in production, errors aren't shown.
    const args = ['-d', 'display_errors=0', '-S', `127.0.0.1:${surroundings.port}`, 'index.php'];
    return runProgram({ command: 'php', args, ...surroundings });
  },
  async parse(surroundings, snippets) {
    for (const file of await write(surroundings, snippets)) {
      const { ok, printed } = await runTool('php', ['-l', file]);
      if (!ok) return printed;
    }
    return null;
  },
  async version() {
    return /^PHP (\S+)/.exec((await runTool('php', ['--version'])).printed)?.[1] ?? '';
  },
};

/** @returns the files that are ours, or have a part of ours */
async function write(
  { folder }: Surroundings,
  snippets: readonly Snippet[] | null,
): Promise<readonly string[]> {
  const front = join(folder, 'index.php');
  const cors = join(folder, 'cors.php');
  await writeFile(front, `<?php\n${textAt(snippets, 'front')}${APP}`);
  await writeFile(cors, textAt(snippets, 'file'));
  return [front, cors];
}

const APP = `
$path = preg_replace('#^/api(?=/)#', '', strtok($_SERVER['REQUEST_URI'], '?'));

// What a framework would run before the routes.
if ($path === '/private') {
    http_response_code(401);
    exit;
}

switch ($path) {
    case '/ok':
        if (!in_array($_SERVER['REQUEST_METHOD'], ['GET', 'POST', 'PUT'], true)) {
            http_response_code(405);
            exit;
        }
        header('X-Total-Count: 42');
        header('X-Internal: 7');
        break;
    case '/vary':
        header('Vary: Accept-Encoding', false);
        break;
    case '/boom':
        throw new RuntimeException('boom');
    default:
        http_response_code(404);
}
`;
