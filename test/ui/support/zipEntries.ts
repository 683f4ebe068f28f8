// The names and sizes in a zip file, read from its central directory.
import fs from 'node:fs';

export type ZipEntry = { readonly name: string; readonly size: number };

const endOfDirectory = 0x06054b50;
const fixedEntryLength = 46;

export function zipEntries(file: string): readonly ZipEntry[] {
  const zip = fs.readFileSync(file);
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== endOfDirectory) end -= 1;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let n = 0; n < count; n += 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + fixedEntryLength, at + fixedEntryLength + nameLength);
    entries.push({ name, size: zip.readUInt32LE(at + 24) });
    at += fixedEntryLength + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
