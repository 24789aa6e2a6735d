import type { Board } from '#capacity';
import { addDays } from '#platform';
import { Chips, type Ui } from '../kit/index.js';
import { boardHref, type BoardAddress } from './board-address.js';
import type { BoardTable } from './board-table.js';

interface Props {
  readonly ui: Ui;
  readonly address: BoardAddress;
  readonly board: Board;
  readonly table: BoardTable;
}

/** Today and 4, 8 and 13 weeks from now, each with what is free then where the board knows. */
export const WeeksAhead = ({ ui, address, board, table }: Props) => {
  const chips = board.horizons.map(({ weeks }) => {
    const date = addDays(board.today, weeks * 7);
    const label = weeks === 0 ? ui.t('capacityPage.today') : ui.t('capacityPage.inWeeks', { n: weeks, week: ui.formatWeek(date) });
    const number = board.date !== board.today ? undefined : weeks === 0 ? table.sum(address.figure) : table.ahead(address.figure, weeks);
    return { label: number === undefined ? label : `${label}: ${ui.formatNumber(number)}`, href: boardHref(address, { date: weeks === 0 ? undefined : date }), current: date === board.date };
  });
  return <Chips label={ui.t('capacityPage.when')} chips={chips} />;
};
