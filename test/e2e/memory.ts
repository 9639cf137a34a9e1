import { readdir, readFile } from 'node:fs/promises';

const KILOBYTES_PER_MEGABYTE = 1024;

/** Resident memory of all browsers that this process has started, with their own processes, in MB; 0 where `/proc` isn't. */
export async function memoryOfBrowsers(): Promise<number> {
  const ids = await readdir('/proc').catch(() => []);
  const processes = await Promise.all(ids.filter((id) => /^\d+$/.test(id)).map(read));
  const parents = new Map(processes.flatMap((each) => (each === null ? [] : [[each.id, each.parent]])));
  const isOurs = (id: number): boolean => {
    for (let at = parents.get(id); at !== undefined; at = parents.get(at))
      if (at === process.pid) return true;
    return false;
  };
  const kilobytes = processes.reduce(
    (sum, each) => sum + (each !== null && isOurs(each.id) ? each.kilobytes : 0),
    0,
  );
  return Math.round(kilobytes / KILOBYTES_PER_MEGABYTE);
}

async function read(id: string): Promise<{ id: number; parent: number; kilobytes: number } | null> {
  // It may have ended since it was listed.
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
  return parent === undefined
    ? null
    : {
        id: Number(id),
        parent: Number(parent),
        kilobytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0),
      };
}
