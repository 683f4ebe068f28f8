import type { SessionPage } from './sessionPage.ts';

/** What can be pressed and stands beside the pane, where nothing scrolls to. */
export function findOutOfSight({ page }: SessionPage): Promise<string[]> {
  return page.locator('button, [role=tab], [role=option], vscode-button').evaluateAll((elements) => {
    const above = (element: Element): Element | null => {
      const root = element.getRootNode();
      return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      // The graph is moved by its own keys.
      (/auto|scroll/u.test(getComputedStyle(element).overflowX) ||
        element.matches('.graph-window') ||
        scrolls(above(element)));
    return elements
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5))
      .filter(({ element }) => !scrolls(above(element)))
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} from ${box.left} to ${box.right}`);
  });
}
