/** Why a request is refused. The service answers bad parameters with 401, as its documentation says, and unknown sessions with 404. */
export type RefusalCode =
  | 'unauthorized'
  | 'invalid_parameters'
  | 'not_found'
  | 'forbidden'
  | 'method_not_allowed'
  | 'too_large';

const statuses = {
  unauthorized: 401,
  invalid_parameters: 401,
  not_found: 404,
  forbidden: 403,
  method_not_allowed: 405,
  too_large: 413,
} as const satisfies Record<RefusalCode, number>;

/** Ends the handling of a request: the answer says why, in the words of the message. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }

  get status(): number {
    return statuses[this.code];
  }
}

/** The refusal of a parameter that cannot be understood. */
export function invalid(message: string): Refusal {
  return new Refusal('invalid_parameters', message);
}
