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
  | 'unreadableFile';

export class ConnectionProblem extends Error {
  override readonly name = 'ConnectionProblem';
  readonly code: ConnectionProblemCode;
  readonly connection: string;

  constructor(code: ConnectionProblemCode, connection: string) {
    super(`${code}: ${connection}`);
    this.code = code;
    this.connection = connection;
  }
}
