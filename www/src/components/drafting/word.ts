import {
  AlignmentType,
  Document,
  HeadingLevel,
  type IRunOptions,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import '../../i18n/words-word.ts';
import type { Lang } from '../../engine/types.ts';
import { download, fileName } from '../../exchange/download.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { legal } from '../../i18n/legal.ts';
import { words } from '../../i18n/words.ts';
import { linesOf } from '../../state/lines.ts';
import type { Paper } from '../../state/paper.ts';
import { citationName, officialText, standingInWords } from '../citation.ts';
import type { View } from '../view.ts';

/** The faces of a document, each with one for Chinese that Word and WPS have. */
const TEXT = faces('Times New Roman', 'SimSun');
const HEADS = faces('Arial', 'SimHei');

/** In half points. */
const SIZES = { title: 36, heading: 28, text: 24, small: 21 };

/** A4, in twentieths of a point, with lines half as high again as the text. */
const PAGE = { size: { width: 11_906, height: 16_838 } };
const SPACING = { line: 360, after: 60 };

/** Saves a document in its language as a file for word processors, without a request. */
export async function saveWord(view: View, paper: Paper, lang: Lang): Promise<void> {
  const own = { ...view, say: words(lang), law: legal(view.description, lang) };
  const file = await wordFile(own, paper);
  download(fileName(paper.title, paper.asOf, 'docx'), file.type, file);
}

/** The document as a file, with what it rests on behind it. */
function wordFile(view: View, paper: Paper): Promise<Blob> {
  return Packer.toBlob(
    new Document({
      title: paper.title,
      // Otherwise the file says that its author is called "Un-named".
      creator: '',
      lastModifiedBy: '',
      styles: {
        default: {
          document: {
            run: {
              font: TEXT,
              size: SIZES.text,
              language: { value: 'en-GB', eastAsia: 'zh-CN' },
            },
            paragraph: { spacing: SPACING },
          },
          title: {
            run: { font: HEADS, size: SIZES.title, bold: true, color: '000000' },
            paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
          },
          heading1: {
            run: { font: HEADS, size: SIZES.heading, color: '000000' },
            paragraph: { keepNext: true, spacing: { before: 240, after: 60 } },
          },
        },
      },
      sections: [
        { properties: { page: PAGE }, children: [...body(view, paper), ...sources(view, paper)] },
      ],
    }),
  );
}

/** A Latin face and a Chinese one, in all four slots: a slot left out is chosen by the reader. */
function faces(latin: string, chinese: string) {
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: chinese };
}

function body(view: View, { title, parts }: Paper): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(view, title)] }),
    ...parts.flatMap(({ heading, paragraphs }) => [
      ...(heading === undefined ? [] : [head(view, heading)]),
      ...paragraphs.flatMap(linesOf).map((pieces) => {
        const children = pieces.map(({ text, kind }) =>
          run(view, text, kind === 'gap' ? { highlight: 'yellow' } : {}),
        );
        return new Paragraph({ children });
      }),
    ]),
  ];
}

/** On a page of its own, for whoever hands the document in without it. */
function sources(view: View, { citations, asOf }: Paper): Paragraph[] {
  if (citations.length === 0) return [];
  const { say } = view;
  const small = (text: string) =>
    new Paragraph({ children: [run(view, text, { size: SIZES.small })] });
  return [
    head(view, say('word-sources'), true),
    small(say('word-sources-note', { day: dayInWords(asOf, say.lang) })),
    ...citations.map((citation) => {
      const name = citationName(view, citation.provision);
      const how = standingInWords(view, citation);
      const address = officialText(view, citation.provision);
      return small(
        address === undefined
          ? say('word-source', { name, how })
          : say('word-source-at', { name, how, address }),
      );
    }),
  ];
}

function head(view: View, text: string, pageBreakBefore = false): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore,
    children: [run(view, text)],
  });
}

/**
 * A run of text. Quotation marks and dashes stand in both scripts; the hint has them taken for
 * Chinese ones in a Chinese document.
 */
function run({ say }: View, text: string, more: IRunOptions = {}): TextRun {
  const hint = say.lang === 'zh' ? { font: { hint: 'eastAsia' } } : {};
  return new TextRun({ ...more, ...hint, text: text.replace(/\t/g, ' ').replace(UNWRITABLE, '') });
}

/** What XML cannot hold in any spelling: a file with such a character does not open. */
const UNWRITABLE = /[^\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
