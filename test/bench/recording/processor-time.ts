import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** How often Linux counts: 100 times a second on every common machine. */
const TICKS_PER_SECOND = 100;

interface Process {
  readonly parent: number;
  readonly seconds: number;
}

/**
 * The processor time that our descendants have used so far, with those that have ended: of the browser, since nothing
 * else is started here. Seconds; null where `/proc` doesn't tell (only Linux does).
 */
export function processorTimeOfDescendants(): number | null {
  if (!existsSync('/proc/self/stat')) return null;
  const processes = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const process = readProcess(name);
    if (process !== null) processes.set(Number(name), process);
  }
  let sum = 0;
  for (const [id, { seconds }] of processes) if (isDescendant(id, processes)) sum += seconds;
  return sum;
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
    return { parent, seconds: ticks / TICKS_PER_SECOND };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}
