import type { Stretch } from '../text/stretch.ts';

/** An address that is said, and how it is written. */
export interface SpokenEmail extends Stretch {
  readonly address: string;
}

/** What people call the sign, beside "at", which is a word of many sentences. */
const signs = 'arroba|arobase|chiocciola|klammeraffe|apenstaartje|snabel-?a|małpa|собака|шторудель|שטרודל|כרוכית';
const dots = 'dot|punkt|point|punto|ponto|punt|kropka|точка|נקודה';
const blank = String.raw`[\s([{<]{1,3}`;
const behind = String.raw`[\s)\]}>]{1,3}`;
const label = String.raw`[\p{L}\p{N}][\p{L}\p{N}-]{0,60}`;
const dot = String.raw`(?:${blank}(?:${dots})${behind}|\.)`;
const host = String.raw`${label}(?:${blank}(?:dash|hyphen)${behind}${label})?(?:${dot}${label}){0,3}${dot}\p{L}{2,10}(?![\p{L}\p{N}])`;
const sign = new RegExp(String.raw`(?<=[\p{L}\p{N}]${blank})(at|${signs})${behind}(?=(${host}))`, 'giu');
/** Something of every address that is said: tells most texts apart at once. */
const trace = new RegExp(
  String.raw`[\s([{<](?:at|${signs})[\s)\]}>]{1,3}[^\s.([{<]{1,61}(?:\.[^\s.]|[\s([{<]{1,3}(?:dash|hyphen|${dots})[\s)\]}>])`,
  'i',
);

const joint = String.raw`(?:${blank}(?:${dots}|underscore|under\s?score|dash|hyphen|minus|plus)${behind})`;
const name = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}])(?:[\p{L}\p{N}]\s){2,40}[\p{L}\p{N}]|(?<![\p{L}\p{N}._-])(?:[\p{L}\p{N}._-]{1,60}${joint}){0,4}[\p{L}\p{N}._-]{1,60})${blank}$`,
  'u',
);
const hasJoint = new RegExp(String.raw`${joint}|\d|_|^(?:\S\s){2}`, 'u');
/** Who gives addresses to persons. */
const provider =
  /^(?:g(?:oogle)?mail|yahoo|hotmail|outlook|live|icloud|aol|proton(?:mail)?|gmx|msn|yandex|ymail|fastmail|zoho|web|mail|walla)(?![\p{L}\p{N}])/iu;
const toldBefore = /(?:e-?mail|mail|correo|courriel|posta|почт|מייל|address|adresse)[^.!?\n]{0,60}$/iu;
/** What stands before "at" in a sentence. */
const noName =
  /^(?:us|me|you|him|her|them|it|this|that|is|are|was|be|look|visit|page|site|website|online|available|here|there|found|find|see|or|and|out|up|in|email|e-mail|mail|address|account|support|help|host(?:ed)?|server|service|log|login|sign)$/iu;

/** The e-mail addresses that a text has in words, as transcripts have them and who hides them: `jo at example dot com`, `jo [at] example [dot] com`. */
export function findSpokenEmails(text: string): readonly SpokenEmail[] {
  if (!mayHaveSpokenEmail(text)) return [];
  const found: SpokenEmail[] = [];
  let before = 0;
  for (const { 0: said, 1: at = '', 2: hostSaid = '', index } of text.matchAll(sign)) {
    const lead = text.slice(Math.max(before, index - 160), index);
    const written = name.exec(lead)?.[0] ?? '';
    const start = index - written.length;
    const called = written.replace(/[\s([{<]+$/u, '');
    if (called === '' || noName.test(called)) continue;
    const end = index + said.length + hostSaid.length;
    const isAll = text.slice(0, start).trim() === '' && /^[\s.!]*$/.test(text.slice(end));
    const isTold =
      isAll ||
      isMeantAsSign(at, said, hostSaid) ||
      provider.test(hostSaid) ||
      toldBefore.test(text.slice(Math.max(0, start - 100), start));
    // `notes.txt at example.com` is none.
    if (!isTold && (!hasJoint.test(written) || hostSaid.includes('.'))) continue;
    found.push({ start, end, address: `${asWritten(called)}@${asWritten(hostSaid)}` });
    before = end;
  }
  return found;
}

/** Whether the sign is no word of a sentence: in brackets, in capitals, of another language. */
function isMeantAsSign(at: string, said: string, hostSaid: string): boolean {
  return !/^at$/iu.test(at) || /[)\]}>]/.test(said) || (at === 'AT' && hostSaid.includes(' DOT '));
}

const marks: readonly (readonly [said: RegExp, written: string])[] = [
  [new RegExp(`${blank}(?:${dots})${behind}`, 'giu'), '.'],
  [new RegExp(String.raw`${blank}under\s?score${behind}`, 'giu'), '_'],
  [new RegExp(`${blank}(?:dash|hyphen|minus)${behind}`, 'giu'), '-'],
  [new RegExp(`${blank}plus${behind}`, 'giu'), '+'],
  [/\s+/gu, ''],
];

function asWritten(said: string): string {
  return marks.reduce((text, [pattern, mark]) => text.replaceAll(pattern, mark), said).toLowerCase();
}

/** Also of a text that is written as JSON writes it. */
export function mayHaveSpokenEmail(text: string): boolean {
  return trace.test(text);
}
