import { cut, type Line, separatorOf } from './cut.ts';
import { type Decoded, decode } from './decode.ts';
import type { pacer } from './pace.ts';
import type { Sheet } from './sheets.ts';
import { binaryKind, brokenWorkbook, fileOf, textKind } from './sniff.ts';
import type { Answers, FileRead, Question } from './types.ts';

/** A file or a pasted text, opened as far as can be without knowing what it lists. */
export type Opened =
  /** Nothing that can be read; the file says why. */
  | { holds: 'nothing'; file: FileRead }
  | { holds: 'json'; file: FileRead; text: string }
  | {
      holds: 'sheets';
      kind: 'xlsx' | 'html';
      sheets: Sheet[];
      encoding: Pick<FileRead, 'encoding'>;
    }
  | {
      holds: 'lines';
      file: FileRead;
      lines: Line[];
      separator: string;
      /** How the bytes are read, where they do not tell. */
      questions: Question[];
    };

/** Opens a file or a pasted text: what it is, decoded, cut into lines of cells. */
export async function openTable(
  source: Uint8Array | ArrayBuffer | string,
  answers: Pick<Answers, 'encoding' | 'separator'>,
  pace: ReturnType<typeof pacer>,
): Promise<Opened> {
  await pace('decoding', 0, 1);
  const bytes = source instanceof ArrayBuffer ? new Uint8Array(source) : asBytes(source);
  const binary = bytes && binaryKind(bytes);
  if (binary && binary !== 'xlsx') return { holds: 'nothing', file: fileOf(binary) };
  if (bytes && binary === 'xlsx') {
    const { readWorkbook } = await import('./workbook.ts');
    const sheets = await readWorkbook(bytes);
    if (!sheets) return { holds: 'nothing', file: brokenWorkbook() };
    return { holds: 'sheets', kind: 'xlsx', sheets, encoding: {} };
  }
  const decoded: Decoded | undefined = bytes && decode(bytes, answers.encoding);
  const text = (decoded?.text ?? `${source}`).replace(/^\uFEFF/, '');
  const encoding = decoded ? { encoding: decoded.encoding } : {};
  const kind = textKind(text);
  if (kind === 'json') return { holds: 'json', file: { ...fileOf('json'), ...encoding }, text };
  if (kind === 'html') {
    const { readTables } = await import('./web-table.ts');
    const sheets = readTables(text);
    if (sheets.length > 0) return { holds: 'sheets', kind: 'html', sheets, encoding };
    return { holds: 'nothing', file: { ...fileOf('text'), ...encoding } };
  }
  if (kind) return { holds: 'nothing', file: { ...fileOf(kind), ...encoding } };
  const separator = answers.separator ?? separatorOf(text);
  if (separator === undefined) {
    return { holds: 'nothing', file: { ...fileOf('text'), ...encoding } };
  }
  const lines: Line[] = [];
  const all = text.split(/\r\n|\r|\n/).length;
  for (const line of cut(text, separator)) {
    lines.push(line);
    await pace('lines', line.row, all);
  }
  const file = { ...fileOf('csv'), ...encoding, separator };
  const questions = (decoded?.also.length ?? 0) > 0 && decoded ? [askEncoding(decoded)] : [];
  return { holds: 'lines', file, lines, separator, questions };
}

function asBytes(source: Uint8Array | string): Uint8Array | undefined {
  return typeof source === 'string' ? undefined : source;
}

function askEncoding({ encoding, also }: Decoded): Question {
  const value = { key: '', value: encoding, count: 1, rows: [], options: [encoding, ...also] };
  return { id: 'encoding', topic: 'encoding', values: [value], blocks: false };
}
