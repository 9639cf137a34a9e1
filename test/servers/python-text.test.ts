import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../property-seed.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS, writeWhole } from '../../src/report/index.ts';
import { quotePython } from '../../src/report/regression/literals.ts';
import { HOSTILE_EXCHANGES, HOSTILE_TO_LANGUAGES } from '../unit/report/regression/hostile-report.ts';
import { aReport } from '../unit/report/sample-reports.ts';
import { mayNotLack } from './chosen-servers.ts';
import { missing } from './find-needs.ts';
import { PYTHON } from './python.ts';
import { runTool } from './run-tool.ts';

const lacks = missing([{ there: PYTHON, from: { debian: 'python3' } }]);

/** What Python's own parser finds in each of some texts: what they define, what else they run, and what is called in them. */
const READ = `
import ast, json, sys
found = []
for text in json.load(open(sys.argv[1])):
    tree = ast.parse(text.encode())
    found.append({
        "defined": [node.name for node in tree.body if isinstance(node, ast.FunctionDef)],
        "run": [ast.unparse(node) for node in tree.body if not isinstance(node, ast.FunctionDef)][1:],
        "called": [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)],
    })
print(json.dumps(found))
`;

/** What literals mean. */
const EVALUATE =
  'import ast, json, sys; print(json.dumps([ast.literal_eval(e) for e in json.load(open(sys.argv[1]))]))';

async function askPython(program: string, texts: readonly string[]): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'cors-lens-python-'));
  try {
    const file = join(folder, 'texts.json');
    await writeFile(file, JSON.stringify(texts));
    const { printed } = await runTool(PYTHON, ['-c', program, file]);
    return JSON.parse(printed);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('what is written for Python, read by Python', () => {
  if (lacks.length > 0 && !mayNotLack()) {
    it.skip(`can be read, once there is ${lacks.join('; ')}`);
    return;
  }

  it('literals mean exactly the text', async () => {
    const texts = fc.sample(HOSTILE_TO_LANGUAGES, 500);
    expect(await askPython(EVALUATE, texts.map(quotePython))).toEqual(
      texts.map((text) => text.replace(/\p{Cs}/gu, '\uFFFD')),
    );
  });

  it('tests do nothing but what they are for, whatever was recorded', async () => {
    const files = fc
      .sample(HOSTILE_EXCHANGES, 60)
      .map((exchanges) => writeWhole(FORMATS.pytest, aReport(exchanges), { length: 'short' }));
    const harmless = {
      defined: [
        ...['from_environment', 'expect_sending_unsafe', 'send', 'lines', 'listed'],
        ...['assert_origin_allowed', 'assert_preflight_allows'],
        expect.stringMatching(/^test_1_[a-z0-9_]+$/),
        expect.stringMatching(/^test_2_[a-z0-9_]+$/),
      ],
      run: [
        ...['import os', 'import pytest', 'import requests'],
        `SENDS_UNSAFE = os.environ.get('CORS_SEND_UNSAFE') == '1'`,
      ],
      called: expect.not.arrayContaining(['ran']),
    };
    expect(await askPython(READ, files)).toEqual(files.map(() => harmless));
  });
});
