import { deflateSync } from 'node:zlib';
import type { PdfDocument } from '../../syntax/document.js';
import { makeDict, Name, Stream, Text } from '../../syntax/values.js';
import { srgbProfile } from './srgb.js';
import { type Identity, writeXmp } from './xmp.js';

/** Says in the file what it is: in its information, in XMP, and in the colours it is meant for. */
export function identify(document: PdfDocument, identity: Identity): void {
  const { catalog } = document;
  const date = Text.ascii(`D:${identity.day.replaceAll('-', '')}000000+00'00'`);
  document.replace(
    document.info,
    makeDict({
      Title: Text.of(identity.title),
      Creator: Text.ascii(identity.creator),
      Producer: Text.ascii(identity.producer),
      CreationDate: date,
      ModDate: date,
    }),
  );
  // Never compressed, so that archives find it without knowing PDF (ISO 19005-3, 6.6.2.1).
  const metadata = new Stream(
    makeDict({ Type: Name.of('Metadata'), Subtype: Name.of('XML') }),
    Buffer.from(writeXmp(identity)),
  );
  catalog.set('Metadata', document.add(metadata));
  catalog.set('OutputIntents', [
    document.add(
      makeDict({
        Type: Name.of('OutputIntent'),
        S: Name.of('GTS_PDFA1'),
        OutputConditionIdentifier: Text.ascii('sRGB'),
        DestOutputProfile: document.add(
          new Stream(makeDict({ N: 3, Filter: Name.of('FlateDecode') }), deflateSync(srgbProfile())),
        ),
      }),
    ),
  ]);
}
