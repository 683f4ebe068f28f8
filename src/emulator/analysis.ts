/** placeholder until the word rules stand */
export function analyse(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_']+/gu) ?? [];
}
