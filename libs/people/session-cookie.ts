import { Injectable } from '@nestjs/common';
import { Config } from '#platform';

type CookieName = 'sid' | 'mid';

interface Reply {
  header(name: string, value: string): unknown;
}

/**
 * The session's cookie: `__Host-` and Secure wherever the site is served over https. A mentor's has a name of its own,
 * so that neither is ever taken for the other.
 */
@Injectable()
export class SessionCookie {
  constructor(private readonly config: Config) {}

  give(reply: Reply, token: string, name: CookieName = 'sid'): void {
    reply.header('set-cookie', this.text(name, token, 8 * 3_600));
  }

  take(reply: Reply, name: CookieName = 'sid'): void {
    reply.header('set-cookie', this.text(name, '', 0));
  }

  private text(name: CookieName, value: string, seconds: number): string {
    const secure = this.config.secureCookies;
    return `${secure ? '__Host-' : ''}${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  }
}
