import { packZip } from '../grid/zip.js';
import { writeBody } from './body.js';
import { readPage } from './page-tree.js';
import { NUMBERING_XML, stylesXml } from './styles.js';
import { xmlText } from './xml-text.js';

/** What stands on every page, and what the file says of itself. */
export interface DocumentWords {
  readonly title: string;
  /** `en-GB`. */
  readonly language: string;
  /** `#rrggbb`, of headings. */
  readonly colour: string;
  readonly left: string;
  readonly right: string;
  readonly foot: string;
  readonly confidential: string | null;
  /** The day that stands for every time in the file. */
  readonly day: string;
  readonly creator: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMESPACES = `xmlns:w="${WORD}" xmlns:r="${OFFICE}/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;

/**
 * A paper as a Word document, made from its page, so that it has the same words: with real styles, headings at their levels, heads of tables that
 * repeat, page numbers, alternatives of pictures and the language. The same page gives the same bytes.
 */
export function writeDocx(html: string, words: DocumentWords): Uint8Array {
  const { xml, links, pictures } = writeBody(readPage(html));
  const media = [...pictures].map(([id, { bytes, ending }], index) => ({
    id,
    bytes,
    ending,
    name: `picture${index + 1}.${ending}`,
  }));
  const relations = [
    relation('rIdStyles', 'styles', 'styles.xml'),
    relation('rIdNumbering', 'numbering', 'numbering.xml'),
    relation('rIdSettings', 'settings', 'settings.xml'),
    relation('rIdHeader', 'header', 'header1.xml'),
    relation('rIdFirstHeader', 'header', 'header2.xml'),
    relation('rIdFooter', 'footer', 'footer1.xml'),
    ...media.map(({ id, name }) => relation(id, 'image', `media/${name}`)),
    ...[...links].map(([id, address]) => relation(id, 'hyperlink', address, true)),
  ].join('');
  const texts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes([...new Set(media.map(({ ending }) => ending))]),
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`,
    'docProps/core.xml': coreProperties(words),
    'docProps/app.xml': `<Properties xmlns="${OFFICE}/extended-properties"><Application>${xmlText(words.creator)}</Application></Properties>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${xml}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`,
    'word/styles.xml': stylesXml(words.language, words.colour.slice(1).toUpperCase()),
    'word/numbering.xml': NUMBERING_XML,
    'word/settings.xml': `<w:settings xmlns:w="${WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${xmlText(words.language)}"/></w:settings>`,
    'word/header1.xml': `<w:hdr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${run(words.left)}${tab()}${run(words.right)}</w:p></w:hdr>`,
    // The first page has a head of its own.
    'word/header2.xml': `<w:hdr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>`,
    'word/footer1.xml': `<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(words.foot)}${tab()}${words.confidential === null ? '' : run(words.confidential)}${tab()}${field('PAGE')}${run(' of ')}${field('NUMPAGES')}</w:p></w:ftr>`,
  };
  return packZip(
    new Map<string, Uint8Array>([
      ...Object.entries(texts).map(
        ([name, text]) => [name, Buffer.from(text.startsWith('<?xml') ? text : HEAD + text)] as const,
      ),
      ...media.map(({ name, bytes }) => [`word/media/${name}`, bytes] as const),
    ]),
  );
}

function relation(id: string, type: string, target: string, isOutside = false): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${xmlText(target)}"${isOutside ? ' TargetMode="External"' : ''}/>`;
}

function contentTypes(endings: readonly string[]): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}+xml"/>`;
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${endings.map((ending) => `<Default Extension="${ending}" ContentType="image/${ending}"/>`).join('')}${part('word/document.xml', `${word}.document.main`)}${part('word/styles.xml', `${word}.styles`)}${part('word/numbering.xml', `${word}.numbering`)}${part('word/settings.xml', `${word}.settings`)}${part('word/header1.xml', `${word}.header`)}${part('word/header2.xml', `${word}.header`)}${part('word/footer1.xml', `${word}.footer`)}${part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties')}${part('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties')}</Types>`;
}

function coreProperties({ title, creator, language, day }: DocumentWords): string {
  const time = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator><dc:language>${xmlText(language)}</dc:language>${time('created')}${time('modified')}</cp:coreProperties>`;
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

function tab(): string {
  return '<w:r><w:tab/></w:r>';
}

/** A number that Word works out. */
function field(code: 'PAGE' | 'NUMPAGES'): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}
