import { describe, expect, it } from 'vitest';
import type { AllowListPolicy } from '../../../../src/fixes/index.ts';
import { createConfigurations } from '../../../../src/panel/state/configurations.ts';

const TARGET = 'https://api.example.com';

const SEEN: AllowListPolicy = {
  origins: ['http://localhost:5173'],
  methods: ['PUT'],
  headers: [],
  credentials: false,
  exposed: [],
  maxAge: 7200,
  path: null,
};

describe('the configuration for a report', () => {
  it('is for the platform that answered', () => {
    const chosen = createConfigurations({}).toReport(TARGET, ['nginx'], SEEN);
    expect(chosen?.platform.id).toBe('nginx');
    expect(chosen?.policy).toEqual(SEEN);
  });

  it('is for the one that the user chose, for this server or before for one like it', () => {
    const configurations = createConfigurations({ nginx: 'caddy' });
    expect(configurations.toReport(TARGET, ['nginx'], SEEN)?.platform.id).toBe('caddy');
    configurations.choose(TARGET, ['nginx'], 'apache');
    expect(configurations.toReport(TARGET, ['nginx'], SEEN)?.platform.id).toBe('apache');
    expect(configurations.toReport('https://other.example', ['nginx'], SEEN)?.platform.id).toBe('apache');
    expect(configurations.toReport('https://other.example', [], SEEN)).toBeNull();
  });

  it('has what the user made of the policy', () => {
    const configurations = createConfigurations({});
    configurations.change(TARGET, { origins: 'http://localhost:5173\nhttps://shop.example' });
    expect(configurations.toReport(TARGET, ['nginx'], SEEN)?.policy.origins).toEqual([
      'http://localhost:5173',
      'https://shop.example',
    ]);
  });

  it('is none where nothing tells what the server runs on', () => {
    expect(createConfigurations({}).toReport(TARGET, [], SEEN)).toBeNull();
  });
});
