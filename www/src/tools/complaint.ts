import texts from 'virtual:engine-texts/cn/complaint';
import openings from 'virtual:opening/cn/complaint';
import { CaseTool } from './case-tool.ts';

/**
 * `<zhengpin-complaint>`: does a complaint to a platform qualify, what is missing, and what
 * follows from it.
 */
export class ZhengpinComplaint extends CaseTool {
  static readonly tag = 'zhengpin-complaint';
  protected readonly key = 'complaint';
  protected readonly rulebook = 'cn/complaint';
  protected readonly texts = [texts];
  protected override readonly openings = openings;
  protected readonly together = false;
  protected override readonly course = true;
}
