import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Manifest {
  readonly version: string;
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly icons: Readonly<Record<string, string>>;
  readonly devtools_page: string;
  readonly action: {
    readonly default_area?: string;
    readonly default_popup: string;
    readonly default_icon: Readonly<Record<string, string>>;
  };
  readonly background: {
    readonly service_worker?: string;
    readonly scripts?: readonly string[];
    readonly type?: string;
  };
  readonly content_security_policy: { readonly extension_pages: string };
  readonly web_accessible_resources?: unknown;
  readonly content_scripts?: unknown;
  readonly optional_host_permissions?: unknown;
}

describe.each(['chrome', 'firefox'])('dist/%s', (target) => {
  const dist = `${ROOT}dist/${target}/`;
  const manifest = JSON.parse(readFileSync(`${dist}manifest.json`, 'utf8')) as Manifest;
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  const scripts = files.filter((file) => file.endsWith('.js'));
  const version = (JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string }).version;

  it('has the version of package.json', () => expect(manifest.version).toBe(version));

  it('asks for the least permissions', () => {
    expect(manifest.permissions).toEqual(['webRequest', 'storage']);
    expect(manifest.host_permissions).toEqual(['<all_urls>']);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
  });

  it('has a background of its browser’s kind', () => {
    if (target === 'chrome') expect(manifest.background.service_worker).toBeDefined();
    else expect(manifest.background).toMatchObject({ type: 'module', scripts: [expect.any(String)] });
  });

  it('brings catalogues without what only translators need, and none of the English that the code has', () => {
    const catalogues = readdirSync(`${dist}_locales`).map((folder) => {
      const messages: unknown = JSON.parse(readFileSync(`${dist}_locales/${folder}/messages.json`, 'utf8'));
      return { folder, messages: Object.entries(messages as Record<string, object>) };
    });
    expect(catalogues.length).toBeGreaterThan(1);
    for (const { folder, messages } of catalogues) {
      expect(messages.filter(([, entry]) => Object.keys(entry).join() !== 'message')).toEqual([]);
      const names = messages.map(([name]) => name);
      if (folder === 'en') expect(names).toEqual(['extensionName', 'extensionDescription', 'language']);
      else expect(names.length).toBeGreaterThan(1_000);
    }
  });

  it('puts its button where it can be seen, if the browser lets it', () => {
    expect(manifest.action.default_area).toBe(target === 'firefox' ? 'navbar' : undefined);
  });

  it('has every file that its manifest names', () => {
    const { service_worker, scripts: backgroundScripts = [] } = manifest.background;
    const { default_popup, default_icon } = manifest.action;
    const icons = [...Object.values(manifest.icons), ...Object.values(default_icon)];
    const named = [manifest.devtools_page, default_popup, ...icons, ...backgroundScripts];
    if (service_worker !== undefined) named.push(service_worker);
    expect(named.filter((file) => !existsSync(`${dist}${file}`))).toEqual([]);
    expect(existsSync(`${dist}src/panel/panel.html`)).toBe(true);
  });

  it('allows no script, style, image or connection from elsewhere', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).not.toContain('connect-src');
  });

  it('has no way to reach the network, to run text or to make markup of it', () => {
    for (const file of scripts) {
      const used = namesUsedIn(readFileSync(`${dist}${file}`, 'utf8'));
      expect(
        FORBIDDEN.filter((name) => used.has(name)),
        file,
      ).toEqual([]);
    }
  });
});

/** What a script of the extension must not call, construct or write to; with a dot, as a method or property of anything. */
const FORBIDDEN = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'eval',
  'Function',
  '.fetch',
  '.sendBeacon',
  '.innerHTML',
  '.outerHTML',
  '.insertAdjacentHTML',
];

/** Names that code calls, constructs or assigns to as properties. Words in strings don't count. */
function namesUsedIn(code: string): ReadonlySet<string> {
  const used = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const each of node) visit(each);
      return;
    }
    const { type, callee, left } = node as Record<string, unknown>;
    if (type === 'CallExpression' || type === 'NewExpression') used.add(nameOf(callee));
    if (type === 'AssignmentExpression') used.add(nameOf(left));
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(code));
  return used;
}

function nameOf(node: unknown): string {
  const { type, name, property } = node as Record<string, unknown>;
  if (type === 'MemberExpression') return `.${nameOf(property)}`;
  return typeof name === 'string' ? name : '';
}
