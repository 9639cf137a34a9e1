import { describe, expect, it } from 'vitest';
import type { AllowListPolicy } from '../../../src/fixes/index.ts';
import { PLATFORMS } from '../../../src/fixes/index.ts';
import type { ChooseConfiguration } from '../../../src/report/configurations.ts';
import { createReport, type Report, toMarkdown } from '../../../src/report/index.ts';
import { anExchange, type ExchangeDescription } from '../../rules/exchange-builder.ts';
import { ALL_KINDS, CREATED_AT, PREFLIGHT_401, SERVER_ERROR } from './sample-reports.ts';

function platform(id: string) {
  const found = PLATFORMS.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no platform ${id}.`);
  return found;
}

const nginx: ChooseConfiguration = (_target, _answersAs, policy) => ({ platform: platform('nginx'), policy });

function reportOf(
  descriptions: readonly ExchangeDescription[],
  chooseConfiguration: ChooseConfiguration = nginx,
): Report {
  return createReport({
    exchanges: descriptions.map(anExchange),
    createdAt: CREATED_AT,
    extensionVersion: '0.1.0',
    chooseConfiguration,
  });
}

describe('the configurations of a report', () => {
  it('are one for each server whose headers have to change', () => {
    const { configurations = [] } = reportOf([
      SERVER_ERROR,
      PREFLIGHT_401,
      { id: 'other', url: 'https://www.example.net/', response: {}, outcome: 'blocked' },
      { id: 'refused', url: 'https://down.example.net/', outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
    ]);
    expect(configurations.map(({ target, exchanges }) => [target, exchanges])).toEqual([
      ['https://api.example.com', ['server-error', 'preflight-401']],
      ['https://www.example.net', ['other']],
    ]);
  });

  it('allow what passes today, too', () => {
    const passing = {
      id: 'passing',
      origin: 'https://www.example.com',
      response: { headers: { 'Access-Control-Allow-Origin': 'https://www.example.com' } },
    };
    const [configuration] = reportOf([passing, PREFLIGHT_401]).configurations ?? [];
    const text = configuration?.snippets.map((each) => each.text).join('');
    expect(text).toContain('https://www.example.com');
    expect(text).toContain('http://localhost:5173');
    expect(text).toContain('x-api-key');
    expect(configuration?.exchanges).toEqual(['preflight-401']);
  });

  it('know who answered, and what is needed', () => {
    const asked: [string, readonly string[], AllowListPolicy][] = [];
    reportOf([SERVER_ERROR], (...args) => {
      asked.push(args);
      return null;
    });
    expect(asked).toMatchObject([
      ['https://api.example.com', ['nginx'], { origins: ['http://localhost:5173'], credentials: true }],
    ]);
  });

  it('say of a policy that allows less that nothing is proven to pass', () => {
    const less: ChooseConfiguration = (_target, _answersAs, policy) => ({
      platform: platform('nginx'),
      policy: { ...policy, headers: [] },
    });
    expect(reportOf([PREFLIGHT_401], less).configurations).toMatchObject([{ exchanges: [] }]);
  });

  it.each([
    ['that isn’t chosen', () => null],
    [
      'that can’t be written',
      (_target, _answersAs, policy) => ({
        platform: platform('nginx'),
        policy: { ...policy, headers: ['x"; include /etc/passwd; #'] },
      }),
    ],
  ] satisfies [string, ChooseConfiguration][])('%s is left out', (_, choose) => {
    expect(reportOf([PREFLIGHT_401], choose)).not.toHaveProperty('configurations');
  });
});

describe('in Markdown', () => {
  it('the text stands whole below the change, once for a server', () => {
    const report = reportOf([SERVER_ERROR, PREFLIGHT_401]);
    const markdown = toMarkdown(report);
    const [configuration] = report.configurations ?? [];
    const text = configuration?.snippets[0]?.text ?? '?';
    expect(markdown.split(`\`\`\`nginx\n${text}\`\`\``)).toHaveLength(2);
    expect(markdown).toContain('\n### Configuration of `https://api.example.com` for nginx\n');
    expect(markdown).toContain('With it, 2 failing requests of this report pass: the same rules say so.');
    expect(markdown).toContain('The configuration of `https://api.example.com` for nginx is in section 1.');
    expect(markdown).toMatch(/ran on nginx .*, and Chromium .* and Firefox/);
  });

  it.each(PLATFORMS.map(({ id }) => id))('keeps every line of %s', (id) => {
    const report = reportOf([PREFLIGHT_401], (_target, _answersAs, policy) => ({
      platform: platform(id),
      policy,
    }));
    const markdown = toMarkdown(report);
    for (const { text } of report.configurations?.[0]?.snippets ?? []) expect(markdown).toContain(text);
  });
});

it('short reports have no more than is needed to act', () => {
  const report = reportOf(ALL_KINDS);
  expect(toMarkdown(report).length).toBeLessThan(toMarkdown(report, 'complete').length);
  for (const heading of ['### Good to know', '## Advice', 'Who answered: ']) {
    expect(toMarkdown(report)).not.toContain(heading);
    expect(toMarkdown(report, 'complete')).toContain(heading);
  }
});
