import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/model/exchange.ts';
import { createReport } from '../../../src/report/index.ts';
import { adviseOn, diagnose, renderMessage } from '../../../src/rules/index.ts';
import { anExchange } from '../../rules/exchange-builder.ts';
import { ALL_KINDS, aReport, CREATED_AT, PREFLIGHT_401, SERVER_ERROR } from './sample-reports.ts';

const exchanges = ALL_KINDS.map(anExchange);

describe('createReport', () => {
  it('has the exchanges whole, and a diagnosis for each in the same order', () => {
    const report = aReport(exchanges);
    expect(report.exchanges).toEqual(exchanges);
    expect(report.diagnoses.map(({ exchange }) => exchange)).toEqual(exchanges.map(({ id }) => id));
  });

  it('says when, with what and of which page it was made', () => {
    const report = aReport([
      anExchange(SERVER_ERROR),
      anExchange({ ...PREFLIGHT_401, engine: 'firefox', page: 'http://localhost:5173/cart' }),
    ]);
    expect(report).toMatchObject({
      format: 'cors-lens-report',
      version: 2,
      createdAt: CREATED_AT,
      extensionVersion: '0.1.0',
      browser: { engine: 'firefox', version: '153.0' },
      page: 'http://localhost:5173/cart',
    });
    expect(aReport([])).toMatchObject({ browser: null, page: null, exchanges: [], diagnoses: [] });
  });

  it('has the words of the diagnosis, and the proof of its fix', () => {
    const exchange = anExchange(PREFLIGHT_401);
    const diagnosis = diagnose(exchange);
    const [summary] = aReport([exchange]).diagnoses;
    const headline = summary?.headline.map(({ text }) => text).join('');
    expect(headline).toBe(renderMessage(diagnosis.headline));
    expect(summary?.fix).toMatchObject({
      changes: diagnosis.fix.changes,
      statuses: diagnosis.fix.statuses,
      proven: true,
    });
    expect(summary?.fix.actions.length).toBe(diagnosis.fix.actions.length);
    expect(summary?.fix.actions.flat().map(({ text }) => text)).not.toContain(': action-');
  });

  it('proves nothing where there is nothing to change', () => {
    const [summary] = aReport([anExchange({ outcome: { error: 'net::ERR_CONNECTION_REFUSED' } })]).diagnoses;
    expect(summary?.verdict).toBe('failed');
    expect(summary?.fix).toMatchObject({ changes: [], statuses: [], proven: false });
  });

  it('has what is said first, what to know besides, who answered, and why it is that', () => {
    const diagnosis = diagnose(anExchange(SERVER_ERROR));
    const [summary] = aReport([anExchange(SERVER_ERROR)]).diagnoses;
    expect(summary?.lead).toEqual(summary?.findings[0]);
    expect(summary?.lead?.evidence?.map(({ text }) => text).join('')).toBe(
      renderMessage(diagnosis.lead.evidence),
    );
    expect(summary?.notes?.map(({ rule }) => rule)).toEqual(diagnosis.notes.map(({ rule }) => rule));
    expect(summary?.answeredBy).toMatchObject({
      platforms: ['nginx'],
      evidence: [['Server', 'nginx/1.22.1']],
    });
    expect(aReport([anExchange({ outcome: 'pending' })]).diagnoses[0]).not.toHaveProperty('answeredBy');
  });

  it('has the advice about its servers, with probes and costs', () => {
    const { advice = [] } = aReport(exchanges);
    expect(advice.length).toBeGreaterThan(2);
    expect(advice.some(({ probes }) => probes !== undefined)).toBe(true);
    expect(advice.some(({ cost }) => cost !== undefined)).toBe(true);
    expect(advice.flatMap(({ actions }) => actions.flat()).map(({ text }) => text)).not.toContain(
      ': action-',
    );
  });

  it('leaves out advice about servers that it isn’t about', () => {
    const other = anExchange({ id: 'other', url: 'https://other.example/' });
    const all = adviseOn(
      exchanges.map((exchange) => ({ exchange, evaluation: diagnose(exchange).evaluation })),
    );
    const report = (shown: Exchange) =>
      createReport({ exchanges: [shown], createdAt: CREATED_AT, extensionVersion: '0.1.0', advice: all });
    expect(report(other).advice).toEqual([]);
    expect(new Set(report(anExchange(SERVER_ERROR)).advice?.map(({ target }) => target))).toEqual(
      new Set(['https://api.example.com']),
    );
  });

  it('asks the diagnosis that it is given', () => {
    const asked: string[] = [];
    createReport({
      exchanges,
      createdAt: CREATED_AT,
      extensionVersion: '0.1.0',
      diagnoseExchange: (exchange) => {
        asked.push(exchange.id);
        return diagnose(exchange);
      },
    });
    expect(new Set(asked)).toEqual(new Set(exchanges.map(({ id }) => id)));
  });
});
