/** The place of a secret in a text. One secret has one name, made of `A-Z`, digits and `_`. */
export interface Secret {
  readonly name: string;
}

/** A text whose secrets are cut out. */
export type Template = readonly (string | Secret)[];

/** What a page shows in place of a secret. */
export const covered = '••••••';

/** Neighbouring texts as one, and none that is empty. */
export function joined(template: Template): Template {
  const pieces: (string | Secret)[] = [];
  for (const piece of template) {
    const last = pieces.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/** The template with its texts as `change` makes them. */
export function mapTexts(template: Template, change: (text: string) => string): Template {
  return template.map((piece) => (typeof piece === 'string' ? change(piece) : piece));
}

/** The template as text, each secret as `secret` says. */
export function fill(template: Template, secret: (secret: Secret) => string): string {
  return template.map((piece) => (typeof piece === 'string' ? piece : secret(piece))).join('');
}
