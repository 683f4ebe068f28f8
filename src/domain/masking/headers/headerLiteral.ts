/** A literal as a value; `complete` when nothing of it was left. */
export interface Literal {
  readonly value: object;
  readonly complete: boolean;
}

/** What stands in front of the bracket: `map`, `http.Header`, `new Headers(`, `Object [AxiosHeaders]`, `Array`. */
const lead =
  /^\s*(?:#<[A-Z][\w:]*\s|@?(?:java\.)?[\w.]+@[\da-f]+\s*\{\s*|@[A-Z]\w*\(\s*|new\s*(?:[\w.]*<[\w, .]+>)?\s*(?:\(\)\s*)?(?=\{)|[%@&]|\$\w+\s*=\s*|\[[A-Z][\w :()]*\]\s*(?=\{)|(?:new\s+)?<?(?:[A-Za-z_&][\w.:]*|\[\])(?:\s?\[[\w\s*]+\][\w*[\]]*|\(\d+\)(?=\s*[{[]))?\s*)?(?=[{[(])/u;

/** A map or a list as a programming language writes or prints it; undefined for what begins in another way. */
export function readLiteral(text: string): Literal | undefined {
  const plain = /^\s*a:\d+:\{s:/.test(text) ? withoutLengths(text) : text;
  const start = lead.exec(plain)?.[0].length;
  return start === undefined || start >= plain.length ? undefined : new LiteralReader(plain, start).read();
}

/** A map as PHP serialises it, names and values in turn, without what says how long each is. */
function withoutLengths(text: string): string {
  return text.replaceAll(/\b[as]:\d+:(?=["{])/g, '');
}

/** Lists in lists more often than this are no headers. */
const deepest = 8;
const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
const space = /(?:[\s,;]|<<|>>)*/uy;
const bracketed = /\[\s*(["']?)([\w!#$%&*+.^`|~-]+)\1\s*\]\s*=>?|\[Symbol\(([\w ]+)\)\]\s*(?=:)/uy;
const bareName = /:?[\w!#$%&*+.^|~-]+(?=\s*(?:=>|->|[:=]))|:[\w.-]+(?=\s+["'])/uy;
/** A type around a name or a value: `AnyHashable("…")`, and PHP's `string(16) "…"`. */
const wrapped = /[A-Za-z_][\w.]*\(\s*(?=["'])|string\(\d+\)\s*(?=")/uy;
const unwrapped = /\s*\)/uy;
const separator = /\s*(?:=>|->|[:=])\s*/uy;
const typed = /(?:[A-Za-z_][\w.]*(?:\(\d+\))?|\[\][\w.]+|\[Object: null prototype\])\s*(?=[{[(])/uy;
const quoted = /(?::|[bruf]{0,2})("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)/isuy;
/** Where a value without quotes ends: before its map's end, its line's, or the next name. */
const bareEnd = /[}\])\r\n;]|,\s*(?:["']|\[Symbol\(|:?[\w-]+\s*(?:=>|->|[:=])|[A-Za-z_]\w*\(["'])|\s+[\w-]+:\S|$/gu;
const bareItemEnd = /[,}\])\r\n]|$/gu;

interface Pair {
  readonly name: string;
  readonly value: unknown;
}

class LiteralReader {
  readonly #text: string;
  #at: number;
  #complete = true;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  read(): Literal {
    const entries = this.#entries(0);
    this.#take(space);
    if (!/^[\s)\]};>]*$/u.test(this.#text.slice(this.#at))) this.#complete = false;
    return { value: toValue(entries, true), complete: this.#complete };
  }

  #entries(depth: number): readonly (Pair | { readonly item: unknown })[] {
    const close = closers[this.#text.charAt(this.#at)] ?? '}';
    this.#at += 1;
    const entries: (Pair | { readonly item: unknown })[] = [];
    for (;;) {
      this.#take(space);
      if (this.#at >= this.#text.length || depth > deepest) {
        this.#complete = false;
        this.#at = this.#text.length;
        return entries;
      }
      if (/[}\])]/u.test(this.#text.charAt(this.#at))) {
        if (this.#text.charAt(this.#at) !== close) this.#complete = false;
        this.#at += 1;
        return entries;
      }
      entries.push(this.#entry(depth));
    }
  }

  #entry(depth: number): Pair | { readonly item: unknown } {
    const inBrackets = this.#take(bracketed);
    const name = inBrackets?.[2] ?? inBrackets?.[3] ?? this.#take(bareName)?.[0].replace(/^:/u, '') ?? this.#string();
    if (name === undefined) return { item: this.#value(depth, bareItemEnd) };
    const before = this.#text.slice(this.#at - 2, this.#at);
    const named = /=>$|\]\s?=$/u.test(before) || this.#take(separator) !== undefined || this.#atString();
    if (!named) return { item: name };
    this.#take(/\s*/uy);
    return { name, value: this.#value(depth, bareEnd) };
  }

  #value(depth: number, end: RegExp): unknown {
    this.#take(/<</uy);
    const text = this.#string();
    if (text !== undefined) return text;
    // Node prints no more of what is nested deep.
    if (this.#take(/\[(?:Object|Array|\w+Map)\]/uy)) this.#complete = false;
    this.#take(typed);
    if (/[{[(]/u.test(this.#text.charAt(this.#at))) return toValue(this.#entries(depth + 1), false);
    end.lastIndex = this.#at;
    const stop = end.exec(this.#text)?.index ?? this.#text.length;
    const bare = this.#text.slice(this.#at, stop).trim();
    if (stop === this.#at && !/[\r\n,;}\])]/u.test(this.#text.charAt(stop))) this.#complete = false;
    // Never stands still.
    this.#at = Math.max(stop, this.#at + (end === bareItemEnd && stop === this.#at ? 1 : 0));
    return /^(?:null|None|nil|undefined)$/u.test(bare) ? null : bare;
  }

  /** Whether a string follows a name at once, as Clojure writes it; never after a string. */
  #atString(): boolean {
    return (
      /:[\w.-]+$/u.test(this.#text.slice(Math.max(0, this.#at - 80), this.#at)) &&
      this.#take(/\s+(?=["'])/uy) !== undefined
    );
  }

  #string(): string | undefined {
    if (this.#take(wrapped)) {
      const held = this.#string();
      this.#take(unwrapped);
      return held;
    }
    const found = this.#take(quoted)?.[1];
    return found?.slice(1, -1).replaceAll(/\\(["'`\\/])/gu, '$1');
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? undefined;
    if (found) this.#at += found[0].length;
    return found;
  }
}

/** Pairs of the whole stay pairs: a name may come twice. */
function toValue(entries: readonly (Pair | { readonly item: unknown })[], whole: boolean): object {
  const pairs = entries.flatMap((entry) => ('name' in entry ? [[entry.name, entry.value] as const] : []));
  if (pairs.length > 0 && pairs.length === entries.length) {
    const isEntry =
      pairs.some(([name]) => /^(?:name|key|header|field)$/iu.test(name)) &&
      pairs.some(([name]) => /^values?$/iu.test(name));
    return whole && !isEntry ? pairs.map(([name, value]) => [name, value]) : Object.fromEntries(pairs);
  }
  const [only] = entries;
  // What wraps the whole: `Headers({…})`.
  if (whole && entries.length === 1 && only && 'item' in only && typeof only.item === 'object' && only.item !== null) {
    return only.item;
  }
  return entries.map((entry) => ('name' in entry ? [entry.name, entry.value] : entry.item));
}
