/** Why a connection cannot be used, before anything was sent. */
export type ConnectionProblemCode =
  | 'unknown'
  | 'untrusted'
  | 'notAllowed'
  | 'noKey'
  | 'noAddress'
  | 'badAddress'
  | 'notHttps'
  | 'reservedName'
  | 'unreadableFile'
  /** It was asked before, and is another service or another file by now. */
  | 'changed';

export class ConnectionProblem extends Error {
  override readonly name = 'ConnectionProblem';
  readonly code: ConnectionProblemCode;
  readonly connection: string;

  /** `cause` is what the machine said, where it did. */
  constructor(code: ConnectionProblemCode, connection: string, cause?: unknown) {
    super(`${code}: ${connection}`, { cause });
    this.code = code;
    this.connection = connection;
  }
}
