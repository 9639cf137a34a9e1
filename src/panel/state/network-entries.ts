import type { HeaderList } from '../../model/header-list.ts';
import { MAX_NETWORK_CHARACTERS, MAX_NETWORK_ENTRIES } from '../../model/limits.ts';
import type { NetworkEntry } from '../../platform/network-log.ts';

interface Kept {
  readonly entry: NetworkEntry;
  /** It is from the log as it was when the panel opened, where it may have been unfinished: then it comes again. */
  readonly earlier: boolean;
  readonly size: number;
}

/** The entries of DevTools' network log, by URL. Bounded: the oldest go first. */
export class NetworkEntries {
  readonly #byUrl = new Map<string, Kept[]>();
  /** In the order in which they came. */
  readonly #order = new Set<Kept>();
  #characters = 0;
  #droppedUntil = Number.NEGATIVE_INFINITY;

  /** From this time on (milliseconds since the epoch) none was dropped. */
  get completeAfter(): number {
    return this.#droppedUntil;
  }

  of(url: string): readonly NetworkEntry[] {
    return (this.#byUrl.get(url) ?? []).map(({ entry }) => entry);
  }

  /** @param earlier whether it is from the log as it was when the panel opened; those come before all others */
  add(entry: NetworkEntry, earlier: boolean): void {
    if (!earlier) this.#replaceEarlier(entry);
    const kept: Kept = { entry, earlier, size: sizeOf(entry) };
    const ofUrl = this.#byUrl.get(entry.url);
    if (ofUrl === undefined) this.#byUrl.set(entry.url, [kept]);
    else ofUrl.push(kept);
    this.#order.add(kept);
    this.#characters += kept.size;
    for (const oldest of this.#order) {
      if (this.#order.size <= MAX_NETWORK_ENTRIES && this.#characters <= MAX_NETWORK_CHARACTERS) break;
      this.#remove(oldest);
      this.#droppedUntil = Math.max(this.#droppedUntil, oldest.entry.startedAt);
    }
  }

  /** What was unfinished then may look like others of that moment: an entry too few does no harm, one too many could. */
  #replaceEarlier(entry: NetworkEntry): void {
    const ofUrl = this.#byUrl.get(entry.url) ?? [];
    const same = ofUrl.filter((each) => each.earlier && isSameRequest(each.entry, entry));
    const equal = same.find((each) => isEqual(each.entry, entry));
    for (const each of equal === undefined ? same : [equal]) this.#remove(each);
  }

  #remove(kept: Kept): void {
    this.#order.delete(kept);
    this.#characters -= kept.size;
    const left = (this.#byUrl.get(kept.entry.url) ?? []).filter((each) => each !== kept);
    if (left.length === 0) this.#byUrl.delete(kept.entry.url);
    else this.#byUrl.set(kept.entry.url, left);
  }
}

function isSameRequest(a: NetworkEntry, b: NetworkEntry): boolean {
  return a.startedAt === b.startedAt && a.method === b.method && a.isPreflight === b.isPreflight;
}

/** But for the end, which is another where it wasn't finished. */
function isEqual({ endedAt: _, ...a }: NetworkEntry, { endedAt: __, ...b }: NetworkEntry): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sizeOf({ url, unsent, response, stack }: NetworkEntry): number {
  const lists = [unsent, response?.apart, response?.joined];
  const frames = stack.reduce((sum, frame) => sum + frame.url.length + frame.functionName.length, 0);
  return lists.reduce((sum, list) => sum + charactersOf(list ?? []), url.length + frames);
}

function charactersOf(list: HeaderList): number {
  return list.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}
