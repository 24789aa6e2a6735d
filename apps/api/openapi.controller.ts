import { Controller, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { operation, Operation } from '#platform';
import { z } from 'zod';
import { declaredOperations } from './declared-operations.js';
import type { JsonSchema } from './json-schema.js';
import { openApiDocument } from './openapi.js';

const readApiDocument = operation({
  id: 'readApiDocument',
  method: 'get',
  path: '/openapi.json',
  summary: 'This document',
  permission: 'public',
  tag: 'General',
  answer: z.looseObject({ openapi: z.literal('3.1.0') }),
});

/** The API's description of itself, made once from what the controllers declare. */
@Controller('api/v1')
export class OpenApiController {
  private document?: JsonSchema;

  constructor(private readonly modules: ModulesContainer) {}

  @Operation(readApiDocument)
  read(): JsonSchema {
    return (this.document ??= openApiDocument(declaredOperations(this.controllers())));
  }

  private controllers(): Type[] {
    return [...this.modules.values()]
      .flatMap(({ controllers }) => [...controllers.values()])
      .map(({ metatype }) => metatype as Type);
  }
}
