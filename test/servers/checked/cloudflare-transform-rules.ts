import { cloudflareTransformRules as platform } from '../../../src/fixes/platforms/cloudflare-transform-rules.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { exactly, listOf, reader } from './schema.ts';
import { textAt } from './snippet-at.ts';

type Change =
  | { readonly operation: 'remove' }
  | { readonly operation: 'set' | 'add'; readonly value: string }
  | { readonly operation: 'set' | 'add'; readonly expression: string };

interface Ruleset {
  readonly rules: readonly {
    readonly expression: string;
    readonly action_parameters: { readonly headers: Readonly<Record<string, Change>> };
  }[];
}

const TEXT = { type: 'string', minLength: 1 };
const SET_OR_ADD = { enum: ['set', 'add'] };

/** https://developers.cloudflare.com/rules/transform/response-header-modification/reference/parameters/ */
const read = reader<Ruleset>(
  exactly({
    rules: listOf(
      exactly({
        description: TEXT,
        expression: { ...TEXT, maxLength: 4_096 },
        action: { const: 'rewrite' },
        action_parameters: exactly({
          headers: {
            type: 'object',
            minProperties: 1,
            additionalProperties: {
              anyOf: [
                exactly({ operation: { const: 'remove' } }),
                exactly({ operation: SET_OR_ADD, value: TEXT }),
                exactly({ operation: SET_OR_ADD, expression: TEXT }),
              ],
            },
          },
        }),
      }),
    ),
  }),
);

export const cloudflareTransformRules: ParsedPlatform = {
  platform,
  needs: [],
  beyond: { 'as much as there may be': 'expression' },
  parse: checkedBy((snippets, { path, origins }) => {
    const { rules } = read(JSON.parse(textAt(snippets, 'ruleset')));
    const request = (method: string, origin: string | null, at: string): Request => ({
      method,
      origin,
      path: at,
    });
    const inside = `${path ?? '/'}ok`;
    const asked = origins === '*' ? ['https://anybody.example'] : origins;
    const [first = ''] = asked;
    const preflight = answerTo(request('OPTIONS', first, inside), rules);
    const answer = answerTo(request('GET', first, inside), rules);
    if (answer['Access-Control-Allow-Methods'] !== undefined) throw new Error('Not only for preflights.');
    const strangers = [null, `${first}.evil.test`].map((origin) => request('GET', origin, inside));
    for (const stranger of origins === '*' ? [] : strangers) {
      const { Vary, ...others } = answerTo(stranger, rules);
      if (Object.keys(others).length > 0) throw new Error(`${JSON.stringify(stranger)} gets headers.`);
      if (Vary !== 'Origin') throw new Error('No Vary: Origin.');
    }
    if (path !== null && answerTo(request('GET', first, '/ok'), rules) !== SENT) {
      throw new Error('Another path gets headers.');
    }
    const list = (name: string, headers: Answer): readonly string[] => headers[name]?.split(', ') ?? [];
    const seconds = preflight['Access-Control-Max-Age'];
    return {
      origins: [
        ...new Set(
          asked.flatMap(
            (origin) => answerTo(request('GET', origin, inside), rules)['Access-Control-Allow-Origin'] ?? [],
          ),
        ),
      ],
      credentials: answer['Access-Control-Allow-Credentials'] === 'true',
      exposed: list('Access-Control-Expose-Headers', answer),
      methods: list('Access-Control-Allow-Methods', preflight),
      headers: list('Access-Control-Allow-Headers', preflight),
      maxAge: seconds === undefined ? null : Number(seconds),
    };
  }),
};

interface Request {
  readonly method: string;
  readonly origin: string | null;
  readonly path: string;
}

type Answer = Readonly<Record<string, string>>;

/** What the server sends itself. */
const SENT: Answer = Object.fromEntries(
  ['Allow-Origin', 'Allow-Credentials', 'Expose-Headers', 'Allow-Methods', 'Allow-Headers', 'Max-Age'].map(
    (name) => [`Access-Control-${name}`, 'of the server'],
  ),
);

/** What the rules make of it. */
function answerTo(request: Request, rules: Ruleset['rules']): Answer {
  let headers = SENT;
  for (const { expression, action_parameters } of rules) {
    if (!matches(expression, request)) continue;
    for (const [name, change] of Object.entries(action_parameters.headers)) {
      const { [name]: _before, ...others } = headers;
      headers = change.operation === 'remove' ? others : { ...others, [name]: valueFor(change, request) };
    }
  }
  return headers;
}

const ORIGIN = 'http.request.headers["origin"][0]';

function valueFor(change: Exclude<Change, { operation: 'remove' }>, { origin }: Request): string {
  if ('value' in change) return change.value;
  if (change.expression !== ORIGIN || origin === null) throw new Error(change.expression);
  return origin;
}

/** The few forms of the rules language that the texts have. https://developers.cloudflare.com/ruleset-engine/rules-language/ */
function matches(expression: string, { method, origin, path }: Request): boolean {
  return expression.split(' and ').every((part) => {
    if (part === 'true') return true;
    const prefix = /^starts_with\(http\.request\.uri\.path, "([^"\\]+)"\)$/.exec(part)?.[1];
    if (prefix !== undefined) return path.startsWith(prefix);
    const wanted = /^http\.request\.method eq "([A-Z]+)"$/.exec(part)?.[1];
    if (wanted !== undefined) return method === wanted;
    const list = /^(.+) in \{((?:"[^"\\]+" ?)+)\}$/.exec(part);
    if (list?.[1] !== ORIGIN) throw new Error(`What does ${part} mean?`);
    return origin !== null && (list[2] ?? '').split(' ').includes(`"${origin}"`);
  });
}
