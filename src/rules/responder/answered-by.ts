import type { HttpResponse } from '../../model/exchange.ts';
import type { Header } from '../../model/header-list.ts';
import type { Message } from '../diagnosis.ts';
import { ANSWERED_BY, type ANSWERED_BY_WORDS } from './answered-by-words.ts';
import { type FoundMaker, findMaker } from './find-maker.ts';
import { type FoundPlatform, findPlatforms } from './find-platforms.ts';
import type { Layer, Platform } from './platform.ts';
import type { PlatformId } from './platforms.ts';
import { seenLines } from './seen-lines.ts';

/** Who gave an answer, as far as its headers tell. */
export interface AnsweredBy {
  /** Ids of all platforms that left a mark, the outermost first. Never empty. */
  readonly platforms: readonly [PlatformId, ...PlatformId[]];
  /** Which of them made the response, instead of passing on what the application said; null if it can't be told. */
  readonly maker: { readonly platform: PlatformId; readonly confidence: 'certain' | 'likely' } | null;
  /** The header lines that show it; long values are cut. */
  readonly evidence: readonly Header[];
  /** In one sentence: `This 403 comes from Cloudflare, not from your application.` */
  readonly statement: Message;
}

const LONGEST_EVIDENCE = 100;
/** What stands there answers; the other layers pass on what those behind them say. */
const ANSWERING_LAYERS: readonly Layer[] = ['storage', 'server', 'framework'];

/** Reads from an answer's headers who gave it; null if they don't tell, or if there is none. Any header may be hostile. */
export function answeredBy(answer: HttpResponse | null): AnsweredBy | null {
  if (answer === null) return null;
  const seen = seenLines(answer.headers);
  const found = findPlatforms(seen);
  const [first, ...others] = found.map(({ platform }) => platform);
  if (first === undefined) return null;
  const maker = findMaker(found, { status: answer.status, seen });
  return new ReadAnswer(answer.status, found, [first, ...others], maker);
}

/** Rules ask for the platforms and the maker of every row; words and evidence are made when somebody reads them. */
class ReadAnswer implements AnsweredBy {
  readonly platforms: AnsweredBy['platforms'];
  readonly maker: AnsweredBy['maker'];
  readonly #status: number;
  readonly #found: readonly FoundPlatform[];
  readonly #platforms: readonly [Platform<PlatformId>, ...Platform<PlatformId>[]];
  readonly #maker: FoundMaker | null;

  constructor(
    status: number,
    found: readonly FoundPlatform[],
    platforms: readonly [Platform<PlatformId>, ...Platform<PlatformId>[]],
    maker: FoundMaker | null,
  ) {
    const [first, ...others] = platforms;
    this.#status = status;
    this.#found = found;
    this.#platforms = platforms;
    this.#maker = maker;
    this.platforms = [first.id, ...others.map(({ id }) => id)];
    this.maker = maker === null ? null : { platform: maker.platform.id, confidence: maker.confidence };
  }

  get evidence(): readonly Header[] {
    const lines = [...this.#found.flatMap((each) => each.lines), ...(this.#maker?.lines ?? [])];
    return [...new Set(lines)].map(([name, value]): Header => [name, cut(value)]);
  }

  get statement(): Message {
    if (this.#maker === null) return passedOn(this.#platforms);
    return madeItself(this.#maker, { status: String(this.#status) });
  }

  toJSON(): AnsweredBy {
    const { platforms, maker, evidence, statement } = this;
    return { platforms, maker, evidence, statement };
  }
}

function madeItself({ platform, confidence }: FoundMaker, data: { readonly status: string }): Message {
  const key = platform.layer === 'storage' ? 'made-by-storage' : 'made';
  return message(confidence === 'certain' ? key : `${key}-likely`, { ...data, name: platform.name });
}

/** Of what isn't known to be made on the way, the innermost platform is all that can be said. */
function passedOn(platforms: readonly [Platform, ...Platform[]]): Message {
  const inner = platforms.at(-1) ?? platforms[0];
  const names = platforms.map(({ name }) => name);
  if (!ANSWERING_LAYERS.includes(inner.layer)) return message('passed', { names: names });
  if (platforms.length === 1) return message('answered', { name: inner.name });
  return message('answered-through', { names: names.slice(0, -1), name: inner.name });
}

function message(key: keyof typeof ANSWERED_BY_WORDS, data: Message['data']): Message {
  return { rule: ANSWERED_BY, key, data };
}

function cut(value: string): string {
  return value.length <= LONGEST_EVIDENCE ? value : `${value.slice(0, LONGEST_EVIDENCE - 1)}…`;
}
