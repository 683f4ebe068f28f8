import { tellInStatusBar } from '../surfaces/statusBar.ts';

/** Who looks at the page hears it there; everybody else sees it in the status bar. */
export function said(sentence: string | undefined): string | undefined {
  if (sentence !== undefined) tellInStatusBar(sentence);
  return sentence;
}
