/** The longest name that common disks take, in bytes. */
const longest = 255;

/** A name for a file after what it holds, with nothing that a disk refuses. */
export function suggestedFileName(name: string, ending: string): string {
  const room = longest - ending.length - 1;
  let cut = '';
  let bytes = 0;
  for (const letter of name.replaceAll(/[^\p{L}\p{N} ._-]/gu, '_')) {
    bytes += new TextEncoder().encode(letter).length;
    if (bytes > room) break;
    cut += letter;
  }
  return `${cut}.${ending}`;
}
