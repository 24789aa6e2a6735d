import { formatter, translator } from '#dictionary';
import { csvFile, type Language } from '#platform';
import type { Board, BoardCell } from './board.queries.js';

type Cell = string | number | null;

/**
 * The board as rows of cells: above the headings what is shown (date, classification, the one model if only one), then one row a cell. Places
 * and numbers stay numbers, so that a spreadsheet can add them up.
 */
export function boardSheet(board: Board, language: Language): Cell[][] {
  const t = translator(language);
  const sectors = new Map(board.sectors.map(({ id, name }) => [id, name]));
  const places = new Map(board.places.map(({ code, name }) => [code, name]));
  const ahead = board.cells[0]?.ahead ?? board.total.ahead;
  const headings = [
    t('capacity.sector'), t(`capacity.by.${board.by}`),
    ...['committed', 'callable'].flatMap((group) => ['agreed', 'occupied', 'reserved', 'free', 'placeable'].map((number) => t(`capacity.${group}.${number}`))),
    t('capacity.open'), t('capacity.mentor-headroom'), t('capacity.legal-headroom'),
    ...ahead.flatMap(({ weeks }) => [t('capacity.committed.ahead', { n: weeks }), t('capacity.callable.ahead', { n: weeks })]),
  ];
  const row = (cell: BoardCell): Cell[] => [
    cell.sectorId === null ? t('capacity.no-sector') : (sectors.get(cell.sectorId) ?? ''),
    cell.place === null ? t('capacity.no-place') : (places.get(cell.place) ?? cell.place),
    ...[cell.committed, cell.callable].flatMap(({ agreed, occupied, reserved, free, placeable }) => [agreed, occupied, reserved, free, placeable]),
    cell.open, cell.mentorHeadroom, cell.legalHeadroom ?? t('capacity.unknown'),
    ...cell.ahead.flatMap(({ committedFree, callableFree }) => [committedFree, callableFree]),
  ];
  const title = t('capacity.sheet-title', { date: formatter(language).formatDate(board.date) });
  return [[title], [t(`capacity.classification.${board.by}`)], board.model ? [t('capacity.only-model', { model: t(`model.${board.model}`) })] : [], headings, ...board.cells.map(row).sort(inDanishOrder)];
}

const danish = new Intl.Collator('da');
const inDanishOrder = (a: readonly Cell[], b: readonly Cell[]): number =>
  danish.compare(String(a[0]), String(b[0])) || danish.compare(String(a[1]), String(b[1]));

/** For Danish Excel: `;`, UTF-8 with BOM, cells that would start a formula made harmless. */
export const boardCsv = (board: Board, language: Language): string => csvFile(boardSheet(board, language));

/** A workbook; text cells are text, whatever they begin with. */
export async function boardWorkbook(board: Board, language: Language): Promise<Buffer> {
  // Fetched when a workbook is asked for: it is large, and a process at rest has no use for it.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(translator(language)('capacity.title'), { views: [{ state: 'frozen', ySplit: 4, xSplit: 2 }] });
  sheet.addRows(boardSheet(board, language));
  for (const number of [1, 4]) sheet.getRow(number).font = { bold: true };
  sheet.columns.forEach((column, index) => (column.width = index < 2 ? 28 : 14));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
