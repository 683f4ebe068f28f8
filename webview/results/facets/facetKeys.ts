/** What a key does on a row of the facets. */
export type FacetAction = 'choose' | 'leaveOut' | 'queryFor' | 'queryOut' | 'open' | 'close' | 'find' | 'leave';

/** How far a key leads, in rows. */
export function facetMove(key: string): number | 'first' | 'last' | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return 1;
    case 'ArrowUp':
    case 'k':
      return -1;
    case 'PageDown':
      return 10;
    case 'PageUp':
      return -10;
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
}

export function facetAction(key: string): FacetAction | undefined {
  switch (key) {
    case 'Enter':
    case ' ':
      return 'choose';
    case 'x':
    case 'Delete':
      return 'leaveOut';
    case 'q':
      return 'queryFor';
    case 'Q':
      return 'queryOut';
    case 'ArrowRight':
      return 'open';
    case 'ArrowLeft':
      return 'close';
    case '/':
      return 'find';
    case 'Escape':
    case 'f':
      return 'leave';
    default:
      return undefined;
  }
}
