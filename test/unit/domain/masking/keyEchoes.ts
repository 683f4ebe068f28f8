const characters = (make: (code: string, character: string) => string, text: string): string =>
  Array.from(text, (character) => make(character.charCodeAt(0).toString(16).padStart(2, '0'), character)).join('');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

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
  'without its end': (text) => text.slice(0, 20),
  'without its beginning': (text) => text.slice(-20),
};
