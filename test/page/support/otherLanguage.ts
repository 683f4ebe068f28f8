import fs from 'node:fs';
import path from 'node:path';
import type { Translation } from '../../../src/protocol/translation.ts';
import { pageRun } from './pageRun.ts';

const english = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const letters = [...'ÁƁĆĎÉƑĞĤÍĴĶĹḾŃÓṔǪŔŚŤÚṼŴẊÝŹáƀćďéƒğĥíĵķĺḿńóṕǫŕśťúṽŵẋýź'];

/** Every sentence of ours in a language without a letter of English, half as long again, its placeholders kept. */
export function otherLanguage(): Translation {
  const file = path.join(pageRun().root, 'l10n/bundle.l10n.json');
  const bundle = JSON.parse(fs.readFileSync(file, 'utf8')) as Translation;
  return Object.fromEntries(Object.keys(bundle).map((key) => [key, translated(key)]));
}

function translated(sentence: string): string {
  const words = sentence.replaceAll(/\{\d+\}|[a-z]/giu, (part) => letters[english.indexOf(part)] ?? part);
  return `⟦${words}${' ōōō'.repeat(Math.ceil(sentence.length / 8))}⟧`;
}
