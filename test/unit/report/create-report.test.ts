import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/report/index.ts';
import { diagnose, renderMessage } from '../../../src/rules/index.ts';
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
      version: 1,
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
