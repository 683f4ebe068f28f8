/** The longest name that common disks take, in bytes. */
const longest = 255;

/** A name for a file after what it holds, with nothing that a disk refuses. */
export function suggestedFileName(name: string, ending: string): string {
  const plain = name.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N} ._-]/gu, '_');
  // Windows keeps these for its devices, whatever their ending.
  const safe = /^(?:con|prn|aux|nul|(?:com|lpt)\d)(?=\.|$)/iu.test(plain) ? `_${plain}` : plain;
  const room = longest - ending.length - 1;
  let cut = '';
  let bytes = 0;
  for (const letter of safe) {
    bytes += new TextEncoder().encode(letter).length;
    if (bytes > room) break;
    cut += letter;
  }
  return `${cut}.${ending}`;
}
