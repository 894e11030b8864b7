// Plants a fault in a Word document, for scripts/judge-office.sh: node scripts/judge/spoil.mjs FILE.
import { readFileSync, writeFileSync } from 'node:fs';
import { packZip, unzip } from '../../dist/exchange/grid/zip.js';

const [file] = process.argv.slice(2);
const parts = new Map(unzip(file, readFileSync(file), () => true));
const document = Buffer.from(parts.get('word/document.xml')).toString();
parts.set('word/document.xml', Buffer.from(document.replace('<w:p>', '<w:p><w:cantSplit/>')));
writeFileSync(file, packZip(parts));
