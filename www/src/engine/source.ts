import { type Catalogues, textsOf } from './texts.ts';
import type { DescribeRequest, Description, Failure } from './types.ts';
import { isFailure } from './types.ts';

/** Where the engine comes from, and which words it speaks. */
export interface EngineSource {
  /** The wasm file: its address, a response, or its bytes, which is what Node passes. */
  wasm: URL | string | Response | Promise<Response> | BufferSource;
  /** The text catalogues. Without one, `describe` leaves its language out. */
  texts?: Catalogues;
}

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

/** What the module beside a wasm file starts it by. */
type Init = (options: { module_or_path: EngineSource['wasm'] }) => Promise<unknown>;

/**
 * An engine: what its wasm offers, once that is started, with descriptions in the words of the
 * catalogues. Fails where the browser refuses to run the file.
 */
export function starting<Offers extends { describe: (request: never) => Description | Failure }>(
  init: Init,
  offers: Offers,
): (source: EngineSource) => Promise<Offers> {
  return async ({ wasm, texts = {} }) => {
    await init({ module_or_path: wasm });
    return { ...offers, describe: describing(offers.describe, texts) };
  };
}
