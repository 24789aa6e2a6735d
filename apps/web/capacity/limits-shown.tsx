import type { Ui } from '../kit/index.js';
import { rowsHref, type BoardAddress } from './board-address.js';
import type { BoardTable } from './board-table.js';

interface Props {
  readonly ui: Ui;
  readonly address: BoardAddress;
  readonly table: BoardTable;
}

/** Under free places: how many of them cannot be filled, what holds them, and the way to the workplaces. */
export const LimitsShown = ({ ui, address, table }: Props) => {
  const group = address.figure.startsWith('callable') ? 'callable' : 'committed';
  if (!speaks.some((ending) => address.figure === `${group}-${ending}`)) return null;
  const { law, mentor, unknown } = table.held(group);
  const sentences = [
    law > 0 && ui.t.n('capacityPage.limits.law', law, { n: ui.formatNumber(law) }),
    mentor > 0 && ui.t.n('capacityPage.limits.mentor', mentor, { n: ui.formatNumber(mentor) }),
    law + mentor === 0 && table.sum(`${group}-free`) > 0 && ui.t('capacityPage.limits.none'),
    unknown > 0 && ui.t.n('capacityPage.limits.unknown', unknown, { n: ui.formatNumber(unknown) }),
  ].filter((sentence) => sentence !== false);
  if (sentences.length === 0) return null;
  return (
    <p class="board-limits">
      {sentences.join(' ')} <a href={rowsHref(address, { figure: `${group}-placeable` })}>{ui.t('capacityPage.limits.show')}</a>
    </p>
  );
};

const speaks = ['free', 'placeable'] as const;
