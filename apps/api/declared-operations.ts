import type { Type } from '@nestjs/common';
import { operationKey, type OperationSpec } from '#platform';

/** Where every controller of the API stands. */
export const apiRoot = 'api/v1';

/** The operations that the API's controllers declare, by path; pages are not among them. */
export function declaredOperations(controllers: readonly Type[]): OperationSpec[] {
  const ours = controllers.filter((controller) => Reflect.getMetadata('path', controller) === apiRoot);
  return ours.flatMap(operationsOf).toSorted((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
}

function operationsOf(controller: Type): OperationSpec[] {
  const handlers = Object.values(Object.getOwnPropertyDescriptors(controller.prototype)).map(
    ({ value }) => value as unknown,
  );
  const specs = handlers
    .filter((handler) => typeof handler === 'function')
    .map((handler) => Reflect.getMetadata(operationKey, handler) as OperationSpec | undefined);
  return specs.filter((spec) => spec !== undefined && !spec.page) as OperationSpec[];
}
