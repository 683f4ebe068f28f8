/** What cannot be done as it was asked for: the message says what is wrong, and where it can, what to write instead. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
