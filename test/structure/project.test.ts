import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(`${ROOT}${file}`, 'utf8');

interface PackageJson {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Lockfile {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly license?: string;
        readonly resolved?: string;
        readonly dev?: boolean;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

const project = JSON.parse(read('package.json')) as PackageJson;
const lockfile = JSON.parse(read('package-lock.json')) as Lockfile;
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];

describe('documents', () => {
  it.each(DOCUMENTS)('every npm script that %s names exists', (document) => {
    const named = [...read(document).matchAll(/npm (?:run )?([a-z][\w:-]*)/g)].map(([, name]) => name ?? '');
    const builtIn = new Set(['ci', 'install', 'run', 'audit']);
    const missing = named.filter((name) => !builtIn.has(name) && !(name in project.scripts));
    expect(missing).toEqual([]);
  });

  it.each(DOCUMENTS)('every file that %s links to or shows exists', (document) => {
    const named = read(document).matchAll(/(?:\]\(|src(?:set)?=")(?!https?:|#)([^)#"]+)/g);
    const links = [...named].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([]);
  });

  it('the changelog has the version of package.json', () => {
    expect(read('CHANGELOG.md')).toContain(`## [${project.version}]`);
  });
});

describe('dependencies', () => {
  it('are pinned to exact versions', () => {
    const all = Object.entries({ ...project.dependencies, ...project.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('that go into the extension have licences that allow redistribution', () => {
    const allowed = new Set(['MIT', 'MPL-2.0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC']);
    const shipped = Object.entries(lockfile.packages).filter(
      ([path, { dev }]) => path !== '' && dev !== true,
    );
    expect(shipped.length).toBeGreaterThan(0);
    expect(shipped.filter(([, { license }]) => !allowed.has(license ?? ''))).toEqual([]);
  });

  it('have an entry for every platform, so that npm ci works on each', () => {
    const missing = Object.entries(lockfile.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          !(`node_modules/${name}` in lockfile.packages) &&
          !(`${path}/node_modules/${name}` in lockfile.packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('name no download host in the lockfile', () => {
    expect(Object.entries(lockfile.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual(
      [],
    );
  });
});

describe('top level', () => {
  it('has only what the layout agrees on', () => {
    const agreed =
      /^(\..+|src|public|test|manifest\.json|vite\.config\.ts|vitest\.config\.ts|tsconfig\.json|biome\.json|package\.json|package-lock\.json|README\.md|LICENSE|CHANGELOG\.md|CONTRIBUTING\.md)$/;
    const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
    const entries = [...new Set(tracked.map((file) => file.split('/')[0] ?? ''))];
    expect(entries.filter((entry) => !agreed.test(entry))).toEqual([]);
  });
});
