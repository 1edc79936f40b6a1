import { type Catalogues, textsOf } from './texts.ts';
import type { DescribeRequest, Description, Failure } from './types.ts';
import { isFailure } from './types.ts';

/** The wasm file: its address, a response, its bytes (which is what Node passes), or compiled. */
export type WasmFile =
  | URL
  | string
  | Response
  | Promise<Response>
  | BufferSource
  | WebAssembly.Module;

/**
 * Starts the wasm file in a way of the host's own, with the imports that it is handed, and gives
 * back the instance: for hosts that have no address and no bytes to give, such as mini programs.
 * Each call has to start a new instance.
 */
export type StartWasm = (imports: WebAssembly.Imports) => WasmInstance | Promise<WasmInstance>;

/** What is needed of an instance. */
export type WasmInstance = Pick<WebAssembly.Instance, 'exports'>;

/** Where an engine comes from, and which words it speaks. */
export interface SourceOf<Wasm> {
  /** The wasm file, or what starts it. */
  wasm: Wasm;
  /** The text catalogues. Without one, `describe` leaves its language out. */
  texts?: Catalogues;
}

/** Where an engine for programs comes from, and which words it speaks. */
export type EngineSource = SourceOf<WasmFile | StartWasm>;

/** Describes with the words of the catalogues, beside those that the answer brings. */
function describing<Request extends DescribeRequest>(
  bare: (request: Request) => Description | Failure,
  texts: Catalogues,
): (request: Request) => Description | Failure {
  return (request) => {
    const answer = bare(request);
    if (isFailure(answer)) return answer;
    return { ...answer, texts: textsOf(answer, texts) };
  };
}

/** The module beside a wasm file: what starts it, or takes it up once it was started. */
interface Beside {
  default: (options: { module_or_path: WasmFile }) => Promise<unknown>;
  imports: () => WebAssembly.Imports;
  take: (instance: WasmInstance) => unknown;
}

/** What starts the wasm file beside which a module stands, or has the host start it. */
export function beside({ default: init, imports, take }: Beside) {
  return async (wasm: WasmFile | StartWasm): Promise<void> => {
    if (typeof wasm !== 'function') await init({ module_or_path: wasm });
    else take(await wasm(imports()));
  };
}

/**
 * An engine: what its wasm offers, once `begin` has started that, with descriptions in the words
 * of the catalogues. Fails where the browser refuses to run the file.
 */
export function starting<
  Wasm,
  Offers extends { describe: (request: never) => Description | Failure },
>(
  begin: (wasm: Wasm) => Promise<unknown>,
  offers: Offers,
): (source: SourceOf<Wasm>) => Promise<Offers> {
  return async ({ wasm, texts = {} }) => {
    await begin(wasm);
    return { ...offers, describe: describing(offers.describe, texts) };
  };
}
