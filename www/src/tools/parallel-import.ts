import { CaseTool } from './case-tool.ts';

/**
 * `<zhengpin-parallel-import>`: may these genuine goods be sold, under the platform's rule
 * and under each law, side by side.
 */
export class ZhengpinParallelImport extends CaseTool {
  static readonly tag = 'zhengpin-parallel-import';
  protected readonly key = 'parallel-import';
  protected readonly rulebook = 'cn/parallel-import';
  protected readonly together = true;
}
