/** A tool with a page of its own. */
export interface Tool {
  /** The name of its page and of its module; with `zhengpin-` before it, that of its element. */
  name: string;
  /** The class of the element. */
  element: string;
  /** The part of the messages that its page says, beside those that all pages share. */
  words: string;
  /** How the messages begin that its page is headed by. */
  says: string;
  /** What its element is told by attributes, beside the language. */
  attributes?: Record<string, string>;
  /** Another page that its heading leads to, by the message that says so. */
  onward?: { page: string; says: string };
}

/**
 * The tools in the order in which pages list them: navigation, entrances, pages and their
 * scripts are all made from this list.
 */
export const TOOLS: readonly Tool[] = [
  {
    name: 'penalties',
    element: 'ZhengpinPenalties',
    words: 'ledger',
    says: 'penalties',
    attributes: { appeal: './appeal.html', matters: './matters.html' },
    onward: { page: 'appeal', says: 'penalties-to-appeal' },
  },
  {
    name: 'appeal',
    element: 'ZhengpinAppeal',
    words: 'appeal',
    says: 'appeal',
    attributes: {
      changes: './changes.html',
      penalties: './penalties.html',
      complaint: './complaint.html',
      matters: './matters.html',
    },
  },
  {
    name: 'complaint',
    element: 'ZhengpinComplaint',
    words: 'complaint',
    says: 'complaint',
    attributes: { changes: './changes.html', cases: './cases.html', matters: './matters.html' },
  },
  {
    name: 'parallel-import',
    element: 'ZhengpinParallelImport',
    words: 'parallel-import',
    says: 'parallel-import',
    attributes: {
      changes: './changes.html',
      abroad: './abroad.html',
      cases: './cases.html',
      matters: './matters.html',
    },
  },
  {
    name: 'abroad',
    element: 'ZhengpinAbroad',
    words: 'abroad',
    says: 'abroad',
    attributes: { changes: './changes.html', matters: './matters.html' },
    onward: { page: 'parallel-import', says: 'abroad-to-parallel-import' },
  },
  {
    name: 'verification',
    element: 'ZhengpinVerification',
    words: 'verification',
    says: 'verification',
    attributes: { complaint: './complaint.html' },
  },
  {
    name: 'many',
    element: 'ZhengpinMany',
    words: 'many',
    says: 'many-page',
    attributes: {
      complaint: './complaint.html',
      'parallel-import': './parallel-import.html',
      abroad: './abroad.html',
      appeal: './appeal.html',
    },
  },
  {
    name: 'duties',
    element: 'ZhengpinDuties',
    words: 'duties',
    says: 'duties-page',
  },
  {
    name: 'changes',
    element: 'ZhengpinChanges',
    words: 'changes',
    says: 'changes-page',
    attributes: { rulebook: 'cn/parallel-import' },
  },
  {
    name: 'cases',
    element: 'ZhengpinCases',
    words: 'cases',
    says: 'cases-page',
    attributes: { complaint: './complaint.html', 'parallel-import': './parallel-import.html' },
  },
  {
    name: 'lessons',
    element: 'ZhengpinLessons',
    words: 'lessons',
    says: 'lessons-page',
  },
  {
    name: 'matters',
    element: 'ZhengpinMatters',
    words: 'matters',
    says: 'matters',
  },
];

/** The element that shows a tool. */
export const tagOf = ({ name }: Pick<Tool, 'name'>): string => `zhengpin-${name}`;
