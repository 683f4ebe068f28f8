export type FileProblemCode = 'directory' | 'notRegular' | 'empty' | 'tooLarge' | 'outOfMemory';

/** Why a file cannot be served, whatever stands in it. What the system says itself (`ENOENT`, `EACCES`) comes as its own error. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly code: FileProblemCode;

  constructor(code: FileProblemCode, file: string) {
    super(`${file}: ${words[code]}`);
    this.code = code;
  }
}

const words = {
  directory: 'it is a directory',
  notRegular: 'it is not a regular file',
  empty: 'it is empty',
  tooLarge: 'it is larger than the memory of this machine allows',
  outOfMemory: 'there is not enough memory for it',
} as const satisfies Record<FileProblemCode, string>;
