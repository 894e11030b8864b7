import { createHash } from 'node:crypto';
import { compareText } from '../../order/index.js';
import { deflated, type PdfDocument } from '../syntax/document.js';
import { makeDict, Name, Stream, Text } from '../syntax/values.js';

/** A file that a paper carries within it. */
export interface Attachment {
  /** In ASCII, so that every reader can write it to a disk. */
  readonly name: string;
  readonly description: string;
  /** Such as `application/json`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The same, ready to be put into a paper. */
export interface PackedAttachment extends Omit<Attachment, 'bytes'> {
  readonly size: number;
  readonly checksum: string;
  readonly compressed: Uint8Array;
}

/** Compresses files. */
export function packAttachments(attachments: readonly Attachment[]): Promise<readonly PackedAttachment[]> {
  return Promise.all(
    attachments.map(async ({ bytes, ...about }) => ({
      ...about,
      size: bytes.length,
      checksum: createHash('md5').update(bytes).digest('hex'),
      compressed: await deflated(bytes),
    })),
  );
}

/**
 * Puts files into the paper as the data behind it (ISO 19005-3, 6.8): readers list them, and archives know what they are to the paper.
 *
 * @param day the paper's day, `2018-02-09`
 */
export function attach(document: PdfDocument, attachments: readonly PackedAttachment[], day: string): void {
  if (attachments.length === 0) return;
  const files = attachments
    .toSorted((a, b) => compareText(a.name, b.name))
    .map(({ name, description, type, size, checksum, compressed }) => {
      const params = makeDict({
        Size: size,
        ModDate: Text.ascii(`D:${day.replaceAll('-', '')}000000+00'00'`),
        CheckSum: new Text(`<${checksum}>`),
      });
      const stream = document.add(
        new Stream(
          makeDict({
            Type: Name.of('EmbeddedFile'),
            Subtype: Name.of(type.replaceAll('/', '#2F')),
            Params: params,
            Filter: Name.of('FlateDecode'),
          }),
          compressed,
        ),
      );
      const file = document.add(
        makeDict({
          Type: Name.of('Filespec'),
          F: Text.ascii(name),
          UF: Text.of(name),
          Desc: Text.of(description),
          AFRelationship: Name.of('Data'),
          EF: makeDict({ F: stream, UF: stream }),
        }),
      );
      return { name, file };
    });
  const { catalog } = document;
  const names = document.dict(catalog.get('Names')) ?? makeDict({});
  names.set(
    'EmbeddedFiles',
    makeDict({ Names: files.flatMap(({ name, file }) => [Text.ascii(name), file]) }),
  );
  catalog.set('Names', names);
  catalog.set(
    'AF',
    files.map(({ file }) => file),
  );
}
