/**
 * Makes the table that says for every character what it is to the rules of word breaking. It holds the properties as Lucene's
 * StandardTokenizer has them: those of Unicode 9, with the emoji of Unicode 14. Newer tables would break words where Lucene does not
 * (the colon of `AB:CD`, for one, has since left the middle of words).
 */
const unicode9 = '@unicode/unicode-9.0.0';
const unicode14 = '@unicode/unicode-14.0.0';
const codePoints = 0x110000;
/** @type {Set<number>} */
const none = new Set();

const breakProperties = {
  letter: 'ALetter',
  hebrew: 'Hebrew_Letter',
  digit: 'Numeric',
  katakana: 'Katakana',
  midLetter: 'MidLetter',
  midNumberOrLetter: 'MidNumLet',
  midNumber: 'MidNum',
  singleQuote: 'Single_Quote',
  doubleQuote: 'Double_Quote',
  link: 'ExtendNumLet',
  regionalIndicator: 'Regional_Indicator',
};

/**
 * The characters of a property, as a set of code points.
 * @param {string} unicode
 * @param {string} property
 * @returns {Promise<Set<number>>}
 */
async function charactersOf(unicode, property) {
  const { default: points } = await import(`${unicode}/${property}/code-points.mjs`);
  return new Set(points);
}

/** @param {...Set<number>} sets */
function union(...sets) {
  return new Set(sets.flatMap((set) => [...set]));
}

/**
 * @param {Set<number>} set
 * @param {...Set<number>} others
 */
function without(set, ...others) {
  return new Set([...set].filter((point) => !others.some((other) => other.has(point))));
}

/**
 * @param {number} first
 * @param {number} last
 */
function range(first, last) {
  return new Set(Array.from({ length: last - first + 1 }, (_, at) => first + at));
}

/**
 * What characters can be; one may be several of these at once.
 * @returns {Promise<Record<string, Set<number>>>}
 */
async function properties() {
  const ofBreaks = Object.entries(breakProperties).map(
    async ([name, property]) => /** @type {const} */ ([name, await charactersOf(unicode9, `Word_Break/${property}`)]),
  );
  const breaks = Object.fromEntries(await Promise.all(ofBreaks));
  const { digit = none, regionalIndicator = none } = breaks;
  const fullWidthDigits = range(0xff10, 0xff19);
  const joiner = await charactersOf(unicode9, 'Word_Break/ZWJ');
  const marks = await charactersOf(unicode9, 'Word_Break/Extend');
  const extender = union(marks, await charactersOf(unicode9, 'Word_Break/Format'), joiner);
  const emojiStyle = new Set([0xfe0f]);
  const textStyle = new Set([0xfe0e]);
  const modifier = await charactersOf(unicode14, 'Binary_Property/Emoji_Modifier');
  const keycapBase = codePointsOf('0123456789#*');
  const emoji = await charactersOf(unicode14, 'Binary_Property/Emoji');
  const pictographic = await charactersOf(unicode14, 'Binary_Property/Extended_Pictographic');
  return {
    ...breaks,
    digit: union(digit, fullWidthDigits),
    ideograph: await charactersOf(unicode9, 'Script/Han'),
    hiragana: await charactersOf(unicode9, 'Script/Hiragana'),
    southeastAsian: await charactersOf(unicode9, 'Line_Break/Complex_Context'),
    joiner,
    extender,
    emojiStyle,
    plainExtender: without(extender, emojiStyle, textStyle),
    modifier,
    modifierBase: await charactersOf(unicode14, 'Binary_Property/Emoji_Modifier_Base'),
    keycapBase,
    keycap: new Set([0x20e3]),
    picture: union(pictographic, without(emoji, regionalIndicator, keycapBase, codePointsOf('©®™〰〽'), modifier)),
    tagCharacter: range(0xe0020, 0xe007e),
    tagEnd: new Set([0xe007f]),
  };
}

/** @param {string} text */
function codePointsOf(text) {
  return new Set(Array.from(text, (character) => Number(character.codePointAt(0))));
}

/** A module with the names of the properties, the classes of characters that share all properties, and the runs of each class. */
export async function wordClasses() {
  const masks = new Int32Array(codePoints);
  const of = await properties();
  const names = Object.keys(of);
  names.forEach((name, bit) => {
    for (const point of of[name] ?? []) masks[point] = Number(masks[point]) | (1 << bit);
  });
  /** @type {number[]} */
  const classes = [];
  /** @type {[index: number, length: number][]} */
  const runs = [];
  for (let start = 0; start < codePoints; ) {
    let end = start + 1;
    while (end < codePoints && masks[end] === masks[start]) end++;
    const mask = Number(masks[start]);
    if (!classes.includes(mask)) classes.push(mask);
    runs.push([classes.indexOf(mask), end - start]);
    start = end;
  }
  if (classes.length > 52) throw new Error(`${classes.length} classes of characters are more than there are letters`);
  /** @param {number} index */
  const letter = (index) => String.fromCharCode(index < 26 ? 65 + index : 97 - 26 + index);
  const text = runs.map(([index, length]) => `${letter(index)}${length === 1 ? '' : length}`).join('');
  return `/** What a character can be to the rules of word breaking: bits, of which it may have several. */
export const property = ${JSON.stringify(Object.fromEntries(names.map((name, bit) => [name, 2 ** bit])))} as const;

/** The classes of characters: the bits that all of a class have. */
export const classes: readonly number[] = ${JSON.stringify(classes)};

/** The classes of all characters, run after run: a letter for the class (A the first, a the 27th) and the run's length when it is not 1. */
export const runs =
  '${text}';
`;
}
