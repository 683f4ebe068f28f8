export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where everything of a graph stands, in pixels from its top left corner. */
export interface PathLayout extends Size {
  /** By node: the top left corner of its box. */
  readonly nodes: readonly Point[];
  /** By edge: the way from box to box. */
  readonly edges: readonly (readonly Point[])[];
}

export const nodeSize: Size = { width: 176, height: 40 };

/** Laying out takes about a second at this size when every node follows many others, and tens of seconds at four times of it. */
export const mostNodes = 120;
export const mostEdges = 200;

/** What is laid out: boxes, and arrows between them by their indexes. */
export interface LaidOut {
  /** `size`: of a box that is not as large as all others. */
  readonly nodes: readonly { readonly index: number; readonly size?: Size }[];
  readonly edges: readonly { readonly from: number; readonly to: number }[];
}

/** Whether a graph is small enough to be laid out, and to be read. */
export function canLayOut({ nodes, edges }: LaidOut): boolean {
  return nodes.length <= mostNodes && edges.length <= mostEdges;
}

/** Finds out where everything stands. */
export type LayOutPath = (graph: LaidOut, box?: Size) => PathLayout;
