import { azureBlobStorage as platform } from '../../../src/fixes/platforms/azure-blob-storage.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { azureCalls } from './azure-cli.ts';
import { checkedBy } from './check.ts';
import { valuesOf } from './run-shell.ts';
import { textAt } from './snippet-at.ts';

/** https://learn.microsoft.com/en-us/cli/azure/storage/cors#az-storage-cors-add */
const ADD = {
  '--services': true,
  '--account-name': true,
  '--origins': true,
  '--methods': true,
  '--allowed-headers': false,
  '--exposed-headers': false,
  '--max-age': false,
};
const METHODS = ['DELETE', 'GET', 'HEAD', 'MERGE', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

export const azureBlobStorage: ParsedPlatform = {
  platform,
  needs: [],
  beyond: {
    'every letter that a value may have': 'methods',
    'words that mean something to servers': 'methods',
    'as much as there may be': 'methods',
    'values as long as they may be': 'methods',
  },
  parse: checkedBy(async (snippets, _policy, { folder }) => {
    const calls = await azureCalls(textAt(snippets, 'command'), folder, { 'storage cors add': ADD });
    const call = calls.get('storage cors add') ?? [];
    const methods = valuesOf(call, '--methods');
    const strange = methods.filter((method) => !METHODS.includes(method));
    if (strange.length > 0) throw new Error(`No method: ${strange}`);
    const [seconds] = valuesOf(call, '--max-age');
    return {
      origins: valuesOf(call, '--origins'),
      methods,
      headers: valuesOf(call, '--allowed-headers'),
      exposed: valuesOf(call, '--exposed-headers'),
      maxAge: seconds === undefined ? null : Number(seconds),
    };
  }),
};
