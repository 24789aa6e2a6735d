import type { Board, BoardCell, BoardFigures, BoardPlace, Figure } from '#capacity';
import type { BoardAddress } from './board-address.js';

const read: Readonly<Record<Figure, (figures: BoardFigures) => number>> = {
  committed: ({ committed }) => committed.agreed,
  'committed-occupied': ({ committed }) => committed.occupied,
  'committed-reserved': ({ committed }) => committed.reserved,
  'committed-free': ({ committed }) => committed.free,
  'committed-placeable': ({ committed }) => committed.placeable,
  callable: ({ callable }) => callable.agreed,
  'callable-occupied': ({ callable }) => callable.occupied,
  'callable-reserved': ({ callable }) => callable.reserved,
  'callable-free': ({ callable }) => callable.free,
  'callable-placeable': ({ callable }) => callable.placeable,
  open: ({ open }) => open,
  'mentor-headroom': ({ mentorHeadroom }) => mentorHeadroom,
  'legal-headroom': ({ legalHeadroom }) => legalHeadroom ?? 0,
};

const looksAhead: Readonly<Partial<Record<Figure, Exclude<keyof BoardFigures['ahead'][number], 'weeks'>>>> = {
  'committed-free': 'committedFree',
  'callable-free': 'callableFree',
  'committed-placeable': 'committedPlaceable',
  'callable-placeable': 'callablePlaceable',
};

/** One number of a cell, a row, or the whole board. */
export const numberOf = (figures: BoardFigures, figure: Figure): number => read[figure](figures);

/** A sector or a place as the table shows it; 'none' gathers what has none. */
export interface Line {
  readonly key: string;
  readonly name: string;
}

/** The board cut to what the address asks for. Sums are over what is shown. */
export interface BoardTable {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** The number in a cell; nothing there is 0. */
  cell(figure: Figure, row: string, column: string): number;
  sum(figure: Figure, where?: { readonly row?: string; readonly column?: string }): number;
  /** Free places of a group that cannot be filled, by what holds them; and workplaces whose number of employees is unknown. */
  held(group: 'committed' | 'callable'): { readonly law: number; readonly mentor: number; readonly unknown: number };
  /** True when the ratio rule's headroom is known nowhere in what is shown. */
  readonly legalIsUnknown: boolean;
  /** What becomes free, or can be filled, 4, 8 and 13 weeks later; only for the four numbers the board looks ahead with. */
  ahead(figure: Figure, weeks: number): number | undefined;
}

export function tableOf(board: Board, address: BoardAddress, names: { readonly noSector: string; readonly noPlace: string }): BoardTable {
  const places = board.places.filter((place) => isShown(place, address));
  const narrowed = places.length < board.places.length || Boolean(address.municipality ?? address.region);
  const shown = new Set<string | null>([...places.map(({ code }) => code), ...(narrowed ? [] : [null])]);
  const cells = board.cells.filter(({ sectorId, place }) => shown.has(place) && (!address.sector || keyOf(sectorId) === address.sector));
  const sectors = board.sectors.filter(({ id }) => !address.sector || id === address.sector);
  const byKey = new Map(cells.map((cell) => [`${keyOf(cell.sectorId)} ${keyOf(cell.place)}`, cell]));
  const sum = (pick: (cell: BoardCell) => number, among: readonly BoardCell[] = cells): number => among.reduce((total, cell) => total + pick(cell), 0);
  const among = (row?: string, column?: string): BoardCell[] =>
    cells.filter(({ sectorId, place }) => (row ?? keyOf(sectorId)) === keyOf(sectorId) && (column ?? keyOf(place)) === keyOf(place));
  return {
    rows: [...sectors.map(({ id, name }) => ({ key: id, name })), ...(cells.some(({ sectorId }) => sectorId === null) ? [{ key: 'none', name: names.noSector }] : [])],
    columns: [...places.map(({ code, name }) => ({ key: code, name })), ...(cells.some(({ place }) => place === null) ? [{ key: 'none', name: names.noPlace }] : [])],
    cell(figure, row, column) {
      const cell = byKey.get(`${row} ${column}`);
      return cell ? numberOf(cell, figure) : 0;
    },
    sum: (figure, { row, column } = {}) => sum((cell) => numberOf(cell, figure), among(row, column)),
    held: (group) => ({ law: sum((cell) => cell[group].heldByLaw), mentor: sum((cell) => cell[group].heldByMentor), unknown: sum(({ legalUnknown }) => legalUnknown) }),
    legalIsUnknown: cells.every(({ legalHeadroom }) => legalHeadroom === null) && cells.some(({ legalUnknown }) => legalUnknown > 0),
    ahead(figure, weeks) {
      const number = looksAhead[figure];
      return number && sum(({ ahead }) => ahead.find((each) => each.weeks === weeks)?.[number] ?? 0);
    },
  };
}

const keyOf = (code: string | null): string => code ?? 'none';
const isShown = ({ code, region }: BoardPlace, address: BoardAddress): boolean =>
  (!address.municipality || code === address.municipality) && (!address.region || region === address.region);
