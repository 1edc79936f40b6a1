import { told } from './says.ts';
import type { FileKind, FileRead } from './types.ts';

const READABLE: FileKind[] = ['csv', 'xlsx', 'json', 'html'];

/** What the page says of each kind of file. */
const SAYS: Record<FileKind, string> = {
  csv: 'file-csv',
  xlsx: 'file-xlsx',
  json: 'file-json',
  html: 'file-html',
  empty: 'file-empty',
  text: 'file-text',
  xls: 'file-xls',
  locked: 'file-locked',
  ods: 'file-ods',
  numbers: 'file-numbers',
  docx: 'file-docx',
  pdf: 'file-pdf',
  image: 'file-image',
  zip: 'file-zip',
  rar: 'file-rar',
  binary: 'file-binary',
};

/** A file of a kind, with what is said of it. */
export function fileOf(kind: FileKind): FileRead {
  return { kind, says: told(SAYS[kind]), readable: READABLE.includes(kind) };
}

/** A workbook that cannot be opened. */
export function brokenWorkbook(): FileRead {
  return { kind: 'xlsx', says: told('file-broken'), readable: false };
}

/** The first bytes of files that are no text. */
const BEGINNINGS: [FileKind, number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x42, 0x4d]],
  ['image', [0x52, 0x49, 0x46, 0x46]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['rar', [0x37, 0x7a, 0xbc, 0xaf]],
  ['zip', [0x1f, 0x8b]],
];

/** What a file of bytes is that is no text; nothing, if it may be one. */
export function binaryKind(bytes: Uint8Array): FileKind | undefined {
  if (bytes.length === 0) return 'empty';
  const begins = (wanted: number[]) => wanted.every((byte, place) => bytes[place] === byte);
  if (begins([0x50, 0x4b, 0x03, 0x04]) || begins([0x50, 0x4b, 0x05, 0x06])) return packed(bytes);
  if (begins([0xd0, 0xcf, 0x11, 0xe0])) {
    return holds(bytes, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0') ? 'locked' : 'xls';
  }
  const latin = text(bytes.subarray(4, 12));
  if (latin.startsWith('ftyp'))
    return /^ftyp(heic|heix|mif1|avif)/.test(latin) ? 'image' : 'binary';
  const found = BEGINNINGS.find(([, wanted]) => begins(wanted));
  // A text can begin with BM; no picture is without a zero.
  const letters = begins([0x42, 0x4d]) || begins([0x52, 0x49, 0x46, 0x46]);
  return found && !(letters && looksLikeText(bytes)) ? found[0] : undefined;
}

/** What a text is that is not simply a table. */
export function textKind(text: string): FileKind | undefined {
  const start = text
    .slice(0, 2_000)
    .replace(/^[\s\uFEFF]+/, '')
    .toLowerCase();
  if (start === '' && text.trim() === '') return 'empty';
  if (start.startsWith('{\\rtf')) return 'docx';
  if (/^[{[]/.test(start)) return 'json';
  if (/^<\?xml/.test(start) && start.includes('urn:schemas-microsoft-com:office:spreadsheet'))
    return 'xls';
  if (/^<(?:!doctype|html|head|body|table|meta|style|\?xml|!--|div)/.test(start)) return 'html';
  const zeros = text.slice(0, 4_000).split('\0').length - 1;
  return zeros > 8 ? 'binary' : undefined;
}

/** What an archive holds, by the names of its parts. */
function packed(bytes: Uint8Array): FileKind {
  const has = (name: string) => holds(bytes, name);
  if (has('xl/workbook.xml')) return 'xlsx';
  if (has('xl/workbook.bin')) return 'xls';
  if (has('word/document.xml')) return 'docx';
  if (has('opendocument.spreadsheet')) return 'ods';
  if (has('Index/Document.iwa') || has('.iwa')) return 'numbers';
  return 'zip';
}

function text(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** Whether the head or the tail of a file, where names stand, holds a text. */
function holds(bytes: Uint8Array, wanted: string): boolean {
  const ends = [bytes.subarray(0, 100_000), bytes.subarray(-200_000)];
  return ends.some((part) => text(part).includes(wanted));
}

function looksLikeText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 200).includes(0);
}
