import { expect, test } from '@playwright/test';
import { faults, kinds, read, table } from './exchange.ts';

const TEXT = '处罚时间,认定为,数量\r\n2019-06-10,信息层面判断,1\r\n';
const FINDING = { day: '2019-06-10', tier: 'information', items: 1 };

/** A text in UTF-16, with or without its mark. */
function wide(text: string, big: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].map((sign) => sign.charCodeAt(0));
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [place, unit] of units.entries()) view.setUint16(place * 2, unit, !big);
  return bytes;
}

/** Characters in their bytes by the standards: 处罚时间 认定为 日期 类别 实际出售 in each. */
const GB18030 = [
  [0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xc0, 0xe0, 0xb1, 0xf0, 0x0a],
  [...'2019-06-10,'].map((sign) => sign.charCodeAt(0)),
  [0xca, 0xb5, 0xbc, 0xca, 0xb3, 0xf6, 0xca, 0xdb, 0x0a],
].flat();
const BIG5 = [
  [0xa4, 0xe9, 0xb4, 0xc1, 0x2c, 0xc3, 0xfe, 0xa7, 0x4f, 0x0a],
  [...'2019-06-10,'].map((sign) => sign.charCodeAt(0)),
  [...'sale\n'].map((sign) => sign.charCodeAt(0)),
].flat();

test.describe('encodings', () => {
  for (const [name, bytes, encoding] of [
    ['UTF-8', new TextEncoder().encode(TEXT), 'utf-8'],
    ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16 LE', wide(TEXT, false, true), 'utf-16le'],
    ['UTF-16 BE', wide(TEXT, true, true), 'utf-16be'],
    ['UTF-16 LE without its mark', wide(TEXT, false, false), 'utf-16le'],
    ['UTF-16 BE without its mark', wide(TEXT, true, false), 'utf-16be'],
  ] as const) {
    test(`${name} is read`, async () => {
      const { file, findings } = await read(bytes);
      expect(file).toMatchObject({ kind: 'csv', encoding, separator: ',', headings: 1 });
      expect(findings).toMatchObject([{ row: 2, finding: FINDING }]);
    });
  }

  // Source: GB 18030 and Big5, the bytes of 日期 (C8D5 C6DA; A4E9 B4C1) and 类别 / 類別.
  test('GB18030 and Big5 are told apart by the bytes that Big5 alone has', async () => {
    const gb = await read(new Uint8Array(GB18030));
    expect(gb.file.encoding).toBe('gb18030');
    expect(gb.findings).toMatchObject([{ finding: { day: '2019-06-10', tier: 'sale' } }]);
    const big = await read(new Uint8Array(BIG5));
    expect(big.file.encoding).toBe('big5');
    expect(big.questions.map(({ topic }) => topic)).toContain('encoding');
  });

  // Source: cases/README.md: a UTF-8 mark before one bad byte is unread.
  test('one bad byte spoils its row, not the encoding of the file', async () => {
    for (const mark of [[0xef, 0xbb, 0xbf], []]) {
      const text = (part: string) => [...new TextEncoder().encode(part)];
      const rows = '2019-01-03,实际出售,乙\n'.repeat(20);
      const bytes = [
        ...mark,
        ...text('日期,类别,权利\n2019-01-02,实际出售,'),
        0xff,
        ...text(`\n${rows}`),
      ];
      const result = await read(new Uint8Array(bytes));
      expect(result.file.encoding).toBe('utf-8');
      expect(faults(result)).toEqual({ 2: ['bad_bytes'] });
      expect(result.findings).toHaveLength(20);
    }
  });
});

test.describe('separators', () => {
  for (const separator of [',', '\t', ';', '，', '|']) {
    test(`${JSON.stringify(separator)} sets cells apart`, async () => {
      const { file, findings } = await read(TEXT.replaceAll(',', separator));
      expect(file.separator).toBe(separator);
      expect(findings).toMatchObject([{ finding: FINDING }]);
    });
  }

  test('commas inside the cells of a table set apart by semicolons do not count', async () => {
    const { file, findings } = await read('日期;类别;权利\n2019-06-10;实际出售;甲,乙,丙,丁\n');
    expect(file.separator).toBe(';');
    expect(findings.map(({ finding }) => finding.labels?.right)).toEqual(['甲,乙,丙,丁']);
  });
});

