import { readFileSync } from 'node:fs';
import { catalogueText, type Messages, parseMessages } from './catalogue.ts';
import { messagesFor } from './english.ts';
import { languages, readMessages, writeMessages } from './messages-file.ts';
import { englishCatalogue, translate } from './translation.ts';

const USAGE = `npm run locales                          writes the catalogues, and says what is to be translated
npm run locales -- fr                    writes that language's, which may be new
npm run locales -- fr translated.json    takes in translations: a file like a catalogue
npm run locales -- fr --missing          prints what is to be translated, as such a file`;

/** `npm run locales`: writes the English catalogue from the code, and brings the others up to date with it. */
export function main(argv: readonly string[]): number {
  const [tag, ...files] = argv;
  if (tag?.startsWith('-')) {
    console.log(USAGE);
    return 1;
  }
  if (tag !== undefined && files.includes('--missing')) {
    console.log(catalogueText(toTranslate(tag)));
    return 0;
  }
  writeMessages('en', englishCatalogue());
  const others = tag === undefined ? languages().filter((each) => each !== 'en') : [tag];
  for (const each of others) {
    const { messages, missing, outdated } = translate(each, readMessages(each), ...files.map(readFile));
    writeMessages(each, messages);
    console.log(`${each}: ${missing.size} missing, ${outdated.length} of other English than now`);
    for (const name of [...missing.keys(), ...outdated]) console.log(`  ${name}`);
  }
  return 0;
}

/** What a translator fills in: an empty message with its English, and what was said of other English. */
function toTranslate(tag: string): Messages {
  const { messages, missing, outdated } = translate(tag, readMessages(tag));
  const now = messagesFor(tag);
  return Object.fromEntries([
    ...[...missing].map(([name, description]) => [name, { message: '', description }] as const),
    ...outdated.map(
      (name) => [name, { message: messages[name]?.message ?? '', description: now.get(name) ?? '' }] as const,
    ),
  ]);
}

function readFile(path: string): Messages {
  return parseMessages(readFileSync(path, 'utf8'));
}
