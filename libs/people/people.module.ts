import { Module } from '@nestjs/common';
import { GuessLimits } from './guess-limits.js';
import { PermissionGuard } from './permission.guard.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { UsePersona } from './use-persona.js';

const parts = [GuessLimits, PermissionGuard, SessionCookie, Sessions, SignIn, SignOut, UsePersona];

@Module({ providers: parts, exports: parts })
export class PeopleModule {}
