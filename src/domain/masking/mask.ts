import { Aliases } from './aliases.ts';
import type { Party } from './persons/parties.ts';
import { readParty } from './persons/parties.ts';
import { JsonReader } from './reading/jsonReader.ts';
import { JsonTexts } from './reading/jsonTexts.ts';
import { KnownTexts } from './reading/knownTexts.ts';
import type { PrivatePart } from './reading/privatePart.ts';
import { inOrder } from './reading/privatePart.ts';
import { session } from './reading/sessionPlaces.ts';
import { TextReader } from './reading/textReader.ts';
import { TextsOfDocument } from './reading/textsOfDocument.ts';
import { KnownSecret } from './secrets/knownSecret.ts';
import { wholeText } from './text/decodedText.ts';
import type { LetterCodes } from './text/letterCodes.ts';
import { letterCodes } from './text/letterCodes.ts';

/** Puts aliases in place of what is personal or secret. One value has one alias for as long as the mask lives. */
export interface Mask {
  /** Any text: JSON stays JSON, an address an address, and all else stays letter by letter. Never throws; takes time in proportion to the text. */
  text(text: string): string;
  /** The JSON of a session, or of several: who called and was called, and what was said for secrets, is found in all of it, and what tells sessions apart stays. */
  session(json: string): string;
  /** The alias of what was found in a text. */
  aliasOf(part: Pick<PrivatePart, 'kind' | 'value'>): string;
  /** What of a text is masked. */
  find(text: string): readonly PrivatePart[];
}

export interface MaskOptions {
  /** Whose session it is, as the document says. */
  readonly caller?: string | undefined;
  readonly called?: string | undefined;
  /** What was said for secrets: covered wherever it stands. */
  readonly said?: readonly string[];
  /** A faster way to read the letters of a long text, where the platform has one. What it returned before may be overwritten. */
  readonly readLetters?: (text: string) => LetterCodes;
  /** Personal data stays as it is, only secrets are covered. */
  readonly secretsOnly?: boolean;
}

export function createMask(options: MaskOptions = {}): Mask {
  const { caller, called, said = [], readLetters = letterCodes, secretsOnly = false } = options;
  const aliases = new Aliases();
  // Made with the first session: texts alone need none.
  let before: { readonly texts: KnownTexts; readonly headers: KnownTexts } | undefined;
  const values = new TextsOfDocument();
  const parties = [readParty('caller', caller), readParty('called', called)].filter((party) => party !== undefined);
  for (const party of parties) aliases.ofParty(party);
  const secrets = said.map((value) => new KnownSecret(value));

  function find(text: string): readonly PrivatePart[] {
    const reader = new TextReader({ parties, secrets, secretsOnly });
    reader.read(text, wholeText);
    return reader.parts;
  }

  function maskedSession(json: string): string {
    before ??= { texts: new KnownTexts(), headers: new KnownTexts() };
    const reader = new TextReader({ secretsOnly, before });
    values.forget();
    const codes = readLetters(json);
    const document = new JsonReader(reader, json, { place: wholeText, codes, root: session, values });
    document.read();
    const found = document.parties;
    for (const party of found) aliases.ofParty(party);
    const alias = (part: PrivatePart): string => aliases.of(part, found);
    const masked = replaced(json, reader.parts, alias);
    // Who they are is known at the end of a document, and so is what was said. Numbers are found without that; all else is sought.
    const isLeft = (party: Party): boolean => !party.isPlainNumber || masked.includes(party.digits ?? party.value);
    const parties = !secretsOnly && found.some(isLeft) ? found : [];
    const secrets = document.said.map((value) => new KnownSecret(value));
    if (parties.length + secrets.length === 0) return masked;
    const again = new TextReader({ parties, secrets, secretsOnly, soughtOnly: true });
    values.read(new JsonTexts(again, { text: json, codes }, wholeText), parties, secrets);
    return replaced(json, inOrder([...reader.parts, ...again.parts]), alias);
  }

  return {
    find,
    aliasOf: (part) => aliases.of(part, parties),
    text: (text) => replaced(text, find(text), (part) => aliases.of(part, parties)),
    session: maskedSession,
  };
}

/** A text with its parts as `alias` says. */
function replaced(text: string, parts: readonly PrivatePart[], alias: (part: PrivatePart) => string): string {
  let [masked, end] = ['', 0];
  for (const part of parts) {
    masked += `${text.slice(end, part.start)}${part.quote ?? ''}${alias(part)}${part.quote ?? ''}`;
    end = part.end;
  }
  return end === 0 ? text : masked + text.slice(end);
}
