import { Module } from '@nestjs/common';
import { EndMentor } from './end-mentor.js';
import { MentorsQueries } from './mentors.queries.js';
import { NameMentor } from './name-mentor.js';
import { UpdateMentor } from './update-mentor.js';

const parts = [MentorsQueries, NameMentor, UpdateMentor, EndMentor];

@Module({ providers: parts, exports: parts })
export class MentorsModule {}
