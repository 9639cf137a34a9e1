import { describe, expect, it } from 'vitest';
import { type AllowListPolicy, configurationFor, PLATFORMS } from '../../../../src/fixes/index.ts';
import { textOf } from '../../../../src/fixes/platforms/platform.ts';

const POLICY: AllowListPolicy = {
  origins: ['http://localhost:5173'],
  methods: ['PUT'],
  headers: ['x-request-id'],
  credentials: true,
  exposed: [],
  maxAge: 600,
  path: null,
};

const PROXIES = PLATFORMS.filter(({ family }) => family === 'dev-proxy');
const SERVERS = PLATFORMS.filter(({ family, limits }) => family !== 'dev-proxy' && limits === undefined);

/** Origins that would mean something else in a configuration, or to which nothing can be forwarded. */
const STRANGE = [
  '',
  'null',
  '*',
  'https://api.example.com/',
  "https://api.example.com', x: '",
  'https://api.example.com:8443/v1',
  'https://user@api.example.com',
  'https://API.example.com\n',
  'capacitor://localhost',
];

function textFor(
  platform: (typeof PLATFORMS)[number],
  policy: AllowListPolicy,
  target: string,
): string | null {
  const configuration = configurationFor(platform, policy, target);
  return configuration.kind === 'written' ? configuration.snippets.map(textOf).join('\n') : null;
}

it('there is one for each of the development servers that most people have', () => {
  expect(PROXIES.map(({ id }) => id)).toEqual([
    'vite-proxy',
    'webpack-proxy',
    'angular-proxy',
    'nextjs-rewrites',
  ]);
});

describe.each(PROXIES)('$name', (platform) => {
  it.each(['https://api.example.com', 'http://127.0.0.1:8080', 'https://[2001:db8::1]:8443'])(
    'forwards to %s, and sends no CORS header',
    (target) => {
      const text = textFor(platform, POLICY, target);
      expect(text).toContain(`${target}`);
      expect(text).not.toMatch(/access-control/i);
    },
  );

  it.each(STRANGE)('refuses to forward to %j', (target) => {
    expect(configurationFor(platform, POLICY, target)).toEqual({
      kind: 'unwritable',
      why: { field: 'target', problem: 'letters', value: target },
    });
  });

  it('refuses a target that is too long', () => {
    const target = `https://${'a'.repeat(255)}`;
    expect(configurationFor(platform, POLICY, target)).toMatchObject({
      why: { field: 'target', problem: 'too-long' },
    });
  });

  it('keeps the path of the policy, and takes off one of its own', () => {
    const own = textFor(platform, POLICY, 'https://api.example.com');
    const kept = textFor(platform, { ...POLICY, path: '/v1.2/rest/' }, 'https://api.example.com');
    expect(own).toContain('/api/');
    expect(kept).toContain('/v1.2/rest/');
    expect(kept).not.toContain('/api/');
    expect(kept).not.toMatch(/rewrite: |pathRewrite/);
  });

  it('takes a policy for all paths for one without any', () => {
    const all = textFor(platform, { ...POLICY, path: '/' }, 'https://api.example.com');
    expect(all).toBe(textFor(platform, POLICY, 'https://api.example.com'));
  });
});

it.each(SERVERS.map(({ name }, at) => [name, at] as const))('%s has no use for the target', (_name, at) => {
  const [platform] = SERVERS.slice(at);
  if (platform === undefined) throw new Error('It is gone.');
  const texts = ['https://api.example.com', ...STRANGE].map((target) => textFor(platform, POLICY, target));
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).not.toBeNull();
});
