/** Where somebody stands who does not know yet what to ask. */
export interface Situation {
  /** With `situation-` before it, the message that says it. */
  name: string;
  /** The page of the tool that answers it. */
  page: string;
  /**
   * Where one question at a time begins: an issue of the tool, behind a stroke a question to
   * begin with. Nothing, where the tool has no questions of that kind.
   */
  start?: string;
}

/** The situations on the start page: those of sellers, of holders of rights, of platforms. */
export const SITUATIONS: readonly Situation[] = [
  { name: 'link-gone', page: 'complaint', start: 'counter_notice/right_type' },
  { name: 'found-fake', page: 'appeal', start: 'scope/alleged' },
  { name: 'appeal-in-time', page: 'appeal', start: 'appeal/stage' },
  { name: 'points', page: 'penalties' },
  { name: 'from-abroad', page: 'parallel-import', start: '/imported' },
  { name: 'sell-abroad', page: 'abroad', start: '/goods_genuine' },
  { name: 'fakes-of-mine', page: 'complaint', start: 'notice/right_type' },
  { name: 'platform-idle', page: 'complaint', start: 'platform/s_infringes' },
  { name: 'wrong-complaint', page: 'complaint', start: 'notifier/w_notice_wrong' },
  { name: 'verify-again', page: 'verification' },
];

/** The address of the page where a situation leads. */
export const addressOf = ({ page, start }: Situation): string =>
  `./${page}.html${start === undefined ? '' : `#${page}-start=${start}`}`;
