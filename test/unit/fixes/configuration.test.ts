import { describe, expect, it } from 'vitest';
import { type AllowListPolicy, configurationFor } from '../../../src/fixes/index.ts';
import { knownMethods, originsLike } from '../../../src/fixes/platforms/limits.ts';
import { lines, type ServerPlatform } from '../../../src/fixes/platforms/platform.ts';

const TARGET = 'https://api.example.org';
const POLICY: AllowListPolicy = {
  origins: ['https://app.example.com'],
  credentials: true,
  methods: ['PUT'],
  headers: [],
  exposed: [],
  maxAge: null,
  path: null,
};

const PLATFORM: ServerPlatform = {
  id: 'limited',
  name: 'Limited',
  family: 'cloud',
  answersAs: [],
  scope: 'whole',
  proof: { kind: 'checked', by: 'nobody' },
  limits: [
    knownMethods(['PUT'], 'It takes PUT.'),
    originsLike(/^https:/, 'It takes https.'),
    {
      id: 'credentials',
      field: 'credentials',
      words: 'It has no credentials for three origins.',
      exceededBy: ({ credentials, origins }) => (credentials && origins.length === 3 ? '' : null),
    },
  ],
  generate: ({ methods }) => [
    { place: 'file', file: null, language: 'shell', lines: lines('methods', ...methods) },
  ],
  places: { file: 'Here.' },
  reload: 'At once.',
  traps: [],
  links: [],
};

describe('a platform with limits', () => {
  it('writes what is within them', () => {
    expect(configurationFor(PLATFORM, POLICY, TARGET)).toMatchObject({ kind: 'written' });
    expect(configurationFor(PLATFORM, { ...POLICY, origins: '*', credentials: false }, TARGET).kind).toBe(
      'written',
    );
  });

  it.each<[string, Partial<AllowListPolicy>, object]>([
    [
      'the first value beyond one',
      { methods: ['PUT', 'PATCH', 'LOCK'] },
      { field: 'methods', value: 'PATCH' },
    ],
    [
      'the first limit of several',
      { methods: ['LOCK'], origins: ['http://a.example'] },
      { field: 'methods', limit: 'methods', value: 'LOCK' },
    ],
    [
      'an origin of another form',
      { origins: ['https://a.example', 'http://a.example'] },
      { field: 'origins', limit: 'origins', value: 'http://a.example' },
    ],
    [
      'no value where it is none',
      { origins: ['https://a.example', 'https://b.example', 'https://c.example'] },
      { field: 'credentials', limit: 'credentials', value: '' },
    ],
  ])('names %s, and writes nothing', (_name, parts, why) => {
    expect(configurationFor(PLATFORM, { ...POLICY, ...parts }, TARGET)).toMatchObject({
      kind: 'unwritable',
      why: { problem: 'not-on-this-platform', ...why },
    });
  });

  it('names first what can be written nowhere', () => {
    const policy: AllowListPolicy = { ...POLICY, methods: ['LOCK'], headers: ['x y'] };
    expect(configurationFor(PLATFORM, policy, TARGET)).toMatchObject({
      why: { field: 'headers', problem: 'letters' },
    });
  });
});
