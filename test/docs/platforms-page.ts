import { type AllowListPolicy, configurationFor, PLATFORMS } from '../../src/fixes/index.ts';
import {
  type ServerPlatform,
  type Snippet,
  type SnippetLanguage,
  textOf,
} from '../../src/fixes/platforms/platform.ts';
import { provenOn } from '../../src/fixes/platforms/proven.ts';
import { SERVERS } from '../servers/servers/index.ts';

/** What the examples allow. */
const EXAMPLE: AllowListPolicy = {
  origins: ['https://app.example.com'],
  methods: ['PUT'],
  headers: ['authorization', 'content-type'],
  credentials: true,
  exposed: ['x-total-count'],
  maxAge: 7200,
  path: null,
};

/** Where the examples of development proxies forward to. */
const API = 'https://api.example.com';

/** The page about the platforms: of each, what is to be pasted where, on what it was proven, and what goes wrong. */
export function platformsPage(): string {
  return [
    '# Configurations for servers',
    'Written by `npm run docs` from the platforms in this folder and from what was run; don’t edit it. How they are proven is told in [test/servers](../../../test/servers/README.md).',
    `Each example lets \`${EXAMPLE.origins[0]}\` use \`PUT\` with \`Authorization\` and \`Content-Type\`, with credentials, and read \`X-Total-Count\`. A platform that can’t do that has an example for every page, or says why it has none.`,
    overview(),
    ...PLATFORMS.map(section),
    '',
  ].join('\n\n');
}

function overview(): string {
  const rows = PLATFORMS.map(
    (platform) => `| [${platform.name}](#${anchorOf(platform.name)}) | ${proofOf(platform)} |`,
  );
  return ['| platform | proven |', '| --- | --- |', ...rows].join('\n');
}

/** As GitHub makes it of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function proofOf({ id, proof }: ServerPlatform): string {
  if (proof.kind === 'checked') return `not run by us, checked by ${proof.by}`;
  const on = provenOn(id);
  if (on === null) return 'not yet';
  return `run: ${on.version}, with Chromium ${on.chromium} and Firefox ${on.firefox}, ${on.date}`;
}

function section(platform: ServerPlatform): string {
  const { id, name, places, reload, traps, limits = [], links } = platform;
  const exceptions = Object.values(SERVERS.find((server) => server.platform.id === id)?.otherwise ?? {});
  return [
    `## ${name}`,
    `${capital(proofOf(platform))}.`,
    ...examples(platform).flatMap((snippet) => [
      `${places[snippet.place] ?? ''}${snippet.file === null ? '' : ` (\`${snippet.file}\`)`}`,
      `\`\`\`${FENCES[snippet.language]}
${textOf(snippet)}\`\`\``,
    ]),
    reload,
    ...list('It can’t do everything', [...limits.map(({ words }) => words), ...exceptions]),
    ...list(
      'What goes wrong',
      traps.map(({ words }) => words),
    ),
    links.map(({ label, url }) => `[${label}](${url})`).join(' · '),
  ].join('\n\n');
}

function examples(platform: ServerPlatform): readonly Snippet[] {
  for (const policy of [EXAMPLE, { ...EXAMPLE, origins: '*', credentials: false } as const]) {
    const configuration = configurationFor(platform, policy, API);
    if (configuration.kind === 'written') return configuration.snippets;
  }
  return [];
}

function list(heading: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${heading}:`, items.map((item) => `- ${item}`).join('\n')];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** As Markdown's readers name them. */
const FENCES: Readonly<Record<SnippetLanguage, string>> = {
  nginx: 'nginx',
  apache: 'apache',
  caddy: 'text',
  haproxy: 'text',
  lighttpd: 'text',
  vcl: 'text',
  javascript: 'js',
  typescript: 'ts',
  python: 'python',
  php: 'php',
  ruby: 'ruby',
  go: 'go',
  java: 'java',
  csharp: 'csharp',
  xml: 'xml',
  json: 'json',
  yaml: 'yaml',
  toml: 'toml',
  properties: 'properties',
  shell: 'sh',
  headers: 'text',
};
