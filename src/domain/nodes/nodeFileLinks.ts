import { propertiesOf } from '../json/jsonProperties.ts';
import { nodesIn, parseNodeFile } from './nodeNames.ts';

/** A link where a node file's text has it, without its quotes. */
export interface WrittenLink {
  readonly offset: number;
  readonly length: number;
  readonly link: string;
}

/** The links of a node file, in the text's order. */
export function linksIn(text: string): readonly WrittenLink[] {
  return propertiesOf(nodesIn(parseNodeFile(text))).flatMap(({ value: node }) =>
    propertiesOf(node).flatMap(({ name, value }) =>
      name === 'link' && value?.type === 'string' && value.length > 2
        ? [{ offset: value.offset + 1, length: value.length - 2, link: String(value.value) }]
        : [],
    ),
  );
}
