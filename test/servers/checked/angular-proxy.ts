import { angularProxy as platform } from '../../../src/fixes/platforms/angular-proxy.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';
import { optionsWith, type ProxyOptions, problemOf } from './forwarding.ts';
import { exactly, reader } from './schema.ts';

/** https://angular.dev/tools/cli/serve#proxying-to-a-backend-server */
const readProxy = reader<Readonly<Record<string, ProxyOptions>>>({
  type: 'object',
  additionalProperties: optionsWith({}),
});

const readOptions = reader<{ readonly proxyConfig: string }>(exactly({ proxyConfig: { type: 'string' } }));

export const angularProxy: ParsedPlatform = {
  platform,
  needs: [],
  async parse(_surroundings, snippets, policy) {
    const [proxied, ...others] = Object.entries(readProxy(JSON.parse(textAt(snippets, 'file'))));
    if (proxied === undefined || others.length > 0) return 'There should be one path.';
    const { proxyConfig } = readOptions(JSON.parse(`{ ${textAt(snippets, 'option')} }`));
    const { file } = snippets.find(({ place }) => place === 'file') ?? { file: null };
    return proxyConfig === file ? problemOf(...proxied, policy) : `${proxyConfig} isn’t ${file}`;
  },
};
