import { takeFocus } from '../keepFocus.ts';
import type { Point, Size } from './pathLayout.ts';

const smallest = 0.15;
const largest = 2;
/** Text is not read well when it is smaller; what does not fit then is reached by panning. */
const smallestAtFirst = 0.7;
const edge = 12;
/** How far a pointer may slip in a click. */
const slip = 4;

/** How much larger one press makes a graph. */
export const zoomStep = 1.25;

/**
 * Which part of a large plane is seen through a window, and how large. A person drags it, turns the wheel over it (with Ctrl to zoom), or
 * uses keys; it keeps its place until its content becomes another.
 */
export class PanZoom {
  #window: HTMLElement | undefined;
  #plane: HTMLElement | undefined;
  #content: Size = { width: 0, height: 0 };
  #x = 0;
  #y = 0;
  #scale = 1;
  /** Whether it stands where nobody moved it to: then it follows the window's size. */
  #untouched = true;
  #home: Rectangle | undefined;
  #wanted: Rectangle | undefined;
  readonly #sizes = new ResizeObserver(() => this.#resized());
  #drag: (Point & { moved: boolean }) | undefined;

  /** What the plane is as a whole, and what of it to see first; from when its content is another. */
  setContent(content: Size, home: Rectangle | undefined): void {
    this.#content = content;
    this.#home = home;
    this.#untouched = true;
    this.#start();
  }

  /** What stays in sight when the window comes back or becomes smaller. */
  want(part: Rectangle | undefined): void {
    this.#wanted = part;
  }

  /** The elements come and go with what is drawn around them. */
  readonly mountWindow = (element: Element | undefined): void => {
    this.#sizes.disconnect();
    this.#window = element instanceof HTMLElement ? element : undefined;
    if (this.#window) this.#sizes.observe(this.#window);
  };

  readonly mountPlane = (element: Element | undefined): void => {
    this.#plane = element instanceof HTMLElement ? element : undefined;
    this.#moveTo(this.#x, this.#y);
  };

  focus(): void {
    takeFocus(this.#window);
    this.#window?.scrollIntoView({ block: 'nearest' });
  }

  get focused(): boolean {
    return this.#window !== undefined && this.#window === document.activeElement;
  }

  /** Moves the least that brings a part of the plane into sight. */
  reveal({ x, y, width, height }: Rectangle): void {
    const seen = this.#seen;
    if (seen.width === 0) return;
    const nearest = (now: number, [from, size]: readonly [number, number], room: number): number =>
      Math.max(edge - from, Math.min(room - edge - from - size, now));
    const scale = this.#scale;
    const toX = nearest(this.#x, [x * scale, width * scale], seen.width);
    const toY = nearest(this.#y, [y * scale, height * scale], seen.height);
    if (toX !== this.#x || toY !== this.#y) this.#touch(() => this.#moveTo(toX, toY));
  }

  /** All of it at once, however small. */
  fit(): void {
    this.#touch(() => this.#centre(Math.max(smallest, this.#fitting)));
  }

  /** Around the middle of the window, or a point of it. */
  zoom(factor: number, around: Point = { x: this.#seen.width / 2, y: this.#seen.height / 2 }): void {
    const scale = Math.max(smallest, Math.min(largest, this.#scale * factor));
    const change = scale / this.#scale;
    this.#scale = scale;
    this.#touch(() => this.#moveTo(around.x - (around.x - this.#x) * change, around.y - (around.y - this.#y) * change));
  }

  /** Whether there was anything left to move to. */
  pan(byX: number, byY: number): boolean {
    const [x, y] = [this.#x, this.#y];
    this.#touch(() => this.#moveTo(x + byX, y + byY));
    return x !== this.#x || y !== this.#y;
  }

  /** For `@wheel`: what it cannot move itself, it leaves to what is around it. */
  readonly wheel = {
    passive: false,
    handleEvent: (event: WheelEvent): void => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      if (event.ctrlKey) {
        const { left = 0, top = 0 } = this.#window?.getBoundingClientRect() ?? {};
        this.zoom(Math.exp((-event.deltaY * unit) / 300), { x: event.clientX - left, y: event.clientY - top });
        event.preventDefault();
        return;
      }
      const [sideways, down] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      if (this.pan(-sideways * unit, -down * unit)) event.preventDefault();
    },
  };

  readonly pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#drag = { x: event.clientX, y: event.clientY, moved: false };
  };

  readonly pointerMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (!drag) return;
    const [byX, byY] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(byX, byY) < slip) return;
    // From here on it is no click: what is under the pointer gets none.
    if (!drag.moved) this.#window?.setPointerCapture(event.pointerId);
    this.#drag = { x: event.clientX, y: event.clientY, moved: true };
    this.pan(byX, byY);
  };

  readonly pointerUp = (): void => {
    this.#drag = undefined;
  };

  get #seen(): Size {
    return { width: this.#window?.clientWidth ?? 0, height: this.#window?.clientHeight ?? 0 };
  }

  get #fitting(): number {
    const { width, height } = this.#seen;
    return Math.min(1, width / (this.#content.width || 1), height / (this.#content.height || 1));
  }

  #touch(move: () => void): void {
    this.#untouched = false;
    move();
  }

  #resized(): void {
    if (this.#untouched) this.#start();
    else {
      this.#moveTo(this.#x, this.#y);
      if (this.#wanted) this.reveal(this.#wanted);
    }
  }

  #start(): void {
    if (this.#seen.width === 0) return;
    this.#centre(Math.max(smallestAtFirst, this.#fitting));
    const first = this.#wanted ?? this.#home;
    if (first) this.#showFirst(first);
    this.#untouched = true;
  }

  /** Where it is out of sight, in the middle: what goes on from it is on both its sides. */
  #showFirst(first: Rectangle): void {
    const middle = this.#x;
    this.reveal(first);
    if (this.#x !== middle) {
      this.#moveTo(this.#seen.width / 2 - (first.x + first.width / 2) * this.#scale, this.#y);
    }
  }

  /** In the middle, but never with its top out of sight. */
  #centre(scale: number): void {
    const { width, height } = this.#seen;
    this.#scale = scale;
    this.#moveTo((width - this.#content.width * scale) / 2, Math.max(0, (height - this.#content.height * scale) / 2));
  }

  /** Keeps the plane in the window, or the window in the plane, whichever is larger. */
  #moveTo(x: number, y: number): void {
    const { width, height } = this.#seen;
    if (width > 0) {
      this.#x = within(x, width - this.#content.width * this.#scale);
      this.#y = within(y, height - this.#content.height * this.#scale);
    }
    if (!this.#plane) return;
    this.#plane.style.transform = `translate(${Math.round(this.#x)}px, ${Math.round(this.#y)}px) scale(${this.#scale})`;
  }
}

export interface Rectangle extends Point, Size {}

function within(position: number, room: number): number {
  return Math.max(Math.min(0, room), Math.min(Math.max(0, room), position));
}
