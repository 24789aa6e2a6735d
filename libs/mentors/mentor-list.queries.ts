import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { cutPage, Db, readCursor, writeCursor, type Actor, type Page } from '#platform';
import { mentorColumns, type Mentor } from './mentors.queries.js';
import { mentorStatesOf, type MentorState } from './mentor-state.rules.js';

export interface MentorQuestion {
  readonly state?: MentorState;
  readonly municipalityCode?: string;
  readonly text?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface ListedMentor extends Mentor {
  readonly company: string;
  readonly workplace: string;
  readonly town: string | null;
  readonly municipalityCode: string | null;
  /** Further workplaces today or later. */
  readonly moreWorkplaces: number;
  readonly states: readonly MentorState[];
}

/** Training that counts today. */
const trained = `("trainedOn" is not null and "trainedOn" <= $2::date and ("trainedUntil" is null or "trainedUntil" > $2::date))`;

/** Active mentors with where they work; $1 municipality, $3 state, $4 text, $5 and $6 the last one shown. */
const listSql = `
with listed as (
  select ${mentorColumns}, c.name as company, w.name as workplace, w.town, w.municipality_code as "municipalityCode",
         (select count(*) from mentor_workplace a where a.organisation_id = m.organisation_id and a.mentor_id = m.id and (a.ends_on is null or a.ends_on > $2::date)) as "moreWorkplaces"
    from mentor m
    join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id
    join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
   where (m.active_until is null or m.active_until > $2::date)
     and ($1::text is null or w.municipality_code = $1 or exists (
           select from mentor_workplace a join workplace x on x.organisation_id = a.organisation_id and x.id = a.workplace_id
            where a.organisation_id = m.organisation_id and a.mentor_id = m.id and x.municipality_code = $1 and (a.ends_on is null or a.ends_on > $2::date)))
     and ($4::text is null or fold_danish(m.name || ' ' || c.name || ' ' || w.name) like '%' || fold_danish($4) || '%')
     and ($5::text is null or (m.name, m.id) > ($5, $6::uuid))
)
select * from listed
 where case $3::text
         when 'ready' then ${trained} and not away and trainees < accepts and "activeFrom" <= $2::date
         when 'untrained' then not ${trained} and "activeFrom" <= $2::date
         when 'full' then trainees >= accepts and "activeFrom" <= $2::date
         when 'away' then away and "activeFrom" <= $2::date
         else true end
 order by name, id limit $7`;

const cursorShape = z.tuple([z.string(), z.uuid()]);

@Injectable()
export class MentorListQueries {
  constructor(private readonly db: Db) {}

  /** Mentors who are or will be active, by name; `state` and municipality narrow it. */
  list(actor: Actor, { state, municipalityCode, text, cursor, limit }: MentorQuestion): Promise<Page<ListedMentor>> {
    const [name, id] = readCursor(cursor, cursorShape) ?? [];
    const searched = text?.replace(/[\\%_]/g, (sign) => `\\${sign}`);
    return this.db.read(actor, async (tx) => {
      const rows = await tx.rows<ListedMentor>(listSql, [municipalityCode ?? null, tx.today, state ?? null, searched ?? null, name ?? null, id ?? null, limit + 1]);
      const shown = rows.map((mentor) => ({ ...mentor, states: mentorStatesOf({ ...mentor, today: tx.today }) }));
      return cutPage(shown, limit, (last) => writeCursor([last.name, last.id]));
    });
  }
}
