import { azureAppService as platform } from '../../../src/fixes/platforms/azure-app-service.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { azureCalls } from './azure-cli.ts';
import { checkedBy } from './check.ts';
import { valuesOf } from './run-shell.ts';
import { textAt } from './snippet-at.ts';

const COMMANDS = {
  // https://learn.microsoft.com/en-us/cli/azure/webapp/cors#az-webapp-cors-add
  'webapp cors add': { '--resource-group': true, '--name': true, '--allowed-origins': true },
  // https://learn.microsoft.com/en-us/cli/azure/resource#az-resource-update
  'resource update': {
    '--resource-group': true,
    '--name': true,
    '--namespace': true,
    '--resource-type': true,
    '--parent': true,
    '--set': true,
  },
};

export const azureAppService: ParsedPlatform = {
  platform,
  needs: [],
  beyond: {
    list: 'exposed',
    public: 'exposed',
    path: 'exposed',
    'every letter that a value may have': 'exposed',
    'words that mean something to servers': 'exposed',
    'as much as there may be': 'exposed',
    'values as long as they may be': 'exposed',
    'what storage and hosting can have': 'exposed',
    'the same for every origin': 'exposed',
  },
  parse: checkedBy(async (snippets, _policy, { folder }) => {
    const calls = await azureCalls(textAt(snippets, 'command'), folder, COMMANDS);
    const [set] = valuesOf(calls.get('resource update') ?? [], '--set');
    return {
      origins: valuesOf(calls.get('webapp cors add') ?? [], '--allowed-origins'),
      credentials: set === 'properties.cors.supportCredentials=true',
    };
  }),
};
