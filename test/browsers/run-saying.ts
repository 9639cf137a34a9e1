import { spawn } from 'node:child_process';

export interface RunOptions {
  readonly limitMs: number;
  /** What is being done, for the line that says that it still is. */
  readonly what: string;
  readonly say: (line: string) => void;
}

const HEARTBEAT_MS = 15_000;

/**
 * Runs a command to its end and, while it takes long, says that it is still at it.
 * @returns nothing if all went well, or why not: its last words, or that its time was over.
 */
export function runSaying(
  [program = '', ...args]: readonly string[],
  { limitMs, what, say }: RunOptions,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    let words = '';
    const listen = (data: Buffer): void => {
      words = `${words}${data}`.slice(-2000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const heartbeat = setInterval(() => {
      say(`${what}: still at it after ${Math.round((performance.now() - started) / 1000)} s`);
    }, HEARTBEAT_MS);
    child.on('error', (error) => {
      clearInterval(heartbeat);
      resolve(error.message);
    });
    child.on('exit', (code, signal) => {
      clearInterval(heartbeat);
      if (code === 0) resolve(undefined);
      else resolve(signal === null ? lastWords(words, code) : `it took longer than ${limitMs / 1000} s`);
    });
  });
}

function lastWords(words: string, code: number | null): string {
  const lines = words.split(/\r?\n/).filter((line) => line.trim() !== '');
  const error = lines.findLast((line) => /error|failed|unable|not found/i.test(line)) ?? lines.at(-1);
  return error?.trim() ?? `it ended with code ${code}`;
}
