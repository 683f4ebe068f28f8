import type { UnzipFile } from 'fflate';
import { Unzip, UnzipInflate } from 'fflate';
import { parseJson } from '../../domain/json/parseJson.ts';

/** Why a file is not read as an exported agent. */
export type Refusal = 'notZip' | 'tooLarge' | 'tooMany' | 'leadsOut' | 'broken' | 'noJson';

/** More than any agent has: of a zip that unpacks to more, nobody reads the rest. */
export const mostBytes = 50_000_000;
const mostFiles = 5_000;
const pushed = 65_536;

/** The JSON documents in an exported agent. Nothing else of it is unpacked, and nothing is written anywhere. */
export function readExport(zip: Uint8Array): readonly unknown[] | Refusal {
  if (zip[0] !== 0x50 || zip[1] !== 0x4b) return 'notZip';
  if (zip.length > mostBytes) return 'tooLarge';
  const texts: Uint8Array[] = [];
  let refusal: Refusal | undefined;
  let [files, bytes] = [0, 0];
  const unzip = new Unzip((file) => {
    files += 1;
    if (files > mostFiles) refusal ??= 'tooMany';
    if (leadsOut(file.name)) refusal ??= 'leadsOut';
    if (refusal === undefined && /\.json$/iu.test(file.name)) read(file);
  });
  unzip.register(UnzipInflate);

  function read(file: UnzipFile): void {
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error) refusal ??= 'broken';
      bytes += chunk?.length ?? 0;
      if (bytes > mostBytes) refusal ??= 'tooLarge';
      if (refusal !== undefined) return;
      chunks.push(chunk);
      if (final) texts.push(joined(chunks));
    };
    file.start();
  }

  try {
    for (let at = 0; at < zip.length && refusal === undefined; at += pushed) {
      unzip.push(zip.subarray(at, at + pushed), at + pushed >= zip.length);
    }
  } catch {
    refusal ??= 'broken';
  }
  if (refusal !== undefined) return refusal;
  const documents = texts.flatMap(documentOf);
  return documents.length > 0 ? documents : 'noJson';
}

/** Names that would be written elsewhere than where one unpacks: no export has them. */
function leadsOut(name: string): boolean {
  return /^(?:[\\/]|[a-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)|\0/iu.test(name);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function documentOf(text: Uint8Array): unknown[] {
  try {
    return [parseJson(new TextDecoder().decode(text))];
  } catch {
    // What is no JSON names nothing.
    return [];
  }
}
