/** A sentence in which files are called by their names alone, without the folders of absolute paths. Addresses stay. */
export function withoutFolders(sentence: string): string {
  return sentence.replaceAll(folders, '');
}

/** Names of folders may hold spaces, but hardly end with one: ` / ` stands between words. */
const folders =
  /(?<=^|[\s("'“‘«])(?:[A-Za-z]:|\\{2}[^\s\\/]+)?[\\/](?:[^\s\\/:()"“”«»](?:[^\\/:()"“”«»\n]*[^\s\\/:()"“”«»])?[\\/])+(?=[^\s\\/])/gu;
