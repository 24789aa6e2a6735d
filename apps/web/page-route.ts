import { operation, Operation, type OperationSpec } from '#platform';

type PageSpec = Omit<OperationSpec, 'page' | 'summary'> & { readonly summary?: string };

/** Declares a page: like an API operation, but it answers HTML and stands outside the API's document. */
export const page = <S extends PageSpec>(spec: S): S & { readonly page: true; readonly summary: string } =>
  operation({ summary: spec.id, ...spec, page: true } as S & { readonly page: true; readonly summary: string });

/** Binds a controller's method to a page. */
export const Page = Operation;
