/** Letters that are written from right to left, and the marks that stand for one. */
const fromTheRight =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\u200F\u061C]/u;

/** How parts of a row are told apart. */
const between = ' · ';

/**
 * A text for a place where more stands behind it in the same line: what is written from right to left in it ends where its part ends.
 * Without that, a number behind it is drawn on its other side. A mark that is not seen closes it.
 */
export function closedDirection(text: string): string {
  if (!fromTheRight.test(text)) return text;
  const parts = text.split(between);
  return parts.map((part) => (fromTheRight.test(part) ? `${part}\u200E` : part)).join(between);
}
