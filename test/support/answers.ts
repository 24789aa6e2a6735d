/** Holds every answer that a test gets to the API's own document: status, media type and body as declared. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

interface Declared {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<
      string,
      { readonly $ref?: string; readonly content?: Readonly<Record<string, { readonly schema?: object }>> }
    >
  >;
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Declared>>>>;
  readonly components: object;
}

export interface Got {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly mediaType: string;
  readonly body: unknown;
}

/** Said by the server itself. */
const ofServer = new Set([404, 405]);

export class Answers {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
  private readonly routes: readonly (readonly [RegExp, string, Readonly<Record<string, Declared>>])[];
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(readonly document: ApiDocument) {
    formats.default(this.ajv);
    this.ajv.addSchema({ $id: 'document', components: document.components });
    // A path without parameters is more exact than one with: /openings/held before /openings/{id}.
    this.routes = Object.entries(document.paths)
      .toSorted(([a], [b]) => parametersIn(a) - parametersIn(b))
      .map(([path, methods]) => [
        new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
        path,
        methods,
      ]);
  }

  /** What is wrong with the answer, or undefined. */
  fault({ method, path, status, mediaType, body }: Got): string | undefined {
    const route = this.routes.find(
      ([pattern, , methods]) => pattern.test(path.split('?')[0] ?? '') && methods[method.toLowerCase()],
    );
    if (status === 431) return undefined; // a head too large to look for a route
    if (!route) return ofServer.has(status) ? undefined : `${method} ${path} is in no document and answered ${status}`;
    const declared = route[2][method.toLowerCase()] as Declared;
    const where = `${declared.operationId} answered ${status}`;
    const response = declared.responses[String(status)];
    if (!response) return `${where}, which it does not declare: ${JSON.stringify(body).slice(0, 300)}`;
    const content = this.contentOf(response);
    if (!content) return undefined;
    const entry = content[mediaType];
    if (!entry) return `${where} as ${mediaType || 'nothing'}; declared is ${Object.keys(content).join(', ')}`;
    if (!/json/.test(mediaType) || !entry.schema) return undefined;
    const validate = this.validator(`${declared.operationId} ${status}`, entry.schema);
    return validate(body)
      ? undefined
      : `${where} with ${this.ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 500)}`;
  }

  private contentOf(
    response: Declared['responses'][string],
  ): Readonly<Record<string, { readonly schema?: object }>> | undefined {
    if (!response.$ref) return response.content;
    const { responses } = this.document.components as { responses: Record<string, Declared['responses'][string]> };
    return responses[response.$ref.split('/').at(-1) ?? '']?.content;
  }

  private validator(key: string, schema: object): ValidateFunction {
    const known = this.compiled.get(key);
    if (known) return known;
    const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/')) as object;
    const made = this.ajv.compile(local);
    this.compiled.set(key, made);
    return made;
  }
}

const parametersIn = (path: string): number => path.split('{').length - 1;
