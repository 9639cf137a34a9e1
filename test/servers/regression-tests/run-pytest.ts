import type { Exchange } from '../../../src/model/exchange.ts';
import { PYTHON } from '../python.ts';
import { runTool } from '../run-tool.ts';
import { exportTests, type TestResult } from './exported-test.ts';

/** Exports the tests and runs them with pytest. */
export async function runPytest(
  folder: string,
  exchanges: readonly Exchange[],
  env: Readonly<Record<string, string>>,
): Promise<readonly TestResult[]> {
  await exportTests('pytest', folder, exchanges);
  const args = ['-m', 'pytest', '-rA', '--tb=no', '-p', 'no:cacheprovider', 'test_cors.py'];
  const { printed } = await runTool(PYTHON, args, {
    folder,
    env: { ...env, COLUMNS: '500', no_proxy: '*', PYTHONDONTWRITEBYTECODE: '1' },
  });
  const results = [...printed.matchAll(/^(PASSED|FAILED) test_cors\.py::(\S+)(.*)$/gm)];
  if (results.length === 0) throw new Error(printed);
  return results.map(([, state, name = '', text = '']) => ({ name, passed: state === 'PASSED', text }));
}
