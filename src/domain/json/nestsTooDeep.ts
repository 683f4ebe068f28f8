/** Far more than anything that people write needs. */
const deepest = 500;

/** Whether a text may nest deeper than jsonc-parser can go, which calls itself for every level. Brackets within strings count too. */
export function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x7b || unit === 0x5b) {
      depth++;
      if (depth > deepest) return true;
    } else if ((unit === 0x7d || unit === 0x5d) && depth > 0) depth--;
  }
  return false;
}
