import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** How often Linux counts: 100 times a second on every common machine. */
const TICKS_PER_SECOND = 100;

interface Process {
  readonly parent: number;
  readonly seconds: number;
  readonly isExtension: boolean;
}

/** Seconds. */
export interface ProcessorTime {
  readonly all: number;
  /** Of the process that extensions run in. */
  readonly extension: number;
}

/**
 * The processor time that our descendants have used so far, with those that have ended: of the browser, since nothing
 * else is started here. Null where `/proc` doesn't tell (only Linux does).
 */
export function processorTimeOfDescendants(): ProcessorTime | null {
  if (!existsSync('/proc/self/stat')) return null;
  const processes = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const process = readProcess(name);
    if (process !== null) processes.set(Number(name), process);
  }
  const ours = [...processes].filter(([id]) => isDescendant(id, processes)).map(([, process]) => process);
  return { all: sumOf(ours), extension: sumOf(ours.filter(({ isExtension }) => isExtension)) };
}

function sumOf(processes: readonly Process[]): number {
  return processes.reduce((sum, { seconds }) => sum + seconds, 0);
}

function isDescendant(id: number, processes: ReadonlyMap<number, Process>): boolean {
  let parent = processes.get(id)?.parent;
  while (parent !== undefined && parent !== process.pid) parent = processes.get(parent)?.parent;
  return parent === process.pid;
}

/** See `man 5 proc_pid_stat`. The name, in parentheses, may hold anything. */
function readProcess(id: string): Process | null {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'latin1');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    // User and system time, its own and that of its children that have ended: fields 14 to 17 of the manual page.
    const ticks = fields.slice(11, 15).reduce((total, each) => total + each, 0);
    // Firefox names the process, Chromium says it in the arguments.
    const isExtension =
      text.includes('(WebExtensions)') ||
      readFileSync(`/proc/${id}/cmdline`, 'latin1').includes('--extension-process');
    return { parent, seconds: ticks / TICKS_PER_SECOND, isExtension };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}
