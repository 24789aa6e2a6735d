// Dragging a citizen to another row and week. It only leads to the page that the menu leads to as well: what it means is
// shown there, and nothing is saved before that.
parts.set('[data-calendar]', (table) => {
  const mondays = table.dataset.calendar.split(' ');
  let dragged;
  let marked;
  const mark = (cell) => {
    marked?.classList.remove('calendar-drop');
    marked = cell;
    marked?.classList.add('calendar-drop');
  };
  const targetOf = (event) => {
    const cell = event.target.closest('td');
    const row = cell?.closest('tr[data-target]');
    return dragged && row && row.dataset.target !== dragged.row?.dataset.target ? { cell, row } : undefined;
  };
  /** Several weeks may be one cell: the pointer says which of them. */
  const mondayAt = (cell, x) => {
    const { left, width } = cell.getBoundingClientRect();
    const within = Math.min(cell.colSpan - 1, Math.max(0, Math.floor(((x - left) / width) * cell.colSpan)));
    return mondays[Number(cell.dataset.first) + within];
  };
  table.addEventListener('dragstart', (event) => {
    const bar = event.target.closest('[data-placement]');
    if (!bar) return;
    dragged = { id: bar.dataset.placement, row: bar.closest('tr[data-target]') };
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', bar.title);
  });
  table.addEventListener('dragover', (event) => {
    const target = targetOf(event);
    mark(target?.cell);
    if (target) event.preventDefault();
  });
  table.addEventListener('dragend', () => {
    mark(undefined);
    dragged = undefined;
  });
  table.addEventListener('drop', (event) => {
    const target = targetOf(event);
    if (!target) return;
    event.preventDefault();
    const wish = new URLSearchParams({ [table.dataset.field]: target.row.dataset.target, from: mondayAt(target.cell, event.clientX) });
    location.assign(`/kalender/placeringer/${dragged.id}/${table.dataset.verb}?${wish}`);
  });
});
