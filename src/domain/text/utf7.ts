/** What a plus begins in UTF-7, and how a text of JSON begins in it: with a byte order mark, a brace or a bracket. */
const shifted = /\+([\dA-Za-z+/]*)(-?)/g;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const mark = /^\+(?:\/v[89+/]|A(?:Hs|Fs))/;
/** Letters that base64 of anything else hardly ever comes to, and all others. */
const likely = /^[\u00a1-\u0fff\u2010-\u20cf]+$/;
const letters = /^[\t\n\r -~\u00a0-\ud7ff\uf900-\uffdc]+$/;

/**
 * Whether a text in ASCII is UTF-7, which mails and old databases have: a plus begins what is no ASCII, as base64 of UTF-16 (`caf+AOk-`), and
 * one that is meant stands with a dash. Only what ends with its dash is taken for one, as most programs write it. Read as UTF-8 it would be JSON with other words in it.
 */
export function isUtf7(text: string): boolean {
  if (/[^\0-\x7f]/.test(text)) return false;
  if (mark.test(text)) return true;
  let [found, telling] = [0, 0];
  for (const { 0: all, 1: written = '', 2: dash, index } of text.matchAll(shifted)) {
    // It may be only a part of a text.
    if ((written === '' && dash === '-') || index + all.length === text.length) continue;
    // A number of a person, a form's blank and base64 have a plus, too, but no dash behind them: a session is never refused for those.
    if (dash !== '-' || /^\d+$/.test(written)) return false;
    const meant = utf16In(written);
    if (meant === undefined || !letters.test(meant)) return false;
    found += 1;
    if (likely.test(meant)) telling += 1;
  }
  return telling > 0 || found > 2;
}

/** What base64 says in UTF-16, undefined when it is not that. */
function utf16In(written: string): string | undefined {
  const left = (written.length * 6) % 16;
  if (written.length < 3 || left >= 6) return undefined;
  let [bits, count, text] = [0, 0, ''];
  for (const letter of written) {
    bits = (bits << 6) | alphabet.indexOf(letter);
    count += 6;
    if (count >= 16) {
      count -= 16;
      text += String.fromCharCode((bits >> count) & 0xffff);
    }
    bits &= (1 << count) - 1;
  }
  return bits === 0 ? text : undefined;
}
