import { DecisionTool } from './decision-tool.ts';

/**
 * `<zhengpin-complaint>`: does a complaint to a platform qualify, what is missing, and what
 * follows from it.
 */
export class ZhengpinComplaint extends DecisionTool {
  protected readonly key = 'complaint';
  protected readonly rulebook = 'cn/complaint';
  protected readonly together = false;
}
