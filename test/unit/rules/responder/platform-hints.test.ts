import { describe, expect, it } from 'vitest';
import { ACTION_WORDS } from '../../../../src/rules/action-words.ts';
import { WORDS } from '../../../../src/rules/catalogue.ts';
import type { Message } from '../../../../src/rules/diagnosis.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { placeholdersOf, renderMessage } from '../../../../src/rules/render-message.ts';
import { type AnsweredBy, answeredBy } from '../../../../src/rules/responder/answered-by.ts';
import { configurationOrder } from '../../../../src/rules/responder/configuration-order.ts';
import { HINT_TOPICS, hintFor, PLATFORM_HINTS } from '../../../../src/rules/responder/platform-hint-table.ts';
import { PLATFORM_HINT_WORDS } from '../../../../src/rules/responder/platform-hint-words.ts';
import { withPlatformHints } from '../../../../src/rules/responder/platform-hints.ts';
import type { PlatformId } from '../../../../src/rules/responder/platforms.ts';
import { PLATFORMS } from '../../../../src/rules/responder/platforms.ts';
import { anExchange, PAGE } from '../../../rules/exchange-builder.ts';
import { RESPONSE_CASES } from '../../../rules/platforms/response-cases.ts';

const statement: Message = { rule: 'answered-by', key: 'passed', data: { name: '' } };

function answeredThrough(platforms: AnsweredBy['platforms'], maker: AnsweredBy['maker'] = null): AnsweredBy {
  return { platforms, maker, evidence: [], statement };
}

function hintsFor(action: string, by: AnsweredBy | null): readonly string[] {
  return withPlatformHints([{ id: action, data: {} }], by)
    .map(({ id }) => id)
    .slice(1);
}

/** Every hint, with an action that it follows. */
const table = PLATFORMS.flatMap(({ id: platform }) =>
  Object.keys(HINT_TOPICS).flatMap((action) => {
    const hint = hintFor(platform, action);
    return hint === undefined ? [] : [[platform, action, hint] as const];
  }),
);

describe('the configuration that is shown first', () => {
  const cases: readonly [string, AnsweredBy, readonly PlatformId[]][] = [
    [
      'is the innermost',
      answeredThrough(['cloudflare', 'nginx', 'express']),
      ['express', 'nginx', 'cloudflare'],
    ],
    [
      'is that of the maker, wherever it stands',
      answeredThrough(['cloudflare', 'nginx', 'express'], { platform: 'cloudflare', confidence: 'certain' }),
      ['cloudflare', 'express', 'nginx'],
    ],
    ['is only of what has one', answeredThrough(['azure-front-door', 'iis', 'aspnet']), ['iis']],
    ['is none where nothing has one', answeredThrough(['ngrok']), []],
  ];
  it.each(cases)('%s', (_name, by, order) => {
    expect(configurationOrder(by)).toEqual(order);
  });
});

describe('a hint', () => {
  it.each(table)('of %s for %s is given: %s', (platform, action, hint) => {
    expect(hintsFor(action, answeredThrough([platform]))).toEqual([hint]);
  });

  it.each(Object.keys(HINT_TOPICS))('is about actions that rules propose: %s', (action) => {
    const key = `action-${action}`;
    const known =
      Object.hasOwn(ACTION_WORDS, key) || [...WORDS.values()].some((words) => Object.hasOwn(words, key));
    expect(known).toBe(true);
  });

  it.each(Object.values(HINT_TOPICS))('is known for each topic: %s', (topic) => {
    expect(Object.values(PLATFORM_HINTS).some((hints) => Object.hasOwn(hints, topic))).toBe(true);
  });

  it('is of a platform that some response shows', () => {
    const seen = new Set(
      Object.values(RESPONSE_CASES).flatMap(({ status, headers }) => {
        const by = answeredBy({ status, headers, lines: 'apart', receivedAt: 0 });
        return by === null ? [] : configurationOrder(by);
      }),
    );
    expect(
      Object.keys(PLATFORM_HINTS).filter((platform) => ![...seen].some((each) => each === platform)),
    ).toEqual([]);
  });

  it('follows its action at once, and comes once, however many actions it is about', () => {
    const actions = ['fix-server-error', 'route-options', 'let-options-through', 'keep-one-layer'];
    const all = withPlatformHints(
      actions.map((id) => ({ id, data: { status: '500' } })),
      answeredThrough(['nginx']),
    );
    expect(all.map(({ id }) => id)).toEqual([
      'fix-server-error',
      'route-options',
      'hint-nginx-options',
      'let-options-through',
      'keep-one-layer',
      'hint-nginx-one-layer',
    ]);
    expect(all[0]?.data).toEqual({ status: '500' });
  });

  it('comes with at most one more of the same action', () => {
    const by = answeredThrough(['varnish', 'nginx', 'express', 'php']);
    expect(hintsFor('route-options', by)).toEqual(['hint-php', 'hint-express-order']);
  });

  it('comes alone where it is known who made the answer', () => {
    const made = { platform: 'varnish', confidence: 'certain' } as const;
    expect(hintsFor('route-options', answeredThrough(['varnish', 'nginx', 'express'], made))).toEqual([
      'hint-varnish',
    ]);
    expect(
      hintsFor('match-origin-on-server', answeredThrough(['varnish', 'nginx', 'express'], made)),
    ).toEqual(['hint-express-origin']);
  });

  it('isn’t given where nobody knows who answered', () => {
    expect(hintsFor('route-options', null)).toEqual([]);
  });

  it('is among the actions of a diagnosis', () => {
    const { fix } = diagnose(
      anExchange({
        method: 'PUT',
        preflight: {
          status: 204,
          headers: { 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Allow-Methods': 'PUT' },
        },
        response: { status: 500, headers: { Server: 'nginx', 'Content-Type': 'application/json' } },
        outcome: 'blocked',
      }),
    );
    const at = fix.actions.findIndex(({ id }) => id === 'send-cors-headers-on-errors');
    expect(fix.actions[at + 1]).toEqual({ id: 'hint-nginx-always', data: {} });
  });
});

describe('the words of hints', () => {
  const used = new Set(table.map(([, , hint]) => `action-${hint}`));

  it.each(Object.entries(PLATFORM_HINT_WORDS))('%s are used, and need no values', (key, template) => {
    expect(used.has(key)).toBe(true);
    expect([...placeholdersOf(template)]).toEqual([]);
    expect(renderMessage({ rule: 'no-cors-headers', key, data: {} })).toBe(template.replaceAll('`', ''));
  });

  it.each(Object.values(PLATFORM_HINT_WORDS))('are one or two sentences: %s', (template) => {
    const pieces = template.split('`');
    expect(pieces.length % 2).toBe(1);
    const running = pieces.filter((_, index) => index % 2 === 0).join('…');
    expect(running).not.toMatch(/['"*]|\.\.\.| {2}|\b(?:please|simply)\b/i);
    expect(template).toMatch(/^[A-Z`].*\.$/);
    expect(running.match(/[.?!](?= [A-Z]|$)/g)?.length ?? 0).toBeLessThanOrEqual(2);
  });
});

describe('an action that a platform’s hint follows', () => {
  it.each(table)('%s: %s doesn’t name it already', (platform, action) => {
    const name = PLATFORMS.find(({ id }) => id === platform)?.name ?? '';
    const key = `action-${action}`;
    const texts = [ACTION_WORDS, ...WORDS.values()].flatMap((words) => Object.entries(words));
    const own = texts.flatMap(([each, text]) => (each === key ? [text] : []));
    expect(own).not.toHaveLength(0);
    for (const text of own) expect(text).not.toContain(name);
  });
});
