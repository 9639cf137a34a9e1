import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AllowListPolicy,
  configurationFor,
  PLATFORMS,
  type Policy,
} from '../../../../src/fixes/index.ts';
import { LINE_NOTES } from '../../../../src/fixes/platforms/line-notes.ts';
import { FAMILIES, type ServerPlatform, textOf } from '../../../../src/fixes/platforms/platform.ts';
import { PLATFORMS as THAT_ANSWER } from '../../../../src/rules/responder/platforms.ts';
import { UNUSUAL_POLICIES } from '../../../servers/unusual-policies.ts';

const ORIGIN = 'https://app.example.com';
const TARGET = 'https://api.example.org';
const PLAIN: AllowListPolicy = {
  origins: [ORIGIN],
  methods: ['PUT'],
  headers: ['x-request-id'],
  credentials: true,
  exposed: ['x-total-count'],
  maxAge: 600,
  path: null,
};

function textFor(platform: ServerPlatform, policy: Policy): string | null {
  const configuration = configurationFor(platform, policy, TARGET);
  return configuration.kind === 'written' ? configuration.snippets.map(textOf).join('\0') : null;
}

/** The policy without what is beyond the limits of a platform. */
function within(platform: ServerPlatform, policy: Policy): Policy {
  const configuration = configurationFor(platform, policy, TARGET);
  if (configuration.kind === 'written') return policy;
  const { why } = configuration;
  if (why.problem !== 'not-on-this-platform') throw new Error(JSON.stringify(why));
  const none = { methods: [], headers: [], exposed: [], credentials: false, maxAge: null, path: null };
  if (why.field === 'origins') throw new Error(`${platform.name}: ${why.limit}`);
  return within(platform, { ...policy, [why.field]: none[why.field] });
}

