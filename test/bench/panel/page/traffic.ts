import type { Exchange, Hop } from '../../../../src/model/exchange.ts';
import { SHAPES } from '../../exchanges.ts';

const HOSTS = 12;
const STARTED_AT = 1_700_000_000_000;

/** The kinds that come by turns: most work, and each shape of failure is there. */
const KINDS = [
  SHAPES['simple, allowed'],
  SHAPES['simple, allowed'],
  SHAPES['simple, allowed'],
  SHAPES['simple, blocked'],
  SHAPES['simple, allowed'],
  SHAPES['preflighted, blocked'],
  SHAPES['simple, allowed'],
  SHAPES['redirected, blocked'],
].flatMap((shape) => shape ?? []);

/** The nth exchange of a page that asks a dozen servers, 50 milliseconds after the one before. */
export function nthExchange(n: number): Exchange {
  const shape = KINDS[n % KINDS.length];
  if (shape === undefined) throw new Error('There are no shapes.');
  const startedAt = STARTED_AT + n * 50;
  const place = (hop: Hop): Hop => ({
    ...hop,
    startedAt,
    url: `https://api-${n % HOSTS}.example.com/v1/items/${n}?page=${n % 97}`,
  });
  const [first, ...rest] = shape.hops;
  const outcome =
    shape.outcome.state === 'pending' ? shape.outcome : { ...shape.outcome, at: startedAt + 40 };
  return { ...shape, id: `request-${n}`, startedAt, hops: [place(first), ...rest.map(place)], outcome };
}

/** The same while it runs. */
export function running(exchange: Exchange): Exchange {
  const [{ response: _, ...first }] = exchange.hops;
  return { ...exchange, hops: [first], outcome: { state: 'pending' } };
}
