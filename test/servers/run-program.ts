import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { poll } from '../browsers/poll.ts';
import type { RunningServer } from './server-under-test.ts';

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What it will listen on, at 127.0.0.1. */
  readonly port: number;
}

/** The slowest compile or load their whole framework first, perhaps on a machine that is busy. */
const START_MS = 90_000;
const STOP_MS = 5_000;

/**
 * Starts a program that stays in the foreground, and waits until it listens.
 * @throws {Error} with what it printed, if it ends before, or takes too long
 */
export async function runProgram({ command, args, folder, env = {}, port }: Program): Promise<RunningServer> {
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that whatever it starts ends with it.
    detached: true,
  });
  let printed = '';
  const hear = (chunk: Buffer): void => {
    printed = `${printed}${chunk}`.slice(-4_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  let problem: string | null = null;
  child.once('error', (error) => {
    problem = error.message;
  });
  child.once('exit', (code) => {
    problem ??= `it ended with ${code}`;
  });
  const listening = async (): Promise<boolean> => problem !== null || (await isListening(port));
  try {
    await poll(listening, { timeoutMs: START_MS, what: `${command} to listen on ${port}` });
    if (problem !== null) throw new Error(`${command} doesn’t run: ${problem}`);
  } catch (error) {
    await stop(child);
    throw new Error(`${error instanceof Error ? error.message : error}\n${printed}`);
  }
  return { stop: () => stop(child) };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  kill(child.pid, 'SIGTERM');
  const timer = setTimeout(() => kill(child.pid ?? 0, 'SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(timer);
  // Whatever it had started and not ended itself.
  kill(child.pid, 'SIGKILL');
}

function kill(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // It is gone already.
  }
}
