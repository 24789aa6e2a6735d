// "3 nye – vis": a message only says that something happened; how many this reader may see is asked for with the reader's rights.
parts.set('[data-live]', (bar) => {
  const [text, link] = [bar.querySelector('[role=status]'), bar.querySelector('a')];
  let timer;
  const ask = async () => {
    const answer = await fetch(bar.dataset.count, { headers: { accept: 'application/json' } }).catch(() => undefined);
    if (!answer?.ok) return;
    const { n } = await answer.json();
    text.textContent = n > 0 ? (n === 1 ? bar.dataset.one : bar.dataset.other).replace('{n}', n) : '';
    link.hidden = n === 0;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  };
  bar.addEventListener(bar.dataset.live, soon);
  // After a lost connection (or a hidden tab) something may have been missed.
  let connected = false;
  bar.addEventListener('htmx:sse:after:connection', () => {
    if (connected) soon();
    connected = true;
  });
});
