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

// The end of a bar is drawn to another week: later leads to the page that extends, earlier to the one that ends early, each
// with the Sunday of that week. What it means is shown there; nothing is saved here either.
parts.set('.bar-edge', (edge) => {
  const table = edge.closest('[data-calendar]');
  const bar = edge.closest('[data-placement]');
  const mondays = table.dataset.calendar.split(' ');
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const { until } = edge.dataset;
  const now = mondays.findLastIndex((monday) => monday < until);
  const weekAt = (x) => Math.max(0, heads.findLastIndex((head) => head.getBoundingClientRect().left <= x));
  const sundayOf = (index) => {
    const day = new Date(`${mondays[index]}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 6);
    return day.toISOString().slice(0, 10);
  };
  const mark = (index) => heads.forEach((head, at) => head.classList.toggle('calendar-end', at === index));
  let drawn = false;
  edge.addEventListener('pointerdown', (event) => {
    edge.setPointerCapture(event.pointerId);
    drawn = true;
  });
  edge.addEventListener('pointermove', (event) => drawn && mark(weekAt(event.clientX)));
  const letGo = () => {
    drawn = false;
    mark(-1);
  };
  edge.addEventListener('pointercancel', letGo);
  edge.addEventListener('pointerup', (event) => {
    const week = weekAt(event.clientX);
    letGo();
    if (week === now) return;
    location.assign(`/kalender/placeringer/${bar.dataset.placement}/${week > now ? 'forlaeng' : 'afslut'}?lastDay=${sundayOf(week)}`);
  });
  // Or the browser would drag the bar itself, and open its page when the pointer is let go over it.
  bar.addEventListener('dragstart', (event) => {
    if (!drawn) return;
    event.preventDefault();
    event.stopPropagation();
  });
  edge.addEventListener('click', (event) => event.preventDefault());
});
