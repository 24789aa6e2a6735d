import { Module } from '@nestjs/common';
import { ReferenceQueries } from './reference.queries.js';

@Module({ providers: [ReferenceQueries], exports: [ReferenceQueries] })
export class ReferenceModule {}
