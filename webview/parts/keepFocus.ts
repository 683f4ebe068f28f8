const later = 'focuslater';

/**
 * Puts the keys into an element. What the host asks for may come when VS Code has given the keys to something else, such as a quick pick
 * that opened meanwhile: then the element has them when they come back to the page.
 */
export function takeFocus(element: HTMLElement | null | undefined): void {
  if (document.hasFocus()) element?.focus({ preventScroll: true });
  else element?.dispatchEvent(new Event(later, { bubbles: true }));
}

/**
 * Gives the keys back to the element that had them last, or that was to have them, when VS Code gives them to the page as a whole: after a
 * command, or on the way back from another part of the window. `otherwise` runs when that element cannot take them any more.
 */
export function keepFocus(otherwise: () => void): void {
  let last: HTMLElement | undefined;
  let waits = false;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = target;
    waits = false;
  });
  document.addEventListener(later, ({ target }) => {
    if (target instanceof HTMLElement) last = target;
    waits = true;
  });
  window.addEventListener('focus', ({ target }) => {
    if (target !== window || (document.activeElement !== document.body && !waits)) return;
    last?.focus({ preventScroll: true });
    if (document.activeElement === document.body) otherwise();
  });
}
