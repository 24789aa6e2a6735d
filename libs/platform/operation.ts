import { applyDecorators, createParamDecorator, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from './actor.js';

/** What every route says about itself. Validation, permission, OpenAPI and the permission matrix all read it. */
export interface OperationSpec {
  /** Stable name, camelCase verb first: `shareOpening`. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1 (or the site's root for a page), with `:name` for parameters. */
  readonly path: string;
  /** One line for the reader of the API. */
  readonly summary: string;
  /** A row of the permission matrix (libs/people/permissions.rules.ts); 'public' needs no sign-in. */
  readonly permission: string;
  /** The library's noun, as a heading in the document. */
  readonly tag?: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** What a successful answer looks like; leave out when there is none (204) or it is a file. */
  readonly answer?: z.ZodType;
  /** Media type of the answer when it is not JSON. */
  readonly produces?: string;
  /** Media type of the body when it is not JSON. */
  readonly consumes?: 'multipart/form-data';
  readonly status?: 200 | 201 | 202 | 204;
  /** Codes of the refusals a caller should expect besides the general ones. */
  readonly refuses?: readonly string[];
  /** Statuses it may answer besides the general ones (400-404, 409, 412-415, 422, 429, 500, 503). */
  readonly also?: readonly number[];
  /** What is written here is about a citizen: a text that seems to name a diagnosis is taken, and advised against. */
  readonly aboutCitizen?: true;
  readonly page?: boolean;
}

/** The validated input of an operation: its path parameters, query and body as one object. */
export type InputOf<S extends OperationSpec> = Parsed<S, 'params'> & Parsed<S, 'query'> & Parsed<S, 'body'>;
type Parsed<S, Part extends string> = S extends { readonly [part in Part]: infer T extends z.ZodType } ? z.infer<T> : object;

export const operationKey = 'indgang:operation';

/** Declares a route as data; keeps the schemas' types so that `InputOf` works. */
export const operation = <S extends OperationSpec>(spec: S): S => spec;

/** Binds a controller's method to the route that `spec` declares. */
export const Operation = (spec: OperationSpec): MethodDecorator =>
  applyDecorators(
    SetMetadata(operationKey, spec),
    RequestMapping({ method: RequestMethod[spec.method.toUpperCase() as 'GET'], path: spec.path }),
    HttpCode(spec.status ?? (spec.answer || spec.produces || spec.page ? 200 : 204)),
  );

/** What guards and interceptors leave on a request for its handler. */
export interface Asked {
  actor?: Actor;
  input?: unknown;
}

const asked = (context: ExecutionContext): Asked => context.switchToHttp().getRequest<Asked>();

/** The one who asks. Only on routes that need sign-in. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) => asked(context).actor);

/** The validated input, typed with `InputOf<typeof spec>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => asked(context).input);
