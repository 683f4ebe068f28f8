import { inertText } from '../../domain/text/inertText.ts';

/** An icon of ours before a text that has none: for the status bar and lenses. */
export function iconText(icon: string, text: string): string {
  return `$(${icon}) ${inertText(text)}`;
}