it('every platform has an id of its own', () => {
  const ids = PLATFORMS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(PLATFORMS)('$name', (platform) => {
  const { id, family, answersAs, places, reload, traps, links, proof, limits = [], unsaid = [] } = platform;
  const nothing = { methods: [], headers: [], exposed: [], maxAge: null };
  const variants: readonly Policy[] = [
    PLAIN,
    { ...PLAIN, credentials: false, path: '/api/' },
    { ...PLAIN, origins: '*', credentials: false },
    { ...PLAIN, ...nothing },
    { ...PLAIN, ...nothing, origins: '*', credentials: false },
  ];
  const written = variants.flatMap((policy) => {
    const configuration = configurationFor(platform, within(platform, policy), TARGET);
    return configuration.kind === 'written' ? configuration.snippets : [];
  });

  it('says what it is, where its text goes and how it takes effect', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(FAMILIES).toContain(family);
    expect(THAT_ANSWER.map((each) => each.id)).toEqual(expect.arrayContaining([...answersAs]));
    expect(new Set(Object.keys(places))).toEqual(new Set(written.map(({ place }) => place)));
    const sentences = [...Object.values(places), reload, ...[...traps, ...limits].map(({ words }) => words)];
    for (const words of sentences) expect(words).toMatch(/^[A-Z`].*[.)]$/s);
    if (proof.kind === 'checked') expect(proof.by).not.toBe('');
  });

  it('has traps of their own names, and links that lead somewhere safe', () => {
    expect(new Set(traps.map((trap) => trap.id)).size).toBe(traps.length);
    for (const trap of traps) expect(trap.about.length).toBeGreaterThan(0);
    expect(links.length).toBeGreaterThan(0);
    for (const { url } of links) expect(url).toMatch(/^https:\/\//);
  });

  it('has limits of their own names, and each is there because a policy can go beyond it', () => {
    expect(new Set(limits.map((limit) => limit.id)).size).toBe(limits.length);
    const asked = [...variants, ...Object.values(UNUSUAL_POLICIES)];
    for (const { id: limit, field } of limits) {
      const beyond = asked
        .map((policy) =>
          configurationFor(
            { ...platform, limits: limits.filter((each) => each.id === limit) },
            policy,
            TARGET,
          ),
        )
        .flatMap((configuration) => (configuration.kind === 'unwritable' ? [configuration.why] : []));
      expect(beyond[0]).toMatchObject({ problem: 'not-on-this-platform', limit, field });
      for (const { value } of beyond) if (value !== '') expect(JSON.stringify(asked)).toContain(value);
    }
  });

  it('says of the lines that matter what they do, and has a line for everything that the policy allows', () => {
    const policy = within(platform, PLAIN);
    const configuration = configurationFor(platform, policy, TARGET);
    const all = configuration.kind === 'written' ? configuration.snippets.flatMap(({ lines }) => lines) : [];
    const text = all
      .map((line) => line.text)
      .join('\n')
      .toLowerCase();
    if (family !== 'dev-proxy') {
      for (const field of ['origins', 'methods', 'headers', 'exposed'] as const) {
        if (unsaid.includes(field)) continue;
        for (const value of policy[field]) expect(text).toContain(value.toLowerCase());
      }
    }
    for (const { text: line } of all) expect(line).not.toContain('\n');
    expect(Object.keys(LINE_NOTES)).toEqual(
      expect.arrayContaining(all.flatMap(({ note }) => (note === null ? [] : [note]))),
    );
    expect(all.some(({ note }) => note !== null)).toBe(true);
  });

  it('writes a value as it is, and nothing else because of it', () => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-_.');
    const name = fc.array(letters, { minLength: 4, maxLength: 12 }).map((each) => `q${each.join('')}`);
    fc.assert(
      fc.property(name, name, name, (origin, header, exposed) => {
        const values = {
          origins: [`https://${origin}.example`],
          headers: [`x-${header}`],
          exposed: [`e-${exposed}`],
        };
        const simple = within(platform, PLAIN);
        const has = (field: 'headers' | 'exposed') => (simple[field].length > 0 ? values[field] : []);
        const policy: Policy = {
          ...PLAIN,
          ...simple,
          origins: values.origins,
          headers: has('headers'),
          exposed: has('exposed'),
        };
        const text = textFor(platform, policy);
        const plain = textFor(platform, simple) ?? '';
        // Letters that the platform can’t have there: it says so, and writes nothing.
        fc.pre(text !== null);
        if (text === null) return;
        // What a regular expression needs is all that may be added.
        const written = text.replace(/\\+(?=[.-])/g, '');
        const back = written
          .replaceAll(`${origin}.example`, 'app.example.com')
          .replace(new RegExp(`x-${header.replaceAll('.', '\\.')}`, 'gi'), 'x-request-id')
          .replace(new RegExp(`e-${exposed.replaceAll('.', '\\.')}`, 'gi'), 'x-total-count');
        expect(back).toBe(
          plain
            .replace(/\\+(?=[.-])/g, '')
            .replace(/x-request-id|x-total-count/gi, (each) => each.toLowerCase()),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('refuses every value that could mean something else than itself', () => {
    const bad = fc.constantFrom(...'"\'\\$`{};#%()[]<>|&*!?=,+^ \t\n\r\0/@:éя中\u2028');
    const text = fc
      .tuple(fc.string({ maxLength: 8 }), bad, fc.string({ maxLength: 8 }))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('origins', 'methods', 'headers', 'exposed', 'path' as const),
        (value, field) => {
          const hostile =
            field === 'path' ? `/${value}/x` : field === 'origins' ? `https://a${value}` : value;
          const policy: AllowListPolicy = { ...PLAIN, [field]: field === 'path' ? hostile : [hostile] };
          // A path is nothing that a platform without one could write.
          if (field === 'path' && platform.scope === 'whole') return;
          const isPort = field === 'origins' && /^https:\/\/[\w.~-]+:\d{1,5}$/.test(hostile);
          if (!isPort) expect(configurationFor(platform, policy, TARGET).kind).toBe('unwritable');
        },
      ),
      { numRuns: 60 },
    );
  });
});
