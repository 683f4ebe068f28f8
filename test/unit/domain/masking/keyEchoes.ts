const characters = (make: (code: string, character: string) => string, text: string): string =>
  Array.from(text, (character) => make(character.charCodeAt(0).toString(16).padStart(2, '0'), character)).join('');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** Forms in which a careless service or proxy may say a key again. */
export const echoes: Readonly<Record<string, (key: string) => string>> = {
  'as it is': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  percentEncoded: encodeURIComponent,
  'percent-encoded to the last character': (text) => characters((code) => `%${code}`, text),
  'percent-encoded twice': (text) => encodeURIComponent(characters((code) => `%${code.toUpperCase()}`, text)),
  'with escaped slashes': (text) => text.replaceAll('/', '\\/'),
  'with every mark escaped': (text) => text.replace(/\W/g, '\\$&'),
  'with escapes of JSON': (text) => characters((code) => `\\u00${code}`, text),
  'with escapes of JSON within JSON': (text) => characters((code) => `\\\\u00${code}`, text),
  'with escapes of JavaScript': (text) => characters((code) => `\\x${code}`, text),
  'with escapes of JavaScript in braces': (text) => characters((code) => `\\u{${code}}`, text),
  'with old escapes of JavaScript': (text) => characters((code) => `%u00${code}`, text),
  'with octal escapes': (text) =>
    characters((code) => `\\${Number.parseInt(code, 16).toString(8).padStart(3, '0')}`, text),
  'as mails encode it': (text) => characters((code) => `=${code.toUpperCase()}`, text),
  'with decimal entities': (text) => characters((code) => `&#${Number.parseInt(code, 16)};`, text),
  'with hexadecimal entities': (text) => characters((code) => `&#x${code.toUpperCase()};`, text),
  'with named entities': (text) =>
    text.replaceAll('+', '&plus;').replaceAll('/', '&sol;').replaceAll('=', '&equals;').replaceAll('.', '&period;'),
  'in base64': base64,
  'in base64 for addresses': (text) => Buffer.from(text).toString('base64url'),
  'in the base64 of a user and it': (text) => base64(`me:${text}`),
  'in the base64 of JSON': (text) => base64(JSON.stringify({ apiKey: text, more: true })),
  'in base64 that is percent-encoded': (text) => encodeURIComponent(base64(`x:${text}`)),
  'in base64 over lines': (text) => base64(`Key: ${text}`).replace(/.{10}/g, '$&\r\n'),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'in hexadecimal capitals with blanks': (text) => characters((code) => `${code.toUpperCase()} `, text),
  'over lines': (text) => text.replace(/.{5}/g, '$&\n'),
  'over lines as mails have them': (text) => text.replace(/.{5}/g, '$&=\r\n'),
  'over lines of JSON': (text) => text.replace(/.{5}/g, '$&\\n'),
  'with blanks': (text) => [...text].join(' '),
  'with tags': (text) => text.replace(/.{5}/g, '$&<wbr/>'),
  'with what is not seen': (text) => [...text].join('\u200b'),
  'in two bytes a character': (text) => [...text].join('\0'),
  'in base64 twice': (text) => base64(base64(text)),
  'in the base64 of its percent-encoding': (text) => base64(characters((code) => `%${code}`, text)),
  'in the base64 of its hexadecimal': (text) => base64(Buffer.from(text).toString('hex').toUpperCase()),
  'in the base64 of two bytes a character': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'in hexadecimal of two bytes a character': (text) => Buffer.from(text, 'utf16le').toString('hex'),
  'in base32': base32,
  'in hexadecimal with colons': (text) => characters((code) => `${code}:`, text),
  'in hexadecimal as C has bytes': (text) => characters((code) => `0x${code}, `, text),
  'as numbers of bytes': (text) => [...Buffer.from(text)].join(','),
  'as escapes of CSS': (text) => characters((code) => `\\${code} `, text),
  'turned round': (text) => [...text].reverse().join(''),
  'without its end': (text) => text.slice(0, 20),
  'without its beginning': (text) => text.slice(-20),
};

/** Forms that break it up by what is neither letter nor digit, or by what is drawn: of which it is known by its letters and digits. */
export const brokenEchoes: Readonly<Record<string, (key: string) => string>> = {
  'as texts that are put together': (text) => text.replace(/.{6}/g, '$&" + "'),
  'as a list of its characters': (text) => JSON.stringify([...text]),
  'with commas': (text) => text.replace(/.{4}/g, '$&, '),
  'with dots': (text) => text.replace(/.{4}/g, '$&...'),
  'with comments of HTML': (text) => text.replace(/.{4}/g, '$&<!-- -->'),
  'with colours of a terminal': (text) => text.replace(/.{4}/g, '$&\u001b[0;31m'),
  'in wide letters': (text) =>
    text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  'with other marks': (text) => text.replace(/\W/g, '_'),
};
