import { xmlText } from './xml-text.js';

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly based?: string;
  readonly next?: string;
  /** Properties of paragraphs and of runs. */
  readonly paragraph?: string;
  readonly run?: string;
}

const spacing = (before: number, after: number, line = 269) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;

function headings(colour: string): readonly Style[] {
  const sizes = [36, 27, 24, 22, 22, 22];
  return sizes.map((halfPoints, index) => ({
    id: `Heading${index + 1}`,
    name: `heading ${index + 1}`,
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(index === 0 ? 120 : 280, 80, 250)}<w:outlineLvl w:val="${index}"/>`,
    run: `<w:b/><w:color w:val="${colour}"/>${size(halfPoints)}`,
  }));
}

function styles(colour: string): readonly Style[] {
  return [
    { id: 'Normal', name: 'Normal', paragraph: spacing(0, 120) },
    ...headings(colour),
    {
      id: 'Council',
      name: 'Council',
      paragraph: spacing(0, 40),
      run: `<w:b/><w:color w:val="${colour}"/>${size(26)}`,
    },
    { id: 'HeadLine', name: 'Head line', paragraph: spacing(0, 40) },
    { id: 'Subtitle', name: 'Subtitle', paragraph: spacing(0, 120), run: size(26) },
    { id: 'Confidential', name: 'Confidential', paragraph: spacing(0, 40), run: '<w:b/>' },
    {
      id: 'Notice',
      name: 'Notice',
      paragraph:
        '<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="767676"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F3F5F6"/><w:spacing w:before="60" w:after="60" w:line="259" w:lineRule="auto"/><w:ind w:left="170"/>',
    },
    {
      id: 'NumberedParagraph',
      name: 'Numbered paragraph',
      paragraph: `<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>${spacing(0, 120)}<w:ind w:left="567" w:hanging="567"/>`,
    },
    { id: 'Quote', name: 'Quote', paragraph: `${spacing(0, 120)}<w:ind w:left="567" w:right="567"/>` },
    { id: 'Code', name: 'Code', run: '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>' },
    {
      id: 'ListBullet',
      name: 'List Bullet',
      paragraph: `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${spacing(0, 60)}`,
    },
    {
      id: 'ListBullet2',
      name: 'List Bullet 2',
      paragraph: `<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>${spacing(0, 60)}`,
    },
    {
      id: 'ListNumber',
      name: 'List Number',
      paragraph: `<w:tabs><w:tab w:val="left" w:pos="964"/></w:tabs>${spacing(0, 60)}<w:ind w:left="964" w:hanging="397"/>`,
    },
    {
      id: 'ListNumber2',
      name: 'List Number 2',
      paragraph: `<w:tabs><w:tab w:val="left" w:pos="1361"/></w:tabs>${spacing(0, 60)}<w:ind w:left="1361" w:hanging="397"/>`,
    },
    { id: 'TableText', name: 'Table text', paragraph: spacing(20, 40, 250), run: size(20) },
    { id: 'TableHead', name: 'Table head', based: 'TableText', paragraph: '<w:keepNext/>', run: '<w:b/>' },
    { id: 'Detail', name: 'Detail', based: 'TableText', run: '<w:color w:val="454D53"/>' },
    { id: 'AfterTable', name: 'After a table', paragraph: spacing(0, 0, 240), run: size(12) },
    {
      id: 'Provenance',
      name: 'Provenance',
      paragraph: spacing(240, 0),
      run: `<w:color w:val="454D53"/>${size(17)}`,
    },
    {
      id: 'Header',
      name: 'header',
      paragraph: `<w:tabs><w:tab w:val="right" w:pos="9298"/></w:tabs>${spacing(0, 0, 240)}`,
      run: `<w:color w:val="454D53"/>${size(19)}`,
    },
    {
      id: 'Footer',
      name: 'footer',
      paragraph: `<w:tabs><w:tab w:val="center" w:pos="4649"/><w:tab w:val="right" w:pos="9298"/></w:tabs>${spacing(0, 0, 240)}`,
      run: `<w:color w:val="454D53"/>${size(19)}`,
    },
  ];
}

/** The styles of a paper: real ones, so that Word's navigation, contents and a council's own look work on them. */
export function stylesXml(language: string, colour: string): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/>${size(22)}<w:lang w:val="${xmlText(language)}" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const written = styles(colour)
    .map(({ id, name, based = 'Normal', next, paragraph, run }) => {
      const isBase = id === 'Normal';
      return `<w:style w:type="paragraph"${isBase ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${isBase ? '' : `<w:basedOn w:val="${based}"/>`}${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>${paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === undefined ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`;
    })
    .join('');
  const others =
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>' +
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B5394"/><w:u w:val="single"/></w:rPr></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    '<w:style w:type="table" w:styleId="PaperTable"><w:name w:val="Paper table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="454D53"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="454D53"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="B4BBC0"/></w:tblBorders></w:tblPr></w:style>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles ${NAMESPACE}>${defaults}${written}${others}</w:styles>`;
}

/** The bullets of lists. */
export const NUMBERING_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${[
  0, 1,
]
  .map(
    (level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${567 + level * 397}" w:hanging="283"/></w:pPr></w:lvl>`,
  )
  .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
