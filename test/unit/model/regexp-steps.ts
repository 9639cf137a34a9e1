/**
 * How many steps a backtracking matcher, as engines have one, takes. It counts where a clock would measure the machine.
 * It knows as much of the syntax as the masks need, and says so where it doesn't.
 */

/** Whether the rest matches from there on. */
type Rest = (at: number) => boolean;
/** Tries to match at that place, and the rest behind it; every way to do so, one after the other. */
type Matcher = (text: string, at: number, rest: Rest) => boolean;

interface Atom {
  readonly match: Matcher;
  /** Of an atom that takes exactly one character: whether it takes this one. */
  readonly takes?: (character: string) => boolean;
}

let steps = 0;
/** What takes more would take for ever. */
const MOST_STEPS = 10_000_000;

function step(): void {
  steps += 1;
  if (steps > MOST_STEPS) throw new Error(`More than ${MOST_STEPS} steps`);
}

const compiled = new Map<string, Matcher>();

/** Where its next match is, from its `lastIndex` on; -1 if there is none. Counts the steps that it takes to know that. */
function find(regexp: RegExp, text: string): number {
  const { source, flags, global, sticky } = regexp;
  const key = `/${source}/${flags}`;
  const match = compiled.get(key) ?? new Parser(source, flags.replace(/[gy]/g, '')).parse();
  compiled.set(key, match);
  const first = global || sticky ? regexp.lastIndex : 0;
  const last = sticky ? first : text.length;
  for (let at = first; at <= last; at += 1) {
    step();
    if (match(text, at, () => true)) return at;
  }
  return -1;
}

/** Steps of all regular expressions that run meanwhile. Throws if one doesn't match where the engine says. */
export function countSteps(run: () => void): number {
  const native = RegExp.prototype.exec;
  function counting(this: RegExp, text: string): RegExpExecArray | null {
    RegExp.prototype.exec = native;
    const index = find(this, text);
    const result = native.call(this, text);
    RegExp.prototype.exec = counting;
    if (index !== (result?.index ?? -1))
      throw new Error(`${this} matches elsewhere in ${JSON.stringify(text)}`);
    return result;
  }
  steps = 0;
  RegExp.prototype.exec = counting;
  try {
    run();
    return steps;
  } finally {
    RegExp.prototype.exec = native;
  }
}

class Parser {
  readonly #source: string;
  readonly #flags: string;
  #at = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
  }

  parse(): Matcher {
    const match = this.#alternatives();
    if (this.#at < this.#source.length) throw this.#unknown();
    return match;
  }

  #alternatives(): Matcher {
    const all = [this.#sequence()];
    while (this.#take('|')) all.push(this.#sequence());
    return (text, at, rest) => all.some((match) => match(text, at, rest));
  }

  #sequence(): Matcher {
    const parts: Matcher[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#next())) parts.push(this.#repeated());
    return (text, at, rest) => {
      const from = (index: number, place: number): boolean => {
        const part = parts[index];
        return part === undefined ? rest(place) : part(text, place, (end) => from(index + 1, end));
      };
      return from(0, at);
    };
  }

  #repeated(): Matcher {
    const atom = this.#atom();
    const range = this.#read(/\*|\+|\?|\{\d+(?:,\d*)?\}/y);
    if (range === '') return atom.match;
    const isLazy = this.#take('?');
    const [min = 0, max = min] =
      range === '*'
        ? [0, Number.POSITIVE_INFINITY]
        : range === '+'
          ? [1, Number.POSITIVE_INFINITY]
          : range === '?'
            ? [0, 1]
            : range
                .slice(1, -1)
                .split(',')
                .map((part) => (part === '' ? Number.POSITIVE_INFINITY : Number(part)));
    return repeat(atom, min, max, isLazy);
  }

  #atom(): Atom {
    const group = this.#read(/\((?:\?[:=!])?/y);
    if (group !== '') {
      const inner = this.#alternatives();
      if (!this.#take(')')) throw this.#unknown();
      if (group === '(?=' || group === '(?!') {
        const wanted = group === '(?=';
        return { match: (text, at, rest) => inner(text, at, () => true) === wanted && rest(at) };
      }
      return { match: inner };
    }
    const assertion = this.#read(/\^|\$|\\b/y);
    if (assertion !== '') {
      const here = new RegExp(assertion, `${this.#flags}y`);
      return {
        match: (text, at, rest) => {
          step();
          here.lastIndex = at;
          return here.test(text) && rest(at);
        },
      };
    }
    const character = this.#read(
      /\[(?:[^\]\\]|\\.)*\]|\\(?:u[\da-f]{4}|x[\da-f]{2}|[^\dbBkpPux])|[^()[\]{}*+?\\]/iy,
    );
    if (character === '') throw this.#unknown();
    const one = new RegExp(`^${character}$`, this.#flags);
    const takes = (each: string): boolean => {
      step();
      return one.test(each);
    };
    return { takes, match: (text, at, rest) => at < text.length && takes(text.charAt(at)) && rest(at + 1) };
  }

  #next(): string {
    return this.#source.charAt(this.#at);
  }

  #take(character: string): boolean {
    if (this.#next() !== character) return false;
    this.#at += 1;
    return true;
  }

  #read(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ''] = pattern.exec(this.#source) ?? [];
    this.#at += found.length;
    return found;
  }

  #unknown(): Error {
    return new Error(`Unknown syntax at ${this.#at} in /${this.#source}/`);
  }
}

function repeat({ match, takes }: Atom, min: number, max: number, isLazy: boolean): Matcher {
  if (takes === undefined) {
    return (text, at, rest) => {
      const from = (times: number, place: number): boolean => {
        const more = (): boolean =>
          times < max && match(text, place, (end) => end > place && from(times + 1, end));
        const enough = (): boolean => times >= min && rest(place);
        return isLazy ? enough() || more() : more() || enough();
      };
      return from(0, at);
    };
  }
  return (text, at, rest) => {
    let end = at;
    const takesNext = (): boolean => end < text.length && end - at < max && takes(text.charAt(end));
    if (isLazy) {
      for (; end - at < min; end += 1) if (!takesNext()) return false;
      for (; !rest(end); end += 1) if (!takesNext()) return false;
      return true;
    }
    while (takesNext()) end += 1;
    for (; end - at >= min; end -= 1) {
      step();
      if (rest(end)) return true;
    }
    return false;
  };
}
