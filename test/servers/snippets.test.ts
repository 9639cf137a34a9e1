import { describe, expect, it } from 'vitest';
import { configurationFor } from '../../src/fixes/index.ts';
import { TARGET } from './api-origin.ts';
import { chosenPlatforms, mayNotLack } from './chosen-servers.ts';
import { policiesFor } from './reference-policies.ts';
import { parsePolicy } from './run-server.ts';
import { UNUSUAL_POLICIES } from './unusual-policies.ts';

const isFull = mayNotLack();

describe.each(chosenPlatforms())('what reads the text for $parsed.platform.name', ({ parsed, lacks }) => {
  if (lacks.length > 0 && !isFull) {
    it.skip(`can be asked, once there is ${lacks.join('; ')}`);
    return;
  }

  const policies = [
    ...policiesFor(parsed.platform, 'http://app.localhost:3000'),
    ...Object.entries(UNUSUAL_POLICIES),
  ];
  const { platform, beyond = {} } = parsed;
  it.each(policies.filter(([name]) => beyond[name] === undefined))('accepts "%s"', async (_name, policy) => {
    expect(await parsePolicy(parsed, policy)).toBeNull();
  });

  const refused = policies.filter(([name]) => beyond[name] !== undefined);
  it.each(refused)('can’t have "%s", and the generator says so', (name, policy) => {
    expect(configurationFor(platform, policy, TARGET)).toMatchObject({
      kind: 'unwritable',
      why: { problem: 'not-on-this-platform', limit: beyond[name] },
    });
  });
});
