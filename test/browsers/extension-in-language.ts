import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { extensionFor } from './with-extension.ts';

/**
 * A copy of the extension for Chromium that has words in this language only. Chromium speaks a language only where it is
 * installed with it, which it mostly isn't; these words it takes as it would take them then.
 *
 * @returns its directory; whoever asks for it removes it with `rmSync`
 */
export function extensionInLanguage(tag: string): string {
  const built = extensionFor('chromium');
  const directory = mkdtempSync(join(dirname(built), `${basename(built)}-${tag}-`));
  cpSync(built, directory, { recursive: true });
  const manifestFile = join(directory, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, unknown>;
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, default_locale: tag }));
  const others = readdirSync(join(directory, '_locales')).filter((each) => each !== tag);
  for (const each of others) rmSync(join(directory, '_locales', each), { recursive: true });
  return directory;
}
