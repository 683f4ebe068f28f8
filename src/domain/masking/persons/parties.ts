import { asText } from '../../json/looseValues.ts';
import { escapedPattern, traceOf } from '../text/trace.ts';
import { canonicalDigits, findPhoneNumbers } from './phoneNumbers.ts';

/** Who called, or was called: found wherever the own value stands, whatever it looks like. */
export interface Party {
  readonly role: 'caller' | 'called';
  /** The whole of it. */
  readonly value: string;
  /** Its digits when it is a number, also one with a scheme or a host around it. */
  readonly digits?: string | undefined;
  /** A number with nothing around it, found wherever it stands without being looked for. */
  readonly isPlainNumber: boolean;
  /** Finds it in text. */
  readonly pattern: RegExp;
  /** One of these is in every text that `pattern` finds something in. */
  readonly traces: readonly string[];
}

/** What is shorter cannot be told from any other text. */
const shortest = 3;

/** Undefined for nobody. */
export function readParty(role: Party['role'], value: unknown): Party | undefined {
  const text = asText(value)?.trim();
  if (text === undefined || text === '' || /^(?:CALLER|AGENT)-\d+$/.test(text)) return undefined;
  const numbers = findPhoneNumbers(text);
  const [number] = numbers;
  const digits = /^[+＋]?[\p{Nd}\p{Zs}().-]+$/u.test(text)
    ? canonicalDigits(text)
    : numbers.length === 1
      ? numbers[0]?.digits
      : undefined;
  const isPlainNumber = number !== undefined && digits === number.digits && number.end - number.start === text.length;
  return new PartyInText({ role, value: text, digits, isPlainNumber });
}

/** What it is found by is made when it is asked for: numbers are mostly found without. */
class PartyInText implements Party {
  readonly role: Party['role'];
  readonly value: string;
  readonly digits: string | undefined;
  readonly isPlainNumber: boolean;
  #pattern: RegExp | undefined;
  #traces: readonly string[] | undefined;

  constructor({ role, value, digits, isPlainNumber }: Omit<Party, 'pattern' | 'traces'>) {
    this.role = role;
    this.value = value;
    this.digits = digits;
    this.isPlainNumber = isPlainNumber;
  }

  get pattern(): RegExp {
    this.#pattern ??= patternOf(this.value, this.digits);
    return this.#pattern;
  }

  get traces(): readonly string[] {
    this.#traces ??= tracesOf(this.value, this.digits);
    return this.#traces;
  }
}

function patternOf(text: string, digits: string | undefined): RegExp {
  if (text.length < shortest) return /(?!)/gu;
  const forms = [...new Set([text, withoutScheme(text)])].map(
    (one) => `(?<![\\p{L}\\p{N}])${escapedPattern(one)}(?![\\p{L}\\p{N}])`,
  );
  if (digits !== undefined && digits.length >= 8) forms.push(`(?:\\+|00)?${digits}`);
  else if (digits !== undefined) forms.push(`(?<![\\p{L}\\p{N}]|\\d[.,:-])\\+?${digits}(?![\\p{L}\\p{N}]|[.,:-]\\d)`);
  return new RegExp((digits !== undefined && digits.length < 8 ? forms.slice(-1) : forms).join('|'), 'giu');
}

function tracesOf(text: string, digits: string | undefined): readonly string[] {
  if (text.length < shortest) return [];
  if (digits === undefined) return [traceOf(withoutScheme(text))];
  return digits.length < 8 ? [digits] : [traceOf(withoutScheme(text)), digits];
}

/** `bob@host` of `sip:bob@host`: where he is called by himself, the scheme is left out. */
function withoutScheme(text: string): string {
  return text.replace(/^[a-z][\w+.-]{1,15}:(?=\S{5})/iu, '');
}

/** Whether a text is this party's value, or its number. */
export function isValueOf(party: Party, text: string): boolean {
  return (
    withoutScheme(party.value.toLowerCase()) === withoutScheme(text.toLowerCase()) ||
    (/^[+\d]+$/.test(text) && isNumberOf(party, canonicalDigits(text)))
  );
}

/** Whether a number is this party's, also as it is dialled within the country. */
export function isNumberOf({ digits }: Party, number: string): boolean {
  if (digits === undefined || digits.length < 8) return digits === number;
  if (digits === number) return true;
  const national = number.replace(/^0(?!0)/, '');
  const abroad = digits.length - national.length;
  return national.length >= 7 && abroad > 0 && abroad <= 3 && digits.endsWith(national);
}
