import { joinTexts } from './texts.ts';
import type { Catalogue, DescribeRequest, Description, Failure, Lang } from './types.ts';
import { isFailure } from './types.ts';

/** Where the engine comes from, and which words it speaks. */
export interface EngineSource {
  /** The wasm file: its address, a response, or its bytes, which is what Node passes. */
  wasm: URL | string | Response | Promise<Response> | BufferSource;
  /** The text catalogues. Without one, `describe` leaves its language out. */
  texts?: Partial<Record<Lang, Catalogue>>;
}

/** Describes with the words of the catalogues, beside those that the answer brings. */
export function describing<Request extends DescribeRequest>(
  bare: (request: Request) => Description | Failure,
  texts: Partial<Record<Lang, Catalogue>>,
): (request: Request) => Description | Failure {
  return (request) => {
    const answer = bare(request);
    if (isFailure(answer)) return answer;
    const joined = joinTexts(answer, texts);
    for (const [lang, own] of Object.entries(answer.texts))
      joined[lang] = { ...joined[lang], ...own };
    return { ...answer, texts: joined };
  };
}
