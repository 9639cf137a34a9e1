import { effect } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createApiTraffic } from '../../../../src/panel/state/api-traffic.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

const TARGET = 'https://api.example.com';

/** So many requests to one server, all blocked at their preflights. */
function asked(count: number, method = 'PUT') {
  return Array.from({ length: count }, (_, index) => {
    const exchange = anExchange({
      id: `${method}-${index}`,
      url: `${TARGET}/${index}`,
      method,
      preflight: { status: 404 },
      outcome: 'blocked',
    });
    return { exchange, diagnosis: diagnose(exchange) };
  });
}

/** One that does what is put off when the test says so. */
function aLog() {
  const tasks: (() => void)[] = [];
  const log = createApiTraffic((task) => void tasks.push(task));
  const catchUp = () => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) task();
  };
  return { log, tasks, catchUp };
}

describe('createApiTraffic', () => {
  it('knows at once what little traffic needs', () => {
    const { log, tasks } = aLog();
    expect(log.of(TARGET, asked(100)).policy).toMatchObject({ policy: { methods: ['PUT'] } });
    expect(tasks).toEqual([]);
  });

  it('works out while nobody waits what much needs, and tells when it is there', () => {
    const { log, catchUp } = aLog();
    const traffic = asked(300);
    const told: (number | undefined)[] = [];
    effect(() => void told.push(log.of(TARGET, traffic).policy?.covered.length));
    expect(told).toEqual([undefined]);
    catchUp();
    expect(told).toEqual([undefined, 300]);
  });

  it('gives the same as long as nothing changes', () => {
    const { log, catchUp } = aLog();
    const traffic = asked(200);
    expect(log.of(TARGET, traffic)).toBe(log.of(TARGET, [...traffic]));
    catchUp();
    expect(log.of(TARGET, traffic)).toBe(log.of(TARGET, [...traffic]));
  });

  it('keeps what was known until it knows what more traffic needs', () => {
    const { log, catchUp } = aLog();
    const [first, more] = [asked(200), asked(1, 'DELETE')];
    log.of(TARGET, first);
    catchUp();
    expect(log.of(TARGET, [...first, ...more]).policy?.policy?.methods).toEqual(['PUT']);
    catchUp();
    expect(log.of(TARGET, [...first, ...more]).policy?.policy?.methods).toEqual(['DELETE', 'PUT']);
  });

  it('takes nothing from a recording for what a report has of the same server', () => {
    const { log } = aLog();
    log.of(TARGET, asked(10));
    expect(log.of(TARGET, asked(200, 'DELETE')).policy).toBeNull();
  });

  it('goes on with the newest where traffic comes while it is at work', () => {
    const { log, catchUp } = aLog();
    const [first, more] = [asked(200), asked(1, 'DELETE')];
    log.of(TARGET, first);
    log.of(TARGET, [...first, ...more]);
    catchUp();
    expect(log.of(TARGET, [...first, ...more]).policy?.covered).toHaveLength(201);
  });

  it('forgets servers that are gone, also while it is at work for them', () => {
    const { log, catchUp } = aLog();
    const traffic = asked(200);
    log.of(TARGET, traffic);
    log.keepOnly(new Map());
    catchUp();
    expect(log.of(TARGET, traffic).policy).toBeNull();
  });
});
