import { describe, expect, it } from 'vitest';
import { toBrowsers } from '../../../../src/panel/view-models/browsers.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { anExchange, PAGE } from '../../../rules/exchange-builder.ts';

describe('toBrowsers', () => {
  it('gives each browser’s code and text, the one that ran it first', () => {
    const [chromium, firefox] = toBrowsers(diagnose(anExchange({ response: {}, outcome: 'blocked' })));
    expect(chromium).toMatchObject({
      name: 'Chromium',
      basis: 'seen here',
      verdict: 'Blocked',
      differs: false,
      code: 'MissingAllowOriginHeader',
      alternatives: [],
    });
    expect(firefox).toMatchObject({ basis: 'by its rules', code: 'CORSMissingAllowOrigin2' });
  });

  it('gives both where its words hang on something unseen', () => {
    const headers = { 'Access-Control-Allow-Origin': PAGE };
    const [chromium] = toBrowsers(
      diagnose(anExchange({ method: 'PUT', preflight: { status: 204, headers }, outcome: 'blocked' })),
    );
    expect(chromium?.code).toBe('');
    expect(chromium?.alternatives.map(({ condition, code }) => [condition, code])).toEqual([
      ['If it does not include credentials', 'MethodDisallowedByPreflightResponse, parameter PUT'],
      ['If the request includes credentials', 'PreflightInvalidAllowCredentials'],
    ]);
  });
});
