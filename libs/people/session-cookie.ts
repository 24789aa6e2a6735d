import { Injectable } from '@nestjs/common';
import { Config } from '#platform';

interface Reply {
  header(name: string, value: string): unknown;
}

/** The session's cookie: `__Host-` and Secure wherever the site is served over https. */
@Injectable()
export class SessionCookie {
  constructor(private readonly config: Config) {}

  give(reply: Reply, token: string): void {
    reply.header('set-cookie', this.text(token, 8 * 3_600));
  }

  take(reply: Reply): void {
    reply.header('set-cookie', this.text('', 0));
  }

  private text(value: string, seconds: number): string {
    const secure = this.config.secureCookies;
    return `${secure ? '__Host-' : ''}sid=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  }
}