// Source: ECMA-376, 18.17.4.1 (both date systems); 18.2.28 (date1904); 18.4.6 (phonetic runs). The
// files are written by hand: `dates-1904.xlsx` holds the same days as `dates.xlsx`.
test.describe('workbooks', () => {
  for (const name of ['dates.xlsx', 'dates-1904.xlsx']) {
    test(`${name}: days as the cells show them, to the second`, async () => {
      const result = await read(table(name));
      expect(result.file).toMatchObject({ kind: 'xlsx', sheet: '违规记录', headings: 1 });
      expect(kinds(result)).toEqual(['day', 'tier', 'points', 'status']);
      expect(
        result.findings.map(({ row, finding: { day, time, tier, reversed } }) => [
          row,
          day,
          time,
          tier,
          reversed,
        ]),
      ).toEqual([
        [3, '2017-04-03', '23:59:30', 'sale', undefined],
        [4, '2017-04-04', undefined, 'information', true],
        [5, '2017-04-05', undefined, 'sale', undefined],
      ]);
      // A cell that could not be calculated is no "not appealed".
      expect(faults(result)).toEqual({ 6: ['cell_failed'] });
    });
  }

  test('of several sheets the one with findings is read; of several of those one is asked', async () => {
    const open = await read(table('two-sheets.xlsx'));
    expect(open.questions).toMatchObject([
      { topic: 'sheet', values: [{ options: ['2017', '2018'] }] },
    ]);
    const { findings, file } = await read(table('two-sheets.xlsx'), { answers: { sheet: '2018' } });
    expect(file).toMatchObject({ sheets: ['说明', '2017', '2018'], sheet: '2018' });
    expect(findings).toMatchObject([{ finding: { day: '2017-04-03', time: '23:59:30' } }]);
  });

  // Source: cases/README.md, `61.xlsx`.
  test('one that cannot be opened is named, with the way out', async () => {
    const { file } = await read(table('61.xlsx'));
    expect(file).toMatchObject({ kind: 'xlsx', readable: false });
    expect(file.says.zh).toContain('CSV');
  });
});

test.describe('tables of web pages', () => {
  // Source: cases/README.md, `62-html.xls`.
  test('62: a back end calls it .xls', async () => {
    const { file, findings } = await read(table('62-html.xls'));
    expect(file).toMatchObject({ kind: 'html', readable: true });
    expect(findings).toMatchObject([{ row: 2, finding: FINDING }]);
  });

  test('cells over several rows, entities, line breaks and what is no cell are read as they show', async () => {
    const { findings } = await read(`<!doctype html><style>td{}</style><table>
      <tr><th>日期<th>认定为<th>权利</tr>
      <tr><td rowspan=2>2019-06-10</td><td>实际&#20986;售</td><td>甲&amp;乙<br>丙<script>x</script></td></tr>
      <tr><td>信息层面判断<td> NIKE </tr></table>`);
    expect(
      findings.map(({ finding: { day, tier, labels } }) => [day, tier, labels?.right]),
    ).toEqual([
      ['2019-06-10', 'sale', '甲&乙\n丙'],
      ['2019-06-10', 'information', 'NIKE'],
    ]);
  });

  test('a page without a table is said to have none', async () => {
    expect((await read('<html><body>登录已过期</body></html>')).file.kind).toBe('text');
  });
});

// Source: the signatures of the formats.
test('any other file is named for what it is, with the way out', async () => {
  const bytes = (...parts: (number[] | string)[]) =>
    new Uint8Array(
      parts.flatMap((part) =>
        typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part,
      ),
    );
  const pk = [0x50, 0x4b, 3, 4];
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  for (const [source, kind] of [
    [bytes(), 'empty'],
    ['  \n', 'empty'],
    ['hello', 'text'],
    [bytes('%PDF-1.7'), 'pdf'],
    [bytes([0x89], 'PNG', [0, 0]), 'image'],
    [bytes([0xff, 0xd8, 0xff, 0xe0]), 'image'],
    [bytes([0, 0, 0, 0x18], 'ftypheic'), 'image'],
    [bytes(pk, 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'ods'],
    [bytes(pk, 'word/document.xml'), 'docx'],
    [bytes(pk, 'Index/Document.iwa'), 'numbers'],
    [bytes(pk, 'a.csv'), 'zip'],
    [bytes('Rar!', [0x1a, 7]), 'rar'],
    [bytes(ole, 'W\0o\0r\0k\0b\0o\0o\0k\0'), 'xls'],
    [bytes(ole, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0'), 'locked'],
    ['{\\rtf1 x}', 'docx'],
    [
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'xls',
    ],
  ] as const) {
    const { file, findings } = await read(source);
    expect([file.kind, file.readable], kind).toEqual([kind, false]);
    expect(file.says.zh).not.toMatch(/^file-/);
    expect(file.says.en).not.toMatch(/^file-/);
    expect(findings).toEqual([]);
  }
});
