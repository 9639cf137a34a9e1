import { webpackProxy as platform } from '../../../src/fixes/platforms/webpack-proxy.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';
import { optionsWith, type ProxyOptions, problemOf, readMembers } from './forwarding.ts';
import { exactly, reader } from './schema.ts';

interface Configuration {
  readonly devServer: { readonly proxy: readonly [ProxyOptions & { readonly context: readonly [string] }] };
}

/** https://webpack.js.org/configuration/dev-server/#devserverproxy */
const read = reader<Configuration>(
  exactly({
    devServer: exactly({
      proxy: {
        type: 'array',
        items: [
          optionsWith({ context: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 1 } }),
        ],
        minItems: 1,
        maxItems: 1,
        additionalItems: false,
      },
    }),
  }),
);

export const webpackProxy: ParsedPlatform = {
  platform,
  needs: [],
  async parse(_surroundings, snippets, policy) {
    const [proxy] = read(readMembers(textAt(snippets, 'config'))).devServer.proxy;
    return problemOf(proxy.context[0], proxy, policy);
  },
};
