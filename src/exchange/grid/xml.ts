import { SaxesParser } from 'saxes';
import { UsageError } from '../../diagnostics/index.js';
import { definesEntities } from './zip.js';

/** An element of XML; names without their prefix, as Office writes them. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

const DEEPEST = 200;

/**
 * XML as a tree. Entities that a file defines are refused with the file, so that none can grow.
 *
 * @throws UsageError where it is no XML
 */
export function parseXml(file: string, bytes: Uint8Array): Element {
  const parser = new SaxesParser({ fragment: false });
  const root: MutableElement = { name: '', attributes: new Map(), children: [] };
  const open: MutableElement[] = [root];
  parser.on('error', (failure) => {
    throw new UsageError(`${file} is damaged: ${failure.message}`);
  });
  parser.on('doctype', () => {
    throw definesEntities(file);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) throw new UsageError(`${file} is nested deeper than any table.`);
    const element: MutableElement = {
      name: localName(name),
      attributes: new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => void open.at(-1)?.children.push(text));
  parser.write(new TextDecoder('utf-8').decode(bytes)).close();
  const [first] = elementsOf(root);
  return first ?? root;
}

interface MutableElement extends Element {
  readonly children: (Element | string)[];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The elements directly beneath one, of a name or of all. */
export function elementsOf({ children }: Element, name?: string): readonly Element[] {
  return children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element directly beneath one, by a path of names. */
export function elementAt(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => at && elementsOf(at, name)[0], element);
}
