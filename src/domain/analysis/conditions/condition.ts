import type { FieldReader } from '../reading/sessionReader.ts';

/** Whether it holds of a session, or of an entry within one. */
export type Condition = (reader: FieldReader) => boolean;

export const never: Condition = () => false;
export const always: Condition = () => true;
