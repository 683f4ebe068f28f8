/** Why a connection cannot be used, before anything was sent. */
export type ConnectionProblemCode =
  | 'unknown'
  | 'untrusted'
  /** The workspace's settings define it, which count once it is trusted. */
  | 'untrustedDefinition'
  | 'notAllowed'
  | 'noKey'
  | 'noAddress'
  | 'badAddress'
  | 'notHttps'
  | 'badRegion'
  | 'severalPlaces'
  | 'reservedName'
  | 'unreadableFile'
  /** It was asked before, and is another service or another file by now. */
  | 'changed';

export class ConnectionProblem extends Error {
  override readonly name = 'ConnectionProblem';
  readonly code: ConnectionProblemCode;
  readonly connection: string;

  /** `cause` is what the machine said, or what stands in the settings, where that is known. */
  constructor(code: ConnectionProblemCode, connection: string, cause?: unknown) {
    super(`${code}: ${connection}`, { cause });
    this.code = code;
    this.connection = connection;
  }
}
