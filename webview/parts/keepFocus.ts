/**
 * Gives the keys back to the element that had them last, when VS Code gives them to the page as a whole: after a command, or on the way
 * back from another part of the window. `otherwise` runs when that element cannot take them any more.
 */
export function keepFocus(otherwise: () => void): void {
  let last: HTMLElement | undefined;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = target;
  });
  window.addEventListener('focus', ({ target }) => {
    if (target !== window || document.activeElement !== document.body) return;
    last?.focus({ preventScroll: true });
    if (document.activeElement === document.body) otherwise();
  });
}
