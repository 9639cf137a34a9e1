import { createHash } from 'node:crypto';
import { configurationFor } from '../../src/fixes/index.ts';
import { type ServerPlatform, textOf } from '../../src/fixes/platforms/platform.ts';
import { TARGET } from './api-origin.ts';
import { policiesFor } from './reference-policies.ts';

/** The page for which the texts are written that are compared. Those that are run have ports of the run. */
const PAGE = 'http://app.localhost:3000';

/** Of the texts of a platform for all policies with which it is proven: another as soon as one letter changes. */
export function digestOf(platform: ServerPlatform): string {
  const texts = policiesFor(platform, PAGE).flatMap(([, policy]) => {
    const configuration = configurationFor(platform, policy, TARGET);
    return configuration.kind === 'written' ? configuration.snippets.map(textOf) : [];
  });
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 16);
}
