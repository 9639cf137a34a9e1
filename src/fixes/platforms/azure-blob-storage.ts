import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { knownMethods } from './limits.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

/** Of origins, and of headers of each kind. */
const MOST = 64;
/** Of all values together. */
const MOST_BYTES = 2048;

export const azureBlobStorage: ServerPlatform = {
  id: 'azure-blob-storage',
  name: 'Azure Blob Storage',
  family: 'cloud',
  answersAs: ['azure-blob-storage'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'a shell, and the options of the Azure CLI' },
  limits: [
    knownMethods(
      ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'MERGE', 'OPTIONS', 'PATCH'],
      'Azure Storage takes no other methods than `GET`, `HEAD`, `POST`, `PUT`, `DELETE`, `MERGE`, `OPTIONS` and `PATCH`.',
    ),
    {
      id: 'size',
      field: 'origins',
      words:
        'Azure Storage takes 64 origins, 64 headers and 2 KiB for all of it. Name fewer, or put a CDN in front that adds the headers.',
      exceededBy: (policy) => (isTooMuch(policy) ? '' : null),
    },
  ],
  unsaid: ['credentials'],
  generate: (policy) => [{ place: 'command', file: null, language: 'shell', lines: command(policy) }],
  places: { command: 'Into a shell that is signed in to Azure (`az login`).' },
  reload: 'It takes effect within a minute.',
  traps: [
    {
      id: 'first-rule',
      about: ['origin', 'options'],
      words:
        'The command adds a rule, and the first rule that matches counts. `az storage cors list` shows all of them, `az storage cors clear --services b` takes them out.',
    },
    {
      id: 'whole-rule',
      about: ['options'],
      words:
        'If origin, method or one of the headers isn’t in the rule, the preflight is answered with 403. The libraries of Azure send `x-ms-version`, `x-ms-blob-type` and others: `x-ms-*` allows all of these.',
    },
    {
      id: 'service',
      about: ['route'],
      words: 'Blobs, files, queues and tables each have rules of their own: `b` stands for blobs only.',
    },
    {
      id: 'case',
      about: ['origin'],
      words:
        'Origins are compared letter by letter, with scheme and port. A slash at the end matches no page.',
    },
    {
      id: 'credentials',
      about: ['origin'],
      words:
        'For origins that are listed, it sends `Access-Control-Allow-Credentials: true` in any case; for `*` never.',
    },
    {
      id: 'cdn',
      about: ['cache', 'layers'],
      words:
        'A CDN in front may keep the answer for one origin and give it to another: let it have `Origin` in its cache key.',
    },
  ],
  links: [
    {
      label: 'Azure Storage: CORS support',
      url: 'https://learn.microsoft.com/en-us/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services',
    },
    { label: 'Azure CLI: az storage cors', url: 'https://learn.microsoft.com/en-us/cli/azure/storage/cors' },
  ],
};

function isTooMuch(policy: WritablePolicy): boolean {
  const { origins, headers, exposed } = policy;
  const lists = [origins === '*' ? ['*'] : origins, allowedMethods(policy), headers, exposed];
  return (
    lists.some((list) => list.length > MOST) || lists.map((list) => list.join()).join().length > MOST_BYTES
  );
}

function command(policy: WritablePolicy): readonly Line[] {
  const { origins, headers, exposed, maxAge } = policy;
  const options = [
    ...lines('apply', 'az storage cors add --services b --account-name "$ACCOUNT"'),
    ...(origins === '*'
      ? lines('any-origin', '  --origins "*"')
      : lines('origins', '  --origins', ...origins.map((origin) => `    "${origin}"`))),
    ...lines('methods', `  --methods ${allowedMethods(policy).join(' ')}`),
    ...lines('headers', headers.length > 0 && `  --allowed-headers ${headers.join(' ')}`),
    ...lines('exposed', exposed.length > 0 && `  --exposed-headers ${exposed.join(' ')}`),
    ...lines('max-age', maxAge !== null && `  --max-age ${maxAge}`),
  ];
  return [
    ...lines('your-part', 'ACCOUNT=your-storage-account'),
    ...options.map((line, at) => (at < options.length - 1 ? { ...line, text: `${line.text} \\` } : line)),
  ];
}
