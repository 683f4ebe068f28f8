/** Why a connection cannot be used, before anything was sent. */
export type ConnectionProblemCode =
  | 'unknown'
  | 'untrusted'
  /** The workspace's settings define it, which count once it is trusted. */
  | 'untrustedDefinition'
  | 'notAllowed'
  | 'noKey'
  /** An archive is signed in to with a password, and there is none yet. */
  | 'noPassword'
  | 'noAddress'
  | 'badAddress'
  | 'userInAddress'
  | 'notHttps'
  | 'badRegion'
  | 'noText'
  | 'noList'
  | 'severalPlaces'
  | 'badIndex'
  | 'badSignIn'
  | 'noUser'
  | 'reservedName'
  | 'unreadableFile'
  /** What serves it on this machine ended before it had answered. */
  | 'ended'
  | 'cancelled'
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

/** Why the file of a connection cannot be served. */
export class UnreadableFile extends ConnectionProblem {
  readonly file: string;

  constructor(connection: string, file: string, cause: unknown) {
    super('unreadableFile', connection, cause);
    this.file = file;
  }

  /** What the system, or who has read it, calls what is wrong; undefined when it is in the cause's message alone. */
  get reason(): string | undefined {
    const { cause } = this;
    return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  }
}
