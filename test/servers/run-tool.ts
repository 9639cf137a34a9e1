import { execFile } from 'node:child_process';

/** What a program printed, and whether it ended well. */
export interface ToolResult {
  readonly ok: boolean;
  /** Standard output and errors, one after the other, trimmed. */
  readonly printed: string;
}

export interface ToolOptions {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** It is ended after that. Default: a minute. */
  readonly timeoutMs?: number;
}

/** Runs a program to its end. One that isn't there has not ended well. */
export function runTool(
  command: string,
  args: readonly string[],
  { folder, env = {}, timeoutMs = 60_000 }: ToolOptions = {},
): Promise<ToolResult> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, ...env }, timeout: timeoutMs, maxBuffer: 2 ** 24 };
    execFile(command, [...args], options, (error, stdout, stderr) => {
      const printed = `${stdout}${stderr}`.trim();
      resolve({ ok: error === null, printed: printed === '' && error !== null ? error.message : printed });
    });
  });
}
