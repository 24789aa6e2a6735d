import { Injectable } from '@nestjs/common';
import { addDays, Db, type Actor, type Tx } from '#platform';
import { type Reference, ReferenceQueries } from '#reference';
import { BoardMemory } from './board-memory.js';
import { addCells, type BoardFigures, type CountedCell, emptyCell, figuresOf, weeksAhead } from './board.rules.js';

export interface BoardQuestion {
  /** 'YYYY-MM-DD'; today in Denmark unless said. */
  readonly date?: string;
  readonly by?: 'municipality' | 'region';
  /** Leaves the other models' places out. `match_driven` shows what it adds: nothing. */
  readonly model?: 'fixed_slots' | 'standing' | 'match_driven' | 'cluster';
}

export interface BoardCell extends BoardFigures {
  readonly sectorId: string | null;
  /** Municipality or region code, as the board is drawn; null where a workplace has none. */
  readonly place: string | null;
}

export interface BoardPlace {
  readonly code: string;
  readonly name: string;
  /** The region on the board's date. */
  readonly region: string | null;
  /** One the organisation serves: those come first. */
  readonly own: boolean;
}

export interface Board {
  readonly date: string;
  readonly today: string;
  readonly by: 'municipality' | 'region';
  readonly model: string | null;
  /** Sectors are the organisation's own, made of whole divisions of DB25 (and DB07); regions are those of `date`. */
  readonly classification: { readonly sectors: 'organisation'; readonly scheme: 'DB25'; readonly places: string };
  readonly horizons: readonly { readonly weeks: number; readonly date: string }[];
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
  readonly places: readonly BoardPlace[];
  readonly cells: readonly BoardCell[];
  readonly total: BoardFigures;
}

/** Counting a board nobody has looked at for a while may take this long in an organisation of national size. */
export const countingMs = 20_000;
const danish = new Intl.Collator('da');

/** Capacity by sector and place (R: product.md "Capacity is several numbers"). Reads only. */
@Injectable()
export class BoardQueries {
  private readonly drawn = new WeakMap<ReadonlyMap<string, CountedCell>, Map<string, Drawn>>();

  constructor(
    private readonly db: Db,
    private readonly memory: BoardMemory,
    private readonly reference: ReferenceQueries,
  ) {}

  /** The board on a date and 4, 8 and 13 weeks ahead. Only cells with something in them are listed. */
  board(actor: Actor, question: BoardQuestion): Promise<Board> {
    return this.db.read(actor, (tx) => this.ask(tx, actor, question), countingMs);
  }

  private async ask(tx: Tx, actor: Actor, { date = tx.today, by = 'municipality', model }: BoardQuestion): Promise<Board> {
    const [counted, sectors, served, reference] = await Promise.all([
      this.memory.board(tx, actor.organisationId, date),
      tx.rows<{ id: string; name: string }>(actor.language === 'en' ? sectorsEn : sectorsDa),
      tx.rows<{ code: string }>('select municipality_code as code from organisation_municipality'),
      this.reference.current(tx),
    ]);
    const drawn = this.draw(counted, reference, { date, by, model });
    return {
      date,
      today: tx.today,
      by,
      model: model ?? null,
      classification: { sectors: 'organisation', scheme: 'DB25', places: by },
      horizons: weeksAhead.map((weeks) => ({ weeks, date: addDays(date, weeks * 7) })),
      sectors,
      places: placesOf(drawn.codes, served.map(({ code }) => code), reference, { date, by, english: actor.language === 'en' }),
      cells: drawn.cells,
      total: drawn.total,
    };
  }

  /** Counted cells as the question wants them shown; drawn once, as what was counted is never changed, only replaced. */
  private draw(counted: ReadonlyMap<string, CountedCell>, reference: Reference, { date, by, model }: Shown): Drawn {
    const key = `${by} ${model ?? ''}`;
    const known = this.drawn.get(counted) ?? new Map<string, Drawn>();
    this.drawn.set(counted, known);
    const before = known.get(key);
    if (before?.reference === reference) return before;
    const cells = by === 'region' ? byRegion(counted, reference, date) : [...counted.values()];
    const drawn = {
      reference,
      codes: new Set(cells.flatMap((cell) => cell.municipalityCode ?? [])),
      cells: cells.map((cell) => ({ sectorId: cell.sectorId, place: cell.municipalityCode, ...figuresOf(cell, model) })),
      total: figuresOf(cells.reduce(addCells, emptyCell(null, null)), model),
    };
    known.set(key, drawn);
    return drawn;
  }
}

interface Shown {
  readonly date: string;
  readonly by: 'municipality' | 'region';
  readonly model?: string;
}

interface Drawn {
  readonly reference: Reference;
  readonly codes: ReadonlySet<string>;
  readonly cells: readonly BoardCell[];
  readonly total: BoardFigures;
}

const sectorsDa = 'select id, name_da as name from sector order by position, id';
const sectorsEn = 'select id, name_en as name from sector order by position, id';

/** Municipalities joined to the region each belongs to on that day; a region's code stands where the municipality's did. */
function byRegion(counted: ReadonlyMap<string, CountedCell>, reference: Reference, date: string): CountedCell[] {
  const regions = new Map<string | null, string | null>();
  const cells = new Map<string, CountedCell>();
  for (const cell of counted.values()) {
    const code = cell.municipalityCode;
    if (!regions.has(code)) regions.set(code, (code !== null && reference.regionOf(code, date)?.code) || null);
    const region = regions.get(code) ?? null;
    const key = `${cell.sectorId} ${region}`;
    const known = cells.get(key);
    cells.set(key, known ? addCells(known, cell) : { ...cell, municipalityCode: region });
  }
  return [...cells.values()];
}

interface Named {
  readonly date: string;
  readonly by: 'municipality' | 'region';
  readonly english: boolean;
}

/** The columns: first the municipalities the organisation serves, even when there is nothing yet, then where else there is anything. */
function placesOf(found: ReadonlySet<string>, served: readonly string[], reference: Reference, { date, by, english }: Named): BoardPlace[] {
  const regionOf = (code: string): string | null => reference.regionOf(code, date)?.code ?? null;
  const own = new Set(by === 'region' ? served.flatMap((code) => regionOf(code) ?? []) : served);
  const codes = new Set([...own, ...found]);
  const regions = new Map(reference.regions(date).map((each) => [each.code, english ? each.nameEn : each.nameDa]));
  const places = [...codes].map((code) =>
    by === 'region'
      ? { code, name: regions.get(code) ?? code, region: code, own: own.has(code) }
      : { code, name: reference.municipality(code)?.name ?? code, region: regionOf(code), own: own.has(code) },
  );
  return places.sort((a, b) => Number(b.own) - Number(a.own) || danish.compare(a.name, b.name));
}
