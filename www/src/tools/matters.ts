import { type TemplateResult, unsafeCSS } from 'lit';
import { EngineUnavailable, type Loader } from '../engine/load.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { MattersShown } from '../state/shown.ts';
import file from '../styles/file.css?inline';
import sheet from '../styles/matters.css?inline';
import { tool } from '../styles/tool.ts';
import { ToolElement } from './tool-element.ts';

/** What shows the matters, which loads beside the element. */
type Part = typeof import('../lazy/matters.ts');

const loadPart: Loader<Part> = async () => {
  try {
    return await import('../lazy/matters.ts');
  } catch (cause) {
    throw new EngineUnavailable('fetch', cause);
  }
};

/**
 * `<zhengpin-matters>`: the matters that this device keeps, named, opened, saved as files, read
 * from files and deleted. The pages of the tools stand beside its own under their names. It needs
 * an engine only to check a file.
 */
export class ZhengpinMatters extends ToolElement<object, Part> {
  static readonly tag = 'zhengpin-matters';
  static override styles = [...tool, unsafeCSS(file + sheet)];

  protected readonly key = 'matters';
  protected readonly load = loadPart;
  protected readonly texts = [];
  /** There is nothing that a link could carry. */
  protected readonly reads = ({ noDrafts }: Readers) => ({ state: noDrafts, drafts: noDrafts });
  private shelf: InstanceType<Part['Shelf']> | undefined;

  protected snapshot(): undefined {
    return undefined;
  }

  protected restore(): number {
    return 0;
  }

  protected clear(): void {}

  protected get answerShown(): MattersShown | undefined {
    return this.shelf && { matters: this.shelf.count };
  }

  protected renderTool(): TemplateResult {
    const { engine } = this;
    this.shelf ??= engine && new engine.Shelf(this, this.files, (text) => this.announce(text));
    return this.shelf?.render(this.words) as TemplateResult;
  }
}
