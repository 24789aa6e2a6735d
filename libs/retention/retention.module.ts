import { Module } from '@nestjs/common';
import { EraseExpired } from './erase-expired.js';
import { RetentionQueries } from './retention.queries.js';
import { SetRetention } from './set-retention.js';

const parts = [EraseExpired, RetentionQueries, SetRetention];

@Module({ providers: parts, exports: parts })
export class RetentionModule {}
