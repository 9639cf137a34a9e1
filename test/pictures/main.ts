import { accept } from './accept.ts';
import { takeDevTools } from './devtools.ts';
import { SUBJECTS } from './subjects.ts';

/** `npm run pictures`: takes all pictures anew, the README's and those of the gallery. */
export async function main(): Promise<number> {
  await takeDevTools();
  return accept({ subjects: SUBJECTS });
}
